"""Taking a paper in: what a reader found becomes people, seats, meetings and doubts.

Pure: nothing is stored here. An import is one change of several files, made by `clerk.desk.office`.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TypeVar

from msgspec.structs import replace

from clerk.clean import slug
from clerk.desk.incoming.as_printed import printed_otherwise, with_nearest_style
from clerk.desk.incoming.identity import People
from clerk.desk.incoming.joining import came_from, with_agenda, without_minutes
from clerk.desk.incoming.seating import (
    Shown,
    roles_with,
    seats_with_change,
    seats_with_list,
    seats_with_present,
)
from clerk.domain.base import DatedText, Fact, Seen, Source, new_id
from clerk.domain.committees import Committee, CommitteeKind
from clerk.domain.meetings import (
    AgendaItem,
    Attendance,
    Author,
    Doubt,
    Meeting,
    Minute,
    Number,
    Part,
    Report,
    Sitting,
)
from clerk.domain.people import PersonKind
from clerk.domain.register import Paper, Register
from clerk.domain.register_acts import PaperRead
from clerk.names import Name, full, parse_name
from clerk.notation import parse
from clerk.readers.reading import (
    ReadAgenda,
    ReadAttendance,
    ReadDoubt,
    Reading,
    ReadMinute,
    ReadMinutes,
)
from clerk.record.context import context_of
from clerk.record.freeze import freeze
from clerk.record.linking import links_in
from clerk.record.style import HouseStyle
from clerk.when import plain_date

EXECUTIVES = ("cabinet", "executive", "the executive", "executive board")

FindMeeting = Callable[[str, dt.date], Meeting | None]
"""The meeting of a committee (its id) on a day that is already in Clerk."""


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


PlacedT = TypeVar("PlacedT", AgendaItem, Report)


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
    return _Intake(reading, register, paper, styles, find_meeting).taken()


class _Intake:
    def __init__(
        self,
        reading: Reading,
        register: Register,
        paper: Paper,
        styles: Mapping[str, HouseStyle],
        find_meeting: FindMeeting,
    ) -> None:
        self._reading = reading
        self._register = register
        self._paper = paper
        self._styles = styles
        self._find = find_meeting
        self._people = People(register.people, paper.id)
        self._committees = dict(register.committees)
        self._doubts: dict[str, list[Doubt]] = {}
        self._left_out: list[str] = []

    def taken(self) -> Intake:
        meetings: list[Meeting] = []
        own = next((m for m in self._reading.minutes if not m.reproduced and m.date), None)
        if self._reading.agenda is not None:
            meetings.append(self._agenda_meeting(self._reading.agenda, own))
        minuted = [m for read in self._reading.minutes if (m := self._minuted(read)) is not None]
        meetings.extend(minuted)
        meetings = [self._with_doubts(meeting) for meeting in meetings]
        main = self._main_committee()
        paper = replace(
            self._paper, committee=main, meetings=tuple(meeting.id for meeting in meetings)
        )
        changed = tuple(
            body
            for body in self._committees.values()
            if body != self._register.committees.get(body.id)
        )
        act = PaperRead(paper=paper, people=self._people.changed(), committees=changed)
        meetings = [self._frozen(meeting) for meeting in meetings]
        return Intake(act=act, meetings=tuple(meetings), left_out=tuple(self._left_out))

    # --- committees -------------------------------------------------------------------------

    def _main_committee(self) -> str:
        agenda = self._reading.agenda
        name = agenda.committee if agenda else self._reading.minutes[0].committee
        return self._committee(name, self._paper.date).id

    def _committee(
        self, name: str, day: dt.date, *, authority: str = "", kind: CommitteeKind | None = None
    ) -> Committee:
        """The committee that bears or bore the name, made if there is none."""
        folded = name.casefold()
        found = next(
            (
                body
                for body in self._committees.values()
                if any(dated.text.casefold() == folded for dated in body.names)
            ),
            None,
        )
        body = found or Committee(
            id=new_id(),
            slug=self._free_slug(name),
            names=(DatedText(on=day, text=name, paper=self._paper.id),),
            kind=kind or ("executive" if folded in EXECUTIVES else "committee"),
        )
        if authority and not body.authority:
            body = replace(body, authority=authority)
        self._committees[body.id] = body
        return body

    def _free_slug(self, name: str) -> str:
        label = slug(name)
        taken = {body.slug for body in self._committees.values()}
        if label not in taken:
            return label
        return next(f"{label}-{n}" for n in range(2, len(taken) + 3) if f"{label}-{n}" not in taken)

    # --- the agenda -------------------------------------------------------------------------

    def _agenda_meeting(self, agenda: ReadAgenda, own: ReadMinutes | None) -> Meeting:
        day = agenda.date or self._paper.date
        body = self._committee(agenda.committee, day, authority=own.authority if own else "")
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
            items=tuple(self._placed(item) for item in agenda.items),
            # The paper's lines are kept once, and a report's text is found there by its source.
            reports=tuple(
                self._placed(replace(report, text="")) for report in self._reading.reports
            ),
            paper=self._paper.id,
        )
        if existing is not None:
            meeting = with_agenda(existing, meeting)
        for doubt in self._reading.doubts:
            if own is None or doubt.line is None or not own.first <= doubt.line <= own.last:
                self._doubt(
                    meeting_id, doubt.line, doubt.read, doubt.uncertain, doubt.weight, doubt.fact
                )
        self._committees[body.id] = replace(
            self._committees[body.id], venue=body.venue or agenda.venue
        )
        return meeting

    def _seat(self, body: Committee, agenda: ReadAgenda, day: dt.date, meeting_id: str) -> None:
        """The membership list of the front sheet, and the changes that it notes."""
        seen = Seen(on=day, paper=self._paper.id)
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
            joined = self._people.see(change.joined, day, "member")
            left = self._people.see(change.left, day, "member")
            seats = seats_with_change(seats, joined, left, day)
        self._committees[body.id] = replace(
            body, seats=seats, roles=roles_with(body.roles, roles, seen)
        )

    def _member(self, name: Name, day: dt.date, group: str, meeting_id: str, line: int) -> str:
        return self._met(name, day, "member", meeting_id, line, group=group)

    def _met(
        self,
        name: Name,
        day: dt.date,
        kind: PersonKind,
        meeting_id: str,
        line: int,
        *,
        post: str = "",
        group: str = "",
    ) -> str:
        """The person of that name, with a doubt where another bears the same surname."""
        near = self._people.near(name)
        known = self._people.find(name) is not None
        person_id = self._people.see(name, day, kind, post=post, group=group)
        if near and not known:
            self._doubt(
                meeting_id,
                line,
                full(name),
                f"kept apart from {' and '.join(near)}: title, initials and surname are not all "
                "equal. Mend the name if they are one person.",
                40,
                person_id,
            )
        return person_id

    # --- minutes ----------------------------------------------------------------------------

    def _minuted(self, read: ReadMinutes) -> Meeting | None:
        if read.date is None:
            self._left_out.append(
                f"Minutes of {read.committee} from line {read.first} were left out: they show no "
                "date that could be read. Put it into their heading, and import again."
            )
            return None
        return self._minuted_on(read, read.date)

    def _minuted_on(self, read: ReadMinutes, day: dt.date) -> Meeting | None:
        kind: CommitteeKind | None = "other body" if read.reproduced else None
        body = self._committee(read.committee, day, authority=read.authority, kind=kind)
        existing = self._find(body.id, day)
        if existing is not None and existing.minutes and not came_from(existing, self._paper.id):
            self._left_out.append(
                f"The minutes of {body.name} of {plain_date(day)} are already in Clerk "
                f"({len(existing.minutes)} minutes): those of this paper were left out."
            )
            return None
        meeting = Meeting(id=read.id, committee=body.id, date=day, paper=self._paper.id)
        if existing is not None:
            meeting = without_minutes(existing, doubts=existing.paper != self._paper.id)
        attendance = tuple(self._attended(entry, day, meeting.id) for entry in read.attendance)
        self._evidence(body.id, meeting.id, day, attendance)
        bearers = {
            entry.person: self._people.person(entry.person).name_on(day) for entry in attendance
        }
        items, minutes = self._minutes(meeting, read, bearers)
        meeting = replace(
            meeting,
            time=meeting.time or read.time,
            venue=read.venue or meeting.venue,
            kind="reproduced" if read.reproduced else meeting.kind,
            reproduced_in=self._paper.id if read.reproduced else "",
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
        person = self._met(entry.name, day, kind, meeting_id, entry.line, post=entry.post)
        principal = ""
        if entry.substitute_for is not None:
            principal = self._met(entry.substitute_for, day, "member", meeting_id, entry.line)
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
        body = self._committees[committee_id]
        seen = Seen(on=day, paper=self._paper.id)
        present = [entry for entry in attendance if entry.capacity == "present"]
        sitting = tuple(entry.substitute_for or entry.person for entry in present)
        roles = {
            entry.role: entry.person for entry in present if entry.role and not entry.substitute_for
        }
        seats = body.seats
        if not seats and sitting:
            seats = seats_with_list((), tuple(Shown(group="", person=p) for p in sitting), seen)
            self._doubt(
                meeting_id,
                None,
                f"{len(sitting)} members present",
                f"the paper prints no membership of {body.name}: those present, or for whom "
                "others substituted, were taken as its seats",
                60,
                body.id,
            )
        chair = next((title for title in roles if title.casefold().startswith("chair")), None)
        self._committees[body.id] = replace(
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
        return Author(name=name, post=post, person=self._people.find(parse_name(name)) or "")

    def _placed(self, fact: PlacedT) -> PlacedT:
        """The fact with its source in this paper: a reader does not know the paper's id."""
        if fact.source is None:
            return fact
        return replace(fact, source=replace(fact.source, paper=self._paper.id))

    def _source(self, found: ReadMinute) -> Source | None:
        if not found.first:
            return None
        return Source(paper=self._paper.id, first=found.first, last=found.last)

    def _minute_doubts(self, meeting: Meeting, read: ReadMinutes) -> None:
        for doubt in self._reading.doubts:
            if self._is_of(doubt, read):
                self._doubt(
                    meeting.id, doubt.line, doubt.read, doubt.uncertain, doubt.weight, doubt.fact
                )
        if any(minute.number for minute in read.minutes) and not read.reproduced:
            last = read.minutes[-1].ordinal
            self._doubt(
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

    # --- style and freezing -----------------------------------------------------------------

    def _styled(self, meeting: Meeting, read: ReadMinutes) -> Meeting:
        """The meeting in the style that needs the fewest as-printed entries."""
        register = self._register_now()
        body = self._committees[meeting.committee]
        if body.style in self._styles:
            name = body.style
        else:
            name = with_nearest_style(meeting, read, register, body, self._styles)
            body = replace(body, style=name)
            self._committees[body.id] = body
        context = context_of(register, body, meeting, self._styles[name], name)
        entries = printed_otherwise(meeting, read, context, self._paper.id)
        return replace(meeting, as_printed=entries)

    def _frozen(self, meeting: Meeting) -> Meeting:
        """Minutes found in a paper are published: their record is kept as it was printed."""
        if meeting.state != "published" or meeting.published is not None:
            return meeting
        body = self._committees[meeting.committee]
        style = self._styles[body.style]
        context = context_of(self._register_now(), body, meeting, style, body.style)
        published, _ = freeze(meeting, context, None)
        return replace(meeting, published=published)

    def _register_now(self) -> Register:
        people = {person.id: person for person in self._people.changed()}
        return replace(
            self._register,
            people=self._register.people | people,
            committees=self._register.committees | self._committees,
        )

    # --- doubts -----------------------------------------------------------------------------

    def _doubt(
        self, meeting_id: str, line: int | None, read: str, uncertain: str, weight: int, fact: str
    ) -> None:
        doubt = Doubt(
            id=new_id(), line=line, read=read, uncertain=uncertain, weight=weight, fact=fact
        )
        self._doubts.setdefault(meeting_id, []).append(doubt)

    def _with_doubts(self, meeting: Meeting) -> Meeting:
        doubts = sorted(
            self._doubts.get(meeting.id, []), key=lambda doubt: (-doubt.weight, doubt.line or 0)
        )
        return replace(meeting, doubts=(*meeting.doubts, *doubts))


def _sittings(read: ReadMinutes) -> tuple[Sitting, ...]:
    return (Sitting(id=new_id(), closed=read.closed),) if read.closed else ()
