"""A clerk types minutes, and nothing of it is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.errors import StorageError
from screens.app import ClerkApp
from screens.meeting.workspace import MeetingScreen
from tests.screens.pressing import focused, press, seen, settled, stored

ENVIRONMENT = "environment-and-highways-committee/2026-11-26"
SIZES = [(80, 24), (120, 40)]
each_size = pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])

Reopened = Callable[[Office], Office]


async def _open(pilot: Pilot[None], *keys: str) -> None:
    """Home to the Environment Committee's next meeting, which is the second line."""
    await settled(pilot)
    await press(pilot, "down", "enter", *keys)


async def _paused(pilot: Pilot[None]) -> None:
    """Waits until the pause after the last key is over, and what was typed is handed over."""
    await pilot.pause(0.6)


@each_size
async def test_what_is_typed_is_on_disk_after_a_pause_and_previewed_as_it_prints(
    office: Office, size: tuple[int, int], reopened: Reopened
) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=size, notifications=True) as pilot:
        await _open(pilot, "enter", '"The webcast was announced."')
        await _paused(pilot)
        shown = seen(app)
        assert "~33." in shown, "numbered on from the last meeting, and marked as provisional"
        assert "saved" in shown
        minute = stored(reopened(office), ENVIRONMENT).meeting.minutes[0]
        assert minute.text == "The webcast was announced."
        assert minute.title == "Introduction and Webcast Announcement"


async def test_leaving_an_item_saves_it_at_once_and_the_next_is_ready_to_type(
    office: Office, reopened: Reopened
) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await _open(pilot, "enter", '"One."', "ctrl+n", '"Two."', "ctrl+n", '"Three."', "f7")
        minutes = stored(reopened(office), ENVIRONMENT).meeting.minutes
        assert [minute.text for minute in minutes] == ["One.", "Two.", "Three."]
        assert focused(app) == "minutes"


async def test_leaving_the_app_in_the_middle_of_a_word_loses_nothing(
    office: Office, reopened: Reopened
) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await _open(pilot, "enter", '"Half a wor"', "ctrl+q")
    assert stored(reopened(office), ENVIRONMENT).meeting.minutes[0].text == "Half a wor"


async def test_an_item_minuted_late_stands_in_its_place_and_what_follows_is_renumbered(
    office: Office, reopened: Reopened
) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await _open(pilot, "down", "enter", '"Second."', "ctrl+b", '"First."', "ctrl+n")
        await settled(pilot)
        assert "~34." in seen(app)
    minutes = stored(reopened(office), ENVIRONMENT).meeting.minutes
    assert [minute.text for minute in minutes] == ["First.", "Second."]


async def test_a_failed_save_is_said_in_words_until_the_text_is_saved(
    office: Office, reopened: Reopened, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await _open(pilot, "enter")
        screen = app.screen
        assert isinstance(screen, MeetingScreen)

        def full_disk(*_: object, **__: object) -> None:
            raise StorageError("The disk is full. Make room; the text is kept meanwhile.")

        with monkeypatch.context() as patched:
            patched.setattr(screen.desk.ledger, "save", full_disk)
            await press(pilot, '"Kept meanwhile."')
            await _paused(pilot)
            assert "NOT SAVED: The disk is full." in seen(app)
            await press(pilot, "ctrl+n", "ctrl+b")
            assert screen.editor.text == "Kept meanwhile."
            await press(pilot, "ctrl+q")
            assert app.is_running, "leaving would lose the text"
        await press(pilot, "ctrl+s")
        assert "NOT SAVED" not in seen(app)
    assert stored(reopened(office), ENVIRONMENT).meeting.minutes[0].text == "Kept meanwhile."


async def test_undo_while_typing_takes_back_typing_and_nothing_else(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await _open(pilot, "ctrl+r", "p", "escape", "enter", '"First."')
        await _paused(pilot)
        await press(pilot, '" Second."', "ctrl+z")
        screen = app.screen
        assert isinstance(screen, MeetingScreen)
        assert screen.editor.text == "First."
        await press(pilot, "ctrl+y")
        assert screen.editor.text == "First. Second."
        await press(pilot, "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
        assert screen.editor.text == ""
        assert "present 1 of" in seen(app), "the roll call was not typed here"


async def test_no_letter_acts_as_a_command_in_minutes_that_cannot_be_changed(
    office: Office,
) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "down", "down", "down", "enter", "enter")
        screen = app.screen
        assert isinstance(screen, MeetingScreen)
        assert screen.desk.meeting.state == "published"
        before = screen.desk.meeting
        await press(pilot, '"uwpbmards[]"', "delete", "backspace", "tab", "ctrl+z")
        assert screen.desk.meeting == before
        assert app.screen is screen
        assert focused(app) == "minutes"


async def test_publishing_fixes_the_numbers_and_undo_takes_it_back(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await _open(pilot, "enter", '"Announced."', "escape", "p")
        screen = app.screen
        assert isinstance(screen, MeetingScreen)
        assert stored(office, ENVIRONMENT).meeting.state == "published"
        shown = seen(app)
        assert "33." in shown
        assert "~33." not in shown
        await press(pilot, "u")
        assert screen.desk.meeting.state == "draft"
        assert "~33." in seen(app)


async def test_a_publication_is_taken_back_with_its_reason(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await _open(pilot, "enter", '"Announced."', "escape", "p", "b", "enter")
        assert "Say why" in seen(app)
        await press(pilot, '"A name was wrong"', "enter")
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, MeetingScreen)
        assert screen.desk.meeting.state == "draft"


async def test_the_word_file_is_written_and_opened_from_a_key(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def note(path: Path) -> str:
        opened.append(path)
        return ""

    monkeypatch.setattr("screens.meeting.workspace.open_document", note)
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await _open(pilot, "enter", '"Announced."', "ctrl+o")
        await settled(pilot)
        assert "Written to" in seen(app)
    assert [path.suffix for path in opened] == [".docx"]
    assert opened[0].stat().st_size > 0


async def test_an_export_without_minutes_is_refused_in_a_sentence(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await _open(pilot, "ctrl+o")
        await settled(pilot)
        assert "There are no minutes to export yet" in seen(app)


async def test_any_item_is_reached_by_part_of_its_title(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await _open(pilot, "ctrl+g", '"wint"', "enter")
        await settled(pilot)
        assert "Item B1" in seen(app)
        assert focused(app) == "minutes"


async def test_the_whole_record_is_a_key_away(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await _open(pilot, "enter", '"Announced."', "ctrl+t")
        shown = seen(app)
        assert "ENVIRONMENT AND HIGHWAYS COMMITTEE" in shown
        assert "DRAFT" in shown
        await press(pilot, "escape")
        assert isinstance(app.screen, MeetingScreen)


async def test_a_second_opener_reads_only_and_is_told_who_has_the_meeting(
    office: Office, reopened: Reopened
) -> None:
    path = next(path for path in office.meeting_paths() if ENVIRONMENT in path.as_posix())
    with MeetingDesk(office, path):
        app = ClerkApp(reopened(office))
        async with app.run_test(size=(120, 40), notifications=True) as pilot:
            await _open(pilot, "enter", '"Not mine."')
            screen = app.screen
            assert isinstance(screen, MeetingScreen)
            assert screen.editor.text == ""
            assert screen.desk.held
