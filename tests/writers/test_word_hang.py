"""Numbers that are wider than the template's hanging indents do not push their lines about."""

from pathlib import Path

import pytest
from lxml import etree

from clerk.domain.printed import Line, Run
from clerk.writers.word_check import check_content
from tests.writers.word import W, content_of, paragraph, parts_of, record_of


def _minute(number: str, *, apart: bool = False) -> Line:
    return Line(kind="minute", number=number, runs=(Run(text="Roads"),), apart=apart)


def _limb(number: str) -> Line:
    return Line(kind="limb", number=number, runs=(Run(text="the wall"),))


def _indents(templates: Path, *lines: Line) -> dict[str, tuple[int, int]]:
    """Left and hanging indent of each paragraph style of the document, by its id."""
    root = etree.fromstring(parts_of(content_of(record_of(*lines), templates))["word/styles.xml"])
    return {
        style.get(f"{W}styleId", ""): (
            int(indent.get(f"{W}left", "0")),
            int(indent.get(f"{W}hanging", "0")),
        )
        for style in root.iter(f"{W}style")
        for indent in style.iterfind(f"{W}pPr/{W}ind")
    }


def test_numbers_that_fit_leave_the_template_as_it_is(templates: Path) -> None:
    usual = _indents(templates)
    assert _indents(templates, _minute("143."), paragraph("Said.", "(12)"), _limb("(iv)")) == usual


@pytest.mark.parametrize("number", ["C012/24 10.", "PL/26/101", "21.01.01"])
def test_a_wide_number_moves_all_that_stands_on_the_edge_of_the_words(
    number: str, templates: Path
) -> None:
    usual = _indents(templates)
    moved = _indents(templates, _minute(number), paragraph("Said.", "(1)"))
    by = moved["MinuteHeading1"][1] - usual["MinuteHeading1"][1]
    assert by > 0
    for style in ("MinuteHeading1", "MinuteHeading2", "Paragraph", "ListBullet", "Limb", "Quote"):
        assert moved[style][0] == usual[style][0] + by, style
    assert moved["NumberedParagraph"] == (usual["NumberedParagraph"][0] + by, 720)
    assert moved["SignatureLine"] == usual["SignatureLine"]


def test_a_wide_paragraph_number_and_a_starred_limb_have_room(templates: Path) -> None:
    usual = _indents(templates)
    moved = _indents(templates, paragraph("Said.", "C012/24.1"), _limb("* (xviii)"))
    assert moved["NumberedParagraph"][1] > 900
    assert moved["NumberedParagraph"][0] == moved["Paragraph"][0] == moved["MinuteHeading1"][0]
    assert moved["Limb"][1] > usual["Limb"][1]


def test_the_star_of_what_the_council_must_decide_is_no_typed_bullet(templates: Path) -> None:
    starred = Line(kind="resolution", runs=(Run(text="* RESOLVED that it be built."),))
    content = content_of(record_of(starred, _limb("* (a)"), paragraph("* one")), templates)
    said = [each.says for each in check_content(content, "x.docx") if each.code == "lists"]
    assert said == ["“* one” has a typed mark; make it a list (bullets)."]


def test_a_heading_whose_number_stands_at_the_margin_hangs_on_nothing(templates: Path) -> None:
    moved = _indents(templates, _minute("1/26", apart=True))
    assert moved["MinuteHeading1"] == moved["MinuteHeading2"] == (0, 0)
