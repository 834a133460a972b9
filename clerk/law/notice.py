"""Notice of a meeting: the clear days between the agenda's publication and the meeting."""

import datetime as dt
from collections.abc import Callable
from functools import lru_cache

from clerk.domain.base import Fact
from clerk.law.rule import PRINCIPAL, Rule, Setting, holds

FIVE = Rule(code="N1", section="LGA 1972 s100A(6)", kinds=PRINCIPAL, since=dt.date(2002, 10, 1))
"""Three before October 2002 (SI 2002/715)."""
THREE_BEFORE = Rule(
    code="N2", section="LGA 1972 s100A(6)", kinds=PRINCIPAL, until=dt.date(2002, 9, 30)
)
PARISH = Rule(code="N3", section="LGA 1972 Sch 12 para 10(2)", kinds=("parish",))

_DAY = dt.timedelta(days=1)
_ONCE_ONLY = {
    dt.date(1995, 5, 8), dt.date(1999, 12, 31), dt.date(2002, 6, 3), dt.date(2002, 6, 4),
    dt.date(2011, 4, 29), dt.date(2012, 6, 4), dt.date(2012, 6, 5), dt.date(2020, 5, 8),
    dt.date(2022, 6, 2), dt.date(2022, 6, 3), dt.date(2022, 9, 19), dt.date(2023, 5, 8),
}  # fmt: skip
"""Jubilees, a wedding, a funeral, a coronation, and what was moved for them or for VE Day."""
_MOVED_AWAY = {dt.date(1995, 5, 1), dt.date(2002, 5, 27), dt.date(2012, 5, 28)}
_MOVED_AWAY |= {dt.date(2020, 5, 4), dt.date(2022, 5, 30)}


class Notice(Fact, frozen=True):
    """How many clear days an agenda gave, and how many it had to."""

    given: int
    needed: int | None
    """None where Clerk knows no rule for such a body."""
    source: str = ""

    @property
    def enough(self) -> bool:
        """Whether the notice was long enough; so too where no rule is known."""
        return self.needed is None or self.given >= self.needed


def notice(published: dt.date, setting: Setting) -> Notice:
    """The clear days from `published` to the meeting of `setting`, counting neither."""
    needed, source = _needed(setting)
    counts = _counts(setting)
    between = (published + _DAY * step for step in range(1, (setting.day - published).days))
    return Notice(given=sum(map(counts, between)), needed=needed, source=source)


def last_day(setting: Setting) -> dt.date | None:
    """The last day on which the agenda gives enough notice; None where no rule is known."""
    needed, _ = _needed(setting)
    if needed is None:
        return None
    counts, day = _counts(setting), setting.day
    for _ in range(needed + 1):
        day -= _DAY
        while not counts(day):
            day -= _DAY
    return day


def is_working_day(day: dt.date) -> bool:
    """Whether `day` is neither at a weekend nor a bank holiday in England.

    R v Swansea City Council, ex p Elitestone Ltd (1993): clear days are working days.
    """
    return day.weekday() < 5 and day not in bank_holidays(day.year)


@lru_cache(maxsize=64)
def bank_holidays(year: int) -> frozenset[dt.date]:
    """Those of England, with Good Friday and Christmas Day.

    (Banking and Financial Dealings Act 1971; days proclaimed for one year only, as known.)
    """
    easter = _easter(year)
    usual = {
        easter - 2 * _DAY,
        easter + _DAY,
        weekday_from(dt.date(year, 5, 1), 0),
        weekday_from(dt.date(year, 5, 25), 0),
        weekday_from(dt.date(year, 8, 25), 0),
        *_kept(dt.date(year, 1, 1)),
        *_kept(dt.date(year, 12, 25), dt.date(year, 12, 26)),
    }
    return frozenset((usual - _MOVED_AWAY) | {day for day in _ONCE_ONLY if day.year == year})


def _needed(setting: Setting) -> tuple[int | None, str]:
    for rule, days in ((FIVE, 5), (THREE_BEFORE, 3), (PARISH, 3)):
        if holds(rule, setting):
            return days, rule.section
    return None, ""


def _counts(setting: Setting) -> Callable[[dt.date], bool]:
    return _counts_for_parish if setting.kind == "parish" else is_working_day


def _counts_for_parish(day: dt.date) -> bool:
    """LGA 1972 s243: not Sundays, bank holidays, nor the Christmas and Easter breaks."""
    if day.weekday() == 6 or day in bank_holidays(day.year):
        return False
    easter, christmas = _easter(day.year), dt.date(day.year, 12, 25)
    breaks = (
        (easter - 3 * _DAY, easter + 2 * _DAY),  # the Thursday before to the Tuesday after
        (_week_day(christmas, -1), _week_day(christmas, 1)),
    )
    return not any(first <= day <= last for first, last in breaks)


def _week_day(day: dt.date, step: int) -> dt.date:
    """The nearest week day, Saturday among them, before or after `day`; no bank holiday."""
    day += _DAY * step
    while day.weekday() == 6 or day in bank_holidays(day.year):
        day += _DAY * step
    return day


def _kept(*feasts: dt.date) -> set[dt.date]:
    """The feasts, and for each that falls at a weekend the next day that is not kept already."""
    kept = set(feasts)
    for feast in feasts:
        substitute = feast
        while substitute.weekday() > 4 or (substitute != feast and substitute in kept):
            substitute += _DAY
        kept.add(substitute)
    return kept


def weekday_from(day: dt.date, weekday: int) -> dt.date:
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
