"""Lines of the record as the preview draws them: numbers hang, nothing of the words is changed."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textual.content import Content

from clerk.domain.printed import Line, LineKind
from screens.literal import plain

_INDENTED = frozenset[LineKind]({"bullet", "limb", "date", "quotation"})
_STEP = 3
_NARROWEST = 12
_CLOSE = frozenset[LineKind]({"bullet", "limb", "date", "attendance"})
"""Kinds that stand under their like without a blank line between."""
_STYLES: dict[LineKind, str] = {
    "authority": "bold",
    "committee": "bold",
    "part": "bold underline",
    "section": "bold",
    "minute": "bold",
    "reference": "italic",
    "note": "italic",
    "subheading": "bold italic",
    "resolution": "bold",
}


class Row(NamedTuple):
    """A row of what is drawn, and which line of the record it belongs to."""

    words: Content
    line: int


Paragraph = tuple[Line, ...]
"""A line with those that stand beside it."""
Laid = dict[tuple[Paragraph, int], tuple[Content, ...]]
"""Paragraphs as they were laid out at a width."""
_BLANK = Content("")


def rows_of(lines: Sequence[Line], width: int, laid: Laid | None = None) -> list[Row]:
    """The lines as they print, broken at `width` columns; "~" before a number that may move.

    A blank row belongs to the line below it. What is in `laid` is not laid out again; it then
    holds what was needed now.
    """
    before_now = {} if laid is None else dict(laid)
    now: Laid = {}
    drawn: list[Row] = []
    before: Line | None = None
    for at, paragraph in _paragraphs(lines):
        line = paragraph[0]
        if before is not None and not (before.kind in _CLOSE and line.kind in _CLOSE):
            drawn.append(Row(_BLANK, at))
        key = (paragraph, width)
        rows = before_now.get(key)
        if rows is None:
            rows = tuple(_laid_out(line, _words(paragraph), width))
        now[key] = rows
        drawn.extend(Row(row, at) for row in rows)
        before = line
    if laid is not None:
        laid.clear()
        laid.update(now)
    return drawn


def mark(line: Line) -> str:
    """The number or sign before a line: "~9.", "(2)", "-"; empty where it has none."""
    if line.kind == "bullet":
        return "-"
    number = "" if line.apart else line.number or ""
    return f"~{number}" if number and line.provisional else number


def _paragraphs(lines: Sequence[Line]) -> Iterator[tuple[int, Paragraph]]:
    """Each line with those that stand beside it, and its place."""
    held: tuple[int, Paragraph] | None = None
    for at, line in enumerate(lines):
        if line.beside and held is not None:
            held = (held[0], (*held[1], line))
            continue
        if held is not None:
            yield held
        held = (at, (line,))
    if held is not None:
        yield held


def _words(paragraph: Paragraph) -> Content:
    pieces = [plain(line.text, _STYLES.get(line.kind, "")) for line in paragraph]
    return Content(" ").join(pieces)


def _laid_out(line: Line, words: Content, width: int) -> Iterator[Content]:
    sign = mark(line)
    margin = _STEP * line.level if line.kind in _INDENTED else 0
    hang = margin + (len(sign) + 1 if sign else 0)
    start = " " * margin + (f"{sign} " if sign else "")
    style = "bold" if line.kind in ("minute", "resolution") else ""
    for piece in words.split("\n", allow_blank=True):
        for broken in piece.wrap(max(width - hang, _NARROWEST)) or [Content("")]:
            yield Content.assemble((start, style), broken.rstrip())
            start = " " * hang
