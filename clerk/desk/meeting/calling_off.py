"""A meeting that does not take place: called off, or postponed and called anew.

It stays in the lists, marked so; it has no minutes, no number is reserved for it, and nobody was
expected to come.
"""

import datetime as dt
from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.meeting.open_meeting import meeting_on
from clerk.desk.words import tidied
from clerk.domain.base import new_id
from clerk.domain.life import CalledOff
from clerk.domain.life_acts import MeetingCalledOff, apply_life
from clerk.domain.meetings import Meeting
from clerk.errors import InputError, RefusedError
from clerk.when import plain_date


def call_off(
    desk: MeetingDesk, reason: str = "", to: dt.date | None = None, time: dt.time | None = None
) -> Path | None:
    """The meeting does not take place; `to` is the day to which it is postponed.

    Then a meeting is called for that day with the same agenda, unless the committee has one on it
    already; returns its file. Calling both is one change. Raises InputError where that day is no
    later; RefusedError where minutes or marks say that the meeting took place.
    """
    meeting, office = desk.meeting, desk.office
    if meeting.called_off is not None:
        raise RefusedError(f"This meeting was {meeting.called_off.words} already.")
    if to is not None and to <= meeting.date:
        raise InputError(f"{plain_date(to)} is not after {plain_date(meeting.date)}.")
    off = CalledOff(on=office.today, reason=tidied(reason), to=to)
    act = MeetingCalledOff(called_off=off)
    apply_life(meeting, act)  # refused before another meeting is called
    said = f"Meeting {off.words}"
    there = meeting_on(office, meeting.committee, to) if to else None
    if to is not None and there is None:
        return desk.do_with_call(act, said, _called_anew(meeting, to, time))
    desk.do(act, said)
    return there[0] if there else None


def stands_after_all(desk: MeetingDesk) -> str:
    """The meeting takes place; raises RefusedError where it was not called off.

    One that was postponed and called anew a moment ago is as it was before, and the other is
    called no more. Once something was done in the other it stays: then its ref is given.
    """
    off, last = desk.meeting.called_off, desk.ledger.last
    if off is None:
        raise RefusedError("This meeting was not called off.")
    if last is not None and last.change:
        with suppress(RefusedError):
            desk.undo()
            return ""
    desk.do(MeetingCalledOff(), f"Meeting takes place after all; it was {off.words}")
    there = meeting_on(desk.office, desk.meeting.committee, off.to) if off.to else None
    return desk.office.ref(there[0]) if there else ""


def _called_anew(meeting: Meeting, day: dt.date, time: dt.time | None) -> Meeting:
    """The same agenda on another day; reports stay with the papers of the first."""
    return Meeting(
        id=new_id(),
        committee=meeting.committee,
        date=day,
        time=time or meeting.time,
        venue=meeting.venue,
        style=meeting.style,
        kind=meeting.kind,
        sections=meeting.sections,
        items=tuple(replace(item, id=new_id(), source=None) for item in meeting.items),
    )
