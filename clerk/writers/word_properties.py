"""What a Word file says about itself: title, author, language, and nothing of us or the machine."""

import datetime as dt
from typing import TYPE_CHECKING, cast

from clerk.domain.base import Fact
from clerk.domain.printed import PageWords, Record

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import XmlPart
    from lxml.etree import _Element

_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LONGEST = 255
"""Office cuts a property there, and python-docx refuses a longer one."""

_KEPT = ("styles", "settings", "numbering", "fontTable", "theme", "header", "footer")
"""Parts of a template that a document needs. Comments, the list of people who made them, notes,
attached data and macros are an officer's business with the template, and stay there."""

_LEFT_OUT_OF_SETTINGS = (
    "attachedTemplate",
    "footnotePr",
    "endnotePr",
    "rsids",
    "mailMerge",
    "docVars",
    "trackRevisions",
    "documentProtection",
    "writeProtection",
)


class DocumentProperties(Fact, frozen=True):
    """What the file says of itself, and what its pages carry; empty means taken from the record."""

    title: str = ""
    """Empty for the record's title."""
    subject: str = ""
    author: str = ""
    """The authority; empty for the record's authority line."""
    page: PageWords | None = None
    """What stands on each page; None for what the record says, or the title and the number."""
    first_page: int | None = None
    """The number of the first page where pages run on through the minute book (LGA 1972 Sch 12
    para 41); None where each document starts at 1."""
    dated: dt.date | None = None
    """The day given as that of making; None for none. Never read from the clock: the same record
    makes the same file."""


def completed(properties: DocumentProperties, record: Record) -> DocumentProperties:
    """`properties` with what the record supplies put in where nothing was given."""
    runs = next((line.runs for line in record.lines if line.kind == "authority"), ())
    authority = "".join(run.text for run in runs)  # in name case, whatever the style sets
    title = properties.title or record.title
    return DocumentProperties(
        title=title,
        subject=properties.subject or "Minutes",
        author=properties.author or authority,
        page=properties.page or record.page or PageWords(header=title),
        first_page=properties.first_page,
        dated=properties.dated,
    )


def set_properties(document: "Document", properties: DocumentProperties, language: str) -> None:
    """Empty the template's properties and settings of their makers, and put in the record's."""
    _leave_out_parts(document)
    _leave_out_settings(document)
    _set_core(document, properties, language)
    _set_language(document, language)


def _leave_out_parts(document: "Document") -> None:
    package = document.part.package
    for relation in list(package.rels.values()):
        if not relation.reltype.endswith(("/officeDocument", "/core-properties")):
            del package.rels[relation.rId]
    for relation in list(document.part.rels.values()):
        if relation.reltype.rsplit("/", 1)[-1] not in _KEPT:
            del document.part.rels[relation.rId]


def _leave_out_settings(document: "Document") -> None:
    settings = document.settings.element
    for child in list(settings):
        if isinstance(child.tag, str) and child.tag.rsplit("}", 1)[-1] in _LEFT_OUT_OF_SETTINGS:
            settings.remove(child)
    rels = document.part.part_related_by(f"{_RELATIONSHIPS}/settings").rels
    for relation in list(rels.values()):
        del rels[relation.rId]


def _set_core(document: "Document", properties: DocumentProperties, language: str) -> None:
    from clerk.writers.word_xml import legal

    core = document.core_properties
    element = _core_element(document)
    for child in list(element):
        element.remove(child)
    for name, words in (
        ("title", properties.title),
        ("subject", properties.subject),
        ("author", properties.author),
        ("language", language),
    ):
        if words:
            setattr(core, name, " ".join(legal(words).split())[:_LONGEST])
    if properties.dated:
        core.created = dt.datetime.combine(properties.dated, dt.time())


def _core_element(document: "Document") -> "_Element":
    part = document.part.package.part_related_by(
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    )
    return cast("_Element", cast("XmlPart", part).element)


def _set_language(document: "Document", language: str) -> None:
    """The record's language by default and on every style that names one: for spelling and for
    those who have it read out."""
    from clerk.writers import word_xml as xml

    styles = document.styles.element
    defaults = _first(styles, xml.DOC_DEFAULTS)
    run = _first(_first(defaults, xml.RUN_DEFAULT), xml.R_PR)
    if run.find(xml.LANG) is None:
        run.append(run.makeelement(xml.LANG))
    for element in styles.iter(xml.LANG):
        element.set(xml.VAL, language)


def _first(parent: "_Element", tag: str) -> "_Element":
    """The child `tag` of `parent`, put first where there is none."""
    child = parent.find(tag)
    if child is None:
        child = parent.makeelement(tag)
        parent.insert(0, child)
    return child
