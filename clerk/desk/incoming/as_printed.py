"""Where a paper printed other words than the house style would: kept for that one place.

An entry is stored only where composing without it gives other words.
"""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import get_args

from msgspec.structs import replace

from clerk.desk.incoming.printed_blocks import block_differences
from clerk.domain.base import Source
from clerk.domain.committees import Committee
from clerk.domain.meetings import AsPrinted, Capacity, Meeting
from clerk.domain.printed import Line
from clerk.domain.register import Register
from clerk.errors import StyleError
from clerk.readers.minutes.minutes_head import times_in
from clerk.readers.reading import ReadMinute, ReadMinutes, ReadParagraph
from clerk.record.context import Context, context_of
from clerk.record.minutes.compose import compose
from clerk.record.style.house_style import HouseStyle

_CAPACITIES = get_args(Capacity)


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
            len(entries) + 3 * (read.layout != styles[name].attendance.layout),
            _layout(read, styles[name]),
            name,
        )

    return min((name for name in styles if _can_be_read(styles, name)), key=cost)


def _can_be_read(styles: Mapping[str, HouseStyle], name: str) -> bool:
    try:
        return styles[name] is not None
    except StyleError:
        return False


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
    yield from block_differences(meeting, read, lines, paper)
    yield from _part_differences(meeting, read, lines)
    yield from _closing_differences(meeting, read, lines)
    for paragraph in _lists(read):
        yield from _attendance_differences(meeting, paragraph, lines, paper)
    yield from _lists_not_printed(meeting, read, lines)


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


def _part_differences(
    meeting: Meeting, read: ReadMinutes, lines: tuple[Line, ...]
) -> Iterator[AsPrinted]:
    """Headings between minutes that the paper has in other words, or has not at all."""
    parts = zip(meeting.parts, read.parts, strict=False)
    words = {part.id: found.words for part, found in parts}
    for line in lines:
        if line.role not in ("part", "part note"):
            continue
        printed = words.get(line.fact, "") if line.role == "part" else ""
        if _folded(line.text).casefold() != _folded(printed).casefold():
            yield AsPrinted(fact=line.fact, role=line.role, text=printed)


def _closing_differences(
    meeting: Meeting, read: ReadMinutes, lines: tuple[Line, ...]
) -> Iterator[AsPrinted]:
    """The closing words as the paper has them, each where the style has words of its own."""
    said = [_folded(words) for words in read.closing]
    closed = next((words for words in said if times_in(words)), "")
    closing = [line for line in lines if line.kind == "closing"]
    if closed and not any(line.role == "closing" for line in closing):
        yield AsPrinted(fact=meeting.id, role="closing", text=closed)
    for line in closing:
        if _folded(line.text) not in said:
            text = closed if line.role == "closing" else ""
            yield AsPrinted(fact=meeting.id, role=line.role, text=text)


def _lists(read: ReadMinutes) -> list[ReadParagraph]:
    """The attendance lists as printed, two in one capacity ("In the chair", "Members") as one."""
    found: dict[str, ReadParagraph] = {}
    for paragraph in read.paragraphs:
        before = found.get(paragraph.capacity)
        if before is not None:
            words = _folded(f"{before.text} {paragraph.label} {paragraph.text}")
            paragraph = replace(before, text=words, last=paragraph.last)
        found[paragraph.capacity] = paragraph
    return list(found.values())


def _lists_not_printed(
    meeting: Meeting, read: ReadMinutes, lines: tuple[Line, ...]
) -> Iterator[AsPrinted]:
    """Lists that the paper has not: a clerk whom it names among the members, for one."""
    printed = {paragraph.capacity for paragraph in read.paragraphs}
    if not printed:
        return
    for line in lines:
        if line.kind == "attendance" and line.fact == meeting.id and line.role not in printed:
            capacity = line.role.removesuffix(" names")
            if capacity not in printed and capacity in _CAPACITIES:
                yield AsPrinted(fact=meeting.id, role=line.role, text="")


def _attendance_differences(
    meeting: Meeting, paragraph: ReadParagraph, lines: tuple[Line, ...], paper: str
) -> Iterator[AsPrinted]:
    line = next((line for line in lines if line.role == paragraph.capacity), None)
    if line is None:
        return
    source = Source(paper=paper, first=paragraph.first, last=paragraph.last)
    whole = partial(AsPrinted, fact=meeting.id, role=paragraph.capacity, source=source)
    label = next((run for run in line.runs if run.role == "label"), None)
    if label is None or any(run.role in _OF_THE_STYLE for run in line.runs):
        # Words of the style stand between the names: the paragraph is as printed, or it is not.
        words = _folded(f"{paragraph.label} {paragraph.text}")
        if _folded(line.text) != words:
            yield whole(text=words)
        return
    if paragraph.label and _folded(label.text) != _folded(paragraph.label):
        yield AsPrinted(fact=label.fact, role="label", text=paragraph.label, source=source)
    text = " ".join(paragraph.text.split())
    between, all_found = _between_entries(line, text)
    for fact, words in between:
        yield AsPrinted(fact=fact, role="separator", text=words, source=source)
    if not all_found:
        yield whole(text=f"{paragraph.label or label.text} {text}")


def _between_entries(line: Line, text: str) -> tuple[list[tuple[str, str]], bool]:
    """What parts the names of a list in `text` where it is not the style's: behind which, and how.

    And whether `text` is those names and nothing else: one in other words, or someone whom no fact
    holds, keeps the whole paragraph as it was printed.
    """
    separators = {run.fact: run.text for run in line.runs if run.role == "separator"}
    between: list[tuple[str, str]] = []
    at, before = 0, ""
    for run in line.runs:
        if run.role != "entry":
            continue
        found = text.find(run.text, at)
        if found < 0:
            return between, False
        if before and text[at:found] != separators[before]:
            between.append((before, text[at:found]))
        at, before = found + len(run.text), run.fact
    return between, not text[at:].strip(" .;,")


_OF_THE_STYLE = ("title", "group", "none")
"""Runs of an attendance list that are neither its label nor a name nor what parts names."""


def _folded(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()
