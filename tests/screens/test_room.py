"""Comings and goings by one key a row, and a strip that is always true."""

from textual.pilot import Pilot

from clerk.desk.office import Office
from screens.meeting.room import RoomScreen
from screens.meeting.workspace import MeetingScreen
from tests.screens.meetings import opened, with_everyone
from tests.screens.pressing import press, seen, settled, top


async def _in_the_room(pilot: Pilot[None]) -> RoomScreen:
    """The room at the meeting's first item."""
    await opened(pilot, "", "o")
    screen = pilot.app.screen
    assert isinstance(screen, RoomScreen)
    return screen


async def test_somebody_goes_and_comes_back_by_a_key_each_and_the_strip_follows(
    office: Office,
) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _in_the_room(pilot)
        assert "present 10 of 11 · quorum 4 ✓ 6 may leave" in seen(app)
        await press(pilot, "o")
        assert "present 9 of 11 · quorum 4 ✓ 5 may leave" in seen(app)
        assert "– left" in seen(app)
        await press(pilot, "b", "down", "l", "down", "i")
        kinds = [(m.kind, m.interest) for m in screen.desk.meeting.movements]
        assert kinds == [
            ("left", False),
            ("returned", False),
            ("left for item", False),
            ("left for item", True),
        ]
        await press(pilot, "u")
        assert len(screen.desk.meeting.movements) == 3


async def test_the_strip_warns_before_the_quorum_is_lost_and_says_what_the_minutes_must_say(
    office: Office,
) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await _in_the_room(pilot)
        for _ in range(6):
            await press(pilot, "o", "down")
        assert "quorum 4 ✓ NONE may leave" in seen(app)
        shown = " ".join(seen(app).split())
        assert "leaves, 3 are present; the quorum is 4. There would be no quorum." in shown
        assert "if anyone leaves it is lost" in seen(app)
        await press(pilot, "o")
        assert "NO QUORUM: 4 needed" in seen(app)
        assert "for want of a quorum" in " ".join(seen(app).split())


async def test_the_time_of_what_was_noted_is_corrected_and_an_event_struck_out(
    office: Office,
) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _in_the_room(pilot)
        await press(pilot, "o", "t")
        await settled(pilot)
        await press(pilot, '"11.42"', "ctrl+s")
        await settled(pilot)
        assert "Mrs Fairbairn left the meeting at 11.42 am" in seen(app)
        await press(pilot, "tab", "delete")
        assert not screen.desk.meeting.movements
        await press(pilot, "u")
        assert len(screen.desk.meeting.movements) == 1


async def test_a_row_is_found_by_letters_and_another_takes_the_chair(office: Office) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        screen = await _in_the_room(pilot)
        await press(pilot, "slash", '"rag"', "enter", "c")
        person = screen.desk.who_is("raghunathan")
        assert screen.desk.room(screen.item).presence.chair == person
        assert "in the chair: Dr Raghunathan" in seen(app)


async def test_what_is_refused_is_said_and_nothing_is_changed(office: Office) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _in_the_room(pilot)
        await press(pilot, "b")
        assert "is in the room already" in seen(app)
        await press(pilot, "p")
        assert "The public is not excluded." in seen(app)
        await press(pilot, "a", "a")
        assert [m.kind for m in screen.desk.meeting.movements] == ["adjourned", "resumed"]


async def test_the_strip_of_the_meeting_is_of_the_item_that_is_in_hand(office: Office) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await _in_the_room(pilot)
        await press(pilot, "l", "escape")
        await settled(pilot)
        assert isinstance(top(app), MeetingScreen)
        assert "present 9 of 11" in seen(app)
        await press(pilot, "down")
        assert "present 10 of 11" in seen(app), "back by herself with the next item"
