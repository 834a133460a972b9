"""Lists: committees, meetings, members as on a day, resolutions."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from clerk.clean import letters_of
from clerk.desk.lists.public_record import PublicRecords, decided
from clerk.desk.lists.rows import (
    FOR_COUNCIL,
    CommitteeRow,
    MeetingRow,
    MemberRow,
    Membership,
    PersonRow,
    ResolutionRow,
)
from clerk.desk.office import Office
from clerk.desk.order import role_rank
from clerk.desk.register.seat_past import late_note, vacant_since
from clerk.desk.summary import Summarised, Summary
from clerk.domain.base import text_on
from clerk.domain.committees import (
    Committee,
    Seat,
    first_day,
    group_on,
    holder_on,
    person_on,
    role_on,
    stands,
    tenure_on,
)
from clerk.domain.meetings import Meeting
from clerk.domain.motions import outcome_words
from clerk.domain.printed import Line
from clerk.errors import ClerkError
from clerk.law.notice import last_day as notice_day
from clerk.law.rule import Setting
from clerk.names import full, sort_key
from clerk.record.decided import decided_in, motion_behind
from clerk.record.facts.counts import count_words
from clerk.record.public import public_view
from clerk.record.style.room import MotionStyle


class Held(NamedTuple):
    """How many meetings a committee has, and the day of the next."""

    meetings: int = 0
    coming: dt.date | None = None


def committees(office: Office) -> tuple[CommitteeRow, ...]:
    """Every committee by name, with its next meeting."""
    found = office.summaries()
    return committee_rows(office, held_in(found, today=office.today))


def held_in(*meetings: Summarised, today: dt.date) -> dict[str, Held]:
    """How many meetings and which is next, by the name of their folder.

    A file that cannot be read is a meeting, as far as its name tells; one that was called off is
    nobody's next.
    """
    counts: Counter[str] = Counter()
    coming: dict[str, dt.date] = {}
    for found in meetings:
        off = {path for path, summary in found if summary.called_off}
        for path in (*found.entries, *found.troubles):
            folder, day = path.parent.name, dt.date.fromisoformat(path.stem[:10])
            counts[folder] += 1
            if day >= today and path not in off:
                coming[folder] = min(day, coming.get(folder, day))
    return {folder: Held(count, coming.get(folder)) for folder, count in counts.items()}


def committee_rows(office: Office, held: Mapping[str, Held]) -> tuple[CommitteeRow, ...]:
    """Every committee by name; `held` are the meetings by the name of their folder."""
    rows = [
        CommitteeRow(
            id=body.id,
            slug=body.slug,
            name=body.name,
            kind=body.kind,
            seats=sum(stands(seat, office.today) for seat in body.seats),
            meetings=held.get(body.slug, Held()).meetings,
            next_meeting=held.get(body.slug, Held()).coming,
        )
        for body in office.register.committees.values()
    ]
    return tuple(sorted(rows, key=lambda row: row.name.casefold()))


def meetings(office: Office, slug: str = "") -> tuple[MeetingRow, ...]:
    """Every meeting, or one committee's, by date; a file that cannot be read says why."""
    rows = meeting_rows(office, office.summaries(slug))
    return tuple(sorted(rows, key=lambda row: (row.date, row.ref)))


def meeting_rows(office: Office, found: Summarised) -> Iterator[MeetingRow]:
    """The meetings that were summarised, each a row; a file that cannot be read says why."""
    yield from (_troubled(office, path, error) for path, error in found.troubles.items())
    records = PublicRecords(office, found)
    for path, summary in found:
        try:
            yield _meeting_row(office, path, summary, records)
        except ClerkError as error:
            yield _troubled(office, path, error)


def unsigned(office: Office) -> tuple[MeetingRow, ...]:
    """Meetings whose minutes nobody has signed yet, by date; another body's are no business of it.

    (LGA 1972 Sch 12 para 41: minutes are signed at the same or the next suitable meeting.)
    """
    return tuple(
        row
        for row in meetings(office)
        if row.state not in ("signed", "called off")
        and row.date <= office.today
        and not row.reproduced
    )


def _meeting_row(
    office: Office, path: Path, summary: Summary, records: PublicRecords
) -> MeetingRow:
    body = office.committee(summary.committee)
    numbers = summary.numbers
    if numbers is None:
        numbers = records.series(body.id).numbers(path) if summary.minutes else ""
    return MeetingRow(
        id=summary.id,
        ref=office.ref(path),
        committee=body.id,
        committee_name=body.name_on(summary.date),
        date=summary.date,
        time=summary.time,
        venue=summary.venue,
        state=summary.state,
        items=summary.items,
        minutes=summary.minutes,
        numbers=numbers,
        doubts=summary.doubts,
        reproduced=summary.reproduced,
        publish_by=_publish_by(office, body, summary),
        called_off=summary.called_off,
    )


def _publish_by(office: Office, body: Committee, summary: Summary) -> dt.date | None:
    out = summary.agenda_out is not None and summary.agenda_out <= office.today
    if summary.date <= office.today or out or not summary.took_place:
        return None
    return notice_day(Setting(day=summary.date, kind=body.kind))


def membership(office: Office, body: Committee, on: dt.date) -> Membership:
    """The seats as on a day. Each is printed as a name, as a vacancy, or as not known.

    Where nothing at all is known of that day, `first_seen` says from when something is.
    """
    rows: dict[str, list[MemberRow]] = {}
    for seat in body.seats:
        if stands(seat, on):
            rows.setdefault(group_on(seat, on), []).append(_member_row(office, body, seat, on))
    groups = tuple(
        (group, tuple(sorted(found, key=lambda row: _rank(office, row))))
        for group, found in rows.items()
    )
    everything = [row for _, found in groups for row in found]
    unknown = bool(body.seats) and not any(row.known for row in everything)
    dissolved = body.dissolved is not None and body.dissolved <= on
    return Membership(
        committee=body.id,
        name=body.name_on(on),
        on=on,
        groups=groups,
        first_seen=_first_seen(body, on) if unknown and not dissolved else None,
        dissolved=body.dissolved if dissolved else None,
    )


def people(office: Office, words: str = "") -> tuple[PersonRow, ...]:
    """Everyone whose name holds each of `words`, by surname, with the seats they hold today."""
    wanted = words.casefold().split()
    seats: dict[str, list[str]] = {}
    for body in office.register.committees.values():
        for seat in body.seats:
            holder = person_on(seat, office.today)
            if holder is not None:
                seats.setdefault(holder, []).append(body.name)
    found = [
        person
        for person in office.register.everyone
        if all(word in full(person.name).casefold() for word in wanted)
    ]
    return tuple(
        PersonRow(
            id=person.id,
            name=full(person.name),
            kind=person.kind,
            group=text_on(person.groups, office.today) or "",
            post=text_on(person.posts, office.today) or "",
            ward=text_on(person.wards, office.today) or "",
            seats=tuple(seats.get(person.id, ())),
        )
        for person in sorted(found, key=lambda person: sort_key(person.name))
    )


def resolutions(office: Office, words: str = "") -> tuple[ResolutionRow, ...]:
    """Every resolution whose number, title or words hold each of `words`; newest meeting first."""
    wanted = letters_of(words).split()

    def named(person: str, day: dt.date) -> str:
        """Kept are ids: a name stays the one of that day, whatever becomes of it."""
        known = office.register.people.get(person)
        return full(known.name_on(day)) if known else ""

    rows = [
        replace(
            row,
            committee_name=office.committee(committee).name_on(row.date),
            mover=named(row.mover, row.date),
            seconder=named(row.seconder, row.date),
        )
        for committee, content in decided(office, _decided_by)
        if _may_hold(content, wanted)
        for row in msgspec.json.decode(content, type=tuple[ResolutionRow, ...])
        if row.holds(wanted)
    ]
    return tuple(sorted(rows, key=lambda row: row.date, reverse=True))


def _may_hold(content: bytes, wanted: list[str]) -> bool:
    """Whether it is worth looking closer: JSON writes quotes, backslashes and tabs otherwise."""
    text = letters_of(content.decode())
    return all(
        word in text or word in FOR_COUNCIL or not word.isprintable() or {*word} & {*'"\\'}
        for word in wanted
    )


def _troubled(office: Office, path: Path, error: ClerkError) -> MeetingRow:
    ref = office.ref(path)
    return MeetingRow(
        id="",
        ref=ref,
        committee="",
        committee_name=ref.partition("/")[0],
        date=dt.date.fromisoformat(path.stem[:10]),
        time=None,
        venue="",
        state="draft",
        items=0,
        minutes=0,
        trouble=str(error),
    )


def _member_row(office: Office, body: Committee, seat: Seat, on: dt.date) -> MemberRow:
    holder = holder_on(seat, on)
    if holder.person is None:
        return MemberRow(
            seat=seat.id,
            group=holder.group,
            known=holder.known,
            first_seen=holder.first_seen,
            since=vacant_since(seat, on) if holder.known else None,
            note=late_note(office, seat, on),
        )
    tenure = tenure_on(seat.tenures, on)
    roles = [role.title for role in body.roles if role_on(role, on) == holder.person]
    person = office.register.people[holder.person]
    return MemberRow(
        seat=seat.id,
        group=holder.group,
        name=full(person.name_on(on)),
        person=person.id,
        role=", ".join(roles),
        first_seen=first_day(tenure) if tenure and not tenure.start else None,
        since=tenure.start if tenure else None,
        source=tenure.source if tenure else "",
        note=late_note(office, seat, on),
    )


def _rank(office: Office, row: MemberRow) -> tuple[int, int, tuple[str, ...]]:
    """Names before vacancies; the chair first, then the vice-chair, then by surname."""
    person = office.register.people.get(row.person)
    return int(not row.person), role_rank(row.role), sort_key(person.name) if person else ()


def _first_seen(body: Committee, on: dt.date) -> dt.date | None:
    """The first day after `on` of which something is known."""
    days = [first_day(tenure) for seat in body.seats for tenure in seat.tenures]
    days += [seat.created for seat in body.seats]
    return min((day for day in days if day and day > on), default=None)


def _decided_by(ref: str, meeting: Meeting, lines: tuple[Line, ...]) -> bytes:
    """The resolutions of a meeting, without what the register says of its committee."""
    return msgspec.json.encode(tuple(_resolutions_of(ref, meeting, lines)))


def _resolutions_of(ref: str, meeting: Meeting, lines: tuple[Line, ...]) -> Iterator[ResolutionRow]:
    meeting = public_view(meeting)
    for found in decided_in(lines):
        minute = meeting.minute(found.heading.fact) if found.heading else None
        business = (minute.id, *minute.items) if minute else ()
        motion = motion_behind(found.line, business, meeting)
        vote = motion.votes[-1].counted if motion and motion.votes else None
        yield ResolutionRow(
            mover=motion.mover if motion else "",
            seconder=motion.seconder if motion else "",
            vote=count_words(vote, MotionStyle()) if vote else "",
            outcome=outcome_words(motion) if motion else "",
            meeting=ref,
            committee_name="",
            date=meeting.date,
            state=meeting.state,
            number=found.number,
            title=found.title,
            words=found.words,
            minute=found.heading.fact if found.heading else "",
            for_council=found.for_council,
        )
