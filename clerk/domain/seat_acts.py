"""Acts on seats and roles: appointed, left, elected. `on` is the first day on which it is so."""

import datetime as dt

from msgspec.structs import replace

from clerk.domain.base import Fact, eve
from clerk.domain.committees import (
    Committee,
    How,
    Role,
    Seat,
    Tenure,
    holder_on,
    person_on,
    stands,
    tenure_on,
)
from clerk.domain.ordered import put, replaced
from clerk.domain.tenures import begun, holds, overlap, with_holder, without_holder
from clerk.errors import RefusedError


class Appointed(Fact, frozen=True, tag="appointed"):
    """A person takes a seat from a day on; whoever held it leaves it the day before."""

    committee: str
    seat: str
    person: str
    on: dt.date
    source: str = ""
    reason: str = ""
    entered: dt.date | None = None
    """The day on which this was entered, where that was later."""


class Left(Fact, frozen=True, tag="left"):
    """A person leaves a seat: from `on` it is vacant. The roles on the committee go with it."""

    committee: str
    seat: str
    person: str
    on: dt.date
    how: How = "left"
    reason: str = ""
    source: str = ""
    entered: dt.date | None = None


class RoleGiven(Fact, frozen=True, tag="role-given"):
    """A person takes a role ("Chairman") from a day on."""

    committee: str
    role: str
    title: str
    person: str
    on: dt.date
    source: str = ""
    reason: str = ""
    entered: dt.date | None = None


class RoleLeft(Fact, frozen=True, tag="role-left"):
    """A person gives a role up: from `on` it is vacant."""

    committee: str
    title: str
    person: str
    on: dt.date
    how: How = "left"
    reason: str = ""
    source: str = ""
    entered: dt.date | None = None


SeatAct = Appointed | Left | RoleGiven | RoleLeft


def with_seat_act(body: Committee, act: SeatAct) -> Committee:
    """The committee after the act; raises RefusedError where it does not fit."""
    match act:
        case Appointed():
            return _appointed(body, act)
        case Left():
            return _left(body, act)
        case RoleGiven():
            return _role_given(body, act)
        case RoleLeft():
            return _role_left(body, act)


def without_person(
    body: Committee,
    person: str,
    on: dt.date,
    how: How,
    *,
    reason: str = "",
    source: str = "",
    entered: dt.date | None = None,
) -> Committee:
    """The committee after `person` left every seat and role that they held on `on` or later."""

    def gone(tenures: tuple[Tenure, ...]) -> tuple[Tenure, ...]:
        if holds(tenures, person, on) and not _has_left(tenures, person, on):
            tenures = without_holder(
                tenures, person, on, how, reason=reason, source=source, entered=entered
            )
        return tuple(_never(each, on, how) if each.person == person else each for each in tenures)

    return replace(
        body,
        seats=tuple(replace(seat, tenures=gone(seat.tenures)) for seat in body.seats),
        roles=tuple(replace(role, tenures=gone(role.tenures)) for role in body.roles),
    )


def seat_of(body: Committee, seat_id: str) -> Seat:
    """The seat with this id; raises RefusedError."""
    found = next((seat for seat in body.seats if seat.id == seat_id), None)
    if found is None:
        raise RefusedError(f"{body.name} has no such seat. Nothing was changed.")
    return found


def with_seat(body: Committee, seat: Seat) -> Committee:
    """The committee with `seat` in place of the one with its id."""
    return replace(body, seats=replaced(body.seats, seat))


def _appointed(body: Committee, act: Appointed) -> Committee:
    seat = seat_of(body, act.seat)
    if not seat.tenures and seat.created is not None and act.on < seat.created:
        seat = replace(seat, created=act.on)  # entered as vacant, later than it was there
    if not stands(seat, act.on):
        raise RefusedError(f"{body.name} does not have that seat on that day.")
    before = person_on(seat, act.on)
    was_empty = _empty_on(seat, eve(act.on))
    new = begun(
        act.person,
        act.on,
        source=act.source,
        reason=act.reason,
        entered=act.entered,
        filled=was_empty,
    )
    changed = replace(seat, tenures=with_holder(seat.tenures, new))
    mine = next(t for t in changed.tenures if t.person == act.person and t.start == act.on)
    for other in body.seats:
        if other.id != seat.id and any(
            t.person == act.person and overlap(t, mine) for t in other.tenures
        ):
            raise RefusedError(
                f"This person has another seat on {body.name} in that time. Nothing was changed."
            )
    body = with_seat(body, changed)
    if before is not None and before != act.person:
        body = _without_roles(body, before, act.on, "replaced", act.entered)
    return body


def _left(body: Committee, act: Left) -> Committee:
    seat = seat_of(body, act.seat)
    tenures = without_holder(
        seat.tenures,
        act.person,
        act.on,
        act.how,
        reason=act.reason,
        source=act.source,
        entered=act.entered,
    )
    body = with_seat(body, replace(seat, tenures=tenures))
    return _without_roles(body, act.person, act.on, act.how, act.entered)


def _role_given(body: Committee, act: RoleGiven) -> Committee:
    known = next((role for role in body.roles if role.title == act.title), None)
    role = known or Role(id=act.role, title=act.title)
    new = begun(act.person, act.on, source=act.source, reason=act.reason, entered=act.entered)
    changed = replace(role, tenures=with_holder(role.tenures, new))
    # In its place: who bears two roles has them printed in this order, on old days too.
    return replace(body, roles=put(body.roles, changed))


def _role_left(body: Committee, act: RoleLeft) -> Committee:
    role = next((role for role in body.roles if role.title == act.title), None)
    if role is None:
        raise RefusedError(f"{body.name} has no {act.title}. Nothing was changed.")
    tenures = without_holder(
        role.tenures,
        act.person,
        act.on,
        act.how,
        reason=act.reason,
        source=act.source,
        entered=act.entered,
    )
    return replace(body, roles=replaced(body.roles, replace(role, tenures=tenures)))


def _without_roles(
    body: Committee, person: str, on: dt.date, how: How, entered: dt.date | None
) -> Committee:
    """The committee after `person`, who left their seat, gave up what roles they held on it."""
    roles = []
    for role in body.roles:
        held = tenure_on(role.tenures, on)
        if held is not None and held.person == person and not _has_left(role.tenures, person, on):
            gone = without_holder(role.tenures, person, on, how, entered=entered)
            role = replace(role, tenures=gone)
        roles.append(role)
    return replace(body, roles=tuple(roles))


def _has_left(tenures: tuple[Tenure, ...], person: str, on: dt.date) -> bool:
    """Whether it is recorded already how the tenure that runs on `on` is going to end."""
    held = tenure_on(tenures, on)
    return (
        held is not None
        and held.person == person
        and held.end is not None
        and held.how not in ("", "replaced")
    )


def _never(tenure: Tenure, on: dt.date, how: How) -> Tenure:
    """A tenure that was to begin after `on`: it never does."""
    if tenure.start is None or tenure.start <= on:
        return tenure
    return replace(tenure, end=eve(tenure.start), ended=True, how=how)


def _empty_on(seat: Seat, day: dt.date) -> bool:
    holder = holder_on(seat, day)
    return stands(seat, day) and holder.known and holder.person is None
