"""Minutes go from draft to signed by two keys a step, from their own meeting or from the next."""

from clerk.desk.office import Office
from screens.app import ClerkApp
from tests.screens.meetings import opened, with_everyone
from tests.screens.pressing import comes_to_show, press, seen, settled, stored

LAST = "environment-and-highways-committee/2026-10-15"
NEXT = "environment-and-highways-committee/2026-11-26"


async def _at(app: ClerkApp, ref: str) -> None:
    from screens.home.home import HomeScreen
    from screens.meeting.workspace import open_meeting

    home = app.screen
    assert isinstance(home, HomeScreen)
    open_meeting(home, ref)


async def test_p_confirms_at_the_next_meeting_and_p_signs_and_u_takes_back(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await _at(app, LAST)
        await settled(pilot)
        await press(pilot, "p")
        await settled(pilot)
        assert "Confirm the minutes" in seen(app) and "Thursday, 26 November 2026" in seen(app)
        await press(pilot, "ctrl+s")
        await settled(pilot)
        assert stored(office, LAST).meeting.state == "confirmed"
        await press(pilot, "p", '"Mrs J A Fairbairn, OBE"', "ctrl+s")
        await settled(pilot)
        meeting = stored(office, LAST).meeting
        assert meeting.signed and meeting.signed.name == "Mrs J A Fairbairn, OBE"
        await press(pilot, "t")
        await settled(pilot)
        assert "Correct the confirmed minutes" in seen(app)
        await press(pilot, "escape", "u", "u")
        assert stored(office, LAST).meeting.state == "published"


async def test_plus_in_the_next_meeting_confirms_the_last_minutes_with_an_amendment(
    office: Office,
) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await _at(app, NEXT)
        await settled(pilot)
        await press(pilot, "plus", '"22: Mr [/] Pell & Co"')
        assert "Apologies and Substitutes" in seen(app), "the minute is read back by its title"
        await press(pilot, "ctrl+s")
        await settled(pilot)
        assert "the amendment of minute 22. u in that meeting takes it back." in seen(app)
        last = stored(office, LAST).meeting
        assert last.state == "confirmed" and last.amendments[0].words == "Mr [/] Pell & Co"
        await press(pilot, "plus")
        await settled(pilot)
        assert "Sign the minutes" in seen(app)


async def test_once_published_the_line_of_keys_has_what_is_left_and_no_item_is_taken_any_more(
    office: Office,
) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await opened(pilot, "B1", "enter", '"Agreed."', "escape", "p")
        await settled(pilot)
        assert "p Confirm" in seen(app), "at once, not when the focus next moves"
        taken = screen.desk.taken
        await press(pilot, "down", "n")
        await settled(pilot)
        assert screen.desk.taken == taken
        assert await comes_to_show(pilot, "Withdraw the publication first")
        assert "typing in" not in seen(app), "a look at fixed minutes is no typing"
