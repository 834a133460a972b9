"""Days that words name beyond doubt: day, month and year all stand there."""

import datetime as dt
import re

from clerk.patterns import LatePattern
from clerk.when.printed import MONTHS, WEEKDAYS, plain_date

WEEKDAY = r"(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_LONG = (
    rf"(?P<day>\d{{1,2}})(?:\s?(?:st|nd|rd|th))?(?:\s+day)?(?:\s+of)?[\s-]+(?P<month>{MONTH})"
    r"(?:\.?,?\s+|-)(?P<year>\d{4})"
)
_SLASHED = r"(?P<d1>\d{1,2})/(?P<m1>\d{1,2})/(?P<y1>\d{4}|\d{2})"
# With dots or dashes the year needs four digits: "1.2.12" is a paragraph's number.
_DOTTED = r"(?P<d2>\d{1,2})(?P<sep>[.-])(?P<m2>\d{1,2})(?P=sep)(?P<y2>\d{4})"
_ISO = r"(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2})"
_ANY = rf"(?:(?P<weekday>{WEEKDAY})\.?,?\s+(?:the\s+)?)?(?:{_LONG}|{_SLASHED}|{_DOTTED}|{_ISO})"
_DATE = LatePattern(_ANY, re.I | re.A)
_DATE_IN_TEXT = LatePattern(rf"(?<![\w/.£-]){_ANY}(?![\w/])(?!\.\d)", re.I | re.A)


def strict_date(words: str) -> dt.date | None:
    """The day that these words name beyond doubt; None where they name none.

    Day, month and year must all stand there, the day before the month: "Thursday, 26 April 2012",
    "26th April 2012", "26/4/2012", "26/04/12", "26.4.2012", "2012-04-26". A weekday that does not
    fit its date makes it None: see `weekday_clash`.
    """
    found = _DATE.fullmatch(tidy(words))
    day = _day_of(found) if found else None
    return None if day is None or weekday_clash(words) else day


def weekday_clash(words: str) -> str | None:
    """A sentence naming the right weekday where the one given does not fit; None where it does."""
    found = _DATE.fullmatch(tidy(words))
    if not found or not found["weekday"]:
        return None
    day, given = _day_of(found), weekday_number(found["weekday"])
    if day is None or day.weekday() == given:
        return None
    return f"{plain_date(day)} is a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[given]}."


def find_dates(text: str) -> tuple[tuple[str, dt.date], ...]:
    """The dates in a line, in order, each with its words as printed.

    A date whose weekday does not fit counts, by its number: a list of dates keeps a paper's slips,
    and `weekday_clash` names them.
    """
    found = ((match, _day_of(match)) for match in _DATE_IN_TEXT.finditer(text))
    return tuple((match[0], day) for match, day in found if day is not None)


def month_number(words: str) -> int:
    """1 to 12, by the first three letters; raises ValueError where they are no month's."""
    return [month[:3].casefold() for month in MONTHS].index(words[:3].casefold()) + 1


def weekday_number(words: str) -> int:
    """0 for Monday, by the first three letters; raises ValueError where they are no weekday's."""
    return [weekday[:3].casefold() for weekday in WEEKDAYS].index(words[:3].casefold())


def full_year(digits: str) -> int:
    """Two digits stand for 1970 to 2069."""
    year = int(digits)
    return year if len(digits) == 4 else year + (1900 if year >= 70 else 2000)


def day_in(year: int, month: int, day: int) -> dt.date | None:
    """The day; None where the calendar has none such."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _day_of(found: re.Match[str]) -> dt.date | None:
    """The day that a match of `_ANY` names, whatever weekday stands before it."""
    if found["month"]:
        return day_in(int(found["year"]), month_number(found["month"]), int(found["day"]))
    parts = next(
        (found[f"y{form}"], found[f"m{form}"], found[f"d{form}"])
        for form in "123"
        if found[f"y{form}"]
    )
    return day_in(full_year(parts[0]), int(parts[1]), int(parts[2]))


def tidy(words: str) -> str:
    """The words on one line without the stops around them; "" where they are too many for a day."""
    return " ".join(words.split()).strip(" ,.;") if len(words) <= 200 else ""


def cut(words: str) -> str:
    """The words as a refusal names them: their first forty characters."""
    line = " ".join(words.split())
    return line if len(line) <= 40 else line[:39] + "…"
