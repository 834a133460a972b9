"""Times of day, strict and as a clerk types them."""

import datetime as dt
import re

from clerk.errors import InputError
from clerk.patterns import LatePattern
from clerk.when.strict import cut, tidy

_FIRST_SURE_HOUR = 8
"""A bare "8.30" is the morning; a bare "7.30" is as often the evening."""
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


def strict_time(words: str) -> dt.time | None:
    """The time of day that these words name beyond doubt; None where they name none.

    "10.00 am", "10am", "7.30 p.m.", "14:30", "09:30", "1830", "noon", "midnight". A bare "7.30" is
    None: councils meet at either.
    """
    plain = re.sub(r"\s*(?:hrs|hours|h|o'clock)$", "", tidy(words).casefold().replace("’", "'"))
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
    found = _BARE_TIME.fullmatch(tidy(words))
    if found and 1 <= int(found["hour"]) <= 12 and int(found["minute"] or 0) < 60:
        raise InputError(f"“{cut(words)}” may be morning or afternoon; add am or pm.")
    raise InputError(f"“{cut(words)}” is no time of day; type it like 10.00 am, 2 pm or 14:30.")


def _time(hour: int, minute: int) -> dt.time | None:
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


def _twelve_hours(hour: int, minute: int, half: str) -> dt.time | None:
    """12.30 am is half past midnight; "14.00 pm", which papers print, is two o'clock."""
    if hour == 0 or hour > (23 if half == "p" else 12):
        return None
    if half == "a":
        return _time(hour % 12, minute)
    return _time(hour if hour >= 12 else hour + 12, minute)
