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
    for at, width in enumerate(widths):
        cell = SubElement(row, xml.TC)
        _set_width(SubElement(SubElement(cell, xml.TC_PR), xml.TC_W), width)
        xml.add_run(xml.add_paragraph(cell, style), cells[at] if at < len(cells) else "")


def _set_width(element: _Element, width: int) -> None:
    element.set(xml.WIDTH, str(width))
    element.set(xml.TYPE, "dxa")


def _widths(rows: tuple[tuple[str, ...], ...], whole: int) -> list[int]:
    """The columns' widths in proportion to their longest words, summing to `whole`."""
    count = max((len(row) for row in rows), default=1) or 1
    weights = [_NARROWEST] * count
    for row in rows:
        for at, cell in enumerate(row):
            weights[at] = max(weights[at], min(_WIDEST, len(cell)))
    widths = [whole * weight // sum(weights) for weight in weights]
    widths[-1] += whole - sum(widths)
    return widths
