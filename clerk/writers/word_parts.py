"""A Word file opened to be looked at: its parts, its styles with what they inherit."""

import zipfile
from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from clerk.errors import InputError
from clerk.writers import word_xml as xml

_MOST = 200 * 1024 * 1024
"""Bytes that the parts of one document may unpack to."""
_W = xml.P[:-1]
_SHOWN = 40
"""Characters of a paragraph by which a finding names it."""


class Found(NamedTuple):
    """One thing to mend: a code to name it by, and a sentence that says how."""

    code: str
    says: str


class Opened:
    """The parts of one .docx file."""

    def __init__(self, content: bytes, name: str) -> None:
        """Raises InputError where `content` is no Word file."""
        self.name = name
        try:
            with zipfile.ZipFile(BytesIO(content)) as archive:
                if sum(entry.file_size for entry in archive.infolist()) > _MOST:
                    raise InputError(f"“{name}” unpacks to more than a document would.")
                self.parts = {entry: archive.read(entry) for entry in archive.namelist()}
            self.body = _first_of(self.xml("word/document.xml"), "body")
            self.styles = StyleBook(self.xml("word/styles.xml"))
        except InputError:
            raise
        except Exception as error:  # a damaged zip file or part makes its readers raise anything
            raise self._unreadable() from error

    def _unreadable(self) -> InputError:
        return InputError(
            f"“{self.name}” cannot be opened as a Word file (.docx). Save it again from Word."
        )

    def xml(self, part: str) -> _Element:
        """The root element of a part; raises KeyError where there is none, InputError if torn."""
        safe = etree.XMLParser(resolve_entities=False, no_network=True)
        try:
            return etree.fromstring(self.parts[part], safe)
        except etree.XMLSyntaxError as error:
            raise self._unreadable() from error

    @cached_property
    def frames(self) -> tuple[_Element, ...]:
        """The headers and footers."""
        return tuple(
            self.xml(part)
            for part in sorted(self.parts)
            if part.startswith(("word/header", "word/footer")) and part.endswith(".xml")
        )

    @cached_property
    def paragraphs(self) -> tuple[_Element, ...]:
        """Every paragraph of the body, those in tables too."""
        return tuple(self.body.iter(xml.P))


class StyleBook:
    """The styles of a document, each property looked up through what it is based on."""

    def __init__(self, root: _Element) -> None:
        self._root = root
        self._by_id = {style.get(xml.STYLE_ID, ""): style for style in root.iterfind(xml.STYLE)}
        self._default = next(
            (
                style.get(xml.STYLE_ID, "")
                for style in root.iterfind(xml.STYLE)
                if style.get(xml.TYPE) == "paragraph" and style.get(f"{_W}default") == "1"
            ),
            "",
        )

    def name(self, style_id: str) -> str:
        """The style's name; its id where it is not defined."""
        return next((name for name in self._names(style_id)), style_id)

    def defined(self, style_id: str) -> bool:
        """Whether there is such a style."""
        return style_id in self._by_id

    def of(self, paragraph: _Element) -> str:
        """The id of a paragraph's style."""
        found = paragraph.find(f"{xml.P_PR}/{xml.P_STYLE}")
        return self._default if found is None else found.get(xml.VAL, "")

    def level(self, style_id: str) -> int | None:
        """The heading level, from 1: that of its outline, or of Word's own heading."""
        outline = self.value(style_id, f"{xml.P_PR}/{_W}outlineLvl")
        if outline is not None and outline.isdigit() and int(outline) < 9:
            return int(outline) + 1
        for name in self._names(style_id):
            word, _, number = name.casefold().partition(" ")
            if word == "heading" and number.isdigit():
                return int(number)
        return None

    def value(self, style_id: str, path: str, attribute: str = xml.VAL) -> str | None:
        """What the style, or what it is based on, says at `path`; "1" for a bare switch."""
        for style in self._chain(style_id):
            found = style.find(path)
            if found is not None:
                return found.get(attribute, "1")
        place = "rPrDefault" if path.startswith(xml.R_PR) else "pPrDefault"
        found = self._root.find(f"{xml.DOC_DEFAULTS}/{_W}{place}/{path}")
        return None if found is None else found.get(attribute, "1")

    def attribute(self, style_id: str, path: str, attribute: str) -> str | None:
        """An attribute at `path`, of the style or the nearest that it is based on that has it."""
        for style in self._chain(style_id):
            element = style.find(path)
            if element is not None and attribute in element.attrib:
                return element.get(attribute)
        return None

    def on(self, style_id: str, path: str) -> bool:
        """Whether a switch is on."""
        return self.value(style_id, path) not in (None, "0", "false", "off", "none")

    @property
    def language(self) -> str:
        """The language of the whole document; empty where none is named."""
        found = self._root.find(f"{xml.DOC_DEFAULTS}/{xml.RUN_DEFAULT}/{xml.R_PR}/{xml.LANG}")
        return "" if found is None else found.get(xml.VAL, "")

    def _chain(self, style_id: str) -> Iterator[_Element]:
        seen: set[str] = set()
        style = self._by_id.get(style_id)
        while style is not None and (identity := style.get(xml.STYLE_ID, "")) not in seen:
            seen.add(identity)
            yield style
            based = style.find(xml.BASED_ON)
            style = None if based is None else self._by_id.get(based.get(xml.VAL, ""))

    def _names(self, style_id: str) -> Iterator[str]:
        for style in self._chain(style_id):
            name = style.find(xml.NAME)
            if name is not None:
                yield name.get(xml.VAL, "")


def text_of(element: _Element) -> str:
    """The words of a paragraph, tabs as tabs."""
    return "".join(
        (each.text or "") if each.tag == xml.T else "\t"
        for each in element.iter(xml.T, xml.TAB)
        if each.tag == xml.T or each.getparent().tag == xml.R  # type: ignore[union-attr]
    )


def named(paragraph: _Element) -> str:
    """A paragraph as a finding names it."""
    words = " ".join(text_of(paragraph).split())
    return f"“{words[:_SHOWN]}…”" if len(words) > _SHOWN else f"“{words}”"


def _first_of(root: _Element, name: str) -> _Element:
    found = root.find(f"{_W}{name}")
    if found is None:
        raise KeyError(name)
    return found
