"""The templates that are committed are those that the script makes, and show every style."""

import io
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document

from clerk.writers.word_styles import CHARACTERS, PARAGRAPHS, TABLES

STYLES = (
    "committee-2012",
    "cabinet-2012",
    "overview-2011",
    "panel-2012",
    "committee-2023",
    "district-2020",
    "parish-2020",
)
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("style", STYLES)
def test_the_committed_template_is_what_the_script_makes(style: str, templates: Path) -> None:
    script = runpy.run_path(str(templates / "make_styles.py"))
    looks = {**script["LOOKS"], **script["HOUSE_STYLES"][style]}
    made = Document(io.BytesIO(script["template"](style, looks)))
    committed = Document(str(templates / style / "style.docx"))
    assert made.styles.element.xml == committed.styles.element.xml
    assert made.element.xml == committed.element.xml


def test_an_officer_sees_a_sample_of_every_style_on_opening_a_template(templates: Path) -> None:
    document = Document(str(templates / "committee-2012" / "style.docx"))
    seen = {str(part.style.name) for part in document.paragraphs if part.style}
    seen |= {
        str(part.style.name)
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for part in cell.paragraphs
        if part.style
    }
    assert set(PARAGRAPHS) - seen == {"Header", "Footer"}


def test_the_officers_page_explains_every_style(templates: Path) -> None:
    page = (templates / "README.md").read_text(encoding="utf-8")
    assert [name for name in (*PARAGRAPHS, *CHARACTERS, *TABLES) if name not in page] == []


def test_an_export_that_is_not_asked_for_loads_no_word_library() -> None:
    code = (
        "import sys, clerk.writers.word, clerk.writers.pdf, clerk.writers.data;"
        "print([name for name in ('docx', 'lxml') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
