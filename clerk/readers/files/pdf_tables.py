"""Tables that are ruled on a PDF's page: the cells, and what stands in them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clerk.readers.files.pdf_sheet import Rule, Sheet, Word, printed_lines
from clerk.readers.pages.page import joined


class Table(NamedTuple):
    """A ruled table, or the part of one that stands on a page."""

    rows: tuple[tuple[str, ...], ...]
    edges: tuple[float, ...]
    """Where its upright rules stand."""
    high: float
    low: float
    words: frozenset[int]
    """The places, among the sheet's words, of those that stand in it."""


class _Grid(NamedTuple):
    level: list[Rule]
    upright: list[Rule]


_NEAR = 3.0
"""Points by which rules that meet may miss each other."""
_SHORTEST = 7.0
"""Points below which a rule is part of a letter or a box to tick."""
_LONG_CELL = 200
"""Letters of a cell that is a paragraph: without a full stop at its end, it goes on."""
_MOST_RULES = 1200


def ruled_tables(sheet: Sheet) -> tuple[Table, ...]:
    """The tables of a page with two columns or more, from the top."""
    found = [table for grid in _grids(sheet.rules) if (table := _table(grid, sheet)) is not None]
    return tuple(sorted(found, key=lambda table: -table.high))


def continued(above: Table, below: Table) -> bool:
    """Whether two tables on pages that follow each other are one: their columns are the same."""
    return len(above.edges) == len(below.edges) and all(
        abs(one - other) <= 2 * _NEAR for one, other in zip(above.edges, below.edges, strict=True)
    )


def rows_of_both(above: Sequence[tuple[str, ...]], below: Table) -> list[tuple[str, ...]]:
    """The rows of a table and of its part on the next page, a row that was broken made one, and
    without the headings said again.
    """
    rows, more = list(above), list(below.rows)
    if len(rows) > 1 and more and more[0] == rows[0]:
        more = more[1:]
    if rows and more and _is_rest(rows[-1], more[0]):
        rest = more.pop(0)
        rows[-1] = tuple(
            joined(one, other) if one and other else one or other
            for one, other in zip(rows[-1], rest, strict=True)
        )
    return rows + more


def _is_rest(row: tuple[str, ...], rest: tuple[str, ...]) -> bool:
    """Whether a page ended within the row: its words go on in the next page's first row."""
    if len(row) != len(rest) or not any(rest):
        return False
    if any(other and not one for one, other in zip(row, rest, strict=True)):
        return False
    pairs = [(one, other) for one, other in zip(row, rest, strict=True) if other]
    if any(one[-1] in ".:;?!" for one, _ in pairs):
        return False
    return any(other[0].islower() or len(one) >= _LONG_CELL for one, other in pairs)


def _grids(rules: Sequence[Rule]) -> Iterator[_Grid]:
    """The rules that meet each other, taken together."""
    level = [r for r in rules if r.right - r.left > max(r.high - r.low, _SHORTEST)]
    upright = [r for r in rules if r.high - r.low > max(r.right - r.left, _SHORTEST)]
    if len(rules) > _MOST_RULES:
        return
    while upright and level:
        grid = _Grid([], [upright.pop()])
        new = list(grid.upright)
        while new:
            met = [r for r in level if any(_meet(r, u) for u in new)]
            level = [r for r in level if r not in met]
            new = [u for u in upright if any(_meet(r, u) for r in met)]
            upright = [u for u in upright if u not in new]
            grid.level.extend(met)
            grid.upright.extend(new)
        yield grid


def _meet(level: Rule, upright: Rule) -> bool:
    at, height = _middle(upright.left, upright.right), _middle(level.low, level.high)
    return (
        level.left - _NEAR <= at <= level.right + _NEAR
        and upright.low - _NEAR <= height <= upright.high + _NEAR
    )


def _middle(one: float, other: float) -> float:
    return (one + other) / 2


def _table(grid: _Grid, sheet: Sheet) -> Table | None:
    edges = _places(_middle(rule.left, rule.right) for rule in grid.upright)
    heights = _places(_middle(rule.low, rule.high) for rule in grid.level)[::-1]
    if len(edges) < 3 or len(heights) < 2:
        return None
    owners = {
        (row, column): _owner(grid, edges, heights, row, column)
        for row in range(len(heights) - 1)
        for column in range(len(edges) - 1)
    }
    cells: dict[tuple[int, int], list[Word]] = {}
    inside: set[int] = set()
    for place, word in enumerate(sheet.words):
        column = _band(edges, _middle(word.left, word.right))
        row = _band([-height for height in heights], -(word.base + word.size * 0.3))
        if column is not None and row is not None:
            inside.add(place)
            cells.setdefault(owners[row, column], []).append(word)
    rows = [
        tuple(
            _text(cells.get((row, column), []), edges[column + 1])
            for column in range(len(edges) - 1)
            if owners[row, column][1] == column
        )
        for row in range(len(heights) - 1)
    ]
    said = tuple(row for row in rows if any(row))
    if not said:
        return None
    return Table(said, tuple(edges), heights[0], heights[-1], frozenset(inside))


def _places(found: Iterator[float]) -> list[float]:
    """The places of rules, those that are drawn twice or nearly so as one."""
    kept: list[float] = []
    for place in sorted(found):
        if not kept or place - kept[-1] > _NEAR:
            kept.append(place)
    return kept


def _band(edges: Sequence[float], at: float) -> int | None:
    for place in range(len(edges) - 1):
        if edges[place] <= at < edges[place + 1]:
            return place
    return None


def _owner(
    grid: _Grid, edges: Sequence[float], heights: Sequence[float], row: int, column: int
) -> tuple[int, int]:
    """The cell, counted from the top and the left, that a place belongs to: cells may be merged."""
    across = _middle(edges[column], edges[column + 1])
    while row > 0 and not any(
        abs(_middle(r.low, r.high) - heights[row]) <= _NEAR and r.left - 1 <= across <= r.right + 1
        for r in grid.level
    ):
        row -= 1
    down = _middle(heights[row], heights[row + 1])
    while column > 0 and not any(
        abs(_middle(u.left, u.right) - edges[column]) <= _NEAR and u.low - 1 <= down <= u.high + 1
        for u in grid.upright
    ):
        column -= 1
    return row, column


def _text(words: Sequence[Word], edge: float) -> str:
    """A cell's words in one line."""
    text = ""
    for line in printed_lines(words, edge):
        text = joined(text, line.text) if text else line.text
    turned = " ".join(word.text for word in words if word.turned)
    return f"{text} {turned}".strip()
