"""Everything about one person on one page: names, groups, posts, seats, attendance, interests."""

import datetime as dt
from collections.abc import Iterator

from msgspec.structs import replace

from clerk.desk.office import Office
from clerk.desk.register.attendance_lists import AttendanceRow, SixMonthsRow, attendance, six_months
from clerk.desk.register.persons import interest_words
from clerk.domain.base import DatedText, Fact, text_on
from clerk.domain.committees import Committee, Tenure, first_day, group_on
from clerk.domain.people import Person
from clerk.domain.tenures import is_void
from clerk.names import full, initials, short, sort_form
from clerk.when import plain_date


class HeldRow(Fact, frozen=True):
    """A seat or a role that someone held or holds."""

    committee: str
    slug: str
    place: str
    """The group of the seat, or the role's title."""
    kind: str
    """"seat" or "role"."""
    start: dt.date | None = None
    end: dt.date | None = None
    first_seen: dt.date | None = None
    """Where the start is not known."""
    last_seen: dt.date | None = None
    """Where it is over, and the end is not known."""
    over: bool = False
    how: str = ""
    source: str = ""

    @property
    def span(self) -> str:
        """ "1 May 2025 to 4 May 2026", with what is not known said."""
        if self.start:
            begun = f"from {plain_date(self.start)}"
        elif self.first_seen:
            begun = f"since when is not known (first seen {plain_date(self.first_seen)})"
        else:
            begun = "since when is not known"
        if self.end:
            return f"{begun} to {plain_date(self.end)}" + (f" ({self.how})" if self.how else "")
        if self.over:
            seen = f" (last seen {plain_date(self.last_seen)})" if self.last_seen else ""
            return f"{begun}, until when is not known{seen}"
        return begun


class DatedRow(Fact, frozen=True):
    """A name, a group or a post, as from a day."""

    on: dt.date
    text: str


class MemberPage(Fact, frozen=True):
    """Everything that the register says of one person."""

    id: str
    name: str
    short: str
    sort: str
    initials: str
    kind: str
    group: str
    post: str
    ward: str
    names: tuple[DatedRow, ...]
    groups: tuple[DatedRow, ...]
    posts: tuple[DatedRow, ...]
    wards: tuple[DatedRow, ...]
    held: tuple[HeldRow, ...]
    interests: tuple[str, ...]
    also: tuple[str, ...] = ()
    """Other names by which they are found, and which nothing prints."""
    votes_on: str = ""
    left: dt.date | None = None
    left_how: str = ""
    attendance: tuple[AttendanceRow, ...] = ()
    """Where it was counted: see `with_attendance`."""
    six_months: SixMonthsRow | None = None


def member_page(office: Office, person: Person) -> MemberPage:
    """Seats, roles, groups, posts and interests of one person over time."""
    today = office.today
    name = person.name_on(today)
    return MemberPage(
        id=person.id,
        name=full(name),
        short=short(name, initials=_shared(office, person, today)),
        sort=sort_form(name),
        initials=initials(name),
        kind=person.kind,
        group=text_on(person.groups, today) or "",
        post=text_on(person.posts, today) or "",
        ward=text_on(person.wards, today) or "",
        names=tuple(DatedRow(on=dated.on, text=full(dated.name)) for dated in person.names),
        groups=_dated(person.groups),
        posts=_dated(person.posts),
        wards=_dated(person.wards),
        held=tuple(sorted(_held(office, person.id), key=_by_start)),
        interests=tuple(_interests(person)),
        also=tuple(map(full, person.also)),
        votes_on=person.votes_on,
        left=person.left,
        left_how=person.left_how,
    )


def _shared(office: Office, person: Person, day: dt.date) -> bool:
    """Whether others are told apart from this person in print, by their initials."""
    mine = short(person.name_on(day))
    others = (each for each in office.register.everyone if each.id != person.id)
    return any(short(other.name_on(day)) == mine for other in others)


def with_attendance(office: Office, page: MemberPage) -> MemberPage:
    """The page with what the minutes of every committee say of the person: see `attendance`.

    Apart, because every meeting has to be looked at.
    """
    person = office.register.people[page.id]
    clock = next((row for row in six_months(office) if row.person == person.id), None)
    return replace(page, attendance=attendance(office, person=person), six_months=clock)


def sections(page: MemberPage) -> Iterator[tuple[str, list[str]]]:
    """The page as it is read: headings with their lines, none without any."""
    for title, lines in (
        ("Name", [*_name_lines(page)]),
        ("Group", _dated_lines(page.groups)),
        ("Post", _dated_lines(page.posts)),
        ("Ward", _dated_lines(page.wards)),
        ("Seats and roles", [_held_line(row) for row in reversed(page.held)]),
        ("Attendance", [*_attendance_lines(page)]),
        ("Interests", list(page.interests)),
    ):
        if lines:
            yield title, lines


def _dated_lines(rows: tuple[DatedRow, ...]) -> list[str]:
    return [f"from {plain_date(row.on)}: {row.text or 'none'}" for row in rows]


def _name_lines(page: MemberPage) -> Iterator[str]:
    yield f"short: {page.short} · sorted: {page.sort} · initials: {page.initials}"
    if len(page.names) > 1:
        yield from (f"from {plain_date(row.on)}: {row.text}" for row in page.names)
    yield from (f"also found as {name}" for name in page.also)
    if page.votes_on:
        yield f"votes on: {page.votes_on}"
    if page.left is not None:
        yield f"{page.left_how or 'left'} from {plain_date(page.left)}"


def _held_line(row: HeldRow) -> str:
    source = f" ({row.source})" if row.source else ""
    return f"{row.committee}, {row.place or 'a seat'}: {row.span}{source}"


def _attendance_lines(page: MemberPage) -> Iterator[str]:
    for row in page.attendance:
        more = [
            f"{count} {words}"
            for count, words in (
                (row.apologies, "with apologies"),
                (row.absent, "absent"),
                (row.substituted, "substituted"),
                (row.as_substitute, "as substitute"),
                (row.in_attendance, "in attendance"),
            )
            if count
        ]
        yield f"{row.committee}: {row.of}" + (f" ({', '.join(more)})" if more else "")
    if page.six_months is not None:
        clock = page.six_months
        before = (
            f"the last council meeting before that: {plain_date(clock.council)}"
            if clock.council
            else "no council meeting before that is in Clerk"
        )
        yield f"{clock.words}; six months end on {plain_date(clock.ends)}; {before}"


def _dated(texts: tuple[DatedText, ...]) -> tuple[DatedRow, ...]:
    return tuple(DatedRow(on=dated.on, text=dated.text) for dated in texts)


def _held(office: Office, person: str) -> Iterator[HeldRow]:
    for body in office.register.committees.values():
        for seat in body.seats:
            for tenure in seat.tenures:
                if tenure.person == person and not is_void(tenure):
                    group = group_on(seat, first_day(tenure) or office.today)
                    yield _held_row(body, tenure, group, "seat")
        for role in body.roles:
            for tenure in role.tenures:
                if tenure.person == person and not is_void(tenure):
                    yield _held_row(body, tenure, role.title, "role")


def _held_row(body: Committee, tenure: Tenure, place: str, kind: str) -> HeldRow:
    seen = sorted(each.on for each in tenure.seen)
    return HeldRow(
        committee=body.name_on(tenure.end or tenure.start or body.names[-1].on),
        slug=body.slug,
        place=place,
        kind=kind,
        start=tenure.start,
        end=tenure.end,
        first_seen=seen[0] if seen and not tenure.start else None,
        last_seen=seen[-1] if seen and tenure.ended and not tenure.end else None,
        over=tenure.ended,
        how=tenure.how,
        source=tenure.source,
    )


def _by_start(row: HeldRow) -> tuple[dt.date, str, str]:
    return row.start or row.first_seen or dt.date.min, row.slug, row.kind


def _interests(person: Person) -> Iterator[str]:
    for interest in person.interests:
        since = f", since {plain_date(interest.since)}" if interest.since else ""
        until = f", until {plain_date(interest.until)}" if interest.until else ""
        yield f"{interest_words(interest)}{since}{until}"
