"""A clerk's words for days and times: strict forms first, dateparser last, read back in full.

Month and weekday names are our own, because the machine's locale must not change a record.
"""

import datetime as dt
import re

from clerk.errors import InputError
from clerk.patterns import LatePattern

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def strict_date(words: str) -> dt.date | None:
    """The day that these words name beyond doubt; None where they name none.

    Day, month and year must all stand there, the day before the month: "Thursday, 26 April 2012",
    "26th April 2012", "26/4/2012", "26/04/12", "26.4.2012", "2012-04-26". A weekday that does not
    fit its date makes it None: see `weekday_clash`.
    """
    found = _DATE.fullmatch(_tidy(words))
    day = _day_of(found) if found else None
    return None if day is None or weekday_clash(words) else day


def weekday_clash(words: str) -> str | None:
    """A sentence naming the right weekday where the one given does not fit; None where it does."""
    found = _DATE.fullmatch(_tidy(words))
    if not found or not found["weekday"]:
        return None
    day, given = _day_of(found), _weekday_number(found["weekday"])
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


def read_date(words: str, *, today: dt.date) -> dt.date:
    """The day that a clerk means, seen from `today`.

    Besides the strict forms: "6 july", "6/7" (the next such day, today included), "today",
    "tomorrow", "thursday" (the next after today), "next thursday" (that of next week, weeks
    beginning on Monday), "thursday week", "in a fortnight", "second tuesday in may". What is left
    goes to dateparser, and only if it names a day and lies within five years. Raises InputError.
    """
    plain = _tidy(words).casefold()
    clash = weekday_clash(words) or _coming_clash(plain, today)
    if clash:
        raise InputError(f"{clash} Type the date again, or leave the weekday out.")
    day = strict_date(words) or _short_date(plain, today) or _guessed_date(plain, today)
    if day is None:
        raise InputError(
            f"“{_cut(words)}” names no day that can be relied on; type it like 26 April 2012, "
            "26/4/2012, 26 April, thursday or tomorrow."
        )
    return day


def strict_time(words: str) -> dt.time | None:
    """The time of day that these words name beyond doubt; None where they name none.

    "10.00 am", "10am", "7.30 p.m.", "14:30", "09:30", "1830", "noon", "midnight". A bare "7.30" is
    None: councils meet at either.
    """
    plain = re.sub(r"\s*(?:hrs|hours|h|o'clock)$", "", _tidy(words).casefold().replace("’", "'"))
    if plain in _NAMED_TIMES:
        return _NAMED_TIMES[plain]
    found = _TWELVE_HOURS.fullmatch(plain)
    if found:
        return _twelve_hours(int(found["hour"]), int(found["minute"] or 0), found["half"][0])
    found = _FULL_DAY.fullmatch(plain)
    if not found or (len(found["hour"]) == 1 and int(found["hour"]) < _FIRST_SURE_HOUR):
        return None
    return _time(int(found["hour"]), int(found["minute"]))


def read_time(words: str) -> dt.time:
    """The time that a clerk means; raises InputError where it might be morning or afternoon."""
    time = strict_time(words)
    if time is not None:
        return time
    found = _BARE_TIME.fullmatch(_tidy(words))
    if found and 1 <= int(found["hour"]) <= 12 and int(found["minute"] or 0) < 60:
        raise InputError(f"“{_cut(words)}” may be morning or afternoon; add am or pm.")
    raise InputError(f"“{_cut(words)}” is no time of day; type it like 10.00 am, 2 pm or 14:30.")


def long_date(day: dt.date) -> str:
    """ "Thursday, 26 April 2012"."""
    return f"{WEEKDAYS[day.weekday()]}, {plain_date(day)}"


def plain_date(day: dt.date) -> str:
    """ "26 April 2012"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year:04d}"


def short_date(day: dt.date) -> str:
    """ "Thu 26 Apr 2012", days of one figure under those of two."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day:>2} {MONTHS[day.month - 1][:3]} {day.year}"


def ordinal(number: int) -> str:
    """ "26th"."""
    teens = number % 100 in {11, 12, 13}
    return f"{number}th" if teens else f"{number}{_ENDINGS.get(number % 10, 'th')}"


def clock(time: dt.time) -> str:
    """ "10.00 am"; noon and midnight by name, because nobody agrees on 12.00 pm."""
    if time.minute == 0 and time.hour in {0, 12}:
        return "12.00 noon" if time.hour else "12.00 midnight"
    half = "am" if time.hour < 12 else "pm"
    return f"{time.hour % 12 or 12}.{time.minute:02d} {half}"


_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_YEARS_EITHER_WAY = 5
"""How far from today a guessed date may lie."""
_FIRST_SURE_HOUR = 8
"""A bare "8.30" is the morning; a bare "7.30" is as often the evening."""

_WEEKDAY = r"(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_LONG = (
    rf"(?P<day>\d{{1,2}})(?:\s?(?:st|nd|rd|th))?(?:\s+day)?(?:\s+of)?[\s-]+(?P<month>{_MONTH})"
    r"(?:\.?,?\s+|-)(?P<year>\d{4})"
)
_SLASHED = r"(?P<d1>\d{1,2})/(?P<m1>\d{1,2})/(?P<y1>\d{4}|\d{2})"
# With dots or dashes the year needs four digits: "1.2.12" is a paragraph's number.
_DOTTED = r"(?P<d2>\d{1,2})(?P<sep>[.-])(?P<m2>\d{1,2})(?P=sep)(?P<y2>\d{4})"
_ISO = r"(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2})"
_ANY = rf"(?:(?P<weekday>{_WEEKDAY})\.?,?\s+(?:the\s+)?)?(?:{_LONG}|{_SLASHED}|{_DOTTED}|{_ISO})"
_DATE = LatePattern(_ANY, re.I | re.A)
_DATE_IN_TEXT = LatePattern(rf"(?<![\w/.£-]){_ANY}(?![\w/])(?!\.\d)", re.I | re.A)

_TWELVE_HOURS = LatePattern(
    r"(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?\s?(?P<half>am|pm|a\.m\.?|p\.m\.?)", re.A
)
_FULL_DAY = LatePattern(
    r"(?P<hour>\d{2}(?=\d{2}$)|\d{1,2}(?=[.:]))[.:]?(?P<minute>\d{2})(?::00)?", re.A
)
_BARE_TIME = LatePattern(r"(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?", re.A)
_NAMED_TIMES = {
    "noon": dt.time(12),
    "midday": dt.time(12),
    "12 noon": dt.time(12),
    "12 midday": dt.time(12),
    "12.00 noon": dt.time(12),
    "12:00 noon": dt.time(12),
    "midnight": dt.time(0),
    "12 midnight": dt.time(0),
    "12.00 midnight": dt.time(0),
}

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
_NAMED_DAY = LatePattern(rf"(?:(?:on|this|coming)\s+)*(?P<next>next\s+)?(?P<weekday>{_WEEKDAY})\.?")
_DAY_AND_MONTH = LatePattern(
    rf"(?:(?P<weekday>{_WEEKDAY})\.?,?\s+)?(?:the\s+)?"
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s*(?P<month>{_MONTH})\.?"
    r"|(?P<d1>\d{1,2})/(?P<m1>\d{1,2}))",
    re.A,
)
_NTH = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3}
_NTH_WEEKDAY = LatePattern(
    rf"(?:the\s+)?(?P<nth>{'|'.join(_NTH)}|last)\s+(?P<weekday>{_WEEKDAY})"
    rf"\s+(?:in|of)\s+(?P<month>{_MONTH})(?:\s+(?P<year>\d{{4}}))?",
    re.A,
)
_GUESSABLE = LatePattern(
    rf"\b(?:{_WEEKDAY}|days?|weeks?|fortnight|months?|today|tomorrow|yesterday|ago"
    rf"|{_DAY}(?:\s+of)?\s+{_MONTH}|{_MONTH}\.?\s+(?:the\s+)?{_DAY})\b",
    re.A,
)
"""What dateparser is asked about: it makes days of bare numbers, years, months and letters."""


def _tidy(words: str) -> str:
    return " ".join(words.split()).strip(" ,.;") if len(words) <= 200 else ""


def _cut(words: str) -> str:
    tidy = " ".join(words.split())
    return tidy if len(tidy) <= 40 else tidy[:39] + "…"


def month_number(words: str) -> int:
    """1 to 12, by the first three letters; raises ValueError where they are no month's."""
    return [month[:3].casefold() for month in MONTHS].index(words[:3].casefold()) + 1


def _weekday_number(words: str) -> int:
    return [weekday[:3].casefold() for weekday in WEEKDAYS].index(words[:3].casefold())


def _day(year: int, month: int, day: int) -> dt.date | None:
    """The day; None where the calendar has none such."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _day_of(found: re.Match[str]) -> dt.date | None:
    """The day that a match of `_ANY` names, whatever weekday stands before it."""
    if found["month"]:
        return _day(int(found["year"]), month_number(found["month"]), int(found["day"]))
    parts = next(
        (found[f"y{form}"], found[f"m{form}"], found[f"d{form}"])
        for form in "123"
        if found[f"y{form}"]
    )
    return _day(full_year(parts[0]), int(parts[1]), int(parts[2]))


def full_year(digits: str) -> int:
    """Two digits stand for 1970 to 2069."""
    year = int(digits)
    return year if len(digits) == 4 else year + (1900 if year >= 70 else 2000)


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
    wanted = _weekday_number(found["weekday"])
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
    wanted = _weekday_number(found["weekday"])
    return next((day for day in (coming, past) if day and day.weekday() == wanted), None)


def _nearest(number: int, month: int, today: dt.date) -> tuple[dt.date | None, dt.date | None]:
    """The next such day, today included, and the last; None for a day no calendar has."""
    span = range(today.year - _YEARS_EITHER_WAY, today.year + _YEARS_EITHER_WAY + 1)
    days = [day for year in span if (day := _day(year, month, number)) is not None]
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
    wanted, month = _weekday_number(found["weekday"]), month_number(found["month"])
    years = [int(found["year"])] if found["year"] else [today.year, today.year + 1]
    for year in years:
        days = [
            day
            for number in range(1, 32)
            if (day := _day(year, month, number)) and day.weekday() == wanted
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
    weekday = re.search(rf"\b{_WEEKDAY}\b", plain, re.A)
    if weekday and _weekday_number(weekday[0]) != day.weekday():
        return False
    month = re.search(rf"\b{_MONTH}\b", plain, re.A)
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


def _time(hour: int, minute: int) -> dt.time | None:
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


def _twelve_hours(hour: int, minute: int, half: str) -> dt.time | None:
    """12.30 am is half past midnight; "14.00 pm", which papers print, is two o'clock."""
    if hour == 0 or hour > (23 if half == "p" else 12):
        return None
    if half == "a":
        return _time(hour % 12, minute)
    return _time(hour if hour >= 12 else hour + 12, minute)
