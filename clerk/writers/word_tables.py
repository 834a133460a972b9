"""Tables of the record: real header rows, columns as wide as their words ask."""

from lxml.etree import SubElement, _Element

from clerk.domain.printed import Line
from clerk.writers import word_xml as xml
from clerk.writers.word_styles import StyleSheet

_NARROWEST, _WIDEST = 6, 40
"""Characters that a column counts for at least and at most, whatever is in it."""


def add_table(body: _Element, line: Line, styles: StyleSheet, text_width: int) -> None:
    """The table of `line` at the end of `body`; `text_width` in twentieths of a point."""
    style, indent = styles.table("Minutes Table")
    widths = _widths(line.rows, text_width - indent)
    table = SubElement(body, xml.TBL)
    _add_properties(table, style, sum(widths), header=line.header)
    grid = SubElement(table, xml.TBL_GRID)
    for width in widths:
        SubElement(grid, xml.GRID_COL).set(xml.WIDTH, str(width))
    for at, cells in enumerate(line.rows):
        _add_row(table, cells, widths, styles, header=line.header and at == 0)


def _add_properties(table: _Element, style: str, width: int, *, header: bool) -> None:
    properties = SubElement(table, xml.TBL_PR)
    SubElement(properties, xml.TBL_STYLE).set(xml.VAL, style)
    _set_width(SubElement(properties, xml.TBL_W), width)
    look = SubElement(properties, xml.TBL_LOOK)
    look.set(xml.VAL, "0420" if header else "0400")
    look.set(xml.FIRST_ROW, "1" if header else "0")
    look.set(xml.NO_COLUMN_BANDS, "1")


def _add_row(
    table: _Element, cells: tuple[str, ...], widths: list[int], styles: StyleSheet, *, header: bool
) -> None:
    row = SubElement(table, xml.TR)
    properties = SubElement(row, xml.TR_PR)
    SubElement(properties, xml.CANT_SPLIT)
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


def _set_width(element: _Element, width: int) -> None:
    element.set(xml.WIDTH, str(width))
    element.set(xml.TYPE, "dxa")


def _widths(rows: tuple[tuple[str, ...], ...], whole: int) -> list[int]:
    """The columns' widths in proportion to their longest words, summing to `whole`."""
    count = max((len(row) for row in rows), default=1) or 1
    weights = [_NARROWEST] * count
    for row in (row for row in rows if len(row) == count):
        for at, cell in enumerate(row):
            weights[at] = max(weights[at], min(_WIDEST, len(cell)))
    widths = [whole * weight // sum(weights) for weight in weights]
    widths[-1] += whole - sum(widths)
    return widths
