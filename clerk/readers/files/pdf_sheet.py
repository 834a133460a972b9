"""A page of a PDF: its words where they stand, and the printed lines that they make."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple


class Word(NamedTuple):
    """Letters that stand together; in points from the page's left lower corner."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: int
    turned: int
    """1 where it does not read level: a mark across the page, a table's heading on its side."""


class Rule(NamedTuple):
    """A level or upright line that is drawn on the page."""

    left: float
    low: float
    right: float
    high: float


class Sheet(NamedTuple):
    """A page as it is shown."""

    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...]


class Piece(NamedTuple):
    """Words of a line without a wide gap between them."""

    text: str
    left: float
    right: float


class Printed(NamedTuple):
    """A line as it is printed."""

    pieces: tuple[Piece, ...]
    base: float
    size: float
    first: float
    """How wide its first word is."""
    bold: tuple[int, int] = (0, 0)
    """Whether the first and the last word are bold."""

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.pieces[-1].right

    @property
    def text(self) -> str:
        """Its words, a blank between them."""
        return " ".join(piece.text for piece in self.pieces)

    @property
    def is_marked(self) -> bool:
        """Whether a number, a letter or a bullet stands before its words. A bare figure is one
        only where a gap follows it: "17 January" may go on with a sentence.
        """
        if len(self.pieces) > 1 and _FIGURE.match(self.pieces[0].text):
            return True
        return bool(MARK.match(f"{self.text} "))

    @property
    def hangs(self) -> float | None:
        """Where the words begin behind a mark or a label: "(a)      words", "Present:      A"."""
        begins = len(self.pieces) == 2 and (self.is_marked or self.pieces[0].text.endswith(":"))
        return self.pieces[1].left if begins else None

    @property
    def is_text(self) -> bool:
        """Whether it is a paragraph's: without columns, or with a mark alone before its words."""
        if len(self.pieces) == 2:
            mark = self.pieces[0].text
            return bool(MARK.fullmatch(f"{mark} ") or _FIGURE.match(mark))
        return len(self.pieces) == 1


MARK = re.compile(
    r"(?:[-–•●▪■◦‣·○►∙⁃➢✔\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf06e\uf0a8\uf0d9]|\(?\d{1,3}[.)]|"
    r"\(?[a-zA-Z][.)]|\(?[ivxl]{2,5}[.)]|\(?[IVX]{2,5}[.)]|\(?\d{1,3}(?:\.\d{1,3}){1,3}[.)]?|"
    r"[A-Z]{1,2}\d{1,3}[.)]?|o)\s"
)
"""What begins an item of a list or a numbered paragraph."""
_FIGURE = re.compile(r"\d{1,3}$")
_COLUMN = 1.3
"""A gap this many times the letters' size parts columns; a blank has a quarter of it."""
_SAME_LINE = 0.45
"""How far, in letters' sizes, a raised or lowered word may stand from its line."""
_SPACED_OUT = 0.55
"""Gaps of a line set to both margins differ by no more than this part of the size."""


def printed_lines(words: Iterable[Word], margin: float) -> tuple[Printed, ...]:
    """The lines that the level words make, from the top; `margin` is where full lines end."""
    level = sorted((word for word in words if not word.turned), key=lambda w: (-w.base, w.left))
    return tuple(_line(line, margin) for line in _grouped(level))


def turned_text(words: Iterable[Word]) -> str:
    """What stands across the page or on its side, in the order of the file."""
    return " ".join(word.text for word in words if word.turned)


def _grouped(words: Sequence[Word]) -> Iterator[list[Word]]:
    line: list[Word] = []
    for word in words:
        if line:
            size = max(word.size, max(other.size for other in line[-4:]))
            if line[0].base - word.base > size * _SAME_LINE:
                yield line
                line = []
        line.append(word)
    if line:
        yield line


def _line(words: list[Word], margin: float) -> Printed:
    words.sort(key=lambda word: word.left)
    main = max(words, key=lambda word: (word.size, word.right - word.left))
    spread = _is_spread(words, main.size, margin)
    pieces: list[list[Word]] = [[words[0]]]
    for before, word in pairwise(words):
        wide = word.left - before.right > main.size * _COLUMN
        if wide and not (spread and not _is_mark(pieces[-1])):
            pieces.append([word])
        else:
            pieces[-1].append(word)
    return Printed(
        tuple(
            Piece(_joined(piece), piece[0].left, max(word.right for word in piece))
            for piece in pieces
        ),
        main.base,
        main.size,
        words[0].right - words[0].left,
        (words[0].bold, words[-1].bold),
    )


def _is_mark(words: Sequence[Word]) -> bool:
    return len(words) == 1 and bool(MARK.match(f"{words[0].text} ") or _FIGURE.match(words[0].text))


def _is_spread(words: Sequence[Word], size: float, margin: float) -> bool:
    """Whether wide gaps are only those of a line that is set to both margins: all alike."""
    if abs(words[-1].right - margin) > 1.5:
        return False
    gaps = [b.left - a.right for a, b in pairwise(words)]
    gaps = gaps[1:] if _is_mark(words[:1]) else gaps
    return bool(gaps) and max(gaps) - min(gaps) <= size * _SPACED_OUT


def _joined(words: Sequence[Word]) -> str:
    """The words with a blank between those that do not touch."""
    text = words[0].text
    for before, word in pairwise(words):
        touch = -word.size * 0.3 < word.left - before.right < word.size * 0.04
        text += word.text if touch else f" {word.text}"
    return text
