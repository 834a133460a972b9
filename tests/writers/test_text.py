"""Plain text: every word of the record, laid out so that it can be read in a terminal."""

import re

import pytest

from clerk.domain.printed import Edition, Line, LineKind, Record, Run
from clerk.writers.text import as_text, line_text
from tests.hostile import WORDS


def _record(*lines: Line, draft: bool = False) -> Record:
    edition: Edition = "draft" if draft else "full"
    return Record(lines=lines, edition=edition, style="s", title="Minutes", draft=draft)


def _line(kind: LineKind, text: str, number: str | None = None, level: int = 1) -> Line:
    return Line(kind=kind, number=number, runs=(Run(text=text),), level=level)


def test_minutes_read_as_they_are_printed() -> None:
    heading = Line(kind="minute", number="3.", runs=(Run(text="Dates"),))
    reference = Line(kind="reference", runs=(Run(text="(Item A3)"),), beside=True)
    record = _record(
        Line(kind="committee", runs=(Run(text="Planning Committee"),), case="upper"),
        heading,
        reference,
        _line("paragraph", "The dates are:-", "(1)"),
        _line("date", "Friday 3 May 2024"),
        _line("date", "Friday 7 June 2024"),
        _line("paragraph", "Members asked about:", "(2)"),
        _line("bullet", "roads"),
        _line("bullet", "lanes", level=2),
        _line("resolution", "RESOLVED that:", "(3)"),
        _line("limb", "it be noted; and", "(a)"),
        _line("limb", "thanks be given.", "(b)"),
    )
    assert as_text(record) == (
        "PLANNING COMMITTEE\n\n"
        "3. Dates (Item A3)\n\n"
        "(1) The dates are:-\n\n"
        "    Friday 3 May 2024\n"
        "    Friday 7 June 2024\n\n"
        "(2) Members asked about:\n\n"
        "    - roads\n"
        "        - lanes\n\n"
        "(3) RESOLVED that:\n\n"
        "    (a) it be noted; and\n"
        "    (b) thanks be given.\n"
    )


def test_a_reference_under_its_title_stands_in_a_paragraph_of_its_own() -> None:
    record = _record(_line("minute", "Dates", "3."), _line("reference", "(Item A3)"))
    assert as_text(record) == "3. Dates\n\n(Item A3)\n"


def test_a_draft_says_so_first_and_marks_numbers_that_may_change() -> None:
    heading = Line(kind="minute", number="9.", runs=(Run(text="Dates"),), provisional=True)
    assert as_text(_record(heading, draft=True)) == "DRAFT\n\n~9. Dates\n"


def test_lists_of_names_are_parted_by_their_labels() -> None:
    label = Line(kind="attendance", runs=(Run(text="Present:", role="label"),))
    other = Line(kind="attendance", runs=(Run(text="Officers:", role="label"),))
    record = _record(label, _line("attendance", "Ms A"), _line("attendance", "Mr B"), other)
    assert as_text(record) == "Present:\nMs A\nMr B\n\nOfficers:\n"


def test_a_table_has_its_columns_in_line_whatever_its_letters() -> None:
    rows = (("Route", "Cost"), ("Cafe\u0301", "£4"), ("道", "£10"), ("Long road",))
    assert line_text(Line(kind="table", rows=rows, header=True)) == (
        "Route      Cost\n---------  ----\nCafe\u0301       £4\n道         £10\nLong road"
    )


def test_the_width_breaks_lines_under_their_text_and_changes_no_word() -> None:
    words = "the quick brown fox jumps over the lazy dog and a-very-long-word-" + "x" * 40
    record = _record(_line("paragraph", words, "(1)"), _line("bullet", words))
    text = as_text(record, width=32)
    assert text.split() == ["(1)", *words.split(), "-", *words.split()]
    first, *others = text.split("\n\n")[0].split("\n")
    assert first.startswith("(1) the")
    assert all(line.startswith("    ") and line[4] != " " for line in others)


def test_a_narrow_terminal_never_stops_it(record: Record) -> None:
    for width in (0, 1, 5, 80):
        assert as_text(record, width=width).split() == as_text(record).split()


def test_no_text_moves_the_cursor_of_the_terminal() -> None:
    hostile = "one\x1b[2Jtwo\x07\rthree\x9b" + "".join(WORDS.values())
    rows = ((hostile,),)
    text = as_text(_record(_line("paragraph", hostile, "(1)"), Line(kind="table", rows=rows)))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)


def test_a_line_break_inside_a_paragraph_stays_under_its_text() -> None:
    record = _record(_line("paragraph", "said\n44. Not a minute", "(1)"))
    assert as_text(record) == "(1) said\n    44. Not a minute\n"


@pytest.mark.parametrize("width", [None, 72])
def test_every_word_of_a_whole_meeting_is_there(record: Record, width: int | None) -> None:
    text = re.sub(r"\s+", " ", as_text(record, width=width))
    for line in record.lines:
        for run in line.runs:
            words = run.text.upper() if line.case == "upper" else run.text
            assert re.sub(r"\s+", " ", words).strip() in text


def test_a_line_without_words_takes_no_room() -> None:
    assert as_text(_record(_line("paragraph", ""), _line("paragraph", "A"))) == "A\n"
