"""JSON and CSV: whole, stable, and harmless in a spreadsheet."""

import csv
import io
import json

import pytest

from clerk.domain.printed import Line, Record, Run
from clerk.writers.data import record_json, rows_csv, rows_json


def test_a_record_has_every_key_of_every_line(record: Record) -> None:
    told = json.loads(record_json(record))
    assert list(told) == ["title", "edition", "style", "language", "draft", "lines"]
    assert [line["text"] for line in told["lines"]] == [line.text for line in record.lines]
    assert {len(line) for line in told["lines"]} == {12}
    assert told["draft"] is False


def test_a_record_with_half_a_character_is_still_json() -> None:
    line = Line(kind="paragraph", runs=(Run(text="a\ud800b\x1b"),))
    record = Record(lines=(line,), edition="full", style="s", title="t")
    assert json.loads(record_json(record))["lines"][0]["text"] == "a\ufffdb\x1b"


def test_a_list_is_an_array_of_objects_in_the_order_of_its_header() -> None:
    told = rows_json(("seat", "person"), [("Labour", "Ms A"), (2, None)])
    assert json.loads(told) == [{"seat": "Labour", "person": "Ms A"}, {"seat": 2, "person": None}]
    assert told.endswith(b"]\n")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_text_is_run_as_a_formula(cell: str) -> None:
    read = list(csv.reader(io.StringIO(rows_csv(("words",), [(cell,)]), newline="")))
    assert read == [["words"], [f"'{cell}"]]


def test_numbers_quotes_and_line_breaks_survive() -> None:
    rows = [(-1, 'said "no", twice', "two\nlines", None)]
    read = list(csv.reader(io.StringIO(rows_csv(("a", "b", "c", "d"), rows), newline="")))
    assert read[1] == ["-1", 'said "no", twice', "two\nlines", ""]


def test_excel_gets_the_mark_that_makes_it_read_accents() -> None:
    assert rows_csv(("a",), [], byte_order_mark=True) == "\ufeffa\r\n"
    assert rows_csv(("a",), []) == "a\r\n"
