"""The meeting as the public may see it: a value in which exempt business is not."""

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from clerk.domain.meetings import AgendaItem, Meeting, Minute, Report
from clerk.domain.motions import Motion


def has_exempt(meeting: Meeting) -> bool:
    """Whether anything of the meeting is kept from the public."""
    return any(minute.exempt for minute in meeting.minutes) or any(
        item.exempt for item in meeting.items
    )


def public_view(meeting: Meeting) -> Meeting:
    """`meeting` without its exempt facts: text, authors and reports gone, public titles in place.

    Doubts go too, since they quote what was read. (LGA 1972 s100C(1): minutes open to inspection
    leave out what discloses exempt information; s100C(2): a written summary where needed.)
    """
    meeting = _exempt_throughout(meeting)
    if not has_exempt(meeting):
        return replace(meeting, doubts=(), reports=_public_reports(meeting))
    hidden = hidden_facts(meeting)
    return replace(
        meeting,
        items=tuple(_public_item(item) for item in meeting.items),
        minutes=tuple(_public_minute(minute) for minute in meeting.minutes),
        reports=_public_reports(meeting),
        as_printed=tuple(
            entry for entry in meeting.as_printed if entry.fact.partition("/")[0] not in hidden
        ),
        **_public_room(meeting),
        doubts=(),
        published=None,
        amendments=tuple(a for a in meeting.amendments if a.minute not in hidden),
        decision_records=tuple(r for r in meeting.decision_records if r.minute not in hidden),
    )


def exempt_minutes(meeting: Meeting) -> frozenset[str]:
    """The ids of the minutes that are kept from the public, their own or their item's doing."""
    return frozenset(m.id for m in _exempt_throughout(meeting).minutes if m.exempt)


def hidden_facts(meeting: Meeting) -> frozenset[str]:
    """The ids of what the public view leaves out, or shows without its words.

    What was said when such a fact was made, moved or changed is no more public than the fact.
    """
    meeting = _exempt_throughout(meeting)
    private = _heard_in_private(meeting)
    minutes = [minute for minute in meeting.minutes if minute.exempt]
    motions = [motion for motion in meeting.motions if _is_hidden(motion, private)]
    return private.union(
        (item.id for item in meeting.items if item.exempt),
        (block for minute in minutes for block in minute.blocks),
        (motion.id for motion in motions),
        (vote.id for motion in motions for vote in motion.votes),
        (each.id for each in meeting.actions if each.minute in private),
        (each.id for each in meeting.movements if each.item in private),
        (each.id for each in meeting.declarations if each.item in private),
    )


def withheld(meeting: Meeting) -> Iterator[str]:
    """What is kept from the public, each by its id, with the title that stands in its place.

    The nature of a sensitive interest is kept from everybody.
    """
    whole = _exempt_throughout(meeting)
    hidden = [(item.id, item.exempt) for item in whole.items]
    hidden += [(minute.id, minute.exempt) for minute in whole.minutes]
    yield from (f"{fact} {exempt.public_title}" for fact, exempt in hidden if exempt is not None)
    yield from (report.id for report in meeting.reports if report.exempt)
    yield from (each.id for each in meeting.declarations if each.sensitive)


def _public_room(meeting: Meeting) -> dict[str, Any]:
    """What happened in the room, without what was moved, declared or done on exempt business.

    The motion to exclude the public is itself public; so is that somebody declared an interest.
    """
    hidden = _heard_in_private(meeting)
    return {
        "motions": tuple(m for m in meeting.motions if not _is_hidden(m, hidden)),
        "actions": tuple(a for a in meeting.actions if a.minute not in hidden),
        "movements": tuple(m for m in meeting.movements if m.item not in hidden),
        "declarations": tuple(
            replace(d, nature="") if d.item in hidden else d for d in meeting.declarations
        ),
    }


def _heard_in_private(meeting: Meeting) -> frozenset[str]:
    """The ids of the minutes that are exempt, and of the items that had no open one."""
    hidden = {item.id for item in meeting.items if item.exempt}
    hidden |= {minute.id for minute in meeting.minutes if minute.exempt}
    # An item heard partly in private has an open minute too: what names the item belongs there.
    heard = {item for minute in meeting.minutes for item in minute.items if not minute.exempt}
    shut = {item for minute in meeting.minutes if minute.exempt for item in minute.items}
    return frozenset(hidden | (shut - heard))


def _is_hidden(motion: Motion, private: frozenset[str]) -> bool:
    return motion.kind != "exclusion" and motion.item in private


def _exempt_throughout(meeting: Meeting) -> Meeting:
    """`meeting` with every minute exempt that belongs to an exempt item.

    An item may be made exempt after its minute was begun: what is in doubt is not public.
    """
    exempt = {item.id: item.exempt for item in meeting.items if item.exempt}
    if not exempt:
        return meeting
    minutes = tuple(
        replace(minute, exempt=reason)
        if minute.exempt is None
        and (reason := next((exempt[i] for i in minute.items if i in exempt), None))
        else minute
        for minute in meeting.minutes
    )
    return replace(meeting, minutes=minutes)


def _public_reports(meeting: Meeting) -> tuple[Report, ...]:
    """Those that are not exempt and belong to no exempt item or minute."""
    hidden = {item.id for item in meeting.items if item.exempt}
    hidden |= {item for minute in meeting.minutes if minute.exempt for item in minute.items}
    return tuple(r for r in meeting.reports if not r.exempt and r.item not in hidden)


def _public_item(item: AgendaItem) -> AgendaItem:
    if item.exempt is None:
        return item
    return replace(
        item, title=item.exempt.public_title or item.title, note="", reason="", source=None
    )


def _public_minute(minute: Minute) -> Minute:
    if minute.exempt is None:
        return minute
    return replace(
        minute,
        title=minute.exempt.public_title or minute.title,
        text="",
        blocks=(),
        links=(),
        authors=(),
        present_for=(),
        source=None,
    )
