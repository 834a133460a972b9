"""Forms: what stands in a field gives way to what is typed, and a refusal is where its fault is."""

import datetime as dt

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from clerk.desk.lookup import find_meeting
from clerk.desk.office import Office
from clerk.domain.people import Person
from clerk.names import full
from screens.app import ClerkApp
from screens.widgets.rows import Rows
from tests.screens.meetings import opened, with_everyone
from tests.screens.pressing import focused, press, seen, settled


def _ngata(office: Office) -> Person:
    return next(p for p in office.register.people.values() if p.name.surname == "Ngata")


async def _her_interest(pilot: Pilot[None], *sensitive: str) -> None:
    """An interest of Miss Ngata's, up to the question whether it is sensitive."""
    await settled(pilot)
    await press(pilot, "p", '"ngata"', "enter")
    await settled(pilot)
    await press(pilot, "i", '"Land"', "tab", '"hidden words"', "tab", *sensitive)


async def test_one_key_makes_a_standing_interest_sensitive_where_n_stood_before(
    office: Office,
) -> None:
    async with ClerkApp(office).run_test(size=(80, 24), notifications=True) as pilot:
        await _her_interest(pilot, "y", "ctrl+s")
        await settled(pilot)
    (interest,) = _ngata(office).interests
    assert interest.sensitive, "its nature would be offered to the minutes (Localism Act s32)"


async def test_an_answer_that_is_neither_y_nor_n_is_asked_again(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await _her_interest(pilot, '"ny"', "ctrl+s")
        await settled(pilot)
        assert "!! “ny” is neither y nor n. Type one of them." in seen(app)
        assert not _ngata(office).interests


async def test_a_day_that_stands_in_a_form_gives_way_to_the_one_typed(office: Office) -> None:
    async with ClerkApp(office).run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "p", '"ngata"', "enter")
        await settled(pilot)
        await press(pilot, "w", '"Quay"', "tab", "tab", "tab", '"1/12/2026"', "ctrl+s")
        await settled(pilot)
    (ward,) = [each for each in _ngata(office).wards if each.text == "Quay"]
    assert ward.on == dt.date(2026, 12, 1)


async def test_the_cursor_goes_to_the_name_at_fault_and_no_motion_is_lost(office: Office) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(60, 16), notifications=True) as pilot:
        screen = await opened(pilot, "B1", "v", "m")
        await press(pilot, '"zzz"', "enter", '"hanl"', "enter", '"that it be noted"', "enter")
        await settled(pilot)
        assert focused(app) == "field-mover"
        assert "!! Nobody who could be meant is called “zzz”." in seen(app)
        await press(pilot, *["backspace"] * 3, '"tj mar"', "ctrl+s")
        await settled(pilot)
        (motion,) = screen.desk.meeting.motions
        assert full(office.register.people[motion.mover].name) == "Mr T J Marsh"


async def test_a_day_that_is_missing_is_asked_for_where_it_goes(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(60, 16), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "n", "tab", "tab", "tab", "tab", '"One"', "ctrl+s")
        await settled(pilot)
        assert focused(app) == "field-date"
        assert "!! The date is missing. Type it." in seen(app)
        await press(pilot, '"7/1/2027"', "ctrl+s")
        await settled(pilot)
    assert find_meeting(office, "standards-committee/2027-01-07").exists()


@pytest.mark.parametrize(("letters", "kind"), [("p", "personal"), ("pr", "prejudicial")])
async def test_p_is_a_personal_interest_since_no_other_kind_in_law_begins_so(
    office: Office, letters: str, kind: str
) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await opened(pilot, "A4", "i", "a", '"rag"', "enter")
        await settled(pilot)
        await press(pilot, f'"{letters}"', "tab", '"b2"')
        await settled(pilot)
        assert "= Harbourne Station Gateway" in seen(app), "the item is read back"
        await press(pilot, "tab", "tab", "tab", "s", "ctrl+s")
        await settled(pilot)
        assert "!! “s” could be stayed or spoke. Type more of it." in seen(app)
        await press(pilot, "t", "ctrl+s")
        await settled(pilot)
        (declared,) = screen.desk.meeting.declarations
        assert (declared.kind, declared.done) == (kind, "stayed")


async def test_in_the_terminals_own_colours_a_hint_is_told_from_an_answer_and_a_field_is_seen(
    office: Office,
) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.theme = "ansi-dark"
        await opened(pilot, "B1", "v", "m")
        await settled(pilot)
        entry = app.screen.query_one("#field-words", Input)
        styles = [segment.style for segment in entry.render_line(0)]
        assert all(style and style.underline for style in styles), "an empty field is a line"
        assert styles[0] and styles[0].dim, "“that the report be noted” is not in the motion yet"


async def test_in_the_terminals_own_colours_the_row_that_enter_takes_is_seen_while_typing(
    office: Office,
) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.theme = "ansi-dark"
        await settled(pilot)
        await press(pilot, "ctrl+f", '"noted"')
        await settled(pilot)
        table = app.screen.query_one(Rows)
        assert [y for y in range(1, 4) if _underlined(table, y)] == [1]


def _underlined(table: Rows, y: int) -> bool:
    return any(segment.style and segment.style.underline for segment in table.render_line(y))
