"""Who comes and goes at an open meeting, by a key each: the acts that a line would say.

Each gives what was done, in house wording; raises InputError or RefusedError where it cannot be.
"""

import datetime as dt

from msgspec.structs import replace

from clerk.desk.meeting.room import InTheRoom, Said
from clerk.domain.base import Fact
from clerk.domain.meetings import Attendance
from clerk.domain.movements import Movement, MovementKind
from clerk.domain.ordered import found
from clerk.domain.presence import Away, business_of
from clerk.domain.room_acts import MovementCleared, MovementNoted
from clerk.errors import InputError
from clerk.record.context import Known, Member
from clerk.record.echo import movement_echo
from clerk.speech.comings import comes, goes
from clerk.speech.hearing import item_of
from clerk.speech.presiding import noted, presided, takes_chair, times


class Placed(Fact, frozen=True):
    """Somebody of a meeting: where they are, and whether they may vote on the item."""

    person: str
    name: str
    more: str
    """Post, role or group."""
    here: bool = False
    remote: bool = False
    why_away: Away | str = ""
    votes: str = ""
    """ "may vote", why not, or nothing for those who are no members."""


class Event(Fact, frozen=True):
    """A line of the timeline."""

    movement: str
    time: dt.time | None
    words: str
    during: str
    """The title of the item then taken."""


def everyone(desk: InTheRoom, item: str) -> tuple[Placed, ...]:
    """All who have a seat or are marked, members first, and where each is while `item` is taken."""
    room, context = desk.room(item), desk.context
    marked = {entry.person: entry for entry in desk.meeting.attendance}
    placed = []
    for person in dict.fromkeys((*context.members, *marked)):
        seat, entry = context.members.get(person), marked.get(person)
        here = person in room.presence.everyone
        votes = "may vote" if person in room.entitled else room.why_not(person)
        known = context.people.get(person)
        placed.append(
            Placed(
                person=person,
                name=desk.name(person),
                more=_described(desk, entry, seat, known),
                here=here,
                remote=person in room.presence.remote,
                why_away="" if here else room.presence.away.get(person, "not marked"),
                votes=votes if here else "",
            )
        )
    return tuple(placed)


def _described(
    desk: InTheRoom, entry: Attendance | None, seat: Member | None, known: Known | None
) -> str:
    """ "Chairman, Conservative", "Head of Highways", "Labour, for Ms K Orme"."""
    own = (entry.post or entry.role) if entry else ""
    group = (seat.group if seat else "") or (known.group if known else "")
    said = [own or (seat.role if seat else ""), group]
    if entry is not None and entry.substitute_for:
        said.append(f"for {desk.name(entry.substitute_for)}")
    return ", ".join(part for part in said if part)


def events(desk: InTheRoom) -> tuple[Event, ...]:
    """What happened in the room, in order."""
    meeting, context = desk.meeting, desk.context
    return tuple(
        Event(
            movement=each.id,
            time=each.at,
            words=movement_echo(each, meeting, context) or f"{desk.name(each.person)} stood down",
            during=business_of(meeting, each.item),
        )
        for each in meeting.movements
    )


def if_leaves(desk: InTheRoom, person: str, item: str) -> str:
    """What the room would be without somebody who may be about to leave; empty where they count
    for nothing.

    "If Mr Pell leaves, 7 are present; the quorum is 4." With a warning where that is too few.
    """
    room = desk.room(item)
    if person not in room.present or room.quorum is None:
        return ""
    left = len(room.present) - 1
    lost = " There would be no quorum." if left < room.quorum else ""
    return f"If {desk.name(person)} leaves, {left} are present; the quorum is {room.quorum}.{lost}"


def leave(
    desk: InTheRoom, person: str, item: str, *, for_item: bool = False, interest: bool = False
) -> Said:
    """Somebody leaves the meeting, or the room for this item. Raises InputError."""
    if person not in desk.room(item).presence.everyone:
        raise InputError(f"{desk.name(person)} is not in the room.")
    if for_item and not item:
        raise InputError("No item is being taken yet, so nobody can leave for it. Choose one.")
    at = desk.hearing(item).now
    return desk.perform(*goes(person, item, at, for_item=for_item, interest=interest))


def come(desk: InTheRoom, person: str, item: str) -> Said:
    """Somebody arrives or returns; a substitute who sat for them stands down."""
    hearing = desk.hearing(item)
    return desk.perform(*comes(person, hearing.now, hearing))


def take_chair(desk: InTheRoom, person: str, item: str) -> Said:
    """Somebody else presides, from the start or from now on. Raises InputError: they are not in."""
    if person not in desk.room(item).presence.everyone:
        raise InputError(f"{desk.name(person)} is not in the room, so cannot preside.")
    return desk.perform(*takes_chair(person, None, desk.hearing(item)))


def preside(desk: InTheRoom, person: str) -> Said:
    """Somebody took the chair from the start."""
    return desk.perform(*presided(person, desk.hearing()))


def set_times(desk: InTheRoom, opened: dt.time | None, closed: dt.time | None) -> Said:
    """When the meeting opened and closed; None leaves one as it is."""
    return desk.perform(*times(desk.hearing(), opened, closed))


def adjourn_or_resume(desk: InTheRoom, item: str) -> Said:
    """The meeting stands adjourned; where it does, it goes on."""
    hearing = desk.hearing(item)
    kind: MovementKind = "resumed" if hearing.presence.adjourned else "adjourned"
    return desk.perform(noted(kind, hearing.now, hearing))


def readmit(desk: InTheRoom, item: str) -> Said:
    """The public may come in again. Raises InputError where it was not excluded."""
    hearing = desk.hearing(item)
    if not hearing.presence.public_excluded:
        raise InputError("The public is not excluded.")
    return desk.perform(noted("public readmitted", hearing.now, hearing))


def correct(desk: InTheRoom, movement_id: str, at: dt.time | None, ref: str) -> Said:
    """Another time, or another item by its reference, for something that happened.

    Raises InputError where the agenda has no such item.
    """
    movement = found(desk.meeting.movements, movement_id)
    item = movement.item
    if ref.strip():
        listed = item_of(ref, desk.hearing())
        if listed is None:
            raise InputError(f"There is no item “{ref.strip()}” on the agenda.")
        item = listed.id
    return desk.perform(MovementNoted(movement=replace(movement, at=at, item=item)))


def strike_out(desk: InTheRoom, movement_id: str) -> str:
    """Takes away what was noted by mistake, and says what it was."""
    movement = found(desk.meeting.movements, movement_id)
    words = movement_echo(movement, desk.meeting, desk.context)
    desk.do(MovementCleared(movement=movement_id), f"Taken away: {words}")
    return words


def newest(desk: InTheRoom, said: Said) -> Movement | None:
    """The event that acts have just noted; None where they noted none."""
    ids = [act.movement.id for act in said.acts if isinstance(act, MovementNoted)]
    return next((m for m in desk.meeting.movements if m.id in ids), None)
