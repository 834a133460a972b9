"""A committee, its people and a meeting without any paper; an agenda changed as the day goes."""

import datetime as dt

from textual.pilot import Pilot

from clerk.desk.lists.member_lists import membership
from clerk.desk.office import Office
from screens.app import ClerkApp
from screens.meeting.workspace import MeetingScreen
from screens.register.committee import CommitteeScreen
from tests.screens.pressing import comes_to_show, press, seen, settled


def _meeting(app: ClerkApp) -> MeetingScreen:
    screen = app.screen
    assert isinstance(screen, MeetingScreen)
    return screen


def _titles(screen: MeetingScreen) -> list[str]:
    return [item.title for item in screen.desk.meeting.items]


async def test_from_an_empty_folder_to_a_first_minute_without_a_mouse_or_a_paper(
    empty_office: Office,
) -> None:
    app = ClerkApp(empty_office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        assert "adds a committee by hand" in seen(app)
        await press(pilot, "c", '"Harbours Committee"', "enter", '"Wealdshire County Council"')
        await press(pilot, "ctrl+s")
        await settled(pilot)
        assert "Nobody sits here on this day" in seen(app)
        await press(pilot, "a", '"Mr J A Pell, MBE"', "enter", '"Independent"', "enter")
        await press(pilot, '"Chairman"', "ctrl+s")
        await settled(pilot)
        assert "Mr J A Pell, MBE (Chairman)" in seen(app)
        await press(pilot, "n", '"26/11/2026"', "enter")
        assert "Thursday, 26 November 2026" in seen(app), "the day is read back with its weekday"
        await press(pilot, '"10am"', "enter")
        assert "10.00 am" in seen(app)
        await press(pilot, '"Town Hall"', "enter", "tab", '"Apologies"', "enter", '"B1 Dredging"')
        await press(pilot, "ctrl+s")
        await settled(pilot)
        screen = _meeting(app)
        assert _titles(screen) == ["Apologies", "Dredging"]
        assert screen.desk.meeting.time == dt.time(10)
        assert screen.desk.meeting.venue == "Town Hall"
        await press(pilot, "down", "enter", '"It was dredged."', "ctrl+s")
        assert "~1." in seen(app)


async def test_a_day_that_is_none_is_refused_in_the_form_and_nothing_typed_is_lost(
    office: Office,
) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        count = len(office.meeting_paths())
        await press(pilot, "n", '"31/2/2027"', "ctrl+s")
        await settled(pilot)
        assert "names no day" in seen(app)
        await press(pilot, "escape")
        assert len(office.meeting_paths()) == count
        await press(pilot, "n")
        assert "31/2/2027" in seen(app)
        await press(pilot, "tab", *["backspace"] * 9, "escape")


async def test_in_a_low_window_a_forms_refusal_and_then_the_field_in_hand_are_in_view(
    office: Office,
) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(60, 14), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "n", '"31/2/2027"', "ctrl+s")
        assert await comes_to_show(pilot, "!! ")
        await press(pilot, *["backspace"] * 9, '"7/1/2027"')
        assert await comes_to_show(pilot, "= Thursday, 7 January 2027")
        await press(pilot, "tab", "tab")
        shown = " ".join(seen(app).split())
        assert "Place" in shown and "standing items first?" in shown, "the next is seen coming"
        await press(pilot, "shift+tab", "shift+tab", "shift+tab")
        assert await comes_to_show(pilot, "New meeting")


async def test_a_new_meeting_begins_with_the_last_ones_standing_items(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "down", "n", '"7/1/2027"', "ctrl+s")
        await settled(pilot)
        titles = _titles(_meeting(app))
        assert any(title.startswith("Apologies") for title in titles)
        assert any(title.startswith("Declarations") for title in titles)


async def _agenda(pilot: Pilot[None]) -> None:
    """The agenda of the Environment Committee's next meeting, third item marked."""
    await settled(pilot)
    await press(pilot, "down", "enter", "down", "down")


async def test_items_are_pasted_before_the_one_that_is_marked(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await _agenda(pilot)
        before = _titles(_meeting(app))
        await press(pilot, "a", '"A7 Late report"', "enter", '"Petition"')
        assert "2 items: A7 Late report" in seen(app)
        await press(pilot, "ctrl+s")
        await settled(pilot)
        after = _titles(_meeting(app))
        assert after == [*before[:2], "Late report", "Petition", *before[2:]]
        await press(pilot, "u", "u")
        assert _titles(_meeting(app)) == before


async def test_an_item_is_renamed_moved_withdrawn_and_struck_off(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await _agenda(pilot)
        screen = _meeting(app)
        third = screen.desk.meeting.items[2].id
        await press(pilot, "r", "tab", *["backspace"] * 60, '"Apologies alone"', "enter")
        await settled(pilot)
        assert screen.desk.meeting.items[2].title == "Apologies alone"
        await press(pilot, "left_square_bracket")
        assert screen.desk.meeting.items[1].id == third
        await press(pilot, "right_square_bracket", "right_square_bracket")
        assert screen.desk.meeting.items[3].id == third
        await press(pilot, "w")
        assert screen.desk.meeting.items[3].state == "withdrawn"
        assert "withdrawn" in seen(app)
        await press(pilot, "w", "delete")
        assert screen.desk.meeting.item(third) is None
        await press(pilot, *["u"] * 7)
        assert screen.desk.meeting.items[2].id == third
        assert screen.desk.meeting.items[2].title != "Apologies alone"


async def test_an_item_that_has_a_minute_is_not_struck_off(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await _agenda(pilot)
        await press(pilot, "enter", '"Words."', "escape", "delete")
        assert "Withdraw the item instead" in seen(app)


async def test_a_minute_may_belong_to_no_item(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await _agenda(pilot)
        await press(pilot, "m", '"Fire alarm"', "enter")
        await settled(pilot)
        await press(pilot, '"The room was left."', "ctrl+s")
        shown = seen(app)
        assert "~33. Fire alarm" in shown
        assert "The room was left." in shown


async def test_a_customary_title_is_taken_by_one_key(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await _agenda(pilot)
        await press(pilot, "m", '"ch"')
        await settled(pilot)
        await press(pilot, "right", '"s"', "enter")
        await settled(pilot)
        assert "~33. Chairman's Announcements" in seen(app)


async def test_time_place_and_first_number_are_typed(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await _agenda(pilot)
        await press(pilot, "e", "tab", "tab", '"50"', "ctrl+s")
        await settled(pilot)
        await press(pilot, "enter", '"Words."', "ctrl+s")
        assert "~50." in seen(app)


async def test_seats_are_shown_as_on_a_day_that_the_arrows_move(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "down", "m")
        assert isinstance(app.screen, CommitteeScreen)
        assert "Monday, 23 November 2026" in seen(app)
        await press(pilot, "left")
        assert "Sunday, 22 November 2026" in seen(app)
        await press(pilot, "pageup", "pagedown", "right")
        assert "Monday, 23 November 2026" in seen(app)
        await press(pilot, "d", '"1/12/2026"', "enter")
        await settled(pilot)
        assert "Tuesday, 1 December 2026" in seen(app)
        await press(pilot, "t")
        assert "Monday, 23 November 2026" in seen(app)


async def test_a_misread_name_is_mended_for_the_minutes_in_work(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "down", "m", "e", *["backspace"] * 60, '"Mrs Q Mended"', "enter")
        await settled(pilot)
        assert "Mrs Q Mended" in seen(app)
        assert "Mrs Q Mended" in _members(office)
        await press(pilot, "u")
        assert "Mrs Q Mended" not in _members(office)


def _members(office: Office) -> list[str]:
    body = office.register.committee_by_slug("environment-and-highways-committee")
    assert body is not None
    groups = membership(office, body, office.today).groups
    return [row.name for _, rows in groups for row in rows]
