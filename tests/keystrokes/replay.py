"""A real meeting minuted in the real app by real key events, from Home to the Word file."""

import asyncio
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from unittest.mock import patch

from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from clerk.desk.lookup import find_meeting
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.names import full, parse_name
from clerk.paths import templates_dir
from clerk.store.phrases import FILE_NAME, read_phrases
from clerk.suggest import Suggestion
from screens.app import ClerkApp
from screens.dialogs.choose import Choose
from screens.meeting.roll_call import RollCallScreen
from screens.meeting.workspace import MeetingScreen
from screens.widgets.editor import Editor
from tests.keystrokes.given import Given
from tests.keystrokes.typist import Typist
from tests.keystrokes.wanted import Piece, WantedMinute, wanted_minutes
from tests.screens.pressing import settled

DEBATE, ELSE = "debate", "else"
_LETTERS = 6
"""Letters of a name after which a clerk would look down the list."""


class EditorPage:
    """The editor as the clerk sees it."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor

    @property
    def text(self) -> str:
        """All that stands there."""
        return self._editor.text

    @property
    def ours(self) -> bool:
        """Whether it ends with a space that nobody typed."""
        return self._editor.space_is_ours

    @property
    def offered(self) -> Suggestion:
        """What is shown behind the cursor."""
        return self._editor.offered


class Pressed(NamedTuple):
    """A key, and what it was for."""

    key: str
    purpose: str
    typed: bool = False
    """Whether it was pressed in the editor, for words of a minute."""


@dataclass
class Replay:
    """One meeting minuted; `pressed` has every key in the order pressed."""

    given: Given
    minutes: dict[str, Any]
    pilot: Pilot[None]
    pressed: list[Pressed] = field(default_factory=list)

    @property
    def app(self) -> ClerkApp:
        """The app, of which this looks at no more than a clerk sees."""
        app = self.pilot.app
        assert isinstance(app, ClerkApp)
        return app

    @property
    def screen(self) -> MeetingScreen:
        """The meeting's workspace."""
        screen = self.app.screen
        assert isinstance(screen, MeetingScreen), screen
        return screen

    def counted(self) -> Counter[str]:
        """The keys, by what they were for."""
        return Counter(each.purpose for each in self.pressed)

    async def minute(self, only: Iterable[str] = ()) -> None:
        """Minutes the meeting, or the items with these references, to the Word file."""
        await settled(self.pilot)
        await self._press("enter")
        await settled(self.pilot)
        assert self.screen.desk.ref == self.given.ref
        await self._roll_call()
        wanted = [m for m in wanted_minutes(self.minutes) if not only or m.ref in only]
        for minute in wanted:
            await self._go_to(minute)
            await self._type(minute)
            await self._say_who_came(minute.note)
        await self._press("ctrl+o")
        await settled(self.pilot)

    # --- who came -----------------------------------------------------------------------------

    async def _roll_call(self) -> None:
        """Exceptions first, everyone else with one key, then whoever came besides."""
        await self._press("ctrl+r")
        roll = self.app.screen
        assert isinstance(roll, RollCallScreen)
        present = {entry["name"]: entry for entry in self.minutes["present"]}
        instead = {e["substitute_for"]: e["name"] for e in present.values() if e["substitute_for"]}
        rows = [row.name for row in roll.desk.expected()]
        marks = ["p" if name in present else "s" if name in instead else "x" for name in rows]
        while marks and marks[-1] == "p":
            marks.pop()
        for name, mark in zip(rows, marks, strict=False):
            await self._press(mark)
            if mark == "s":
                await self._pick(instead[name])
        if len(marks) < len(rows):
            await self._press("e")
        for entry in present.values():
            if entry["name"] not in rows and not entry["substitute_for"]:
                await self._press("plus")
                await self._pick(entry["name"])
                await self._press("p")
        for key, entries in (("plus", "also_present"), ("o", "in_attendance")):
            for entry in self.minutes[entries] or ():
                await self._press(key)
                await self._pick(entry["name"])
        await self._press("escape")

    async def _pick(self, name: str) -> None:
        """Letters of the surname until the line that is marked is the one wanted; Enter."""
        dialog = self.app.screen
        assert isinstance(dialog, Choose), dialog
        letters = parse_name(name).surname.lower()[:_LETTERS]
        for letter in letters:
            if self._marked(dialog).startswith(name):
                break
            await self._press(letter)
        assert self._marked(dialog).startswith(name), name
        await self._press("enter")

    def _marked(self, dialog: Choose) -> str:
        listed = dialog.query_one("#choose-list", OptionList)
        option = listed.highlighted_option
        return str(option.prompt) if option is not None else ""

    # --- the minutes --------------------------------------------------------------------------

    async def _go_to(self, minute: WantedMinute) -> None:
        if not minute.ref:
            await self._loose(minute.title)
            return
        entries = [e for e in self.screen.agenda.entries if e.state != "heading"]
        at = next(n for n, entry in enumerate(entries) if entry.ref == minute.ref)
        chosen = self.screen.agenda.chosen
        now = next((n for n, e in enumerate(entries) if chosen and e.key == chosen.key), 0)
        if at == now:
            await self._press("enter")
        for _ in range(at - now):
            await self._press("ctrl+n")
        chosen = self.screen.agenda.chosen
        assert chosen is not None and chosen.ref == minute.ref, (chosen, minute.ref)

    async def _loose(self, title: str) -> None:
        """A minute that is on no agenda: its title is typed until it is offered whole."""
        await self._press("escape", "m")
        entry = self.app.screen.query_one(Input)
        for letter in title:
            if entry._suggestion == title:
                await self._press("right")
                break
            await self._press(letter)
        assert entry.value == title, entry.value
        await self._press("enter")
        await settled(self.pilot)

    async def _type(self, minute: WantedMinute) -> None:
        editor = self.screen.editor
        assert editor.has_focus and editor.completer is not None
        wanted = minute.text
        if minute.approves:
            # The usual words are the field; where more follows in the paragraph, its plain words.
            await self._press("ctrl+e")
            if len(minute.pieces) == 1:
                return
            await self._press("ctrl+e")
        typist = Typist(EditorPage(editor), self._surnames(), self._codes())
        for key in typist.keys(wanted):
            purpose = _purpose(minute.pieces, len(editor.text))
            await self._tap({" ": "space", "\n": "enter"}.get(key, key), purpose)

    async def _say_who_came(self, note: str) -> None:
        """ "(Mr R Field, Manager was present for this item)" is said, not typed."""
        if note:
            who = note.removeprefix("(").removesuffix(" was present for this item)")
            await self._press("ctrl+k", *f"here {who}", "enter")

    def _surnames(self) -> dict[str, str]:
        """Those whom the clerk sees at the table, by each form of their name."""
        found = {}
        for name in [parse_name(name) for name in _attending(self.minutes)]:
            for form in (full(name), f"{name.title} {name.given} {name.surname}"):
                found[form] = name.surname
            found[f"{name.title} {name.surname}"] = name.surname
        return dict(sorted(found.items(), key=lambda row: -len(row[0])))

    def _codes(self) -> dict[str, str]:
        return dict(read_phrases(templates_dir() / FILE_NAME))

    # --- keys ---------------------------------------------------------------------------------

    async def _press(self, *keys: str) -> None:
        """Keys that are not words of a minute: waits for all that they bring about."""
        for key in keys:
            name = {" ": "space"}.get(key, key)
            self.pressed.append(Pressed(name, ELSE))
            await self.pilot.press(name)
        await settled(self.pilot)

    async def _tap(self, key: str, purpose: str) -> None:
        """A key in the editor: waits until it has been dealt with, and no longer."""
        self.pressed.append(Pressed(key, purpose, typed=True))
        name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
        event = Key(name, key if len(key) == 1 else {"space": " ", "enter": "\r"}.get(key))
        event.set_sender(self.app)
        driver = self.app._driver
        assert driver is not None
        driver.send_message(event)
        await self._dealt_with()

    async def _dealt_with(self) -> None:
        """A key goes from the app to the editor, and back to the app where it is a binding's."""
        ways = (self.app, self.screen.editor, self.screen, self.app, self.screen.editor)
        for node in (*ways, self.screen, self.screen.editor):
            done = asyncio.Event()
            node.call_later(done.set)
            await done.wait()


def _purpose(pieces: Iterable[Piece], at: int) -> str:
    """What the key is for that is pressed where so much stands already."""
    end = 0
    for piece in pieces:
        end += len(piece.words)
        if at < end:
            return ELSE if piece.standing else DEBATE
    return DEBATE


def _attending(minutes: dict[str, Any]) -> Iterator[str]:
    for key in ("present", "also_present", "in_attendance"):
        yield from (entry["name"] for entry in minutes[key] or ())


async def replayed(given: Given, minutes: dict[str, Any], only: Iterable[str] = ()) -> Replay:
    """The meeting minuted in the app, without its picture on a screen.

    Two things differ from a clerk's evening: keys follow each other as soon as they have been dealt
    with, and the Word file is not opened in the system's own program.
    """

    async def briefly(_least: float = 0, _most: float = 1) -> None:
        await asyncio.sleep(0.002)

    with (
        patch("textual.app.wait_for_idle", briefly),
        patch("textual.pilot.wait_for_idle", briefly),
        patch("screens.meeting.workspace.open_document", lambda _: ""),
        patch.dict(os.environ, TEXTUAL_ANIMATIONS="none"),
    ):
        async with ClerkApp(given.office).run_test(size=(120, 40)) as pilot:
            replay = Replay(given, minutes, pilot)
            await replay.minute(only)
    return replay


def desk_of(given: Given) -> MeetingDesk:
    """The meeting as another program reads it from disk."""
    return MeetingDesk(given.office, find_meeting(given.office, given.ref), lock=False)
