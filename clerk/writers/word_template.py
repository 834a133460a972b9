"""An officer's Word template: opened, and looked through for what minutes cannot be set in.

python-docx and lxml cost about 100 ms to load: paid by an export or a check, not by a start.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml.etree import _Element

from clerk.errors import StyleError
from clerk.writers import word_xml as xml
from clerk.writers.word_frame import text_width
from clerk.writers.word_parts import StyleBook
from clerk.writers.word_styles import CHARACTERS, PARAGRAPHS, StyleSheet, missing_from

_W = xml.P[:-1]
_NUMBERED = (
    "Minute Heading 1",
    "Minute Heading 2",
    "Numbered Paragraph",
    "Numbered Resolution",
    "Limb",
    "Limb 2",
)
"""Styles of what has a number or a mark, typed, and a tab behind it."""
_LEVELS = {
    "Part Heading": 1,
    "Section Heading": 1,
    "Minute Heading 1": 1,
    "Minute Heading 2": 2,
    "Sub-heading 2": 2,
    "Sub-heading 3": 3,
}
"""The level of each heading, by which readers find their way."""
_BULLETS = ("List Bullet", "List Bullet 2")
_CENTIMETRE = 567
_NARROWEST = 6 * _CENTIMETRE
_OLD_WORD = b"\xd0\xcf\x11\xe0"


def open_template(template: Path) -> WordDocument:
    """The document of a `style.docx`; raises StyleError where it is missing or no Word file."""
    name = f"{template.parent.name}/{template.name}"
    if not template.is_file():
        near = [p.name for p in template.parent.glob("*.docx") if p.is_file() and p.name[0] != "~"]
        there = f"There is a “{min(near)}”: give it that name" if near else "Put the Word file back"
        raise StyleError(
            f"Nothing was exported: there is no template {name}. {there}, or choose another house "
            "style."
        )
    try:
        document = Document(str(template))
        # Parts whose first tag is damaged are opened too, and fail at the first use.
        _ = document.settings.odd_and_even_pages_header_footer, document.styles.element.style_lst
        _ = document.core_properties.title
        if document.element.body is None:
            raise ValueError("no body")
        return document
    except Exception as error:  # a damaged zip file or part makes its readers raise anything
        raise StyleError(
            f"Nothing was exported: the template {name} cannot be opened as a Word file (.docx)"
            f"{_why(template)}. Save it again from Word as Word Document (.docx), or choose "
            "another house style."
        ) from error


def check_template(template: Path) -> None:
    """Raise StyleError where `template` cannot be opened or lacks a style that minutes need."""
    StyleSheet(open_template(template).styles.element, template)


def template_problems(template: Path) -> tuple[str, ...]:
    """What is wrong with a template, a sentence each. Raises StyleError where it cannot be opened.

    What an export cannot do without comes first; where that is there, what would not look right.
    """
    document = open_template(template)
    missing = missing_from(document.styles.element)
    if missing:
        return tuple(f"{template.name} has no {each}. Add it in Word." for each in missing)
    look = _Look(document)
    return tuple(f"{template.name}: {said}" for check in _CHECKS for said in check(look))


class _Look:
    """The styles of a template by their names, and what they refer to."""

    def __init__(self, document: WordDocument) -> None:
        styles: _Element = document.styles.element
        self.book = StyleBook(styles)
        self.ids = {
            (style.get(xml.TYPE, ""), self.book.name(style_id).split(",")[0].strip().casefold()): (
                style_id
            )
            for style in styles.iterfind(xml.STYLE)
            if (style_id := style.get(xml.STYLE_ID, ""))
        }
        self.width = text_width(document.sections[-1])
        self.lists = _lists_of(document)

    def paragraph(self, name: str) -> str:
        return self.ids["paragraph", name.casefold()]


def _lists_of(document: WordDocument) -> frozenset[str]:
    """The ids of the lists that there are."""
    part = next(
        (
            relation.target_part
            for relation in document.part.rels.values()
            if relation.reltype == RELATIONSHIP_TYPE.NUMBERING
        ),
        None,
    )
    element = getattr(part, "element", None)
    found = [] if element is None else element.iter(f"{_W}num")
    return frozenset(number.get(f"{_W}numId", "") for number in found)


def _numbering(look: _Look) -> Iterator[str]:
    for name in _NUMBERED:
        if look.book.value(look.paragraph(name), f"{xml.P_PR}/{_W}numPr/{_W}numId") not in (
            None,
            "0",
        ):
            yield (
                f"the style “{name}” numbers by itself, and Clerk types the numbers: each would "
                "stand twice. Take the numbering off (Modify, Format, Numbering, None)."
            )
    for name in _BULLETS:
        found = look.book.value(look.paragraph(name), f"{xml.P_PR}/{_W}numPr/{_W}numId")
        if found not in look.lists:
            yield (
                f"the style “{name}” has no bullets: nothing would stand before its words. Choose "
                "some (Modify, Format, Numbering, Bullets)."
            )


def _levels(look: _Look) -> Iterator[str]:
    for name, level in _LEVELS.items():
        if look.book.level(look.paragraph(name)) != level:
            yield (
                f"the style “{name}” is no heading of level {level}: base it on “heading {level}” "
                "(Modify, Style based on)."
            )


def _hanging(look: _Look) -> Iterator[str]:
    for name in _NUMBERED:
        style = look.paragraph(name)
        hanging = look.book.attribute(style, f"{xml.P_PR}/{_W}ind", f"{_W}hanging") or "0"
        if not hanging.isdigit() or int(hanging) < _CENTIMETRE // 4:
            yield (
                f"the style “{name}” has no hanging indent: its second line would not stand under "
                "its first (Modify, Format, Paragraph, Special: Hanging)."
            )


def _hidden(look: _Look) -> Iterator[str]:
    for kind, names in (("paragraph", PARAGRAPHS), ("character", CHARACTERS)):
        for name in names:
            if look.book.on(look.ids[kind, name.casefold()], f"{xml.R_PR}/{_W}vanish"):
                yield (
                    f"the style “{name}” is hidden: what is set in it would not be seen (Modify, "
                    "Format, Font, Hidden)."
                )


def _overlapping(look: _Look) -> Iterator[str]:
    for name in PARAGRAPHS:
        style = look.paragraph(name)
        spacing = f"{xml.P_PR}/{_W}spacing"
        if look.book.attribute(style, spacing, f"{_W}lineRule") != "exact":
            continue
        line = look.book.attribute(style, spacing, f"{_W}line") or ""
        size = look.book.value(style, f"{xml.R_PR}/{_W}sz") or "20"
        if line.isdigit() and size.isdigit() and int(line) / 20 < int(size) / 2:
            yield (
                f"the lines of the style “{name}” are closer than its letters are high: they would "
                "be cut off (Modify, Format, Paragraph, Line spacing)."
            )


def _width(look: _Look) -> Iterator[str]:
    if look.width < _NARROWEST:
        yield (
            f"its margins leave {max(look.width, 0) / _CENTIMETRE:.1f} cm for the text (Layout, "
            "Margins)."
        )


_CHECKS: tuple[Callable[[_Look], Iterator[str]], ...] = (
    _levels,
    _numbering,
    _hanging,
    _hidden,
    _overlapping,
    _width,
)


def _why(template: Path) -> str:
    """What the file is instead, as far as its first bytes tell; nothing where they do not."""
    try:
        content = template.read_bytes()[: len(_OLD_WORD)]
    except PermissionError:
        return ": another program holds it. Close it in Word"
    except OSError:
        return ""
    if not content:
        return ": it is empty"
    if content == _OLD_WORD:
        return ": it is an old Word file (.doc), or has a password"
    try:
        with ZipFile(template) as archive:
            names = archive.namelist()
            types = archive.read("[Content_Types].xml") if "[Content_Types].xml" in names else b""
    except Exception:  # as above
        return ""
    if "mimetype" in names:
        return ": it is an OpenDocument file"
    return ": it is a Word template (.dotx)" if b"template.main" in types else ""
