"""What stands on every page of a Word file, and what keeps together."""

import re
from pathlib import Path

import pytest
from docx import Document
from msgspec.structs import replace

from clerk.domain.printed import Line, Record, Run
from clerk.writers.word import DocumentProperties, word_bytes
from tests.writers.word import (
    PLAIN,
    SPACE,
    content_of,
    opened,
    paragraph,
    parts_of,
    record_of,
)


def test_pages_are_numbered_by_fields(record: Record, templates: Path) -> None:
    footer = parts_of(content_of(record, templates))["word/footer1.xml"].decode()
    assert re.findall(r'w:instr=" (\w+) "', footer) == ["PAGE", "NUMPAGES"]
    assert "Initials:" in footer


def test_pages_may_run_on_through_the_minute_book(record: Record, templates: Path) -> None:
    properties = DocumentProperties(first_page=118)
    content = word_bytes(record, templates / "committee-2012" / "style.docx", properties)
    parts = parts_of(content)
    assert b'<w:pgNumType w:start="118"/><w:cols' in parts["word/document.xml"]
    assert b"NUMPAGES" not in parts["word/footer1.xml"]


def test_committee_and_date_stand_on_top_of_each_page(record: Record, templates: Path) -> None:
    header = opened(content_of(record, templates)).sections[0].header
    (words,) = [part.text for part in header.paragraphs]
    assert words.replace(SPACE, " ") == record.title
    assert f"14{SPACE}March{SPACE}2024" in words, "a date stays on one line"


def test_a_signature_never_stands_alone_on_a_page(record: Record, templates: Path) -> None:
    document = opened(content_of(record, templates))
    last = [part for part in document.paragraphs if part.text][-5:]
    styles = [str(part.style.name) for part in last if part.style]
    assert styles[-4:] == ["Closing Words", "Signature Line", "Signature Line", "Signature Line"]
    assert [part.paragraph_format.keep_with_next for part in last[:2]] == [True, True]


@pytest.mark.parametrize("rows", [(("Reasons: as in the report",),), (("Taken by", "Cabinet"),)])
def test_a_signature_below_a_box_or_table_never_stands_alone_on_a_leaf(
    rows: tuple[tuple[str, ...], ...], templates: Path
) -> None:
    lines = (Line(kind="table", rows=rows), Line(kind="signature", runs=(Run(text="Chairman"),)))
    xml = parts_of(content_of(record_of(*lines), templates))["word/document.xml"].decode()
    last_words = xml[: xml.index("Chairman")].rpartition(rows[-1][-1])[0].rpartition("<w:pPr>")[2]
    assert "<w:keepNext/>" in last_words


def test_the_last_of_a_list_never_stands_alone_on_the_next_page(templates: Path) -> None:
    limbs = [
        Line(kind="limb", number=f"({mark})", runs=(Run(text=mark),)) for mark in ("a", "b", "c")
    ]
    resolved = Line(kind="resolution", number="(1)", runs=(Run(text="RESOLVED that:"),))
    record = record_of(resolved, *limbs, paragraph("Noted.", "(2)"))
    kept = [
        bool(part.paragraph_format.keep_with_next)
        for part in opened(content_of(record, templates)).paragraphs
    ]
    assert kept == [True, False, True, False, False]


def test_a_draft_says_so_on_every_page_and_the_signing_edition_does_not(
    record: Record, draft: Record, templates: Path
) -> None:
    assert b"DRAFT" in parts_of(content_of(draft, templates))["word/header1.xml"]
    assert b"DRAFT" not in b"".join(parts_of(content_of(record, templates)).values())
    assert b"Initials:" not in parts_of(content_of(draft, templates))["word/footer1.xml"]


def test_a_number_that_may_still_change_never_leaves_without_the_draft_mark(
    draft: Record, templates: Path
) -> None:
    content = content_of(replace(draft, draft=False, edition="full"), templates)
    assert b"DRAFT" in parts_of(content)["word/header1.xml"]


def test_a_template_with_its_own_first_page_has_the_draft_mark_there_too(
    draft: Record, templates: Path, tmp_path: Path
) -> None:
    document = Document(str(templates / "committee-2012" / "style.docx"))
    document.sections[0].different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = True
    template = tmp_path / "style.docx"
    document.save(str(template))
    section = opened(word_bytes(draft, template, PLAIN)).sections[0]
    for header in (section.header, section.first_page_header, section.even_page_header):
        assert header.paragraphs[0].text == "DRAFT"
    for footer in (section.footer, section.first_page_footer, section.even_page_footer):
        assert "PAGE" in footer._element.xml
    assert len(section.first_page_header.paragraphs) == 1
