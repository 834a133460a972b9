"""Keys through a real terminal faster than anything is drawn: each does what it would do slowly."""

import sys
import time
from pathlib import Path

import pytest

from clerk.desk.meeting.calling import call_meeting
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.register.adding import add_committee
from tests.faults.terminal import Terminal
from tests.faults.test_killed_while_typing import office_in

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal")


@pytest.mark.parametrize("gap", [0.0, 0.03])
def test_words_then_esc_and_a_letter_are_words_and_a_command(tmp_path: Path, gap: float) -> None:
    office = office_in(tmp_path)
    body = add_committee(office, "Parks Committee")
    path = call_meeting(office, body.id, office.today, titles=["B1 Benches"])
    terminal = Terminal("--home", str(tmp_path))
    terminal.wait_for("Parks Committee")
    terminal.press("\r\rIt was noted.\x1b" + "v" * (not gap))
    if gap:
        time.sleep(gap)
        terminal.press("v")
    terminal.wait_for("By names")
    terminal.press("\x1b\x1b\x11")  # back, back, Ctrl+Q
    terminal.read(1.0)
    terminal.end("kill")
    with MeetingDesk(office_in(tmp_path), path) as desk:
        assert [minute.text for minute in desk.meeting.minutes] == ["It was noted."]
