"""Words offered while minutes are typed: taken with a key, never in the way."""

from textual.events import Key
from textual.pilot import Pilot

from clerk.desk.office import Office
from screens.app import ClerkApp
from screens.meeting.completing import completer_of
from screens.meeting.workspace import MeetingScreen
from tests.screens.pressing import press, seen, settled

ENVIRONMENT = "environment-and-highways-committee/2026-11-26"


async def _typing(pilot: Pilot[None], app: ClerkApp) -> MeetingScreen:
    """The Environment Committee's next meeting, at its first item, with words to offer."""
    await settled(pilot)
    await press(pilot, "down", "enter")
    await settled(pilot)
    await press(pilot, "enter")
    screen = app.screen
    assert isinstance(screen, MeetingScreen)
    assert screen.editor.completer is not None
    return screen


async def test_tab_takes_a_name_and_a_full_stop_goes_before_its_space(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await _typing(pilot, app)
        await press(pilot, '"mr pe"', "tab")
        assert screen.editor.text == "Mr Penhaligon "
        await press(pilot, '"."')
        assert screen.editor.text.rstrip() == "Mr Penhaligon."
        await press(pilot, "enter", '"x"')
        assert screen.editor.text.splitlines() == ["Mr Penhaligon.", "x"]


async def test_a_code_becomes_its_phrase_and_right_takes_one_word(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await _typing(pilot, app)
        await press(pilot, '"irq"', "tab")
        phrase = "In response to a question, "
        assert screen.editor.text == phrase
        await press(pilot, "enter", '"In resp"')
        before = screen.editor.text
        await press(pilot, "right")
        taken = screen.editor.text.removeprefix(before)
        assert taken.strip() == "onse", "the rest of the word, and no more"


async def test_tab_where_nothing_is_offered_changes_nothing(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await _typing(pilot, app)
        screen.editor.completer = None
        await press(pilot, '"qqzx"', "tab", "right", '"y"')
        assert screen.editor.text == "qqzxy"


async def test_what_was_offered_elsewhere_is_not_taken_in_the_middle_of_a_line(
    office: Office,
) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await _typing(pilot, app)
        await press(pilot, '"mr pe"', "left", "tab")
        assert screen.editor.text == "mr pe"
        assert not screen.editor.suggestion
        await press(pilot, "end", "enter", '"irq"', "up", "tab", "down", "tab")
        assert screen.editor.text == "mr pe\nirq"


async def test_selecting_to_the_right_puts_nothing(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await _typing(pilot, app)
        await press(pilot, '"mr pe"', "shift+right", "tab")
        assert screen.editor.text == "mr pe"


async def test_nothing_is_taken_in_minutes_that_were_fixed_while_it_was_offered(
    office: Office,
) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await _typing(pilot, app)
        await press(pilot, '"mr pe"', "escape", "p", "enter", "tab")
        assert screen.editor.read_only
        assert screen.editor.text == "mr pe"


async def test_the_space_behind_words_that_were_taken_is_never_stored(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await _typing(pilot, app)
        await press(pilot, '"mr pe"', "tab", "ctrl+n", "ctrl+b", '"."', "ctrl+s")
        assert [m.text for m in screen.desk.meeting.minutes] == ["Mr Penhaligon."]


async def test_after_the_roll_call_typing_goes_on_where_it_was(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await _typing(pilot, app)
        await press(pilot, '"mr pe"', "tab", "ctrl+r", "escape", '"said."')
        assert screen.editor.text == "Mr Penhaligon said."
        await press(pilot, "home", "ctrl+r", "escape", '"x"')
        assert screen.editor.text == "xMr Penhaligon said."


async def test_words_that_are_not_taken_are_never_stored(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await _typing(pilot, app)
        await press(pilot, '"irq"')
        await press(pilot, "ctrl+s")
        assert [m.text for m in screen.desk.meeting.minutes] == ["irq"]


async def test_exempt_minutes_are_not_learnt(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await _typing(pilot, app)
        desk = screen.desk
        exempt = next(item for item in desk.meeting.items if item.exempt)
        minute = desk.start_minute(exempt.id)
        desk.edit(minute.id, "The quoxwell arrangement was agreed. The quoxwell arrangement holds.")
        completer = completer_of(desk)
        assert "quoxwell" not in repr(completer.choices("The quox", 8))
        assert not completer.suggest("The quoxw", 9)


async def test_keys_pressed_faster_than_they_are_drawn_act_in_their_order(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await _typing(pilot, app)
        taken_up = screen._current
        for key in [*"abc", "backspace", "d", "left", "e", "ctrl+n", "f"]:
            await app.on_event(Key(key, key if len(key) == 1 else None))
        await settled(pilot)
        assert taken_up is not None
        assert screen.drafting.text_of(taken_up) == "abed"
        assert screen.editor.text == "f"


async def test_part_of_a_name_offers_the_name_and_not_what_follows_one(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await _typing(pilot, app)
        await press(pilot, '"irq"', "tab", '"mr pe"')
        assert screen.editor.offered.words.startswith("Mr Penhaligon")
        assert "Tab takes what is offered" in seen(app), "told once, where it is first seen"
