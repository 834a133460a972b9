"""Every command once as it should go: what it says, its exit code, and what is stored after it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import Answer, Clerk
from tests.desk.incoming.test_importing import PAPER, paper

ENV = "environment-and-highways-committee"


def done(answer: Answer) -> str:
    """The words said, of a command that did what it should."""
    assert (answer.code, answer.err) == (0, "")
    return answer.out


def as_json(answer: Answer) -> Any:
    return json.loads(done(answer))


def test_a_council_by_hand_from_nothing_to_published_minutes_in_word(
    clerk: Clerk, tmp_path: Path
) -> None:
    assert "no committee yet" in done(clerk("committees"))
    assert done(clerk("add", "committee", "Parks Committee", "--authority", "Wealdshire")) == (
        "Parks Committee: parks-committee\n"
    )
    done(clerk("add", "member", "parks", "Mrs R Dace", "--group", "Green", "--role", "Chairman"))
    assert done(clerk("add", "member", "parks", "Mr F Tolley", "--on", "1 March 2026")) == (
        "Mr F Tolley: Parks Committee from 1 March 2026\n"
    )
    done(clerk("add", "officer", "Dr B Anstey", "--post", "Head of Parks"))
    assert "Mrs R Dace (Chairman)" in done(clerk("members", "parks"))
    said = done(
        clerk("add", "meeting", "parks", "23/4/2026", "--time", "10am", "--venue", "Town Hall")
    )
    assert said == (
        "Parks Committee, Thursday, 23 April 2026, 10.00 am, Town Hall\n"
        "  parks-committee/2026-04-23\n"
    )
    assert done(clerk("add", "items", "parks/next", typed="A1 Apologies\nB1 Benches\n")) == (
        "A1 Apologies\nB1 Benches\n"
    )
    assert done(clerk("mark", "parks/next", "Dace", "present")) == "Mrs R Dace: present\n"
    done(clerk("mark", "parks/next", "Anstey", "in-attendance"))
    assert done(
        clerk("minute", "parks/next", "B1", typed="RESOLVED that benches be bought.\n")
    ) == ("Minuted: Benches\n")
    shown = done(clerk("show", "parks/next"))
    assert shown.startswith("DRAFT")
    assert "~1. Benches" in shown
    assert "PRESENT: Mrs R Dace (Chairman)" in shown
    assert "IN ATTENDANCE: Dr B Anstey (Head of Parks)" in shown
    assert "Minute 1 published" in done(clerk("publish", "parks/next"))
    assert "~" not in done(clerk("show", "parks/next"))
    target = tmp_path / "minutes.docx"
    assert done(clerk("export", "minutes", "parks/next", "-o", str(target))) == (
        f"Written: {target}\n"
    )
    assert target.read_bytes().startswith(b"PK")
    assert "RESOLVED that benches be bought." in done(clerk("resolutions", "benches"))


def test_a_meetings_number_in_its_year_is_typed_where_earlier_ones_are_not_in_clerk(
    clerk: Clerk, meeting: str
) -> None:
    done(clerk("styles", "set", "committee-2012", "heading.above=No. {meeting} {municipal_full}",
               "--as", "ours"))  # fmt: skip
    done(clerk("change", "meeting", meeting, "--style", "ours", "--nth", "3"))
    done(clerk("minute", meeting, "B1", typed="Noted.\n"))
    assert "\nNo. 3 2025/2026\n" in done(clerk("show", meeting))
    refused = clerk("change", "meeting", meeting, "--nth", "0")
    assert refused.code == 2
    assert "counted from 1" in refused.err


def test_a_paper_from_import_to_show(clerk: Clerk, tmp_path: Path) -> None:
    file = str(paper(tmp_path))
    dry = clerk("import", "--dry-run", file)
    assert dry.code == 0 and "Nothing was stored" in dry.out
    said = done(clerk("import", file))
    assert "minutes 9 to 10" in said
    assert f"clerk show {ENV}/2026-04-23" in said
    assert "most doubtful first" in said
    assert "10. Winter maintenance" in done(clerk("show", "env/2026-04-23"))
    assert "was read before" in done(clerk("import", file))
    doubts = done(clerk("doubts", "env/2026-04-23"))
    assert doubts.startswith("1. ")
    assert "Settled:" in done(clerk("doubts", "env/2026-04-23", "--settle", "1"))
    assert "undo" not in done(clerk("undo", "env/2026-04-23"))
    assert "settled, uncertain of the same" in done(
        clerk("doubts", "env/2026-04-23", "--settle", "1", "--alike")
    )
    left = done(clerk("doubts", "env/2026-04-23"))
    assert left.count("\n") == doubts.count("\n") - 1


def test_a_strict_import_with_doubts_is_a_finding(clerk: Clerk, tmp_path: Path) -> None:
    assert clerk("import", "--strict", str(paper(tmp_path))).code == 1


def test_mending_from_the_command_line(clerk: Clerk, tmp_path: Path) -> None:
    misread = PAPER.replace("Mr F Tolley", "Mr F Tolly").replace("Winter", "Wlnter")
    done(clerk("import", str(paper(tmp_path, misread))))
    of = "env/2026-04-23"
    assert done(clerk("mend", "name", "Mr F Tolly", "Mr F Tolley")) == (
        "Mr F Tolly mended to Mr F Tolley\n"
    )
    done(clerk("mend", "title", of, "10.", "Winter maintenance"))
    done(clerk("mend", "text", of, "~10", typed="(1)= One.\n"))
    shown = done(clerk("show", of))
    assert "Mr F Tolley" in shown and "Tolly" not in shown.replace("Tolley", "")
    assert "10. Winter maintenance" in shown


def test_changing_particulars_reads_them_back(clerk: Clerk, meeting: str) -> None:
    said = done(clerk("change", "meeting", meeting, "--time", "2 pm", "--venue", "Town Hall"))
    assert said.endswith("Thursday, 23 April 2026, 2.00 pm, Town Hall\n")
    done(clerk("change", "meeting", meeting, "--first-number", "9", "--style", "cabinet-2012"))
    done(clerk("minute", meeting, "B1", typed="Words."))
    assert "~9. Road safety" in done(clerk("show", meeting))
    said = done(
        clerk("change", "committee", "env", "--name", "Roads Committee", "--reset", "never")
    )
    assert said == "Roads Committee: style committee-2012, numbers reset: never\n"


def test_undo_redo_and_history(clerk: Clerk, meeting: str) -> None:
    done(clerk("minute", meeting, "B1", typed="Words."))
    assert done(clerk("undo", meeting)) == "Undone: Text of “Road safety”\n"
    assert "Words." not in done(clerk("show", meeting))
    assert "Text of “Road safety”" in done(clerk("redo", meeting))
    assert "Words." in done(clerk("show", meeting))
    history = done(clerk("history", meeting))
    assert "Undone: Text of “Road safety”" in history
    assert "added" in done(clerk("history", "register"))
    assert "Undone" in done(clerk("undo", "register"))


def test_what_was_undone_last_is_done_again_in_the_register_too(clerk: Clerk, meeting: str) -> None:
    done(clerk("add", "committee", "Harbours Committee"))
    before = done(clerk("committees"))
    done(clerk("undo", "register"))
    assert "Harbours" not in done(clerk("committees"))
    done(clerk("redo", "register"))
    assert done(clerk("committees")) == before
    done(clerk("undo", "register"))
    assert "Harbours" in done(clerk("redo")), "without a name it is the newest undoing"
    done(clerk("minute", meeting, "B1", typed="Words."))
    done(clerk("undo", meeting))
    assert "Text of “Road safety”" in done(clerk("redo"))
    refused = clerk("redo", "register")
    assert refused.code == 2 and "nothing to do again" in refused.err


def test_withdrawing_and_checking(clerk: Clerk, meeting: str) -> None:
    done(clerk("minute", meeting, "B1", typed="Words."))
    assert done(clerk("check", meeting)) == "Nothing was found.\n"
    done(clerk("publish", meeting))
    assert "Publication withdrawn: wrong chair" in done(clerk("withdraw", meeting, "wrong chair"))
    done(clerk("add", "meeting", "env", "9 July 2026", "--first-number", "5"))
    done(clerk("add", "items", "env/07-09", typed="A1 Apologies"))
    done(clerk("minute", "env/07-09", "A1", typed="None."))
    found = clerk("check", "env/07-09")
    assert found.code == 1
    assert "2 to 4 are missing" in found.out


def test_marks_of_every_kind(clerk: Clerk, meeting: str) -> None:
    for how in ("present", "apologies", "absent", "remote", "also-present", "in-attendance"):
        assert done(clerk("mark", meeting, "Orme", how)) == (
            f"Ms K Orme: {how.replace('-', ' ')}\n"
        )
    assert done(clerk("mark", meeting, "Orme", "expected")) == "Ms K Orme: expected\n"


def test_lists_in_columns(clerk: Clerk, meeting: str) -> None:
    assert "23 April 2026" in done(clerk("committees"))
    assert meeting in done(clerk("meetings", "env"))
    assert "Mr F Tolley" in done(clerk("people", "tolley"))
    assert "committee-2012" in done(clerk("styles"))
    assert done(clerk("resolutions", "nothing")) == "No resolution was found.\n"
    assert "not known" in done(clerk("members", "env", "--on", "1/1/2020"))


def test_the_agenda_is_shown_while_there_are_no_minutes_and_when_asked_for(
    clerk: Clerk, meeting: str
) -> None:
    assert "AGENDA\n" in done(clerk("show", meeting))
    done(clerk("minute", meeting, "B1", typed="- one\n- two"))
    assert "AGENDA\n" in done(clerk("show", "--agenda", meeting))
    assert done(clerk("show", "--notation", meeting)) == "# Road safety\n- one\n- two\n\n"


@pytest.mark.parametrize(
    "words",
    [
        ("committees",),
        ("people",),
        ("members", "env"),
        ("meetings",),
        ("resolutions",),
        ("show", ENV + "/2026-04-23"),
        ("show", "--agenda", ENV + "/2026-04-23"),
        ("history", ENV + "/2026-04-23"),
        ("history", "register"),
        ("doubts", ENV + "/2026-04-23"),
        ("check", ENV + "/2026-04-23"),
    ],
)
@pytest.mark.usefixtures("meeting")
def test_json_is_json(clerk: Clerk, words: tuple[str, ...]) -> None:
    done(clerk("minute", "env/next", "B1", typed="RESOLVED that it be noted."))
    as_json(clerk(*words, "--json"))


def test_an_import_as_json(clerk: Clerk, tmp_path: Path) -> None:
    (read,) = as_json(clerk("import", "--json", str(paper(tmp_path))))
    assert read["paper"] == "minutes.txt"
    assert read["read"]["refs"] == [f"{ENV}/2026-04-23"]


def test_a_membership_list_is_written_as_text(clerk: Clerk, tmp_path: Path, meeting: str) -> None:
    assert meeting
    target = tmp_path / "members.txt"
    done(clerk("export", "membership", "env", "-o", str(target)))
    written = target.read_text(encoding="utf-8")
    assert "Membership (4) as at 20 April 2026" in written
    assert done(clerk("export", "membership", "env")) == written


def test_a_document_without_a_place_goes_to_the_exports_folder(
    clerk: Clerk, home: Path, meeting: str
) -> None:
    done(clerk("minute", meeting, "B1", typed="Words."))
    done(clerk("export", "minutes", meeting))
    (made,) = (home / "exports").iterdir()
    assert made.name.endswith("(draft).docx")


def test_the_demo_tells_its_tour_where_there_is_no_terminal(clerk: Clerk, home: Path) -> None:
    said = done(clerk("demo"))
    assert str(home) in said
    assert "Environment and Highways Committee" in done(clerk("committees"))
    assert done(clerk("demo")) == said


def test_the_version_is_told_without_a_folder(
    clerk: Clerk, capsys: pytest.CaptureFixture[str]
) -> None:
    from clerk.cli import main

    assert clerk("--version").out.startswith("clerk ")
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("clerk ")


def test_private_notes_are_kept_apart_and_struck_out_for_good(
    clerk: Clerk, meeting: str, home: Path
) -> None:
    done(clerk("notes", meeting, "--write", typed="Check the tape.\n"))
    assert done(clerk("notes", meeting)) == "Check the tape.\n"
    stored = [path.read_text(encoding="utf-8") for path in (home / "meetings").rglob("*.json")]
    assert "tape" not in "".join(stored)
    done(clerk("notes", meeting, "--write"))
    assert not list((home / "notes").iterdir())


def test_an_item_without_a_report_says_so(clerk: Clerk, meeting: str) -> None:
    refused = clerk("show", meeting, "--report", "A1")
    assert refused.code == 2
    assert "hold no report" in refused.err


def test_items_are_taken_as_the_meeting_takes_them(clerk: Clerk, meeting: str) -> None:
    clerk("minute", meeting, "A1", typed="Apologies were received.")
    assert done(clerk("item", "now", meeting, "B1")) == "Now taken: B1 Road safety\n"
    assert "one minute" not in done(clerk("item", "together", meeting, "A1", "A2"))
    assert "Items A1 and A2" in done(clerk("show", meeting))
    done(clerk("item", "apart", meeting, "A2"))
    said = done(clerk("item", "urgent", meeting, "The bridge", "it was closed on Monday"))
    assert "special circumstances: it was closed on Monday" in said
    assert clerk("item", "urgent", meeting, "The weir", "").code == 2
    assert "deferred" in done(clerk("item", "defer", meeting, "B1"))
    assert "withdrawn" in done(clerk("item", "withdraw", meeting, "B1"))
    assert "Decisions" in done(clerk("item", "heading", meeting, "B1", "Decisions", "--ref", "B"))
    assert "B - Decisions" in done(clerk("show", meeting, "--agenda"))
    assert clerk("item", "earlier", meeting, "B1").code == 2, "it has no minute yet"
