"""Vacation of office by failure to attend: Local Government Act 1972 s85, in England.

A member who attends no meeting of the authority throughout six consecutive months from the date of
the last attendance ceases to be a member, unless the authority approved the reason before they
expired. Attendance at a committee, a sub-committee or a joint committee counts (s85(2)); members
of an executive have a clock of their own besides (s85(2A), (2B)), which is not worked out here.
"""

import datetime as dt

from clerk.domain.base import months_on
from clerk.domain.meetings import Capacity

_REMOTE_FROM, _REMOTE_UNTIL = dt.date(2020, 4, 4), dt.date(2021, 5, 6)
"""The Flexibility of Local Authority Meetings Regulations (SI 2020/392): remote attendance was
attendance at meetings held between these days, both included; otherwise one must be there."""


def six_months_end(last: dt.date) -> dt.date:
    """The day on which six months from `last` end: the corresponding day of the sixth month.

    The last day of that month, where it has no such day.
    """
    return months_on(last, 6)


def is_attendance(capacity: Capacity, day: dt.date) -> bool:
    """Whether being marked so at a meeting of that day is attendance as a member."""
    if capacity == "remote":
        return _REMOTE_FROM <= day <= _REMOTE_UNTIL
    return capacity == "present"
