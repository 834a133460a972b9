"""Acts in the room: comings and goings, declarations, motions, votes. Their part of `apply`.

Acts made here leave nobody present and absent at one moment, nor a member and their substitute
both in the room. What a paper says may do so: that is a finding, never refused.
"""

import datetime as dt
from collections.abc import Iterator

from msgspec.structs import replace

from clerk.domain.base import Fact
from clerk.domain.interests import Declaration
from clerk.domain.meetings import Attendance, Exempt, Meeting, Minute, Sitting
from clerk.domain.motions import Motion, Vote
from clerk.domain.movements import OF_PERSONS, Movement
from clerk.domain.ordered import found, inserted, put, removed, replaced
from clerk.domain.presence import moments, placed, presence_at
from clerk.errors import RefusedError


class MovementNoted(Fact, frozen=True, tag="movement-noted"):
    """Somebody came, went or took the chair; the meeting adjourned; the public was excluded.

    `attendance` is the person's entry where coming makes another of it (apologies → present); it
    comes to stand before the entry `before`. `also` is what happened with it: the substitute of a
    member who came stood down; the meeting resumed.
    """

    movement: Movement
    attendance: Attendance | None = None
    before: str = ""
    also: tuple[Movement, ...] = ()


class MovementCleared(Fact, frozen=True, tag="movement-cleared"):
    """A movement noted by mistake."""

    movement: str


class TimesSet(Fact, frozen=True, tag="times-set"):
    """When the meeting opened and closed and who took the chair; None leaves a detail."""

    sitting: str
    opened: dt.time | None = None
    closed: dt.time | None = None
    chair: str | None = None


class DeclarationMade(Fact, frozen=True, tag="declaration-made"):
    """A declaration: a new one, or what stood under its id replaced.

    `begins` and `before`: the minute in which declarations stand; see MotionMoved.
    """

    declaration: Declaration
    begins: Minute | None = None
    before: str = ""


class DeclarationCleared(Fact, frozen=True, tag="declaration-cleared"):
    """A declaration taken away."""

    declaration: str


class NothingDeclared(Fact, frozen=True, tag="nothing-declared"):
    """Members were asked and nobody declared anything; `asked` False takes that back."""

    asked: bool = True
    begins: Minute | None = None
    before: str = ""


class MotionMoved(Fact, frozen=True, tag="motion-moved"):
    """A motion, an amendment, an election: a new one, or its words and names replaced.

    `begins` is the minute of its item where that had none yet: what is moved must stand somewhere.
    It comes to stand before the minute `before`, or last.
    """

    motion: Motion
    begins: Minute | None = None
    before: str = ""


class MotionCleared(Fact, frozen=True, tag="motion-cleared"):
    """A motion taken away with its votes, and the amendments to it."""

    motion: str


class VoteTaken(Fact, frozen=True, tag="vote-taken"):
    """A vote on a motion, after those that there are; `motion` is new where none was moved.

    `begins` and `before`: see MotionMoved.
    """

    vote: Vote
    motion: Motion
    begins: Minute | None = None
    before: str = ""


class VoteChanged(Fact, frozen=True, tag="vote-changed"):
    """A vote written down wrongly, as it was; refused where there is no such vote."""

    motion: str
    vote: Vote


class PublicExcluded(Fact, frozen=True, tag="public-excluded"):
    """The motion to exclude the public carried, the public gone, the items exempt."""

    motion: Motion
    movement: Movement
    exempt: Exempt


class ExemptMarked(Fact, frozen=True, tag="exempt-marked"):
    """An item, with its minutes, or a minute alone marked exempt; None makes it open again."""

    of: str
    exempt: Exempt | None = None
    summary: str | None = None
    """The written summary of the public edition; None leaves it."""


RoomAct = (
    MovementNoted
    | MovementCleared
    | TimesSet
    | DeclarationMade
    | DeclarationCleared
    | NothingDeclared
    | MotionMoved
    | MotionCleared
    | VoteTaken
    | VoteChanged
    | PublicExcluded
    | ExemptMarked
)
"""Each changes what the minutes say, so none is done to published ones."""


def apply_room(meeting: Meeting, act: RoomAct) -> Meeting:
    """The meeting after the act; raises RefusedError where it does not fit."""
    match act:
        case MovementNoted():
            return _moved(meeting, act)
        case MovementCleared(movement=movement_id):
            found(meeting.movements, movement_id)
            return _without_movement(meeting, movement_id)
        case TimesSet():
            return _timed(meeting, act)
        case DeclarationMade(declaration=declaration, begins=minute, before=before):
            return _declared(_begun(meeting, minute, before), declaration)
        case DeclarationCleared(declaration=declaration_id):
            return replace(meeting, declarations=removed(meeting.declarations, declaration_id))
        case NothingDeclared(asked=asked, begins=minute, before=before):
            return _nothing_declared(_begun(meeting, minute, before), asked)
        case MotionMoved(motion=motion, begins=minute, before=before):
            meeting = _begun(meeting, minute, before)
            return replace(meeting, motions=put(meeting.motions, motion))
        case MotionCleared(motion=motion_id):
            found(meeting.motions, motion_id)
            kept = tuple(m for m in meeting.motions if motion_id not in (m.id, m.of))
            return replace(meeting, motions=kept)
        case VoteTaken(motion=motion, vote=vote, begins=minute, before=before):
            return _voted(_begun(meeting, minute, before), motion, vote)
        case VoteChanged(motion=motion_id, vote=vote):
            motion = found(meeting.motions, motion_id)
            changed = replace(motion, votes=replaced(motion.votes, vote))
            return replace(meeting, motions=replaced(meeting.motions, changed))
        case PublicExcluded():
            return _excluded(meeting, act)
        case ExemptMarked():
            return _marked(meeting, act)


class Contradiction(Fact, frozen=True):
    """What no act may bring about: someone in two places, or in a place they cannot be in."""

    kind: str
    person: str
    other: str = ""


def contradictions(meeting: Meeting) -> frozenset[Contradiction]:
    """Everything about the room that cannot be: found in papers, and never made by an act."""
    return frozenset((*_two_places(meeting), *_broken_ways(meeting), *_both_there(meeting)))


def refuse_contradictions(before: Meeting, after: Meeting) -> None:
    """Raises RefusedError where `after` holds a contradiction that `before` did not."""
    new = contradictions(after) - contradictions(before)
    if new:
        raise RefusedError(_SENTENCES[min(new, key=lambda each: each.kind).kind])


_SENTENCES = {
    "twice": "That person is in another list already: present and absent cannot both be.",
    "way": "By what is recorded, that person was not there to go, or was there already. "
    "Look at the comings and goings, and change those first.",
    "both": "The member and their substitute would both be in the room. Let the substitute stand "
    "down first, or note that the member arrived.",
}


def _two_places(meeting: Meeting) -> Iterator[Contradiction]:
    here = {e.person for e in meeting.attendance if e.came}
    gone = {e.person for e in meeting.attendance if not e.came}
    yield from (Contradiction(kind="twice", person=person) for person in here & gone)


def _broken_ways(meeting: Meeting) -> Iterator[Contradiction]:
    """People whose comings and goings do not follow from one another."""
    ways: dict[str, list[Movement]] = {}
    for movement in meeting.movements:
        if movement.kind in OF_PERSONS:
            ways.setdefault(movement.person, []).append(movement)
    came = {e.person for e in meeting.attendance if e.came}
    for person, way in ways.items():
        if person not in came or not _follows(way):
            yield Contradiction(kind="way", person=person)


def _follows(way: list[Movement]) -> bool:
    """Whether each coming is of someone gone, and each going of someone there."""
    inside = way[0].kind != "arrived"
    item = ""
    for movement in way:
        back = not inside and bool(item) and movement.item != item
        coming = movement.kind in ("arrived", "returned")
        if coming and inside:
            return False
        leaves_for_good = movement.kind in ("left", "stood down") and bool(item)
        if not coming and not (inside or back or leaves_for_good):
            return False
        inside = coming
        item = movement.item if movement.kind == "left for item" else ""
    return True


def _both_there(meeting: Meeting) -> Iterator[Contradiction]:
    if not any(entry.substitute_for for entry in meeting.attendance):
        return
    for moment in moments(meeting):
        room = presence_at(meeting, moment)
        for substitute, member in room.substitutes.items():
            if member in (*room.members, *room.remote):
                yield Contradiction(kind="both", person=member, other=substitute)


def _moved(meeting: Meeting, act: MovementNoted) -> Meeting:
    if act.attendance is not None:
        others = tuple(e for e in meeting.attendance if e.id != act.attendance.id)
        meeting = replace(meeting, attendance=inserted(others, act.attendance, act.before))
    return _with_movements(meeting, act.movement, *act.also)


def _with_movements(meeting: Meeting, *movements: Movement) -> Meeting:
    for movement in movements:
        meeting = replace(meeting, movements=placed(meeting, movement))
    return meeting


def _without_movement(meeting: Meeting, movement_id: str) -> Meeting:
    """Without the movement; a vote that came after it comes after the one before it."""
    ids = [movement.id for movement in meeting.movements]
    at = ids.index(movement_id)
    before = ids[at - 1] if at else ""
    motions = tuple(
        replace(
            motion,
            votes=tuple(
                replace(vote, after=before) if vote.after == movement_id else vote
                for vote in motion.votes
            ),
        )
        for motion in meeting.motions
    )
    return replace(meeting, movements=removed(meeting.movements, movement_id), motions=motions)


def _timed(meeting: Meeting, act: TimesSet) -> Meeting:
    known = next((s for s in meeting.sittings if s.id == act.sitting), Sitting(id=act.sitting))
    changed = replace(
        known,
        opened=known.opened if act.opened is None else act.opened,
        closed=known.closed if act.closed is None else act.closed,
        chair=known.chair if act.chair is None else act.chair,
    )
    if changed.opened and changed.closed and changed.closed < changed.opened:
        raise RefusedError(
            "The meeting would close before it opened. Type the time with am or pm, or mend the "
            "other time first."
        )
    return replace(meeting, sittings=put(meeting.sittings, changed))


def _declared(meeting: Meeting, declaration: Declaration) -> Meeting:
    if declaration.sensitive and declaration.nature:
        raise RefusedError(
            "A sensitive interest is declared without its nature (Localism Act 2011 s32): what it "
            "is was not kept. Declare it without."
        )
    declarations = put(meeting.declarations, declaration)
    return replace(meeting, declarations=declarations, nothing_declared=False)


def _nothing_declared(meeting: Meeting, asked: bool) -> Meeting:
    if asked and meeting.declarations:
        raise RefusedError(
            "Interests are declared already, so “none” would not be true. Take those away first."
        )
    return replace(meeting, nothing_declared=asked)


def _begun(meeting: Meeting, minute: Minute | None, before: str) -> Meeting:
    if minute is None or any(meeting.minute_of(item) for item in minute.items):
        return meeting
    return replace(meeting, minutes=inserted(meeting.minutes, minute, before))


def _voted(meeting: Meeting, motion: Motion, vote: Vote) -> Meeting:
    known = next((each for each in meeting.motions if each.id == motion.id), motion)
    if any(vote.id == other.id for other in known.votes):
        raise RefusedError("That vote is recorded already. Change it, or record another.")
    voted = replace(known, votes=(*known.votes, vote))
    return replace(meeting, motions=put(meeting.motions, voted))


def _excluded(meeting: Meeting, act: PublicExcluded) -> Meeting:
    meeting = replace(
        meeting,
        motions=put(meeting.motions, act.motion),
        movements=placed(meeting, act.movement),
    )
    for item in act.motion.items:
        known = _exempt_of(meeting, item)
        if known is None or not known.paragraphs:
            meeting = _marked(meeting, ExemptMarked(of=item, exempt=act.exempt))
    return meeting


def _exempt_of(meeting: Meeting, of: str) -> Exempt | None:
    fact = meeting.item(of) or meeting.minute(of)
    return fact.exempt if fact else None


def _marked(meeting: Meeting, act: ExemptMarked) -> Meeting:
    if meeting.item(act.of) is None:
        found(meeting.minutes, act.of)
    items = tuple(
        replace(item, exempt=act.exempt) if item.id == act.of else item for item in meeting.items
    )
    minutes = tuple(
        replace(
            minute,
            exempt=act.exempt,
            summary=minute.summary if act.summary is None else act.summary,
        )
        if act.of == minute.id or act.of in minute.items
        else minute
        for minute in meeting.minutes
    )
    return replace(meeting, items=items, minutes=minutes)
