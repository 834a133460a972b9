"""Lists out of the register: vacancies, chairs, one member's page, differences between two days."""

import datetime as dt
from collections.abc import Iterator

from clerk.desk.appointments import is_vacant
from clerk.desk.lists import late_note
from clerk.desk.office import Office
from clerk.desk.order import role_rank
from clerk.desk.persons import interest_words
from clerk.domain.base import DatedText, Fact, text_on
from clerk.domain.committees import (
    Committee,
    Role,
    Seat,
    Tenure,
    first_day,
    group_on,
    holder_on,
    last_day,
    role_on,
    stands,
)
from clerk.domain.people import Person
from clerk.domain.tenures import is_void
from clerk.names import full, initials, short, sort_form, sort_key
from clerk.record.changes import Told, changes_between, seat_history
from clerk.when import plain_date


class VacancyRow(Fact, frozen=True):
    """A seat that nobody holds on a day."""

    committee: str
    slug: str
    group: str
    since: dt.date | None = None
    """The first day on which it is known to be vacant; None where that is not known."""
    last_holder: str = ""
    how: str = ""
    """How the last holder left it."""
    note: str = ""


class ChairRow(Fact, frozen=True):
    """A role on a committee on a day."""

    committee: str
    slug: str
    role: str
    name: str = ""
    """Empty where vacant or not known."""
    since: dt.date | None = None
    known: bool = True

    @property
    def printed(self) -> str:
        """The name, "Vacancy" or "not known"."""
        return self.name or ("Vacancy" if self.known else "not known")


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
    names: tuple[DatedRow, ...]
    groups: tuple[DatedRow, ...]
    posts: tuple[DatedRow, ...]
    held: tuple[HeldRow, ...]
    interests: tuple[str, ...]
    votes_on: str = ""
    left: dt.date | None = None
    left_how: str = ""


class Differences(Fact, frozen=True):
    """How a committee differs between two days."""

    committee: str
    slug: str
    start: dt.date
    end: dt.date
    joined: tuple[str, ...]
    left: tuple[str, ...]
    not_known: tuple[str, ...]
    """Who had a seat on one of the two days, of whom it is not known whether on the other too."""
    seats_before: int
    seats_after: int
    told: tuple[Told, ...]
    """What happened between, by day."""


def vacancies(office: Office, on: dt.date, slug: str = "") -> tuple[VacancyRow, ...]:
    """Every vacant seat on a day, by committee; a seat of which nothing is known is none."""
    return tuple(
        _vacancy(office, body, seat, on)
        for body in _bodies(office, on, slug)
        for seat in body.seats
        if is_vacant(seat, on)
    )


def chairs(office: Office, on: dt.date) -> tuple[ChairRow, ...]:
    """Every role of every committee on a day; one for the chair where none was ever given."""
    rows = []
    for body in _bodies(office, on):
        roles = [role for role in body.roles if _heard_of(role)]
        titles = [role.title for role in roles]
        if not any(title.casefold().startswith("chair") for title in titles):
            rows.append(
                ChairRow(
                    committee=body.name_on(on), slug=body.slug, role=body.chair_title, known=False
                )
            )
        rows += [_chair(office, body, role, on) for role in sorted(roles, key=_by_rank)]
    return tuple(rows)


def member_page(office: Office, person: Person) -> MemberPage:
    """Seats, roles, groups, posts and interests of one person over time."""
    today = office.today
    name = person.name_on(today)
    return MemberPage(
        id=person.id,
        name=full(name),
        short=short(name),
        sort=sort_form(name),
        initials=initials(name),
        kind=person.kind,
        group=text_on(person.groups, today) or "",
        post=text_on(person.posts, today) or "",
        names=tuple(DatedRow(on=dated.on, text=full(dated.name)) for dated in person.names),
        groups=_dated(person.groups),
        posts=_dated(person.posts),
        held=tuple(sorted(_held(office, person.id), key=_by_start)),
        interests=tuple(_interests(person)),
        votes_on=person.votes_on,
        left=person.left,
        left_how=person.left_how,
    )


def differences(office: Office, body: Committee, start: dt.date, end: dt.date) -> Differences:
    """Who joined and who left between two days, and what happened, in sentences."""
    before, after = (_sitting(office, body, day) for day in (start, end))
    doubtful = _doubtful(body, start, end)
    came = {person: name for person, name in after.items() if person not in before}
    went = {person: name for person, name in before.items() if person not in after}
    return Differences(
        committee=body.name_on(end),
        slug=body.slug,
        start=start,
        end=end,
        joined=tuple(name for person, name in came.items() if person not in doubtful),
        left=tuple(name for person, name in went.items() if person not in doubtful),
        not_known=tuple(name for person, name in (came | went).items() if person in doubtful),
        seats_before=sum(stands(seat, start) for seat in body.seats),
        seats_after=sum(stands(seat, end) for seat in body.seats),
        told=changes_between(office.register, body, start, end),
    )


def seats_told(office: Office, body: Committee) -> tuple[tuple[str, tuple[Told, ...]], ...]:
    """Each seat by its group, with its history in sentences."""
    return tuple(
        (group_on(seat, office.today), seat_history(office.register, body, seat))
        for seat in body.seats
    )


def _bodies(office: Office, on: dt.date, slug: str = "") -> list[Committee]:
    bodies = [
        body
        for body in office.register.committees.values()
        if slug in ("", body.slug) and (body.dissolved is None or on < body.dissolved)
    ]
    return sorted(bodies, key=lambda body: body.name_on(on).casefold())


def _vacancy(office: Office, body: Committee, seat: Seat, on: dt.date) -> VacancyRow:
    gone = [t for t in seat.tenures if (last_day(t) or dt.date.max) < on and not is_void(t)]
    last = gone[-1] if gone else None
    since = seat.created
    if last is not None:
        since = last.end + dt.timedelta(days=1) if last.end else last.ended_before
    person = office.register.people.get(last.person) if last else None
    return VacancyRow(
        committee=body.name_on(on),
        slug=body.slug,
        group=group_on(seat, on),
        since=since,
        last_holder=full(person.name_on(since or on)) if person else "",
        how=last.how if last else "",
        note=late_note(office, seat, on),
    )


def _chair(office: Office, body: Committee, role: Role, on: dt.date) -> ChairRow:
    held = role_on(role, on)
    begun = [day for t in role.tenures if (day := first_day(t))]
    name = full(office.register.people[held].name_on(on)) if held else ""
    since = next((t.start for t in reversed(role.tenures) if t.person == held and t.start), None)
    return ChairRow(
        committee=body.name_on(on),
        slug=body.slug,
        role=role.title,
        name=name,
        since=since,
        known=bool(held) or (bool(begun) and min(begun) <= on),
    )


def _heard_of(role: Role) -> bool:
    return any(not is_void(tenure) for tenure in role.tenures)


def _by_rank(role: Role) -> tuple[int, str]:
    return role_rank(role.title), role.title.casefold()


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


def _doubtful(body: Committee, start: dt.date, end: dt.date) -> set[str]:
    """Who holds, on one of two days, a seat of which it is not known who held it on the other."""
    found = set()
    for seat in body.seats:
        first, last = holder_on(seat, start), holder_on(seat, end)
        if not first.known and stands(seat, start) and last.person:
            found.add(last.person)
        if not last.known and stands(seat, end) and first.person:
            found.add(first.person)
    return found


def _sitting(office: Office, body: Committee, day: dt.date) -> dict[str, str]:
    """Who holds a seat on a day: id → full name as on that day, by surname."""
    ids = {holder_on(seat, day).person for seat in body.seats if stands(seat, day)} - {None}
    people = [office.register.people[person] for person in ids if person]
    ordered = sorted(people, key=lambda person: sort_key(person.name_on(day)))
    return {person.id: full(person.name_on(day)) for person in ordered}
