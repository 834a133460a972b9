"""What Word, a screen reader or a stranger would stumble over in a .docx file.

SI 2018/952 asks public bodies for documents that everybody can read: real headings in order, a
title, a language, headers of tables, real lists, contrast, words for pictures and links. Besides
that: nothing that formatting by hand leaves behind, and nothing about who made the file.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml.etree import _Element

from clerk.errors import InputError
from clerk.writers import word_xml as xml
from clerk.writers.word_check_looks import LOOKS_CHECKS
from clerk.writers.word_parts import Found, Opened, named, text_of

_W = xml.P[:-1]
_CORE = "docProps/core.xml"
_STARRED = frozenset({"Limb", "Limb 2", "Resolution", "Numbered Resolution"})
"""Styles of what may have a mark of the council's before it, which is no bullet."""
_SHOWN = 40
"""Characters of a link by which a finding names it."""


def check_document(path: Path) -> tuple[Found, ...]:
    """What is found in the .docx file at `path`; raises InputError where it is none."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(f"“{path.name}” cannot be read: {error.strerror}.") from error
    return check_content(content, path.name)


def check_content(content: bytes, name: str) -> tuple[Found, ...]:
    """What is found in the bytes of a .docx file; raises InputError where they are none."""
    document = Opened(content, name)
    return tuple(found for check in (*_CHECKS, *LOOKS_CHECKS) for found in check(document))


def _properties(document: Opened) -> Iterator[Found]:
    said: dict[str, str] = {}
    if _CORE in document.parts:
        for child in document.xml(_CORE):
            said[str(child.tag).rsplit("}", 1)[-1]] = (child.text or "").strip()
    if not said.get("title"):
        yield Found("title", "The document has no title in its properties (File, Info).")
    if not document.styles.language:
        yield Found("language", "The document names no language (Review, Language).")
    if said.get("lastModifiedBy"):
        yield Found("private", "The properties name who saved it last (File, Info, Inspect).")


def _privacy(document: Opened) -> Iterator[Found]:
    for part, what in (("word/comments.xml", "comments"), ("docProps/custom.xml", "properties")):
        if part in document.parts:
            yield Found("private", f"The file holds {what} that go out with it.")
    roots = (document.body, *document.frames)
    tracked = (f"{_W}ins", f"{_W}del", f"{_W}moveFrom")
    if any(next(root.iter(*tracked), None) is not None for root in roots):
        yield Found("private", "Changes are still tracked; accept or reject them first.")
    if any(next(root.iter(f"{_W}vanish"), None) is not None for root in roots):
        yield Found("private", "There is hidden text in it.")
    settings = document.parts.get("word/settings.xml", b"")
    if b"attachedTemplate" in settings or b"w:docVar " in settings:
        yield Found("private", "The settings name a template or variables of the maker's machine.")


def _headings(document: Opened) -> Iterator[Found]:
    before = 0
    seen = False
    for paragraph in document.paragraphs:
        level = document.styles.level(document.styles.of(paragraph))
        if level is None:
            continue
        seen = True
        if not text_of(paragraph).strip():
            yield Found("headings", f"A heading of level {level} has no words.")
        if level > before + 1:
            higher = f"level {before}" if before else "the top"
            yield Found(
                "headings", f"The heading {named(paragraph)} is of level {level} under {higher}."
            )
        before = level
    if not seen:
        yield Found("headings", "There is no heading: nobody can find their way by headings.")


def _tables(document: Opened) -> Iterator[Found]:
    for at, table in enumerate(document.body.iter(xml.TBL), 1):
        rows = table.findall(xml.TR)
        if len(rows) < 2:  # nothing for a header to head
            continue
        first = rows[0]
        if first.find(f"{xml.TR_PR}/{xml.TBL_HEADER}") is None:
            yield Found("tables", f"Table {at} has no header row (Table, Repeat Header Rows).")
            continue
        if any(not text_of(cell).strip() for cell in first.iter(xml.TC)):
            yield Found("tables", f"A column of table {at} has no heading.")


def _blank_paragraphs(document: Opened) -> Iterator[Found]:
    count = 0
    for paragraph in document.body.iterfind(xml.P):
        before = paragraph.getprevious()
        gap = before is not None and before.tag == xml.TBL
        drawn = next(paragraph.iter(f"{_W}drawing", f"{_W}pict", f"{_W}br"), None) is not None
        count += not (text_of(paragraph).strip() or gap or drawn)
    if count:
        several = "empty paragraphs make" if count > 1 else "empty paragraph makes"
        yield Found("blanks", f"{count} {several} space; set the space in the styles.")


def _layout_by_blanks(document: Opened) -> Iterator[Found]:
    for paragraph in document.paragraphs:
        words = text_of(paragraph)
        number, tab, rest = words.partition("\t")
        if tab and ("\t" in rest or len(number) > 20 or not number.strip()):
            yield Found("tabs", f"Tabs lay out {named(paragraph)}; use a table or a style.")
        elif re.search(r"\S {4,}\S", words):
            yield Found("tabs", f"Blanks lay out {named(paragraph)}; use a table or a style.")


def _lists(document: Opened) -> Iterator[Found]:
    for paragraph in document.paragraphs:
        words = text_of(paragraph)
        typed = re.match(r"\s*[•·▪●○–*-][\s\t]+\S", words)
        starred = document.styles.name(document.styles.of(paragraph)) in _STARRED
        if typed and not starred and not _is_list(document, paragraph):
            yield Found("lists", f"{named(paragraph)} has a typed mark; make it a list (bullets).")


def _is_list(document: Opened, paragraph: _Element) -> bool:
    style = document.styles.of(paragraph)
    own = paragraph.find(f"{xml.P_PR}/{_W}numPr")
    path = f"{xml.P_PR}/{_W}numPr/{_W}numId"
    return own is not None or document.styles.value(style, path) is not None


def _links(document: Opened) -> Iterator[Found]:
    vague = {"here", "click here", "link", "this link", "more", "read more", "this page"}
    for link in document.body.iter(f"{_W}hyperlink"):
        words = " ".join(text_of(link).split()).casefold().strip(".")
        if words in vague or re.match(r"https?://\S{30,}$", words):
            yield Found("links", f"The link “{words[:_SHOWN]}” does not say where it leads.")


def _pictures(document: Opened) -> Iterator[Found]:
    for root in (document.body, *document.frames):
        for element in root.iter():
            name = str(element.tag).rsplit("}", 1)[-1]
            picture = name == "docPr" or (name == "shape" and _holds_picture(element))
            words = element.get("descr") or element.get("alt") or ""
            decorative = any("decorative" in str(each.tag) for each in element.iter())
            if picture and not words.strip() and not decorative:
                yield Found("pictures", "A picture has no words for who cannot see it (Alt Text).")


def _holds_picture(shape: _Element) -> bool:
    return any(str(each.tag).endswith("}imagedata") for each in shape)


def _pages(document: Opened) -> Iterator[Found]:
    for root in document.frames:
        for field in root.iter(xml.FIELD, f"{_W}instrText"):
            if "PAGE" in (field.get(xml.INSTRUCTION) or field.text or ""):
                return
    yield Found("pages", "No page number stands on the pages (Insert, Page Number).")


_CHECKS: tuple[Callable[[Opened], Iterator[Found]], ...] = (
    _properties,
    _privacy,
    _headings,
    _tables,
    _lists,
    _links,
    _pictures,
    _pages,
    _blank_paragraphs,
    _layout_by_blanks,
)
