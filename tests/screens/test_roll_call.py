"""Who is here, in few keys."""

from textual.pilot import Pilot

from clerk.desk.office import Office
from screens.app import ClerkApp
from screens.roll_call import RollCallScreen
from tests.screens.pressing import press, seen, settled


async def _open(pilot: Pilot[None]) -> RollCallScreen:
    """The roll call of the Environment Committee's next meeting."""
    await settled(pilot)
    await press(pilot, "down", "enter", "ctrl+r")
    screen = pilot.app.screen
    assert isinstance(screen, RollCallScreen)
    return screen


async def test_a_full_committee_is_called_in_under_twenty_keys(office: Office) -> None:
    app = ClerkApp(office)
    keys = ["down", "a", "down", "s", *"fa", "enter", "x", "e"]
    assert len(keys) < 20
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(pilot)
        await press(pilot, *keys)
        await settled(pilot)
        await press(pilot, *keys[-2:])
        rows = screen.desk.expected()
        assert rows
        assert all(row.capacity or row.substitute for row in rows), "nobody is left unmarked"
        capacities = [row.capacity for row in rows]
        assert capacities.count("apologies") == 1
        assert sum(bool(row.substitute) for row in rows) == 1


async def test_each_mark_goes_on_to_the_next_line_and_undo_takes_it_back(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(pilot)
        await press(pilot, "p", "a", "x", "r")
        marks = [row.capacity for row in screen.desk.expected()][:4]
        assert marks == ["present", "apologies", "absent", "remote"]
        await press(pilot, "u")
        assert screen.desk.expected()[3].capacity == ""
        await press(pilot, "up", "up", "backspace")
        assert [row.capacity for row in screen.desk.expected()].count("") > 7


async def test_an_officer_who_is_new_comes_with_a_post(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(pilot)
        await press(pilot, "o", '"Ms Q Zabrowska, Head of Ferries"', "enter")
        await settled(pilot)
        last = screen.desk.expected()[-1]
        assert last.name == "Ms Q Zabrowska"
        assert last.post == "Head of Ferries"
        assert last.capacity == "in attendance"
        assert "Head of Ferries" in seen(app)


async def test_another_member_is_also_present_by_two_letters(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(pilot)
        await press(pilot, "plus", '"a"', "enter")
        await settled(pilot)
        assert screen.desk.expected()[-1].capacity == "also present"


async def test_going_back_from_a_choice_marks_nobody(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(pilot)
        await press(pilot, "s", '"zz"', "escape")
        await settled(pilot)
        assert app.screen is screen
        assert not any(row.capacity for row in screen.desk.expected())


async def test_the_strip_of_the_meeting_tells_who_is_here(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await _open(pilot)
        await press(pilot, "p", "p", "escape")
        assert "present 2 of" in seen(app)
