"""Six months from a last attendance: Local Government Act 1972 s85."""

import datetime as dt

import pytest

from clerk.domain.meetings import Capacity
from clerk.law.six_months import is_attendance, six_months_end


@pytest.mark.parametrize(
    ("last", "ends"),
    [
        ((2026, 1, 10), (2026, 7, 10)),
        ((2026, 8, 31), (2027, 2, 28)),
        ((2027, 8, 31), (2028, 2, 29)),
        ((2026, 12, 31), (2027, 6, 30)),
        ((2026, 6, 30), (2026, 12, 30)),
    ],
)
def test_six_months_end_on_the_corresponding_day(
    last: tuple[int, int, int], ends: tuple[int, int, int]
) -> None:
    assert six_months_end(dt.date(*last)) == dt.date(*ends)


@pytest.mark.parametrize(
    ("capacity", "day", "counts"),
    [
        ("present", dt.date(2026, 4, 1), True),
        ("apologies", dt.date(2026, 4, 1), False),
        ("also present", dt.date(2026, 4, 1), False),
        ("remote", dt.date(2026, 4, 1), False),
        ("remote", dt.date(2020, 4, 3), False),
        ("remote", dt.date(2020, 4, 4), True),
        ("remote", dt.date(2021, 5, 6), True),
        ("remote", dt.date(2021, 5, 7), False),
    ],
)
def test_remote_attendance_counts_only_while_the_law_had_it_so(
    capacity: Capacity, day: dt.date, counts: bool
) -> None:
    assert is_attendance(capacity, day) is counts
