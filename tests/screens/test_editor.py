"""What the editor paints for a key is what it would paint anew."""

import random

import pytest
from textual.pilot import Pilot

from clerk.desk.office import Office
from screens.app import ClerkApp
from screens.widgets.editor import Editor
from tests.screens.pressing import press, settled, top

_KEYS = (
    *("a", "b", "space", "comma", "left_parenthesis", "right_parenthesis") * 3,
    *("enter", "backspace", "delete", "tab", "right", "left", "up", "down"),
    *("home", "end", "pageup", "pagedown", "shift+left", "shift+up", "shift+home", "ctrl+w"),
    *("ctrl+k", "shift+down", "down", "down"),
)
_FRAME = 0.03
"""Seconds in which Textual has laid out and painted what is new."""
_TEXT = "\n\n".join(f"Mr Pell (of Harbourne) asked for the {n}th time. " * 4 for n in range(9))


@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 9))]
)
async def test_no_row_stands_otherwise_than_it_is_after_any_keys(
    office: Office, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What a pause changes (preview, numbers) must not come between two looks.
    monkeypatch.setattr("screens.meeting.minute_typing.EDIT_PAUSE", 999.0)
    app = ClerkApp(office)
    async with app.run_test(size=(90, 30)) as pilot:
        editor = await _typing_in_a_long_text(app, pilot)
        luck = random.Random(seed)
        for _ in range(30):
            keys = luck.choices(_KEYS, k=luck.randrange(1, 4))
            await press(pilot, *keys)
            await _looks_as_painted_anew(app, pilot, editor, keys)


async def test_rows_stand_as_they_wrap_when_the_terminal_or_the_margin_grows(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screens.meeting.minute_typing.EDIT_PAUSE", 999.0)
    app = ClerkApp(office)
    async with app.run_test(size=(100, 30)) as pilot:
        editor = await _typing_in_a_long_text(app, pilot)
        for width in (130, 100, 130, 0):
            if width:
                await pilot.resize_terminal(width, 30)
            else:
                editor.show_margin({0: "C012/24.1"}, {})
            await settled(pilot)
            words = _words_of(editor)
            assert len(words) > 50
            assert words == _TEXT.split()[: len(words)], width


def _words_of(editor: Editor) -> list[str]:
    """The words that stand in the editor's rows on the screen."""
    strips = editor.app.screen._compositor.render_strips()
    region = editor.content_region
    rows = strips[region.y : region.bottom]
    left = region.x + editor.gutter_width
    return " ".join(row.crop(left, left + editor.wrap_width + 1).text for row in rows).split()


async def _typing_in_a_long_text(app: ClerkApp, pilot: Pilot[None]) -> Editor:
    """The editor of the first meeting's first item, with the cursor in it."""
    await settled(pilot)
    await press(pilot, "enter")
    await settled(pilot)
    editor = top(app).query_one("#minutes", Editor)
    editor.load_text(_TEXT)
    await press(pilot, "enter")
    return editor


async def _looks_as_painted_anew(
    app: ClerkApp, pilot: Pilot[None], editor: Editor, keys: list[str]
) -> None:
    await pilot.pause(_FRAME)
    stands = _styled(app)
    editor.refresh()
    await pilot.pause(_FRAME)
    assert _styled(app) == stands, keys


def _styled(app: ClerkApp) -> list[str]:
    """Every cell with its colours: a cursor or a selection left behind is no other word."""
    return [str(strip) for strip in app.screen._compositor.render_strips()]
