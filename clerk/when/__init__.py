"""A clerk's words for days and times: strict forms first, dateparser last, read back in full."""

from clerk.when.meant import read_date
from clerk.when.printed import MONTHS, WEEKDAYS, clock, long_date, ordinal, plain_date, short_date
from clerk.when.strict import find_dates, full_year, month_number, strict_date, weekday_clash
from clerk.when.times import read_time, strict_time

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "clock",
    "find_dates",
    "full_year",
    "long_date",
    "month_number",
    "ordinal",
    "plain_date",
    "read_date",
    "read_time",
    "short_date",
    "strict_date",
    "strict_time",
    "weekday_clash",
]
