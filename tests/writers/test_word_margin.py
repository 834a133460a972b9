"""Notes in a column beside the minutes: frames of a style, each before its paragraph."""

from pathlib import Path

from docx import Document
from lxml import etree

from clerk.domain.printed import Line, Run
from clerk.writers.word_check import check_content
from tests.writers.word import (
    SPACE,
    W,
    content_of,
    opened,
    paragraph,
    paragraphs_of,
    parts_of,
    record_of,
)


def _note(text: str, role: str = "margin note") -> Line:
    return Line(kind="margin", role=role, runs=(Run(text=text),))


def _bullet(text: str) -> Line:
    return Line(kind="bullet", runs=(Run(text=text),))


def test_a_note_stands_beside_the_paragraph_that_it_follows(templates: Path) -> None:
    title = Line(kind="minute", number="1.", runs=(Run(text="Roads"),))
    reference = Line(kind="reference", runs=(Run(text="(Item 4)"),), beside=True)
    table = Line(kind="table", rows=(("a", "b"),))
    record = record_of(
        *(title, reference, _note("TH"), paragraph("It was said:", "(1)"), _note("one")),
        *(_note("two"), _bullet("that"), _note("three"), table, _note("four"), paragraph("End.")),
    )
    words = [text for style, text in paragraphs_of(content_of(record, templates)) if text]
    assert words == [
        *("TH", f"1.\tRoads (Item{SPACE}4)", "one", "two", "(1)\tIt was said:", "three", "that"),
        *("four", "End."),
    ]


def test_the_frame_is_that_of_the_template_and_no_formatting_by_hand(templates: Path) -> None:
    record = record_of(_note("Lead", "margin heading"), paragraph("Said."), _note("DF"))
    content = content_of(record, templates)
    root = etree.fromstring(parts_of(content)["word/document.xml"])
    frames = [each.get(f"{W}w") for each in root.iter(f"{W}framePr")]
    assert frames == ["1701", "1701"]
    assert "by-hand" not in {each.code for each in check_content(content, "x.docx")}


def test_without_a_frame_in_the_template_a_note_stands_under_its_paragraph(
    templates: Path, tmp_path: Path
) -> None:
    document = Document(str(templates / "committee-2012" / "style.docx"))
    document.styles["Margin Note"].delete()
    (tmp_path / "committee-2012").mkdir()
    document.save(str(tmp_path / "committee-2012" / "style.docx"))
    record = record_of(paragraph("It was said."), _note("DF"))
    assert paragraphs_of(content_of(record, tmp_path)) == [
        ("Paragraph", "It was said."),
        ("Note", "DF"),
    ]


def test_a_note_parts_no_paragraph_from_the_list_below_it(templates: Path) -> None:
    record = record_of(paragraph("These:", "(1)"), _note("DF"), _bullet("one"), _note("TH"))
    document = opened(content_of(record, templates))
    (lead,) = [part for part in document.paragraphs if "These" in part.text]
    assert lead.paragraph_format.keep_with_next
