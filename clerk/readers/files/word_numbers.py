"""The numbers and bullets that Word prints by itself and does not keep in the text."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_STYLES = 50
"""Styles that stand one on the other, at most: a damaged file's may stand on themselves."""
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class WordNumbers:
    """Counts the automatic lists of one document; ask for each paragraph once, in order."""

    def __init__(self, document: "Document") -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._styled: dict[str, BaseOxmlElement | None] = {}
        """The list of each style asked for: python-docx looks through all styles each time."""
        part = next(
            (r.target_part for r in document.part.rels.values() if r.reltype.endswith("numbering")),
            None,
        )
        if part is not None:
            self._learn(part.element)

    def mark(self, paragraph: "Paragraph") -> str:
        """What Word prints before the paragraph: "(2)", "3.", "-" for a bullet; "" for nothing."""
        place = self._place(paragraph)
        if place is None:
            return ""
        abstract, level = place
        known = self._levels.get(abstract, {})
        if level not in known:
            return ""
        form, pattern, start = known[level]
        if form == "bullet":
            return "  " * level + "-"
        counts = self._counts.setdefault(abstract, {})
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        return self._written(pattern, known, counts)

    def _learn(self, numbering: "BaseOxmlElement") -> None:
        for abstract in numbering.iter(f"{_W}abstractNum"):
            levels: dict[int, tuple[str, str, int]] = {}
            for level in abstract.iter(f"{_W}lvl"):
                form = _value(level.find(f"{_W}numFmt"), "decimal")
                pattern = _value(level.find(f"{_W}lvlText"), "")
                start = _value(level.find(f"{_W}start"), "1")
                levels[_whole(level.get(f"{_W}ilvl"))] = (form, pattern, _whole(start, 1))
            self._levels[str(abstract.get(f"{_W}abstractNumId"))] = levels
        for number in numbering.iter(f"{_W}num"):
            target = _value(number.find(f"{_W}abstractNumId"), "")
            self._abstract[str(number.get(f"{_W}numId"))] = target

    def _place(self, paragraph: "Paragraph") -> tuple[str, int] | None:
        """The list and level of a paragraph, from itself or from its style."""
        properties = paragraph._p.pPr
        own = properties.find(f"{_W}numPr") if properties is not None else None
        found = own if own is not None else self._of_style(paragraph)
        if found is None:
            return None
        number = _value(found.find(f"{_W}numId"), "")
        level = _whole(_value(found.find(f"{_W}ilvl"), "0"))
        return (self._abstract[number], level) if number in self._abstract else None

    def _of_style(self, paragraph: "Paragraph") -> "BaseOxmlElement | None":
        """The list that the paragraph's style, or one that it stands on, says."""
        properties = paragraph._p.pPr
        named = _value(properties.find(f"{_W}pStyle"), "") if properties is not None else ""
        if named not in self._styled:
            found, style, steps = None, paragraph.style, 0
            while found is None and style is not None and steps < _MOST_STYLES:
                steps += 1
                styled = style.element.find(f"{_W}pPr")
                found = styled.find(f"{_W}numPr") if styled is not None else None
                style = getattr(style, "base_style", None)
            self._styled[named] = found
        return self._styled[named]

    @staticmethod
    def _written(
        pattern: str, known: dict[int, tuple[str, str, int]], counts: dict[int, int]
    ) -> str:
        for level, (form, _, start) in known.items():
            shown = counts.get(level, start)
            pattern = pattern.replace(f"%{level + 1}", _figure(form, shown))
        return pattern.strip()


def _figure(form: str, number: int) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(number)
        return roman if form == "lowerRoman" else roman.upper()
    return "" if form == "none" else str(number)


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        while number >= value:
            written, number = written + sign, number - value
    return written


def _value(element: "BaseOxmlElement | None", default: str) -> str:
    return default if element is None else str(element.get(f"{_W}val", default))


def _whole(text: str | None, default: int = 0) -> int:
    return int(text) if text and text.isdigit() and len(text) < 6 else default
