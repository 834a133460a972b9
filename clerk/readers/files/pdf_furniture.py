"""What a PDF's pages repeat at their head and foot: page numbers and running lines."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from clerk.readers.files.pdf_sheet import Printed
from clerk.readers.files.pdf_tables import Table
from clerk.readers.pages.labels import names_a_body

Block = Printed | Table

_ZONE = 0.13
"""How much of a page's height, at its head and foot, running lines keep to."""
_MOST = 4
"""Lines at the head or foot of a page that may be running ones."""
_ALIKE = 4.0
"""Points by which the same line may stand higher on one page than on another."""
_GAP = 1.7
"""Sizes of its letters by which a running line stands off from the text, at least."""
_NUMBER_ALONE = re.compile(r"\W*(?:(?:page|tudalen)\W*)?#(?:\W*(?:of|o)?\W*#)?\W*$", re.IGNORECASE)
_FIGURES = re.compile(r"\d+")
# What heads a document and not a page, though it stands at the same place: "Agenda Item 5"
_MEANT = re.compile(r"\b(?:item|appendix|annex|minutes|agenda|exempt|publication)\b", re.IGNORECASE)


class _Edge(NamedTuple):
    """A line at a page's head or foot."""

    page: int
    place: int
    text: str
    base: float

    @property
    def shape(self) -> str:
        return _FIGURES.sub("#", self.text)

    @property
    def figures(self) -> tuple[int, ...]:
        return tuple(int(figure[:9]) for figure in _FIGURES.findall(self.text))


def without_furniture(
    pages: Sequence[Sequence[Block]], heights: Sequence[float]
) -> list[list[Block]]:
    """The pages' blocks without numbers that count the pages and lines that three pages or more,
    or all, repeat at the same place. A line that heads a document stays on the first of its pages.
    """
    edges = [list(_edges(n, page, heights[n])) for n, page in enumerate(pages)]
    dropped = {(edge.page, edge.place) for edge in (*_counted(edges), *_repeated(edges))}
    return [
        [block for place, block in enumerate(page) if (n, place) not in dropped]
        for n, page in enumerate(pages)
    ]


def _edges(number: int, page: Sequence[Block], height: float) -> Iterator[_Edge]:
    """The lines of a page that stand in its head and foot, apart from what is between."""
    head = _apart(list(enumerate(page)), lambda line: line.base > height * (1 - _ZONE))
    foot = _apart(list(enumerate(page))[::-1], lambda line: line.base < height * _ZONE)
    for at, line in {**head, **foot}.items():
        yield _Edge(number, at, line.text, line.base)


def _apart(
    blocks: Sequence[tuple[int, Block]], within: Callable[[Printed], bool]
) -> dict[int, Printed]:
    """The first of these blocks, as far as they are lines within a page's head or foot, and a gap
    parts them from the next: the first lines of a page's text are no head.
    """
    found: dict[int, Printed] = {}
    kept: dict[int, Printed] = {}
    for (at, line), (_, other) in zip_longest(blocks, blocks[1:], fillvalue=(0, None)):
        if not isinstance(line, Printed) or not within(line) or len(found) == _MOST:
            break
        found[at] = line
        apart = not isinstance(other, Printed) or abs(line.base - other.base) > line.size * _GAP
        if other is not None and apart:
            kept = dict(found)
    return kept


def _counted(edges: Sequence[Sequence[_Edge]]) -> Iterator[_Edge]:
    """Lines that count the pages: the same but for one figure, which is one more on the next.

    Two pages tell it of a figure with "Page" or nothing beside it, three of other words: two
    headings that count on may stand at the head of two pages.
    """
    chains: list[list[_Edge]] = []
    for page in edges:
        longer = [[*next((c for c in chains if _counts(c[-1], edge)), []), edge] for edge in page]
        yield from _of_counting(chains, longer)
        chains = longer
    yield from _of_counting(chains, [])


def _of_counting(
    chains: Sequence[Sequence[_Edge]], longer: Sequence[Sequence[_Edge]]
) -> Iterator[_Edge]:
    """The chains that are long enough and end here."""
    for chain in chains:
        goes_on = any(len(other) > 1 and other[-2] is chain[-1] for other in longer)
        if not goes_on and len(chain) >= (2 if _NUMBER_ALONE.match(chain[0].shape) else 3):
            yield from chain


def _counts(one: _Edge, other: _Edge) -> bool:
    if one.shape != other.shape or not one.figures or len(one.text) > 120:
        return False
    if not _beside(one, other) or _MEANT.search(one.text):
        return False
    rises = [after - before for before, after in zip(one.figures, other.figures, strict=True)]
    return max(rises) == 1 and sum(rise != 0 for rise in rises) == 1


def _repeated(edges: Sequence[Sequence[_Edge]]) -> Iterator[_Edge]:
    """Lines in the same words at the same place on three pages that follow each other, or on
    both of a paper's two.
    """
    runs: list[list[_Edge]] = []
    for page in edges:
        longer: list[list[_Edge]] = []
        for edge in page:
            run = next(
                (run for run in runs if run[-1].text == edge.text and _beside(run[-1], edge)), None
            )
            longer.append([*run, edge] if run else [edge])
            if run:
                runs.remove(run)
        yield from _of_long(runs, len(edges))
        runs = longer
    yield from _of_long(runs, len(edges))


def _of_long(runs: Sequence[Sequence[_Edge]], pages: int) -> Iterator[_Edge]:
    for run in runs:
        if len(run) >= min(3, max(pages, 2)):
            yield from run[1:] if _is_meant(run[0]) else run


def _is_meant(edge: _Edge) -> bool:
    """Whether the first of such lines heads a document, or says on the first page whose it is."""
    named = edge.page == 0 and (names_a_body(edge.text) or "council" in edge.text.casefold())
    return bool(_MEANT.search(edge.text)) or named


def _beside(one: _Edge, other: _Edge) -> bool:
    return abs(one.base - other.base) <= _ALIKE
