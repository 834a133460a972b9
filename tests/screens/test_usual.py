"""One key for what is usual, one for an action, and the lists of both, by keys."""

from textual.pilot import Pilot

from clerk.desk import phrases
from clerk.desk.office import Office
from screens.app import ClerkApp
from screens.lists.actions import ActionsScreen
from screens.lists.phrases import PhrasesScreen
from screens.meeting.workspace import MeetingScreen
from tests.screens.pressing import press, seen, settled, stored, top

ENVIRONMENT = "environment-and-highways-committee/2026-11-26"


async def _at(pilot: Pilot[None], app: ClerkApp, ref: str) -> MeetingScreen:
    """The Environment Committee's next meeting, at the item with this reference."""
    await settled(pilot)
    await press(pilot, "down", "enter")
    await settled(pilot)
    await press(pilot, "ctrl+g", f'"{ref}"', "enter")
    await settled(pilot)
    screen = app.screen
    assert isinstance(screen, MeetingScreen)
    return screen


async def test_pressed_again_it_puts_the_next_that_fits_and_at_last_nothing(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await _at(pilot, app, "A3")
        await press(pilot, "ctrl+e")
        assert screen.editor.text == ":apologies\n:substitutes"
        await press(pilot, "ctrl+e")
        assert screen.editor.text.startswith("There were no apologies for absence.\n")
        await press(pilot, "ctrl+e")
        assert screen.editor.text == ""
        await press(pilot, "ctrl+e", "enter", '"More."')
        assert screen.editor.text == ":apologies\n:substitutes\nMore."


async def test_the_recommendation_goes_on_a_line_of_its_own_and_undo_takes_it_out(
    office: Office,
) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await _at(pilot, app, "B1")
        await press(pilot, '"Mr X spoke."', "ctrl+s", "ctrl+e")
        first, resolution = screen.editor.text.splitlines()
        assert first == "Mr X spoke."
        assert resolution.startswith("RESOLVED that the Winter Service Policy be endorsed")
        await press(pilot, "ctrl+s", "ctrl+z")
        assert screen.editor.text == "Mr X spoke."


async def test_on_a_line_that_is_a_field_it_leaves_plain_words(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await _at(pilot, app, "A3")
        await press(pilot, '":apologies"', "ctrl+e")
        assert screen.editor.text
        assert ":" not in screen.editor.text
        await press(pilot, "ctrl+s")
        (minute,) = stored(office, ENVIRONMENT).meeting.minutes
        assert [each.field for each in minute.detached] == ["apologies"]


async def test_an_action_is_kept_from_the_sentence_and_settled_in_the_list(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40)) as pilot:
        await _at(pilot, app, "B1")
        await press(pilot, '"Mr Xu undertook to provide a note by 5 May."', "ctrl+u")
        (action,) = stored(office, ENVIRONMENT).meeting.actions
        assert (action.officer, action.what) == ("Mr Xu", "provide a note by 5 May")
        assert action.due is not None
        await press(pilot, "escape", "escape", "a")
        assert isinstance(top(app), ActionsScreen)
        assert "provide a note" in seen(app)
        await press(pilot, "enter")
        assert "No action is open" in seen(app)
        assert stored(office, ENVIRONMENT).meeting.actions[0].done == office.today


async def test_a_sentence_that_undertakes_nothing_asks_what_is_to_be_done(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40)) as pilot:
        await _at(pilot, app, "B1")
        await press(pilot, '"Members spoke."', "ctrl+u")
        await press(pilot, '"Ms Y"', "enter", '"ring the bell"', "enter", "enter")
        await settled(pilot)
        (action,) = stored(office, ENVIRONMENT).meeting.actions
        assert (action.officer, action.what) == ("Ms Y", "ring the bell")


async def test_a_code_that_is_none_is_told_in_the_form_and_another_takes_the_phrase_along(
    office: Office,
) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "w", '"irq"', "enter", '"a = 1"', "ctrl+s")
        await settled(pilot)
        assert "!! “a = 1” is no code: two to eight letters or digits" in seen(app)
        await press(pilot, *["backspace"] * 5, '"RN"')
        assert "= RESOLVED that the report be noted.: until now" in seen(app)
        await press(pilot, "backspace", '"qq"', "ctrl+s")
        await settled(pilot)
        assert "rqq, Tab: In response to a question," in seen(app)
    codes = [each.code for each in phrases.phrases(office, "in response to a question,")]
    assert "rqq" in codes and "irq" not in codes, "the old code would put the old words"


async def test_a_phrase_is_found_changed_and_taken_away(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "w")
        assert isinstance(top(app), PhrasesScreen)
        await press(pilot, '"irq"', "enter", "enter", "end", '" then"', "ctrl+s")
        await settled(pilot)
        assert "In response to a question, then" in seen(app)
        await press(pilot, "ctrl+d")
        assert "irq is no code any more" in seen(app)
