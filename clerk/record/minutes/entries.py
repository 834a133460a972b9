"""One name of the attendance: its words, its group, its place in the order of the house."""

import re

from clerk.domain.meetings import Attendance, Meeting
from clerk.domain.movements import Movement
from clerk.names import initials, sort_key
from clerk.patterns import LatePattern
from clerk.record.context import Context
from clerk.record.dates import clock
from clerk.record.facts.movements import minute_of
from clerk.record.facts.room import name_of
from clerk.record.named import NameForm
from clerk.record.numbering import numbers_of
from clerk.record.style.attendance import AttendanceGroup, SortKey
from clerk.record.wording import Value, filled, listed, places

_DEPUTY = LatePattern(r"\b(vice|deputy|depute)\b", re.IGNORECASE)
_GOING = ("left", "stood down")
_PARTS: tuple[SortKey, ...] = ("group", "ward")
"""What may part the names of a list."""


def entry_words(
    entry: Attendance, group: AttendanceGroup, meeting: Meeting, context: Context
) -> str:
    """ "Mrs A Example (Substitute for Mr B Sample)": one entry as the style prints it."""
    words = group.presiding if group.presiding and presides(entry, context) else group.entry
    return filled(words, entry_values(entry, group, meeting, context))


def entry_values(
    entry: Attendance, group: AttendanceGroup, meeting: Meeting, context: Context
) -> dict[str, Value]:
    """What the places of an entry hold."""
    style, principal = context.style.attendance, entry.substitute_for
    known = context.people.get(entry.person)
    return {
        "name": name_of(entry.person, context, group.names or style.names),
        "role": style.roles.get(entry.role, entry.role),
        "principal": principal_words(entry, meeting, context) if principal else "",
        "post": entry.post,
        "note": entry.note,
        "group": group_of(entry, context),
        "ward": ward_of(entry, context),
        "initials": initials(known.name) if known else "",
        "part": _part(entry, meeting, context),
    }


def principal_words(
    entry: Attendance, meeting: Meeting, context: Context, form: NameForm = ""
) -> str:
    """The member for whom a substitute sits; with the item where it is for that one alone."""
    style = context.style.attendance
    name = name_of(entry.substitute_for, context, form or style.principals or style.names)
    item = meeting.item(entry.for_item)
    if item is None:
        return name
    called = f"Item {item.ref}" if item.ref else f"“{item.title}”"
    return filled(style.for_item, {"principal": name, "item": called})


def presides(entry: Attendance, context: Context) -> bool:
    """Whether the role is that of who presides."""
    return entry.role in context.style.attendance.leading


def group_of(entry: Attendance, context: Context) -> str:
    """The group or category of the seat that is filled; else the person's political group."""
    seat = context.members.get(entry.substitute_for or entry.person)
    if seat is not None and seat.group:
        return seat.group
    known = context.people.get(entry.person)
    return known.group if known else ""


def ward_of(entry: Attendance, context: Context) -> str:
    """The ward or division that the person sits for."""
    known = context.people.get(entry.person)
    return known.ward if known else ""


def parted(entry: Attendance, group: AttendanceGroup, context: Context) -> tuple[str, str]:
    """The group or ward with whose names this one stands, and what the house puts before them.

    Both empty where the list is not parted, or the person is of none.
    """
    of = {"group": group_of(entry, context), "ward": ward_of(entry, context)}
    name = " ".join(of[place] for place in places(group.by_group) if of[place])
    return (name, filled(group.by_group, of)) if name else ("", "")


def in_order(
    entries: list[Attendance], group: AttendanceGroup, context: Context
) -> list[Attendance]:
    """The entries in the house's order; those of one group or ward together where it parts them."""
    keys = context.style.attendance.order
    first = tuple(k for k in _PARTS if k in places(group.by_group) and k not in keys)
    ordered = list(entries)
    for key in reversed((*first, *keys)):
        ordered.sort(key=lambda entry, key=key: _rank(key, entry, context))  # type: ignore[misc]
    return ordered


def _rank(key: SortKey, entry: Attendance, context: Context) -> tuple[str | int, ...]:
    match key:
        case "role":
            deputy = bool(_DEPUTY.search(entry.role))
            return (0 if presides(entry, context) else 1 if deputy else 2,)
        case "substitute":
            return (int(bool(entry.substitute_for)),)
        case "seat":
            holders = list(context.members)
            seat = entry.substitute_for or entry.person
            return (holders.index(seat) if seat in holders else len(holders),)
        case "group":
            groups = [member.group for member in context.members.values()]
            name = group_of(entry, context)
            # Groups in the order of the membership list; those without a seat after them, by name.
            return (groups.index(name) if name in groups else len(groups), name)
        case "ward":
            return (ward_of(entry, context),)  # of none: first, under no other's heading
        case "surname":
            known = context.people.get(entry.person)
            return sort_key(known.name) if known else ("\uffff",)


def _part(entry: Attendance, meeting: Meeting, context: Context) -> str:
    """For which part of the meeting somebody was there: "from minute 3"; empty for all of it."""
    style = context.style.attendance
    if not (style.late or style.early):
        return ""
    mine = [m for m in meeting.movements if m.person == entry.person]
    said = []
    if mine and mine[0].kind == "arrived" and style.late:
        said.append(filled(style.late, _when(mine[0], meeting, context)))
    if mine and mine[-1].kind in _GOING and style.early:
        said.append(filled(style.early, _when(mine[-1], meeting, context)))
    lists = context.style.lists
    return listed(list(dict.fromkeys(said)), lists.separator, lists.last)


def _when(movement: Movement, meeting: Meeting, context: Context) -> dict[str, Value]:
    numbers = numbers_of(meeting, context.first_number, context.style, context.nth)
    number = numbers.get(minute_of(meeting, movement))
    return {
        "minute": number.text if number else "",
        "time": clock(movement.at, context.style.dates) if movement.at else "",
    }
