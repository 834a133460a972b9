"""Tables of the record: real header rows, columns as wide as their words ask."""

from lxml.etree import SubElement, _Element

from clerk.domain.printed import Line
from clerk.record.signing_in import SIGN
from clerk.writers import word_xml as xml
from clerk.writers.word_styles import StyleSheet

_HIGH_ENOUGH = 567
"""A centimetre: the height of a row in which people sign."""
_NARROWEST, _WIDEST = 6, 40
"""Characters that a column counts for at least and at most, whatever is in it."""
_LETTER, _MARGINS = 145, 220
"""What a letter of bold print takes, and a cell's margins, in twentieths of a point."""


def add_table(body: _Element, line: Line, styles: StyleSheet, text_width: int) -> None:
    """The table of `line` at the end of `body`; `text_width` in twentieths of a point."""
    style, indent = styles.table("Minutes Table")
    sign = line.role == SIGN
    whole = text_width - indent
    widths = _to_sign(line.rows, whole) if sign else _widths(line.rows, whole)
    table = SubElement(body, xml.TBL)
    _add_properties(table, style, sum(widths), header=line.header)
    grid = SubElement(table, xml.TBL_GRID)
    for width in widths:
        SubElement(grid, xml.GRID_COL).set(xml.WIDTH, str(width))
    for at, cells in enumerate(line.rows):
        _add_row(table, cells, widths, styles, header=line.header and at == 0, sign=sign)


def _add_properties(table: _Element, style: str, width: int, *, header: bool) -> None:
    properties = SubElement(table, xml.TBL_PR)
    SubElement(properties, xml.TBL_STYLE).set(xml.VAL, style)
    _set_width(SubElement(properties, xml.TBL_W), width)
    look = SubElement(properties, xml.TBL_LOOK)
    look.set(xml.VAL, "0420" if header else "0400")
    look.set(xml.FIRST_ROW, "1" if header else "0")
    look.set(xml.NO_COLUMN_BANDS, "1")


def _add_row(
    table: _Element,
    cells: tuple[str, ...],
    widths: list[int],
    styles: StyleSheet,
    *,
    header: bool,
    sign: bool,
) -> None:
    row = SubElement(table, xml.TR)
    properties = SubElement(row, xml.TR_PR)
    SubElement(properties, xml.CANT_SPLIT)
    if sign and not header:  # no style says how high a row is
        height = SubElement(properties, xml.ROW_HEIGHT)
        height.set(xml.VAL, str(_HIGH_ENOUGH))
        height.set(xml.HEIGHT_RULE, "atLeast")
    if header:
        SubElement(properties, xml.TBL_HEADER)
    style = styles.paragraph("Table Heading" if header else "Table Text")
    for words, width, columns in _cells(cells, widths):
        cell = SubElement(row, xml.TC)
        properties = SubElement(cell, xml.TC_PR)
        _set_width(SubElement(properties, xml.TC_W), width)
        if columns > 1:
            SubElement(properties, xml.GRID_SPAN).set(xml.VAL, str(columns))
        xml.add_run(xml.add_paragraph(cell, style), words)


def _cells(cells: tuple[str, ...], widths: list[int]) -> list[tuple[str, int, int]]:
    """Each cell's words, width and columns: the last of a short row reaches to the end.

    Records of decision are set so, with one cell a line under a head of two; empty cells would
    only be read out as such.
    """
    cells = cells or ("",)
    last = len(cells) - 1
    return [
        (words, widths[at], 1) if at < last else (words, sum(widths[at:]), len(widths) - last)
        for at, words in enumerate(cells)
    ]


def _to_sign(rows: tuple[tuple[str, ...], ...], whole: int) -> list[int]:
    """Two fifths of the width for the last column, in which people sign.

    The others are wide enough for their longest word, so that none is broken.
    """
    last = whole * 2 // 5
    columns = zip(*(row[:-1] for row in rows), strict=True)
    weights = [_wide_enough(column) for column in columns]
    widths = [(whole - last) * weight // sum(weights) for weight in weights]
    return [*widths, whole - sum(widths)]


def _wide_enough(column: tuple[str, ...]) -> int:
    """Characters: room for the longest word, and for most whole cells."""
    word = max((len(word) for cell in column for word in cell.split()), default=0)
    return max(word + 4, min(24, max(map(len, column))))


def _set_width(element: _Element, width: int) -> None:
    element.set(xml.WIDTH, str(width))
    element.set(xml.TYPE, "dxa")


def _widths(rows: tuple[tuple[str, ...], ...], whole: int) -> list[int]:
    """The columns' widths, summing to `whole`: room for each longest word, the rest in proportion
    to the longest words of each column's cells."""
    count = max((len(row) for row in rows), default=1) or 1
    full = [row for row in rows if len(row) == count]
    weights = [
        max(_NARROWEST, *(min(_WIDEST, len(row[at])) for row in full)) if full else _NARROWEST
        for at in range(count)
    ]
    least = [
        _MARGINS + _LETTER * max((len(word) for row in full for word in row[at].split()), default=0)
        for at in range(count)
    ]
    if sum(least) > whole:  # words too long for any table: they break, in every column alike
        least = [0] * count
    spare = whole - sum(least)
    widths = [
        need + spare * weight // sum(weights) for need, weight in zip(least, weights, strict=True)
    ]
    widths[-1] += whole - sum(widths)
    return widths
