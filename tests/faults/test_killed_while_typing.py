"""The app killed while a clerk types: every character that reached the screen comes back.

Through a pseudo-terminal, with the installed program's own start; SIGKILL, SIGTERM, and the
terminal closed under it.
"""

import contextlib
import datetime as dt
import os
import platform
import random
import re
import select
import signal
import sys
import time
from pathlib import Path

import pytest

from clerk.desk import hand
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.paths import Home

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal")

WORDS = 60
"""Numbered words, so that the last one seen on the screen can be told."""
KEYS_A_SECOND = 60
PATIENCE = 60.0


def now() -> dt.datetime:
    return dt.datetime.now().astimezone()


def office_in(folder: Path) -> Office:
    return Office(Home(folder), now=now, who="Clerk", where=platform.node()).open()


class Terminal:
    """A program in a terminal of its own."""

    def __init__(self, *words: str, columns: int = 120, rows: int = 40) -> None:
        import fcntl
        import pty
        import struct
        import termios

        self.pid, self.handle = pty.fork()
        if self.pid == 0:
            os.environ["TERM"] = "xterm-256color"
            os.execv(sys.executable, [sys.executable, "-m", "clerk", *words])
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self.handle, termios.TIOCSWINSZ, size)
        self.drawn = ""

    def read(self, seconds: float) -> None:
        """Takes in what is drawn within so many seconds."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if not select.select([self.handle], [], [], left)[0]:
                return
            try:
                self.drawn += os.read(self.handle, 65536).decode(errors="replace")
            except OSError:  # how Linux says that the other end is closed
                return

    def wait_for(self, words: str) -> None:
        """Until the words are drawn."""
        until = time.monotonic() + PATIENCE
        while words not in _plain(self.drawn):
            assert time.monotonic() < until, f"{words} was never drawn"
            self.read(0.1)

    def press(self, keys: str) -> None:
        """Sends keys as a keyboard would."""
        os.write(self.handle, keys.encode())

    def end(self, how: str) -> None:
        """Ends the program: "kill", "term", or "close" its terminal under it."""
        if how == "close":
            os.close(self.handle)
        else:
            os.kill(self.pid, signal.SIGKILL if how == "kill" else signal.SIGTERM)
        until = time.monotonic() + PATIENCE
        while os.waitpid(self.pid, os.WNOHANG) == (0, 0):
            if time.monotonic() > until:
                os.kill(self.pid, signal.SIGKILL)
            time.sleep(0.02)
        if how != "close":
            with contextlib.suppress(OSError):
                self.read(0.2)
                os.close(self.handle)


def _plain(drawn: str) -> str:
    return re.sub(r"\x1b\[[0-9;?<>=]*[a-zA-Z]", "", drawn)


def _last_word_seen(drawn: str) -> int:
    found = re.findall(r"w(\d\d)x", _plain(drawn))
    return max(map(int, found), default=-1)


@pytest.mark.parametrize("how", ["kill", "term", "close"])
def test_every_word_that_was_on_the_screen_is_there_when_the_app_opens_again(
    tmp_path: Path, how: str, capsys: pytest.CaptureFixture[str]
) -> None:
    office = office_in(tmp_path)
    body = hand.add_committee(office, "Parks Committee")
    path = hand.call_meeting(office, body.id, office.today, titles=["B1 Benches"])
    typed = " ".join(f"w{number:02}x" for number in range(WORDS))
    terminal = Terminal("--home", str(tmp_path))
    terminal.wait_for("Parks Committee")
    terminal.press("\r")
    terminal.wait_for("Benches")
    terminal.press("\r")
    terminal.read(0.3)
    stop = random.Random(how).randrange(60, len(typed))
    for character in typed[:stop]:
        terminal.press(character)
        terminal.read(1 / KEYS_A_SECOND)
    terminal.end(how)
    seen = _last_word_seen(terminal.drawn)
    with MeetingDesk(office_in(tmp_path), path) as desk:
        kept = desk.meeting.minutes[0].text
    with capsys.disabled():
        print(f"\n{how}: {stop} characters typed, {len(kept)} kept, last word seen w{seen:02}x")
    assert typed.startswith(kept)
    assert f"w{seen:02}x" in kept
    assert seen > 5, "too little was drawn to say anything"
