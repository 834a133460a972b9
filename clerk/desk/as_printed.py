"""Where a paper printed other words than the house style would: kept for that one place.

An entry is stored only where composing without it gives other words.
"""

import re
from collections.abc import Iterator, Mapping

from clerk.domain.base import Source
from clerk.domain.committees import Committee
from clerk.domain.meetings import AsPrinted, Meeting
from clerk.domain.printed import Line
from clerk.domain.register import Register
from clerk.errors import StyleError
from clerk.readers.reading import ReadMinute, ReadMinutes, ReadParagraph
from clerk.record.compose import compose
from clerk.record.context import Context, context_of
from clerk.record.style import HouseStyle


def printed_otherwise(
    meeting: Meeting, read: ReadMinutes, context: Context, paper: str
) -> tuple[AsPrinted, ...]:
    """The as-printed entries with which composing `meeting` gives what the paper printed."""
    lines = compose(meeting, context, "full").lines
    return tuple(_differences(meeting, read, lines, paper))


def with_nearest_style(
    meeting: Meeting,
    read: ReadMinutes,
    register: Register,
    committee: Committee,
    styles: Mapping[str, HouseStyle],
) -> str:
    """The name of the style that prints the minutes with the fewest as-printed entries.

    Of styles that need equally many, the one whose layout is the paper's. One that cannot be read
    is passed over: a slip in a style of the council's own must not stop a paper from being read.
    """

    def cost(name: str) -> tuple[int, int, str]:
        context = context_of(register, committee, meeting, styles[name], name)
        entries = printed_otherwise(meeting, read, context, "")
        return (
            len(entries) + 3 * _shape_differs(read, styles[name]),
            _layout(read, styles[name]),
            name,
        )

    return min((name for name in styles if _can_be_read(styles, name)), key=cost)


def _can_be_read(styles: Mapping[str, HouseStyle], name: str) -> bool:
    try:
        return styles[name] is not None
    except StyleError:
        return False


def _shape_differs(read: ReadMinutes, style: HouseStyle) -> int:
    """How many choices of numbering and layout the style makes otherwise than the paper."""
    shapes = {"(1)": "({n})", "1.": "{n}.", "1.1": "{m}.{n}", "": ""}
    shape = shapes.get(read.paragraph_shape)
    several = any("\n" in minute.text for minute in read.minutes)
    unlike = several and shape is not None and shape != style.paragraph.number
    # A number where the paper has none is worse than any slip that can be kept as printed.
    return len(read.minutes) * int(unlike) + int(read.layout != style.attendance.layout)


def _layout(read: ReadMinutes, style: HouseStyle) -> int:
    """How many references stand elsewhere than the style puts them, and lack their authors."""
    beside = style.minute.reference_place == "beside"
    misplaced = sum(
        minute.reference_beside != beside for minute in read.minutes if minute.reference_printed
    )
    with_authors = "authors" in style.minute.reference
    unlike = sum(bool(minute.authors) != with_authors for minute in read.minutes if minute.refs)
    return misplaced + unlike


def _differences(
    meeting: Meeting, read: ReadMinutes, lines: tuple[Line, ...], paper: str
) -> Iterator[AsPrinted]:
    composed = {(line.fact, line.role): line.text for line in lines}
    numbers = {line.fact: line.number or "" for line in lines if line.kind == "minute"}

    def entry(fact: str, role: str, printed: str, first: int, last: int) -> Iterator[AsPrinted]:
        if _folded(composed.get((fact, role), "")) != _folded(printed):
            source = Source(paper=paper, first=first, last=last) if first else None
            yield AsPrinted(fact=fact, role=role, text=printed, source=source)

    if read.opening_printed and not _is_heading_too(read.opening_printed, meeting, composed):
        yield from entry(meeting.id, "opening", read.opening_printed, read.first, read.last)
    for minute in read.minutes:
        yield from _minute_differences(minute, composed, paper)
        if minute.number_printed and minute.number_printed != numbers.get(minute.id):
            yield AsPrinted(fact=minute.id, role="number", text=minute.number_printed)
    for paragraph in read.paragraphs:
        yield from _attendance_differences(meeting, paragraph, lines, paper)


def _is_heading_too(
    printed: str, meeting: Meeting, composed: Mapping[tuple[str, str], str]
) -> bool:
    """Whether the opening as printed is our committee's line and our opening, one after another.

    Some papers set both in one paragraph; the words are the same.
    """
    both = [composed.get((meeting.id, role), "") for role in ("committee", "opening")]
    return _folded(" ".join(both)) == _folded(printed)


def _minute_differences(
    minute: ReadMinute, composed: Mapping[tuple[str, str], str], paper: str
) -> Iterator[AsPrinted]:
    source = Source(paper=paper, first=minute.first, last=minute.last) if minute.first else None
    for role, printed in (
        ("reference", minute.reference_printed),
        ("note", minute.note_printed),
    ):
        if _folded(composed.get((minute.id, role), "")) != _folded(printed):
            yield AsPrinted(fact=minute.id, role=role, text=printed, source=source)


def _attendance_differences(
    meeting: Meeting, paragraph: ReadParagraph, lines: tuple[Line, ...], paper: str
) -> Iterator[AsPrinted]:
    line = next((line for line in lines if line.role == paragraph.capacity), None)
    if line is None:
        return
    source = Source(paper=paper, first=paragraph.first, last=paragraph.last)
    label = next(run for run in line.runs if run.role == "label")
    if paragraph.label and _folded(label.text) != _folded(paragraph.label):
        yield AsPrinted(fact=label.fact, role="label", text=paragraph.label, source=source)
    at = 0
    text = " ".join(paragraph.text.split())
    entries = [run for run in line.runs if run.role == "entry"]
    separators = {run.fact: run.text for run in line.runs if run.role == "separator"}
    before = ""
    for run in entries:
        found = text.find(run.text, at)
        if found < 0:
            # An entry that stands in other words: the whole paragraph is kept as it was.
            words = f"{paragraph.label or label.text} {text}"
            yield AsPrinted(fact=meeting.id, role=paragraph.capacity, text=words, source=source)
            return
        between = text[at:found]
        if before and between != separators[before]:
            yield AsPrinted(fact=before, role="separator", text=between, source=source)
        at, before = found + len(run.text), run.fact


def _folded(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()
