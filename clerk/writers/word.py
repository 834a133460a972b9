"""Word minutes in the council's house style: the record's words, the template's looks."""

from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from clerk.domain.printed import Record
from clerk.writers.files import check_target, write_whole
from clerk.writers.word_properties import DocumentProperties, completed, set_properties

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

__all__ = ["DocumentProperties", "word_bytes", "write_word"]


def write_word(
    record: Record, template: Path, target: Path | BinaryIO, *, properties: DocumentProperties
) -> None:
    """Write `record` to `target` as a .docx with the styles of `template` (a `style.docx`).

    Raises StyleError: `template` cannot be opened or lacks a style; InputError: `target` is open
    in Word, is a folder or is in none; StorageError: read-only folder, full disk. Where it raises,
    what stood at `target` stands.
    """
    if isinstance(target, Path):
        check_target(target)
    content = word_bytes(record, template, properties)
    if isinstance(target, Path):
        write_whole(content, target)
    else:
        target.write(content)


def word_bytes(record: Record, template: Path, properties: DocumentProperties) -> bytes:
    """The .docx file of `record`: the same record, template and properties, the same bytes.

    A record with a number that may still change is marked as a draft, whatever its edition.
    """
    # python-docx and lxml cost about 100 ms to load: paid by an export, not by a start.
    from clerk.writers.word_body import Body
    from clerk.writers.word_columns import add_columns
    from clerk.writers.word_frame import add_frame, text_width
    from clerk.writers.word_hang import make_room
    from clerk.writers.word_package import packed
    from clerk.writers.word_parts import StyleBook
    from clerk.writers.word_styles import StyleSheet
    from clerk.writers.word_template import open_template

    document = open_template(template)
    styles = StyleSheet(document.styles.element, template)
    make_room(styles, StyleBook(document.styles.element), record.lines)
    complete = completed(properties, record)
    set_properties(document, complete, record.language)
    section = _emptied(document)
    width = text_width(document.sections[-1])
    body = Body(styles, width)
    body.add(record.lines)
    add_frame(
        document,
        styles,
        complete,
        draft=record.draft or any(line.provisional for line in record.lines),
        initials=record.edition == "signing",
    )
    add_columns(body.written, section, body.columns)
    return packed(document.part.package, body.written)


def _emptied(document: "Document") -> "_Element":
    """The last section, which says what the page is: all that stays of a template's own body."""
    from lxml.etree import Comment  # see word_bytes

    from clerk.writers.word_package import PLACE

    body = document.element.body
    section: _Element = body.get_or_add_sectPr()
    for child in list(body):
        if child is not section:
            body.remove(child)
    section.addprevious(Comment(PLACE))
    return section
