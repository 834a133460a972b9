"""PDFs for the tests, set as a word processor sets them: broken lines, pages, ruled tables."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

# Widths of the letters from blank to tilde, in thousandths of the size: Helvetica's own.
_WIDTHS = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
)  # fmt: skip


class Look(NamedTuple):
    """How a paper is set, in points."""

    size: float = 11
    leading: float = 13
    gap: float = 8
    """What is left free between paragraphs."""
    margin: float = 60
    width: float = 595
    height: float = 842
    justified: bool = False
    ruled: bool = True
    foot: str = "Page {}"
    head: str = ""


PLAIN = Look()
Draw = Callable[["_Page"], None]
Drawn = tuple[float, Draw]
"""How high it is, and what puts it on a page."""


class _Page:
    def __init__(self, look: Look) -> None:
        self.look = look
        self.shown: list[str] = []
        self.y = look.height - look.margin

    def words(self, x: float, y: float, text: str, blank: float = 0) -> None:
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        self.shown.append(
            f"BT /F1 {self.look.size} Tf {blank:.3f} Tw {x:.2f} {y:.2f} Td ({escaped}) Tj ET"
        )

    def rule(self, x: float, y: float, wide: float, high: float) -> None:
        self.shown.append(f"{x:.2f} {y:.2f} {wide:.2f} {high:.2f} re f")


def pdf_of(lines: Sequence[str], look: Look = PLAIN) -> bytes:
    """The lines as a PDF: each a paragraph; neighbouring ones with tabs in them rows of a table."""
    return _written([page.shown for page in _set(lines, look)], look)


def shown_pdf(pages: Sequence[Sequence[str]], look: Look = PLAIN, rotate: int = 0) -> bytes:
    """A PDF whose pages hold these operators."""
    return _written(pages, look, rotate)


def wide(text: str, size: float) -> float:
    """How wide the text is when printed."""
    return sum(_width(letter) for letter in text) * size / 1000


def _width(letter: str) -> int:
    return _WIDTHS[ord(letter) - 32] if " " <= letter <= "~" else 556


def _set(lines: Sequence[str], look: Look) -> Iterator[_Page]:
    number, page = 1, _Page(look)
    for block in _blocks(lines):
        rows = _rows(block, look) if isinstance(block, list) else _paragraph(block, look)
        for high, draw in rows:
            if page.y - high < look.margin:
                yield _numbered(page, number)
                number, page = number + 1, _Page(look)
            draw(page)
            page.y -= high
        page.y -= look.gap
    yield _numbered(page, number)


def _numbered(page: _Page, number: int) -> _Page:
    look = page.look
    for text, y in ((look.foot.format(number), 30), (look.head.format(number), look.height - 30)):
        page.words((look.width - wide(text, look.size)) / 2, y, text)
    return page


def _blocks(lines: Sequence[str]) -> Iterator[str | list[str]]:
    rows: list[str] = []
    for line in [*lines, ""]:
        if "\t" in line:
            rows.append(line)
            continue
        if rows:
            yield rows
        rows = []
        if line.strip():
            yield line


def _paragraph(text: str, look: Look) -> Iterator[Drawn]:
    full = look.width - 2 * look.margin
    broken = _broken(text, full, look.size)
    for at, line in enumerate(broken):
        blanks = line.count(" ")
        last = at == len(broken) - 1
        spread = (full - wide(line, look.size)) / blanks if blanks and not last else 0.0
        yield look.leading, _writing(line, look, spread if look.justified else 0.0)


def _writing(line: str, look: Look, spread: float) -> Draw:
    def draw(page: _Page) -> None:
        page.words(look.margin, page.y - look.size, line, spread)

    return draw


def _rows(rows: Sequence[str], look: Look) -> Iterator[Drawn]:
    table = [row.split("\t") for row in rows]
    count = max(map(len, table))
    cell = (look.width - 2 * look.margin) / count
    for row in table:
        cells = [_broken(text, cell - 8, look.size) for text in (*row, *[""] * (count - len(row)))]
        high = max(len(lines) for lines in cells) * look.leading + 4
        yield high, _drawing(cells, cell, high, look)


def _drawing(cells: Sequence[Sequence[str]], cell: float, high: float, look: Look) -> Draw:
    def draw(page: _Page) -> None:
        for column, lines in enumerate(cells):
            x = look.margin + column * cell
            for at, line in enumerate(lines):
                page.words(x + 4, page.y - look.size - at * look.leading - 1, line)
            if look.ruled:
                page.rule(x, page.y - high, 0.7, high)
        if look.ruled:
            full = cell * len(cells)
            page.rule(look.margin + full, page.y - high, 0.7, high)
            page.rule(look.margin, page.y, full, 0.7)
            page.rule(look.margin, page.y - high, full, 0.7)

    return draw


def _broken(text: str, full: float, size: float) -> list[str]:
    found: list[str] = [""]
    for word in text.split():
        longer = f"{found[-1]} {word}" if found[-1] else word
        if found[-1] and wide(longer, size) > full:
            found.append(word)
        else:
            found[-1] = longer
    return found


def _written(pages: Sequence[Sequence[str]], look: Look, rotate: int = 0) -> bytes:
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    widths = " ".join(str(_width(chr(code))) for code in range(32, 256))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        (
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding "
            f"/FirstChar 32 /LastChar 255 /Widths [{widths}] >>"
        ).encode(),
    ]
    for number, shown in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {look.width} {look.height}] "
            f"/Rotate {rotate} /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        stream = "\n".join(shown).encode("cp1252", errors="replace")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    made, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    return bytes(made + b"startxref\n%d\n%%%%EOF" % start)
