"""An agenda's front sheet taken in: the meeting that it calls, and the seats that it lists."""

import datetime as dt

from msgspec.structs import replace

from clerk.desk.incoming.growing import GrowingRegister
from clerk.desk.incoming.joining import FindMeeting, with_agenda
from clerk.desk.incoming.seating import (
    Shown,
    roles_with,
    seats_with_change,
    seats_with_list,
)
from clerk.domain.base import Seen
from clerk.domain.committees import Committee
from clerk.domain.meetings import (
    Meeting,
)
from clerk.names import Name
from clerk.readers.reading import (
    ReadAgenda,
    Reading,
    ReadMinutes,
)


class AgendaIntake:
    """Takes in the agenda of a reading."""

    def __init__(self, known: GrowingRegister, reading: Reading, find_meeting: FindMeeting) -> None:
        self._known = known
        self._reading = reading
        self._find = find_meeting

    def meeting(self, agenda: ReadAgenda, own: ReadMinutes | None) -> Meeting:
        """The meeting that the agenda is of; `own` are its minutes, where the paper has them."""
        day = agenda.date or self._known.paper.date
        body = self._known.committee(agenda.committee, day, authority=own.authority if own else "")
        existing = self._find(body.id, day)
        meeting_id = existing.id if existing else agenda.id
        self._seat(body, agenda, day, meeting_id)
        meeting = Meeting(
            id=meeting_id,
            committee=body.id,
            date=day,
            time=agenda.time,
            venue=agenda.venue,
            front=agenda.front,
            sections=agenda.sections,
            items=tuple(self._known.placed(item) for item in agenda.items),
            # The paper's lines are kept once, and a report's text is found there by its source.
            reports=tuple(
                self._known.placed(replace(report, text="")) for report in self._reading.reports
            ),
            paper=self._known.paper.id,
        )
        if existing is not None:
            meeting = with_agenda(existing, meeting)
        for doubt in self._reading.doubts:
            if own is None or doubt.line is None or not own.first <= doubt.line <= own.last:
                self._known.doubt(
                    meeting_id, doubt.line, doubt.read, doubt.uncertain, doubt.weight, doubt.fact
                )
        self._known.committees[body.id] = replace(
            self._known.committees[body.id], venue=body.venue or agenda.venue
        )
        return meeting

    def _seat(self, body: Committee, agenda: ReadAgenda, day: dt.date, meeting_id: str) -> None:
        """The membership list of the front sheet, and the changes that it notes."""
        seen = Seen(on=day, paper=self._known.paper.id)
        shown, roles = [], {}
        for seat in agenda.seats:
            person = ""
            if seat.name is not None:
                person = self._member(seat.name, day, seat.group, meeting_id, seat.line)
                if seat.role:
                    roles[seat.role] = person
            shown.append(Shown(group=seat.group, person=person))
        seats = seats_with_list(body.seats, tuple(shown), seen) if shown else body.seats
        for change in agenda.changes:
            if change.joined is None or change.left is None:
                continue
            joined = self._known.people.see(change.joined, day, "member")
            left = self._known.people.see(change.left, day, "member")
            seats = seats_with_change(seats, joined, left, day)
        self._known.committees[body.id] = replace(
            body, seats=seats, roles=roles_with(body.roles, roles, seen)
        )

    def _member(self, name: Name, day: dt.date, group: str, meeting_id: str, line: int) -> str:
        return self._known.met(name, day, "member", meeting_id, line, group=group)
