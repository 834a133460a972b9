"""How the screens look: pictures to compare, and the one that the README shows.

Where a picture was meant to change: `python -m pytest tests/screens --snapshot-update`, then look.
"""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from clerk.desk.office import Office
from screens.app import ClerkApp
from screens.themes import DEFAULT
from tests.screens.pressing import press, settled

PICTURE = Path(__file__).with_name("picture.svg")
MINUTES = (
    '"Mr Penhaligon introduced the report and answered questions, which included:-"',
    "enter",
    '"- Ms de Souza asked how parish councils had been consulted."',
    "enter",
    '"RESOLVED that:-"',
    "enter",
    '"(a) the policy be approved; and"',
    "enter",
    '"(b) progress be reported in six months."',
)
LOOKS: dict[str, tuple[str, ...]] = {
    "home": (),
    "meeting": (
        "down",
        "enter",
        "ctrl+r",
        "a",
        "e",
        "escape",
        "ctrl+g",
        '"wint"',
        "enter",
        *MINUTES,
    ),
    "roll-call": ("down", "enter", "ctrl+r", "p", "a", "x"),
    "committee": ("down", "m"),
    "resolutions": ("ctrl+f", '"noted"'),
    "new-meeting": ("down", "n", '"7/1/2027"', "tab", '"10am"'),
    "record": ("down", "down", "down", "down", "enter", "ctrl+t"),
    "help": ("enter", "f1"),
}
Before = Callable[[Pilot[None]], Awaitable[None]]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize("look", LOOKS)
def test_the_screen_looks_as_it_did(
    office: Office, look: str, size: tuple[int, int], snap_compare: Callable[..., bool]
) -> None:
    assert snap_compare(ClerkApp(office), run_before=_before(LOOKS[look]), terminal_size=size)


async def test_the_picture_of_the_readme_shows_the_app_as_it_is(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(110, 30)) as pilot:
        await _before(LOOKS["meeting"])(pilot)
        drawn = app.export_screenshot(title="Clerk")
    if not PICTURE.exists() or PICTURE.read_text(encoding="utf-8") != drawn:
        PICTURE.write_text(drawn, encoding="utf-8", newline="\n")
        pytest.fail("picture.svg was drawn anew: look at it, and commit it with the change")


def _before(keys: tuple[str, ...]) -> Before:
    async def walk(pilot: Pilot[None]) -> None:
        pilot.app.theme = DEFAULT
        await settled(pilot)
        await press(pilot, *keys)
        await pilot.pause(0.6)
        for entry in (*pilot.app.screen.query(Input), *pilot.app.screen.query(TextArea)):
            entry.cursor_blink = False
            entry.notify_style_update()  # a line drawn without its cursor is kept otherwise
        await pilot.pause(0.6)

    return walk
