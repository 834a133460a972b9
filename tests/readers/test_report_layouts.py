"""Reports and records of decision as other councils set them out: read, and no line lost."""

import io
from collections.abc import Sequence
from pathlib import Path

import pytest

from clerk.domain.meetings import Report
from clerk.readers import read_paper
from clerk.readers.paper import read_lines
from clerk.readers.reading import Reading
from tests.readers.made_pdf import pdf_of

AGENDA = """\
AGENDA

HARBOUR COMMITTEE

Tuesday, 5 May 2026 at 10.00 am

Members: Councillors A Field (Chair), B Glebe and C Heath

1. Apologies for absence
2. Harbour wall repairs (Pages 5 - 8)
   Report of the Head of Harbours
3. Moorings policy (Pages 9 - 14)
   Report of the Head of Harbours

"""

LABELS = """\
Report to: Harbour Committee
Date: 5 May 2026
Title: Harbour wall repairs
Report of: Head of Harbours
Wards affected: Harbourne North
Key decision: No

1. Purpose of the report

1.1 To tell members of the state of the wall.

2. Recommendations

2.1 That the wall be pointed before the winter.
2.2 That £40,000 be found from reserves.

3. Background

3.1 The wall was built in 1871.
"""
IN_A_TABLE = """\
HARBOUR COMMITTEE

Committee\tHarbour Committee
Date of meeting\t5 May 2026
Title\tHarbour wall repairs
Report author\tHead of Harbours
Lead member\tCouncillor B Glebe
Wards affected\tHarbourne North

Executive summary

The wall leaks and will fall.

Recommendations

The Committee is asked to agree that the wall be pointed before the winter.

1. Background

1.1 The wall was built in 1871.
"""
LABELS_ABOVE = """\
Report to:
Harbour Committee
Date:
5 May 2026
Report title:
Harbour wall repairs
Report from:
Head of Harbours
Ward(s):
Harbourne North

Summary

The wall leaks.

Recommendation

That the wall be pointed before the winter.

Reasons for recommendation

It leaks.
"""
NO_LABELS = """\
WEALDSHIRE DISTRICT COUNCIL

HARBOUR COMMITTEE – 5 MAY 2026

REPORT OF THE HEAD OF HARBOURS

HARBOUR WALL REPAIRS

1.0 PURPOSE OF REPORT

1.1 To tell members of the state of the wall.

2.0 RECOMMENDATIONS

2.1 That the wall be pointed before the winter.

3.0 BACKGROUND

3.1 The wall was built in 1871.
"""
TITLE_FIRST = """\
HARBOUR COMMITTEE

5 MAY 2026

HARBOUR WALL REPAIRS

Report by Head of Harbours

1 EXECUTIVE SUMMARY

1.1 This report tells members of the wall.

2 RECOMMENDATIONS

2.1 Members are asked to agree that the wall be pointed before the winter.

3 DETAIL

3.1 The wall was built in 1871.
"""
ITEM_ABOVE = """\
Agenda Item No. 2

Harbour Committee
5 May 2026

Harbour wall repairs

Report by Head of Harbours

Purpose

To tell members of the wall.

Recommendation(s)

Members are recommended to agree that the wall be pointed before the winter.

Background

The wall was built in 1871.
"""
LAYOUTS = {
    "labels": LABELS,
    "a table": IN_A_TABLE,
    "labels above their words": LABELS_ABOVE,
    "no labels": NO_LABELS,
    "the title first": TITLE_FIRST,
    "the item above": ITEM_ABOVE,
}

RECORD = """\
RECORD OF DECISION

DECISION TAKEN BY: Cabinet Member for Harbours
DECISION NO: 26/00012
SUBJECT: Harbour wall repairs
DATE: 5 May 2026

Decision: As Cabinet Member for Harbours I agree that the wall be pointed.

Reason(s) for decision: The wall leaks.

Alternatives considered: To do nothing, which was rejected.

Any interest declared when the decision was taken: None
"""
RECORD_IN_A_TABLE = """\
WEALDSHIRE COUNTY COUNCIL - RECORD OF DECISION

Decision maker\tCabinet Member for Harbours
Decision number\t26/00012
Subject\tHarbour wall repairs
Date of decision\t5 May 2026
Decision\tAs Cabinet Member for Harbours I agree that the wall be pointed.
Reasons for the decision\tThe wall leaks.
Alternative options considered and rejected\tTo do nothing.
Conflicts of interest declared\tNone
"""


def read_as(kind: str, text: str, folder: Path) -> Reading:
    lines = text.splitlines()
    if kind == "text":
        return read_lines(lines, "paper.txt")
    path = folder / f"paper.{kind}"
    path.write_bytes(pdf_of(lines) if kind == "pdf" else word_of(lines))
    return read_paper(path)


def word_of(lines: Sequence[str]) -> bytes:
    """A Word file with tables where lines have tabs."""
    import docx

    document = docx.Document()
    table = None
    for line in lines:
        if "\t" not in line:
            document.add_paragraph(line)
            table = None
            continue
        table = table or document.add_table(0, 2)
        for cell, words in zip(table.add_row().cells, line.split("\t"), strict=True):
            cell.text = words
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def the_report(reading: Reading) -> Report:
    assert reading.agenda is not None
    assert [item.title for item in reading.agenda.items] == [
        "Apologies for absence", "Harbour wall repairs", "Moorings policy",
    ]  # fmt: skip
    (report,) = reading.reports
    assert report.item == reading.agenda.items[1].id
    return report


def squashed(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


@pytest.mark.parametrize("kind", ["text", "docx", "pdf"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_report_in_another_councils_layout_is_read_with_its_fields(
    tmp_path: Path, layout: str, kind: str
) -> None:
    report = the_report(read_as(kind, AGENDA + LAYOUTS[layout], tmp_path))
    assert report.by.casefold() == "head of harbours"
    assert report.to.casefold() == "harbour committee"
    assert report.date.casefold() == "5 may 2026"
    assert report.subject.casefold() == "harbour wall repairs"
    assert "wall be pointed before the winter" in report.recommendation


@pytest.mark.parametrize("kind", ["text", "docx", "pdf"])
@pytest.mark.parametrize("record", [RECORD, RECORD_IN_A_TABLE], ids=["lines", "table"])
def test_a_record_of_decision_is_read_with_its_number_and_who_took_it(
    tmp_path: Path, record: str, kind: str
) -> None:
    report = the_report(read_as(kind, AGENDA + record, tmp_path))
    assert report.decision_number == "26/00012"
    assert report.by == "Cabinet Member for Harbours"
    assert report.subject == "Harbour wall repairs"
    assert report.date == "5 May 2026"
    assert report.summary == "As Cabinet Member for Harbours I agree that the wall be pointed."


@pytest.mark.parametrize("kind", ["text", "docx", "pdf"])
@pytest.mark.parametrize("words", [*LAYOUTS.values(), RECORD, RECORD_IN_A_TABLE])
def test_every_line_of_a_report_is_kept_in_its_text(tmp_path: Path, words: str, kind: str) -> None:
    report = the_report(read_as(kind, AGENDA + words, tmp_path))
    kept = squashed(report.text)
    lost = [line for line in words.splitlines() if squashed(line) not in kept]
    assert lost == []


def test_the_author_under_an_agendas_item_begins_no_report() -> None:
    reading = read_lines(AGENDA.splitlines(), "agenda.txt")
    assert reading.reports == ()
    assert reading.agenda is not None
    assert reading.agenda.items[2].note == "Report of the Head of Harbours"
