"""Who takes a seat or a role, and who leaves one: each one act of a few words.

`on` is the first day on which it is so: a seat left "on 5 May" is vacant that day.
"""

import datetime as dt

from clerk.desk.office import Office
from clerk.desk.register.deeds import Dated, Grounds, do_all, settled
from clerk.desk.register.who import met
from clerk.desk.words import tidied
from clerk.domain.base import new_id
from clerk.domain.committees import (
    Committee,
    How,
    Seat,
    first_day,
    group_on,
    holder_on,
    person_on,
    role_on,
    stands,
)
from clerk.domain.people import Person, PersonKind
from clerk.domain.register_acts import (
    Appointed,
    Left,
    OneAct,
    PersonAdded,
    PersonLeft,
    RoleGiven,
    RoleLeft,
    SeatAdded,
)
from clerk.domain.seat_acts import seat_of
from clerk.domain.tenures import begun, holds
from clerk.errors import InputError
from clerk.names import full
from clerk.when import plain_date


def appoint(
    office: Office,
    committee_id: str,
    who: Person | str,
    group: str,
    *,
    role: str = "",
    kind: PersonKind = "member",
    grounds: Grounds | None = None,
) -> Person:
    """A member in a seat of a group: a vacant one, else a new one.

    A name that nobody bears yet is a new person, of that `kind` and group. Raises InputError where
    they sit on the committee already; RefusedError where what is recorded stands against it.
    """
    when = settled(office, grounds or Grounds())
    body = office.committee(committee_id)
    person, new = met(office, who, kind, when.on, tidied(group))
    acts: list[OneAct] = [PersonAdded(person=person)] if new else []
    acts += appointment(body, person, tidied(group), when)
    if tidied(role):
        acts.append(role_given(body, person.id, role_title(body, role), when))
    do_all(office, acts, f"{full(person.name)} appointed to {body.name}{when.words}")
    return office.register.people[person.id]


def replace_member(
    office: Office,
    committee_id: str,
    old: Person,
    name: str,
    grounds: Grounds | None = None,
) -> Person:
    """One act: whoever bears `name` takes the seat of `old`. Raises InputError, RefusedError."""
    day = (grounds or Grounds()).on or office.today
    seat = seat_held(office.committee(committee_id), old, day)
    return take_seat(office, committee_id, seat.id, name, grounds)


def take_seat(
    office: Office,
    committee_id: str,
    seat_id: str,
    who: Person | str,
    grounds: Grounds | None = None,
) -> Person:
    """One act: `who` takes this very seat, from whoever holds it or out of a vacancy.

    A name that nobody bears yet is a new member, of the seat's group. Raises InputError where they
    sit on the committee already; RefusedError where what is recorded stands against it.
    """
    when = settled(office, grounds or Grounds())
    body = office.committee(committee_id)
    seat = seat_of(body, seat_id)
    group = group_on(seat, when.on)
    person, new = met(office, who, "member", when.on, group)
    _refuse_seated(body, person, when.on)
    before = person_on(seat, when.on)
    name = full(person.name_on(when.on))
    if before is None:
        said = f"{name} fills the {group or 'vacant'} seat on {body.name}"
    else:
        gone = full(office.register.people[before].name_on(when.on))
        said = f"{name} replaces {gone} on {body.name}"
    act = _appointed(body, seat, person, when)
    do_all(office, [PersonAdded(person=person), act] if new else [act], f"{said}{when.words}")
    return office.register.people[person.id]


def leave_seat(
    office: Office,
    committee_id: str,
    person: Person,
    how: How = "left",
    grounds: Grounds | None = None,
) -> None:
    """A member leaves a committee, and whatever role they had on it; the seat is vacant."""
    when = settled(office, grounds or Grounds())
    body = office.committee(committee_id)
    seat = seat_held(body, person, when.on)
    act = Left(
        committee=body.id,
        seat=seat.id,
        person=person.id,
        how=how,
        on=when.on,
        reason=when.reason,
        source=when.source,
        entered=when.entered,
    )
    do_all(office, [act], f"{full(person.name)} {_gone(how)} {body.name}{when.words}")


def leave_council(
    office: Office, person: Person, how: How = "left", grounds: Grounds | None = None
) -> None:
    """A member leaves every seat and role, by one act: a death, a resignation from the council."""
    when = settled(office, grounds or Grounds())
    act = PersonLeft(
        person=person.id,
        how=how,
        on=when.on,
        reason=when.reason,
        source=when.source,
        entered=when.entered,
    )
    said = f"{full(person.name)} {_gone(how)} the council{when.words}"
    do_all(office, [act], said)


def elect(
    office: Office,
    committee_id: str,
    person: Person,
    title: str = "",
    grounds: Grounds | None = None,
) -> str:
    """A member of the committee takes a role; the chair where none is named. Returns its title.

    Whoever had it before gives it up the day before; a vice-chair who is elected chair is
    vice-chair no longer. Raises InputError where they have no seat on the committee.
    """
    when = settled(office, grounds or Grounds())
    body = office.committee(committee_id)
    role = role_title(body, title)
    if not any(holds(seat.tenures, person.id, when.on) for seat in body.seats):
        raise InputError(
            f"{full(person.name)} has no seat on {body.name} on {plain_date(when.on)}. "
            "Appoint them first."
        )
    acts: list[OneAct] = [
        RoleLeft(
            committee=body.id,
            title=held.title,
            person=person.id,
            on=when.on,
            how="replaced",
            entered=when.entered,
        )
        for held in body.roles
        if held.title != role and _is_chair(held.title) and _is_chair(role)
        if role_on(held, when.on) == person.id
    ]
    acts.append(role_given(body, person.id, role, when))
    do_all(office, acts, f"{full(person.name)}: {role} of {body.name}{when.words}")
    return role


def give_up_role(
    office: Office,
    committee_id: str,
    person: Person,
    title: str = "",
    grounds: Grounds | None = None,
) -> str:
    """Someone gives a role up and keeps the seat; the role is vacant. Returns its title."""
    when = settled(office, grounds or Grounds())
    body = office.committee(committee_id)
    role = role_title(body, title)
    act = RoleLeft(
        committee=body.id,
        title=role,
        person=person.id,
        on=when.on,
        how="resigned",
        reason=when.reason,
        source=when.source,
        entered=when.entered,
    )
    do_all(office, [act], f"{full(person.name)} is {role} of {body.name} no more{when.words}")
    return role


def appointment(body: Committee, person: Person, group: str, when: Dated) -> list[OneAct]:
    """The act that puts `person` into a vacant seat of the group, or into a new one.

    Someone whom papers first show there later, or who is recorded from a later day, sits there
    from `when` on. A seat made for someone who is entered late may have stood before: since when
    is not known. Raises InputError where they sit there already.
    """
    later = seated_later(body, person, when.on)
    if later is not None:
        return [_appointed(body, later, person, when)]
    _refuse_seated(body, person, when.on)
    if body.dissolved is not None and body.dissolved <= when.on:
        raise InputError(f"{body.name} was dissolved on {plain_date(body.dissolved)}.")
    seat = vacant_seat(body, group, when.on)
    if seat is not None:
        return [_appointed(body, seat, person, when)]
    tenure = begun(person.id, when.on, source=when.source, reason=when.reason, entered=when.entered)
    made = Seat(
        id=new_id(),
        group=group,
        tenures=(tenure,),
        created=when.on if when.entered is None else None,
    )
    return [SeatAdded(committee=body.id, seat=made, reason=when.reason, source=when.source)]


def vacant_seat(body: Committee, group: str, day: dt.date) -> Seat | None:
    """A seat of the group that is vacant on `day` and stays so; None where there is none."""
    for seat in body.seats:
        if group_on(seat, day) != group:
            continue
        coming = any((first_day(tenure) or day) > day for tenure in seat.tenures)
        empty = is_vacant(seat, day) and not coming
        if empty or (not seat.tenures and seat.abolished is None):
            return seat
    return None


def is_vacant(seat: Seat, day: dt.date) -> bool:
    """Whether the seat stands on `day` and is known to be nobody's."""
    holder = holder_on(seat, day)
    return stands(seat, day) and holder.known and holder.person is None


def seated_later(body: Committee, person: Person, day: dt.date) -> Seat | None:
    """The seat that `person` is known to hold from a day after `day`, and holds still."""
    for seat in body.seats:
        for tenure in seat.tenures:
            first = first_day(tenure)
            begins = tenure.person == person.id and first is not None and first > day
            if begins and not tenure.ended:
                return seat
    return None


def seat_held(body: Committee, person: Person, day: dt.date) -> Seat:
    """The seat that `person` holds on `day`; raises InputError where they hold none."""
    found = next((seat for seat in body.seats if holds(seat.tenures, person.id, day)), None)
    if found is None:
        raise InputError(
            f"{full(person.name)} has no seat on {body.name} on {plain_date(day)}, as far as is "
            f"known. `clerk members {body.slug}` lists who has."
        )
    return found


def role_title(body: Committee, words: str) -> str:
    """The title of a role in the committee's own word: "chair" and "vice" will do."""
    wanted = tidied(words)
    folded = wanted.casefold()
    if folded in ("", "chair", "chairman", "chairperson", "chairwoman", "the chair"):
        return wanted if folded in ("chairwoman",) else body.chair_title
    if folded in ("vice", "vice-chair", "vice chair", "deputy", "vice-chairman"):
        return f"Vice-{body.chair_title}"
    known = next((role.title for role in body.roles if role.title.casefold() == folded), None)
    return known or wanted


def usual_roles(body: Committee) -> tuple[str, ...]:
    """The titles that there are on the committee: chair, vice-chair, and others ever given."""
    chair, vice = role_title(body, ""), role_title(body, "vice")
    return tuple(dict.fromkeys([chair, vice, *(role.title for role in body.roles)]))


def role_given(body: Committee, person: str, title: str, when: Dated) -> RoleGiven:
    """The act that gives `person` (an id) a role from the day of `when` on."""
    return RoleGiven(
        committee=body.id,
        role=new_id(),
        title=title,
        person=person,
        on=when.on,
        source=when.source,
        reason=when.reason,
        entered=when.entered,
    )


_GONE: dict[How, str] = {
    "resigned": "resigns from",
    "removed": "is removed from",
    "died": "has died, and leaves",
}


def _gone(how: How) -> str:
    return _GONE.get(how, "leaves")


def _appointed(body: Committee, seat: Seat, person: Person, when: Dated) -> Appointed:
    return Appointed(
        committee=body.id,
        seat=seat.id,
        person=person.id,
        on=when.on,
        source=when.source,
        reason=when.reason,
        entered=when.entered,
    )


def _refuse_seated(body: Committee, person: Person, day: dt.date) -> None:
    if person.left is not None and person.left <= day:
        raise InputError(
            f"{full(person.name)} left the council on {plain_date(person.left)}. "
            "Undo that, or choose an earlier day."
        )
    for seat in body.seats:
        held = person_on(seat, day) == person.id
        unended = any(t.person == person.id and not t.ended for t in seat.tenures)
        if held or unended:
            raise InputError(f"{full(person.name)} has a seat on {body.name} already.")


def _is_chair(title: str) -> bool:
    return "chair" in title.casefold()
