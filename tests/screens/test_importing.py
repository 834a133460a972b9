"""Import by keys: what a paper does not say is asked for, another version is shown first."""

import asyncio
from pathlib import Path

from textual.pilot import Pilot

from clerk.desk.office import Office
from screens.app import ClerkApp
from tests.screens.pressing import press, seen, settled

PAPER = """\
MINUTES of a meeting of the Harbour Committee held in the Tidal Room on Tuesday, 9 June 2015.

PRESENT: Mr A Field (Chairman) and Ms C Heath

11. Minutes

RESOLVED that the minutes be signed.

12. Slipway

RESOLVED that the slipway be closed.
"""


def paper(folder: Path, text: str, name: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


async def read(pilot: Pilot[None], path: Path) -> None:
    await press(pilot, "i", f'"{path}"', "ctrl+s")


async def until(pilot: Pilot[None], words: str) -> str:
    """The screen once it says so: a paper is read in another thread, which nothing waits for."""
    app = pilot.app
    assert isinstance(app, ClerkApp)
    for _ in range(400):
        if words in (shown := seen(app)):
            return shown
        await asyncio.sleep(0.02)
        await pilot.pause()
    raise AssertionError(f"{words} is not in\n{seen(app)}")


async def test_another_version_is_shown_and_replaces_on_enter_alone(
    empty_office: Office, tmp_path: Path
) -> None:
    first = paper(tmp_path, PAPER, "a.txt")
    second = paper(tmp_path, PAPER.replace("closed", "mended"), "b.txt")
    app = ClerkApp(empty_office)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settled(pilot)
        await read(pilot, first)
        await until(pilot, "minutes 11 to 12")
        await press(pilot, "escape")
        await read(pilot, second)
        shown = await until(pilot, "nothing was changed yet")
        assert "minute 12 Slipway reads otherwise" in shown
        await press(pilot, "escape")
        assert "mended" not in _texts(empty_office)
        await read(pilot, second)
        await until(pilot, "nothing was changed yet")
        await press(pilot, "enter")
        await until(pilot, "Harbour Committee, 9 June 2015")
    assert "mended" in _texts(empty_office)


async def test_a_paper_that_names_nobody_and_no_day_is_asked_for_them(
    empty_office: Office, tmp_path: Path
) -> None:
    bare = PAPER.split("\n\n", 1)[1]
    app = ClerkApp(empty_office)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settled(pilot)
        await read(pilot, paper(tmp_path, bare, "bare.txt"))
        await until(pilot, "does not say")
        await press(pilot, '"Harbour Committee"', "enter", '"9/6/2015"')
        assert "Tuesday, 9 June 2015" in seen(app)
        await press(pilot, "ctrl+s")
        await until(pilot, "Harbour Committee, Tuesday, 9 June 2015")


def _texts(office: Office) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in office.meeting_paths())


async def test_a_path_is_completed_by_tab_and_what_it_may_become_is_named(
    empty_office: Office, tmp_path: Path
) -> None:
    folder = tmp_path / "Packs of [June]"
    folder.mkdir()
    paper(folder, PAPER, "minutes june.txt")
    paper(folder, PAPER, "minutes july.txt")
    paper(folder, "x", "minutes.xlsx")
    app = ClerkApp(empty_office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "i", f'"{tmp_path}/pa"', "tab")
        assert "minutes july.txt, minutes june.txt" in " ".join(seen(app).split())
        assert "xlsx" not in seen(app), "what no import reads is not offered"
        await press(pilot, "tab", '"ne"', "tab", "enter")
        assert "Harbour Committee" in await until(pilot, "Imported")
