"""Any text at all in a Word file, in elements that every reader accepts."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from clerk.domain.printed import Line, Record, Run
from clerk.writers.word import DocumentProperties, word_bytes
from clerk.writers.word_xml import legal
from tests.writers.word import (
    STYLES,
    W,
    content_of,
    opened,
    paragraph,
    paragraphs_of,
    parts_of,
    record_of,
)

_ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs "
    "spacing ind contextualSpacing jc outlineLvl",
    "rPr": "rStyle rFonts b bCs i iCs caps color sz szCs lang",
    "sectPr": "headerReference footerReference pgSz pgMar pgNumType cols titlePg",
    "tblPr": "tblStyle tblW tblInd tblBorders tblCellMar tblLook",
    "style": "name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr "
    "tblStylePr",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol "
    "listSeparator",
}
"""The order of children that ECMA-376 part 1 lays down, of those that Clerk writes."""


@pytest.mark.parametrize(
    "text",
    [
        "[sic] [/] [@click=app.quit]x[/]",
        "<w:p/> & </w:t> ]]> &amp;",
        "=HYPERLINK('x')",
        "C:\\minutes\\..\\secret",
        "\u202eright to left\u202c and \u200fmarks\u200e",
        "Sir " + "Bartholomew-" * 25,
        "{ TITLE } PAGE",
        " spaces  kept ",
        "e\u0301 as typed, and \N{NO-BREAK SPACE}hard spaces",
    ],
)
def test_hostile_text_comes_out_letter_for_letter(text: str, templates: Path) -> None:
    minute = Line(kind="minute", number="1.", runs=(Run(text=text),))
    found = paragraphs_of(content_of(record_of(minute, paragraph(text)), templates))
    assert [words for _, words in found] == [f"1.\t{text}", text]


def test_what_word_cannot_hold_is_replaced_and_never_stops_an_export(templates: Path) -> None:
    text = "a\x00b\x1bc\ufffed\ud800e\x0bf\r\ng\ti"
    content = content_of(replace(record_of(paragraph(text)), title=text * 200), templates)
    assert paragraphs_of(content)[0][1] == "a\ufffdb\ufffdc\ufffdd\ufffde\nf\ng i"
    title = opened(content).core_properties.title
    assert len(title) == 255
    assert title.startswith("a\ufffdb")


def test_an_empty_record_still_opens(templates: Path) -> None:
    assert paragraphs_of(content_of(record_of(), templates)) == []


@pytest.mark.parametrize("style", STYLES)
def test_elements_stand_in_the_order_of_the_schema(
    record: Record, templates: Path, style: str
) -> None:
    properties = DocumentProperties(first_page=3)
    content = word_bytes(record, templates / style / "style.docx", properties)
    for name, part in parts_of(content).items():
        if not name.startswith("word/") or name.endswith(".rels"):
            continue
        for element in etree.fromstring(part).iter():
            wanted = _ORDERS.get(str(element.tag).removeprefix(W), "").split()
            found = [str(child.tag).removeprefix(W) for child in element]
            if wanted:
                assert found == sorted(found, key=wanted.index), name


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet=st.characters(), max_size=80))
def test_any_text_at_all_can_be_exported_and_read_back(text: str) -> None:
    templates = Path(__file__).resolve().parents[2] / "templates"
    found = paragraphs_of(content_of(record_of(paragraph(text, "(1)")), templates))
    assert found == [("Numbered Paragraph", f"(1)\t{legal(text)}")]
    assert len(legal(text).replace("\n", "")) <= len(text)
