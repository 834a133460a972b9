"""Where minutes print the numbers and words of a paragraph otherwise than the house style does."""

from collections.abc import Iterator, Mapping, Sequence

from clerk.domain.base import Source
from clerk.domain.meetings import AsPrinted, Meeting
from clerk.domain.printed import Line
from clerk.readers.reading import ReadMinute, ReadMinutes


def block_differences(
    meeting: Meeting, read: ReadMinutes, lines: Sequence[Line], paper: str
) -> Iterator[AsPrinted]:
    """An entry for each number and each paragraph that `lines` has in other words than the paper.

    Capitals alone are layout: a style sets a sub-heading in capitals or does not.
    """
    composed = {line.fact: line for line in lines if line.role == "text"}
    blocks = {minute.id: minute.blocks for minute in meeting.minutes}
    for minute in read.minutes:
        ids = blocks.get(minute.id, ())
        if len(ids) == len(minute.printed):
            yield from _of_minute(minute, ids, composed, paper)


def _of_minute(
    minute: ReadMinute, ids: Sequence[str], composed: Mapping[str, Line], paper: str
) -> Iterator[AsPrinted]:
    for at, (block, (mark, words)) in enumerate(zip(ids, minute.printed, strict=True)):
        line = composed.get(block)
        if line is None or not words:
            continue
        source = _source(minute, at, paper)
        if (line.number or "") != mark:
            yield AsPrinted(fact=block, role="number", text=mark, source=source)
        if _plain(line.text) != _plain(words):
            yield AsPrinted(fact=block, role="text", text=words, source=source)


def _source(minute: ReadMinute, at: int, paper: str) -> Source | None:
    if at >= len(minute.block_lines):
        return None
    first, last = minute.block_lines[at]
    return Source(paper=paper, first=first, last=last)


def _plain(words: str) -> str:
    """The words without what is layout: white space, capitals, and the marks of a resolution."""
    bare = words.replace("[[", "").replace("]]", "")
    return " ".join(bare.split()).casefold()
