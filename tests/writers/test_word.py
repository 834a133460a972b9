"""Paragraphs, numbers, headings and marked words of a Word file."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from clerk.domain.printed import Line, Record, Run
from tests.writers.word import (
    SPACE,
    STYLES,
    W,
    content_of,
    opened,
    paragraphs_of,
    parts_of,
    record_of,
)


def test_each_line_stands_in_the_style_of_its_kind(record: Record, templates: Path) -> None:
    found = paragraphs_of(content_of(record, templates))
    for expected in (
        ("Authority", "Wealdshire County Council"),
        ("Title", "Environment and Highways Committee"),
        ("Attendance", "ALSO PRESENT: Mr K O'Rourke"),
        ("Part Heading", "UNRESTRICTED ITEMS"),
        ("Minute Heading 2", f"21.\tApologies and Substitutes (Item{SPACE}A1)"),
        ("Paragraph", "There were none."),
        ("Outcome", "Carried"),
        ("Meeting Date", "Thursday 16 May 2024"),
        ("Reference", "(Item B1 – Report by Ms H Pell, Director of Highways)"),
        ("Note", "(Mr A Finch, Network Engineer was present for this item)"),
        ("Sub-heading 3", "Discussion"),
        ("Numbered Paragraph", "(2)\tMembers asked about the following:-"),
        ("List Bullet", "the routes that serve schools, and in particular"),
        ("List Bullet 2", "the hill at Nether Cross;"),
        ("Numbered Resolution", "(5)\tRESOLVED that:"),
        ("Limb", "(a)\tthe report be noted;"),
        ("Limb 2", "(i)\ta plan of salt bins; and"),
        ("Section Heading", "D – Other Business"),
        ("Closing Words", "The meeting closed at 12.40 p.m."),
        ("Signature Line", "Chairman"),
    ):
        assert expected in found


def test_attendance_one_a_line_has_labels_and_entries_in_styles_of_their_own(
    draft: Record, templates: Path
) -> None:
    found = paragraphs_of(content_of(draft, templates, "panel-2012"))
    assert ("Attendance Label", "Officers:") in found
    assert ("Attendance Entry", "Ms N Balogun") in found


def test_a_word_file_says_every_word_of_the_record_and_no_other(
    record: Record, templates: Path
) -> None:
    document = opened(content_of(record, templates))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    said = [part.text for part in document.paragraphs] + cells
    record_words = [
        " ".join((line.number or "", *(run.text for run in line.runs), *sum(line.rows, ())))
        for line in record.lines
    ]
    assert sorted(_words(said)) == sorted(_words(record_words))


@pytest.mark.parametrize("style", STYLES)
def test_headings_never_skip_a_level(
    record: Record, draft: Record, templates: Path, style: str
) -> None:
    for minutes in (record, draft):
        levels = [1, *_levels(content_of(minutes, templates, style))]
        assert len(levels) > 5
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_a_minute_before_the_first_part_is_no_level_lower_than_its_place(templates: Path) -> None:
    heading = Line(kind="minute", number="1.", runs=(Run(text="First"),))
    part = Line(kind="part", runs=(Run(text="EXEMPT ITEMS"),))
    found = paragraphs_of(content_of(record_of(heading, part, heading), templates))
    assert [style for style, _ in found] == [
        "Minute Heading 1",
        "Part Heading",
        "Minute Heading 2",
    ]


@pytest.mark.parametrize("style", STYLES)
def test_a_signed_number_is_literal_text_with_one_tab_and_a_hanging_indent(
    record: Record, templates: Path, style: str
) -> None:
    document = opened(content_of(record, templates, style))
    numbered = [part for part in document.paragraphs if re.match(r"\(?\w+[.)]\t", part.text)]
    assert len(numbered) == sum(line.number is not None for line in record.lines)
    for paragraph in numbered:
        assert paragraph.text.count("\t") == 1
        assert paragraph.style is not None
        assert paragraph.style.paragraph_format.first_line_indent is not None
        assert paragraph.style.paragraph_format.first_line_indent < 0


def test_no_paragraph_is_empty_and_no_tab_lays_anything_out(
    record: Record, templates: Path
) -> None:
    for _, text in paragraphs_of(content_of(record, templates)):
        assert text.strip()
        assert "\t" not in text or re.match(r"\(?\w+[.)]\t[^\t]*$", text)


def test_bullets_are_a_real_list_of_two_levels(record: Record, templates: Path) -> None:
    parts = parts_of(content_of(record, templates))
    styles = etree.fromstring(parts["word/styles.xml"])
    levels = {
        str(style.get(f"{W}styleId")): str(level.get(f"{W}val"))
        for style in styles.iter(f"{W}style")
        for level in style.iter(f"{W}ilvl")
    }
    assert levels == {"ListBullet": "0", "ListBullet2": "1"}
    numbering = etree.fromstring(parts["word/numbering.xml"])
    formats = [str(form.get(f"{W}val")) for form in numbering.iter(f"{W}numFmt")]
    assert formats == ["bullet", "bullet"]


def test_capitals_are_formatting_and_the_words_stay_as_the_record_has_them(
    record: Record, templates: Path
) -> None:
    title = next(
        part
        for part in opened(content_of(record, templates)).paragraphs
        if part.text == "Environment and Highways Committee"
    )
    assert [run.style.name for run in title.runs] == ["Capitals"]


def test_marked_words_have_styles_and_no_formatting_of_their_own(
    record: Record, templates: Path
) -> None:
    document = opened(content_of(record, templates))
    styled = {(run.text, str(run.style.name)) for part in document.paragraphs for run in part.runs}
    assert ("PRESENT:", "Label") in styled
    assert ("RESOLVED that", "Resolution Lead") in styled
    assert ("the Committee agreed to defer the matter", "Resolution Words") in styled
    assert (f"(Item{SPACE}A1)", "Reference Beside") in styled
    body = etree.fromstring(parts_of(content_of(record, templates))["word/document.xml"])
    direct = {str(each.tag) for found in body.iter(f"{W}rPr") for each in found}
    assert direct == {f"{W}rStyle"}


def _words(texts: Sequence[str]) -> list[str]:
    return re.findall(r"\w+", " ".join(texts))


def _levels(content: bytes) -> Iterator[int]:
    """The heading levels in order, from the built-in heading that each style is based on."""
    for paragraph in opened(content).paragraphs:
        style = paragraph.style
        while style is not None:
            if match := re.fullmatch(r"Heading (\d)", str(style.name)):
                yield int(match[1])
            style = style.base_style
