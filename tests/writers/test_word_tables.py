"""Tables in a Word file."""

from pathlib import Path

from lxml import etree

from clerk.domain.printed import Line
from tests.writers.word import W, content_of, opened, paragraphs_of, parts_of, record_of


def test_a_table_with_a_header_repeats_it_and_one_without_does_not(templates: Path) -> None:
    rows = (("Route", "Cost"), ("Oxley", "£4"))
    for header in (True, False):
        content = content_of(record_of(Line(kind="table", rows=rows, header=header)), templates)
        body = etree.fromstring(parts_of(content)["word/document.xml"])
        assert len(list(body.iter(f"{W}tblHeader"))) == int(header)
        assert [[cell.text for cell in row.cells] for row in opened(content).tables[0].rows] == [
            list(row) for row in rows
        ]


def test_two_tables_that_touch_stay_two_tables(templates: Path) -> None:
    table = Line(kind="table", rows=(("a", "b"),))
    body = etree.fromstring(
        parts_of(content_of(record_of(table, table), templates))["word/document.xml"]
    )[0]
    tags = [str(child.tag).removeprefix(W) for child in body]
    assert tags == ["tbl", "p", "tbl", "p", "sectPr"]


def test_a_box_of_one_cell_is_words_and_no_table(templates: Path) -> None:
    content = content_of(record_of(Line(kind="table", rows=(("Words in a box.",),))), templates)
    assert paragraphs_of(content) == [("Quote", "Words in a box.")]


def test_no_column_is_narrower_than_its_longest_word(templates: Path) -> None:
    rows = (("Member", "Interest"), ("Ms Balogun", "a personal interest " * 9))
    content = content_of(record_of(Line(kind="table", header=True, rows=rows)), templates)
    body = etree.fromstring(parts_of(content)["word/document.xml"])
    first, second = (int(str(col.get(f"{W}w"))) for col in body.iter(f"{W}gridCol"))
    assert first > 7 * 140
    assert first + second == 9026 - 720
    endless = (("x" * 90, "y" * 90),)
    assert content_of(record_of(Line(kind="table", rows=endless)), templates)


def test_the_last_cell_of_a_short_row_reaches_to_the_end_of_the_table(templates: Path) -> None:
    content = content_of(record_of(Line(kind="table", rows=(("a",), ("b", "c")))), templates)
    rows = opened(content).tables[0].rows
    # python-docx names a cell once for each column that it covers
    assert [[cell.text for cell in row.cells] for row in rows] == [["a", "a"], ["b", "c"]]
