"""The app killed while a clerk types: every character that reached the screen comes back.

Through a pseudo-terminal, with the installed program's own start; SIGKILL, SIGTERM, and the
terminal closed under it, heard or not.
"""

import datetime as dt
import platform
import random
import re
import sys
from pathlib import Path

import pytest

from clerk.desk.meeting import calling
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.desk.register import adding
from clerk.desk.unfinished import FormName, Unfinished
from clerk.paths import Home
from tests.faults.terminal import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal")

WORDS = 60
"""Numbered words, so that the last one seen on the screen can be told."""
KEYS_A_SECOND = 90


def now() -> dt.datetime:
    return dt.datetime.now().astimezone()


def office_in(folder: Path) -> Office:
    return Office(Home(folder), now=now, who="Clerk", where=platform.node()).open()


ENDS = {"kill": -9, "term": 143, "close": 129, "close unheard": 129}
"""How the program is ended, and its exit code."""


@pytest.mark.parametrize("how", ENDS)
def test_every_word_that_was_on_the_screen_is_there_when_the_app_opens_again(
    tmp_path: Path, how: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _, path = _a_meeting(tmp_path)
    terminal = _in_the_minute(tmp_path, deaf=how == "close unheard")
    typed = _typed(terminal, random.Random(how).randrange(60, 150))
    assert terminal.end(how.split()[0]) == ENDS[how]
    left = path.with_name(f"{path.name}.lock").exists()
    assert left == (how == "kill"), "who is told to end gives the meeting free"
    assert how != "term" or "\x1b[?1049l" in terminal.drawn, "the terminal is given back"
    assert office_in(tmp_path).left_open(), "the app opens where it was"
    with MeetingDesk(office_in(tmp_path), path) as desk:
        kept = desk.meeting.minutes[0].text
    with capsys.disabled():
        print(f"\n{how}: {len(typed)} characters typed, {len(kept)} kept")
    _nothing_seen_is_missing(terminal, typed, kept)


@pytest.mark.parametrize("how", ["kill", "close unheard"])
def test_every_word_of_the_private_notes_that_was_on_the_screen_is_there_again(
    tmp_path: Path, how: str
) -> None:
    office, path = _a_meeting(tmp_path)
    with MeetingDesk(office, path) as desk:
        desk.keep_notes("Kept before.\n")
    terminal = _in_the_minute(tmp_path, deaf=how == "close unheard")
    terminal.press("\x04")  # Ctrl+D
    terminal.wait_for("PRIVATE NOTES")
    typed = _typed(terminal, random.Random(how).randrange(60, 150))
    terminal.end(how.split()[0])
    with MeetingDesk(office_in(tmp_path), path, lock=False) as desk:
        assert desk.notes.startswith("Kept before.\n"), "a reader sees them too"
    with MeetingDesk(office_in(tmp_path), path) as desk:
        kept = desk.notes.removeprefix("Kept before.\n")
        assert not desk.meeting.minutes, "and nothing of them is in the record"
    assert [each.name for each in office.home.notes_dir.iterdir()] == [f"{desk.meeting.id}.txt"]
    _nothing_seen_is_missing(terminal, typed, kept)


def test_every_letter_of_a_line_being_said_is_there_again(tmp_path: Path) -> None:
    office, path = _a_meeting(tmp_path)
    terminal = _in_the_minute(tmp_path, deaf=False)
    terminal.press("\x0b")  # Ctrl+K
    typed = _typed(terminal, 60)
    terminal.wait_for("w11x")  # said back above the line
    terminal.read(0.2)
    terminal.end("kill")
    unfinished = Unfinished(office.home.journal_dir / "forms.typed", office.meeting_lock)
    assert unfinished.recover() == ("Say it",)
    assert unfinished.begun(FormName.of("Say it", [office.ref(path)])) == {"line": typed}


def _a_meeting(folder: Path) -> tuple[Office, Path]:
    office = office_in(folder)
    body = adding.add_committee(office, "Parks Committee")
    path = calling.call_meeting(office, body.id, office.today, titles=["B1 Benches"])
    return office, path


def _in_the_minute(folder: Path, *, deaf: bool) -> Terminal:
    """The app with the cursor in the minute of the one item."""
    terminal = Terminal("--home", str(folder), deaf=deaf)
    terminal.wait_for("Parks Committee")
    terminal.press("\r")
    terminal.wait_for("Benches")
    terminal.press("\r")
    terminal.read(0.3)
    return terminal


def _typed(terminal: Terminal, keys: int) -> str:
    """Numbered words, key by key, cut short anywhere."""
    words = " ".join(f"w{number:02}x" for number in range(WORDS))[:keys]
    for character in words:
        terminal.press(character)
        terminal.read(1 / KEYS_A_SECOND)
    return words


def _nothing_seen_is_missing(terminal: Terminal, typed: str, kept: str) -> None:
    found = re.findall(r"w(\d\d)x", terminal.words)
    seen = max(map(int, found), default=-1)
    assert typed.startswith(kept)
    assert f"w{seen:02}x" in kept
    assert seen > 5, "too little was drawn to say anything"
