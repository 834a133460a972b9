"""Days of the invented council: meetings every six weeks, clear of weekends and bank holidays."""

import datetime as dt
from collections.abc import Mapping

from clerk.demo.sheets import CommitteeSheet
from clerk.law.notice import is_working_day, last_day, weekday_from
from clerk.law.rule import Setting
from clerk.when import WEEKDAYS, plain_date

_BETWEEN = dt.timedelta(weeks=6)
_DAY = dt.timedelta(days=1)


def calendar(sheet: CommitteeSheet, today: dt.date) -> dict[str, dt.date]:
    """The committee's days by name: its meetings, its term of office, and those its sheet names."""
    ahead = (WEEKDAYS.index(sheet.weekday) - today.weekday() - 1) % 7 + 1
    regular = today + ahead * _DAY
    days = {
        "previous": _working_day(regular - 2 * _BETWEEN),
        "last": _working_day(regular - _BETWEEN),
        "next": _working_day(regular),
        "term": _term_start(regular - dt.timedelta(days=180)),
    }
    coming = {f"date_{n + 1}": _working_day(regular + n * _BETWEEN) for n in range(4)}
    named = {name: days["next"] + offset * _DAY for name, offset in sheet.days.items()}
    return days | coming | named


def words(days: Mapping[str, dt.date]) -> dict[str, str]:
    """The days as the sheets' texts print them; meetings to come with their weekday."""
    return {
        name: f"{WEEKDAYS[day.weekday()]} {plain_date(day)}"
        if name.startswith("date_")
        else plain_date(day)
        for name, day in days.items()
    }


def publication(meeting: dt.date) -> dt.date:
    """The last day on which an agenda gives enough notice."""
    return last_day(Setting(day=meeting)) or meeting


def _working_day(day: dt.date) -> dt.date:
    """`day` itself, or the first working day after it."""
    while not is_working_day(day):
        day += _DAY
    return day


def _term_start(latest: dt.date) -> dt.date:
    """Two weeks after the last county council election by `latest`: 2009, 2013, every fourth year.

    Elections are on the first Thursday in May; committees are appointed at the annual meeting.
    """
    year = latest.year - (latest.year - 2009) % 4
    start = weekday_from(dt.date(year, 5, 1), 3) + dt.timedelta(weeks=2)
    if start <= latest:
        return start
    return weekday_from(dt.date(year - 4, 5, 1), 3) + dt.timedelta(weeks=2)
