"""The text of a Word file: paragraphs, tables, and the numbers that Word itself would print."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from clerk.errors import InputError

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

LARGEST_PART = 64 * 1024 * 1024
LARGEST_WHOLE = 256 * 1024 * 1024
"""Bytes when inflated; the Word files of a council's largest agendas stay far below."""


def word_lines(content: bytes, name: str) -> tuple[str, ...]:
    """The lines of a .docx; `name` is used in messages alone. Raises InputError."""
    _refuse_bombs(content, name)
    # python-docx and lxml cost about 110 ms to load, which only a Word file should pay.
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import LxmlError

    try:
        found = list(_document_lines(docx.Document(BytesIO(content))))
    except (PackageNotFoundError, LxmlError, ValueError, KeyError, AttributeError) as error:
        raise _no_word_file(name) from error
    except (TypeError, IndexError, zipfile.BadZipFile, RecursionError) as error:
        raise _no_word_file(name) from error
    if not any(line.strip() for line in found):
        raise InputError(f"{name} holds no text; nothing was read.")
    return tuple(found)


def _refuse_bombs(content: bytes, name: str) -> None:
    """Refuse what would fill the memory, before python-docx inflates and parses it."""
    # defusedxml costs about 20 ms to load, which only a Word file should pay.
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, iterparse

    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            parts = package.infolist()
            _refuse_large(parts, name)
            if "word/document.xml" not in package.namelist():
                raise _no_word_file(name)
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with package.open(part) as stream:
                        for _, element in iterparse(stream, forbid_dtd=True):
                            element.clear()
    except (zipfile.BadZipFile, ParseError, NotImplementedError, RuntimeError, EOFError) as error:
        raise _no_word_file(name) from error
    except (DefusedXmlException, OSError, ValueError, LookupError, zlib.error) as error:
        raise _no_word_file(name) from error


def _refuse_large(parts: list[zipfile.ZipInfo], name: str) -> None:
    sizes = [part.file_size for part in parts]
    xml = [part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))]
    if sum(sizes) > LARGEST_WHOLE or max(xml, default=0) > LARGEST_PART or len(parts) > 20_000:
        raise InputError(f"{name} would be far too large when unpacked; it was not opened.")
    if any(part.flag_bits & 1 for part in parts):
        raise InputError(f"{name} is protected by a password; save a copy without it.")


def _no_word_file(name: str) -> InputError:
    return InputError(f"{name} is not a Word file, or is damaged; save it anew as .docx.")


def _document_lines(document: "Document") -> Iterator[str]:
    """Each paragraph's lines, then an empty one, because each is whole: no page broke it."""
    from docx.table import Table

    from clerk.readers.files.word_numbers import WordNumbers

    numbers = WordNumbers(document)
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _table_lines(block)
            yield ""
        else:
            yield from _paragraph_lines(block, numbers.mark(block))


def _paragraph_lines(paragraph: "Paragraph", mark: str) -> Iterator[str]:
    first, *rest = (line.rstrip() for line in paragraph.text.split("\n"))
    yield f"{mark} {first}" if mark and first.strip() else first
    yield from rest
    if not mark:
        yield ""


def _table_lines(table: "Table") -> Iterator[str]:
    for row in table.rows:
        cells: list[str] = []
        seen: set[int] = set()
        for cell in row.cells:
            if id(cell._tc) not in seen:  # a merged cell is given once for each column it spans
                seen.add(id(cell._tc))
                cells.append(" ".join(cell.text.split()))
        # A tab behind a lone cell says that it is a row, as text converters say it.
        yield "\t".join(cells) if len(cells) > 1 else f"{cells[0]}\t" if cells else ""
