"""Tables of the record: real header rows, columns as wide as their words ask."""

from xml.sax.saxutils import quoteattr

from clerk.domain.printed import Line
from clerk.record.papers.signing_in import SIGN
from clerk.writers.word_styles import StyleSheet
from clerk.writers.word_xml import paragraph, run

_HIGH_ENOUGH = 510
"""Nine millimetres: the height of a row in which people sign."""
_NARROWEST, _WIDEST = 6, 40
"""Characters that a column counts for at least and at most, whatever is in it."""
_LETTER, _MARGINS = 145, 220
"""What a letter of bold print takes, and a cell's margins, in twentieths of a point."""


def table(line: Line, styles: StyleSheet, text_width: int, *, keep_next: bool = False) -> str:
    """The table of `line`; `text_width` in twentieths of a point.

    `keep_next` holds its last row on the page of what follows.
    """
    style, indent = styles.table("Minutes Table")
    sign = line.role == SIGN
    whole = text_width if sign else text_width - indent  # names and signatures want room
    widths = _to_sign(line.rows, whole) if sign else _widths(line.rows, whole)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(
        _row(
            cells,
            widths,
            styles,
            header=line.header and at == 0,
            sign=sign,
            keep_next=keep_next and at == len(line.rows) - 1,
        )
        for at, cells in enumerate(line.rows)
    )
    properties = _properties(style, sum(widths), header=line.header, at_margin=sign)
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _properties(style: str, width: int, *, header: bool, at_margin: bool) -> str:
    look = ("0420", "1") if header else ("0400", "0")
    indent = '<w:tblInd w:w="0" w:type="dxa"/>' if at_margin else ""
    return (
        f'<w:tblPr><w:tblStyle w:val={quoteattr(style)}/><w:tblW w:w="{width}" w:type="dxa"/>'
        f'{indent}<w:tblLook w:val="{look[0]}" w:firstRow="{look[1]}" w:noVBand="1"/></w:tblPr>'
    )


def _row(
    cells: tuple[str, ...],
    widths: list[int],
    styles: StyleSheet,
    *,
    header: bool,
    sign: bool,
    keep_next: bool,
) -> str:
    # no style says how high a row is
    high = f'<w:trHeight w:val="{_HIGH_ENOUGH}" w:hRule="atLeast"/>' if sign and not header else ""
    repeated = "<w:tblHeader/>" if header else ""
    style = styles.paragraph("Table Heading" if header else "Table Text")
    written = "".join(
        _cell(paragraph(style, run(words), keep_next=keep_next), width, columns)
        for words, width, columns in _cells(cells, widths)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{high}{repeated}</w:trPr>{written}</w:tr>"


def _cell(content: str, width: int, columns: int) -> str:
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>{content}</w:tc>'


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
    return max(word + 4, min(30, max(map(len, column))))


def _fitting(least: list[int], whole: int) -> list[int]:
    """What the columns need; where that is too much the widest are cut down, whose words break."""
    left, columns = whole, len(least)
    most = whole
    for need in sorted(least):
        most = left // columns
        if need > most:
            break
        left, columns = left - need, columns - 1
    else:
        return least
    return [min(need, most) for need in least]


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
    least = _fitting(least, whole)
    spare = whole - sum(least)
    widths = [
        need + spare * weight // sum(weights) for need, weight in zip(least, weights, strict=True)
    ]
    widths[-1] += whole - sum(widths)
    return widths
