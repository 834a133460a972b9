"""The workspace: the margin, why a line prints, private notes, items as the meeting takes them."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from screens.app import ClerkApp
from screens.meeting.whole_record import WholeRecordScreen
from screens.meeting.workspace import MeetingScreen
from tests.hostile import WORDS
from tests.screens.pressing import focused, press, seen, settled, stored
from tests.screens.test_minuting import ENVIRONMENT, each_size


async def _open(pilot: Pilot[None], *keys: str) -> MeetingScreen:
    """Home to the Environment Committee's next meeting, which is the second line."""
    await settled(pilot)
    await press(pilot, "down", "enter")
    screen = pilot.app.screen
    assert isinstance(screen, MeetingScreen)
    await press(pilot, *keys)
    return screen


async def _paused(pilot: Pilot[None]) -> None:
    """Waits until what was typed is handed over."""
    await pilot.pause(0.7)


async def _until(pilot: Pilot[None], done: Callable[[], bool]) -> None:
    """Waits for what a pause brings, on a busy machine too."""
    for _ in range(60):
        if done():
            return
        await pilot.pause(0.05)
    raise AssertionError("it did not come about by itself")


# --- beside what is typed -----------------------------------------------------------------------


@each_size
async def test_the_margin_has_the_numbers_that_will_print(
    office: Office, size: tuple[int, int]
) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=size, notifications=True) as pilot:
        screen = await _open(pilot, "enter", '"One."')
        await _paused(pilot)
        assert "(1)" not in seen(app), "one paragraph alone carries no number"
        await press(pilot, "enter", '"Two."')
        rows = [line for line in seen(app).splitlines() if "One." in line or "Two." in line]
        assert "(1)" in rows[0]
        assert "(2)" in rows[1]
        assert screen.editor.text == "One.\nTwo.", "the margin is no part of the text"


async def test_what_is_amiss_is_said_where_it_is_and_not_while_it_is_typed(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        screen = await _open(pilot, "enter", '":declaration"')
        await _paused(pilot)
        assert "is no field" in str(screen.editor.border_subtitle)
        assert "←" not in seen(app), "nothing moves under the cursor"
        await press(pilot, "enter", '"Next."')
        await _paused(pilot)
        row = next(line for line in seen(app).splitlines() if "! " in line)
        assert ":declaration" in row and "← :declaration is" in row
        assert str(screen.editor.border_subtitle) == ""


async def test_brackets_in_the_text_are_shown_as_they_are_typed(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await _open(pilot, "enter", '"It was [[agreed [sic] ]] [/] here."', "enter", '"[/"')
        await _paused(pilot)
        assert "[[agreed [sic] ]] [/]" in seen(app)


@each_size
async def test_why_is_said_of_the_line_at_the_cursor_and_of_any_other(
    office: Office, size: tuple[int, int]
) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=size, notifications=True) as pilot:
        screen = await _open(pilot, "enter", '"One."', "enter", '"Two."')
        await _paused(pilot)
        await press(pilot, "ctrl+underscore")
        assert "Typed as a paragraph." in seen(app)
        assert focused(app) == "preview"
        await press(pilot, "up", "up", "up")
        assert "The minute of item" in seen(app)
        await press(pilot, '"pwu"', "escape")
        assert focused(app) == "minutes"
        assert screen.desk.meeting.state == "draft", "letters beside typing are no commands"


# --- private notes ------------------------------------------------------------------------------


@each_size
async def test_private_notes_are_a_key_away_and_no_part_of_the_record(
    office: Office, size: tuple[int, int]
) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=size, notifications=True) as pilot:
        screen = await _open(pilot, "enter", '"Public."', "ctrl+d", '"Ring Ms Orme."')
        await _until(pilot, lambda: screen.desk.notes == "Ring Ms Orme.")
        assert "PRIVATE NOTES · not in the record" in seen(app)
        await press(pilot, "ctrl+d")
        assert focused(app) == "minutes"
        assert "PRIVATE NOTES" not in seen(app)
        assert "Orme" not in "".join(line.text for line in screen.desk.record().lines)
        assert [minute.text for minute in screen.desk.meeting.minutes] == ["Public."]
        await press(pilot, "ctrl+r", "ctrl+d")
        assert "Ring Ms Orme." in seen(app), "on the meeting's other screens too"
        await press(pilot, '" Soon."', "escape")
        assert screen.desk.notes == "Ring Ms Orme. Soon."


# --- items as they are taken --------------------------------------------------------------------


async def test_what_the_meeting_is_on_stays_while_an_earlier_item_is_typed(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        screen = await _open(pilot, "enter", '"One."', "ctrl+n", '"Two."', "ctrl+n")
        third = screen.agenda.entries[screen.agenda.highlighted or 0]
        assert third.now
        await press(pilot, '"Three."', "ctrl+b", "ctrl+b", '" More."')
        await _paused(pilot)
        assert screen.item == third.item, "an act said now is about the third item"
        assert "now Item A3, typing in A1" in seen(app)
        await pilot.resize_terminal(60, 24)
        await settled(pilot)
        assert "typing in A1 · saved" in seen(app), "whether all is saved is never cut off"
        await press(pilot, "ctrl+n", "ctrl+n", "ctrl+n")
        assert screen.item != third.item, "from the item in hand the meeting goes on"


async def test_an_item_is_taken_out_of_its_turn_by_one_key(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        screen = await _open(pilot, "enter", '"One."', "escape", "down", "down", "down", "n")
        await press(pilot, "enter", '"Four."', "ctrl+n", '"Two."')
        await _paused(pilot)
    texts = [minute.text for minute in stored(office, ENVIRONMENT).meeting.minutes]
    assert texts == ["One.", "Four.", "Two."]
    assert not screen.desk.out_of_turn


async def test_an_urgent_item_is_not_added_without_its_reason(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        screen = await _open(pilot, "z", '"The bridge"', "enter", "enter", "enter")
        assert "special circumstances" in seen(app)
        assert not [item for item in screen.desk.meeting.items if item.state == "urgent"]
        await press(pilot, '"it closed today"', "enter", "enter", '"Noted."')
        await _paused(pilot)
        await settled(pilot)
        assert "it closed today)" in " ".join(seen(app).split())


async def test_items_are_taken_together_deferred_and_headed_by_one_key(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        screen = await _open(pilot, "down", "l", "down", "down", "enter")
        await settled(pilot)
        assert [len(minute.items) for minute in screen.desk.meeting.minutes] == [2]
        await press(pilot, "f")
        assert "deferred" in seen(app)
        await press(pilot, "u", "h", '"X"', "enter", '"Matters for decision"', "enter")
        await settled(pilot)
        assert "X – Matters for decision" in seen(app)


# --- the whole record ---------------------------------------------------------------------------


@each_size
async def test_the_whole_record_tells_why_and_leads_to_the_typing_of_a_minute(
    office: Office, size: tuple[int, int]
) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=size, notifications=True) as pilot:
        screen = await _open(pilot, "enter", '"One."', "ctrl+n", '"Two."', "ctrl+t")
        record = app.screen
        assert isinstance(record, WholeRecordScreen)
        await settled(pilot)
        assert "The minute of item" in seen(app), "why, of the minute that the clerk came from"
        await press(pilot, "b")
        assert "The minute of item" in seen(app)
        await press(pilot, "ctrl+g", '"34"', "enter")
        await settled(pilot)
        line = record.record.marked
        assert line is not None and line.number == "34."
        await press(pilot, "ctrl+g", '"33"', "enter")
        await settled(pilot)
        await press(pilot, "enter")
        assert app.screen is screen
        assert (focused(app), screen.editor.text) == ("minutes", "One.")


async def test_an_empty_record_says_what_to_press(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await _open(pilot, "ctrl+underscore")
        assert "Nothing is printed here yet" in seen(app)


@pytest.mark.parametrize("name", [WORDS["closing markup"], WORDS["a link that acts"], "C:\\"])
async def test_hostile_words_are_literal_in_every_pane(office: Office, name: str) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        screen = await _open(pilot, "enter")
        screen.editor.insert(f"{name} said.\n(b) {name}")
        await _paused(pilot)
        await press(pilot, "ctrl+underscore")
        assert f"{name} said." in seen(app)
        await press(pilot, "escape", "ctrl+t")
        assert f"{name} said." in seen(app)


# --- finding and copying ------------------------------------------------------------------------


@each_size
async def test_words_are_found_as_they_are_typed_and_enter_goes_there_and_to_the_next(
    office: Office, size: tuple[int, int]
) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=size, notifications=True) as pilot:
        screen = await _open(pilot, "enter", '"The weir and the weir."', "ctrl+n", '"Two."')
        await press(pilot, "ctrl+f", '"weir"')
        assert "2 places" in seen(app)
        await press(pilot, "enter")
        await settled(pilot)
        assert screen.editor.text.startswith("The weir")
        assert screen.editor.characters_before == len("The ")
        await press(pilot, "ctrl+f", "enter")
        await settled(pilot)
        assert screen.editor.characters_before == len("The weir and the ")
        assert focused(app) == "minutes"


async def test_from_a_meeting_all_meetings_are_searched_by_one_more_key(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        screen = await _open(pilot, "ctrl+f", '"potholes"', "ctrl+f")
        shown = seen(app)
        assert "Find in all meetings" in shown
        await press(pilot, "escape")
        assert app.screen is screen


async def test_a_minute_is_reached_by_its_number(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(
            pilot, "enter", '"One."', "ctrl+n", '"Two."', "ctrl+g", '"33"', "enter"
        )
        await settled(pilot)
        assert screen.editor.text == "One."


async def test_a_minute_is_copied_and_an_exempt_one_only_when_asked_twice(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        screen = await _open(pilot, "enter", '"The secret tender."', "escape")
        await press(pilot, "k")
        assert "The secret tender." in app.clipboard
        screen.desk.say(f"exempt {screen.agenda.entries[1].ref} 3")
        await press(pilot, "k")
        assert "secret" not in app.clipboard
        assert "public edition" in seen(app)
        await press(pilot, "k")
        assert "The secret tender." in app.clipboard
        exports = list(office.home.exports_dir.glob("*.txt"))
        assert [path for path in exports if "secret" in path.read_text(encoding="utf-8")] == []
        await press(pilot, "ctrl+t", "k")
        assert "ENVIRONMENT" in app.clipboard and "secret" not in app.clipboard


# --- one timeline -------------------------------------------------------------------------------


async def test_undo_while_typing_names_a_change_elsewhere_and_takes_it_back_when_asked_again(
    office: Office,
) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        screen = await _open(pilot, "enter", '"One."', "ctrl+n", '"Two."', "ctrl+b")
        await press(pilot, "ctrl+z")
        assert "The last change was elsewhere" in seen(app)
        assert screen.editor.text == "One."
        await press(pilot, "ctrl+z")
        assert screen.editor.text == "", "it goes to where the change was"
        assert [minute.text for minute in screen.desk.meeting.minutes] == ["One.", ""]
        await press(pilot, "ctrl+y")
        assert screen.editor.text == "Two."


# --- two clerks ---------------------------------------------------------------------------------


async def test_a_second_reader_is_taken_to_what_the_other_types(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screens.meeting.workspace._TICK", 0.05)
    path = next(path for path in office.meeting_paths() if ENVIRONMENT in path.as_posix())
    with MeetingDesk(office, path) as writer:
        app = ClerkApp(Office(office.home, now=office.now).open())
        async with app.run_test(size=(120, 40), notifications=True) as pilot:
            screen = await _open(pilot)
            third = writer.meeting.items[2]
            writer.edit(writer.start_minute(third.id).id, "Written by the other.")
            await _until(pilot, lambda: screen.editor.text == "Written by the other.")
            assert screen.desk.held
            assert "READ ONLY: open with somebody" in str(screen.editor.border_subtitle)
