"""The few WordprocessingML elements that minutes are made of.

They are written as text: a call to lxml for each element costs several times as much, a tree of a
whole minute book more than its share of memory and time, and python-docx's own calls look through
all styles and the whole body for each paragraph.
"""

import re
from functools import cache
from xml.sax.saxutils import escape, quoteattr

from lxml import etree
from lxml.etree import _Element

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{_NAMESPACE}}}"

P, P_PR, P_STYLE = f"{_W}p", f"{_W}pPr", f"{_W}pStyle"
R, R_PR, R_STYLE = f"{_W}r", f"{_W}rPr", f"{_W}rStyle"
T, TAB, CAPS, LANG = f"{_W}t", f"{_W}tab", f"{_W}caps", f"{_W}lang"
TBL, TBL_IND, TBL_HEADER = f"{_W}tbl", f"{_W}tblInd", f"{_W}tblHeader"
TR, TR_PR, TC = f"{_W}tr", f"{_W}trPr", f"{_W}tc"
FIELD, INSTRUCTION = f"{_W}fldSimple", f"{_W}instr"
KEEP_NEXT, FRAME = f"{_W}keepNext", f"{_W}framePr"
SECTION, SECTION_TYPE, COLS = f"{_W}sectPr", f"{_W}type", f"{_W}cols"
COUNT, GAP = f"{_W}num", f"{_W}space"
PAGE_NUMBERS, START = f"{_W}pgNumType", f"{_W}start"
STYLE, STYLE_ID, NAME, TYPE = f"{_W}style", f"{_W}styleId", f"{_W}name", f"{_W}type"
DOC_DEFAULTS, RUN_DEFAULT = f"{_W}docDefaults", f"{_W}rPrDefault"
BASED_ON, BOLD, ITALIC = f"{_W}basedOn", f"{_W}b", f"{_W}i"
VAL, WIDTH = f"{_W}val", f"{_W}w"

_UNUSUAL = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")
_ILLEGAL = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("\r\n|[\r\n\x0b\x0c]")
_DECLARED = re.compile(r' xmlns:\w+="[^"]*"')
"""A namespace that the document's root declares already."""


_SECTION = (
    *("headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar"),
    *("paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote"),
    *("titlePg", "textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings"),
    "sectPrChange",
)
"""The order of a section's properties (ECMA-376 part 1, 17.6)."""


def legal(text: str) -> str:
    """`text` as XML can hold it: what it cannot is U+FFFD, every kind of line break "\\n", a tab a
    space (a tab would move with the style; the only one is that behind a number)."""
    if not _UNUSUAL.search(text):
        return text
    text = _BREAKS.sub("\n", text).replace("\t", " ")
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)


def unbroken(text: str) -> str:
    """`text` on one line: with spaces at which no line breaks, but for one it begins with."""
    lead = text[: len(text) - len(text.lstrip(" "))]
    return lead + text[len(lead) :].replace(" ", "\N{NO-BREAK SPACE}")


def append(parent: _Element, written: str) -> None:
    """Put the elements that are `written` at the end of `parent`."""
    parent.extend(list(etree.fromstring(f'<w:body xmlns:w="{_NAMESPACE}">{written}</w:body>')))


def paragraph(style: str, content: str = "", *, keep_next: bool = False, frame: str = "") -> str:
    """A paragraph in the style with the id `style`; `content` is its runs.

    `frame` is that of the style, once more: LibreOffice (7.4) heeds it only in the paragraph.
    """
    return f"{_opening(style, keep_next, frame)}{content}</w:p>"


def is_paragraph(written: str) -> bool:
    """Whether an element of a body is a paragraph, and no table."""
    return written.startswith("<w:p>")


def ending_section(paragraph: str, section: _Element) -> str:
    """`paragraph` as the last of a section that is as `section` says."""
    return paragraph.replace("</w:pPr>", f"{written(section)}</w:pPr>", 1)


def put_in_section(section: _Element, child: _Element) -> None:
    """Put `child` into a section's properties, where the schema wants it."""
    place = _SECTION.index(_local(child))
    for other in section:
        if _local(other) in _SECTION[place + 1 :]:
            other.addprevious(child)
            return
    section.append(child)


def _local(element: _Element) -> str:
    return str(element.tag).rsplit("}", 1)[-1]


def written(element: _Element) -> str:
    """An element as text, without the namespaces that the document's root declares already."""
    return _DECLARED.sub("", etree.tostring(element, encoding="unicode", with_tail=False))


def run(text: str, style: str | None = None, *, capitals: bool = False, language: str = "") -> str:
    """The words `text` in a character style or none; nothing if empty.

    `capitals` sets them in capitals beside the style, where one style cannot say both; `language`
    is named where it is another than the document's.
    """
    if not text:
        return ""
    said = _properties(style, capitals, language) if style or capitals or language else ""
    return f"<w:r>{said}{_words(text)}</w:r>"


def number(text: str) -> str:
    """A number as literal text and the one tab behind it: Word must never count it anew."""
    return f"<w:r>{_words(text)}<w:tab/></w:r>"


def field(instruction: str, shown: str) -> str:
    """A field that Word works out, such as PAGE; `shown` stands there until it does."""
    return f"<w:fldSimple w:instr={quoteattr(f' {instruction} ')}>{run(shown)}</w:fldSimple>"


@cache
def _opening(style: str, keep_next: bool, frame: str) -> str:
    keep = "<w:keepNext/>" if keep_next else ""
    return f"<w:p><w:pPr><w:pStyle w:val={quoteattr(style)}/>{keep}{frame}</w:pPr>"


@cache
def _properties(style: str | None, capitals: bool, language: str) -> str:
    named = f"<w:rStyle w:val={quoteattr(style)}/>" if style else ""
    caps = "<w:caps/>" if capitals else ""
    spoken = f"<w:lang w:val={quoteattr(legal(language))}/>" if language else ""
    return f"<w:rPr>{named}{caps}{spoken}</w:rPr>"


def _words(text: str) -> str:
    return "<w:br/>".join(_text(words) for words in legal(text).split("\n"))


def _text(words: str) -> str:
    if not words:
        return ""
    kept = words[0] == " " or words[-1] == " " or "  " in words
    return f"<w:t{_KEPT if kept else ''}>{escape(words)}</w:t>"


_KEPT = ' xml:space="preserve"'
