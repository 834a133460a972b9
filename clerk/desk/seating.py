"""Seats and roles as papers show them: tenure with evidence, never an invented date."""

import datetime as dt

from msgspec.structs import replace

from clerk.domain.base import Fact, Seen, new_id
from clerk.domain.committees import Role, Seat, Tenure, first_day


class Shown(Fact, frozen=True):
    """A place of a membership list: who sits in it; nobody in a printed vacancy."""

    group: str
    person: str = ""


def seats_with_list(
    seats: tuple[Seat, ...], shown: tuple[Shown, ...], seen: Seen
) -> tuple[Seat, ...]:
    """`seats` after a membership list: one seat for each name printed, none invented.

    A name that has no seat yet takes one of its group whose holder the list no longer names:
    the replacement lies between the two papers, on a day that is not known.
    """
    result = list(seats)
    named = {place.person for place in shown if place.person}
    waiting = []
    for place in shown:
        at = _seat_of(result, place.person) if place.person else None
        if at is None:
            waiting.append(place)
        else:
            result[at] = replace(
                result[at],
                group=result[at].group or place.group,
                tenures=_seen_in(result[at].tenures, place.person, seen),
            )
    for place in waiting:
        at = _seat_to_take(result, place, named) if place.person else None
        if at is None:
            result.append(_new_seat(place, seen))
        else:
            result[at] = replace(
                result[at],
                group=result[at].group or place.group,
                tenures=_taken_over(result[at].tenures, place.person, seen),
            )
    return tuple(result)


def seats_with_present(
    seats: tuple[Seat, ...], people: tuple[str, ...], seen: Seen
) -> tuple[Seat, ...]:
    """`seats` after an attendance list: evidence for the seats that those present hold."""
    return tuple(
        replace(seat, tenures=_seen_in(seat.tenures, person, seen))
        if (person := next((p for p in people if _holds(seat, p)), None))
        else seat
        for seat in seats
    )


def seats_with_change(
    seats: tuple[Seat, ...], joined: str, left: str, day: dt.date
) -> tuple[Seat, ...]:
    """`seats` after "A has replaced B": B was in A's seat before, until a day not known."""
    gone = Tenure(person=left, ended=True, ended_before=day)
    return tuple(
        replace(seat, tenures=(gone, *seat.tenures))
        if _holds(seat, joined) and not _holds(seat, left)
        else seat
        for seat in seats
    )


def roles_with(roles: tuple[Role, ...], shown: dict[str, str], seen: Seen) -> tuple[Role, ...]:
    """`roles` after a list that shows who bears each: title → person."""
    result = list(roles)
    for title, person in shown.items():
        at = next((at for at, role in enumerate(result) if role.title == title), None)
        if at is None:
            tenure = Tenure(person=person, seen=(seen,))
            result.append(Role(id=new_id(), title=title, tenures=(tenure,)))
            continue
        held = result[at].tenures
        known = any(tenure.person == person for tenure in held)
        tenures = _seen_in(held, person, seen) if known else _taken_over(held, person, seen)
        result[at] = replace(result[at], tenures=tenures)
    return tuple(result)


def _holds(seat: Seat, person: str) -> bool:
    return any(tenure.person == person for tenure in seat.tenures)


def _seat_of(seats: list[Seat], person: str) -> int | None:
    return next((at for at, seat in enumerate(seats) if _holds(seat, person)), None)


def _seat_to_take(seats: list[Seat], place: Shown, named: set[str]) -> int | None:
    """A seat of the group (or of no known group) that nobody on the list is known to hold."""
    for at, seat in enumerate(seats):
        if seat.group in ("", place.group) and not any(_holds(seat, person) for person in named):
            return at
    return None


def _new_seat(place: Shown, seen: Seen) -> Seat:
    tenures = (Tenure(person=place.person, seen=(seen,)),) if place.person else ()
    return Seat(id=new_id(), group=place.group, tenures=tenures)


def _seen_in(tenures: tuple[Tenure, ...], person: str, seen: Seen) -> tuple[Tenure, ...]:
    return tuple(
        replace(tenure, seen=tuple(sorted({*tenure.seen, seen}, key=lambda s: (s.on, s.paper))))
        if tenure.person == person
        else tenure
        for tenure in tenures
    )


def _taken_over(tenures: tuple[Tenure, ...], person: str, seen: Seen) -> tuple[Tenure, ...]:
    """`tenures` with `person` before or after them, as the day of the paper says."""
    new = Tenure(person=person, seen=(seen,))
    after = [t for t in tenures if (first_day(t) or seen.on) > seen.on]
    if after:
        gone = replace(new, ended=True, ended_before=first_day(after[0]))
        return (*(t for t in tenures if t not in after), gone, *after)
    closed = tuple(t if t.ended else replace(t, ended=True, ended_before=seen.on) for t in tenures)
    return (*closed, new)
