"""How long an export to Word takes, against plain lxml that makes the same file."""

import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

from lxml import etree

from clerk.domain.printed import Line, Record, Run
from clerk.writers.word import DocumentProperties, word_bytes
from tests.benchmarks.line import Line as Measure
from tests.benchmarks.line import ratio

_TEMPLATE = Path(__file__).resolve().parents[2] / "templates" / "committee-2012" / "style.docx"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LIMIT = 3.0
_FOUR_TIMES_LIMIT = 4.5
_GROWTH_LIMIT = 1.5
"""Times the meetings' own proportion: above it, the cost of a paragraph grows with the document."""


def measure(quick: bool) -> Iterator[Measure]:
    """A meeting and many, each against plain lxml; and whether many cost what one does, each."""
    many = 10 if quick else 100
    one, book = _record(1), _record(many)
    yield Measure(
        "word_file_of_one_meeting_beside_plain_lxml",
        ratio(_export(one), _plain(one), 9 if quick else 25),
        _LIMIT,
    )
    yield Measure(
        f"word_file_of_{many}_meetings_beside_plain_lxml",
        ratio(_export(book), _plain(book), 3),
        _LIMIT,
    )
    book_of_four = _record(4 * many)
    yield Measure(
        f"word_file_of_{4 * many}_meetings_beside_one_of_{many}",
        ratio(_export(book_of_four), _export(book), 3),
        _FOUR_TIMES_LIMIT,
    )
    grown = ratio(_export(book), _export(one), 3) / many
    yield Measure(f"word_file_of_{many}_meetings_beside_{many}_times_one", grown, _GROWTH_LIMIT)


def _export(record: Record) -> Callable[[int], object]:
    return lambda _: word_bytes(record, _TEMPLATE, DocumentProperties())


def _plain(record: Record) -> Callable[[int], object]:
    with zipfile.ZipFile(BytesIO(word_bytes(record, _TEMPLATE, DocumentProperties()))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return lambda _: _made_plainly(record, parts)


def _made_plainly(record: Record, parts: dict[str, bytes]) -> bytes:
    """The same paragraphs in one style each, and the same other parts, zipped."""
    document = etree.Element(f"{_W}document", nsmap={"w": _W[1:-1]})
    body = etree.SubElement(document, f"{_W}body")
    for line in record.lines:
        paragraph = etree.SubElement(body, f"{_W}p")
        properties = etree.SubElement(paragraph, f"{_W}pPr")
        etree.SubElement(properties, f"{_W}pStyle").set(f"{_W}val", "Paragraph")
        if line.number:
            run = etree.SubElement(paragraph, f"{_W}r")
            etree.SubElement(run, f"{_W}t").text = line.number
            etree.SubElement(run, f"{_W}tab")
        for each in line.runs:
            run = etree.SubElement(paragraph, f"{_W}r")
            etree.SubElement(run, f"{_W}t").text = each.text
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            made = etree.tostring(document) if name == "word/document.xml" else part
            archive.writestr(name, made)
    return stream.getvalue()


def _record(meetings: int) -> Record:
    lines = tuple(line for meeting in range(meetings) for line in _meeting(meeting))
    return Record(lines=lines, edition="full", style="committee-2012", title="Minute book")


def _meeting(ordinal: int) -> Iterator[Line]:
    """221 paragraphs: 20 minutes of ten paragraphs each, and a head."""
    yield Line(kind="committee", runs=(Run(text=f"Environment Committee {ordinal}"),), case="upper")
    for minute in range(20):
        runs = (Run(text=f"The Repair of Bridge {minute} at Weir Vale", role="title"),)
        yield Line(kind="minute", number=f"{minute + 1}.", runs=runs)
        for paragraph in range(9):
            words = f"Ms Pell said of bridge {minute} in the year {paragraph} of its repair, " * 4
            yield Line(kind="paragraph", number=f"({paragraph + 1})", runs=(Run(text=words),))
        lead = Run(text="RESOLVED that", role="lead")
        rest = Run(text=f" the report on bridge {minute} be noted.")
        yield Line(kind="resolution", number="(10)", runs=(lead, rest))
