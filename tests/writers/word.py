"""Word files made for a test, and read back."""

import io
import zipfile
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument

from clerk.domain.printed import Line, Record, Run
from clerk.writers.word import DocumentProperties, word_bytes

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLES = ("committee-2012", "cabinet-2012", "overview-2011", "panel-2012")
SPACE = "\N{NO-BREAK SPACE}"
"""A space at which no line breaks."""


PLAIN = DocumentProperties()


def content_of(record: Record, templates: Path, style: str = "committee-2012") -> bytes:
    return word_bytes(record, templates / style / "style.docx", PLAIN)


def opened(content: bytes) -> WordDocument:
    return Document(io.BytesIO(content))


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def paragraphs_of(content: bytes) -> list[tuple[str, str]]:
    return [
        (str(paragraph.style.name if paragraph.style else ""), paragraph.text)
        for paragraph in opened(content).paragraphs
    ]


def record_of(*lines: Line) -> Record:
    return Record(lines=lines, edition="full", style="committee-2012", title="Minutes")


def paragraph(text: str, number: str | None = None) -> Line:
    return Line(kind="paragraph", number=number, runs=(Run(text=text),))
