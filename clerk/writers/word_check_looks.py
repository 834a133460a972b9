"""Checks of looks in a .docx file: contrast, size, formatting by hand, what holds together."""

from collections.abc import Callable, Iterator

from lxml.etree import _Element

from clerk.writers import word_xml as xml
from clerk.writers.word_parts import Found, Opened, named, text_of

_W = xml.P[:-1]
_SMALLEST = 9.0
"""Points below which print is hard to read."""
_ENOUGH, _ENOUGH_LARGE = 4.5, 3.0
"""Contrast that WCAG 2.2 (1.4.3) asks for: of ordinary and of large letters."""
_OF_STYLES = frozenset({xml.P_STYLE, xml.KEEP_NEXT, xml.SECTION, xml.R_PR})
_OF_RUNS = frozenset({xml.R_STYLE, xml.LANG, xml.CAPS, f"{_W}noProof", f"{_W}rtl"})
"""What a paragraph and a run may say besides their style."""


def _contrast(document: Opened) -> Iterator[Found]:
    faint: dict[tuple[float, float], list[str]] = {}
    for style in _used(document):
        colour = document.styles.value(style, f"{xml.R_PR}/{_W}color")
        ground = document.styles.value(style, f"{xml.P_PR}/{_W}shd", f"{_W}fill")
        if colour in (None, "auto") or len(colour or "") != 6:
            continue
        ratio = contrast(str(colour), ground if ground and len(ground) == 6 else "FFFFFF")
        bold = document.styles.on(style, f"{xml.R_PR}/{xml.BOLD}")
        size = _size(document, style)
        large = size >= 18 or (bold and size >= 14)
        enough = _ENOUGH_LARGE if large else _ENOUGH
        if ratio < enough:
            faint.setdefault((ratio, enough), []).append(f"“{document.styles.name(style)}”")
    for (ratio, enough), names in faint.items():
        more = f" and {len(names) - 3} more" if len(names) > 3 else ""
        many = f"styles {', '.join(names[:3])}{more} have" if names[1:] else f"style {names[0]} has"
        yield Found("contrast", f"The {many} a contrast of {ratio:.1f} to 1; {enough} is needed.")


def _sizes(document: Opened) -> Iterator[Found]:
    for style in _used(document):
        size = _size(document, style)
        if size < _SMALLEST:
            yield Found(
                "small", f"The style “{document.styles.name(style)}” is {size:g} points small."
            )


def _undefined(document: Opened) -> Iterator[Found]:
    for style in _used(document):
        if style and not document.styles.defined(style):
            yield Found("styles", f"The style with the id “{style}” is used and not there.")


def _by_hand(document: Opened) -> Iterator[Found]:
    count, first = 0, ""
    for paragraph in document.paragraphs:
        if _is_by_hand(paragraph, document):
            count += 1
            first = first or named(paragraph)
    if count:
        where = first if count == 1 else f"{first} and {count - 1} more"
        yield Found("by-hand", f"Formatting by hand where a style would serve: {where}.")


def _is_by_hand(paragraph: _Element, document: Opened) -> bool:
    own = paragraph.find(xml.P_PR)
    said = {str(child.tag) for child in own} - _OF_STYLES if own is not None else set()
    style = document.styles.of(paragraph)
    if said == {xml.FRAME} and document.styles.value(style, f"{xml.P_PR}/{xml.FRAME}", xml.WIDTH):
        said.clear()  # the style's own frame, said again for LibreOffice
    if said:
        return True
    return any(
        child.tag not in _OF_RUNS
        for run in paragraph.iter(xml.R)
        for properties in run.iterfind(xml.R_PR)
        for child in properties
    )


def _holds_together(document: Opened) -> Iterator[Found]:
    for style in _used(document):
        name = document.styles.name(style)
        heading = document.styles.level(style) is not None
        if heading and not document.styles.on(style, f"{xml.P_PR}/{xml.KEEP_NEXT}"):
            yield Found("keep", f"The heading style “{name}” may stand alone at a page's end.")
        if document.styles.value(style, f"{xml.P_PR}/{_W}widowControl") in ("0", "false"):
            yield Found("keep", f"The style “{name}” lets single lines stand alone on a page.")


def _used(document: Opened) -> list[str]:
    """The ids of the styles in which words stand, in the body and on each page."""
    used: dict[str, None] = {}
    for root in (document.body, *document.frames):
        for paragraph in root.iter(xml.P):
            if text_of(paragraph).strip():
                used[document.styles.of(paragraph)] = None
        for run in root.iter(xml.R_STYLE):
            used[run.get(xml.VAL, "")] = None
    return list(used)


def _size(document: Opened, style: str) -> float:
    """In points; Word's own where nothing says."""
    found = document.styles.value(style, f"{xml.R_PR}/{_W}sz")
    return float(found) / 2 if found and found.isdigit() else 10.0


def contrast(one: str, other: str) -> float:
    """The contrast of two colours ("RRGGBB"), from 1 to 21, as WCAG 2.2 reckons it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    try:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    except ValueError:
        return 0.0
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


LOOKS_CHECKS: tuple[Callable[[Opened], Iterator[Found]], ...] = (
    _contrast,
    _sizes,
    _undefined,
    _by_hand,
    _holds_together,
)
