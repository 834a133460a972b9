"""Any text at all in a Word file, in elements that every reader accepts."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from clerk.domain.printed import Line, Run
from clerk.writers.word_xml import legal
from tests.hostile import WORDS
from tests.writers.word import (
    content_of,
    opened,
    paragraph,
    paragraphs_of,
    record_of,
)


@pytest.mark.parametrize(
    "text",
    [
        *(WORDS[kind] for kind in WORDS if legal(WORDS[kind]) == WORDS[kind]),
        "<w:p/> & </w:t> ]]> &amp;",
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


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet=st.characters(), max_size=80))
def test_any_text_at_all_can_be_exported_and_read_back(text: str) -> None:
    templates = Path(__file__).resolve().parents[2] / "templates"
    found = paragraphs_of(content_of(record_of(paragraph(text, "(1)")), templates))
    assert found == [("Numbered Paragraph", f"(1)\t{legal(text)}")]
    assert len(legal(text).replace("\n", "")) <= len(text)
