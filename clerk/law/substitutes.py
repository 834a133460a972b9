"""Whether someone may sit as a substitute: reasons against it, for a clerk to weigh.

Which committees have substitutes, and from where, is the council's own standing orders. An
executive has none, nor has a meeting of the full council: their membership is fixed by law (Local
Government Act 2000 Part 1A; Local Government Act 1972 s2 and Schedule 2).
"""

import datetime as dt
from collections.abc import Iterable

from clerk.domain.committees import Committee, group_on, person_on, stands
from clerk.domain.groups import group_of
from clerk.domain.meetings import Attendance
from clerk.domain.register import Register
from clerk.names import full

_NONE_BY_LAW = {
    "executive": "an executive has no substitutes",
    "council": "a meeting of the full council has no substitutes",
    "parish": "a parish or town council has no substitutes",
}
_HERE = ("present", "remote")


def substitute_warnings(
    register: Register,
    body: Committee,
    day: dt.date,
    *,
    substitute: str,
    principal: str,
    attendance: Iterable[Attendance] = (),
    for_item: bool = False,
) -> tuple[str, ...]:
    """Why `substitute` may not sit for `principal` on `day`, in sentences; none where they may.

    Both are people's ids. `attendance` is what is marked at the meeting so far; `for_item` says
    that it is for one item alone.
    """
    found: list[str] = []
    who, whom = (_named(register, each, day) for each in (substitute, principal))
    if body.kind in _NONE_BY_LAW:
        found.append(f"{_NONE_BY_LAW[body.kind]}: {body.name_on(day)} is one")
    elif body.substitutes == "none":
        found.append(f"{body.name_on(day)} has no substitutes, by its rules")
    if for_item and not body.substitutes_for_items:
        found.append(
            f"a substitute sits on {body.name_on(day)} for the whole meeting, by its rules"
        )
    found += _of_principal(body, day, principal, whom)
    found += _of_substitute(register, body, day, substitute, who)
    found += _of_group(register, body, day, substitute, principal)
    marked = [
        entry
        for entry in attendance
        if not (for_item and entry.person == principal)  # who sits but for this one item
    ]
    found += _of_meeting(tuple(marked), substitute, principal, who, whom)
    return tuple(f"{words[0].upper()}{words[1:]}." for words in found)


def _of_principal(body: Committee, day: dt.date, principal: str, whom: str) -> list[str]:
    if any(person_on(seat, day) == principal and stands(seat, day) for seat in body.seats):
        return []
    return [f"{whom} holds no seat on {body.name_on(day)} on that day, as far as is known"]


def _of_substitute(
    register: Register, body: Committee, day: dt.date, substitute: str, who: str
) -> list[str]:
    person = register.people.get(substitute)
    if person is not None and person.kind in ("officer", "other"):
        return [f"{who} is no member of the council"]
    if person is not None and person.left is not None and person.left <= day:
        return [f"{who} has left the council"]
    if any(person_on(seat, day) == substitute for seat in body.seats):
        return [f"{who} has a seat on {body.name_on(day)} already"]
    return []


def _of_group(
    register: Register, body: Committee, day: dt.date, substitute: str, principal: str
) -> list[str]:
    """Of the same group as the seat, where the committee asks for that."""
    if body.substitutes != "same group" or body.kind in _NONE_BY_LAW:
        return []
    seat = next((s for s in body.seats if person_on(s, day) == principal), None)
    if seat is None or not group_on(seat, day):
        return []
    person, wanted = register.people.get(substitute), group_on(seat, day)
    group = group_of(register, person, day) if person else ""
    name = _named(register, substitute, day)
    # A group that nobody told Clerk speaks against nobody: the first paper names few of them.
    if group and group.casefold() != wanted.casefold():
        return [f"{name} is {group}, and the seat is {wanted}: they must be of one group"]
    return []


def _of_meeting(
    attendance: tuple[Attendance, ...], substitute: str, principal: str, who: str, whom: str
) -> list[str]:
    found = []
    for entry in attendance:
        if entry.person == principal and entry.capacity in _HERE:
            found.append(
                f"{whom} is marked as {entry.capacity}: principal and substitute never both"
            )
        if entry.person == substitute and entry.substitute_for not in ("", principal):
            found.append(f"{who} is a substitute for another member already")
        if entry.substitute_for == principal and entry.person != substitute:
            found.append(f"{whom} has another substitute already")
    return found


def _named(register: Register, person_id: str, day: dt.date) -> str:
    person = register.people.get(person_id)
    return full(person.name_on(day)) if person else "(name not known)"
