"""Who sits on a committee, as on a day, and everyone whom the register has."""

import datetime as dt

from clerk.desk.lists.rows import MemberRow, Membership, PersonRow
from clerk.desk.office import Office
from clerk.desk.order import role_rank
from clerk.desk.register.seat_past import late_note, vacant_since
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
from clerk.names import full, sort_key


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
