"""Seats as papers show them: one for each name printed, in whatever order the papers come."""

import datetime as dt
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.desk.incoming.seating import (
    Shown,
    roles_with,
    seats_with_change,
    seats_with_list,
    seats_with_present,
)
from clerk.domain.base import Seen
from clerk.domain.committees import Role, Seat, holder_on, role_on
from tests.desk.builders import APRIL, JULY, MARCH

OCTOBER = dt.date(2026, 10, 1)
DAY = dt.timedelta(days=1)


def shown(*people: str, group: str = "Labour") -> tuple[Shown, ...]:
    return tuple(Shown(group=group, person=person) for person in people)


def lists(*papers: tuple[dt.date, tuple[Shown, ...]]) -> tuple[Seat, ...]:
    seats: tuple[Seat, ...] = ()
    for day, places in papers:
        seats = seats_with_list(seats, places, Seen(on=day, paper=str(day)))
    return seats


def on(seats: tuple[Seat, ...], day: dt.date) -> list[str]:
    """Who sits: a name, "vacancy" or "?"."""
    found = [holder_on(seat, day) for seat in seats]
    return sorted(h.person or ("vacancy" if h.known else "?") for h in found)


def test_one_seat_is_made_for_each_name_and_each_printed_vacancy() -> None:
    seats = lists((APRIL, shown("a", "b", "")))
    assert on(seats, APRIL) == ["a", "b", "vacancy"]
    assert on(seats, APRIL - DAY) == ["?", "?", "vacancy"]


def test_the_same_list_again_makes_no_seat() -> None:
    places = shown("a", "b", "")
    seats = lists((APRIL, places), (JULY, places))
    assert on(seats, JULY) == ["a", "b", "vacancy"]


def test_a_replacement_lies_between_two_papers_on_a_day_that_is_not_known() -> None:
    seats = lists((APRIL, shown("a", "b")), (JULY, shown("a", "c")))
    assert on(seats, APRIL) == ["a", "b"]
    assert on(seats, JULY) == ["a", "c"]
    assert on(seats, JULY - DAY) == ["?", "a"]
    assert on(seats, OCTOBER) == ["a", "c"]


def test_a_vacancy_that_was_filled_is_one_seat() -> None:
    seats = lists((APRIL, shown("a", "")), (JULY, shown("a", "c")))
    assert len(seats) == 2
    assert on(seats, JULY) == ["a", "c"]


def test_someone_whose_place_is_printed_as_a_vacancy_sits_there_no_longer() -> None:
    seats = lists((APRIL, shown("a", "b")), (JULY, shown("a", "")))
    assert len(seats) == 2
    assert on(seats, APRIL) == ["a", "b"]
    assert "b" not in on(seats, JULY)


def test_a_seat_of_another_group_is_not_taken() -> None:
    seats = lists((APRIL, shown("a", group="Labour")), (JULY, shown("b", group="Green")))
    assert len(seats) == 2


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_papers_in_any_order_give_the_same_people_on_their_days(order: tuple[int, ...]) -> None:
    papers = [
        (APRIL, shown("a", "b")),
        (JULY, shown("a", "c")),
        (OCTOBER, shown("a", "c")),
    ]
    seats = lists(*(papers[at] for at in order))
    assert len(seats) == 2
    for day, places in papers:
        assert on(seats, day) == sorted(place.person for place in places)
    assert on(seats, JULY - DAY) == ["?", "a"]


@given(
    st.lists(
        st.lists(st.sampled_from("abcdef"), min_size=1, max_size=4, unique=True),
        min_size=1,
        max_size=4,
    )
)
def test_nobody_sits_twice_and_the_last_list_is_seated(found: list[list[str]]) -> None:
    days = [APRIL + at * 30 * DAY for at in range(len(found))]
    papers = [(day, shown(*people)) for day, people in zip(days, found, strict=True)]
    seats = lists(*papers)
    sitting = [person for person in on(seats, days[-1]) if person not in ("?", "vacancy")]
    assert set(found[-1]) <= set(sitting)
    assert len(sitting) == len(set(sitting))


def test_a_noted_change_tells_who_sat_before() -> None:
    seats = seats_with_change(lists((JULY, shown("new"))), "new", "old", JULY)
    assert [tenure.person for tenure in seats[0].tenures] == ["old", "new"]
    assert on(seats, JULY) == ["new"]
    assert on(seats, APRIL) == ["?"]
    assert seats_with_change(seats, "new", "old", JULY) == seats


def test_presence_is_evidence_for_a_seat_and_makes_none() -> None:
    seats = lists((JULY, shown("a", "b")))
    after = seats_with_present(seats, ("a", "stranger"), Seen(on=MARCH, paper="x"))
    assert len(after) == 2
    assert on(after, MARCH) == ["?", "a"]


def test_a_new_chairman_takes_over_between_two_papers() -> None:
    roles: tuple[Role, ...] = ()
    for day, person in ((APRIL, "a"), (OCTOBER, "b"), (JULY, "a")):
        roles = roles_with(roles, {"Chairman": person}, Seen(on=day, paper=str(day)))
    assert [role_on(roles[0], day) for day in (MARCH, APRIL, JULY, OCTOBER)] == [
        None,
        "a",
        "a",
        "b",
    ]
    assert role_on(roles[0], JULY + DAY) is None
