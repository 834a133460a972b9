"""Minute numbers: they run on, reset when they should, and what is wrong with them is said."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.domain.committees import Series
from clerk.domain.meetings import Meeting, Number
from clerk.record.numbering import (
    Taken,
    disorders,
    first_number,
    numbers_of,
    reset_before,
)
from tests.record.builders import meeting, minute, style

D = dt.date
RESETS = ("never", "calendar year", "municipal year", "council term", "each meeting")


def taken(name: str, day: dt.date, first: int | None, last: int | None) -> Taken:
    return Taken(meeting=name, label=day.isoformat(), date=day, first=first, last=last)


def texts(of: Meeting, first: int, toml: str = "") -> list[str]:
    return [number.text for number in numbers_of(of, first, style(toml)).values()]


def test_numbers_run_on_from_the_first() -> None:
    assert texts(meeting(minute("a"), minute("b"), minute("c")), 9) == ["9", "10", "11"]


def test_a_number_set_by_hand_is_where_the_next_run_on_from() -> None:
    of = meeting(minute("a"), minute("b", restart=14), minute("c"))
    assert texts(of, 9) == ["9", "14", "15"]


def test_a_fixed_number_keeps_its_text_whatever_the_style() -> None:
    of = meeting(minute("a", number=Number(text="26/004", ordinal=4)), minute("b"))
    assert texts(of, 1) == ["26/004", "5"]


def test_a_minute_put_in_renumbers_only_what_is_provisional() -> None:
    fixed = minute("a", number=Number(text="3", ordinal=3))
    before = numbers_of(meeting(fixed, minute("c")), 1, style())
    after = numbers_of(meeting(fixed, minute("b"), minute("c")), 1, style())
    assert (before["a"].text, before["c"].text) == ("3", "4")
    assert (after["a"].text, after["b"].text, after["c"].text) == ("3", "4", "5")


@pytest.mark.parametrize(
    ("shape", "text"), [("{n}", "7"), ("{yy}/{n:03}", "26/007"), ("C.{n}-{yyyy}", "C.7-2026")]
)
def test_numbers_have_the_shape_that_the_style_gives_them(shape: str, text: str) -> None:
    assert texts(meeting(minute("a")), 7, f'[minute]\nnumber = "{shape}"') == [text]


@given(
    st.lists(st.one_of(st.none(), st.integers(1, 500)), min_size=1, max_size=12),
    st.integers(1, 900),
)
def test_every_number_follows_the_one_before_or_was_set_by_hand(
    restarts: list[int | None], first: int
) -> None:
    of = meeting(*(minute(str(at), restart=number) for at, number in enumerate(restarts)))
    ordinals = [number.ordinal for number in numbers_of(of, first, style()).values()]
    expected = first
    for ordinal, number in zip(ordinals, restarts, strict=True):
        assert ordinal == (number or expected)
        expected = ordinal + 1


@pytest.mark.parametrize(
    ("reset", "day", "since"),
    [
        ("never", D(2012, 4, 26), D.min),
        ("calendar year", D(2012, 1, 1), D(2012, 1, 1)),
        ("calendar year", D(2011, 12, 31), D(2011, 1, 1)),
        ("calendar year", D(2012, 2, 29), D(2012, 1, 1)),
        ("municipal year", D(2012, 4, 30), D(2011, 5, 1)),
        ("municipal year", D(2012, 5, 1), D(2012, 5, 1)),
        ("municipal year", D(2012, 2, 29), D(2011, 5, 1)),
        ("council term", D(2013, 4, 30), D(2009, 5, 1)),
        ("council term", D(2013, 5, 1), D(2013, 5, 1)),
        ("council term", D(2016, 2, 29), D(2013, 5, 1)),
        ("council term", D(2009, 4, 30), D(2005, 5, 1)),
        ("council term", D(2008, 12, 1), D(2005, 5, 1)),
    ],
)
def test_a_run_of_numbers_begins_on_its_reset(reset: Any, day: dt.date, since: dt.date) -> None:
    assert reset_before(day, Series(reset=reset)) == since


def test_a_year_counted_from_leap_day_begins_in_other_years_too() -> None:
    series = Series(reset="municipal year", year_starts=(2, 29))
    assert reset_before(D(2012, 3, 1), series) == D(2012, 2, 29)
    assert reset_before(D(2013, 3, 1), series) == D(2013, 3, 1)
    assert reset_before(D(2013, 2, 28), series) == D(2012, 2, 29)


@given(st.dates(D(1990, 1, 1), D(2090, 1, 1)), st.sampled_from(RESETS[:4]))
def test_no_run_begins_after_the_day_that_is_in_it(day: dt.date, reset: Any) -> None:
    since = reset_before(day, Series(reset=reset))
    assert since <= day
    assert reset_before(since, Series(reset=reset)) == since


@pytest.mark.parametrize(
    ("reset", "number"),
    [
        ("never", 43),
        ("calendar year", 43),
        ("municipal year", 1),
        ("council term", 43),
        ("each meeting", 1),
    ],
)
def test_the_next_meeting_begins_where_its_series_left_off(reset: Any, number: int) -> None:
    april = taken("april", D(2012, 4, 26), 35, 42)
    assert first_number(D(2012, 7, 6), [april], Series(reset=reset)) == number


def test_meetings_without_numbers_and_later_ones_do_not_count() -> None:
    others = [
        taken("march", D(2012, 3, 1), 3, 8),
        taken("april", D(2012, 4, 1), None, None),
        taken("september", D(2012, 9, 1), 20, 30),
    ]
    assert first_number(D(2012, 7, 6), others, Series()) == 9
    assert first_number(D(2012, 7, 6), [], Series()) == 1


# --- what is wrong ------------------------------------------------------------------------------


def said(*minutes: Any, others: list[Taken] | None = None, reset: Any = "never") -> str:
    return " ".join(disorders(meeting(*minutes), 9, style(), others or [], Series(reset=reset)))


def test_numbers_in_order_are_not_complained_of() -> None:
    assert said(minute("a"), minute("b"), others=[taken("x", D(2026, 3, 1), 3, 8)]) == ""
    assert said() == ""


@pytest.mark.parametrize(
    ("second", "words"),
    [(12, "there is a gap"), (9, "is there twice"), (4, "comes after minute 9")],
)
def test_a_gap_a_double_and_disorder_within_a_meeting_are_said(second: int, words: str) -> None:
    assert words in said(minute("a"), minute("b", restart=second))


def test_numbers_missing_since_the_last_meeting_are_said() -> None:
    words = said(minute("a"), others=[taken("x", D(2026, 3, 1), 3, 6)])
    assert "7 to 8 are missing" in words


def test_numbers_that_another_meeting_has_too_are_said() -> None:
    later = taken("x", D(2026, 7, 1), 10, 12)
    assert "10 to 10 are also" in said(minute("a"), minute("b"), others=[later])


@pytest.mark.parametrize("reset", RESETS[1:])
def test_the_same_numbers_after_a_reset_are_no_clash(reset: Any) -> None:
    later = taken("x", D(2031, 1, 15), 9, 12)
    earlier = taken("y", D(2020, 1, 15), 9, 12)
    assert said(minute("a"), others=[earlier, later], reset=reset) == ""


def test_each_meeting_with_numbers_of_its_own_never_clashes_even_on_one_day() -> None:
    same_day = taken("x", D(2026, 4, 23), 9, 12)
    assert said(minute("a"), others=[same_day], reset="each meeting") == ""


def test_minutes_of_another_body_are_in_no_series() -> None:
    of = meeting(minute("a"), reproduced_in="paper")
    others = [taken("x", D(2026, 3, 1), 9, 9)]
    assert disorders(of, 9, style(), others, Series()) == ()
