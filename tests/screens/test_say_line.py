"""An act typed as it is said, from wherever the cursor is, with how it will print before Enter."""

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input

from clerk.desk.office import Office
from screens.dialogs.say_line import SayLine
from screens.meeting.workspace import MeetingScreen
from tests.screens.meetings import opened, with_everyone
from tests.screens.pressing import focused, press, seen, settled, top


async def _typing(pilot: Pilot[None]) -> MeetingScreen:
    """Two words typed in the first item, the cursor within the second."""
    return await opened(pilot, "", "enter", '"one two"', "left", "left")


async def test_an_act_is_said_in_mid_sentence_and_the_cursor_is_where_it_was(
    office: Office,
) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _typing(pilot)
        before = screen.editor.cursor_location
        await press(pilot, "ctrl+k", '"out fair 10.52"')
        assert "= Mrs Fairbairn left the meeting at 10.52 am." in seen(app)
        assert not screen.desk.meeting.movements
        await press(pilot, "enter")
        await settled(pilot)
        assert top(app) is screen
        assert (focused(app), screen.editor.cursor_location) == ("minutes", before)
        assert "Mrs Fairbairn left the meeting at 10.52 am." in seen(app)
        (movement,) = screen.desk.meeting.movements
        assert movement.item == screen.item
        await press(pilot, '"X"')
        assert screen.editor.text == "one tXwo"


async def test_a_motion_pasted_from_several_lines_of_a_paper_is_pasted_whole(
    office: Office,
) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(120, 40)) as pilot:
        await _typing(pilot)
        await press(pilot, "ctrl+k", '"moved fair: "')
        line = top(app)
        assert isinstance(line, SayLine)
        line.entry.post_message(Paste("that the bid\x00 be  \r\n  submitted in\u00a0May\n"))
        await settled(pilot)
        assert line.entry.value == "moved fair: that the bid be submitted in\u00a0May"


async def test_what_does_not_add_up_is_said_before_enter_which_does_it_all_the_same(
    office: Office,
) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        screen = await _typing(pilot)
        await press(pilot, "f5", '"carried 70-2-1"')
        assert "VOTE-TOO-MANY: 73 votes" in seen(app)
        await press(pilot, "enter")
        await settled(pilot)
        assert len(screen.desk.meeting.motions[0].votes) == 1
        assert any("VOTE-TOO-MANY" in words for words in screen.desk.findings())


async def test_a_motion_typed_in_haste_without_its_colon_is_understood(office: Office) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _typing(pilot)
        people = [office.register.people[row.person] for row in screen.desk.expected()]
        mover, seconder = (each.name.surname.casefold() for each in people[:2])
        line = f"moved {mover}, sec {seconder} that the report be noted"
        await press(pilot, "ctrl+k", f'"{line}"', "enter")
        await settled(pilot)
        (motion,) = screen.desk.meeting.motions
        assert motion.words == "that the report be noted" and motion.mover and motion.seconder


async def test_when_the_meeting_is_closed_the_strip_says_so_and_no_more_of_the_room(
    office: Office,
) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await _typing(pilot)
        await press(pilot, "ctrl+k", '"private 3"', "enter")
        await settled(pilot)
        assert "PUBLIC EXCLUDED" in seen(app)
        await press(pilot, "ctrl+k", '"closed 12.10"', "enter")
        await settled(pilot)
        assert "closed at 12.10 pm" in seen(app) and "PUBLIC EXCLUDED" not in seen(app)


async def test_going_back_keeps_what_was_typed_and_does_nothing(office: Office) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _typing(pilot)
        await press(pilot, "ctrl+k", '"moved fa"', "escape")
        assert (focused(app), screen.desk.meeting.motions) == ("minutes", ())
        await press(pilot, "ctrl+k")
        assert app.screen.query_one(Input).value == "moved fa"


async def test_lines_said_before_come_back_by_the_arrows(office: Office) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await _typing(pilot)
        for line in ("doi none", "carried"):
            await press(pilot, "ctrl+k", f'"{line}"', "enter")
            await settled(pilot)
        await press(pilot, "ctrl+k", '"ab"', "up", "up")
        entry = app.screen.query_one(Input)
        assert entry.value == "doi none"
        await press(pilot, "down")
        assert entry.value == "carried"
        await press(pilot, "down")
        assert entry.value == "ab"


async def test_a_name_is_taken_by_tab_from_those_who_could_be_meant(office: Office) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _typing(pilot)
        await press(pilot, "ctrl+k", '"out fa"')
        await pilot.pause(0.1)
        await press(pilot, "tab", "enter")
        await settled(pilot)
        await press(pilot, "ctrl+k", '"back "')
        await pilot.pause(0.1)
        await press(pilot, "tab")
        assert app.screen.query_one(Input).value.casefold() == "back fairbairn", "nobody else left"
        await press(pilot, "enter")
        await settled(pilot)
        assert [each.kind for each in screen.desk.meeting.movements] == ["left", "returned"]


async def test_what_means_nothing_stays_in_the_line_with_its_reason(office: Office) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await _typing(pilot)
        await press(pilot, "ctrl+k", '"out zzz"', "enter")
        assert isinstance(top(app), SayLine)
        assert "!! Nobody who could be meant is called “zzz”." in seen(app)


@pytest.mark.parametrize("opens", ["ctrl+r", "ctrl+t"])
async def test_it_is_there_on_the_other_screens_of_a_meeting_too(
    office: Office, opens: str
) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _typing(pilot)
        await press(pilot, opens, "ctrl+k", '"doi none"', "enter")
        await settled(pilot)
        assert screen.desk.meeting.nothing_declared
        assert top(app) is not screen


async def test_a_minute_that_an_act_begins_is_not_lost_when_the_clerk_goes_on(
    office: Office,
) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await opened(pilot, "A4", "enter", "ctrl+k", '"doi none"', "enter")
        await settled(pilot)
        assert screen.editor.text == ":declarations"
        await press(pilot, "ctrl+n", "ctrl+l", "i", "escape", "up")
        (minute,) = screen.desk.meeting.minutes
        assert minute.text == ":declarations"
