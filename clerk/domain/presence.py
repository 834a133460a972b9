"""Who is in the room at a moment: derived from the roll and the timeline, never stored."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Literal

from clerk.domain.base import Fact
from clerk.domain.meetings import Attendance, Meeting
from clerk.domain.movements import OF_PERSONS, Movement

Away = Literal[
    "apologies",
    "absent",
    "not arrived",
    "left",
    "left for this item",
    "stood down",
    "sits for another item",
    "substituted",
    "substituted for this item",
    "not marked",
]
_OUT: dict[str, Away] = {
    "left": "left",
    "left for item": "left for this item",
    "stood down": "stood down",
}


class Moment(Fact, frozen=True):
    """A moment of a meeting. With nothing said, it is the end of what is recorded.

    `item` is the item then taken. `after` is the movement that came last, empty before the first;
    `at` a time. Without both, the moment is the last one of the item.
    """

    item: str = ""
    after: str | None = None
    at: dt.time | None = None


class Presence(Fact, frozen=True):
    """Who is where at a moment; ids of people, in the order of the lists."""

    members: tuple[str, ...] = ()
    """In the room, holding a seat or standing in for someone who does."""
    remote: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    """Also present, and officers."""
    away: dict[str, Away] = {}
    """Why each of the rest who has an entry, or a substitute, is not in the room."""
    substitutes: dict[str, str] = {}
    """Substitute in the room → the member whose seat it is."""
    chair: str = ""
    """Who presides, where that was recorded; empty for the usual chair."""
    adjourned: bool = False
    public_excluded: bool = False

    @property
    def everyone(self) -> tuple[str, ...]:
        """All who are in the room or connected to it."""
        return (*self.members, *self.remote, *self.others)


def presence_at(meeting: Meeting, moment: Moment | None = None) -> Presence:
    """Who is in the room at `moment`."""
    moment = moment or Moment()
    happened = until(meeting, moment)
    item = moment.item or next((m.item for m in reversed(happened) if m.item), "")
    entries = _newest(meeting)
    where = {entry.person: _where(meeting, entry, happened, item) for entry in entries}
    for person in _declared_out(meeting, item):
        if where.get(person, "") is None:
            where[person] = "left for this item"
    for entry in entries:
        if entry.for_item and entry.came and where[entry.person] is None:
            _seat_for_one_item(where, entry, item)
        elif entry.substitute_for and entry.came:
            where.setdefault(entry.substitute_for, "substituted")
    listed = [e for e in entries if e.came and where[e.person] is None]
    return Presence(
        members=tuple(e.person for e in listed if e.capacity == "present"),
        remote=tuple(e.person for e in listed if e.capacity == "remote"),
        others=tuple(e.person for e in listed if e.capacity in ("also present", "in attendance")),
        away={person: why for person, why in where.items() if why is not None},
        substitutes={e.person: e.substitute_for for e in listed if e.substitute_for},
        chair=_chair(meeting, happened),
        adjourned=_switched(happened, "adjourned", "resumed"),
        public_excluded=_switched(happened, "public excluded", "public readmitted"),
    )


def until(meeting: Meeting, moment: Moment) -> tuple[Movement, ...]:
    """The movements that had happened by `moment`, in order."""
    movements = meeting.movements
    if moment.after is not None:
        ids = [movement.id for movement in movements]
        if not moment.after:
            return ()
        if moment.after in ids:
            return movements[: ids.index(moment.after) + 1]
    if moment.at is not None:
        later = (at for at, m in enumerate(movements) if m.at and m.at > moment.at)
        return movements[: next(later, len(movements))]
    if moment.item:
        order = _order_taken(meeting)
        rank = _rank(order, moment.item)
        later = (at for at, m in enumerate(movements) if _rank(order, m.item) > rank)
        return movements[: next(later, len(movements))]
    return movements


def rank_of(meeting: Meeting, item: str) -> int:
    """Where an item (or a minute without one) comes in the order taken; -1 where not known.

    Items that are minuted stand as their minutes do; those not reached yet follow the agenda.
    """
    return _rank(_order_taken(meeting), item)


def placed(meeting: Meeting, new: Movement) -> tuple[Movement, ...]:
    """The timeline with `new` where it belongs: by its time, else by its item, else last."""
    others = tuple(m for m in meeting.movements if m.id != new.id)
    at = next((at for at, m in enumerate(others) if _comes_before(meeting, new, m)), len(others))
    return (*others[:at], new, *others[at:])


def moments(meeting: Meeting) -> Iterator[Moment]:
    """Before the first movement, and after each: every state that the room was in."""
    yield Moment(after="")
    for movement in meeting.movements:
        yield Moment(after=movement.id, item=movement.item)


def business_of(meeting: Meeting, item: str) -> str:
    """What an item is called: its title, or that of the minute; empty where it is gone."""
    listed = meeting.item(item)
    if listed is not None:
        return listed.title
    minute = meeting.minute(item)
    return minute.title if minute else ""


def _rank(order: list[str], item: str) -> int:
    return order.index(item) if item in order else -1


def _order_taken(meeting: Meeting) -> list[str]:
    """Every item and loose minute: minuted ones as minuted, others behind the item before them."""
    order: list[str] = []
    for minute in meeting.minutes:
        order.extend(each for each in (minute.items or (minute.id,)) if each not in order)
    at = 0
    for item in meeting.items:
        if item.id in order:
            at = max(at, order.index(item.id) + 1)
        else:
            order.insert(at, item.id)
            at += 1
    return order


def _newest(meeting: Meeting) -> tuple[Attendance, ...]:
    """One entry a person; of several that a paper printed, that which has them present counts."""
    kept: dict[str, Attendance] = {}
    for entry in meeting.attendance:
        known = kept.get(entry.person)
        if known is None or (entry.came and not known.came):
            kept[entry.person] = entry
    return tuple(kept.values())


def _where(
    meeting: Meeting, entry: Attendance, happened: tuple[Movement, ...], item: str
) -> Away | None:
    """Why somebody is not in the room; None where they are."""
    if not entry.came:
        return "apologies" if entry.capacity == "apologies" else "absent"
    person = entry.person
    last = next((m for m in reversed(happened) if _of(m, person)), None)
    if last is None:
        first = next((m for m in meeting.movements if _of(m, person)), None)
        return "not arrived" if first is not None and first.kind == "arrived" else None
    if last.kind == "left for item" and last.item != item:
        return None
    return _OUT.get(last.kind)


def _seat_for_one_item(where: dict[str, Away | None], entry: Attendance, item: str) -> None:
    """Whoever sits for one item alone is there for that one, and then the member is not."""
    if entry.for_item != item:
        where[entry.person] = "sits for another item"
    elif where.get(entry.substitute_for, "") is None:
        where[entry.substitute_for] = "substituted for this item"


def _declared_out(meeting: Meeting, item: str) -> set[str]:
    """Who declared an interest in this item and left the room for it."""
    return {d.person for d in meeting.declarations if item and d.item == item and d.done == "left"}


def _of(movement: Movement, person: str) -> bool:
    return movement.person == person and movement.kind in OF_PERSONS


def _chair(meeting: Meeting, happened: tuple[Movement, ...]) -> str:
    taken = next((m.person for m in reversed(happened) if m.kind == "took the chair"), "")
    return taken or next((s.chair for s in meeting.sittings if s.chair), "")


def _switched(happened: tuple[Movement, ...], on: str, off: str) -> bool:
    last = next((m.kind for m in reversed(happened) if m.kind in (on, off)), "")
    return last == on


def _comes_before(meeting: Meeting, new: Movement, other: Movement) -> bool:
    if new.at is not None and other.at is not None:
        return new.at < other.at
    order = _order_taken(meeting)
    mine, theirs = _rank(order, new.item), _rank(order, other.item)
    return -1 < mine < theirs


def presided(meeting: Meeting, usual: Sequence[str]) -> tuple[str, ...]:
    """Everyone who presided for some time; empty where that is not known.

    Whoever is recorded in the chair; at the beginning, where nobody is, the first of `usual` (the
    chair, then the vice-chair) who came.
    """
    came = {entry.person for entry in meeting.attendance if entry.came}
    begun = next((s.chair for s in meeting.sittings if s.chair), "")
    begun = begun or next((person for person in usual if person in came), "")
    later = (m.person for m in meeting.movements if m.kind == "took the chair")
    return tuple(dict.fromkeys(person for person in (begun, *later) if person))
