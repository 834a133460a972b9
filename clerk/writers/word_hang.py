"""Room for numbers: where they are wider than the template's hanging indents, its styles move in.

A number that is wider than the hang of its style pushes the first line to the next tab stop, beyond
the lines below it; a heading without its number hangs on nothing. The template stays as it is.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from docx.oxml.text.parfmt import CT_PPr
from lxml.etree import _Element

from clerk.domain.printed import Line
from clerk.writers import word_xml as xml
from clerk.writers.word_parts import StyleBook
from clerk.writers.word_styles import StyleSheet

_W = xml.P[:-1]
_IND, _LEFT, _HANGING = f"{xml.P_PR}/{_W}ind", f"{_W}left", f"{_W}hanging"
_GAP = 100
"""Between a number and its words at least, in twentieths of a point."""
_HEADINGS = ("Minute Heading 1", "Minute Heading 2")
_TEXTS = ("Numbered Paragraph", "Numbered Resolution")
_INSIDE = (
    "Sub-heading 2",
    "Sub-heading 3",
    "Reference",
    "Second Title",
    "Note",
    "Paragraph",
    "List Bullet",
    "List Bullet 2",
    "Limb",
    "Limb 2",
    "Resolution",
    "Outcome",
    "Meeting Date",
    "Quote",
    "Summary",
)
"""What stands on the edge of a minute's words, or further in."""


class _Hang(NamedTuple):
    """Where a style's words begin, and how much further out their number does."""

    left: int
    hanging: int


def make_room(sheet: StyleSheet, book: StyleBook, lines: Sequence[Line]) -> None:
    """Move the styles in as far as the numbers of `lines` ask; not at all where they fit."""
    if any(line.apart for line in lines):
        for name in _HEADINGS:
            hang = _hang(sheet, book, name)
            _set(sheet.element(name), _Hang(hang.left - hang.hanging, 0))
    heading, text = _hang(sheet, book, _HEADINGS[0]), _hang(sheet, book, _TEXTS[0])
    wide = _widest(sheet, book, _HEADINGS[0], (n for n in lines if n.kind == "minute"))
    said = [line for line in lines if line.kind in ("paragraph", "resolution")]
    long = _widest(sheet, book, _TEXTS[0], said)
    further = max(0, wide - heading.hanging, long - text.left)
    marks = [line for line in lines if line.kind == "limb"]
    mark = max(0, _widest(sheet, book, "Limb", marks) - _hang(sheet, book, "Limb").hanging)
    if not (further or mark or long > text.hanging):
        return
    edge = min(heading.left, text.left)
    for name in (*_HEADINGS, *_TEXTS, *_INSIDE):
        hang = _hang(sheet, book, name)
        moved = further if hang.left >= edge else 0
        within = mark if name.startswith("Limb") else 0
        more = moved if name in _HEADINGS else within
        hanging = max(hang.hanging, long) if name in _TEXTS else hang.hanging + more
        _set(sheet.element(name), _Hang(hang.left + moved + within, hanging))
    sheet.indent_table("Minutes Table", further)


def _widest(sheet: StyleSheet, book: StyleBook, name: str, lines: Iterable[Line]) -> int:
    """The room that the numbers of these lines ask, in twentieths of a point; 0 without any."""
    numbers = {line.number for line in lines if line.number and not line.apart}
    size = book.value(sheet.paragraph(name), f"{xml.R_PR}/{_W}sz") or "20"
    points = int(size) / 2 if size.isdigit() else 10.0
    return max((round(width(each) * points * 20) + _GAP for each in numbers), default=0)


def width(words: str) -> float:
    """How wide words are in bold Arial, or a font like it, in widths of its letter M or so: ems."""
    return sum(_NARROW if c in _THIN else _CAPITAL if c.isupper() else _LETTER for c in words)


_THIN = " .,:;/\\()[]|!'il"
_NARROW, _LETTER, _CAPITAL = 0.31, 0.57, 0.73


def _hang(sheet: StyleSheet, book: StyleBook, name: str) -> _Hang:
    style = sheet.paragraph(name)
    left, hanging = (
        book.attribute(style, _IND, attribute) or "0" for attribute in (_LEFT, _HANGING)
    )
    return _Hang(*(int(each) if each.isdigit() else 0 for each in (left, hanging)))


def _set(style: _Element, hang: _Hang) -> None:
    """Put the indent into a style, where the schema wants it."""
    properties = style.find(xml.P_PR)
    if isinstance(properties, CT_PPr):
        indent: _Element = properties.get_or_add_ind()
        indent.set(_LEFT, str(hang.left))
        indent.set(_HANGING, str(hang.hanging))
