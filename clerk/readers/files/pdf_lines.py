"""The lines of a PDF as a paper's: each paragraph and each row of a table one line, as in Word.

A page knows neither. Where lines end tells a paragraph: its next word would not have fitted on the
line. That is measured in points, so it holds for letters of any width; where it is not certain, a
line stays a line, and the readers of text, which know the words, put it together or doubt it.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from clerk.readers.files.pdf_furniture import without_furniture
from clerk.readers.files.pdf_sheet import Printed, Sheet, printed_lines, turned_text
from clerk.readers.files.pdf_tables import Table, continued, rows_of_both, ruled_tables
from clerk.readers.pages.page import joined

Block = Printed | Table

_TERMINAL = re.compile(r"[.:;?!]['\"’”)]?$")
_STOPS = ".,:;?!)’'\""
_GAP = 1.3
"""A distance to the next line this many times the usual one parts paragraphs."""
_USUAL = 1.2
"""The distance of lines, in sizes of letters, where a paper shows too few to measure."""
_LONG = 0.4
"""How much of the page's width a line takes up that may be full."""
_ALIKE = 3.0
"""Points by which edges that are meant to be one may differ."""
_HANGING = 40
"""Points by which a marked paragraph's further lines may be set in, at most."""
_LETTER = 0.5
"""The width of a letter, in sizes, by which blanks stand for distance."""


def lines_of(sheets: Sequence[Sheet]) -> tuple[str, ...]:
    """The lines of the pages, an empty one where a gap or a table's end parts them."""
    margins = _margins(sheets)
    pages = [_blocks(sheet, margin) for sheet, margin in zip(sheets, margins, strict=True)]
    bodies = without_furniture(pages, [sheet.height for sheet in sheets])
    printed = [block for page in bodies for block in page if isinstance(block, Printed)]
    reader = _Reader(_leading(printed), _left(printed), _vocabulary(printed))
    for page, margin, sheet in zip(bodies, margins, sheets, strict=True):
        reader.page(page, margin)
        reader.aside(turned_text(sheet.words))
    return reader.finished()


class _Reader:
    """Takes the blocks of page after page, and holds the paragraph or the table that is open."""

    def __init__(self, leading: float, left: float, words: frozenset[str]) -> None:
        self._leading, self._left, self._words = leading, left, words
        self._found: list[str] = []
        self._open: list[Printed] = []
        self._table: Table | None = None
        self._rows: list[tuple[str, ...]] = []

    def page(self, blocks: Sequence[Block], margin: float) -> None:
        """Read a page's blocks; the first may go on with the last page's last."""
        first = True
        for block in blocks:
            if isinstance(block, Table):
                self._take_table(block, first=first)
            else:
                self._take_line(block, margin, first=first)
            first = False

    def aside(self, words: str) -> None:
        """Words that stand across a page, as lines of their own."""
        if words:
            self._close()
            self._found += ["", words, ""]

    def finished(self) -> tuple[str, ...]:
        """All lines."""
        self._close()
        return tuple(line.rstrip(" ") for line in self._found)

    def _take_table(self, table: Table, *, first: bool) -> None:
        if first and self._table is not None and continued(self._table, table):
            self._rows = rows_of_both(self._rows, table)
        else:
            self._close()
            self._found.append("")
            self._rows = list(table.rows)
        self._table = table

    def _take_line(self, line: Printed, margin: float, *, first: bool) -> None:
        last = self._open[-1] if self._open else None
        if last is not None and (
            self._over_the_page(last, line, margin) if first else self._goes_on(last, line, margin)
        ):
            self._open.append(line)
            return
        gap = first or last is None or not 0 <= last.base - line.base <= self._tight(line)
        self._close()
        if gap and self._found and self._found[-1]:
            self._found.append("")
        self._open = [line]

    def _close(self) -> None:
        """Write the open paragraph or table."""
        if self._open:
            self._found.append(self._paragraph())
        if self._table is not None:
            self._found += ["\t".join(row) if len(row) > 1 else f"{row[0]}\t" for row in self._rows]
            self._found.append("")
        self._open, self._table, self._rows = [], None, []

    def _paragraph(self) -> str:
        """The open paragraph in one line, after blanks for its distance from the margin."""
        first = self._open[0]
        letter = max(first.size * _LETTER, 1.0)
        if len(self._open) == 1 and not first.is_text:
            return _in_columns(first, self._left, letter)
        text = first.text
        for line in self._open[1:]:
            text = self._joined(text, line.text)
        return " " * min(max(round((first.left - self._left) / letter), 0), 100) + text

    def _joined(self, text: str, more: str) -> str:
        """The text with a line more; a hyphen that only breaks a word goes: "com-" and "mittee",
        where the paper writes "committee" elsewhere and "com-mittee" nowhere.
        """
        begun, rest = text.rsplit(" ", 1)[-1], more.split(" ", 1)[0].rstrip(_STOPS)
        if begun[-1:] == "-" and begun[:-1].isalpha() and rest.isalpha() and rest.islower():
            known = f"{begun}{rest}".casefold() in self._words
            if not known and f"{begun[:-1]}{rest}".casefold() in self._words:
                return f"{text[:-1]}{more}"
        return joined(text, more)

    def _tight(self, line: Printed) -> float:
        return self._leading * line.size * _GAP

    def _goes_on(self, last: Printed, line: Printed, margin: float) -> bool:
        """Whether a line below goes on with the paragraph that is open."""
        if abs(last.size - line.size) > 0.6 or not 0 < last.base - line.base <= self._tight(line):
            return False
        if not self._is_full(last, line, margin) or not self._is_below(line):
            return False
        if line.is_marked and not self._is_no_mark(last, line):
            return False
        changes = last.bold[1] != line.bold[0]
        return not (changes and (_TERMINAL.search(last.text) or line.text[0].isupper()))

    def _over_the_page(self, last: Printed, line: Printed, margin: float) -> bool:
        """Whether the next page's first line goes on with the paragraph that is open."""
        if abs(last.size - line.size) > 0.6 or line.is_marked:
            return False
        if not self._is_full(last, line, margin) or not self._is_below(line):
            return False
        heads = last.text.isupper() and not line.text.isupper()
        return not heads and not _TERMINAL.search(last.text)

    def _is_full(self, last: Printed, line: Printed, margin: float) -> bool:
        """Whether the line's first word would not have stood on the last line any more."""
        if not last.is_text or len(line.pieces) > 1:
            return False
        return last.right + last.size * 0.2 + line.first > margin - 0.5

    def _is_below(self, line: Printed) -> bool:
        """Whether the line begins where the paragraph's next line would."""
        begun = self._open[0]
        if len(self._open) > 1:
            return abs(line.left - self._open[-1].left) <= _ALIKE
        if begun.hangs is not None:
            return line.left >= begun.left - _ALIKE and line.left <= begun.hangs + _ALIKE
        return line.left <= begun.left + (_HANGING if begun.is_marked else _ALIKE)

    def _is_no_mark(self, last: Printed, line: Printed) -> bool:
        """Whether what looks like a mark is a number or a word of the sentence: "… paragraph" and
        "12. The", "… on 2" and "6 July": it stands where the words and not the marks stand.
        """
        begun = self._open[0]
        return line.left > begun.left + _ALIKE and not _TERMINAL.search(last.text)


def _in_columns(line: Printed, left: float, letter: float) -> str:
    """The pieces of a line with blanks between them, so that columns stand below each other."""
    text = ""
    for piece in line.pieces:
        place = max(round((piece.left - left) / letter), len(text) + 3 if text else 0)
        text = f"{text:<{min(place, 400)}}{piece.text}" if place > len(text) else text + piece.text
    return text


def _blocks(sheet: Sheet, margin: float) -> list[Block]:
    """The lines and tables of a page, from the top."""
    tables = ruled_tables(sheet)
    taken = {place for table in tables for place in table.words}
    free = [word for place, word in enumerate(sheet.words) if place not in taken]
    found: list[Block] = [*printed_lines(free, margin), *tables]
    return sorted(found, key=_height, reverse=True)


def _height(block: Block) -> float:
    return block.high if isinstance(block, Table) else block.base


# --- what is measured of a whole paper -----------------------------------------------------


def _margins(sheets: Sequence[Sheet]) -> list[float]:
    """Where full lines end on each page: what a page shows itself, or the pages around it;
    nowhere where none shows it.
    """
    ends = [_ends(sheet) for sheet in sheets]
    own = [_margin(page) if len(page) >= 6 else None for page in ends]
    every = _margin([end for page in ends for end in page]) or math.inf
    found: list[float] = []
    for margin in own:
        found.append(margin or (found[-1] if found else every))
    return found


def _ends(sheet: Sheet) -> list[float]:
    """Where the long lines of a page end."""
    lines = printed_lines(sheet.words, 0.0)
    return [
        line.right
        for line in lines
        if line.is_text and line.right - line.left > sheet.width * _LONG
    ]


def _margin(ends: Sequence[float]) -> float | None:
    """The farthest end that a second line nearly reaches too."""
    for far, near in pairwise(sorted(ends, reverse=True)):
        if far - near <= 15:
            return far
    return None


def _leading(printed: Iterable[Printed]) -> float:
    """The distance of a paragraph's lines, in sizes of their letters: of those pairs of which the
    second surely goes on with the first.
    """
    found = Counter(
        round((above.base - below.base) / below.size, 1)
        for above, below in pairwise(printed)
        if above.size == below.size
        and 0.9 <= (above.base - below.base) / below.size <= 3.5
        and below.text[0].islower()
        and not _TERMINAL.search(above.text)
    )
    return found.most_common(1)[0][0] if found else _USUAL


def _vocabulary(printed: Iterable[Printed]) -> frozenset[str]:
    """The words that the paper uses, as far as they stand on one line."""
    return frozenset(
        word.strip(_STOPS + "(‘“").casefold() for line in printed for word in line.text.split()
    )


def _left(printed: Iterable[Printed]) -> float:
    """Where most paragraphs begin, or the leftmost of the places where many do."""
    found = Counter(round(line.left) for line in printed)
    many = max(found.values(), default=0)
    return min((place for place, count in found.items() if count * 5 >= many), default=0)
