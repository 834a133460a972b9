"""Days and times as Clerk prints them.

Month and weekday names are our own, because the machine's locale must not change a record.
"""

import datetime as dt

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
