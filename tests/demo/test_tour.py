"""The first steps fit a small terminal and name what is there."""

import datetime as dt

from clerk.demo.council import AUTHORITY, build
from clerk.demo.tour import tour


def test_the_tour_fits_a_terminal_of_80_by_24() -> None:
    lines = tour().splitlines()
    assert len(lines) <= 23
    assert max(map(len, lines)) <= 80


def test_the_tour_names_the_council_and_a_committee_that_are_set_up() -> None:
    words = " ".join(tour().split())
    names = {body.name for body in build(dt.date(2026, 11, 23))[0].committees.values()}
    assert AUTHORITY in words
    assert any(name in words for name in names)
