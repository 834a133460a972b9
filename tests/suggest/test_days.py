"""Days typed short."""

import datetime as dt

import pytest

from clerk.suggest.days import short_date

MEETING = dt.date(2026, 4, 23)


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("held on 16/4", "16 April 2026"),
        ("6/7", "Monday 6 July 2026"),
        ("first\n6/7", "Monday 6 July 2026"),
        ("since 20/12", "20 December 2025"),
        ("by 1/5/27", "1 May 2027"),
        ("(29/2/2028", "29 February 2028"),
    ],
)
def test_a_day_typed_short_is_the_one_nearest_to_the_meeting(before: str, words: str) -> None:
    found = short_date(before, MEETING)
    assert found is not None and found.words == words
    assert before.endswith(before[len(before) - found.typed :])


@pytest.mark.parametrize("before", ["31/2", "2011/12", "minute 26/056", "a 1/13", "0/4", "and/or"])
def test_what_is_no_day_stays_as_typed(before: str) -> None:
    assert short_date(before, MEETING) is None
