"""Days of the invented council: meetings every six weeks, clear of weekends and bank holidays."""

import datetime as dt
from collections.abc import Mapping

from clerk.demo.sheets import CommitteeSheet
from clerk.when import WEEKDAYS, plain_date

_BETWEEN = dt.timedelta(weeks=6)
_DAY = dt.timedelta(days=1)
_CLEAR_DAYS = 5


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
    """The last day on which an agenda gives five clear days' notice.

    Clear days are working days, without the day of publication and the day of the meeting: Local
    Government Act 1972 s100A(6) and s100B(3); R v Swansea City Council, ex p Elitestone Ltd (1993).
    """
    day = meeting
    for _ in range(_CLEAR_DAYS + 1):
        day = _working_day(day - _DAY, -_DAY)
    return day


def is_working_day(day: dt.date) -> bool:
    """Whether `day` is neither at a weekend nor one of the usual bank holidays of England."""
    return day.weekday() < 5 and day not in _bank_holidays(day.year)


def _working_day(day: dt.date, step: dt.timedelta = _DAY) -> dt.date:
    """`day` itself, or the first working day in steps from it."""
    while not is_working_day(day):
        day += step
    return day


def _term_start(latest: dt.date) -> dt.date:
    """Two weeks after the last county council election by `latest`: 2009, 2013, every fourth year.

    Elections are on the first Thursday in May; committees are appointed at the annual meeting.
    """
    year = latest.year - (latest.year - 2009) % 4
    start = _weekday_from(dt.date(year, 5, 1), 3) + dt.timedelta(weeks=2)
    if start <= latest:
        return start
    return _weekday_from(dt.date(year - 4, 5, 1), 3) + dt.timedelta(weeks=2)


def _bank_holidays(year: int) -> set[dt.date]:
    """The yearly ones (Banking and Financial Dealings Act 1971, with Good Friday and Christmas)."""
    easter = _easter(year)
    return {
        easter - 2 * _DAY,
        easter + _DAY,
        _weekday_from(dt.date(year, 5, 1), 0),
        _weekday_from(dt.date(year, 5, 25), 0),
        _weekday_from(dt.date(year, 8, 25), 0),
        *_kept(dt.date(year, 1, 1)),
        *_kept(dt.date(year, 12, 25), dt.date(year, 12, 26)),
    }


def _kept(*feasts: dt.date) -> set[dt.date]:
    """The feasts, and for each that falls at a weekend the next day that is not kept already."""
    kept = set(feasts)
    for feast in feasts:
        substitute = feast
        while substitute.weekday() > 4 or (substitute != feast and substitute in kept):
            substitute += _DAY
        kept.add(substitute)
    return kept


def _weekday_from(day: dt.date, weekday: int) -> dt.date:
    """The first such weekday (Monday is 0) on or after `day`."""
    return day + ((weekday - day.weekday()) % 7) * _DAY


def _easter(year: int) -> dt.date:
    """Easter Sunday by the Gregorian rule (the "anonymous" computus, Nature, 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, shift = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - correction + 15) % 30
    weekday = (32 + 2 * shift + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)
