"""The register by real keys: seats, people, vacancies; each act one deed, and taken back by u."""

import datetime as dt
from pathlib import Path

import pytest

from clerk.desk.lists.member_lists import membership
from clerk.desk.office import Office
from clerk.desk.register import adding
from clerk.desk.register.agenda_notes import notes_owed
from clerk.desk.register.register_lists import vacancies
from clerk.desk.register.who import find_person
from clerk.domain.committees import Committee
from clerk.names import full
from screens.app import ClerkApp
from screens.register.committee import CommitteeScreen
from screens.register.people import PeopleScreen
from screens.register.person import PersonScreen
from screens.register.vacancies import VacanciesScreen
from screens.widgets.rows import Rows
from tests.screens.pressing import comes_to_show, press, seen, settled, top

_SLUG = "environment-and-highways-committee"


def _body(office: Office) -> Committee:
    body = office.register.committee_by_slug(_SLUG)
    assert body is not None
    return body


def _list(office: Office, day: dt.date | None = None) -> str:
    return membership(office, _body(office), day or office.today).text


async def test_a_member_is_replaced_by_five_keys_and_the_next_agenda_will_say_so(
    office: Office,
) -> None:
    before = _list(office)
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "down", "m", "r", '"dru"', "enter")
        await settled(pilot)
        assert "Drummond" in _list(office)
        assert _list(office).count("Membership (11)") == 1
        assert "Next agenda: “To note that Mr K Drummond has replaced" in " ".join(
            seen(app).split()
        )
        assert any("Drummond" in note for note in notes_owed(office, _body(office)))
        assert "Drummond" not in _list(office, office.today - dt.timedelta(days=1))
        await press(pilot, "u")
        assert _list(office) == before


async def test_an_act_is_of_the_day_shown_and_an_earlier_one_says_who_is_marked_later(
    office: Office,
) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "down", "m", "d", '"1/10/2026"', "enter")
        await settled(pilot)
        await press(pilot, "s", '"minute 12"', "enter", "enter")
        await settled(pilot)
        assert "source of changes: minute 12" in seen(app)
        await press(pilot, "l", "enter")
        await settled(pilot)
        assert "is marked as present on 15 October 2026" in seen(app)
        assert "Fairbairn" in _list(office, dt.date(2026, 9, 30))
        assert "Fairbairn" not in _list(office, dt.date(2026, 10, 1)).split("Note:")[0]
        await press(pilot, "h")
        assert "(minute 12)" in seen(app)
        await press(pilot, "escape", "u")
        assert "Fairbairn" in _list(office)


async def test_chairs_seats_and_rules_change_by_a_letter_each(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "down", "m", "down", "c", "enter")
        await settled(pilot)
        assert "Mr D Ashworth-Pell (Chairman)" in _list(office), "vice-chairman no longer"
        await press(pilot, "plus", "enter")
        await settled(pilot)
        assert "Conservative (6)" in _list(office)
        await press(pilot, "u", "delete")
        await settled(pilot)
        assert "Conservative (4)" in _list(office)
        await press(pilot, "u", "q", "ctrl+u", '"1/4"', "ctrl+s")
        await settled(pilot)
        quorum = _body(office).quorum
        assert quorum is not None
        assert quorum.of(11) == 3
        await press(pilot, "w", '" B"', "ctrl+s")
        await settled(pilot)
        assert _body(office).name.endswith(" B")
        await press(pilot, "x", "ctrl+s")
        await settled(pilot)
        assert "Dissolved from 23 November 2026." in seen(app)
        await press(pilot, "u", "u", "u", "b", '"1/9/2026"', "enter")
        await settled(pilot)
        assert "seats: 11 before, 11 after" in seen(app)
        await press(pilot, "escape", "m")
        assert "1 of 1" in seen(app)


async def test_a_vacancy_is_filled_where_it_is_listed(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "v")
        assert isinstance(top(app), VacanciesScreen)
        assert "Liberal Democrat" in seen(app)
        await press(pilot, "enter", '"bran"', "enter")
        await settled(pilot)
        await press(pilot, "tab", "tab", *["backspace"] * 30, '"1/11/2026"', "ctrl+s")
        await settled(pilot)
        assert vacancies(office, office.today) == ()
        assert len(vacancies(office, dt.date(2026, 10, 31))) == 1, "filled from the day typed"
        assert "fills the Liberal Democrat seat" in seen(app)
        await press(pilot, "u")
        assert len(vacancies(office, office.today)) == 1
        await press(pilot, "c")
        assert "Vice-Chairman" in seen(app)
        await press(pilot, "s")
        assert "no attendance in Clerk" in seen(app)
        await press(pilot, "enter")
        assert isinstance(top(app), PersonScreen)


async def test_someone_is_found_by_letters_and_changed_from_their_page(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "p", '"ngata"', "enter")
        await settled(pilot)
        assert "Seats and roles" in seen(app)
        await press(pilot, "n", "ctrl+u", '"Ms H Hill"', "ctrl+s")
        await settled(pilot)
        person = find_person(office, "Hill")
        assert full(person.name_on(office.today - dt.timedelta(days=1))) == "Miss H Ngata"
        await press(pilot, "i", '"Land"', "tab", '"Quay"', "ctrl+s")
        await settled(pilot)
        assert "Land: Quay, since 23 November 2026" in seen(app)
        await press(pilot, "x", "enter")
        await settled(pilot)
        await press(pilot, "ctrl+s")
        await settled(pilot)
        assert "until 22 November 2026" in seen(app)
        await press(pilot, "g", '"Ind"', "ctrl+s")
        await settled(pilot)
        assert "from 23 November 2026: Ind" in seen(app)
        await press(pilot, "w", '"Quay Ward"', "ctrl+s")
        await settled(pilot)
        assert "from 23 November 2026: Quay Ward" in seen(app)
        await press(pilot, "u", "u", "u", "u", "u", "a", '"cab"', "enter", "ctrl+s")
        await settled(pilot)
        assert "Cabinet, Conservative: from 23 November 2026" in seen(app)
        await press(pilot, "l", '"died"', "enter")
        await settled(pilot)
        await press(pilot, "tab", "tab", '"20/11/2026"', "ctrl+s")
        await settled(pilot)
        left = find_person(office, "Miss H Ngata").left
        assert left == dt.date(2026, 11, 20), "a death is heard of later than the day it happened"
        await press(pilot, "u", "u", "c", '"env"', "enter")
        assert isinstance(top(app), CommitteeScreen)


async def test_an_apostrophe_may_be_left_out_and_whoever_is_not_found_is_said(
    office: Office,
) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "p", '"oha"')
        assert "Ms B O'Hanlon" in seen(app) and "1 of 47 people." in seen(app)
        await press(pilot, '"q"')
        assert "Nobody is found by these letters. Type less of them" in seen(app)
        assert seen(app).splitlines()[-1].startswith("Enter Open"), "the keys stay at the foot"


async def test_someone_new_is_added_without_a_paper(empty_office: Office) -> None:
    app = ClerkApp(empty_office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "p", "ctrl+n", '"A [/] P"', "tab")
        await press(pilot, '"off"', "tab", '"Law"', "ctrl+s")
        await settled(pilot)
        assert "officer, Law" in seen(app)
        await press(pilot, "o", "ctrl+u", '"Tax"', "ctrl+s", "escape")
        await settled(pilot)
        assert isinstance(top(app), PeopleScreen)
        assert "Tax" in seen(app)


@pytest.mark.parametrize("key", ["r", "l", "c", "h", "delete", "plus", "enter"])
async def test_no_key_falls_over_a_committee_without_a_seat(empty_office: Office, key: str) -> None:
    adding.add_committee(empty_office, "Harbours [/] Committee")
    app = ClerkApp(empty_office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "m", key, "escape")
        assert "Harbours [/] Committee" in seen(app)


async def test_a_meeting_is_postponed_from_home_and_shown_so(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        count = len(office.meeting_paths())
        await press(pilot, "o", '"snow"', "tab", '"15/12/2026"', "enter")
        await settled(pilot)
        assert "✗ postponed to 15 December 2026 (snow)" in seen(app)
        assert len(office.meeting_paths()) == count + 1
        await press(pilot, "u")
        await settled(pilot)
        assert "takes place after all" in seen(app), "u never takes back something older instead"
        assert "15 Dec 2026" not in seen(app)
        await press(pilot, "o", "enter", "enter")
        await settled(pilot)
        await press(pilot, "o")
        await settled(pilot)
        assert "takes place after all" in seen(app)


async def test_a_table_from_a_spreadsheet_is_tried_taken_in_and_taken_back(
    office: Office, tmp_path: Path
) -> None:
    table = tmp_path / "t.csv"
    table.write_bytes(
        b"\xef\xbb\xbf"
        + "Surname;Initials;Title;Committee;Group;From\r\n"
        "Étienne;Q;Dr;Cabinet;Green [/];1.11.2026\r\n"
        '"=cmd|x";M;Mrs;Cabinet;Green;31.2.2026\r\n'.encode()
    )
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "i", f'"{table}"', "enter")
        await settled(pilot)
        assert "new member; Cabinet, Green [/] from 1 November 2026" in seen(app)
        assert "✗ column “From”: “31.2.2026” is no date" in seen(app)
        assert app.screen.query_one(Rows).cursor_row == 1, "the row at fault is marked"
        await press(pilot, "enter")
        assert "nothing was stored" in seen(app).casefold()
        text = table.read_text(encoding="utf-8-sig")
        table.write_text(text.replace("31.2.", "3.2.").replace("=cmd|x", "Vine"), encoding="cp1252")
        await press(pilot, "r")
        await settled(pilot)
        assert "Read again: 2 rows." in seen(app)
        await press(pilot, "enter")
        assert "2 of 2 rows taken in" in seen(app)
        assert "Enter Take in" not in seen(app), "only taking it back is left"
        assert find_person(office, "Vine")
        await press(pilot, "u")
        assert "Taken back: t.csv: 2 rows taken in" in seen(app)


async def test_two_people_who_are_one_are_made_one_and_apart_again(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        count = len(office.register.everyone)
        await press(pilot, "p", '"ngata"', "enter", "s", '"drum"', "enter")
        await settled(pilot)
        assert "also found as Mr K Drummond" in seen(app)
        assert "Drafts changed with it: " in seen(app)
        assert len(office.register.everyone) == count - 1
        await press(pilot, "u")
        assert len(office.register.everyone) == count
        await press(pilot, "y")
        assert len(office.register.everyone) == count - 1


async def test_a_whole_committee_is_pasted_as_a_paper_prints_it(empty_office: Office) -> None:
    body = adding.add_committee(empty_office, "Harbours Committee")
    app = ClerkApp(empty_office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "m", "p", '"Green (2): Ms A Pell (Chairman), Vacancy"', "ctrl+s")
        await settled(pilot)
        assert "2 of 2 rows change something" in seen(app)
        await press(pilot, "enter", "escape")
        await settled(pilot)
        assert "Ms A Pell (Chairman)" in seen(app)
        await press(pilot, "u")
        assert not empty_office.committee(body.id).seats


async def test_a_pasted_list_of_which_a_line_was_not_understood_is_mended_and_not_typed_anew(
    empty_office: Office,
) -> None:
    adding.add_committee(empty_office, "Harbours Committee")
    app = ClerkApp(empty_office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "m", "p", '"Green (1): Ms A Pell"', "enter", '"No colon here"', "ctrl+s")
        await settled(pilot)
        assert await comes_to_show(pilot, "not understood: No colon here · r goes back to the list")
        await press(pilot, "r", "down", "home", "ctrl+k", '"Red (1): Mr B Dace"', "ctrl+s")
        await settled(pilot)
        assert await comes_to_show(pilot, "Mr B Dace new member; Harbours Committee, Red")
        assert "Ms A Pell" in seen(app) and "not understood" not in seen(app)


async def test_the_annual_appointments_of_a_committee_are_a_list_and_two_keys(
    office: Office,
) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "end", "m", "d", '"20/5/2027"', "enter", "p")
        listed = "Conservative (2): Sir Hugh Wetherby (Chairman), Ms R Vine"
        await press(pilot, f'"{listed}"', "ctrl+s")
        await settled(pilot)
        assert "8 sit there and are not listed: w, and they leave" in " ".join(seen(app).split())
        await press(pilot, "w")
        assert "leaves Standards Committee from 20 May 2027" in seen(app)
        await press(pilot, "enter", "escape")
        await settled(pilot)
        assert "Standards Committee (2 seats)" in seen(app)
        await press(pilot, "t")
        await settled(pilot)
        assert "(9 seats" in seen(app), "until that day they sit there still"
        await press(pilot, "u")
        assert "Taken back" in seen(app)
