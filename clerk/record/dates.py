"""Dates and times as a house style prints them."""

import datetime as dt

from clerk.record.style.parts import DateStyle
from clerk.record.wording import filled
from clerk.when import MONTHS, WEEKDAYS, ordinal


def long_date(day: dt.date, style: DateStyle) -> str:
    """ "Thursday, 26 April 2012", or as the style has it."""
    return filled(style.long, _parts(day, style))


def plain_date(day: dt.date, style: DateStyle) -> str:
    """ "26 April 2012", or as the style has it."""
    return filled(style.plain, _parts(day, style))


def clock(time: dt.time, style: DateStyle) -> str:
    """ "10.00 am", or as the style has it."""
    if time == dt.time(12) and style.noon:
        return style.noon
    if time == dt.time(0) and style.midnight:
        return style.midnight
    hour = (time.hour - 1) % 12 + 1
    values = {
        "h": str(hour),
        "hh": f"{time.hour:02}",
        "mm": f"{time.minute:02}",
        "ampm": style.am if time.hour < 12 else style.pm,
    }
    whole = style.on_the_hour if not time.minute else ""
    return filled(whole or style.time, values)


def _parts(day: dt.date, style: DateStyle) -> dict[str, str]:
    weekday = (style.weekdays or WEEKDAYS)[day.weekday()]
    month = (style.months or MONTHS)[day.month - 1]
    return {
        "weekday": weekday,
        "weekday_short": weekday[:3],
        "day": str(day.day),
        "ordinal": ordinal(day.day),
        "month": month,
        "month_short": month[:3],
        "month_number": str(day.month),
        "year": str(day.year),
        "yy": f"{day.year % 100:02}",
    }
