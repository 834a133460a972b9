"""Minutes that a paper holds taken in: who came, what was minuted, in which style it is printed."""

import datetime as dt
from collections.abc import Mapping

from msgspec.structs import replace

from clerk.desk.incoming.as_printed import printed_otherwise, with_nearest_style
from clerk.desk.incoming.growing import GrowingRegister
from clerk.desk.incoming.joining import FindMeeting, came_from, without_minutes
from clerk.desk.incoming.seating import (
    Shown,
    roles_with,
    seats_with_list,
    seats_with_present,
)
from clerk.domain.base import Seen, Source, new_id
from clerk.domain.committees import CommitteeKind
from clerk.domain.meetings import (
    AgendaItem,
    Attendance,
    Author,
    Meeting,
    Minute,
    Number,
    Part,
    Sitting,
)
from clerk.domain.people import PersonKind
from clerk.names import Name, parse_name
from clerk.notation import parse
from clerk.readers.reading import (
    ReadAttendance,
    ReadDoubt,
    Reading,
    ReadMinute,
    ReadMinutes,
)
from clerk.record.context import context_of
from clerk.record.linking import links_in
from clerk.record.style.house_style import HouseStyle
from clerk.when import plain_date


class MinutesIntake:
    """Takes in the minutes of a reading."""

    def __init__(
        self,
        known: GrowingRegister,
        reading: Reading,
        styles: Mapping[str, HouseStyle],
        find_meeting: FindMeeting,
    ) -> None:
        self._known = known
        self._reading = reading
        self._styles = styles
        self._find = find_meeting
        self._minuted: set[str] = set()
        """The meetings whose minutes this very reading gave."""

    def meeting(self, read: ReadMinutes) -> Meeting | None:
        """The meeting with these minutes; None where they are left out, with the reason kept."""
        if read.date is None:
            self._known.left_out.append(
                f"Minutes of {read.committee} from line {read.first} were left out: they show no "
                "date that could be read. Put it into their heading, and import again."
            )
            return None
        return self._minuted_on(read, read.date)

    def _minuted_on(self, read: ReadMinutes, day: dt.date) -> Meeting | None:
        kind: CommitteeKind | None = "other body" if read.reproduced else None
        body = self._known.committee(read.committee, day, authority=read.authority, kind=kind)
        existing = self._find(body.id, day)
        if existing is not None and existing.id in self._minuted:
            self._known.left_out.append(
                f"The paper holds minutes of {body.name} of {plain_date(day)} twice: those from "
                f"line {read.first} were left out. Put them into a file of their own if they are "
                "of another meeting of that day."
            )
            return None
        if (
            existing is not None
            and existing.minutes
            and not came_from(existing, self._known.paper.id)
        ):
            self._known.left_out.append(
                f"The minutes of {body.name} of {plain_date(day)} are already in Clerk "
                f"({len(existing.minutes)} minutes): those of this paper were left out."
            )
            return None
        meeting = Meeting(id=read.id, committee=body.id, date=day, paper=self._known.paper.id)
        if existing is not None:
            meeting = without_minutes(existing, doubts=existing.paper != self._known.paper.id)
        self._minuted.add(meeting.id)
        attendance = tuple(self._attended(entry, day, meeting.id) for entry in read.attendance)
        self._evidence(body.id, meeting.id, day, attendance)
        bearers = {
            entry.person: self._known.people.person(entry.person).name_on(day)
            for entry in attendance
        }
        items, minutes = self._minutes(meeting, read, bearers)
        meeting = replace(
            meeting,
            time=meeting.time or read.time,
            venue=read.venue or meeting.venue,
            kind="reproduced" if read.reproduced else meeting.kind,
            reproduced_in=self._known.paper.id if read.reproduced else "",
            state="published",
            items=items,
            attendance=attendance,
            parts=tuple(
                Part(id=new_id(), kind=part.kind, before=part.before, words=part.words)
                for part in read.parts
            ),
            minutes=minutes,
            sittings=meeting.sittings or _sittings(read),
        )
        self._minute_doubts(meeting, read)
        return self._styled(meeting, read)

    def _attended(self, entry: ReadAttendance, day: dt.date, meeting_id: str) -> Attendance:
        officer = entry.capacity == "in attendance"
        kind: PersonKind = "officer" if officer else "member"
        person = self._known.met(entry.name, day, kind, meeting_id, entry.line, post=entry.post)
        principal = ""
        if entry.substitute_for is not None:
            principal = self._known.met(entry.substitute_for, day, "member", meeting_id, entry.line)
        return Attendance(
            id=entry.id,
            person=person,
            capacity=entry.capacity,
            role=entry.role,
            post=entry.post,
            substitute_for=principal,
            note=entry.note,
        )

    def _evidence(
        self,
        committee_id: str,
        meeting_id: str,
        day: dt.date,
        attendance: tuple[Attendance, ...],
    ) -> None:
        """Members present are evidence for their seats; a body without a list gets seats so."""
        body = self._known.committees[committee_id]
        seen = Seen(on=day, paper=self._known.paper.id)
        present = [entry for entry in attendance if entry.capacity == "present"]
        sitting = tuple(entry.substitute_for or entry.person for entry in present)
        roles = {
            entry.role: entry.person for entry in present if entry.role and not entry.substitute_for
        }
        seats = body.seats
        if not seats and sitting:
            seats = seats_with_list((), tuple(Shown(group="", person=p) for p in sitting), seen)
            self._known.doubt(
                meeting_id,
                None,
                f"{len(sitting)} members present",
                f"the paper prints no membership of {body.name}: those present, or for whom "
                "others substituted, were taken as its seats",
                60,
                body.id,
            )
        chair = next((title for title in roles if title.casefold().startswith("chair")), None)
        self._known.committees[body.id] = replace(
            body,
            seats=seats_with_present(seats, sitting, seen),
            roles=roles_with(body.roles, roles, seen),
            chair_title=body.chair_title if body.rules else chair or body.chair_title,
        )

    def _minutes(
        self, meeting: Meeting, read: ReadMinutes, bearers: Mapping[str, Name]
    ) -> tuple[tuple[AgendaItem, ...], tuple[Minute, ...]]:
        items = list(meeting.items)
        minutes = []
        for found in read.minutes:
            item_ids = tuple(self._item_of(items, ref, found) for ref in found.refs)
            minute = self._minute(found, item_ids)
            minutes.append(replace(minute, links=links_in(minute.text, bearers)))
        return tuple(items), tuple(minutes)

    def _item_of(self, items: list[AgendaItem], ref: str, found: ReadMinute) -> str:
        known = next((item for item in items if item.ref == ref), None)
        if known is None:
            known = AgendaItem(
                id=new_id(),
                ref=ref,
                title=found.title,
                exempt=found.exempt,
                source=self._source(found),
            )
            items.append(known)
        return known.id

    def _minute(self, found: ReadMinute, item_ids: tuple[str, ...]) -> Minute:
        return Minute(
            id=found.id,
            title=found.title,
            items=item_ids,
            text=found.text,
            blocks=tuple(new_id() for _ in parse(found.text)),
            number=Number(text=found.number, ordinal=found.ordinal),
            authors=tuple(self._author(a.name, a.post) for a in found.authors),
            present_for=tuple(self._author(a.name, a.post) for a in found.present_for),
            exempt=found.exempt,
            source=self._source(found),
        )

    def _author(self, name: str, post: str) -> Author:
        return Author(name=name, post=post, person=self._known.people.find(parse_name(name)) or "")

    def _source(self, found: ReadMinute) -> Source | None:
        if not found.first:
            return None
        return Source(paper=self._known.paper.id, first=found.first, last=found.last)

    def _minute_doubts(self, meeting: Meeting, read: ReadMinutes) -> None:
        for doubt in self._reading.doubts:
            if self._is_of(doubt, read):
                self._known.doubt(
                    meeting.id, doubt.line, doubt.read, doubt.uncertain, doubt.weight, doubt.fact
                )
        if any(minute.number for minute in read.minutes) and not read.reproduced:
            last = read.minutes[-1].ordinal
            self._known.doubt(
                meeting.id,
                read.first or None,
                f"minutes {read.minutes[0].number} to {read.minutes[-1].number}",
                "numbers are taken to run on from meeting to meeting without a reset, so that the "
                f"next begins at {last + 1}",
                20,
                meeting.committee,
            )

    def _is_of(self, doubt: ReadDoubt, read: ReadMinutes) -> bool:
        """Whether a doubt is of these minutes; one of none goes with the agenda or the first."""
        inside = doubt.line is not None and read.first <= doubt.line <= read.last
        if self._reading.agenda is not None:
            return inside and not read.reproduced
        dated = [minutes for minutes in self._reading.minutes if minutes.date]
        elsewhere = any(
            doubt.line is not None and other.first <= doubt.line <= other.last for other in dated
        )
        return inside or (read is dated[0] and not elsewhere)

    def _styled(self, meeting: Meeting, read: ReadMinutes) -> Meeting:
        """The meeting in the style that needs the fewest as-printed entries."""
        register = self._known.register()
        body = self._known.committees[meeting.committee]
        if body.style in self._styles:
            name = body.style
        else:
            name = with_nearest_style(meeting, read, register, body, self._styles)
            body = replace(body, style=name)
            self._known.committees[body.id] = body
        context = context_of(register, body, meeting, self._styles[name], name)
        entries = printed_otherwise(meeting, read, context, self._known.paper.id)
        return replace(meeting, as_printed=entries)


def _sittings(read: ReadMinutes) -> tuple[Sitting, ...]:
    return (Sitting(id=new_id(), closed=read.closed),) if read.closed else ()
