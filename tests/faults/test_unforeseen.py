"""What we did not foresee ends the app in mid-meeting: nothing typed is lost, no word gets out."""

import sys
from pathlib import Path

import pytest

from clerk.desk.meeting.calling import call_meeting
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.register.adding import add_committee
from tests.faults.terminal import Terminal
from tests.faults.test_killed_while_typing import office_in

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal")

_BROKEN = """
import sys
from clerk.cli import main
from screens.meeting.agenda_deeds import AgendaDeeds

def broken(self):
    secret = self.desk.meeting.minutes[0].text
    raise RuntimeError(secret)

AgendaDeeds.action_rename = broken
sys.exit(main(sys.argv[1:]))
"""


def test_what_nobody_foresaw_opens_the_app_again_with_every_word_and_prints_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    home = tmp_path / "home"
    office = office_in(home)
    body = add_committee(office, "Parks Committee")
    path = call_meeting(office, body.id, office.today, titles=["B1 Benches"])
    terminal = Terminal("--home", str(home), program=("-c", _BROKEN))
    terminal.wait_for("Parks Committee")
    terminal.press("\r")
    terminal.wait_for("Benches")
    terminal.press("\rQuillfeather spoke")
    terminal.wait_for("spoke")
    terminal.press("\x0cr")  # to the agenda, and what is broken there
    terminal.wait_for("did not foresee (RuntimeError")
    terminal.press(", and sat down")  # the cursor is where it was
    terminal.wait_for("sat down")
    before = len(terminal.drawn)
    terminal.press("\x0cr")
    terminal.wait_for("Please report it; ")
    assert "Traceback" not in terminal.words and "locals" not in terminal.words
    leaving = terminal.drawn[before:].partition("\x1b[?1049l")[2]
    assert "did not foresee" in leaving and "Quillfeather" not in leaving
    terminal.end("close")
    with MeetingDesk(office_in(home), path) as desk:
        assert not desk.read_only
        assert desk.meeting.minutes[0].text == "Quillfeather spoke, and sat down"
    written = "".join(each.read_text() for each in (tmp_path / "state").rglob("*.log"))
    assert written.count("open-app RuntimeError") == 2 and "Quillfeather" not in written
