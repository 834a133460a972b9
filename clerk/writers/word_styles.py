"""The named styles that a template must have, found once by name and then known by their ids."""

import difflib
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from lxml.etree import _Element

from clerk.errors import StyleError
from clerk.writers.word_xml import (
    BASED_ON,
    BOLD,
    CAPS,
    FRAME,
    ITALIC,
    NAME,
    R_PR,
    STYLE,
    STYLE_ID,
    TBL_IND,
    TYPE,
    VAL,
    WIDTH,
    written,
)

Kind = Literal["paragraph", "character", "table"]

PARAGRAPHS = (
    "Authority",
    "Title",
    "Opening",
    "Attendance",
    "Attendance Label",
    "Attendance Entry",
    "Part Heading",
    "Section Heading",
    "Minute Heading 1",
    "Minute Heading 2",
    "Sub-heading 2",
    "Sub-heading 3",
    "Reference",
    "Note",
    "Paragraph",
    "Numbered Paragraph",
    "List Bullet",
    "List Bullet 2",
    "Limb",
    "Limb 2",
    "Resolution",
    "Numbered Resolution",
    "Outcome",
    "Meeting Date",
    "Table Heading",
    "Table Text",
    "Table Gap",
    "Quote",
    "Summary",
    "Closing Words",
    "Signature Line",
    "Header",
    "Footer",
    "Draft Mark",
    "Initials",
)
CHARACTERS = (
    "Label",
    "Lead",
    "Resolution Lead",
    "Resolution Words",
    "Reference Beside",
    "Capitals",
)
TABLES = ("Minutes Table",)
_KINDS: tuple[Kind, ...] = ("paragraph", "character", "table")
INSTEAD = {"Margin Number": "Reference", "Margin Note": "Note", "Second Title": "Reference"}
"""Styles that a template may lack: what is used in their place."""
_TOGGLES = frozenset({BOLD, ITALIC, CAPS})
_OFF = frozenset({"0", "false", "off"})


class StyleSheet:
    """The styles of one template: name → id."""

    def __init__(self, styles: _Element, template: Path) -> None:
        """Raises StyleError where a style that minutes need is not in the template."""
        self._styles = _by_name(styles)
        missing = _missing(self._styles)
        if missing:
            raise StyleError(
                f"Nothing was exported: the template {template.parent.name}/{template.name} has no "
                f"{', no '.join(missing)}. Add it in Word, or choose another house style."
            )
        self._by_id = {style.get(STYLE_ID, ""): style for style in self._styles.values()}
        self._cancelled: dict[tuple[str, str], bool] = {}
        self._ids = {key: style.get(STYLE_ID, "") for key, style in self._styles.items()}
        self._paragraphs = {
            name: self._ids["paragraph", self.named(name).casefold()]
            for name in (*PARAGRAPHS, *INSTEAD)
        }

    def paragraph(self, name: str) -> str:
        """The id of the paragraph style `name`, or of that which is used in its place."""
        return self._paragraphs[name]

    def named(self, name: str) -> str:
        """`name`, or the style that is used in its place where the template lacks it."""
        if name in INSTEAD and ("paragraph", name.casefold()) not in self._ids:
            return INSTEAD[name]
        return name

    def element(self, name: str) -> _Element:
        """The paragraph style `name`, or that which is used in its place."""
        return self._styles["paragraph", self.named(name).casefold()]

    def indent_table(self, name: str, further: int) -> None:
        """Move the table style `name` in, in twentieths of a point."""
        indent = next(self._styles["table", name.casefold()].iter(TBL_IND), None)
        if indent is not None:
            indent.set(WIDTH, str(int(indent.get(WIDTH, "0")) + further))

    def frame(self, name: str) -> str:
        """The frame in which the paragraph style `name` stands, as XML; empty where in none."""
        found = next(self._styles["paragraph", name.casefold()].iter(FRAME), None)
        return "" if found is None else written(found)

    def character(self, name: str) -> str:
        """The id of the character style `name`."""
        return self._ids["character", name.casefold()]

    def table(self, name: str) -> tuple[str, int]:
        """The id of the table style `name`, and its indent from the margin in twentieths of a
        point."""
        key = ("table", name.casefold())
        indent = next(self._styles[key].iter(TBL_IND), None)
        return self._ids[key], int(indent.get(WIDTH, "0")) if indent is not None else 0

    def capitals(self, paragraph: str) -> bool:
        """Whether the paragraph style `paragraph` sets capitals by itself."""
        return CAPS in self._turned_on("paragraph", paragraph)

    def cancels(self, paragraph: str, character: str) -> bool:
        """Whether the character style would undo what the paragraph style has.

        Bold in a bold paragraph is not bold: Word toggles these when a character style repeats
        them (ECMA-376 part 1, 17.7.3).
        """
        key = (paragraph, character)
        if key not in self._cancelled:
            shared = self._turned_on("paragraph", paragraph) & self._turned_on(
                "character", character
            )
            self._cancelled[key] = bool(shared)
        return self._cancelled[key]

    def _turned_on(self, kind: str, name: str) -> set[str]:
        """The toggles that a style has on, its own or of the style that it is based on."""
        known: dict[str, bool] = {}
        style: _Element | None = self._styles[kind, name.casefold()]
        seen: set[str] = set()
        while style is not None and (identity := style.get(STYLE_ID, "")) not in seen:
            seen.add(identity)
            properties = style.find(R_PR)
            for toggle in () if properties is None else properties:
                if toggle.tag in _TOGGLES:
                    known.setdefault(str(toggle.tag), toggle.get(VAL, "1") not in _OFF)
            based = style.find(BASED_ON)
            style = None if based is None else self._by_id.get(based.get(VAL, ""))
        return {tag for tag, on in known.items() if on}


def missing_from(styles: _Element) -> tuple[str, ...]:
    """Every style that minutes need and these are without, with the nearest that there is."""
    return _missing(_by_name(styles))


def _missing(there: Mapping[tuple[str, str], _Element]) -> tuple[str, ...]:
    missing = []
    for kind, names in (("paragraph", PARAGRAPHS), ("character", CHARACTERS), ("table", TABLES)):
        for name in names:
            if (kind, name.casefold()) not in there:
                known = [_name(style) for (of, _), style in there.items() if of == kind]
                near = difflib.get_close_matches(name, known, 1)
                hint = f" (the nearest that it has is “{near[0]}”)" if near else ""
                other = next((of for of in _KINDS if (of, name.casefold()) in there), "")
                hint = f" (it has a {other} style of that name)" if other else hint
                missing.append(f"{kind} style “{name}”{hint}")
    return tuple(missing)


def _by_name(styles: _Element) -> dict[tuple[str, str], _Element]:
    return {(_kind(style), _name(style).casefold()): style for style in styles.iterfind(STYLE)}


def _kind(style: _Element) -> str:
    return style.get(TYPE, "paragraph")


def _name(style: _Element) -> str:
    """The name; Word adds aliases after a comma."""
    element = style.find(NAME)
    return "" if element is None else element.get(VAL, "").split(",")[0].strip()
