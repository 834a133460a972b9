"""Taking a paper in: what a reader found becomes people, seats, meetings and doubts.

Pure: nothing is stored here. An import is one change of several files, made by `clerk.desk.office`.
"""

import datetime as dt
from collections.abc import Mapping

from msgspec.structs import replace

from clerk.desk.incoming.agenda_intake import AgendaIntake
from clerk.desk.incoming.growing import GrowingRegister
from clerk.desk.incoming.joining import FindMeeting
from clerk.desk.incoming.minutes_intake import MinutesIntake
from clerk.domain.base import Fact
from clerk.domain.meetings import (
    Doubt,
    Meeting,
)
from clerk.domain.register import Paper, Register
from clerk.domain.register_acts import PaperRead
from clerk.readers.reading import (
    Reading,
)
from clerk.record.context import context_of
from clerk.record.freeze import freeze
from clerk.record.style.house_style import HouseStyle


class Intake(Fact, frozen=True):
    """What taking a paper in will change."""

    act: PaperRead
    meetings: tuple[Meeting, ...]
    left_out: tuple[str, ...] = ()
    """What the paper holds and Clerk already had, in sentences."""

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """The doubts of every meeting, most doubtful first."""
        every = [doubt for meeting in self.meetings for doubt in meeting.doubts]
        return tuple(sorted(every, key=lambda doubt: (-doubt.weight, doubt.line or 0)))


def take_in(
    reading: Reading,
    register: Register,
    paper: Paper,
    styles: Mapping[str, HouseStyle],
    find_meeting: FindMeeting,
) -> Intake:
    """What `reading`, made from `paper`, changes in the register and which meetings it gives.

    `paper.committee` is ignored: it is set to the committee that the paper turns out to be of.
    """
    known = GrowingRegister(register, paper)
    meetings: dict[str, Meeting] = {}

    def find(committee: str, day: dt.date) -> Meeting | None:
        here = (m for m in meetings.values() if (m.committee, m.date) == (committee, day))
        return next(here, None) or find_meeting(committee, day)

    own = next((m for m in reading.minutes if not m.reproduced and m.date), None)
    if reading.agenda is not None:
        called = AgendaIntake(known, reading, find).meeting(reading.agenda, own)
        meetings[called.id] = called
    minuting = MinutesIntake(known, reading, styles, find)
    for read in reading.minutes:
        if (minuted := minuting.meeting(read)) is not None:
            meetings[minuted.id] = minuted
    found = tuple(known.with_doubts(meeting) for meeting in meetings.values())
    main = reading.agenda.committee if reading.agenda else reading.minutes[0].committee
    taken = replace(
        paper,
        committee=known.committee(main, paper.date).id,
        meetings=tuple(meeting.id for meeting in found),
    )
    act = PaperRead(paper=taken, people=known.people.changed(), committees=known.changed())
    frozen = tuple(_frozen(meeting, known, styles) for meeting in found)
    return Intake(act=act, meetings=frozen, left_out=tuple(known.left_out))


def _frozen(meeting: Meeting, known: GrowingRegister, styles: Mapping[str, HouseStyle]) -> Meeting:
    """Minutes found in a paper are published: their record is kept as it was printed."""
    if meeting.state != "published" or meeting.published is not None:
        return meeting
    body = known.committees[meeting.committee]
    context = context_of(known.register(), body, meeting, styles[body.style], body.style)
    published, _ = freeze(meeting, context, None)
    return replace(meeting, published=published)
