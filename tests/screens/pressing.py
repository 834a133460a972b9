"""Typing by real keys, and reading what the screen shows."""

import asyncio
import html
import re
from contextlib import suppress
from pathlib import Path

from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import WorkerCancelled

from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from screens.app import ClerkApp

_PATIENCE = 200
_NAMES = {" ": "space", "\n": "enter"}
_DRAWN = re.compile(r'<text class="[^"]*-r\d+" x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</text>')


async def type_words(pilot: Pilot[None], words: str) -> None:
    """Presses a key for each character."""
    for character in words:
        await pilot.press(_NAMES.get(character, character))


async def settled(pilot: Pilot[None]) -> None:
    """Waits until messages are done, and every worker but one that waits for a dialog."""
    await all_done(pilot)
    work = [worker for worker in pilot.app.workers if worker.group != "dialog"]
    if work:  # of none, Textual would wait for all
        with suppress(WorkerCancelled):  # another has taken its place
            await pilot.app.workers.wait_for_complete(work)
    await pilot.pause()
    for _ in range(20):  # a screen may be opened once the one before it is drawn
        shown = [*pilot.app.screen_stack]
        await pilot.pause(0.02)
        if shown == pilot.app.screen_stack:
            return


async def all_done(pilot: Pilot[None]) -> None:
    """Waits until every key has been dealt with, and what it led to."""
    app = pilot.app
    assert isinstance(app, ClerkApp)
    await pilot.pause()
    while not app.keys_are_done:
        await asyncio.sleep(0.001)
        await pilot.pause()
    for _ in range(_PATIENCE):  # what a message leads to may be another, for another widget
        if _is_quiet(app):
            return
        await asyncio.sleep(0.001)
        await pilot.pause()


def _is_quiet(app: ClerkApp) -> bool:
    """Whether no widget has a message left to look at, and nothing waits to be drawn."""
    waiting = any(node.message_queue_size or node._next_callbacks for node in [*app._registry])
    return not waiting and not any(screen._callbacks for screen in app.screen_stack)


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Presses keys by name; a word of several letters in quotes is typed."""
    for key in keys:
        if key.startswith('"'):
            await type_words(pilot, key[1:-1])
        else:
            await pilot.press(key)
    await all_done(pilot)


def seen(app: ClerkApp) -> str:
    """Every word that the screen shows, line by line, as its picture has them."""
    rows: dict[float, list[tuple[float, str]]] = {}
    for x, y, words in _DRAWN.findall(app.export_screenshot()):
        rows.setdefault(float(y), []).append((float(x), html.unescape(words)))
    lines = ("".join(words for _, words in sorted(row)) for _, row in sorted(rows.items()))
    return "\n".join(lines).replace("\xa0", " ")


async def comes_to_show(pilot: Pilot[None], words: str) -> bool:
    """Whether the screen shows the words before long, however a line breaks them."""
    for _ in range(100):
        app = pilot.app
        assert isinstance(app, ClerkApp)
        if words in " ".join(seen(app).split()):
            return True
        await pilot.pause(0.05)
    return False


def stored(office: Office, ref_part: str) -> MeetingDesk:
    """The meeting as another program would read it from disk."""
    path = next(path for path in office.meeting_paths() if ref_part in path.as_posix())
    return MeetingDesk(office, path, lock=False)


def next_meeting(office: Office, slug: str) -> Path:
    """The file of the committee's meeting that is still to come."""
    return office.meeting_paths(slug)[-1]


def focused(app: ClerkApp) -> str:
    """The id of the widget that takes the keys."""
    widget: Widget | None = app.focused
    return widget.id or "" if widget else ""


def top(app: ClerkApp) -> Screen[object]:
    """The screen that is shown now, whatever was shown when the test last asked."""
    return app.screen
