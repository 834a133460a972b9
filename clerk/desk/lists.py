"""Lists: committees, meetings, members as on a day, resolutions."""

import datetime as dt
from collections.abc import Iterator

from clerk.desk.office import Office
from clerk.desk.rows import (
    CommitteeRow,
    MeetingRow,
    MemberRow,
    Membership,
    PersonRow,
    ResolutionRow,
)
from clerk.domain.base import text_on
from clerk.domain.committees import Committee, Seat, first_day, holder_on, role_on, stands
from clerk.domain.meetings import Meeting
from clerk.domain.printed import Line
from clerk.errors import ClerkError
from clerk.names import full, sort_key
from clerk.record.compose import compose
from clerk.record.freeze import edition_of


def committees(office: Office) -> tuple[CommitteeRow, ...]:
    """Every committee by name, with its next meeting."""
    rows = []
    for body in office.register.committees.values():
        paths = office.meeting_paths(body.slug)
        days = [dt.date.fromisoformat(path.stem[:10]) for path in paths]
        coming = [day for day in days if day >= office.today]
        rows.append(
            CommitteeRow(
                id=body.id,
                slug=body.slug,
                name=body.name,
                kind=body.kind,
                seats=sum(stands(seat, office.today) for seat in body.seats),
                meetings=len(days),
                next_meeting=min(coming, default=None),
            )
        )
    return tuple(sorted(rows, key=lambda row: row.name.casefold()))


def meetings(office: Office, slug: str = "") -> tuple[MeetingRow, ...]:
    """Every meeting, or one committee's, by date; a file that cannot be read says why."""
    rows = []
    for path in office.meeting_paths(slug):
        try:
            meeting = office.load(path).state
        except ClerkError as error:
            day = dt.date.fromisoformat(path.stem[:10])
            rows.append(_troubled(office.ref(path), day, str(error)))
            continue
        if meeting is not None:
            rows.append(meeting_row(office, office.ref(path), meeting))
    return tuple(sorted(rows, key=lambda row: (row.date, row.ref)))


def meeting_row(office: Office, ref: str, meeting: Meeting) -> MeetingRow:
    """What a list shows of one meeting."""
    body = office.committee(meeting.committee)
    return MeetingRow(
        id=meeting.id,
        ref=ref,
        committee=body.id,
        committee_name=body.name_on(meeting.date),
        date=meeting.date,
        time=meeting.time,
        venue=meeting.venue,
        state=meeting.state,
        items=len(meeting.items),
        minutes=len(meeting.minutes),
        numbers=_numbers(office, meeting),
        doubts=sum(not doubt.settled for doubt in meeting.doubts),
        reproduced=bool(meeting.reproduced_in),
    )


def membership(office: Office, body: Committee, on: dt.date) -> Membership:
    """The seats as on a day. Each is printed as a name, as a vacancy, or as not known.

    Where nothing at all is known of that day, `first_seen` says from when something is.
    """
    rows: dict[str, list[MemberRow]] = {}
    for seat in body.seats:
        if stands(seat, on):
            rows.setdefault(seat.group, []).append(_member_row(office, body, seat, on))
    groups = tuple(
        (group, tuple(sorted(found, key=lambda row: _rank(office, row))))
        for group, found in rows.items()
    )
    everything = [row for _, found in groups for row in found]
    unknown = bool(everything) and not any(row.known for row in everything)
    return Membership(
        committee=body.id,
        name=body.name_on(on),
        on=on,
        groups=groups,
        first_seen=_first_seen(body) if unknown else None,
    )


def people(office: Office, words: str = "") -> tuple[PersonRow, ...]:
    """Everyone whose name holds each of `words`, by surname, with the seats they hold today."""
    wanted = words.casefold().split()
    seats: dict[str, list[str]] = {}
    for body in office.register.committees.values():
        for seat in body.seats:
            holder = holder_on(seat, office.today).person
            if holder is not None:
                seats.setdefault(holder, []).append(body.name)
    found = [
        person
        for person in office.register.people.values()
        if all(word in full(person.name).casefold() for word in wanted)
    ]
    return tuple(
        PersonRow(
            id=person.id,
            name=full(person.name),
            kind=person.kind,
            group=text_on(person.groups, office.today) or "",
            post=text_on(person.posts, office.today) or "",
            seats=tuple(seats.get(person.id, ())),
        )
        for person in sorted(found, key=lambda person: sort_key(person.name))
    )


def resolutions(office: Office, words: str = "") -> tuple[ResolutionRow, ...]:
    """Every resolution whose number, title or words hold each of `words`; newest meeting first."""
    wanted = words.casefold().split()
    rows = [
        row
        for path, meeting in office.each_meeting()
        for row in _resolutions_of(office, office.ref(path), meeting)
        if all(word in f"{row.number} {row.title} {row.words}".casefold() for word in wanted)
    ]
    return tuple(sorted(rows, key=lambda row: row.date, reverse=True))


def _troubled(ref: str, day: dt.date, trouble: str) -> MeetingRow:
    return MeetingRow(
        id="",
        ref=ref,
        committee="",
        committee_name=ref.partition("/")[0],
        date=day,
        time=None,
        venue="",
        state="draft",
        items=0,
        minutes=0,
        trouble=trouble,
    )


def _numbers(office: Office, meeting: Meeting) -> str:
    if not meeting.minutes:
        return ""
    lines = [line for line in _public_lines(office, meeting) if line.kind == "minute"]
    if not lines:
        return ""
    mark = "~" if lines[0].provisional else ""
    first, last = lines[0].number or "", lines[-1].number or ""
    first, last = first.rstrip("."), last.rstrip(".")
    return f"{mark}{first}" if first == last else f"{mark}{first} to {mark}{last}"


def _public_lines(office: Office, meeting: Meeting) -> tuple[Line, ...]:
    """Lists are made from the public edition: exempt business is not in it to leak."""
    if meeting.published is not None:
        return edition_of(meeting.published, "public").lines
    return compose(meeting, office.context(meeting), "public").lines


def _member_row(office: Office, body: Committee, seat: Seat, on: dt.date) -> MemberRow:
    holder = holder_on(seat, on)
    if holder.person is None:
        return MemberRow(
            seat=seat.id, group=seat.group, known=holder.known, first_seen=holder.first_seen
        )
    roles = [role.title for role in body.roles if role_on(role, on) == holder.person]
    person = office.register.people[holder.person]
    return MemberRow(
        seat=seat.id,
        group=seat.group,
        name=full(person.name_on(on)),
        person=person.id,
        role=", ".join(roles),
    )


def _rank(office: Office, row: MemberRow) -> tuple[int, int, tuple[str, ...]]:
    """Names before vacancies; the chair first, then the vice-chair, then by surname."""
    role = row.role.casefold()
    first = 0 if role.startswith("chair") else 1 if role.startswith(("vice", "deputy")) else 2
    person = office.register.people.get(row.person)
    return int(not row.person), first, sort_key(person.name) if person else ()


def _first_seen(body: Committee) -> dt.date | None:
    days = [first_day(tenure) for seat in body.seats for tenure in seat.tenures]
    return min((day for day in days if day), default=None)


def _resolutions_of(office: Office, ref: str, meeting: Meeting) -> Iterator[ResolutionRow]:
    body = office.committee(meeting.committee)
    heading: Line | None = None
    lines = _public_lines(office, meeting)
    for at, line in enumerate(lines):
        if line.kind == "minute":
            heading = line
        words = _decided(lines, at)
        if heading is None or not words:
            continue
        mark = "~" if heading.provisional else ""
        number = f"{mark}{(heading.number or '').rstrip('.')}"
        yield ResolutionRow(
            meeting=ref,
            committee_name=body.name_on(meeting.date),
            date=meeting.date,
            state=meeting.state,
            number=f"{number} {line.number}" if line.number else number,
            title=heading.text,
            words=words,
            minute=heading.fact,
        )


def _decided(lines: tuple[Line, ...], at: int) -> str:
    """What a line decides, with the limbs and bullets that belong to it; empty if nothing.

    A resolution, words marked as one inside prose, or a motion whose outcome is printed below it.
    """
    line = lines[at]
    following = lines[at + 1] if at + 1 < len(lines) else None
    if line.kind == "resolution":
        children = []
        for child in lines[at + 1 :]:
            if child.kind not in ("limb", "bullet"):
                break
            children.append(f"{child.number or '•'} {child.text}")
        return " ".join([line.text, *children])
    marked = [run.text for run in line.runs if run.role == "resolution"]
    if marked:
        return " ".join(marked)
    if line.kind == "paragraph" and following is not None and following.kind == "outcome":
        return f"{line.text} {following.text}"
    return ""
