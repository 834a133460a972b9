"""What is the clerk's alone, or may be kept nowhere, is in no file but its own and in no answer.

Private notes, the nature of a sensitive interest that was declared so from the start, and the
subject of one in the register, which only the register may hold. Looked for in every file that
Clerk writes, backups and locks among them, and in the answer of every command that looks.
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from clerk.commands import log
from clerk.desk.documents.export_papers import PAPERS
from clerk.desk.meeting.meeting_desk import MeetingDesk
from tests.commands.conftest import Clerk
from tests.commands.test_hostile_commands import COMMANDS, filled
from tests.commands.test_leaks import path_of
from tests.desk.builders import office_in

NOTE, NATURE, SUBJECT = "Ptarmigan", "Wheatear", "Dotterel"
LOOKING = (
    *(
        "show",
        "history",
        "check",
        "doubts",
        "room",
        "decisions",
        "interests",
        "front-sheet",
        "usual",
    ),
    *("member", "people", "members", "changes", "attendance", "six-months", "meetings"),
    *(
        "search",
        "resolutions",
        "actions",
        "committees",
        "vacancies",
        "chairs",
        "doctor",
        "phrases",
        "styles",
    ),
)
"""Commands that tell and change nothing."""


def test_private_words_are_in_no_file_but_their_own_and_in_no_answer(
    clerk: Clerk, home: Path, meeting: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "log_file", lambda: tmp_path / "clerk.log")
    monkeypatch.chdir(tmp_path)
    said = list(_made(clerk, meeting))
    with MeetingDesk(office_in(home), path_of(home, meeting)):
        said += _asked(clerk, meeting)
        told = {words: answer for words, answer in said if _words_in(answer)}
        assert told == {}
        where = {word: sorted(_places_of(word, tmp_path)) for word in (NOTE, NATURE, SUBJECT)}
    assert where[NATURE] == []
    assert [name.rpartition("/")[0] for name in where[NOTE]] == ["home/notes"]
    assert where[SUBJECT], "there was something to hide"
    assert all(name.startswith(("home/register.json", "home/backups/")) for name in where[SUBJECT])
    assert not any(_words_in(str(path)) for path in tmp_path.rglob("*"))
    assert NOTE in clerk("notes", meeting).out, "there was something to hide"


def _made(clerk: Clerk, meeting: str) -> Iterator[tuple[str, str]]:
    """The meeting with what is private in it, and what was answered on the way."""
    for words in (
        ("act", meeting, "present pell, tolley, orme"),
        ("interest", "Tolley", "Employment", f"{SUBJECT} Ltd", "--sensitive"),
        ("act", meeting, f"doi tolley B1 sensitive leaves “{NATURE} is his landlord”"),
        ("change", "meeting", meeting, "--venue", "Room 2"),
        ("minute", meeting, "B1"),
        ("undo", meeting),
        ("redo", meeting),
        ("publish", meeting),
        ("backup", "all.zip"),
        ("restore", "all.zip"),
    ):
        typed = "The dock was seen." if "minute" in words else ""
        answer = clerk(*words, typed=typed)
        assert answer.code == 0, answer
        yield " ".join(words), answer.out + answer.err
    assert clerk("notes", meeting, "--write", typed=f"{NOTE} is lying.").code == 0


def _asked(clerk: Clerk, meeting: str) -> list[tuple[str, str]]:
    """What every command that looks answers, on both streams, and every document."""
    said = []
    for name, parser in COMMANDS.items():
        if name.split()[0] in LOOKING:
            for word in ("Tolley", NATURE[:5]):
                answer = clerk(*name.split(), *filled(parser, meeting, word))
                said.append((f"{name} {word}", answer.out + answer.err))
    for what in PAPERS:
        for target in ([], ["-o", f"{what}.docx"]):
            answer = clerk("export", what, meeting, "B1", *target)
            said.append((f"export {what}", answer.out + answer.err))
    said.append(("history register", clerk("history", "register").out))
    return said


def _words_in(text: str) -> list[str]:
    return [word for word in (NOTE, NATURE, SUBJECT) if word.casefold() in text.casefold()]


def _places_of(word: str, folder: Path) -> Iterator[str]:
    """The files that hold the word: of a zip file, the parts, which are packed in it."""
    looked = word.casefold().encode()
    for path in folder.rglob("*"):
        if not path.is_file():
            continue
        name = path.relative_to(folder).as_posix()
        if looked in path.read_bytes().lower():
            yield name
        elif zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as package:
                parts = package.namelist()
                found = [part for part in parts if looked in package.read(part).lower()]
            if "register.json" in found and name == "all.zip":
                found.remove("register.json")  # the backup that was asked for
            yield from (f"{name}/{part}" for part in found)
