"""Seats and roles as papers show them: tenure with evidence, never an invented date."""

import datetime as dt
from collections.abc import Sequence
from itertools import groupby, zip_longest

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
    the replacement lies between the two papers, on a day that is not known. A printed vacancy is
    an empty seat of its group, or one whose holder the list no longer names.
    """
    result = list(seats)
    named = {place.person for place in shown if place.person}
    waiting = []
    for place in shown:
        at = _seat_of(result, place.person, seen.on, named) if place.person else None
        if at is not None:
            result[at] = _sat_in(result[at], place, seen)
        elif place.person:
            waiting.append(place)
    for place in waiting:
        at = _seat_to_take(result, place, named)
        if at is None:
            result.append(_new_seat(place, seen))
        else:
            result[at] = _sat_in(result[at], place, seen)
    empty: set[int] = set()
    for place in shown:
        if not place.person:
            at = _empty_seat(result, place, named, empty)
            empty.add(len(result) if at is None else at)
            if at is None:
                result.append(_new_seat(place, seen))
            else:
                result[at] = replace(result[at], tenures=_vacated(result[at].tenures, seen))
    return tuple(result)


def seats_with_present(
    seats: tuple[Seat, ...], people: tuple[str, ...], seen: Seen
) -> tuple[Seat, ...]:
    """`seats` after an attendance list: evidence for the seats that those present hold."""
    return tuple(
        replace(seat, tenures=_with_sighting(seat.tenures, person, seen))
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
        tenures = _with_sighting(result[at].tenures, person, seen)
        result[at] = replace(result[at], tenures=tenures)
    return tuple(result)


def _holds(seat: Seat, person: str) -> bool:
    return any(tenure.person == person for tenure in seat.tenures)


def _seat_of(seats: list[Seat], person: str, day: dt.date, named: set[str]) -> int | None:
    """The person's seat: not one they held once and in which another of the list sits now."""
    held = [at for at, seat in enumerate(seats) if _holds(seat, person)]
    theirs = [at for at in held if _nearest(seats[at], day) == person]
    free = [at for at in held if _nearest(seats[at], day) not in named]
    return next(iter(theirs + free), None)


def _nearest(seat: Seat, day: dt.date) -> str:
    """Whoever took the seat last by `day`; else the first known to have held it."""
    begun = [t for t in seat.tenures if (first_day(t) or dt.date.min) <= day]
    return (begun[-1] if begun else seat.tenures[0]).person


def _seat_to_take(seats: list[Seat], place: Shown, named: set[str]) -> int | None:
    """A seat of the group (or of no known group) that nobody on the list is known to hold."""
    for at, seat in enumerate(seats):
        if seat.group in ("", place.group) and not any(_holds(seat, person) for person in named):
            return at
    return None


def _empty_seat(seats: list[Seat], place: Shown, named: set[str], taken: set[int]) -> int | None:
    """A seat of the group for a printed vacancy: one that is empty, else one left by its holder."""
    left = [
        at
        for at, seat in enumerate(seats)
        if at not in taken
        and seat.group == place.group
        and not any(_holds(seat, person) for person in named)
    ]
    return min(left, key=lambda at: not all(t.ended for t in seats[at].tenures), default=None)


def _sat_in(seat: Seat, place: Shown, seen: Seen) -> Seat:
    tenures = _with_sighting(seat.tenures, place.person, seen)
    return replace(seat, group=seat.group or place.group, tenures=tenures)


def _new_seat(place: Shown, seen: Seen) -> Seat:
    tenures = (Tenure(person=place.person, seen=(seen,)),) if place.person else ()
    return Seat(id=new_id(), group=place.group, tenures=tenures)


def _with_sighting(tenures: tuple[Tenure, ...], person: str, seen: Seen) -> tuple[Tenure, ...]:
    """`tenures` with `person` seen in the place, before, between or after what is known."""
    if any(tenure.start or tenure.end for tenure in tenures):
        return _beside_known_days(tenures, person, seen)
    sightings = {(s.on, s.paper, t.person) for t in tenures for s in t.seen}
    ordered = sorted(sightings | {(seen.on, seen.paper, person)})
    runs = [list(run) for _, run in groupby(ordered, key=lambda sighting: sighting[2])]
    only_said = tuple(
        t for t in tenures if not t.seen and all(t.person != run[0][2] for run in runs)
    )
    return only_said + tuple(
        _run(tenures, run, following[0][0] if following else None)
        for run, following in zip_longest(runs, runs[1:], fillvalue=())
    )


def _run(
    tenures: tuple[Tenure, ...], run: Sequence[tuple[dt.date, str, str]], successor: dt.date | None
) -> Tenure:
    """A tenure from the sightings of one person in a row; over by the next person's first day."""
    person, last = run[0][2], run[-1][0]
    said = [t.ended_before for t in tenures if t.person == person and t.ended_before]
    over = [day for day in (*said, successor) if day is not None and day > last]
    return Tenure(
        person=person,
        ended=bool(over),
        ended_before=min(over, default=None),
        seen=tuple(Seen(on=on, paper=paper) for on, paper, _ in run),
    )


def _beside_known_days(tenures: tuple[Tenure, ...], person: str, seen: Seen) -> tuple[Tenure, ...]:
    """As `_with_sighting`, where a clerk entered the days of some tenure: those stand."""
    if any(tenure.person == person for tenure in tenures):
        return _seen_in(tenures, person, seen)
    return _taken_over(tenures, person, seen)


def _vacated(tenures: tuple[Tenure, ...], seen: Seen) -> tuple[Tenure, ...]:
    """`tenures` after a printed vacancy: whoever was seen before it has left by then."""
    return tuple(
        t
        if t.ended or max((s.on for s in t.seen), default=t.start or seen.on) >= seen.on
        else replace(t, ended=True, ended_before=seen.on)
        for t in tenures
    )


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
