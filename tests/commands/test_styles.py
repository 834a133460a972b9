"""House styles of a council's own: begun, checked, and refused by name before anything is used."""

from pathlib import Path

import pytest
from docx import Document

from tests.commands.conftest import Clerk


def test_styles_are_listed(clerk: Clerk) -> None:
    assert "parish-2020" in clerk("styles").out


def test_a_copy_is_the_councils_own_and_sound(clerk: Clerk, home: Path) -> None:
    answer = clerk("styles", "copy", "parish-2020", "our-minutes")
    assert answer.code == 0
    assert (home / "house-styles" / "our-minutes" / "style.docx").is_file()
    assert "our-minutes" in clerk("styles").out
    checked = clerk("styles", "check", "our-minutes")
    assert (checked.code, checked.out) == (0, "The house style “our-minutes” is sound.\n")
    assert clerk("styles", "check", str(home / "house-styles" / "our-minutes")).code == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("copy", "nope", "x"), "There is no house style “nope”"),
        (("copy", "parish-2020", "cabinet-2012"), "already"),
        (("copy", "parish-2020", "../out"), "cannot be the name"),
        (("copy", "parish-2020", " "), "needs a name"),
        (("check", "nope"), "There is no house style “nope”"),
    ],
)
def test_what_cannot_be_copied_or_checked_is_a_sentence(
    clerk: Clerk, words: tuple[str, ...], told: str
) -> None:
    answer = clerk("styles", *words)
    assert answer.code == 2
    assert told in answer.err


def test_all_that_is_wrong_is_said_at_once(clerk: Clerk, home: Path) -> None:
    clerk("styles", "copy", "parish-2020", "ours")
    folder = home / "house-styles" / "ours"
    (folder / "style.toml").write_text('[minut]\nnumber = "x"\n', encoding="utf-8")
    document = Document(str(folder / "style.docx"))
    document.styles["Limb 2"].delete()
    document.styles["Note"].delete()
    document.save(str(folder / "style.docx"))
    answer = clerk("styles", "check", "ours")
    assert answer.code == 1
    assert "style.toml, line 1: “minut” is not known. Did you mean “minute”?" in answer.out
    assert "no paragraph style “Limb 2” (the nearest that it has is “Limb”)" in answer.out
    assert "no paragraph style “Note”" in answer.out
    listed = clerk("styles")
    assert listed.code == 0
    assert "cannot be used" in listed.out


def test_a_pale_style_is_found_before_it_is_used(clerk: Clerk, home: Path) -> None:
    from docx.shared import RGBColor

    clerk("styles", "copy", "parish-2020", "pale")
    path = home / "house-styles" / "pale" / "style.docx"
    document = Document(str(path))
    document.styles["Note"].font.color.rgb = RGBColor(0xCC, 0xCC, 0xCC)
    document.save(str(path))
    answer = clerk("styles", "check", "pale")
    assert answer.code == 1
    assert (
        "in a trial document: The style “Note” has a contrast of 1.6 to 1; 4.5 is needed."
        in answer.out
    )


def test_a_document_is_looked_through(clerk: Clerk, tmp_path: Path) -> None:
    file = tmp_path / "report.docx"
    Document().save(str(file))
    answer = clerk("check-document", str(file))
    assert answer.code == 1
    assert f"{file}: headings: There is no heading" in answer.out
    assert clerk("check-document", str(tmp_path / "none.docx")).code == 2


def test_nothing_is_found_in_any_document_that_clerk_writes(
    clerk: Clerk, meeting: str, tmp_path: Path
) -> None:
    minuted = clerk("minute", meeting, "B1", typed="RESOLVED that it be noted.")
    assert minuted.code == 0, minuted.err
    papers = (
        ("minutes", meeting),
        ("agenda", meeting),
        ("attendance-sheet", meeting),
        ("decisions", meeting),
        ("membership", "env"),
    )
    for what, of in papers:
        file = tmp_path / f"{what}.docx"
        written = clerk("export", what, of, "-o", str(file))
        assert (written.code, written.out.splitlines()[1:]) == (0, []), what
        assert clerk("check-document", str(file)).out == f"{file}: nothing found.\n"


PAPER = """WEALDSHIRE BOROUGH COUNCIL

ROADS COMMITTEE

MINUTES of a meeting of the Roads Committee held in the Weir Room on Thursday, 23 April 2026.

PRESENT: Councillors R Abbot, D Birch and K Dray

IN ATTENDANCE: Ms N Quayle (Democratic Services Officer)

1. Apologies

(1) There were none.

(2) RESOLVED that the report be noted.
"""


def test_a_style_of_the_councils_own_never_stops_a_paper_from_being_read(
    clerk: Clerk, home: Path, tmp_path: Path
) -> None:
    for name, toml in (
        ("broken", "[minut]\n"),
        (
            "plural",
            '[[attendance.groups]]\ncapacity = "present"\nlabel = "PRESENT:"\n'
            'several = "Councillors "\n[[attendance.groups]]\ncapacity = "in attendance"\n'
            'label = ""\n',
        ),
    ):
        clerk("styles", "copy", "committee-2012", name)
        (home / "house-styles" / name / "style.toml").write_text(toml, encoding="utf-8")
    paper = tmp_path / "minutes.txt"
    paper.write_text(PAPER, encoding="utf-8")
    assert clerk("import", str(paper)).code == 0
    answer = clerk("show", "roads/2026-04-23", "--edition", "full")
    assert answer.code == 0, answer.err
    shown = answer.out
    assert "Abbot" in shown
    assert "RESOLVED that the report be noted." in shown
