"""Dates and times as a house style prints them."""

import datetime as dt

from clerk.record.style import DateStyle
from clerk.record.wording import filled
from clerk.when import MONTHS, WEEKDAYS, ordinal


def long_date(day: dt.date, style: DateStyle) -> str:
    """ "Thursday, 26 April 2012", or as the style has it."""
    return filled(style.long, _parts(day))


def plain_date(day: dt.date, style: DateStyle) -> str:
    """ "26 April 2012", or as the style has it."""
    return filled(style.plain, _parts(day))


def clock(time: dt.time, style: DateStyle) -> str:
    """ "10.00 am", or as the style has it."""
    hour = (time.hour - 1) % 12 + 1
    values = {
        "h": str(hour),
        "hh": f"{time.hour:02}",
        "mm": f"{time.minute:02}",
        "ampm": "am" if time.hour < 12 else "pm",
    }
    return filled(style.time, values)


def _parts(day: dt.date) -> dict[str, str]:
    return {
        "weekday": WEEKDAYS[day.weekday()],
        "day": str(day.day),
        "ordinal": ordinal(day.day),
        "month": MONTHS[day.month - 1],
        "year": str(day.year),
    }
