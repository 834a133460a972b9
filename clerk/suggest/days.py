"""A day typed short: "6/7" is "6 July 2012", at the start of a line with its weekday."""

import datetime as dt
import re
from contextlib import suppress
from typing import NamedTuple

from clerk.when import WEEKDAYS, plain_date

_SHORT = re.compile(
    r"(?:^|(?<=[\s(]))(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<year>\d{2}|\d{4}))?$"
)


class ShortDay(NamedTuple):
    """The day in words, and how many characters before the cursor stand for it."""

    words: str
    typed: int


def short_date(before: str, meeting_day: dt.date | None) -> ShortDay | None:
    """What a day typed short behind `before` means; None where none is.

    Without a year it is the one nearest to the meeting. At the start of a line, as in a list of
    dates, the weekday goes before it, so that a slip is seen.
    """
    found = _SHORT.search(before)
    if found is None or meeting_day is None:
        return None
    day = _day(int(found["day"]), int(found["month"]), found["year"] or "", meeting_day)
    if day is None:
        return None
    starts = not before[: found.start()].rpartition("\n")[2].strip()
    weekday = f"{WEEKDAYS[day.weekday()]} " if starts else ""
    return ShortDay(f"{weekday}{plain_date(day)}", len(found[0]))


def _day(day: int, month: int, year: str, near: dt.date) -> dt.date | None:
    if year:
        years = [int(year) if len(year) == 4 else near.year // 100 * 100 + int(year)]
    else:
        years = [near.year - 1, near.year, near.year + 1]
    days: list[dt.date] = []
    for each in years:
        with suppress(ValueError):
            days.append(dt.date(each, month, day))
    return min(days, key=lambda each: abs(each - near), default=None)
