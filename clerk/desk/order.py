"""Where a name stands in an attendance list: chair, vice-chair, then by surname."""

import datetime as dt

from clerk.domain.meetings import Attendance
from clerk.domain.register import Register
from clerk.names import sort_key


def place_in_list(
    others: tuple[Attendance, ...], entry: Attendance, register: Register, day: dt.date
) -> str:
    """The id of the entry before which `entry` belongs; empty for the end.

    Only members present or remote, and apologies, are put in order: officers and guests stand as
    they were entered, in the order of rank that the clerk gives them.
    """
    if entry.capacity not in ("present", "remote", "apologies"):
        return ""
    mine = _rank(entry, register, day)
    for other in others:
        if other.capacity == entry.capacity and _rank(other, register, day) > mine:
            return other.id
    return ""


def _rank(entry: Attendance, register: Register, day: dt.date) -> tuple[int, tuple[str, ...]]:
    role = entry.role.casefold()
    first = 2
    if role.startswith("chair"):
        first = 0
    elif role.startswith(("vice", "deputy")):
        first = 1
    person = register.people.get(entry.person)
    return first, sort_key(person.name_on(day)) if person else ()
