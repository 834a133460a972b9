"""Names in columns: sections of their own, as Word has it, and no table that only lays out."""

from collections.abc import Sequence
from copy import deepcopy
from typing import NamedTuple

from lxml.etree import _Element

from clerk.writers import word_xml as xml

_GAP = 567
"""Between columns, in twentieths of a point: a centimetre."""


class Stretch(NamedTuple):
    """Paragraphs of a body that are set in columns: the places of the first and the last."""

    first: int
    last: int
    columns: int


def add_columns(written: list[str], section: _Element, stretches: Sequence[Stretch]) -> None:
    """Set each stretch of the body `written` in columns.

    `section` is the document's last, with its headers. What stands before a stretch becomes a
    section of one column; the first section of all has the headers, the others take them over.
    """
    ends: list[tuple[int, int]] = []
    for first, last, columns in stretches:
        before = first - 1
        if (
            before >= 0
            and xml.is_paragraph(written[before])
            and not (ends and ends[-1][0] == before)
        ):
            ends.append((before, 1))
        ends.append((last, columns))
    for ordinal, (place, columns) in enumerate(ends):
        ending = _section(section, columns, first=ordinal == 0)
        written[place] = xml.ending_section(written[place], ending)
    if stretches:
        _make_plain(section, 1)


def _section(section: _Element, columns: int, *, first: bool) -> _Element:
    copied = deepcopy(section)
    if first:
        _set_columns(copied, columns)
    else:
        _make_plain(copied, columns)
    return copied


def _make_plain(section: _Element, columns: int) -> None:
    """A section that goes on where it stands, with the headers of the one before."""
    for child in list(section):
        name = str(child.tag).rsplit("}", 1)[-1]
        if name in ("headerReference", "footerReference", "titlePg", "pgNumType", "type"):
            section.remove(child)
    kind = section.makeelement(xml.SECTION_TYPE)
    kind.set(xml.VAL, "continuous")
    xml.put_in_section(section, kind)
    _set_columns(section, columns)


def _set_columns(section: _Element, columns: int) -> None:
    cols = section.find(xml.COLS)
    if cols is None:
        cols = section.makeelement(xml.COLS)
        xml.put_in_section(section, cols)
    for name in list(cols.attrib):
        del cols.attrib[name]
    if columns > 1:
        cols.set(xml.COUNT, str(columns))
    cols.set(xml.GAP, str(_GAP))
