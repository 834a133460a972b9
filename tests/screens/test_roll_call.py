"""Who is here, in few keys."""

import datetime as dt
from collections import Counter

from textual.pilot import Pilot

from clerk.desk.meeting import calling
from clerk.desk.office import Office
from clerk.desk.register import adding, bodies
from screens.app import ClerkApp
from screens.dialogs.form import Form
from screens.meeting.roll_call import RollCallScreen
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
    keys = ["down", "a", "down", "s", *"stan", "enter", "x", "e"]
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


async def test_who_sits_for_whom_is_read_whole_in_a_narrow_window(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await _open(pilot)
        await press(pilot, *["down"] * 4, "s", '"kettle"', "enter")
        await settled(pilot)
        shown = " ".join(seen(app).split())
        assert "✓ present Mrs V Kettlewell for Mr G S Trelawney, DL" in shown
        assert "Mr G S Trelawney, DL Conservative, by Mrs V Kettlewell" in shown
        await press(pilot, "e", "escape", "v", "v")
        await settled(pilot)
        assert "no vote: substituted" in seen(app), "she was marked, and he was accounted for"


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


async def test_letters_that_fit_nobody_make_no_new_person(office: Office) -> None:
    app = ClerkApp(office)
    people = len(office.register.people)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await _open(pilot)
        await press(pilot, "o", '"zqx"', "enter")
        await settled(pilot)
        assert "Nobody here is called “zqx”" in seen(app)
    assert len(office.register.people) == people


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


def _committee_of_fifteen(office: Office) -> None:
    """A committee of fifteen with a meeting on the day, and three others who could sit."""
    body = adding.add_committee(office, "Aa Fifteen", authority="Wealdshire County Council")
    names = [f"Mr {chr(65 + at)} {word}" for at, word in enumerate(_SURNAMES)]
    for at, name in enumerate(names[:15]):
        adding.add_member(office, body.id, name, "Labour", role="Chairman" if at == 0 else "")
    other = adding.add_committee(office, "Zz Other", authority="Wealdshire County Council")
    for name in names[15:]:
        adding.add_member(office, other.id, name, "Labour")
    calling.call_meeting(
        office, body.id, dt.date(2026, 11, 23), dt.time(10), titles=["A1 Business"]
    )


_SURNAMES = (
    *("Abbot", "Barrow", "Calder", "Drury", "Elston", "Farley", "Garnett", "Hadley", "Ingham"),
    *("Jessop", "Kirby", "Lomas", "Mercer", "Nettle", "Orton", "Pickard", "Quayle", "Rowan"),
)


async def test_fifteen_members_with_three_exceptions_take_under_twenty_keys(
    empty_office: Office,
) -> None:
    _committee_of_fifteen(empty_office)
    keys = ["down", "down", "a", "down", "x", "down", "s", *"qua", "enter", "e"]
    assert len(keys) + len(["ctrl+r"]) < 20
    app = ClerkApp(empty_office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "ctrl+r", *keys[:-1])
        await settled(pilot)
        await press(pilot, "e")
        screen = app.screen
        assert isinstance(screen, RollCallScreen)
        rows = screen.desk.expected()
        marks = Counter(row.capacity for row in rows)
        assert (marks["present"], marks["apologies"], marks["absent"]) == (13, 1, 1)
        assert sum(bool(row.substitute) for row in rows) == 1
        assert "present 13 of 15" in seen(app)


async def test_a_substitute_is_stood_down_by_one_key_when_the_member_arrives(
    office: Office,
) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(pilot)
        await press(pilot, "down", "down", "s", '"fa"', "enter")
        await settled(pilot)
        await _past_a_reason(pilot)
        row = screen.desk.expected()[2]
        assert row.substitute
        await press(pilot, "up", "p")
        movements = screen.desk.meeting.movements
        assert [each.kind for each in movements] == ["stood down", "arrived"]
        assert row.person in screen.desk.room().present


async def _past_a_reason(pilot: Pilot[None]) -> None:
    """Where the rules speak against a substitute, the reason why they sit all the same."""
    if isinstance(pilot.app.screen, Form):
        await press(pilot, '"agreed"', "enter")
        await settled(pilot)


async def test_a_substitute_against_the_rules_needs_a_reason_which_is_kept(
    empty_office: Office,
) -> None:
    _committee_of_fifteen(empty_office)
    body = next(iter(empty_office.register.committees.values()))
    bodies.change_rules(empty_office, body.id, substitutes="none")
    app = ClerkApp(empty_office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "ctrl+r", "s", '"qua"', "enter")
        await settled(pilot)
        assert "has no substitutes" in " ".join(seen(app).split())
        await press(pilot, "enter")
        assert "Type a reason" in seen(app)
        await press(pilot, '"agreed by all"', "enter")
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, RollCallScreen)
        assert screen.desk.expected()[0].substitute
        assert "(agreed by all)" in screen.desk.last_said


async def test_a_substitute_for_one_item_is_chosen_where_the_rules_allow_it(
    empty_office: Office,
) -> None:
    _committee_of_fifteen(empty_office)
    body = next(iter(empty_office.register.committees.values()))
    bodies.change_rules(empty_office, body.id, substitutes="any member", for_items=True)
    app = ClerkApp(empty_office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "ctrl+r", "e", "s", '"qua"', "enter")
        await settled(pilot)
        assert "for the whole meeting" in seen(app)
        await press(pilot, "down", "enter")
        await settled(pilot)
        await _past_a_reason(pilot)
        screen = app.screen
        assert isinstance(screen, RollCallScreen)
        item = screen.desk.meeting.items[0]
        assert screen.desk.meeting.attendance[-1].for_item == item.id
        assert f"for Item {item.ref} alone" in seen(app)
        assert screen.desk.expected()[0].capacity == "present", "the member is there besides"


async def test_words_of_an_apology_print_and_a_reason_of_health_never_does(
    office: Office,
) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(pilot)
        await press(pilot, "w", '"who is in hospital"', "enter")
        assert "never printed" in seen(app)
        assert not screen.desk.meeting.attendance
        for _ in range(30):
            await press(pilot, "backspace")
        await press(pilot, '"on Council business"', "enter")
        await settled(pilot)
        printed = " ".join(line.text for line in screen.desk.record().lines)
        assert "(on Council business)" in printed


async def test_opened_closed_and_another_in_the_chair_are_recorded(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(pilot)
        await press(pilot, "a", "e")
        await settled(pilot)
        assert "c on the line of whoever takes the chair" in " ".join(seen(app).split())
        await press(pilot, "c", "t", '"10.02"', "enter", '"12.40"', "enter")
        await settled(pilot)
        (sitting,) = screen.desk.meeting.sittings
        assert (sitting.opened, sitting.closed) == (dt.time(10, 2), dt.time(12, 40))
        assert sitting.chair == screen.desk.expected()[1].person


async def test_somebody_in_place_of_another_has_no_vote(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(pilot)
        await press(pilot, "e")
        await settled(pilot)
        await press(pilot, "i", '"fa"', "enter")
        await settled(pilot)
        await press(pilot, '"Mr J Oakford"', "enter")
        await settled(pilot)
        last = screen.desk.expected()[-1]
        assert last.note == "in place of Mr J Oakford"
        assert last.person not in screen.desk.room().entitled
