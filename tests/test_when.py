"""Days and times: what a clerk types or a paper prints is the day that was meant, or nothing."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.errors import InputError
from clerk.when import (
    clock,
    find_dates,
    long_date,
    ordinal,
    plain_date,
    read_date,
    read_time,
    strict_date,
    strict_time,
    weekday_clash,
)

FRIDAY = dt.date(2012, 4, 20)
"""Today, in these tests."""
DATE_WORDS: tuple[str, ...] = (
    "monday",
    "thu",
    "week",
    "day",
    "5",
    "12",
    "2012",
    "april",
    "may",
    "6/7",
    "10am",
    "in",
)
DATE_WORDS += (
    "10am",
    "next",
    "last",
    "ago",
    "a",
    "at",
    ",",
    "second",
    "fortnight",
    "tomorrow",
    "31",
)

DAYS = st.dates(min_value=dt.date(1000, 1, 1))


@pytest.mark.parametrize(
    "words",
    [
        "Thursday, 26 April 2012",
        "Thursday 26th April, 2012",
        "26 April 2012",
        "26th April 2012",
        "26th of April 2012",
        "26 apr 2012",
        "Thurs. 26 April 2012.",
        "26/4/2012",
        "26/04/12",
        "26.4.2012",
        "26-4-2012",
        "2012-04-26",
        "  26  April\t2012 ",
    ],
)
def test_a_date_written_in_full_is_that_day(words: str) -> None:
    assert strict_date(words) == dt.date(2012, 4, 26)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "26 April",
        "April 2012",
        "2012",
        "10",
        "1.2",
        "1.2.12",
        "12-4-26",
        "4/26/12",
        "30 February 2012",
        "31/4/2012",
        "Friday 26 April 2012",
        "26 April 2012 at 10.00 am",
        "April 26, 2012",
        "20120426",
    ],
)
def test_a_date_that_leaves_doubt_is_no_strict_date(words: str) -> None:
    assert strict_date(words) is None


def test_a_weekday_that_does_not_fit_its_date_is_named_with_the_right_one() -> None:
    assert weekday_clash("Thursday 27 April 2012") == "27 April 2012 is a Friday, not a Thursday."
    assert weekday_clash("Friday 27 April 2012") is None
    assert weekday_clash("27 April 2012") is None
    assert weekday_clash("Thursday 31 April 2012") is None


def ordinal_date(day: dt.date) -> str:
    return plain_date(day).replace(str(day.day), ordinal(day.day), 1)


@given(DAYS)
def test_every_day_is_read_back_from_each_form_it_is_printed_in(day: dt.date) -> None:
    for form in (long_date, plain_date, ordinal_date, dt.date.isoformat):
        assert strict_date(form(day)) == day


@given(st.times().map(lambda time: time.replace(second=0, microsecond=0)))
def test_every_minute_is_read_back_from_the_clock(time: dt.time) -> None:
    assert strict_time(clock(time)) == time


def test_dates_are_printed_in_english_whatever_the_locale() -> None:
    day = dt.date(2012, 4, 26)
    assert long_date(day) == "Thursday, 26 April 2012"
    assert plain_date(day) == "26 April 2012"
    assert ordinal_date(day) == "26th April 2012"
    assert [ordinal_date(dt.date(2012, 1, n))[:4] for n in (1, 2, 3, 11, 12, 13, 21, 22)] == [
        "1st ",
        "2nd ",
        "3rd ",
        "11th",
        "12th",
        "13th",
        "21st",
        "22nd",
    ]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("26 april", "2012-04-26"),
        ("19 april", "2013-04-19"),
        ("20 april", "2012-04-20"),
        ("6/7", "2012-07-06"),
        ("6th of july", "2012-07-06"),
        ("29 feb", "2016-02-29"),
        ("thu 26 apr", "2012-04-26"),
        ("Thursday 19 April", "2012-04-19"),
        ("today", "2012-04-20"),
        ("tomorrow", "2012-04-21"),
        ("thursday", "2012-04-26"),
        ("friday", "2012-04-27"),
        ("next thursday", "2012-04-26"),
        ("next saturday", "2012-04-28"),
        ("thursday week", "2012-05-03"),
        ("a week on thursday", "2012-05-03"),
        ("a week tomorrow", "2012-04-28"),
        ("in a fortnight", "2012-05-04"),
        ("in 3 days", "2012-04-23"),
        ("second tuesday in may", "2012-05-08"),
        ("last friday of march", "2013-03-29"),
        ("first monday in january 2014", "2014-01-06"),
        ("next Thursday 10am", "2012-04-26"),
        ("26th April at 7.30pm", "2012-04-26"),
        ("July 6, 2012", "2012-07-06"),
    ],
)
def test_a_clerks_short_words_are_the_next_such_day(words: str, day: str) -> None:
    assert read_date(words, today=FRIDAY) == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    "words",
    [
        "4/26/12",
        "12-4-26",
        "1.2",
        "10",
        "a",
        "1930",
        "sat 5",
        "7:30",
        "10am",
        "may",
        "april 2012",
        "2012",
        "week",
        "end of may",
        "31/4",
        "30 feb",
        "29 feb 2011",
        "in 900 weeks at 3pm",
        "",
        "x" * 500,
    ],
)
def test_what_dateparser_would_guess_wrongly_is_refused_with_the_forms_that_work(
    words: str,
) -> None:
    with pytest.raises(InputError, match="26 April 2012"):
        read_date(words, today=FRIDAY)


@pytest.mark.parametrize("words", ["Thursday 27 April 2012", "Thursday 27 April"])
def test_a_clerk_who_types_the_wrong_weekday_is_told_the_right_one(words: str) -> None:
    with pytest.raises(InputError, match="27 April 2012 is a Friday"):
        read_date(words, today=FRIDAY)


@given(
    st.lists(
        st.sampled_from(DATE_WORDS),
        max_size=6,
    ),
    DAYS,
)
def test_no_mixture_of_date_words_does_worse_than_a_refusal(
    words: list[str], today: dt.date
) -> None:
    try:
        assert isinstance(read_date(" ".join(words), today=today), dt.date)
    except InputError as refusal:
        assert str(refusal).endswith(".")


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("10.00 am", "10:00"),
        ("10am", "10:00"),
        ("2 pm", "14:00"),
        ("14:30", "14:30"),
        ("09:30", "09:30"),
        ("9.30", "09:30"),
        ("1830", "18:30"),
        ("18.30 hrs", "18:30"),
        ("7.30 p.m.", "19:30"),
        ("7.30 P.M", "19:30"),
        ("noon", "12:00"),
        ("12 noon", "12:00"),
        ("12.30 am", "00:30"),
        ("12.30 pm", "12:30"),
        ("14.00 pm", "14:00"),
        ("midnight", "00:00"),
    ],
)
def test_a_time_in_any_usual_form_is_that_time(words: str, time: str) -> None:
    assert strict_time(words) == dt.time.fromisoformat(time)
    assert read_time(words) == dt.time.fromisoformat(time)


def test_a_time_that_may_be_morning_or_evening_is_asked_back() -> None:
    assert strict_time("7.30") is None
    with pytest.raises(InputError, match="add am or pm"):
        read_time("7.30")


@pytest.mark.parametrize("words", ["", "25:00", "10:60", "13 am", "0.30 am", "soon", "10 30 00"])
def test_what_is_no_time_is_refused(words: str) -> None:
    assert strict_time(words) is None
    with pytest.raises(InputError, match="type it like"):
        read_time(words)


def test_dates_run_together_in_one_line_come_apart_as_printed() -> None:
    line = "Monday 7 May 2012 Wednesday 19th September, 2012, 26/4/2012 and Thursday 27 April 2012"
    assert find_dates(line) == (
        ("Monday 7 May 2012", dt.date(2012, 5, 7)),
        ("Wednesday 19th September, 2012", dt.date(2012, 9, 19)),
        ("26/4/2012", dt.date(2012, 4, 26)),
        ("Thursday 27 April 2012", dt.date(2012, 4, 27)),
    )


def test_numbers_that_are_no_dates_are_not_found_in_a_line() -> None:
    assert find_dates("Decision 12/01905, paragraph 1.2.12, 30 February 2012, £26/4/20121") == ()
