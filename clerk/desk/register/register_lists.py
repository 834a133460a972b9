"""Lists out of the register: vacancies, chairs, one member's page, differences between two days."""

import datetime as dt

from clerk.desk.office import Office
from clerk.desk.order import role_rank
from clerk.desk.register.appointments import is_vacant
from clerk.desk.register.seat_past import last_tenure, late_note, vacant_since
from clerk.domain.base import Fact
from clerk.domain.committees import (
    Committee,
    Role,
    Seat,
    first_day,
    group_on,
    holder_on,
    person_on,
    role_on,
    stands,
)
from clerk.domain.tenures import is_void
from clerk.names import full, sort_key
from clerk.record.changes import Told, changes_between, seat_history


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
    committee_id: str = ""
    seat: str = ""


class ChairRow(Fact, frozen=True):
    """A role on a committee on a day."""

    committee: str
    slug: str
    role: str
    name: str = ""
    """Empty where vacant or not known."""
    since: dt.date | None = None
    known: bool = True
    committee_id: str = ""

    @property
    def printed(self) -> str:
        """The name, "Vacancy" or "not known"."""
        return self.name or ("Vacancy" if self.known else "not known")


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

    @property
    def lines(self) -> tuple[str, ...]:
        """Who came and went, and what happened, as it is read."""
        doubtful = [f"not known of both days: {', '.join(self.not_known)}"]
        return (
            f"joined: {', '.join(self.joined) or 'nobody'}",
            f"left: {', '.join(self.left) or 'nobody'}",
            *(doubtful if self.not_known else ()),
            f"seats: {self.seats_before} before, {self.seats_after} after",
            *(told.dated for told in self.told),
        )


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
                    committee=body.name_on(on),
                    slug=body.slug,
                    role=body.chair_title,
                    known=False,
                    committee_id=body.id,
                )
            )
        rows += [_chair(office, body, role, on) for role in sorted(roles, key=_by_rank)]
    return tuple(rows)


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


def seat_told(office: Office, body: Committee, seat_id: str) -> tuple[Told, ...]:
    """The history of one seat in sentences; nothing where there is no such seat."""
    seat = next((seat for seat in body.seats if seat.id == seat_id), None)
    return seat_history(office.register, body, seat) if seat else ()


def _bodies(office: Office, on: dt.date, slug: str = "") -> list[Committee]:
    bodies = [
        body
        for body in office.register.committees.values()
        if slug in ("", body.slug) and (body.dissolved is None or on < body.dissolved)
    ]
    return sorted(bodies, key=lambda body: body.name_on(on).casefold())


def _vacancy(office: Office, body: Committee, seat: Seat, on: dt.date) -> VacancyRow:
    last = last_tenure(seat, on)
    since = vacant_since(seat, on)
    person = office.register.people.get(last.person) if last else None
    return VacancyRow(
        committee=body.name_on(on),
        slug=body.slug,
        group=group_on(seat, on),
        since=since,
        last_holder=full(person.name_on(since or on)) if person else "",
        how=last.how if last else "",
        note=late_note(office, seat, on),
        committee_id=body.id,
        seat=seat.id,
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
        committee_id=body.id,
    )


def _heard_of(role: Role) -> bool:
    return any(not is_void(tenure) for tenure in role.tenures)


def _by_rank(role: Role) -> tuple[int, str]:
    return role_rank(role.title), role.title.casefold()


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
    ids = {person_on(seat, day) for seat in body.seats if stands(seat, day)} - {None}
    people = [office.register.people[person] for person in ids if person]
    ordered = sorted(people, key=lambda person: sort_key(person.name_on(day)))
    return {person.id: full(person.name_on(day)) for person in ordered}
