"""A year of changes on a committee: one act each, undone as one, and right on every day."""

import datetime as dt
from pathlib import Path

import pytest

from clerk.desk.lists.member_lists import membership
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.desk.register import adding, appointments, bodies, persons
from clerk.desk.register.agenda_notes import interests_named, membership_notes
from clerk.desk.register.deeds import Grounds
from clerk.desk.register.person_page import member_page
from clerk.desk.register.register_lists import (
    chairs,
    differences,
    seats_told,
    vacancies,
)
from clerk.desk.register.who import find_person
from clerk.domain.committees import Committee, Quorum
from clerk.errors import AmbiguousError, ClerkError, InputError, NotFoundError, RefusedError
from clerk.names import full
from tests.desk.builders import APRIL, JULY, MARCH, called, council, office_in

DAY = dt.timedelta(days=1)
MAY = dt.date(2026, 5, 5)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return council(tmp_path)[0]


def body(office: Office) -> Committee:
    (found,) = office.register.committees.values()
    return found


def text(office: Office, on: dt.date = MAY) -> str:
    return membership(office, body(office), on).text


def on(day: dt.date, source: str = "") -> Grounds:
    return Grounds(on=day, source=source)


def test_replacing_a_member_is_one_act_of_which_the_day_is_the_first_of_the_new(
    office: Office,
) -> None:
    tolley = find_person(office, "tolley")
    appointments.replace_member(office, body(office).id, tolley, "Mr G Quill", on(MAY, "minute 7"))
    assert "Labour (2): Ms K Orme and Mr F Tolley" in text(office, MAY - DAY)
    assert "Labour (2): Ms K Orme and Mr G Quill" in text(office, MAY)
    assert office.undo_register() == (
        "Mr G Quill replaces Mr F Tolley on Environment and Highways Committee from 5 May 2026 "
        "(minute 7)"
    )
    assert "Quill" not in text(office)
    assert all(person.name.surname != "Quill" for person in office.register.people.values())


@pytest.mark.parametrize("how", ["resigned", "removed", "died", "left"])
def test_who_leaves_leaves_a_vacancy_from_that_day_and_no_role(office: Office, how: str) -> None:
    pell = find_person(office, "pell")
    appointments.leave_seat(office, body(office).id, pell, how, on(MAY))  # type: ignore[arg-type]
    assert "Mr J A Pell, MBE (Chairman)" in text(office, MAY - DAY)
    assert "Conservative (2): Mrs R Dace (Vice-Chairman) and Vacancy" in text(office, MAY)
    (row,) = vacancies(office, MAY)
    assert (row.since, row.last_holder, row.how) == (MAY, "Mr J A Pell, MBE", how)
    assert vacancies(office, MAY - DAY) == ()
    assert {r.role: r.printed for r in chairs(office, MAY)}["Chairman"] == "Vacancy"


def test_an_appointment_fills_the_vacancy_of_its_group_and_makes_no_seat(office: Office) -> None:
    appointments.leave_seat(
        office, body(office).id, find_person(office, "Orme"), "resigned", on(MAY)
    )
    appointments.appoint(
        office, body(office).id, "Mr G Quill", "Labour", grounds=on(JULY, "by-election")
    )
    assert membership(office, body(office), JULY).total == 4
    assert "Mr F Tolley and Vacancy" in text(office, JULY - DAY)
    assert "Mr G Quill and Mr F Tolley" in text(office, JULY)


def test_a_death_takes_someone_off_every_committee_by_one_act(office: Office) -> None:
    other = adding.add_committee(office, "Parks Committee")
    adding.add_member(
        office, other.id, "Mr J A Pell, MBE", "Conservative", role="Chairman", on=MARCH
    )
    appointments.leave_council(office, find_person(office, "Pell"), "died", on(MAY))
    assert [row.committee for row in vacancies(office, MAY)] == [
        "Environment and Highways Committee",
        "Parks Committee",
    ]
    with pytest.raises(InputError, match="left the council"):
        appointments.appoint(office, other.id, "Mr J A Pell, MBE", "Green", grounds=on(JULY))
    office.undo_register()
    assert vacancies(office, MAY) == ()


def test_an_act_entered_late_changes_the_list_of_that_day_and_says_so(office: Office) -> None:
    tolley = find_person(office, "Tolley")
    early = APRIL - dt.timedelta(days=10)
    appointments.replace_member(office, body(office).id, tolley, "Mr G Quill", on(early))
    found = membership(office, body(office), early)
    assert "Mr G Quill" in found.text
    notes = [row.note for _, rows in found.groups for row in rows if "Quill" in row.name]
    assert notes == ["Mr G Quill, since 13 April 2026: entered on 20 April 2026"]
    assert found.notes == ("4 of these places were entered later than 13 April 2026",)
    assert "Note" not in text(office, office.today)


def test_a_late_entry_between_two_holders_ends_where_the_next_begins(office: Office) -> None:
    tolley = find_person(office, "Tolley")
    appointments.replace_member(office, body(office).id, tolley, "Mr G Quill", on(JULY))
    appointments.replace_member(office, body(office).id, tolley, "Ms B Vane", on(MAY))
    for day, name in ((MAY - DAY, "Tolley"), (MAY, "Vane"), (JULY - DAY, "Vane"), (JULY, "Quill")):
        assert name in text(office, day)
        assert membership(office, body(office), day).total == 4


def test_what_is_recorded_is_not_overridden_in_silence(office: Office) -> None:
    orme = find_person(office, "Orme")
    appointments.leave_seat(office, body(office).id, orme, "resigned", on(JULY))
    with pytest.raises(RefusedError, match="recorded to have left it later"):
        appointments.replace_member(office, body(office).id, orme, "Mr G Quill", on(MAY))
    with pytest.raises(ClerkError, match=r"has no seat|recorded already"):
        appointments.leave_seat(office, body(office).id, orme, "died", on(JULY + DAY))
    with pytest.raises(InputError, match="has a seat"):
        appointments.appoint(office, body(office).id, "Mrs R Dace", "Labour", grounds=on(MAY))
    with pytest.raises(InputError, match="cannot be meant"):
        appointments.appoint(
            office, body(office).id, "Mr G Quill", "", grounds=on(dt.date(26, 5, 5))
        )


def test_a_vice_chairman_elected_chairman_is_vice_chairman_no_longer(office: Office) -> None:
    assert appointments.elect(office, body(office).id, find_person(office, "Dace"), "", on(MAY))
    assert "Mrs R Dace (Chairman)" in text(office)
    assert "(Vice-Chairman)" not in text(office)
    appointments.elect(office, body(office).id, find_person(office, "Orme"), "vice", on(MAY))
    assert "Ms K Orme (Vice-Chairman)" in text(office)
    assert "Mr J A Pell, MBE (Chairman)" in text(office, MAY - DAY)
    with pytest.raises(InputError, match="no seat"):
        appointments.elect(office, body(office).id, find_person(office, "Anstey"))


def test_seats_are_added_and_abolished_from_a_day(office: Office) -> None:
    bodies.add_seats(office, body(office).id, "Labour", 2, on(MAY))
    assert "Membership (4)" in text(office, MAY - DAY)
    assert "Labour (4): Ms K Orme, Mr F Tolley, Vacancy and Vacancy" in text(office, MAY)
    with pytest.raises(InputError, match="fewer than 3"):
        bodies.abolish_seats(office, body(office).id, "Labour", 3, grounds=on(JULY))
    bodies.abolish_seats(office, body(office).id, "Labour", 2, grounds=on(JULY))
    bodies.abolish_seats(
        office, body(office).id, "", holder=find_person(office, "Tolley"), grounds=on(JULY)
    )
    assert "Labour (1): Ms K Orme" in text(office, JULY)


def test_a_member_changes_group_and_the_seat_stays_unless_it_goes_along(office: Office) -> None:
    orme = find_person(office, "Orme")
    persons.change_group(office, orme, "Green", grounds=on(MAY))
    assert "Labour (2): Ms K Orme and Mr F Tolley" in text(office)
    page = member_page(office, find_person(office, "Orme"))
    assert [row.text for row in page.groups] == ["Labour", "Green"]
    office.undo_register()
    persons.change_group(office, orme, "Green", with_seats=True, grounds=on(MAY))
    assert "Labour (1): Mr F Tolley" in text(office) and "Green (1): Ms K Orme" in text(office)
    assert "Labour (2)" in text(office, MAY - DAY)


def test_a_marriage_keeps_the_old_name_for_old_days(office: Office) -> None:
    persons.rename_person(office, find_person(office, "Dace"), "Mrs R Vane, OBE", on(MAY))
    assert "Mrs R Dace (Vice" in text(office, MAY - DAY)
    assert "Mrs R Vane, OBE (Vice" in text(office, MAY)
    assert find_person(office, "Dace") == find_person(office, "Vane")


def test_a_renamed_committee_and_a_dissolved_one_say_so_from_their_day(office: Office) -> None:
    bodies.rename(office, body(office).id, "Environment Committee", on(MAY))
    assert membership(office, body(office), MAY - DAY).name == "Environment and Highways Committee"
    bodies.dissolve(office, body(office).id, on(JULY))
    assert "Membership (4)" in text(office, JULY - DAY)
    assert text(office, JULY) == "Environment Committee: dissolved from 9 July 2026."
    assert vacancies(office, JULY) == () and chairs(office, JULY) == ()
    with pytest.raises(InputError, match="dissolved"):
        appointments.appoint(office, body(office).id, "Mr G Quill", "", grounds=on(JULY))
    office.undo_register()
    assert "Membership (4)" in text(office, JULY)


@pytest.mark.parametrize(
    ("words", "minimum", "quorum"),
    [
        ("4", 0, Quorum(number=4)),
        ("1/3", 3, Quorum(numerator=1, denominator=3, minimum=3)),
        ("a quarter", 0, Quorum(numerator=1, denominator=4)),
    ],
)
def test_a_quorum_is_typed_as_a_number_or_a_fraction(
    office: Office, words: str, minimum: int, quorum: Quorum
) -> None:
    changed = bodies.change_rules(
        office, body(office).id, quorum=bodies.read_quorum(words, minimum)
    )
    assert changed.quorum == quorum


@pytest.mark.parametrize("words", ["", "0", "-1", "4/3", "1/0", "some", "999"])
def test_what_is_no_quorum_is_refused(words: str) -> None:
    with pytest.raises(InputError):
        bodies.read_quorum(words)


def test_the_next_agenda_notes_what_changed_since_the_last_meeting_and_nothing_else(
    office: Office,
) -> None:
    called(office, body(office), APRIL)
    path = called(office, body(office), JULY)
    appointments.replace_member(
        office, body(office).id, find_person(office, "Tolley"), "Mr G Quill", on(MAY)
    )
    appointments.leave_seat(office, body(office).id, find_person(office, "Pell"), "died", on(MAY))
    appointments.elect(office, body(office).id, find_person(office, "Dace"), "", on(MAY))
    persons.change_group(office, find_person(office, "Orme"), "Green", grounds=on(JULY + DAY))
    with MeetingDesk(office, path, lock=False) as desk:
        assert membership_notes(office, desk.meeting) == (
            "To note with regret that Mr J A Pell, a member of this Committee, has died.",
            "To note that Mr G Quill has replaced Mr F Tolley as a member of this Committee.",
            "To note that Mrs R Dace is no longer Vice-Chairman of this Committee.",
            "To note that Mrs R Dace has been elected Chairman of this Committee.",
        )
    first = called(office, body(office), MARCH)
    with MeetingDesk(office, first, lock=False) as desk:
        assert membership_notes(office, desk.meeting) == ()


def test_an_act_entered_late_is_noted_on_the_next_agenda_too(office: Office) -> None:
    later = office_in(office.home.root, dt.datetime(2026, 4, 25, tzinfo=dt.UTC))
    called(later, body(later), APRIL)
    path = called(later, body(later), JULY)
    tolley = find_person(later, "Tolley")
    appointments.replace_member(later, body(later).id, tolley, "Mr G Quill", on(MARCH + DAY))
    with MeetingDesk(later, path, lock=False) as desk:
        (note,) = membership_notes(later, desk.meeting)
    assert "Mr G Quill has replaced Mr F Tolley" in note


def test_the_differences_between_two_days_name_who_came_and_who_went(office: Office) -> None:
    appointments.replace_member(
        office, body(office).id, find_person(office, "Tolley"), "Mr G Quill", on(MAY)
    )
    bodies.add_seats(office, body(office).id, "Green", 1, on(JULY))
    found = differences(office, body(office), MARCH, JULY)
    assert (found.joined, found.left) == (("Mr G Quill",), ("Mr F Tolley",))
    assert (found.seats_before, found.seats_after) == (4, 5)
    assert [told.words for told in found.told] == [
        "Mr G Quill has replaced Mr F Tolley as a member of this Committee",
        "the number of seats of Green on this Committee is now 1, before 0",
    ]
    same = differences(office, body(office), MAY, MAY)
    assert (same.joined, same.left, same.told) == ((), (), ())


def test_whoever_papers_first_show_later_is_not_said_to_have_joined(office: Office) -> None:
    early = MARCH - DAY
    found = differences(office, body(office), early, MAY)
    assert (found.joined, found.left) == ((), ())
    assert len(found.not_known) == 4


def test_a_seats_history_is_told_in_sentences(office: Office) -> None:
    tolley = find_person(office, "Tolley")
    appointments.replace_member(office, body(office).id, tolley, "Mr G Quill", on(MAY, "minute 7"))
    told = [each.dated for _, history in seats_told(office, body(office)) for each in history]
    assert (
        "5 May 2026: Mr G Quill has replaced Mr F Tolley as a member of this Committee (minute 7)."
        in told
    )


def test_interests_are_offered_where_an_item_names_them_and_sensitive_ones_unnamed(
    office: Office,
) -> None:
    orme, dace = find_person(office, "Orme"), find_person(office, "Dace")
    persons.keep_interest(office, orme, "Employment", "Harbourne Docks", since=MARCH)
    persons.keep_interest(
        office, dace, "Land", "the old dairy at Weir Vale", since=MARCH, sensitive=True
    )
    path = called(
        office, body(office), APRIL, "A1 Lease of HARBOURNE DOCKS", "A2 The Dairy, Weir Road"
    )
    with MeetingDesk(office, path, lock=False) as desk:
        offered = interests_named(office, desk.meeting)
    assert [(row.ref, row.name, row.interest) for row in offered] == [
        ("A1", "Ms K Orme", "Employment: Harbourne Docks"),
        ("A2", "Mrs R Dace", "a sensitive interest"),
    ]
    assert "dairy" not in " ".join(e.said for e in office.register_ledger.entries)
    persons.end_interest(office, find_person(office, "Orme"), "docks", on(APRIL))
    with MeetingDesk(office, path, lock=False) as desk:
        assert [row.ref for row in interests_named(office, desk.meeting)] == ["A2"]


def test_people_are_found_by_any_name_and_ambiguity_is_said(office: Office) -> None:
    adding.add_member(office, body(office).id, "Mr A Orme", "Green", on=MARCH)
    assert full(find_person(office, "k orme").name) == "Ms K Orme"
    assert full(find_person(office, "Orme A").name) == "Mr A Orme"
    with pytest.raises(AmbiguousError, match="Ms K Orme or Mr A Orme"):
        find_person(office, "orme")
    for words in ("Nobody", "", "  ", "[x]"):
        with pytest.raises(NotFoundError):
            find_person(office, words)


def test_a_broken_rule_on_substitutes_is_overridden_with_a_note_that_history_keeps(
    office: Office,
) -> None:
    path = called(office, body(office))
    dace, orme = find_person(office, "Dace").id, find_person(office, "Orme").id
    with MeetingDesk(office, path) as desk:
        assert desk.substitute_warnings(dace, orme)
        desk.mark(dace, "present", substitute_for=orme, note="agreed by the Chairman")
        assert desk.last_said.endswith("as substitute for Ms K Orme (agreed by the Chairman)")
