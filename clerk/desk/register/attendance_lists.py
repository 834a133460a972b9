"""Attendance over a period, and the six months after which a councillor may lose office."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from clerk.desk.office import Office
from clerk.domain.base import Fact, eve
from clerk.domain.committees import Committee, first_day, person_on, stands
from clerk.domain.meetings import Attendance, Meeting
from clerk.domain.people import Person
from clerk.errors import ClerkError
from clerk.law.six_months import is_attendance, six_months_end
from clerk.names import full, sort_key
from clerk.when import plain_date

_THERE = ("present", "remote")


class AttendanceRow(Fact, frozen=True):
    """What one person did at the meetings of one committee in a period.

    `expected` = `present` + `remote` + `substituted` + `apologies` + `absent`: meetings held while
    they had a seat. `as_substitute` and `in_attendance` are of other meetings.
    """

    person: str
    name: str
    committee: str
    slug: str
    expected: int = 0
    present: int = 0
    remote: int = 0
    substituted: int = 0
    """Someone else sat for them, and they tendered no apology."""
    apologies: int = 0
    absent: int = 0
    """Neither marked present nor apologised: absent, as far as the minutes say."""
    as_substitute: int = 0
    in_attendance: int = 0

    @property
    def of(self) -> str:
        """ "5 of 7": meetings attended, of those expected at."""
        return f"{self.present + self.remote} of {self.expected}"


class SixMonthsRow(Fact, frozen=True):
    """When a councillor was last seen at a meeting, as far as Clerk knows."""

    person: str
    name: str
    group: str
    last: dt.date | None
    """The last attendance; None where Clerk has seen none."""
    since: dt.date
    """The day from which six months are counted: the last attendance, else the first day on which
    Clerk could have seen one: they are known, and it has a meeting."""
    ends: dt.date
    """The day on which six months end."""
    council: dt.date | None
    """The last meeting of the full council in Clerk before that day, which could approve."""
    days_left: int
    """Days until six months end; negative where that day has passed."""

    @property
    def words(self) -> str:
        """What can be said: Clerk does not see every meeting, and never says "lost office"."""
        if self.last is not None:
            return f"no attendance in Clerk since {plain_date(self.last)}"
        return f"no attendance in Clerk; counted from {plain_date(self.since)}"


class Held(NamedTuple):
    """A meeting that took place, with what is needed to count who came."""

    body: Committee
    meeting: Meeting


def attendance(
    office: Office,
    *,
    slug: str = "",
    person: Person | None = None,
    start: dt.date | None = None,
    end: dt.date | None = None,
) -> tuple[AttendanceRow, ...]:
    """Who came how often, for each committee and member, by committee and surname.

    Meetings that were called off, are still to come, or of which nobody was marked present do not
    count, nor do those before someone's appointment or after they left.
    """
    counts: dict[tuple[str, str], dict[str, int]] = {}
    of = person.id if person else ""
    for held in held_meetings(office, slug, start, end):
        for person_id, kind in _marks(held, of):
            if of in ("", person_id):
                row = counts.setdefault((held.body.id, person_id), {})
                row[kind] = row.get(kind, 0) + 1
    rows = [_row(office, body, person_id, found) for (body, person_id), found in counts.items()]
    people = office.register.people
    return tuple(
        sorted(rows, key=lambda row: (row.committee.casefold(), sort_key(people[row.person].name)))
    )


def six_months(office: Office) -> tuple[SixMonthsRow, ...]:
    """Every councillor with a seat today, the one whose six months end first at the top.

    (LGA 1972 s85.) Meetings of every committee count, whoever sat as a substitute included;
    attendance without a seat does not, nor what is not in Clerk.
    """
    last: dict[str, dt.date] = {}
    begun = dt.date.min
    for held in held_meetings(office, end=office.today):
        begun = held.meeting.date if begun == dt.date.min else min(begun, held.meeting.date)
        for entry in held.meeting.attendance:
            if is_attendance(entry.capacity, held.meeting.date):
                day = last.get(entry.person, dt.date.min)
                last[entry.person] = max(day, held.meeting.date)
    councils = _council_days(office)
    rows = [
        _clock(office, person, max(since, begun), last.get(person.id), councils)
        for person, since in _councillors(office)
    ]
    return tuple(sorted(rows, key=lambda row: (row.ends, row.name)))


def marked_since(
    office: Office, body: Committee, person: Person, day: dt.date
) -> tuple[dt.date, ...]:
    """The meetings of a committee from `day` on at which the person is marked as a member there.

    Where it is recorded that they left before, one of the two is wrong: the clerk should look.
    """
    return tuple(
        held.meeting.date
        for held in held_meetings(office, body.slug, start=day)
        for entry in held.meeting.attendance
        if entry.person == person.id and entry.capacity in _THERE and not entry.substitute_for
    )


def held_meetings(
    office: Office, slug: str = "", start: dt.date | None = None, end: dt.date | None = None
) -> Iterator[Held]:
    """The meetings that took place in a period, both days included: where someone was present."""
    found = office.summaries(slug)
    merged = any(person.same_as for person in office.register.people.values())
    first, last = start or dt.date.min, min(end or office.today, office.today)
    for path, summary in found:
        body = office.register.committees.get(summary.committee)
        if body is None or summary.called_off or not first <= summary.date <= last:
            continue
        try:
            meeting = found.skeleton(path)
        except ClerkError:
            continue  # `clerk meetings` says what is wrong with it
        if any(entry.capacity in _THERE for entry in meeting.attendance):
            yield Held(body, _as_one(office, meeting) if merged else meeting)


def _as_one(office: Office, meeting: Meeting) -> Meeting:
    """The meeting with whoever turned out to be another named as that other."""
    register = office.register
    attendance = tuple(
        replace(
            entry,
            person=register.canonical(entry.person),
            substitute_for=register.canonical(entry.substitute_for),
        )
        for entry in meeting.attendance
    )
    return replace(meeting, attendance=attendance)


def _marks(held: Held, of: str = "") -> Iterator[tuple[str, str]]:
    """Each person with what is counted of them at one meeting, or at least the person `of`."""
    meeting = held.meeting
    marked = {entry.person: entry for entry in meeting.attendance}
    replaced = {
        entry.substitute_for
        for entry in meeting.attendance
        if entry.substitute_for and not entry.for_item  # for one item: the member came besides
    }
    expected = _expected(held, marked, of)
    for person in expected:
        yield person, "expected"
        yield person, _as_member(marked.get(person), person in replaced)
    for person, entry in marked.items():
        if entry.substitute_for and entry.capacity in _THERE:
            yield person, "as_substitute"
        elif person not in expected and entry.capacity in ("in attendance", "also present"):
            yield person, "in_attendance"


def _expected(held: Held, marked: dict[str, Attendance], of: str) -> list[str]:
    """Who held a seat; whoever left it that very day, and was marked as a member, did so too.

    Only the seats are looked at that the person `of` ever held, where one is named.
    """
    day = held.meeting.date
    sitting: list[str] = []
    for seat in held.body.seats:
        if of and all(tenure.person != of for tenure in seat.tenures):
            continue
        before = person_on(seat, eve(day))
        entry = marked.get(before or "")
        if before and entry and not entry.substitute_for and entry.capacity in _AS_MEMBER:
            sitting.append(before)
        now = person_on(seat, day)
        if now and stands(seat, day) and not (before != now and before in sitting):
            sitting.append(now)
    return list(dict.fromkeys(sitting))


_AS_MEMBER = ("present", "remote", "apologies", "absent")


def _as_member(entry: Attendance | None, substituted: bool) -> str:
    if entry is not None and not entry.substitute_for and entry.capacity in _AS_MEMBER:
        if entry.capacity == "absent" and substituted:
            return "substituted"
        return entry.capacity
    return "substituted" if substituted else "absent"


def _row(office: Office, body_id: str, person_id: str, counts: dict[str, int]) -> AttendanceRow:
    body, person = office.committee(body_id), office.register.people[person_id]
    return AttendanceRow(
        person=person_id, name=full(person.name), committee=body.name, slug=body.slug, **counts
    )


def _councillors(office: Office) -> Iterator[tuple[Person, dt.date]]:
    """Each member with a seat today, and the first day on which any seat of theirs is known."""
    today = office.today
    first: dict[str, dt.date] = {}
    sitting: set[str] = set()
    for body in office.register.committees.values():
        for seat in body.seats:
            for tenure in seat.tenures:
                day = first_day(tenure)
                if day is not None:
                    first[tenure.person] = min(day, first.get(tenure.person, day))
            holder = person_on(seat, today) if stands(seat, today) else None
            if holder is not None:
                sitting.add(holder)
    for person_id in sitting:
        person = office.register.people[person_id]
        gone = person.left is not None and person.left <= today
        if person.kind == "member" and not gone:
            yield person, first.get(person_id, today)


def _council_days(office: Office) -> list[dt.date]:
    """The days of the full council's meetings that Clerk knows, past and coming."""
    return sorted(
        summary.date
        for path, summary in office.summaries()
        if (body := office.register.committees.get(summary.committee)) is not None
        and not summary.called_off
        and body.kind in ("council", "parish")
    )


def _clock(
    office: Office,
    person: Person,
    known: dt.date,
    last: dt.date | None,
    councils: list[dt.date],
) -> SixMonthsRow:
    since = last or known
    ends = six_months_end(since)
    return SixMonthsRow(
        person=person.id,
        name=full(person.name),
        group=person.groups[-1].text if person.groups else "",
        last=last,
        since=since,
        ends=ends,
        council=max((day for day in councils if day < ends), default=None),
        days_left=(ends - office.today).days,
    )
