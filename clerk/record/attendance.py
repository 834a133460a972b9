"""Attendance as the house style prints it: run-in lists, or one name a line."""

from collections.abc import Iterator

from clerk.domain.meetings import Attendance, Meeting
from clerk.domain.printed import Line, Run
from clerk.record.context import Context
from clerk.record.room import name_of
from clerk.record.style import AttendanceGroup
from clerk.record.wording import filled


def attendance_lines(meeting: Meeting, context: Context) -> Iterator[Line]:
    """The lines of every list that has a name in it, in the style's order.

    Within a list the order is that of the facts: the order of names is a fact of the meeting.
    """
    style = context.style.attendance
    for group in style.groups:
        entries = [entry for entry in meeting.attendance if entry.capacity == group.capacity]
        if not entries:
            continue
        if style.layout == "run-in":
            yield _run_in(meeting, group, entries, context)
        else:
            yield from _one_a_line(meeting, group, entries, context)


def entry_words(entry: Attendance, group: AttendanceGroup, context: Context) -> str:
    """ "Mrs A Example (Substitute for Mr B Sample)": one entry as the style prints it."""
    form, principal = context.style.attendance.names, entry.substitute_for
    return filled(
        group.entry,
        {
            "name": name_of(entry.person, context, form),
            "role": entry.role,
            "principal": name_of(principal, context, form) if principal else "",
            "post": entry.post,
            "note": entry.note,
        },
    )


def _run_in(
    meeting: Meeting, group: AttendanceGroup, entries: list[Attendance], context: Context
) -> Line:
    style = context.style.attendance
    label = Run(text=group.label, role="label", fact=f"{meeting.id}/{group.capacity}")
    runs = [label, Run(text=" ", role="space")]
    for at, entry in enumerate(entries):
        runs.append(Run(text=entry_words(entry, group, context), role="entry", fact=entry.id))
        if at < len(entries) - 1:
            separator = style.last if at == len(entries) - 2 else style.separator
            runs.append(Run(text=separator, role="separator", fact=entry.id))
    if style.end:
        runs.append(Run(text=style.end, role="end"))
    return Line(kind="attendance", runs=tuple(runs), fact=meeting.id, role=group.capacity)


def _one_a_line(
    meeting: Meeting, group: AttendanceGroup, entries: list[Attendance], context: Context
) -> Iterator[Line]:
    yield Line(
        kind="attendance",
        runs=(Run(text=group.label, role="label"),),
        fact=meeting.id,
        role=f"{group.capacity} label",
    )
    for entry in entries:
        yield Line(
            kind="attendance",
            runs=(Run(text=entry_words(entry, group, context), role="entry", fact=entry.id),),
            fact=entry.id,
            role="entry line",
        )
