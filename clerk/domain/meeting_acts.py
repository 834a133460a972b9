"""Acts that change a meeting. `apply` is pure: the same meeting and act give the same meeting."""

import datetime as dt

import msgspec
from msgspec.structs import replace

from clerk.domain.agenda_acts import AgendaAct, apply_agenda
from clerk.domain.base import Fact
from clerk.domain.life_acts import LifeAct, MinutesPublished, apply_life, why_fixed
from clerk.domain.log import Redone, Undone
from clerk.domain.meetings import (
    Attendance,
    Meeting,
    Minute,
    Published,
    Sitting,
)
from clerk.domain.merging import PersonReplaced, with_person_replaced
from clerk.domain.minute_acts import MinuteAct, apply_minute
from clerk.domain.ordered import found, inserted, put, removed, replaced
from clerk.domain.paper_acts import PaperAct, apply_paper
from clerk.domain.room_acts import RoomAct, apply_room, refuse_contradictions
from clerk.errors import RefusedError


class MeetingRead(Fact, frozen=True, tag="meeting-read"):
    """The meeting as a paper gave it; replaces what was there before."""

    meeting: Meeting


class MeetingCalled(Fact, frozen=True, tag="meeting-called"):
    """A meeting made by hand."""

    meeting: Meeting


class DetailsChanged(Fact, frozen=True, tag="details-changed"):
    """At what time, where, in which style, from which number, as which of its year; None stays."""

    time: dt.time | None = None
    venue: str | None = None
    style: str | None = None
    first_number: int | None = None
    nth: int | None = None


class AttendanceMarked(Fact, frozen=True, tag="attendance-marked"):
    """Someone's attendance: a new entry, or what stood under its id replaced.

    It comes to stand before the entry `before`, or last: the order of names is a fact.
    """

    attendance: Attendance
    before: str = ""


class AttendanceCleared(Fact, frozen=True, tag="attendance-cleared"):
    """An attendance entry taken away."""

    attendance: str


class SittingSet(Fact, frozen=True, tag="sitting-set"):
    """A stretch of the meeting: a new one, or what stood under its id replaced."""

    sitting: Sitting


class DoubtSettled(Fact, frozen=True, tag="doubt-settled"):
    """A doubt of an import looked at: `how` says what was found ("right as read", "mended")."""

    doubt: str
    how: str


class ReadingMended(Fact, frozen=True, tag="reading-mended"):
    """What was misread in a paper read right: a minute, or None where only a name changed.

    Not a correction of the record: the paper never said what was stored. The record is frozen
    anew, and only minutes that came from a paper can be mended so.
    """

    published: Published
    minute: Minute | None = None


MeetingAct = (
    MeetingRead
    | MeetingCalled
    | DetailsChanged
    | AttendanceMarked
    | AttendanceCleared
    | SittingSet
    | DoubtSettled
    | ReadingMended
    | AgendaAct
    | MinuteAct
    | PersonReplaced
    | LifeAct
    | PaperAct
    | RoomAct
    | Undone
    | Redone
)


def apply(meeting: Meeting | None, act: MeetingAct) -> Meeting | None:
    """The meeting after the act; None where there is (again) no meeting.

    Raises RefusedError where the act does not fit: an unknown id, text that is not where the act
    says, a published record about to change.
    """
    if isinstance(act, MeetingRead | MeetingCalled):
        return act.meeting
    if meeting is None:
        raise RefusedError("There is no such meeting any more. Undo once more, or import it again.")
    if meeting.state != "draft" and isinstance(act, _CHANGES_THE_RECORD):
        raise RefusedError(why_fixed(meeting))
    if isinstance(act, PersonReplaced):
        return with_person_replaced(meeting, act)
    after = _apply_to(meeting, act)
    if isinstance(act, RoomAct | AttendanceMarked | AttendanceCleared):
        refuse_contradictions(meeting, after)
    return after


_CHANGES_THE_RECORD = (
    AttendanceMarked
    | AttendanceCleared
    | MinuteAct
    | MinutesPublished
    | DetailsChanged
    | SittingSet
    | RoomAct
)


def _apply_to(meeting: Meeting, act: MeetingAct) -> Meeting:
    match act:
        case DetailsChanged():
            return _with_details(meeting, act)
        case AttendanceMarked(attendance=entry, before=before):
            others = tuple(other for other in meeting.attendance if other.id != entry.id)
            kept = _without_list_slips(meeting, entry.id, entry.capacity)
            return replace(kept, attendance=inserted(others, entry, before))
        case AttendanceCleared(attendance=entry_id):
            kept = _without_list_slips(meeting, entry_id)
            return replace(kept, attendance=removed(meeting.attendance, entry_id))
        case SittingSet(sitting=sitting):
            return replace(meeting, sittings=put(meeting.sittings, sitting))
        case DoubtSettled(doubt=doubt_id, how=how):
            doubt = found(meeting.doubts, doubt_id)
            return replace(meeting, doubts=replaced(meeting.doubts, replace(doubt, settled=how)))
        case ReadingMended(published=published, minute=mended):
            return _reread(meeting, published, mended)
        case _ if isinstance(act, AgendaAct):
            return apply_agenda(meeting, act)
        case _ if isinstance(act, MinuteAct):
            return apply_minute(meeting, act)
        case _ if isinstance(act, LifeAct):
            return apply_life(meeting, act)
        case _ if isinstance(act, PaperAct):
            return apply_paper(meeting, act)
        case _ if isinstance(act, RoomAct):
            return apply_room(meeting, act)
        case _:
            raise TypeError(f"not an act on a meeting: {act!r}")


def _with_details(meeting: Meeting, act: DetailsChanged) -> Meeting:
    if act.first_number is not None and act.first_number < 1:
        raise RefusedError(f"Minutes are numbered from 1; {act.first_number} cannot be the first.")
    if act.nth is not None and act.nth < 1:
        raise RefusedError(f"Meetings of a year are counted from 1; none is number {act.nth}.")
    changes = {
        field: value for field, value in msgspec.structs.asdict(act).items() if value is not None
    }
    changed = replace(meeting, **changes)
    if (changed.time, changed.venue) == (meeting.time, meeting.venue):
        return changed
    kept = tuple(e for e in meeting.as_printed if (e.fact, e.role) != (meeting.id, "opening"))
    return replace(changed, as_printed=kept)


def _without_list_slips(meeting: Meeting, entry_id: str, *capacities: str) -> Meeting:
    """Who stands in a list has changed: what a paper printed for its names holds no longer."""
    lists = {*capacities, *(e.capacity for e in meeting.attendance if e.id == entry_id)}
    names = {entry.id for entry in meeting.attendance if entry.capacity in lists}
    kept = tuple(
        entry
        for entry in meeting.as_printed
        if entry.fact not in names and not (entry.fact == meeting.id and entry.role in lists)
    )
    return replace(meeting, as_printed=kept)


def _reread(meeting: Meeting, published: Published, mended: Minute | None) -> Meeting:
    if meeting.published is None or meeting.published.on is not None:
        raise RefusedError(
            "Only minutes that were read from a paper can be mended as a misreading. Withdraw the "
            "publication, or correct them at a later meeting."
        )
    minutes = meeting.minutes if mended is None else replaced(meeting.minutes, mended)
    return replace(meeting, minutes=minutes, published=published)
