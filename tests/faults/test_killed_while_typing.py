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


def _last_word_seen(terminal: Terminal) -> int:
    found = re.findall(r"w(\d\d)x", terminal.words)
    return max(map(int, found), default=-1)


ENDS = {"kill": -9, "term": 143, "close": 129, "close unheard": 129}
"""How the program is ended, and its exit code."""


@pytest.mark.parametrize("how", ENDS)
def test_every_word_that_was_on_the_screen_is_there_when_the_app_opens_again(
    tmp_path: Path, how: str, capsys: pytest.CaptureFixture[str]
) -> None:
    office = office_in(tmp_path)
    body = adding.add_committee(office, "Parks Committee")
    path = calling.call_meeting(office, body.id, office.today, titles=["B1 Benches"])
    typed = " ".join(f"w{number:02}x" for number in range(WORDS))
    terminal = Terminal("--home", str(tmp_path), deaf=how == "close unheard")
    terminal.wait_for("Parks Committee")
    terminal.press("\r")
    terminal.wait_for("Benches")
    terminal.press("\r")
    terminal.read(0.3)
    stop = random.Random(how).randrange(60, 150)
    for character in typed[:stop]:
        terminal.press(character)
        terminal.read(1 / KEYS_A_SECOND)
    assert terminal.end(how.split()[0]) == ENDS[how]
    left = path.with_name(f"{path.name}.lock").exists()
    assert left == (how == "kill"), "who is told to end gives the meeting free"
    assert how != "term" or "\x1b[?1049l" in terminal.drawn, "the terminal is given back"
    assert office_in(tmp_path).left_open(), "the app opens where it was"
    seen = _last_word_seen(terminal)
    with MeetingDesk(office_in(tmp_path), path) as desk:
        kept = desk.meeting.minutes[0].text
    with capsys.disabled():
        print(f"\n{how}: {stop} characters typed, {len(kept)} kept, last word seen w{seen:02}x")
    assert typed.startswith(kept)
    assert f"w{seen:02}x" in kept
    assert seen > 5, "too little was drawn to say anything"
