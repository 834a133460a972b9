"""What the checks find is listed, the wrong first, and Enter goes where it is put right."""

from clerk.desk.office import Office
from screens.meeting.check import CheckScreen
from screens.meeting.votes import VotesScreen
from screens.meeting.workspace import MeetingScreen
from tests.screens.meetings import opened, with_everyone
from tests.screens.pressing import focused, press, seen, settled, top


async def test_a_vote_that_does_not_add_up_is_found_and_enter_goes_to_the_votes(
    office: Office,
) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        screen = await opened(pilot, "B1")
        screen.desk.say("carried 70-2-1", screen.item)
        await press(pilot, "c")
        assert isinstance(top(app), CheckScreen)
        assert "!! wrong" in seen(app)
        await press(pilot, "enter")
        await settled(pilot)
        assert isinstance(top(app), VotesScreen)


async def test_a_resolution_that_is_no_sentence_is_found_and_enter_goes_to_its_minute(
    office: Office,
) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await opened(pilot, "B1")
        minute = screen.desk.start_minute(screen.item)
        screen.desk.edit(minute.id, "RESOLVED that the report be endorse.")
        screen.reload()
        await press(pilot, "c")
        table = app.screen
        assert isinstance(table, CheckScreen)
        wanted = next(at for at, f in enumerate(table.found) if f.code == "RESOLUTION-BE")
        await press(pilot, *["down"] * wanted)
        assert "a “d” may be missing" in " ".join(seen(app).split())
        await press(pilot, "enter")
        await settled(pilot)
        assert top(app) is screen
        assert focused(app) == "minutes"
        assert "RESOLVED that the report be endorse." in screen.editor.text


async def test_nothing_found_is_said(office: Office) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot, "", "c")
        assert "Nothing was found." in seen(app)
        await press(pilot, "enter", "escape")
        assert isinstance(top(app), MeetingScreen)
