"""The record as plain text: for `clerk show`, the clipboard and the preview. No word is changed."""

import textwrap
import unicodedata
from collections.abc import Iterator, Sequence

from clerk.clean import shown
from clerk.domain.printed import Line, LineKind, Record

_STEP = 4
"""Columns that bullets, limbs and displayed words stand in, for each level."""
_INDENTED = frozenset[LineKind]({"bullet", "limb", "date", "quotation"})
_CLOSE: dict[LineKind, frozenset[LineKind]] = {
    "attendance": frozenset({"attendance"}),
    "date": frozenset({"date"}),
    "bullet": frozenset({"bullet", "limb"}),
    "limb": frozenset({"bullet", "limb"}),
}
"""What stands under what without a blank line between them."""


def as_text(record: Record, *, width: int | None = None) -> str:
    """The whole record, one blank line between paragraphs, ending with a new line.

    Lines break at `width` columns, or only where the record does if None; tables never break.
    A draft says so in its first line, and a number that may still change has "~" before it.
    Control characters are made visible, so that no text can move the terminal's cursor.
    """
    pieces = ["DRAFT"] if record.draft else []
    before: Line | None = None
    for line, text in _paragraphs(record.lines):
        if pieces:
            pieces.append("\n" if before and _stands_close(before, line) else "\n\n")
        pieces.append(_laid_out(line, text, width))
        before = line
    return "".join((*pieces, "\n"))


def line_text(line: Line) -> str:
    """One line: its number or mark, then its words in the case that the style sets.

    A table is its rows, with the columns in line.
    """
    if line.kind == "table":
        return "\n".join(_table_rows(line.rows, header=line.header))
    return " ".join(part for part in (_mark(line), shown(line.text)) if part)


def _paragraphs(lines: Sequence[Line]) -> Iterator[tuple[Line, str]]:
    """Each line that has words, with the words of those that stand beside it."""
    held: tuple[Line, str] | None = None
    for line in lines:
        text = line_text(line)
        if line.beside and held is not None and held[0].kind != "table":
            held = (held[0], f"{held[1]} {text}" if text else held[1])
            continue
        if held is not None and held[1]:
            yield held
        held = (line, text)
    if held is not None and held[1]:
        yield held


def _stands_close(before: Line, line: Line) -> bool:
    begins_list = line.kind == "attendance" and line.runs[:1] and line.runs[0].role == "label"
    return before.kind in _CLOSE.get(line.kind, ()) and not begins_list


def _laid_out(line: Line, text: str, width: int | None) -> str:
    if line.kind == "table":
        return text
    margin = " " * (_STEP * max(1, line.level) if line.kind in _INDENTED else 0)
    mark = _mark(line)
    hang = margin + " " * (len(mark) + 1 if mark else 0)
    laid: list[str] = []
    for words in text.split("\n"):
        start = hang if laid else margin
        laid.extend(_wrapped(words, start, hang, width))
    return "\n".join(laid)


def _wrapped(words: str, start: str, hang: str, width: int | None) -> list[str]:
    if width is None:
        return [start + words]
    room = max(width, len(hang) + 20)
    return textwrap.wrap(
        words,
        room,
        initial_indent=start,
        subsequent_indent=hang,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [""]


def _mark(line: Line) -> str:
    if line.kind == "bullet":
        return "-"
    number = "" if line.apart else shown(line.number or "")
    return f"~{number}" if number and line.provisional else number


def _table_rows(rows: tuple[tuple[str, ...], ...], *, header: bool) -> Iterator[str]:
    cells = [[shown(cell).replace("\n", " ") for cell in row] for row in rows]
    count = max((len(row) for row in cells), default=0)
    widths = [max(_columns(row[at]) for row in cells if at < len(row)) for at in range(count)]
    for number, row in enumerate(cells):
        padded = [cell + " " * (widths[at] - _columns(cell)) for at, cell in enumerate(row)]
        yield "  ".join(padded).rstrip(" ")
        if header and number == 0:
            yield "  ".join("-" * width for width in widths)


def _columns(text: str) -> int:
    """How many columns of a terminal `text` takes: an accent none, a wide character two."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.combining(character) != 0 for character in text)
