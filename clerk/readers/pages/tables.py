"""Rows of tables, as text converters leave them: with tabs, with bars, or set in columns."""

import re
from collections.abc import Sequence

from clerk.readers.pages.page import Line, Page, columns, fold

# "1.\tTitle", "(a)\twords", "RESOLVED:\tThat …", "Present:\tMr A": a tab after a mark or a label
_TAB_AFTER_MARK = re.compile(
    r"^\s*(?:\*?\(?[A-Za-z0-9./]{1,9}\)?[.:)]?|[-•●▪■◦‣·*–]|[A-Za-z ’']{2,30}[:–-]|"
    r"RESOLVED|Resolved)"
    r"[ ]*\t+[^\t]+$"
)
_HANGING = 8
"""Blanks before a line of columns whose first cell is empty."""
_ASKEW = 2
"""Characters by which a column's edge may differ from line to line."""
_BARS = re.compile(r"^\s*\|.*\|\s*$")


def is_row(line: Line) -> bool:
    """Whether the line is a table's row: bars at both ends, or cells parted by tabs."""
    if _BARS.match(line.raw) and line.raw.count("|") >= 2:
        return True
    return "\t" in line.raw.lstrip() and not _TAB_AFTER_MARK.match(line.raw)


def row_of(line: Line) -> tuple[str, ...]:
    """The cells of a row, white space folded, without empty ones at its end."""
    if _BARS.match(line.raw):
        parts = re.split(r"(?<!\\)\|", line.raw.strip()[1:-1])
        cells = [fold(part.replace("\\|", "|")) for part in parts]
    elif "\t" in line.raw:
        cells = [fold(part) for part in line.raw.split("\t")]
    else:
        cells = ["", *columns(line)] if line.indent >= _HANGING else list(columns(line))
    while len(cells) > 1 and not cells[-1]:
        cells.pop()
    return tuple(cells)


def rows_follow(page: Page, at: int, end: int) -> bool:
    """Whether the line is one of two or more that are set in columns one below the other."""
    before = at > 0 and bool(page[at - 1].text) and _one_below(page[at - 1], page[at])
    if page[at].indent >= _HANGING and len(page[at].text) <= 90:
        return before or (at > 1 and page[at - 1].indent >= _HANGING and _column_like(page[at - 2]))
    if not _column_like(page[at]):
        return False
    return before or (at + 1 < end and _one_below(page[at], page[at + 1]))


def repeats_a_row(text: str, rows: Sequence[Sequence[str]]) -> bool:
    """Whether the words begin as one of the table's rows does, by more than chance."""
    start = text[:40].casefold()
    return len(start) >= 20 and any(row and row[0].casefold().startswith(start) for row in rows)


def _one_below(above: Line, below: Line) -> bool:
    """Whether two lines are set in the same columns: one begins or ends alike in both.

    A line that a PDF spaces out to the margin has gaps as well, but hardly at the same places.
    """
    if not _column_like(above) or (
        below.text and below.indent < _HANGING and not _column_like(below)
    ):
        return False
    one, other = _columns_at(above), _columns_at(below)
    return any(
        abs(first - start) <= _ASKEW or abs(last - end) <= _ASKEW
        for first, last in one
        for start, end in other
    )


def _columns_at(line: Line) -> list[tuple[int, int]]:
    """Where each column after the first begins and ends in the line."""
    found = list(re.finditer(r"\S+(?: {1,2}\S+)*", line.raw))
    kept = found if line.indent >= _HANGING else found[1:]
    return [(piece.start(), piece.end()) for piece in kept]


def _column_like(line: Line) -> bool:
    """Three blanks or more between short pieces, and no mark of a list before them."""
    parts = re.split(r" {3,}", line.raw.strip())
    marked = re.match(r"^(?:\(?[A-Za-z0-9]{1,4}[.)]|[-•*]|[A-Z]{3,}:)$", parts[0])
    return len(parts) >= 2 and not marked and all(len(part) <= 90 for part in parts)
