"""Names and titles that look like commands to the screen are words, on every screen.

The screens are found in the package, and their keys in the table of keys: a new screen is walked
to by itself, and where no key leads there from a council with everything in it, the test says so.
"""

import datetime as dt
import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.screen import Screen

import screens
from clerk.desk.meeting import calling
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.desk.register import adding
from clerk.domain.meeting_acts import MeetingRead
from clerk.domain.meetings import Doubt, Section
from screens.app import ClerkApp
from screens.base import ClerkScreen
from screens.keys import of
from screens.steering import harmless
from tests.desk.incoming.test_importing import PAPER, paper
from tests.screens.pressing import press, seen, settled, top

_STEERS = {"\x1b", "\x07", "\u202e"}
NAME = "[/] [sic] [@click=app.quit]x[/] [/$R : C:\\ ../x \x1b]0;t\x07 \u202eexe {venue} %s =1+1"
_BEGINS = "[/] [sic]"
_SHOW_IT = {
    *("HomeScreen", "MeetingScreen", "RollCallScreen", "WholeRecordScreen", "RoomScreen"),
    *("DoubtsScreen", "DecisionsScreen", "ResolutionsScreen", "CommitteeScreen", "PersonScreen"),
    "PeopleScreen",
}
"""Screens on which the name must stand; on the others it may."""
_PASSED_BY = {"quit", "back", "palette"}
"""Keys that are tried apart, as the palette is, or lead out of the app."""
_DEEPEST = 5
_COMMON, _ENOUGH = {"everywhere", "in meeting"}, 1
"""Where keys hold on many screens, and on how many of them they are tried."""


def _made(office: Office, name: str) -> None:
    """A committee, a member, a meeting, an item, a minute and a doubt, all of that name."""
    body = adding.add_committee(office, f"Aa {name}", authority=name)
    member = adding.add_member(office, body.id, f"Mr A {name}", name, role=name)
    day = dt.date(2026, 11, 23)
    path = calling.call_meeting(office, body.id, day, None, name, titles=[f"B1 {name}", name])
    with MeetingDesk(office, path) as desk:
        minute = desk.start_minute(desk.meeting.items[0].id)
        desk.edit(minute.id, f"{name}\n## {name}\nRESOLVED that {name} be noted.\n| {name} | b |")
        desk.mark(member.id, "present")
        officer = adding.add_officer(office, f"Ms B {name}", name)
        desk.mark(officer.id, "in attendance")
        doubt = Doubt(id="aaaaaaaaaaaa", read=name, uncertain=name, fact=minute.id)
        section = Section(id="bbbbbbbbbbbb", title=name)
        items = tuple(replace(item, section=section.id) for item in desk.meeting.items)
        meeting = replace(desk.meeting, doubts=(doubt,), sections=(section,), items=items)
        desk.do(MeetingRead(meeting=meeting), name)


class Walk:
    """Presses every key of every screen that it comes to, and each time goes back again."""

    def __init__(self, pilot: Pilot[None], app: ClerkApp) -> None:
        self._pilot = pilot
        self._app = app
        self.seen: dict[str, str] = {}
        """What each kind of screen showed when it was come to first."""
        self._tried: Counter[str] = Counter()

    async def on(self, depth: int = 0) -> None:
        """From the screen that is shown now."""
        here = top(self._app)
        self.seen.setdefault(_kind(here), seen(self._app))
        focus = here.focused
        for key in self._keys_of(here):
            here.set_focus(focus)  # as it was come to: letters act there
            await press(self._pilot, key)
            await settled(self._pilot)
            assert self._app.is_running, (_kind(here), key)
            if here not in self._app.screen_stack:
                return  # a dialog that the key has answered
            if _kind(top(self._app)) not in self.seen and depth < _DEEPEST:
                await self.on(depth + 1)
            await self._back_to(here, key)

    async def _back_to(self, here: Screen[object], key: str) -> None:
        for _ in range(8):
            if top(self._app) is here or here not in self._app.screen_stack:
                return
            await press(self._pilot, "escape")
            await settled(self._pilot)
        raise AssertionError(f"Esc does not lead back from {key} on {_kind(here)}")

    def _keys_of(self, screen: Screen[object]) -> Iterator[str]:
        if not isinstance(screen, ClerkScreen):
            yield from ("a", "enter")
            return
        for key in (*of(*screen.PLACES), *of("everywhere")):
            leads_back = key.id in _PASSED_BY or key.keys[0] == "escape"
            if not leads_back and self._tried[key.id] < _ENOUGH:
                self._tried[key.id] += key.where in _COMMON
                yield key.keys[0]


def _kind(screen: Screen[object]) -> str:
    title = getattr(screen, "form_title", "")
    return f"{type(screen).__name__} {title}".strip()


async def test_every_screen_shows_hostile_names_as_words(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clerk.writers.opening.open_file", lambda *_: "")
    _made(office, NAME)
    app = ClerkApp(office)
    async with app.run_test(size=(80, 26), notifications=True) as pilot:
        await settled(pilot)
        walk = Walk(pilot, app)
        await walk.on()
        paper(tmp_path, PAPER.replace("Mr F Tolley", f"Mr F {_BEGINS}"), "m.txt")
        (tmp_path / "m.csv").write_text(f"Name,Committee\nMr C {_BEGINS},{_BEGINS}\n")
        monkeypatch.chdir(tmp_path)
        for name in ("m.txt", "m.csv"):
            await press(pilot, "i", "end", "ctrl+u", f'"{name}"', "enter")
            while _kind(top(app)) in walk.seen:
                assert "Reading" in seen(app) or "Import" in seen(app)
                await pilot.pause(0.05)
            await walk.on()
            await press(pilot, "escape")
    reached = {kind.split()[0] for kind in walk.seen}
    assert _screens() - reached == {"Palette"}, "no key that was tried leads there"
    shown = {kind.split()[0] for kind, words in walk.seen.items() if _BEGINS in words}
    assert _SHOW_IT - shown == set()
    steered = {
        kind: [line for line in harmless(words).splitlines() if set(line) & _STEERS]
        for kind, words in walk.seen.items()
    }
    assert {kind: lines for kind, lines in steered.items() if lines} == {}


def _screens() -> set[str]:
    """Every kind of screen that there is, but for those that others are made from."""
    for module in pkgutil.walk_packages(screens.__path__, "screens."):
        importlib.import_module(module.name)
    kinds: list[type] = [Screen]
    for kind in kinds:
        kinds += kind.__subclasses__()
    ours = {kind for kind in kinds if kind.__module__.startswith("screens.")}
    return {
        kind.__name__
        for kind in ours
        if not any(issubclass(o, kind) and o is not kind for o in ours)
    }


async def test_a_hostile_name_passes_through_the_screens_of_the_room_as_words(
    empty_office: Office,
) -> None:
    name = NAME
    _made(empty_office, name)
    app = ClerkApp(empty_office)
    visible = _BEGINS
    async with app.run_test(size=(120, 50), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "ctrl+k", f'"moved : that {name[:12]}"', "enter")
        await settled(pilot)
        for key in ("o", "v", "c"):
            await press(pilot, key)
            assert visible in seen(app), key
            await press(pilot, "escape")
        await press(pilot, "o", "o", "t", "escape", "escape", "v", "c", "v", "enter")
        await settled(pilot)
        await press(pilot, "m", "escape", "g", "escape", "escape", "i", "a")
        assert visible in seen(app)
        await press(pilot, "enter")
        await settled(pilot)
        await press(pilot, '"p"', "ctrl+s", "enter", "escape", "escape")
        await press(pilot, "x", "escape", "equals_sign")
        assert visible in seen(app)
        await press(pilot, "escape", "ctrl+k", f'"out {name[:5]}"', "escape")
        assert app.is_running


async def test_a_hostile_name_passes_through_the_screens_of_the_register_as_words(
    empty_office: Office, tmp_path: Path
) -> None:
    name = NAME
    _made(empty_office, name)
    visible = _BEGINS
    table = tmp_path / "t.csv"
    table.write_text(f'Name,Committee,Group\n"Mr C {name}","{name[:20]}","{name}"\n', "utf-8")
    app = ClerkApp(empty_office)
    async with app.run_test(size=(120, 50), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "m")
        for key in ("r", "l", "c", "h", "q", "w", "x", "plus", "p"):
            await press(pilot, key)
            assert visible in seen(app), key
            await press(pilot, "escape")
        await press(pilot, "delete", "plus", "enter")
        await settled(pilot)
        assert visible in seen(app)
        await press(pilot, "escape", "v")
        assert visible in seen(app)
        await press(pilot, "c", "s", "v", "enter", "escape", "escape", "p")
        assert visible in seen(app)
        await press(pilot, "enter")
        await settled(pilot)
        for key in ("n", "e", "g", "o", "i", "v", "a", "l", "s", "c"):
            await press(pilot, key)
            assert visible in seen(app), key
            await press(pilot, "escape")
        await press(pilot, "escape", "escape", "i", f'"{table}"', "enter")
        await settled(pilot)
        assert visible in seen(app)
        await press(pilot, "escape", "o", "escape")
        assert app.is_running
