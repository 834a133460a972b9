"""The README's picture is what the app looks like: drawn here, from the invented council."""

import datetime as dt
import os
from pathlib import Path

import pytest
from textual.events import Paste

from clerk.demo.setting import set_up
from clerk.desk.office import Office
from clerk.paths import Home
from screens.app import ClerkApp

PICTURE = Path(__file__).with_name("picture.svg")
SIZE = (120, 28)
SET_UP = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
NOW = dt.datetime(2026, 11, 26, 10, 42, tzinfo=dt.UTC)
MEETING = "environment-and-highways-committee/2026-11-26"
TYPED = """\
Mr Penhaligon introduced the policy, under which every secondary school could be reached by a \
salted road.
Mrs Appiah answered questions, and said that:-
- forty-six parish councils had offered to look after salt bins; and
- the cost could be met from the budget for the year.
RESOLVED that the Winter Service Policy be endorsed, and that the Cabinet Member for Highways \
and Transport be recommended to adopt it."""


async def test_the_picture_in_the_readme_is_how_the_app_looks(tmp_path: Path) -> None:
    drawn = await _draw(tmp_path)
    if os.environ.get("CLERK_DRAW"):
        PICTURE.write_text(drawn, encoding="utf-8", newline="\n")
    if drawn != PICTURE.read_text(encoding="utf-8"):  # an assert would print both pictures
        pytest.fail("the app looks different: run this test with CLERK_DRAW=1, and look")


async def _draw(folder: Path) -> str:
    """The workspace in the meeting: everyone present, and the minute of item B1 just typed."""
    clock = [SET_UP]
    office = Office(Home(folder / "demo"), now=lambda: clock[0], who="Emrys Pargeter").open()
    set_up(office)
    clock[0] = NOW
    app = ClerkApp(office, open_ref=MEETING)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("ctrl+r", "e", "escape", "ctrl+g", "B", "1", "enter")
        await pilot.pause()
        app.post_message(Paste(TYPED))
        for _ in range(100):  # the editor hands over what was typed at a pause of its own
            if _is_stored(office):
                break
            await pilot.pause(0.1)
        await pilot.pause(0.5)
        return app.export_screenshot(title="Clerk")


def _is_stored(office: Office) -> bool:
    return any(
        minute.text == TYPED for _, meeting in office.each_meeting() for minute in meeting.minutes
    )
