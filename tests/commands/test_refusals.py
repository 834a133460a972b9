"""What cannot be done is one sentence with the remedy, the right exit code, and nothing stored."""

import errno
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from clerk.cli import main
from clerk.desk.lookup import find_meeting
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from tests.commands.conftest import Answer, Clerk
from tests.desk.builders import office_in
from tests.desk.incoming.test_importing import PAPER, paper
from tests.hostile import WORDS

ENV = "environment-and-highways-committee"
M = f"{ENV}/2026-04-23"


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a data folder but caches, open journals and the backup of the day."""
    passing = {folder / "cache", folder / "journal", folder / "backups"}
    files = (p for p in folder.rglob("*") if p.is_file() and not passing.intersection(p.parents))
    return {str(path): path.read_bytes() for path in files}


def refused(answer: Answer, code: int = 2) -> str:
    """The sentence of a refusal: one line on stderr, none on stdout, no traceback.

    That the backup of the day could not be made is told besides.
    """
    assert answer.code == code
    assert "Traceback" not in answer.err
    lines = [line for line in answer.err.splitlines() if "No backup made" not in line]
    if not lines[0].startswith("usage:"):
        assert len(lines) == 1
        assert lines[0].startswith("clerk: ")
        assert answer.out == ""
        assert lines[0].rstrip()[-1] in ".!?`”"
    return answer.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("show", "none/2026-04-23"), "no committee “none”"),
        (("show", "env/2012"), "There are environment"),
        (("show", M + "x"), "no meeting"),
        (("publish", M), "no minutes to publish"),
        (("export", "minutes", M), "no minutes to export"),
        (("withdraw", M, "why"), "only published"),
        (("withdraw", M, "  "), "Say why"),
        (("redo", M), "nothing to do again"),
        (("minute", M, "Z9"), "There are A1 Apologies"),
        (("mark", M, "Nobody", "present"), "Nobody in the register"),
        (("mark", M, " ", "present"), "blank"),
        (("doubts", M, "--settle", "1"), "no doubt 1"),
        (("mend", "title", M, "7", "x"), "no minute 7"),
        (("mend", "name", "Mr N Body", "Mr N Other"), "Nobody in the register"),
        (("mend", "name", "Mr F Tolley", " "), "Type"),
        (("change", "meeting", M), "Say what to change"),
        (("change", "meeting", M, "--time", "7.30"), "am or pm"),
        (("change", "meeting", M, "--style", "none"), "no house style"),
        (("change", "meeting", M, "--first-number", "0"), "numbered from 1"),
        (("change", "committee", "env"), "Say what to change"),
        (("change", "committee", "env", "--style", "none"), "no house style"),
        (("change", "committee", "env", "--name", " "), "no words"),
        (("add", "committee", ENV.replace("-", " ")), "already"),
        (("add", "committee", " "), "no words"),
        (("add", "committee", "x" * 600), "600 characters"),
        (("add", "committee", "Parks", "--style", "none"), "no house style"),
        (("add", "member", "env", "Mr F Tolley"), "already"),
        (("add", "member", "env", "Mr G Quill", "--on", "smarch"), "names no day"),
        (("add", "member", "none", "Mr G Quill"), "no committee"),
        (("add", "officer", " "), "words"),
        (("add", "meeting", "env", "smarch"), "names no day"),
        (("add", "meeting", "env", "Friday 23 April 2026"), "Thursday"),
        (("add", "meeting", "env", "1 May 2026", "--time", "half"), "no time of day"),
        (("add", "meeting", "env", "1 May 2026", "--first-number", "0"), "numbered from 1"),
        (("members", "env", "--on", "smarch"), "names no day"),
        (("export", "membership", "env", "-o", "x.xlsx"), "has to end in .docx"),
        (("undo", "none/1"), "no committee"),
        (("history", "none/1"), "no committee"),
        (("import", "no such file.txt"), "no such file.txt"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, tuple) else "",
)
@pytest.mark.usefixtures("meeting")
def test_what_does_not_fit_is_refused_in_a_sentence(
    clerk: Clerk, home: Path, words: tuple[str, ...], told: str
) -> None:
    before = contents(home)
    assert told.casefold() in refused(clerk(*words, typed="Words.")).casefold()
    assert contents(home) == before


@pytest.mark.parametrize(
    "words",
    [("bogus",), ("add",), ("show",), ("mark", M, "x", "upstairs"), ("export", "poem", M)],
)
def test_words_that_are_no_command_are_wrong_use(clerk: Clerk, words: tuple[str, ...]) -> None:
    assert clerk(*words).code == 2


def test_an_ambiguous_meeting_lists_what_it_could_be(clerk: Clerk, meeting: str) -> None:
    assert clerk("add", "meeting", "env", "9 July 2026").code == 0
    assert meeting in refused(clerk("show", "env"))
    assert f"{ENV}/2026-07-09" in refused(clerk("show", "env/2026"))


def test_published_minutes_are_not_minuted_again(clerk: Clerk, meeting: str) -> None:
    clerk("minute", meeting, "B1", typed="Words.")
    clerk("publish", meeting)
    assert "published" in refused(clerk("minute", meeting, "B1", typed="Other."))
    assert "published" in refused(clerk("minute", meeting, "A1", typed="Other."))
    assert "published already" in refused(clerk("publish", meeting))


def test_the_signing_edition_needs_published_minutes(clerk: Clerk, meeting: str) -> None:
    clerk("minute", meeting, "B1", typed="Words.")
    answer = clerk("export", "minutes", meeting, "--edition", "signing")
    assert "Publish first" in refused(answer)


def test_bytes_that_are_no_text_are_refused_before_anything_is_begun(
    clerk: Clerk, home: Path, meeting: str
) -> None:
    clerk("minute", meeting, "A1", typed="None.")
    before = office_in(home).load(office_in(home).meeting_paths()[0]).state
    for words in (
        ("minute", meeting, "B1"),
        ("add", "items", meeting),
        ("mend", "text", meeting, "1"),
    ):
        assert "UTF-8" in refused(clerk(*words, typed=b"caf\xe9 \xff"))
    assert office_in(home).load(office_in(home).meeting_paths()[0]).state == before


def test_a_meeting_that_is_open_elsewhere_is_read_and_not_changed(
    clerk: Clerk, home: Path, meeting: str
) -> None:
    office = office_in(home)
    with MeetingDesk(office, office.meeting_paths()[0]):
        assert clerk("show", meeting).code == 0
        assert "is open with" in refused(clerk("minute", meeting, "B1", typed="Words."))
        assert "is open with" in refused(clerk("undo", meeting))


# --- names that look like something else --------------------------------------------------------

HOSTILE = [
    "a link that acts",
    "a path out of here",
    "a formula",
    "an option",
    "one long word",
    "turned order",
    "a window's title",
    "colours of a terminal",
    "half a character",
    "a place of the house style",
]
"""Of `tests.hostile.WORDS`: test_hostile_commands.py tries them all, and asks for less."""


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_name_is_stored_and_shown_and_steers_no_terminal(
    clerk: Clerk, home: Path, tmp_path: Path, kind: str
) -> None:
    name = WORDS[kind]
    said = [
        clerk("add", "committee", "--", name),
        clerk("committees"),
        clerk("committees", "--json"),
    ]
    (body,) = office_in(home).register.committees.values()
    slug = body.slug
    said += [
        clerk("add", "member", f"--group=g{name}", f"--role=r{name}", "--", slug, name),
        clerk("members", slug),
        clerk("members", slug, "--json"),
        clerk("add", "officer", f"--post=p{name}", "--", f"Mr O {name}"),
        clerk("people"),
        clerk("people", "--json"),
        clerk("add", "meeting", slug, "23 April 2026", f"--venue={name}"),
        clerk("add", "items", f"{slug}/next", typed=f"Zed\nY{name}"),
        clerk("change", "meeting", f"{slug}/next", f"--venue={name}"),
        clerk("minute", f"{slug}/next", "Zed", typed=f"{name}\nRESOLVED that {name}"),
        clerk("show", f"{slug}/next"),
        clerk("show", f"{slug}/next", "--json"),
        clerk("show", f"{slug}/next", "--agenda"),
        clerk("show", f"{slug}/next", "--notation"),
        clerk("resolutions"),
        clerk("resolutions", "--json"),
        clerk("history", f"{slug}/next"),
        clerk("history", f"{slug}/next", "--json"),
        clerk("publish", f"{slug}/next"),
        clerk("withdraw", f"{slug}/next", "--", f"why {name}"),
        clerk("export", "minutes", f"{slug}/next"),
        clerk("show", f"{slug}/{name}") if not name.startswith("-") else clerk("committees"),
    ]
    for answer in said[:-1]:
        assert answer.code == 0, answer
    for answer in said:
        words = answer.out + answer.err
        assert "Traceback" not in words
        assert not {c for c in words if c != "\n" and ord(c) < 32}
        assert not set(words) & {"\x7f", "\x9b", "\u202e", "\u2066", "\udc80"}
    assert {path.name for path in tmp_path.iterdir()} == {"home"}
    plain = name.replace("\x1b", "").replace("\x07", "").replace("\udc80", "")
    if " ".join(plain.split()) == plain:
        assert body.name == plain


# --- the folder ---------------------------------------------------------------------------------


def test_a_folder_that_is_not_there_is_an_empty_one_and_looking_makes_none(
    clerk: Clerk, home: Path
) -> None:
    assert clerk("committees").code == 0
    assert clerk("meetings").code == 0
    assert not home.exists()
    assert "Import a paper" in refused(clerk("members", "env"))


def test_a_file_in_the_folders_place_is_a_matter_of_storage(clerk: Clerk, home: Path) -> None:
    home.write_text("a letter")
    assert "folder" in refused(clerk("committees"), 3)
    assert "folder" in refused(clerk("add", "committee", "Parks"), 3)
    assert home.read_text() == "a letter"


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EROFS, errno.EACCES])
@pytest.mark.usefixtures("meeting")
def test_a_disk_that_takes_nothing_leaves_everything_as_it_was(
    clerk: Clerk, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: int
) -> None:
    file = str(paper(tmp_path, PAPER))
    before = contents(home)
    real: Any = os.open

    def failing(path: Any, flags: int, *rest: Any, **named: Any) -> int:
        if str(home) in str(path) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise OSError(fault, os.strerror(fault))
        opened: int = real(path, flags, *rest, **named)
        return opened

    monkeypatch.setattr(os, "open", failing)
    for words in (
        ("import", file),
        ("add", "committee", "Parks"),
        ("add", "meeting", "env", "9 July 2026"),
        ("minute", M, "B1"),
        ("publish", M),
        ("undo", "register"),
    ):
        refused(clerk(*words, typed="Words."), 3)
    assert contents(home) == before
    for line in (f"show {M}", "meetings", "members env"):
        assert clerk(*line.split()).code == 0


def test_a_folder_that_cannot_be_read_is_a_matter_of_storage(
    clerk: Clerk, home: Path, monkeypatch: pytest.MonkeyPatch, meeting: str
) -> None:
    real = Path.stat

    def failing(path: Path, **named: Any) -> os.stat_result:
        if str(path).startswith(str(home)):
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(path, **named)

    monkeypatch.setattr(Path, "stat", failing)
    refused(clerk("show", meeting), 3)


def test_a_damaged_meeting_is_named_and_the_others_are_still_shown(
    clerk: Clerk, home: Path, meeting: str
) -> None:
    clerk("add", "meeting", "env", "9 July 2026")
    office = office_in(home)
    office.meeting_paths()[0].write_bytes(b"spoilt")
    answer = clerk("meetings")
    assert answer.code == 1
    assert "cannot be read" in answer.out and "2026-07-09" in answer.out
    refused(clerk("show", meeting), 3)
    assert office.meeting_paths()[0].read_bytes() == b"spoilt"
    assert json.loads(clerk("meetings", "--json").out)


def test_the_app_without_a_terminal_is_refused(clerk: Clerk) -> None:
    assert "needs a terminal" in refused(clerk())


def test_the_demo_is_not_put_over_a_real_council(clerk: Clerk, home: Path) -> None:
    clerk("add", "committee", "Parks Committee", "--authority", "Real Council")
    before = contents(home)
    assert "real council" in refused(clerk("demo"))
    assert contents(home) == before


# --- documents ----------------------------------------------------------------------------------


@pytest.fixture
def minuted(clerk: Clerk, meeting: str) -> str:
    clerk("minute", meeting, "B1", typed="Words.")
    return meeting


def test_a_missing_folder_for_a_document_is_told(
    clerk: Clerk, tmp_path: Path, minuted: str
) -> None:
    target = tmp_path / "missing" / "minutes.docx"
    assert "no folder" in refused(clerk("export", "minutes", minuted, "-o", str(target)))
    assert not target.parent.exists()


def test_a_folder_in_the_documents_place_is_told(
    clerk: Clerk, tmp_path: Path, minuted: str
) -> None:
    folder = tmp_path / "out.docx"
    folder.mkdir()
    assert "is a folder" in refused(clerk("export", "minutes", minuted, "-o", str(folder)))


def test_a_document_that_word_has_open_is_told_and_left(
    clerk: Clerk, tmp_path: Path, minuted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "minutes.docx"
    target.write_bytes(b"open in Word")
    real = Path.replace

    def held(path: Path, to: Path) -> Path:
        if Path(to) == target:
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(path, to)

    monkeypatch.setattr(Path, "replace", held)
    assert "open in Word" in refused(clerk("export", "minutes", minuted, "-o", str(target)))
    assert target.read_bytes() == b"open in Word"
    assert [path.name for path in tmp_path.iterdir() if "tmp" in path.name] == []


def test_a_style_that_there_is_not_writes_no_document(
    clerk: Clerk, tmp_path: Path, minuted: str
) -> None:
    target = tmp_path / "minutes.docx"
    answer = clerk("export", "minutes", minuted, "--style", "none", "-o", str(target))
    assert "There are: cabinet-2012" in refused(answer)
    assert not target.exists()


def test_a_councils_own_style_with_a_slip_is_told_by_name(
    clerk: Clerk, home: Path, minuted: str
) -> None:
    folder = home / "house-styles" / "ours"
    folder.mkdir(parents=True)
    (folder / "style.toml").write_text('[minute]\nnumbr = "x"')
    answer = clerk("change", "meeting", minuted, "--style", "ours")
    assert "Did you mean “minute.number”" in refused(answer)
    assert clerk("show", minuted).code == 0


def test_no_word_of_exempt_business_is_exported_unless_it_is_asked_for(
    clerk: Clerk, home: Path, meeting: str
) -> None:
    from msgspec.structs import replace

    from clerk.domain.agenda_acts import ItemChanged
    from clerk.domain.meetings import Exempt

    office: Office = office_in(home)
    with MeetingDesk(office, office.meeting_paths()[0]) as desk:
        exempt = Exempt(paragraphs=("3",), public_title="A contract")
        item = replace(desk.meeting.items[2], title="Quillfeather Ltd", exempt=exempt)
        desk.do(ItemChanged(item=item), "exempt")
    clerk("minute", meeting, "B1", typed="RESOLVED that Quillfeather be paid.")
    for _ in range(2):
        for words in (
            ("show", meeting),
            ("show", meeting, "--json"),
            ("show", meeting, "--agenda"),
            ("show", meeting, "--agenda", "--json"),
            ("show", meeting, "--notation"),
            ("show", meeting, "--edition", "public"),
            ("show", meeting, "--edition", "draft"),
            ("resolutions", "--json"),
            ("meetings", "--json"),
            ("committees", "--json"),
        ):
            assert "Quillfeather" not in clerk(*words).out
        assert "Quillfeather" in clerk("show", meeting, "--edition", "full").out
        clerk("publish", meeting)


def test_a_closed_stream_keeps_no_command_from_being_done(
    home: Path, meeting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("stdin", "stdout", "stderr"):  # as a scheduler's, or after `>&-`
        monkeypatch.setattr(sys, name, None)
    assert main(["--home", str(home), "act", meeting, "present pell"]) == 0
    assert main(["--home", str(home), "notes", meeting, "--write"]) == 0
    for each in (sys.stdin, sys.stdout, sys.stderr):
        each.close()
    with MeetingDesk(office_in(home), find_meeting(office_in(home), meeting)) as desk:
        assert [entry.capacity for entry in desk.meeting.attendance] == ["present"]
