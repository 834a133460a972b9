"""Which characters of a line are notation, and what the words behind them are: for highlighting."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from clerk.notation.blocks import (
    Block,
    Bullet,
    Dates,
    Limb,
    Outcome,
    Paragraph,
    Quotation,
    Resolution,
    Subheading,
    Table,
)
from clerk.notation.text import parse

Kind = Literal["sign", "mark", "heading", "lead", "resolved", "field", "act", "aside"]
"""sign: notation that does not print; mark: what prints before a block; act: a line said in
capitals; aside: words displayed, dates, outcomes."""


class Marked(NamedTuple):
    """A stretch of a line, `line[start:end]`, and what it is."""

    start: int
    end: int
    kind: Kind


def marks_of(line: str) -> tuple[Marked, ...]:
    """What is to be told apart in one line of notation, in the order in which it lies over it."""
    blocks = parse(line)
    return tuple(_marks(line, blocks[0])) if blocks else ()


def _marks(line: str, block: Block) -> Iterator[Marked]:
    start, end = len(line) - len(line.lstrip()), len(line.rstrip())
    match block:
        case Subheading(text=text):
            yield Marked(start, end - len(text), "sign")
            yield Marked(end - len(text), end, "heading")
        case Bullet(text=text) | Limb(text=text):
            yield Marked(start, end - len(text), "mark")
        case Quotation(text=text):
            yield Marked(start, end - len(text), "sign")
            yield Marked(end - len(text), end, "aside")
        case Resolution(text=text, for_council=starred):
            yield from _restart(line)
            first = _behind_restart(line, start)
            if starred:
                yield Marked(first, first + 1, "mark")
            yield Marked(first + starred, end - len(text), "lead")
        case Outcome() | Dates():
            yield Marked(start, end, "aside")
        case Table():
            yield from (Marked(f.start(), f.end(), "sign") for f in re.finditer(r"\|", line))
        case Paragraph():
            yield from _paragraph(line, start, end)
    yield from _resolved(line)


def _paragraph(line: str, start: int, end: int) -> Iterator[Marked]:
    yield from _restart(line)
    if _FIELD.fullmatch(line, start, end):
        yield Marked(start, end, "field")
    elif found := _ACT.match(line, start):
        yield Marked(start, found.end(), "act")
    elif line[start] == "\\":
        yield Marked(start, start + 1, "sign")


def _restart(line: str) -> Iterator[Marked]:
    found = _RESTART.match(line)
    if found:
        yield Marked(found.start("sign"), found.end(), "sign")


def _behind_restart(line: str, start: int) -> int:
    found = _RESTART.match(line)
    return found.end() if found else start


def _resolved(line: str) -> Iterator[Marked]:
    for found in _RESOLVED.finditer(line):
        yield Marked(found.start(), found.start() + 2, "sign")
        yield Marked(found.start() + 2, found.end() - 2, "resolved")
        yield Marked(found.end() - 2, found.end(), "sign")


_FIELD = re.compile(r":[a-z][a-z-]*")
_ACT = re.compile(r"(?:MOTION|ACTION|CARRIED|LOST|AMENDMENT)\b")
_RESTART = re.compile(r"\s*(?P<sign>\([0-9]{1,4}\)=\s*)")
_RESOLVED = re.compile(r"(?<!\\)\[\[(?=[^\]]*\S)[^\]]*?\]\]")
