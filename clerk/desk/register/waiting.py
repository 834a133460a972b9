"""What of the members needs the clerk: vacant seats, and who nears the end of six months."""

from typing import NamedTuple

from clerk.desk.office import Office
from clerk.desk.register.attendance_lists import SixMonthsRow, six_months
from clerk.desk.register.register_lists import VacancyRow, vacancies

_NEAR = 60
"""Days around the end of six months in which it is said: a council meets about once in that time.
Of one long past nothing is to be done, and most likely Clerk has not seen later meetings.
"""


class Waiting(NamedTuple):
    """As things stand today."""

    vacant: tuple[VacancyRow, ...] = ()
    nearing: tuple[SixMonthsRow, ...] = ()
    """Those whose six months end soon, or ended lately as far as Clerk knows, the first on top."""


def members_waiting(office: Office) -> Waiting:
    """Looked for in every meeting: Home is painted before. Raises StorageError."""
    near = tuple(row for row in six_months(office) if abs(row.days_left) <= _NEAR)
    return Waiting(vacancies(office, office.today), near)
