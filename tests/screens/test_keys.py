"""The table of keys is true: every key reaches its deed, everywhere that it promises."""

import re
from collections import Counter

import pytest
from textual.command import CommandPalette
from textual.filter import ANSIToTruecolor
from textual.widgets import Input

from clerk.desk.care import looks
from clerk.desk.office import Office
from screens.app import ClerkApp
from screens.base import ClerkScreen
from screens.dialogs.choose import Choose
from screens.dialogs.find_in_meeting import FindInMeeting
from screens.dialogs.form import Form
from screens.dialogs.notes import NotesOver
from screens.dialogs.say_line import SayLine
from screens.help import HelpScreen
from screens.home.home import HomeScreen
from screens.home.imported import ImportedScreen
from screens.keys import TABLE, WHERE_WORDS, Key, Where, keys_table, of
from screens.lists.actions import ActionsScreen
from screens.lists.phrases import PhrasesScreen
from screens.lists.resolutions import ResolutionsScreen
from screens.meeting.check import CheckScreen
from screens.meeting.decisions import DecisionsScreen
from screens.meeting.declarations import DeclarationsScreen
from screens.meeting.doubts import DoubtsScreen
from screens.meeting.in_meeting import InMeeting
from screens.meeting.roll_call import RollCallScreen
from screens.meeting.room import RoomScreen
from screens.meeting.vote_names import VoteNamesScreen
from screens.meeting.votes import VotesScreen
from screens.meeting.whole_record import WholeRecordScreen
from screens.meeting.workspace import MeetingScreen
from screens.page import PageScreen
from screens.register.committee import CommitteeScreen
from screens.register.people import PeopleScreen
from screens.register.person import PersonScreen
from screens.register.table_import import TableImportScreen
from screens.register.vacancies import VacanciesScreen
from screens.style import StyleScreen
from screens.themes import CHOICES
from screens.widgets.hanging import hung
from tests.screens.pressing import press, seen, settled

SAFE = frozenset(
    [f"ctrl+{letter}" for letter in "sfnotrglbpqzydeku"]
    + [f"f{number}" for number in range(1, 10)]
    + ["up", "down", "left", "right", "pageup", "pagedown", "enter", "escape", "tab", "space"]
    + ["backspace", "delete", "question_mark", "slash", "plus", "comma", "full_stop", "equals_sign"]
    + ["ctrl+underscore"]
    + ["left_square_bracket", "right_square_bracket"]
)
"""Keys that arrive from every usual terminal; ctrl+z and ctrl+y besides, as text fields do."""

HOLDERS: dict[Where, type[object]] = {
    "home": HomeScreen,
    "meeting": MeetingScreen,
    "agenda": MeetingScreen,
    "in meeting": InMeeting,
    "notes": NotesOver,
    "find": FindInMeeting,
    "say line": SayLine,
    "room": RoomScreen,
    "declarations": DeclarationsScreen,
    "votes": VotesScreen,
    "vote by names": VoteNamesScreen,
    "decisions": DecisionsScreen,
    "check": CheckScreen,
    "record": WholeRecordScreen,
    "roll call": RollCallScreen,
    "committee": CommitteeScreen,
    "people": PeopleScreen,
    "person": PersonScreen,
    "vacancies": VacanciesScreen,
    "house style": StyleScreen,
    "table": TableImportScreen,
    "page": PageScreen,
    "imported": ImportedScreen,
    "doubts": DoubtsScreen,
    "resolutions": ResolutionsScreen,
    "actions": ActionsScreen,
    "phrases": PhrasesScreen,
    "form": Form,
    "choice": Choose,
}

each_key = pytest.mark.parametrize("key", TABLE, ids=lambda key: f"{key.where}-{key.id}")


@each_key
def test_a_key_arrives_from_every_usual_terminal(key: Key) -> None:
    for name in key.keys:
        assert name in SAFE or re.fullmatch(r"[a-z]", name), f"{name} is not safe"
    assert not re.fullmatch(r"f\d", key.keys[0]) or key.id == "help", "a second name comes second"


@each_key
def test_a_key_tells_what_it_does(key: Key) -> None:
    assert len(key.word) < 12
    assert key.sentence.endswith(".")


@each_key
def test_a_deed_is_there_for_each_key(key: Key) -> None:
    holder = HOLDERS.get(key.where, ClerkScreen)
    if not key.action or key.action.startswith("app."):
        return
    name = key.action.partition("(")[0]
    assert callable(getattr(holder, f"action_{name}", None)), f"{holder.__name__} has no {name}"


def test_ids_are_unique_and_no_place_gives_one_key_to_two_deeds() -> None:
    assert [id for id, count in Counter(key.id for key in TABLE).items() if count > 1] == []
    together: list[tuple[Where, ...]] = [("meeting", "agenda", "in meeting", "everywhere")]
    together += [
        (where, "everywhere")
        for where in WHERE_WORDS
        if where not in ("form", "choice", "say line", "notes", "find")
    ]
    for places in together:
        if "editor" in places:
            continue
        deeds = {(name, key.action) for key in of(*places) for name in key.keys if key.action}
        names = Counter(name for name, _ in deeds)
        assert [name for name, count in names.items() if count > 1] == [], places


def test_bare_letters_are_left_to_places_where_no_text_is_typed() -> None:
    for key in of("meeting", "in meeting", "say line", "editor", "form", "choice"):
        assert all(len(name) > 1 for name in key.keys), key.id


def test_the_readme_gets_a_row_for_each_key() -> None:
    rows = keys_table().splitlines()
    assert len(rows) == len(TABLE) + 2
    assert all(row.count("|") == 4 for row in rows)


async def test_help_tells_the_keys_of_the_place_it_was_asked_from(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(100, 60), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "enter", "f1")
        assert isinstance(app.screen, HelpScreen)
        shown = seen(app)
        assert "The next item of the agenda, ready to type." in shown
        await press(pilot, "escape", "escape", "question_mark")
        assert isinstance(app.screen, HelpScreen)


async def test_a_question_mark_in_minutes_is_typed_and_opens_nothing(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "enter", '"Why? [a/b]+u"')
        screen = app.screen
        assert isinstance(screen, MeetingScreen)
        assert screen.editor.text == "Why? [a/b]+u"


async def test_the_palette_does_what_a_key_does_and_opens_meetings(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "ctrl+p")
        assert isinstance(app.screen, CommandPalette)
        await press(pilot, '"members"')
        await pilot.pause(0.5)
        await press(pilot, "down", "enter")
        await pilot.pause(0.3)
        assert isinstance(app.screen, CommitteeScreen)


@pytest.mark.parametrize("theme", CHOICES)
async def test_every_theme_can_be_worn(office: Office, theme: str) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        app.theme = theme
        await press(pilot, "enter")
        assert "saved" in seen(app)


@pytest.mark.parametrize("theme", CHOICES)
async def test_a_terminal_s_own_colours_are_its_own_from_the_first_frame_on(
    office: Office, theme: str
) -> None:
    looks.keep(office, theme)
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        filters = [each for each in app.get_line_filters() if isinstance(each, ANSIToTruecolor)]
        assert bool(filters) is not theme.startswith("ansi")


async def test_up_and_down_move_in_lists_while_a_filter_is_typed(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "slash", '"cabinet"', "down", "enter")
        screen = app.screen
        assert isinstance(screen, MeetingScreen)
        assert screen.desk.meeting.state == "published"
        await press(pilot, "escape", "escape")
        assert not app.screen.query_one("#filter", Input).display


def test_help_goes_on_below_its_second_column_where_a_narrow_screen_breaks_it() -> None:
    line = f"{'Ctrl+E':<22} The house's usual words for this item; of selected words, resolved."
    assert hung(line, 74).splitlines()[1].startswith(" " * 23 + "words, resolved")
    assert hung("10 Ctrl+O writes the file. " + "x " * 30, 60).splitlines()[1][:4] == "   x"
    long = "  Environment and Highways Committee, Liberal Democrat: from 26 November 2026"
    assert hung(long, 74).splitlines()[1] == "    2026", "further in than the lines about it"
    assert hung("Plain words without a second column.", 74).startswith("Plain words without")
