"""The text of a Word file: paragraphs, tables, and the numbers that Word itself would print."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, cast

from clerk.errors import InputError

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.table import CT_Row, CT_Tc
    from docx.oxml.text.paragraph import CT_P
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_PARAGRAPH = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
LARGEST_PART = 64 * 1024 * 1024
MOST_ELEMENTS = 800_000
"""Pieces of a Word file's text; a page has some 250 of them."""
LARGEST_WHOLE = 256 * 1024 * 1024
"""Bytes when inflated; the Word files of a council's largest agendas stay far below."""


def word_lines(content: bytes, name: str, most: int) -> tuple[str, ...]:
    """The lines of a .docx, as far as one more than `most`; `name` is used in messages alone.
    Raises InputError.
    """
    _refuse_bombs(content, name)
    # python-docx and lxml cost about 110 ms to load, which only a Word file should pay.
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import LxmlError

    try:
        found = list(islice(_document_lines(docx.Document(BytesIO(content))), most + 1))
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
            parts, elements = package.infolist(), 0
            _refuse_large(parts, name)
            _refuse_others(package, name)
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with package.open(part) as stream:
                        for _, element in iterparse(stream, forbid_dtd=True):
                            element.clear()
                            elements += 1
                            if elements > MOST_ELEMENTS:
                                raise _too_large(name)
    except (zipfile.BadZipFile, ParseError, NotImplementedError, RuntimeError, EOFError) as error:
        raise _no_word_file(name) from error
    except (DefusedXmlException, OSError, ValueError, LookupError, zlib.error) as error:
        raise _no_word_file(name) from error


def _refuse_others(package: zipfile.ZipFile, name: str) -> None:
    """Refuse what other programs pack in the same way."""
    names = package.namelist()
    if "word/document.xml" in names:
        return
    kinds = {"content.xml": "an OpenDocument file", "xl/workbook.xml": "a workbook"}
    kinds |= {"ppt/presentation.xml": "a presentation"}
    kind = next((kind for part, kind in kinds.items() if part in names), "")
    if not kind:
        raise _no_word_file(name)
    raise InputError(f"{name} is {kind} and not a Word file; save the paper as .docx or .pdf.")


def _refuse_large(parts: list[zipfile.ZipInfo], name: str) -> None:
    sizes = [part.file_size for part in parts]
    xml = [part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))]
    if sum(sizes) > LARGEST_WHOLE or max(xml, default=0) > LARGEST_PART or len(parts) > 20_000:
        raise _too_large(name)
    if any(part.flag_bits & 1 for part in parts):
        raise InputError(f"{name} is protected by a password; save a copy without it.")


def _too_large(name: str) -> InputError:
    return InputError(f"{name} would be far too large when unpacked; it was not opened.")


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
    above: dict[int, str] = {}
    for row in table._tbl.tr_lst:
        cells = list(_row_cells(row, table, above))
        # A tab behind a lone cell says that it is a row, as text converters say it.
        yield "\t".join(cells) if len(cells) > 1 else f"{cells[0]}\t" if cells else ""


def _row_cells(row: "CT_Row", table: "Table", above: dict[int, str]) -> Iterator[str]:
    """The words of each cell, with those of tables within it; a cell that is merged with the one
    above it says what that one says. `above` holds the words of each column so far.
    """
    column = row.grid_before
    for cell in row.tc_lst:
        if cell.vMerge != "continue":
            above[column] = " ".join(_words_in(cell, table).split())
        yield above.get(column, "")
        column += cell.grid_span  # python-docx would give the cell once for each, without an end


def _words_in(cell: "CT_Tc", table: "Table") -> str:
    from docx.text.paragraph import Paragraph

    found = cast("Iterator[CT_P]", cell.iter(_PARAGRAPH))
    return " ".join(Paragraph(paragraph, table).text for paragraph in found)
