"""A clerk's words for a day, seen from today: strict and short forms first, dateparser last."""

import datetime as dt
import re

from clerk.errors import InputError
from clerk.patterns import LatePattern
from clerk.when.printed import plain_date
from clerk.when.strict import (
    DAY,
    MONTH,
    WEEKDAY,
    cut,
    day_in,
    month_number,
    strict_date,
    tidy,
    weekday_clash,
    weekday_number,
)

_YEARS_EITHER_WAY = 5
"""How far from today a guessed date may lie."""
_RELATIVE = {"today": 0, "now": 0, "tomorrow": 1, "tmrw": 1, "yesterday": -1}
_RELATIVE |= {"the day after tomorrow": 2, "day after tomorrow": 2}
_SPANS = {"day": 1, "week": 7, "fortnight": 14}
_COUNTS = {"": 1, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_COUNT = r"(?P<count>\d{1,3}|a|one|two|three|four|five|six)?"
_IN_SOME_TIME = LatePattern(
    rf"(?P<in>in\s+)?{_COUNT}\s*(?P<span>day|week|fortnight)s?"
    r"(?:'s)?(?:\s+time)?(?P<from>\s+(?:today|tomorrow|on\s+\w+|from\s+\w+|\w+day))?",
    re.A,
)
_LATER = LatePattern(r"(?P<from>\w+)\s+(?P<span>week|fortnight)", re.A)
_NAMED_DAY = LatePattern(rf"(?:(?:on|this|coming)\s+)*(?P<next>next\s+)?(?P<weekday>{WEEKDAY})\.?")
_DAY_AND_MONTH = LatePattern(
    rf"(?:(?P<weekday>{WEEKDAY})\.?,?\s+)?(?:the\s+)?"
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s*(?P<month>{MONTH})\.?"
    r"|(?P<d1>\d{1,2})/(?P<m1>\d{1,2}))",
    re.A,
)
_NTH = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3}
_NTH_WEEKDAY = LatePattern(
    rf"(?:the\s+)?(?P<nth>{'|'.join(_NTH)}|last)\s+(?P<weekday>{WEEKDAY})"
    rf"\s+(?:in|of)\s+(?P<month>{MONTH})(?:\s+(?P<year>\d{{4}}))?",
    re.A,
)
_GUESSABLE = LatePattern(
    rf"\b(?:{WEEKDAY}|days?|weeks?|fortnight|months?|today|tomorrow|yesterday|ago"
    rf"|{DAY}(?:\s+of)?\s+{MONTH}|{MONTH}\.?\s+(?:the\s+)?{DAY})\b",
    re.A,
)
"""What dateparser is asked about: it makes days of bare numbers, years, months and letters."""


def read_date(words: str, *, today: dt.date) -> dt.date:
    """The day that a clerk means, seen from `today`.

    Besides the strict forms: "6 july", "6/7" (the next such day, today included), "today",
    "tomorrow", "thursday" (the next after today), "next thursday" (that of next week, weeks
    beginning on Monday), "thursday week", "in a fortnight", "second tuesday in may". What is left
    goes to dateparser, and only if it names a day and lies within five years. Raises InputError.
    """
    plain = tidy(words).casefold()
    clash = weekday_clash(words) or _coming_clash(plain, today)
    if clash:
        raise InputError(f"{clash} Type the date again, or leave the weekday out.")
    day = strict_date(words) or _short_date(plain, today) or _guessed_date(plain, today)
    if day is None:
        raise InputError(
            f"“{cut(words)}” names no day that can be relied on; type it like "
            f"26 April {today.year}, 26/4/{today.year}, 26 April, thursday or tomorrow."
        )
    return day


def _short_date(plain: str, today: dt.date) -> dt.date | None:
    """The day of one of Clerk's own short forms; None where it is none of them."""
    if plain in _RELATIVE:
        return _shifted(today, _RELATIVE[plain])
    return (
        _named_day(plain, today)
        or _day_and_month(plain, today)
        or _in_some_time(plain, today)
        or _nth_weekday(plain, today)
    )


def _shifted(day: dt.date, days: int) -> dt.date | None:
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def _named_day(plain: str, today: dt.date) -> dt.date | None:
    found = _NAMED_DAY.fullmatch(plain)
    if not found:
        return None
    wanted = weekday_number(found["weekday"])
    if found["next"]:
        return _shifted(today, 7 - today.weekday() + wanted)
    return _shifted(today, (wanted - today.weekday() - 1) % 7 + 1)


def _day_and_month(plain: str, today: dt.date) -> dt.date | None:
    """The next such day; with a weekday, that or the last one, whichever bears it."""
    found = _DAY_AND_MONTH.fullmatch(plain)
    if not found:
        return None
    number = int(found["day"] or found["d1"])
    month = month_number(found["month"]) if found["month"] else int(found["m1"])
    coming, past = _nearest(number, month, today)
    if not found["weekday"]:
        return coming
    wanted = weekday_number(found["weekday"])
    return next((day for day in (coming, past) if day and day.weekday() == wanted), None)


def _nearest(number: int, month: int, today: dt.date) -> tuple[dt.date | None, dt.date | None]:
    """The next such day, today included, and the last; None for a day no calendar has."""
    span = range(today.year - _YEARS_EITHER_WAY, today.year + _YEARS_EITHER_WAY + 1)
    days = [day for year in span if (day := day_in(year, month, number)) is not None]
    past = [day for day in days if day < today]
    return next((day for day in days if day >= today), None), past[-1] if past else None


def _coming_clash(plain: str, today: dt.date) -> str | None:
    """What is wrong where neither the next nor the last such day bears the weekday given."""
    found = _DAY_AND_MONTH.fullmatch(plain)
    if not found or not found["weekday"] or _day_and_month(plain, today):
        return None
    without = plain[found.end("weekday") :].strip(" .,")
    coming = _day_and_month(without, today)
    return weekday_clash(f"{found['weekday']} {plain_date(coming)}") if coming else None


def _in_some_time(plain: str, today: dt.date) -> dt.date | None:
    """ "in a fortnight", "a week tomorrow", "a week on thursday", "thursday week"."""
    found = _IN_SOME_TIME.fullmatch(plain) or _LATER.fullmatch(plain)
    if not found:
        return None
    parts = found.groupdict()
    count = parts.get("count") or ""
    days = (_COUNTS[count] if count in _COUNTS else int(count)) * _SPANS[found["span"]]
    if not parts["from"]:
        if not (count or parts["in"] or found["span"] == "fortnight"):
            return None
        return _shifted(today, days)
    since = re.sub(r"^\s*(?:on|from)\s+", "", parts["from"]).strip()
    first = _shifted(today, _RELATIVE[since]) if since in _RELATIVE else _named_day(since, today)
    return None if first is None else _shifted(first, days)


def _nth_weekday(plain: str, today: dt.date) -> dt.date | None:
    """ "second tuesday in may": the next such day, or that of the year named."""
    found = _NTH_WEEKDAY.fullmatch(plain)
    if not found:
        return None
    wanted, month = weekday_number(found["weekday"]), month_number(found["month"])
    years = [int(found["year"])] if found["year"] else [today.year, today.year + 1]
    for year in years:
        days = [
            day
            for number in range(1, 32)
            if (day := day_in(year, month, number)) and day.weekday() == wanted
        ]
        at = -1 if found["nth"] == "last" else _NTH[found["nth"]]
        if days and (found["year"] or days[at] >= today):
            return days[at]
    return None


def _guessed_date(plain: str, today: dt.date) -> dt.date | None:
    """What dateparser makes of the words, where they name a day and its answer keeps to them."""
    if not _GUESSABLE.search(plain):
        return None
    # Loaded here: it costs a tenth of a second, and the first call more.
    import dateparser

    moment = dateparser.parse(
        plain,
        languages=["en"],
        settings={
            "DATE_ORDER": "DMY",
            "PREFER_DATES_FROM": "future",
            "RELATIVE_BASE": dt.datetime.combine(today, dt.time()),
        },
    )
    day = None if moment is None else moment.date()
    if day is None or abs(day.year - today.year) > _YEARS_EITHER_WAY:
        return None
    return day if _keeps_to(plain, day) else None


def _keeps_to(plain: str, day: dt.date) -> bool:
    """Whether a guessed day has the weekday, day, month and year that the words name."""
    weekday = re.search(rf"\b{WEEKDAY}\b", plain, re.A)
    if weekday and weekday_number(weekday[0]) != day.weekday():
        return False
    month = re.search(rf"\b{MONTH}\b", plain, re.A)
    if month and (month_number(month[0]) != day.month or str(day.day) not in _numbers(plain)):
        return False
    year = re.search(r"\b\d{4}\b", plain, re.A)
    if year and int(year[0]) != day.year:
        return False
    # "sat 5": a number that is neither of the date nor counts days or weeks.
    loose = re.sub(r"\b\d{1,2}(?:[.:]\d{2})?\s*(?:am|pm|days?|weeks?|months?)\b", "", plain)
    loose = re.sub(r"\b\d{1,2}[.:]\d{2}\b", "", loose)
    return all(int(number) in {day.day, day.year} for number in _numbers(loose))


def _numbers(plain: str) -> list[str]:
    return [number.lstrip("0") or "0" for number in re.findall(r"\d+", plain, re.A)]
