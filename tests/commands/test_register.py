"""The register on the command line: acts read back, lists in every form, a table taken in."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.commands.conftest import Clerk
from tests.commands.test_commands import ENV, as_json, done

TABLE = """\
Party;Member;Date appointed;Role
Green;"Kite, Mr J A";01/05/2026;Chair
Green;=cmd|' /C calc'!A0;01/05/2026;
"""


def test_a_municipal_year_of_changes_is_typed_and_undone(clerk: Clerk, meeting: str) -> None:
    assert meeting
    on = ("--on", "5 May 2026")
    assert done(clerk("replace", "env", "tolley", "Mr G Quill", *on, "--source", "minute 7")) == (
        "Mr G Quill replaces Mr F Tolley on Environment and Highways Committee from 5 May 2026 "
        "(minute 7).\n"
    )
    done(clerk("leave", "pell", "env", "--how", "died", *on))
    done(clerk("elect", "env", "dace", *on))
    assert "has gone" not in done(clerk("appoint", "env", "Ms V Vane", "--group", "Labour", *on))
    assert "Labour (4): " in done(clerk("seats", "env", "Labour", "--add", "1", *on))
    done(clerk("rename-person", "Vane", "Dame Violet Vane", "--on", "6 May 2026"))
    assert "stay the old group's" in done(clerk("regroup", "orme", "Green", *on))
    done(clerk("rename-committee", "env", "Roads Committee", "--on", "7 May 2026"))
    assert done(clerk("members", "env", "--on", "7 May 2026")) == (
        "Membership (6)\n"
        "Conservative (2): Mrs R Dace (Chairman) and Vacancy\n"
        "Labour (4): Ms K Orme, Mr G Quill, Dame Violet Vane and Vacancy\n"
    )
    assert "(Chairman)" in done(clerk("members", "env", "--on", "4 May 2026"))
    for _ in range(8):
        done(clerk("undo", "register"))
    assert done(clerk("members", "env")).startswith("Membership (4)\n")
    assert "Mr F Tolley" in done(clerk("members", "env", "--on", "7 May 2026"))


def test_rules_are_shown_and_changed(clerk: Clerk, meeting: str) -> None:
    assert meeting
    words = ("--quorum", "1/3", "--minimum", "3", "--substitutes", "any member", "--sits-as", "X")
    assert done(clerk("rules", "env", *words)) == (
        "Environment and Highways Committee, 20 April 2026\n"
        "  chair: Chairman\n"
        "  quorum: 1/3 of the seats, at least 3\n"
        "  substitutes: any member, for the whole meeting\n"
        "  sits as: X\n"
        "  before 20 April 2026: chair: Chairman; quorum: not set; substitutes: of the same group, "
        "for the whole meeting\n"
        "  from 20 April 2026: chair: Chairman; quorum: 1/3 of the seats, at least 3; "
        "substitutes: any member, for the whole meeting; sits as: X\n"
    )
    assert "quorum: not set\n" in done(clerk("rules", "env", "--on", "19 April 2026"))


@pytest.mark.parametrize(
    "words",
    [
        ("members", ENV),
        ("member", "pell"),
        ("vacancies",),
        ("chairs",),
        ("changes", ENV, "--from", "1 March 2026"),
        ("attendance",),
        ("six-months",),
        ("committees",),
        ("people",),
        ("meetings",),
        ("resolutions",),
    ],
)
def test_every_list_comes_out_as_csv_and_json_and_into_a_file(
    clerk: Clerk, meeting: str, tmp_path: Path, words: tuple[str, ...]
) -> None:
    assert meeting
    assert done(clerk(*words))
    rows = list(csv.reader(io.StringIO(done(clerk(*words, "--csv")))))
    assert rows and all(len(row) == len(rows[0]) for row in rows)
    as_json(clerk(*words, "--json"))
    target = tmp_path / "list.csv"
    done(clerk(*words, "-o", str(target)))
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    done(clerk(*words, "-o", str(tmp_path / "list.json")))
    json.loads((tmp_path / "list.json").read_text(encoding="utf-8"))
    assert clerk(*words, "-o", str(tmp_path / "list.exe")).code == 2


def test_a_hostile_word_leaves_in_csv_as_text_and_comes_back_as_it_was(
    clerk: Clerk, meeting: str
) -> None:
    assert meeting
    group = "=HYPERLINK(1)"
    done(clerk("appoint", "env", "Mr G Quill", "--group", group))
    rows = list(csv.reader(io.StringIO(done(clerk("members", "env", "--csv")))))
    assert f"'{group}" in [row[2] for row in rows]
    table = "Name,Group\nMr G Quill,'=HYPERLINK(1)\n"
    assert "change nothing" in _import(clerk, table, "--committee", "env")


def _import(clerk: Clerk, table: str, *words: str) -> str:
    path = Path.cwd() / "table.csv"
    path.write_bytes(table.encode("utf-8-sig"))
    return done(clerk("import-members", str(path), *words))


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_table_is_tried_then_refused_for_one_fault_then_taken_in_and_undone(
    clerk: Clerk, meeting: str, tmp_path: Path
) -> None:
    assert meeting
    path = tmp_path / "members.csv"
    path.write_bytes(TABLE.encode("utf-8-sig"))
    tried = clerk("import-members", str(path), "--committee", "env", "--dry-run")
    assert tried.code == 1 and "line 3, column “Member”" in tried.out
    refused = clerk("import-members", str(path), "--committee", "env")
    assert refused.code == 2 and "nothing was stored" in refused.err
    path.write_bytes(TABLE.rpartition("Green")[0].encode("cp1252"))
    said = done(clerk("import-members", str(path), "--committee", "env"))
    assert "1 of 1 rows taken in" in said
    assert "Green (1): Mr J A Kite (Chairman)" in done(clerk("members", "env", "--on", "1/5/2026"))
    done(clerk("undo", "register"))
    assert "Kite" not in done(clerk("people"))
    read = as_json(clerk("import-members", str(path), "--committee", "env", "--dry-run", "--json"))
    assert read["rows"][0]["name"] == "Mr J A Kite"


def test_a_membership_list_is_written_as_word_in_the_house_style(
    clerk: Clerk, meeting: str, tmp_path: Path
) -> None:
    from docx import Document

    assert meeting
    done(clerk("appoint", "env", "Mr G [red]Quill", "--group", "Green & Co"))
    target = tmp_path / "members.docx"
    done(clerk("export", "membership", "env", "-o", str(target)))
    words = [paragraph.text for paragraph in Document(str(target)).paragraphs]
    assert "Membership (5) as at 20 April 2026" in words
    assert "Green & Co (1): Mr G [red]Quill" in words
    assert clerk("export", "membership", "env", "-o", str(tmp_path / "x.odt")).code == 2


def test_popolo_json_is_given_for_a_committee(clerk: Clerk, meeting: str) -> None:
    assert meeting
    found = as_json(clerk("members", "env", "--popolo"))
    assert {len(found["persons"]), len(found["memberships"])} == {4, 6}
    assert as_json(clerk("members", "env", "--popolo", "--on", "1/1/2020"))["memberships"] == []


def test_the_agenda_notes_a_change_and_a_broken_rule_needs_a_note(
    clerk: Clerk, meeting: str
) -> None:
    done(clerk("add", "meeting", "env", "9 July 2026"))
    done(clerk("replace", "env", "tolley", "Mr G Quill", "--on", "5 May 2026"))
    agenda = done(clerk("show", "env/2026-07-09", "--agenda"))
    note = "To note that Mr G Quill has replaced Mr F Tolley as a member of this Committee."
    assert note in agenda
    done(clerk("add", "officer", "Dr C Fry"))
    words = ("mark", meeting, "Fry", "present", "--for", "orme")
    refused = clerk(*words)
    assert refused.code == 2 and "no member of the council" in refused.err
    done(clerk(*words, "--note", "agreed by the Chairman"))
    assert "agreed by the Chairman" in done(clerk("history", meeting))


def test_interests_are_registered_asked_about_and_ended(clerk: Clerk, meeting: str) -> None:
    done(clerk("interest", "orme", "Employment", "Road safety", "--on", "1 March 2026"))
    assert "Employment: Road safety" in done(clerk("interests", meeting))
    assert len(as_json(clerk("interests", meeting, "--json"))) == 1
    done(clerk("interest", "orme", "Employment", "road", "--end", "--on", "1 April 2026"))
    assert "Employment" not in done(clerk("interests", meeting))
    assert "until 31 March 2026" in done(clerk("member", "orme"))


def test_a_co_opted_member_votes_on_what_is_said(clerk: Clerk, meeting: str) -> None:
    assert meeting
    done(
        clerk("appoint", "env", "Canon T Vicary", "--group", "Church Representatives", "--co-opted")
    )
    done(clerk("co-opted", "Vicary", "--votes-on", "education"))
    page = done(clerk("member", "Vicary"))
    assert page.startswith("Canon T Vicary (co-opted)") and "votes on: education" in page


def test_posts_and_dissolution_and_seats_over_time_are_told(clerk: Clerk, meeting: str) -> None:
    assert meeting
    done(clerk("post", "Anstey", "Director of Roads", "--on", "1 May 2026"))
    assert "from 1 May 2026: Director of Roads" in done(clerk("member", "Anstey"))
    done(clerk("ward", "Dace", "Harbour and Quay", "--on", "1 May 2026"))
    assert "from 1 May 2026: Harbour and Quay" in done(clerk("member", "Dace"))
    assert "Mrs R Dace,member,Conservative,Harbour and Quay," in done(clerk("people", "--csv"))
    assert "has been appointed a member of this Committee" in done(clerk("seats", "env"))
    assert len(as_json(clerk("seats", "env", "--json"))) == 4
    done(clerk("dissolve", "env", "--on", "1 May 2026", "--source", "minute 9"))
    assert "dissolved from 1 May 2026" in done(clerk("members", "env", "--on", "2 May 2026"))


@pytest.mark.parametrize(
    "words",
    [
        ("appoint", "env", " "),
        ("appoint", "env", "Mr J A Pell, MBE"),
        ("appoint", "env", "Mr X Y (Chair)"),
        ("appoint", "env", "Mr X Y", "--on", "1/1/0001"),
        ("replace", "env", "nobody", "Mr X Y"),
        ("replace", "env", "anstey", "Mr X Y"),
        ("leave", "anstey", "env"),
        ("elect", "env", "anstey"),
        ("seats", "env", "Labour", "--abolish", "9"),
        ("seats", "env", "Labour", "--add", "0"),
        ("rename-committee", "env", " "),
        ("rename-person", "pell", "Mr J A Pell, MBE"),
        ("rules", "env", "--quorum", "lots"),
        ("regroup", "pell", "Conservative"),
        ("interest", "pell", "Land", "barn", "--end"),
        ("import-members", "none.csv"),
        ("attendance", "nobody"),
        ("changes", "env", "--from", "smarch"),
        ("member", ""),
    ],
)
def test_what_does_not_fit_is_refused_in_a_sentence_and_changes_nothing(
    clerk: Clerk, meeting: str, words: tuple[str, ...]
) -> None:
    assert meeting
    before = as_json(clerk("history", "register", "--json"))
    answer = clerk(*words)
    assert answer.code == 2 and "Traceback" not in answer.err and answer.err
    assert as_json(clerk("history", "register", "--json")) == before
