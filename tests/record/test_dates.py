"""Dates and times as a style prints them."""

import datetime as dt

import pytest

from clerk.record.dates import clock, long_date, plain_date
from clerk.record.style.parts import DateStyle


@pytest.mark.parametrize(
    ("time", "printed"),
    [
        (dt.time(0, 5), "12.05 am"),
        (dt.time(9, 0), "9.00 am"),
        (dt.time(12, 0), "12.00 pm"),
        (dt.time(13, 30), "1.30 pm"),
        (dt.time(23, 59), "11.59 pm"),
    ],
)
def test_noon_and_midnight_are_on_the_right_side(time: dt.time, printed: str) -> None:
    assert clock(time, DateStyle()) == printed


def test_the_clock_of_twenty_four_hours_keeps_its_nought() -> None:
    assert clock(dt.time(9, 5), DateStyle(time="{hh}:{mm}")) == "09:05"


@pytest.mark.parametrize(
    ("day", "ordinal"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (21, "21st"),
        (22, "22nd"),
        (23, "23rd"),
        (30, "30th"),
        (31, "31st"),
    ],
)
def test_ordinals_are_english(day: int, ordinal: str) -> None:
    assert plain_date(dt.date(2026, 1, day), DateStyle(plain="{ordinal}")) == ordinal


def test_the_weekday_is_that_of_the_day() -> None:
    assert long_date(dt.date(2024, 2, 29), DateStyle()) == "Thursday, 29 February 2024"
