"""Attendance as the house style prints it: which lists, in which layout."""

from collections.abc import Iterator, Sequence

from clerk.domain.meetings import Attendance, Meeting
from clerk.domain.printed import Line, Run
from clerk.record.context import Context
from clerk.record.minutes.bilingual import runs_of
from clerk.record.minutes.entries import entry_values, entry_words, in_order, parted, presides
from clerk.record.style.attendance import AttendanceGroup, AttendanceStyle
from clerk.record.wording import filled


def attendance_lines(meeting: Meeting, context: Context) -> Iterator[Line]:
    """The lines of every list that has a name in it, in the style's order.

    Within a list the order is that of the facts unless the house puts names in one of its own.
    """
    style = context.style.attendance
    for group in style.groups:
        entries = in_order(_entries(meeting, group), group, context)
        if entries or group.none:
            yield from _LAYOUTS[style.layout](meeting, group, entries, context)


def _entries(meeting: Meeting, group: AttendanceGroup) -> list[Attendance]:
    wanted = {"everyone": (True, False), "substitutes": (True,), "not substitutes": (False,)}
    return [
        entry
        for entry in meeting.attendance
        if entry.capacity == group.capacity and bool(entry.substitute_for) in wanted[group.who]
    ]


def _run_in(
    meeting: Meeting, group: AttendanceGroup, entries: list[Attendance], context: Context
) -> Iterator[Line]:
    label = runs_of(group.label, context.style, "label", f"{meeting.id}/{_role(group)}")
    names = _names_run_in(meeting, group, entries, context)
    runs = (*label, Run(text=" ", role="space"), *names) if group.label else names
    yield Line(kind="attendance", runs=runs, fact=meeting.id, role=_role(group))


def _under_label(
    meeting: Meeting, group: AttendanceGroup, entries: list[Attendance], context: Context
) -> Iterator[Line]:
    yield _label_line(meeting, group, context)
    yield Line(
        kind="attendance",
        runs=_names_run_in(meeting, group, entries, context),
        fact=meeting.id,
        role=f"{_role(group)} names",
    )


def _one_a_line(
    meeting: Meeting, group: AttendanceGroup, entries: list[Attendance], context: Context
) -> Iterator[Line]:
    style = context.style.attendance
    columns = style.across if style.layout == "columns" else 1
    yield _label_line(meeting, group, context)
    if not entries:
        yield Line(
            kind="attendance",
            runs=(Run(text=group.none, role="none"),),
            fact=meeting.id,
            role=f"{_role(group)} none",
        )
    before: str | None = None
    for entry in entries:
        name, heading = parted(entry, group, context)
        if name and name != before:
            yield Line(
                kind="attendance",
                runs=(Run(text=heading, role="label"),),
                fact=meeting.id,
                role=f"{_role(group)} group {name}",
                columns=columns,
            )
        before = name
        yield Line(
            kind="attendance",
            runs=(
                Run(text=entry_words(entry, group, meeting, context), role="entry", fact=entry.id),
            ),
            fact=entry.id,
            role="entry line",
            columns=columns,
        )


def _table(
    meeting: Meeting, group: AttendanceGroup, entries: list[Attendance], context: Context
) -> Iterator[Line]:
    if not entries:
        yield from _one_a_line(meeting, group, entries, context)
        return
    yield _label_line(meeting, group, context)
    columns = context.style.attendance.columns
    rows = [tuple(column.heading for column in columns)]
    for entry in entries:
        values = entry_values(entry, group, meeting, context)
        rows.append(tuple(filled(column.words, values) for column in columns))
    yield Line(
        kind="table", rows=tuple(rows), header=True, fact=meeting.id, role=f"{_role(group)} table"
    )


def _label_line(meeting: Meeting, group: AttendanceGroup, context: Context) -> Line:
    return Line(
        kind="attendance",
        runs=runs_of(group.label, context.style, "label"),
        fact=meeting.id,
        role=f"{_role(group)} label",
    )


def _names_run_in(
    meeting: Meeting, group: AttendanceGroup, entries: list[Attendance], context: Context
) -> tuple[Run, ...]:
    """The names of a list in one paragraph: parted by groups where the house wants that."""
    style = context.style.attendance
    if not entries:
        return (Run(text=group.none, role="none"),)
    runs: list[Run] = []
    for chunk in _chunks(entries, group, context):
        if runs:
            runs.append(Run(text=group.group_separator, role="separator", fact=runs[-1].fact))
        _, heading = parted(chunk[0], group, context)
        if heading:
            runs.append(Run(text=heading, role="group"))
        runs += _listed(meeting, group, chunk, context)
    if style.end:
        runs.append(Run(text=style.end, role="end"))
    return tuple(runs)


def _chunks(
    entries: list[Attendance], group: AttendanceGroup, context: Context
) -> Iterator[list[Attendance]]:
    """Consecutive names of one group; all at once where they are not parted."""
    chunk: list[Attendance] = []
    for entry in entries:
        if chunk and parted(chunk[-1], group, context) != parted(entry, group, context):
            yield chunk
            chunk = []
        chunk.append(entry)
    yield chunk


def _listed(
    meeting: Meeting, group: AttendanceGroup, entries: Sequence[Attendance], context: Context
) -> Iterator[Run]:
    """Entries with what stands before and between them: "Councillors A, B and C"."""
    style = context.style.attendance
    first = 1 if group.presiding and presides(entries[0], context) else 0
    before = group.one if len(entries) - first == 1 else group.several
    for at, entry in enumerate(entries):
        if at:
            yield Run(
                text=_between(group, style, at, len(entries), first),
                role="separator",
                fact=entries[at - 1].id,
            )
        if at == first and before:
            yield Run(text=before, role="title")
        words = entry_words(entry, group, meeting, context)
        yield Run(text=words, role="entry", fact=entry.id)


def _between(
    group: AttendanceGroup, style: AttendanceStyle, at: int, count: int, first: int
) -> str:
    if at == first and group.after_presiding:
        return group.after_presiding
    return style.last if at == count - 1 else style.separator


def _role(group: AttendanceGroup) -> str:
    return f"{group.capacity}/substitutes" if group.who == "substitutes" else group.capacity


_LAYOUTS = {
    "run-in": _run_in,
    "under label": _under_label,
    "lines": _one_a_line,
    "columns": _one_a_line,
    "table": _table,
}
