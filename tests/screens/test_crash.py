"""A fault of ours ends the app in a sentence: no word that stood in a variable is printed."""

from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from clerk.desk.lookup import find_meeting
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from screens.app import ClerkApp, run_app
from screens.meeting.workspace import MeetingScreen
from tests.screens.pressing import press, settled

SECRET = "Quillfeather"


def _crashes(screen: MeetingScreen) -> None:
    words = f"{SECRET} {screen.editor.text}"
    raise KeyError(words)


async def _type_and_crash(pilot: Pilot[None]) -> None:
    await settled(pilot)
    await press(pilot, "enter")
    await settled(pilot)
    await press(pilot, "enter", f'"{SECRET} spoke."', "ctrl+r")


def test_a_crash_tells_where_it_happened_and_no_word_of_the_minutes_and_loses_none(
    office: Office, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(MeetingScreen, "action_roll_call", _crashes)
    how: dict[str, Any] = {"headless": True, "auto_pilot": _type_and_crash}
    monkeypatch.setattr(ClerkApp, "run", lambda app: App.run(app, **how))
    with pytest.raises(KeyError):
        run_app(office)
    told = capfd.readouterr()
    assert SECRET not in told.out + told.err and "Traceback" not in told.err
    again = Office(office.home, now=office.now).open()
    ref = again.left_open()
    assert ref, "the app opens where it was"
    with MeetingDesk(again, find_meeting(again, ref)) as desk:
        assert desk.meeting.minutes[0].text == f"{SECRET} spoke."
