"""Keys that come faster than anything is drawn, and undo to the very beginning: the app stays."""

import asyncio
import datetime as dt
import random
import shutil
from pathlib import Path

import pytest
from textual.app import ComposeResult
from textual.css.query import NoMatches
from textual.events import Key
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input
from textual.widgets.option_list import Option

from clerk.desk.meeting.calling import call_meeting
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.desk.register.adding import add_committee
from clerk.paths import Home
from clerk.store.doctor import examine
from screens.app import ClerkApp
from screens.base import ClerkScreen
from screens.dialogs.say_line import SayLine
from screens.home.home import HomeScreen
from screens.keys import of
from screens.meeting.doubts import DoubtsScreen
from screens.meeting.workspace import MeetingScreen
from screens.palette import Palette
from tests.screens.conftest import NOW
from tests.screens.meetings import opened, with_everyone
from tests.screens.pressing import comes_to_show, press, seen, settled, top

SESSIONS, KEYS = 60, 160
_SAMPLE, _SAMPLE_KEYS = 1, 60
_MOVES = (
    *("enter", "enter", "enter", "escape", "escape", "up", "down", "down", "left", "right"),
    *("tab", "shift+tab", "backspace", "delete", "home", "end", "ctrl+home", "ctrl+end"),
    *("pageup", "pagedown", "ctrl+a", "ctrl+u", "ctrl+w", "shift+right", "shift+down"),
)
_WORDS = (
    *("pell", "12", "3-1", "a", "Mr J Smith", "C1", "RESOLVED that it be noted.", "1/6/2027"),
    *("carried", "yes", "[[ be noted ]]", "(a) one", "- two", "| a | b |", ":apologies"),
    *("out pel 11.42", "exclude 3", "private 3", "doi none", "moved pel, sec dac: that x"),
    *("Labour", "£5", "Siân", "1.30pm", "ACTION pell by 5 May: do it", "names against: "),
)


def at_once(app: ClerkApp, *keys: str) -> None:
    """All keys before the first is dealt with, as after a hiccup of the machine."""
    for key in keys:
        app.post_message(Key(key, key if len(key) == 1 else None))


def top_of_clerk(app: ClerkApp) -> ClerkScreen:
    screen = top(app)
    assert isinstance(screen, ClerkScreen)
    return screen


async def test_what_the_palette_finds_after_it_was_closed_does_not_end_the_app(
    office: Office,
) -> None:
    app = ClerkApp(office)
    async with app.run_test() as pilot:
        await press(pilot, "ctrl+p")
        palette = top(app)
        assert isinstance(palette, Palette)
        await press(pilot, "escape")
        palette._list_visible = True
        palette._show_busy = True
        await pilot.pause()
        assert app.is_running and isinstance(top(app), HomeScreen)


async def test_a_page_down_before_the_list_is_drawn_does_not_end_the_app(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test() as pilot:
        home = top(app)
        assert isinstance(home, HomeScreen)
        home.listed.clear_options()
        home.listed.add_options([Option("Cabinet"), Option("Standards")])
        home.listed.highlighted = 0
        await press(pilot, "pagedown", "pageup")
        assert app.is_running


async def test_all_keys_from_home_to_the_first_words_may_come_in_one_breath(
    office: Office,
) -> None:
    app = ClerkApp(office)
    async with app.run_test() as pilot:
        await settled(pilot)
        at_once(app, "enter", "down", "enter", *"uapx")
        await settled(pilot)
        await press(pilot, "ctrl+s")
        (meeting,) = [s for s in app.screen_stack if isinstance(s, MeetingScreen)]
        assert meeting.desk.read_only == ""
        assert [(m.title, m.text) for m in meeting.desk.meeting.minutes] == [
            ("Declarations of Interest", "uapx")
        ]


class SlowScreen(Screen[None]):
    """One that takes its time to come up, and that opens another meanwhile."""

    BINDINGS = [("f5", "note", "")]

    def __init__(self, seconds: float, over: Screen[None] | None = None) -> None:
        super().__init__()
        self.seconds = seconds
        self.over = over
        self.was_up: list[bool] = []

    def compose(self) -> ComposeResult:
        yield Input()

    async def on_mount(self) -> None:
        if self.over is not None:
            self.app.push_screen(self.over)
        await asyncio.sleep(self.seconds)

    def action_note(self) -> None:
        self.was_up.append(self.is_mounted)


async def test_a_key_pressed_before_the_first_screen_is_there_waits_for_it(office: Office) -> None:
    app = ClerkApp(office)
    at_once(app, "slash", *"cab")
    async with app.run_test() as pilot:
        await settled(pilot)
        home = top(app)
        assert isinstance(home, HomeScreen)
        assert home.entry.value == "cab"


async def test_a_letter_waits_for_a_form_that_comes_up_while_another_is_waited_for(
    office: Office,
) -> None:
    last = SlowScreen(0.1)
    app = ClerkApp(office)
    async with app.run_test() as pilot:
        await settled(pilot)
        app.push_screen(SlowScreen(0, SlowScreen(0.05, last)))
        at_once(app, "x", "y")
        await settled(pilot)
        assert last.query_one(Input).value == "xy"


async def test_a_key_that_no_widget_took_waits_for_the_screen_that_came_up_meanwhile(
    office: Office,
) -> None:
    last = SlowScreen(0.1)
    app = ClerkApp(office)
    async with app.run_test() as pilot:
        await press(pilot, "home")  # to Home
        bubbled = Key("f5", None)
        bubbled._set_forwarded()
        app.post_message(bubbled)
        app.push_screen(last)
        await settled(pilot)
        assert last.was_up == [True]


async def test_what_is_said_right_behind_ctrl_k_is_said_and_not_typed_into_the_minute(
    office: Office,
) -> None:
    app = with_everyone(office)
    async with app.run_test() as pilot:
        meeting = await opened(pilot, "B1", "enter")
        at_once(app, *"ab", "ctrl+k", *"moved rag sec hanl: that it be noted".replace(" ", "_"))
        await settled(pilot)
        line = top(app)
        assert isinstance(line, SayLine)
        assert line.entry.value == "moved_rag_sec_hanl:_that_it_be_noted"
        assert meeting.editor.text == "ab"


async def test_a_motion_typed_in_one_breath_from_the_agenda_is_moved(office: Office) -> None:
    app = with_everyone(office)
    async with app.run_test() as pilot:
        meeting = await opened(pilot, "B1")
        at_once(app, "v", "m", *"rag", "enter", *"hanl", "enter", *"that", "enter", "c", "escape")
        await settled(pilot)
        await settled(pilot)
        (motion,) = meeting.desk.meeting.motions
        assert (motion.words, [vote.result for vote in motion.votes]) == ("that", ["carried"])
        assert top(app) is meeting


async def test_a_meeting_that_is_open_below_is_gone_back_to_and_never_opened_twice(
    office: Office,
) -> None:
    app = ClerkApp(office)
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        await settled(pilot)
        meeting = top(app)
        assert isinstance(meeting, MeetingScreen)
        desk = meeting.desk
        await press(pilot, "o")
        app.open_meeting(top_of_clerk(app), desk.ref)
        await settled(pilot)
        assert top(app) is meeting
        assert desk.read_only == ""


async def test_words_typed_right_behind_enter_are_words_of_the_item_marked_and_no_commands(
    empty_office: Office,
) -> None:
    body = add_committee(empty_office, "Parks Committee")
    path = call_meeting(
        empty_office, body.id, empty_office.today, titles=["B1 Benches", "B2 Ducks", "B3 Trees"]
    )
    app = ClerkApp(empty_office, open_ref=empty_office.ref(path))
    async with app.run_test() as pilot:
        await settled(pilot)
        at_once(app, "down", "enter", *"uapx")
        await settled(pilot)
        await press(pilot, "ctrl+s")
    with MeetingDesk(empty_office, path, lock=False) as desk:
        assert [(m.title, m.text) for m in desk.meeting.minutes] == [("Ducks", "uapx")]


async def test_undo_pressed_too_often_takes_no_meeting_away_but_in_its_agenda(
    empty_office: Office,
) -> None:
    body = add_committee(empty_office, "Parks Committee")
    call_meeting(empty_office, body.id, empty_office.today, titles=["B1 Benches"])
    app = ClerkApp(empty_office)
    async with app.run_test() as pilot:
        await press(pilot, "enter", "d", "u", "u")
        assert isinstance(top(app), DoubtsScreen)
        assert "but its making" in seen(app)
        await press(pilot, "escape", "enter", "ctrl+z", "ctrl+z")
        assert isinstance(top(app), MeetingScreen)
        assert "but its making" in seen(app)
        await press(pilot, "escape", *"uuuu")
        assert isinstance(top(app), MeetingScreen), "a key held down"
        assert "u again takes it back" in seen(app)
        await pilot.pause(0.45)
        await press(pilot, "u")
        assert isinstance(top(app), HomeScreen)
        assert "Taken back: " in seen(app)
        assert app.is_running and not list(empty_office.summaries())


async def test_a_reader_is_told_when_the_meeting_is_no_more(office: Office) -> None:
    body = add_committee(office, "Parks Committee")
    path = call_meeting(office, body.id, dt.date(2026, 11, 23), titles=["B1 Benches"])
    with MeetingDesk(office, path) as writer:
        app = ClerkApp(office, open_ref=office.ref(path))
        async with app.run_test(size=(160, 40)) as pilot:
            await settled(pilot)
            reader = top(app)
            assert isinstance(reader, MeetingScreen) and reader.desk.held
            writer.undo(making=True)
            reader._tick()
            assert await comes_to_show(pilot, "its making was undone")
            assert isinstance(top(app), HomeScreen)


@pytest.mark.parametrize("seed", range(_SAMPLE))
async def test_no_keys_whatever_end_the_app_or_leave_a_file_unsound(
    council: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    await _random_session(council, tmp_path, monkeypatch, seed, _SAMPLE_KEYS)


@pytest.mark.slow
async def test_no_keys_whatever_end_the_app_or_leave_a_file_unsound_for_long(
    council: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in range(100, 100 + SESSIONS):
        await _random_session(council, tmp_path, monkeypatch, seed, KEYS)


async def _random_session(
    council: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, keys: int
) -> None:
    monkeypatch.setattr("clerk.writers.opening.open_file", lambda *_: "")
    root = tmp_path / f"home-{seed}"
    shutil.copytree(council, root)
    monkeypatch.chdir(root)
    luck = random.Random(seed)
    app = ClerkApp(Office(Home(root), now=lambda: NOW, who="Clerk", where="here").open())
    pressed: list[str] = []
    async with app.run_test(size=luck.choice([(80, 24), (120, 40), (60, 16)])) as pilot:
        for _ in range(keys):
            await _something(pilot, app, luck, pressed)
            assert app.is_running, pressed
        for _ in range(12):
            await press(pilot, "escape")
        assert len(app.screen_stack) <= 2, (pressed, app.screen_stack)
    _all_sound(root, pressed)


async def _something(
    pilot: Pilot[None], app: ClerkApp, luck: random.Random, pressed: list[str]
) -> None:
    """A key of this screen, a move, or words typed; now and then with a moment after it."""
    screen, chance = app.screen, luck.random()
    if chance < 0.45 and isinstance(screen, ClerkScreen):
        key = luck.choice([k for k in of(*screen.PLACES, "everywhere") if k.id != "quit"])
        keys = [luck.choice(key.keys)]
    elif chance < 0.75:
        keys = [luck.choice(_MOVES)]
    else:
        keys = ["space" if c == " " else c for c in luck.choice(_WORDS)]
    pressed += keys
    await pilot.press(*keys)
    if luck.random() < 0.1:
        await asyncio.sleep(0.01)


def _all_sound(root: Path, pressed: list[str]) -> None:
    """Every file proves itself, every record can be composed, and undo leads back to nothing."""
    office = Office(Home(root), now=lambda: NOW, who="Clerk", where="here").open()
    assert not [each for each in examine(office.home, "here") if each.state == "fault"], pressed
    for path in office.meeting_paths():
        with MeetingDesk(office, path) as desk:
            if desk.is_gone:
                continue
            assert not desk.read_only, (path, pressed)
            for edition in ("full", "public", "draft"):
                desk.record(edition)
            desk.findings()
            while desk.ledger.last is not None and not desk.ledger.last.change:
                desk.undo(making=True)


@pytest.mark.parametrize("how", ["told to end", "left"])
async def test_what_was_coming_up_when_clerk_ends_does_not_open_it_again(
    office: Office, how: str
) -> None:
    app = ClerkApp(office)
    with pytest.raises(NoMatches):  # Textual tells its tests of it all the same
        async with app.run_test(size=(120, 40)) as pilot:
            await settled(pilot)
            app._end() if how == "told to end" else await app.action_quit()
            app._handle_exception(NoMatches("a form that is taken down before it is up"))
    assert app.fault is None
    assert app.leaves_with == (143 if how == "told to end" else 0)
