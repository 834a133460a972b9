"""The few WordprocessingML elements that minutes are made of.

Elements are made by lxml itself: python-docx's own calls look through all styles and the whole
body for each paragraph, which grows with the square of the document.
"""

import re

from lxml.etree import SubElement, _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

P, P_PR, P_STYLE = f"{_W}p", f"{_W}pPr", f"{_W}pStyle"
R, R_PR, R_STYLE = f"{_W}r", f"{_W}rPr", f"{_W}rStyle"
T, TAB, BR, CAPS, LANG = f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}caps", f"{_W}lang"
TBL, TBL_PR, TBL_STYLE, TBL_W = f"{_W}tbl", f"{_W}tblPr", f"{_W}tblStyle", f"{_W}tblW"
TBL_IND, TBL_LOOK, TBL_GRID = f"{_W}tblInd", f"{_W}tblLook", f"{_W}tblGrid"
GRID_COL, TR, TR_PR = f"{_W}gridCol", f"{_W}tr", f"{_W}trPr"
CANT_SPLIT, TBL_HEADER = f"{_W}cantSplit", f"{_W}tblHeader"
ROW_HEIGHT, HEIGHT_RULE = f"{_W}trHeight", f"{_W}hRule"
TC, TC_PR, TC_W = f"{_W}tc", f"{_W}tcPr", f"{_W}tcW"
GRID_SPAN = f"{_W}gridSpan"
FIELD, INSTRUCTION = f"{_W}fldSimple", f"{_W}instr"
KEEP_NEXT = f"{_W}keepNext"
SECTION, SECTION_TYPE, COLS = f"{_W}sectPr", f"{_W}type", f"{_W}cols"
COUNT, GAP, TITLE_PAGE = f"{_W}num", f"{_W}space", f"{_W}titlePg"
PAGE_NUMBERS, START = f"{_W}pgNumType", f"{_W}start"
STYLE, STYLE_ID, NAME, TYPE = f"{_W}style", f"{_W}styleId", f"{_W}name", f"{_W}type"
DOC_DEFAULTS, RUN_DEFAULT = f"{_W}docDefaults", f"{_W}rPrDefault"
BASED_ON, BOLD, ITALIC = f"{_W}basedOn", f"{_W}b", f"{_W}i"
VAL, WIDTH = f"{_W}val", f"{_W}w"
FIRST_ROW, NO_COLUMN_BANDS = f"{_W}firstRow", f"{_W}noVBand"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_UNUSUAL = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")
_ILLEGAL = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("\r\n|[\r\n\x0b\x0c]")


def legal(text: str) -> str:
    """`text` as XML can hold it: what it cannot is U+FFFD, every kind of line break "\\n", a tab a
    space (a tab would move with the style; the only one is that behind a number)."""
    if not _UNUSUAL.search(text):
        return text
    text = _BREAKS.sub("\n", text).replace("\t", " ")
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)


def add_paragraph(parent: _Element, style: str, *, keep_next: bool = False) -> _Element:
    """A new paragraph at the end of `parent`, in the style with the id `style`."""
    paragraph = SubElement(parent, P)
    properties = SubElement(paragraph, P_PR)
    SubElement(properties, P_STYLE).set(VAL, style)
    if keep_next:
        SubElement(properties, KEEP_NEXT)
    return paragraph


def add_run(
    paragraph: _Element,
    text: str,
    style: str | None = None,
    *,
    capitals: bool = False,
    language: str = "",
) -> None:
    """The words `text` at the end of `paragraph`, in a character style or none; none if empty.

    `capitals` sets them in capitals beside the style, where one style cannot say both; `language`
    is named where it is another than the document's.
    """
    if not text:
        return
    run = SubElement(paragraph, R)
    if style or capitals or language:
        properties = SubElement(run, R_PR)
        if style:
            SubElement(properties, R_STYLE).set(VAL, style)
        if capitals:
            SubElement(properties, CAPS)
        if language:
            SubElement(properties, LANG).set(VAL, language)
    _add_text(run, text)


def add_number(paragraph: _Element, number: str) -> None:
    """A number as literal text and the one tab behind it: Word must never count it anew."""
    run = SubElement(paragraph, R)
    _add_text(run, number)
    SubElement(run, TAB)


def add_field(paragraph: _Element, instruction: str, shown: str) -> None:
    """A field that Word works out, such as PAGE; `shown` stands there until it does."""
    field = SubElement(paragraph, FIELD)
    field.set(INSTRUCTION, f" {instruction} ")
    add_run(field, shown)


def _add_text(run: _Element, text: str) -> None:
    for at, words in enumerate(legal(text).split("\n")):
        if at:
            SubElement(run, BR)
        if words:
            element = SubElement(run, T)
            element.text = words
            if words[0] == " " or words[-1] == " " or "  " in words:
                element.set(_SPACE, "preserve")
