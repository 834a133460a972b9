"""Where a name stands in an attendance list: chair, vice-chair, then by surname."""

import datetime as dt

from clerk.domain.meetings import Attendance
from clerk.domain.register import Register
from clerk.names import sort_key


def place_in_list(
    entries: tuple[Attendance, ...], entry: Attendance, register: Register, day: dt.date
) -> str:
    """The id of the entry before which `entry` belongs; empty for the end.

    Only members present or remote, and apologies, are put in order: officers and guests stand as
    they were entered, in the order of rank that the clerk gives them. `entries` may hold `entry`
    as it was before.
    """
    if entry.capacity not in ("present", "remote", "apologies"):
        return _place_kept(entries, entry)
    mine = _rank(entry, register, day)
    for other in entries:
        if other.id == entry.id or other.capacity != entry.capacity:
            continue
        if _rank(other, register, day) > mine:
            return other.id
    return ""


def role_rank(title: str) -> int:
    """Whose name goes first: 0 for a chair, 1 for a vice-chair, 2 for everybody else."""
    folded = title.casefold()
    if folded.startswith("chair"):
        return 0
    return 1 if folded.startswith(("vice", "deputy")) else 2


def _place_kept(entries: tuple[Attendance, ...], entry: Attendance) -> str:
    """The entry after the one that is marked anew in the same list; empty for the end."""
    for at, other in enumerate(entries[:-1]):
        if other.id == entry.id and other.capacity == entry.capacity:
            return entries[at + 1].id
    return ""


def _rank(entry: Attendance, register: Register, day: dt.date) -> tuple[int, tuple[str, ...]]:
    person = register.people.get(entry.person)
    return role_rank(entry.role), sort_key(person.name_on(day)) if person else ()
