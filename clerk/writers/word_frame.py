"""What stands on each page: the words on top, the draft mark, page numbers, room for initials."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from lxml.etree import _Element

from clerk.domain.printed import PageWords
from clerk.record.wording import filled
from clerk.writers import word_xml as xml
from clerk.writers.word_properties import DocumentProperties
from clerk.writers.word_styles import StyleSheet

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section, _Footer, _Header

_DAY = re.compile(r"\b\d{1,2} \w+ \d{4}\b")
"""A date, which stays whole where the words on top of a page take two lines."""
_PAGE, _PAGES = "\x01", "\x02"
"""Stand for the fields while the words around them are put together."""


def add_frame(
    document: "Document",
    styles: StyleSheet,
    properties: DocumentProperties,
    *,
    draft: bool,
    initials: bool,
) -> None:
    """Put words into the last section's header and footer, below what the template has there.

    A template with a header of its own for the first page (a crest) keeps it without the words,
    which the heading of the minutes says again just below; the draft mark stands on every page.
    """
    section = document.sections[-1]
    page = properties.page or PageWords(header=properties.title)
    if properties.first_page is not None:
        _start_at(section, properties.first_page)
    for header, says_words in _headers(document, section):
        element = _emptied(header)
        if draft:
            _add(element, styles, "Draft Mark", page.draft)
        if says_words:
            _add(element, styles, "Header", _DAY.sub(_unbroken, page.header))
        _never_empty(element, styles, "Header")
    for footer in _footers(document, section):
        element = _emptied(footer)
        if initials and page.initials:
            _add(element, styles, "Initials", f"{page.initials}:")
        _add(element, styles, "Footer", page.footer)
        _add_page_number(element, styles, page.number, whole=properties.first_page is None)
        _never_empty(element, styles, "Footer")


def text_width(section: "Section") -> int:
    """The width between the margins, in twentieths of a point."""
    width, left, right = section.page_width, section.left_margin, section.right_margin
    if width is None or left is None or right is None:
        return 9026  # A4 with margins of an inch: Word's own for a section that says nothing
    return round((width - left - right) / 635)


def _headers(document: "Document", section: "Section") -> Iterator[tuple["_Header", bool]]:
    yield section.header, True
    if document.settings.odd_and_even_pages_header_footer:
        yield section.even_page_header, True
    if section.different_first_page_header_footer:
        yield section.first_page_header, False


def _footers(document: "Document", section: "Section") -> Iterator["_Footer"]:
    yield section.footer
    if document.settings.odd_and_even_pages_header_footer:
        yield section.even_page_footer
    if section.different_first_page_header_footer:
        yield section.first_page_footer


def _unbroken(found: re.Match[str]) -> str:
    return xml.unbroken(found[0])


def _emptied(frame: "_Header | _Footer") -> _Element:
    """The header's or footer's element, made where there is none, without its empty paragraphs."""
    frame.is_linked_to_previous = False
    for paragraph in frame.paragraphs:
        element: _Element = paragraph._p
        if not paragraph.text and not list(element.iter(xml.R)):
            element.getparent().remove(element)  # type: ignore[union-attr]
    return cast("_Element", frame._element)


def _add(parent: _Element, styles: StyleSheet, style: str, words: str) -> None:
    if words:
        xml.append(parent, xml.paragraph(styles.paragraph(style), xml.run(words)))


def _never_empty(parent: _Element, styles: StyleSheet, style: str) -> None:
    """Word mends a header without a paragraph, and says so to whoever opens the file."""
    if parent.find(xml.P) is None:
        xml.append(parent, xml.paragraph(styles.paragraph(style)))


def _add_page_number(parent: _Element, styles: StyleSheet, words: str, *, whole: bool) -> None:
    """ "Page 2 of 9"; without "of 9" where pages run on from another document."""
    text = filled(words, {"page": _PAGE, "pages": _PAGES if whole else ""})
    if not text:
        return
    fields = {_PAGE: xml.field("PAGE", "1"), _PAGES: xml.field("NUMPAGES", "1")}
    pieces = re.split(f"([{_PAGE}{_PAGES}])", text)
    said = "".join(fields.get(piece) or xml.run(piece) for piece in pieces)
    xml.append(parent, xml.paragraph(styles.paragraph("Footer"), said))


def _start_at(section: "Section", page: int) -> None:
    element: _Element = section._sectPr
    numbers = element.find(xml.PAGE_NUMBERS)
    if numbers is None:
        numbers = element.makeelement(xml.PAGE_NUMBERS)
        xml.put_in_section(element, numbers)
    numbers.set(xml.START, str(page))
