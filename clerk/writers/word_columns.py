"""Names in columns: sections of their own, as Word has it, and no table that only lays out."""

from collections.abc import Sequence
from copy import deepcopy

from lxml.etree import SubElement, _Element

from clerk.writers import word_xml as xml

_GAP = 567
"""Between columns, in twentieths of a point: a centimetre."""


def add_columns(section: _Element, stretches: Sequence[tuple[_Element, _Element, int]]) -> None:
    """Set each stretch of paragraphs (first, last, how many columns) in columns.

    `section` is the document's last, with its headers. What stands before a stretch becomes a
    section of one column; the first section of all has the headers, the others take them over.
    """
    first = True
    for begins, ends, count in stretches:
        before = begins.getprevious()
        if before is not None and before.tag == xml.P and not _ends_section(before):
            _end_section(before, section, 1, first=first)
            first = False
        _end_section(ends, section, count, first=first)
        first = False
    if stretches:
        _make_plain(section, 1)


def _ends_section(paragraph: _Element) -> bool:
    properties = paragraph.find(xml.P_PR)
    return properties is not None and properties.find(xml.SECTION) is not None


def _end_section(paragraph: _Element, section: _Element, columns: int, *, first: bool) -> None:
    copied = deepcopy(section)
    if first:
        _set_columns(copied, columns)
    else:
        _make_plain(copied, columns)
    properties = paragraph.find(xml.P_PR)
    if properties is None:
        properties = paragraph.makeelement(xml.P_PR)
        paragraph.insert(0, properties)
    properties.append(copied)


def _make_plain(section: _Element, columns: int) -> None:
    """A section that goes on where it stands, with the headers of the one before."""
    for child in list(section):
        name = str(child.tag).rsplit("}", 1)[-1]
        if name in ("headerReference", "footerReference", "titlePg", "pgNumType", "type"):
            section.remove(child)
    kind = section.makeelement(xml.SECTION_TYPE)
    kind.set(xml.VAL, "continuous")
    section.insert(0, kind)
    _set_columns(section, columns)


def _set_columns(section: _Element, columns: int) -> None:
    cols = section.find(xml.COLS)
    if cols is None:
        cols = SubElement(section, xml.COLS)
    for name in list(cols.attrib):
        del cols.attrib[name]
    if columns > 1:
        cols.set(xml.COUNT, str(columns))
    cols.set(xml.GAP, str(_GAP))
