"""Clear days: neither the day of publication nor that of the meeting, and no bank holiday."""

import datetime as dt

import pytest

from clerk.domain.committees import CommitteeKind
from clerk.law.notice import bank_holidays, last_day, notice
from clerk.law.rule import Setting


@pytest.mark.parametrize(
    ("kind", "published", "meeting", "given", "enough"),
    [
        ("committee", "2012-06-28", "2012-07-06", 5, True),
        ("executive", "2012-06-29", "2012-07-09", 5, True),
        ("committee", "2012-06-29", "2012-07-06", 4, False),
        # the Jubilee of 2012 took two days away
        ("committee", "2012-05-31", "2012-06-08", 3, False),
        # a parish counts Saturdays, and no Sunday
        ("parish", "2026-04-16", "2026-04-21", 3, True),
        ("parish", "2026-04-17", "2026-04-21", 2, False),
        # and none of the days from Maundy Thursday to the Tuesday after Easter
        ("parish", "2026-04-01", "2026-04-08", 0, False),
        # nor from the week day before Christmas to the first after it that is no bank holiday
        ("parish", "2025-12-23", "2025-12-29", 0, False),
        ("other body", "2026-04-20", "2026-04-21", 0, True),
    ],
)
def test_clear_days_are_counted_as_the_law_counts_them(
    kind: CommitteeKind, published: str, meeting: str, given: int, enough: bool
) -> None:
    setting = Setting(day=dt.date.fromisoformat(meeting), kind=kind)
    found = notice(dt.date.fromisoformat(published), setting)
    assert (found.given, found.enough) == (given, enough)


@pytest.mark.parametrize("kind", ["committee", "council", "parish"])
def test_the_last_day_gives_just_enough_notice_and_is_a_day_that_counts(
    kind: CommitteeKind,
) -> None:
    for step in range(0, 400, 3):
        setting = Setting(day=dt.date(2025, 12, 1) + dt.timedelta(days=step), kind=kind)
        due = last_day(setting)
        assert due is not None
        found = notice(due, setting)
        assert found.given == found.needed
        eve = notice(due - dt.timedelta(days=1), setting)
        assert eve.given > found.given, "a day that counts: published then, it would be one more"


@pytest.mark.parametrize(
    ("year", "count", "day", "holds"),
    [
        (2012, 9, "2012-06-05", True),
        (2012, 9, "2012-05-28", False),
        (2022, 10, "2022-09-19", True),
        (2023, 9, "2023-05-08", True),
        (2020, 8, "2020-05-08", True),
        (2026, 8, "2026-12-28", True),
    ],
)
def test_bank_holidays_are_those_that_were_kept(
    year: int, count: int, day: str, holds: bool
) -> None:
    working = [each for each in bank_holidays(year) if each.weekday() < 5]
    assert len(working) == count
    assert (dt.date.fromisoformat(day) in working) is holds
