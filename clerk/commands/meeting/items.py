"""`clerk item …`: agenda items as the meeting takes them."""

from argparse import Namespace
from collections.abc import Callable

from clerk.commands.opening import desk_of
from clerk.commands.say import say
from clerk.desk.lookup import find_item
from clerk.desk.meeting import agenda, taking
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.domain.meetings import AgendaItem
from clerk.errors import NotFoundError


def take_now(asked: Namespace) -> int:
    """The meeting goes on to the item."""
    with desk_of(asked, lock=True) as desk:
        item = find_item(desk, asked.item)
        taking.take_now(desk, item.id)
        say(f"Now taken: {item.ref} {item.title}".replace(":  ", ": "))
    return 0


def earlier(asked: Namespace) -> int:
    """Its minute one place earlier."""
    return _done(asked, lambda desk, item: taking.move_minute(desk, _minute(desk, item), True))


def later(asked: Namespace) -> int:
    """Its minute one place later."""
    return _done(asked, lambda desk, item: taking.move_minute(desk, _minute(desk, item), False))


def together(asked: Namespace) -> int:
    """One minute for several items."""

    def take(desk: MeetingDesk, item: AgendaItem) -> None:
        others = tuple(find_item(desk, words).id for words in asked.others)
        taking.take_together(desk, item.id, others)

    return _done(asked, take)


def apart(asked: Namespace) -> int:
    """By itself again."""
    return _done(asked, lambda desk, item: taking.take_apart(desk, item.id))


def defer(asked: Namespace) -> int:
    """Deferred, or standing again."""
    return _done(asked, lambda desk, item: taking.defer_item(desk, item.id))


def withdraw_item(asked: Namespace) -> int:
    """Withdrawn, or standing again."""
    return _done(asked, lambda desk, item: agenda.withdraw_or_restore(desk, item.id))


def urgent(asked: Namespace) -> int:
    """An urgent item, with its reason."""
    with desk_of(asked, lock=True) as desk:
        item = taking.add_urgent(desk, asked.title, asked.reason, ref=asked.ref)
        say(desk.last_said)
        say(taking.reason_as_printed(desk, item.reason))
    return 0


def heading(asked: Namespace) -> int:
    """A heading above an item."""
    return _done(
        asked, lambda desk, item: taking.set_heading(desk, item.id, asked.title, asked.ref)
    )


def _done(asked: Namespace, deed: Callable[[MeetingDesk, AgendaItem], object]) -> int:
    with desk_of(asked, lock=True) as desk:
        deed(desk, find_item(desk, asked.item))
        say(desk.last_said)
    return 0


def _minute(desk: MeetingDesk, item: AgendaItem) -> str:
    minute = desk.meeting.minute_of(item.id)
    if minute is None:
        raise NotFoundError(f"“{item.title}” has no minute yet, so it stands in no order.")
    return minute.id
