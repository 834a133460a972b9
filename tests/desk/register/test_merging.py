"""Two people who are one: drafts follow, what was published stays, and one undo takes it back."""

import datetime as dt
from pathlib import Path

import pytest

from clerk.desk.lists import member_lists
from clerk.desk.lists.member_lists import membership
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.desk.register import adding, appointments
from clerk.desk.register.attendance_lists import attendance, six_months
from clerk.desk.register.deeds import Grounds
from clerk.desk.register.merging import merge_people
from clerk.desk.register.person_page import member_page
from clerk.desk.register.who import find_person
from clerk.domain.committees import Committee
from clerk.errors import InputError, RefusedError
from tests.desk.builders import APRIL, MARCH, called, council, minuted, office_in


@pytest.fixture
def body(tmp_path: Path) -> tuple[Office, Committee]:
    return council(tmp_path)


def _meetings(office: Office, committee: Committee) -> tuple[Path, Path]:
    """Mr A Orme is at one that was published, and takes part in a draft."""
    other = adding.add_other(office, "Mr A Orme")
    first = called(office, committee, MARCH)
    with MeetingDesk(office, first) as desk:
        desk.mark(other.id, "present")
        minuted(desk, B1="Mr Orme spoke.")
        desk.publish()
    second = called(office, committee, APRIL - dt.timedelta(days=7))
    with MeetingDesk(office, second) as desk:
        desk.mark(other.id, "present")
        minuted(desk, B1="Mr Orme spoke.")
    return first, second


def test_drafts_follow_published_records_stay_and_one_undo_takes_all_back(
    body: tuple[Office, Committee], tmp_path: Path
) -> None:
    office, committee = body
    first, second = _meetings(office, committee)
    kept, gone = find_person(office, "Ms K Orme"), find_person(office, "Mr A Orme")
    frozen, before = office.load(first).state, office.load(second).state
    register = office.register
    assert merge_people(office, kept, gone) == 1
    draft = office.load(second).state
    assert draft is not None
    assert [entry.person for entry in draft.attendance] == [kept.id]
    assert office.load(first).state == frozen
    assert find_person(office, "Mr A Orme").id == kept.id, "the other name still finds them"
    assert [row.name for row in member_lists.people(office)].count("Mr A Orme") == 0
    [row] = [row for row in attendance(office) if row.person == kept.id]
    assert row.of == "2 of 2", "and the published attendance counts as theirs"
    assert next(r for r in six_months(office) if r.person == kept.id).last == draft.date
    assert member_page(office, find_person(office, "Orme")).also == ("Mr A Orme",)
    office.undo_register()
    assert office.register == register
    assert office.load(second).state == before
    assert office_in(tmp_path).register == register


def test_one_seat_that_two_spellings_held_in_turn_was_held_by_one(
    body: tuple[Office, Committee],
) -> None:
    office, committee = body
    old = find_person(office, "Ms K Orme")
    grounds = Grounds(on=dt.date(2026, 4, 1))
    new = appointments.replace_member(office, committee.id, old, "Ms K J Orme", grounds)
    merge_people(office, new, old)
    page = member_page(office, office.register.people[new.id])
    assert [(row.start, row.over) for row in page.held] == [(MARCH, False)]
    assert "Ms K J Orme" in membership(office, office.committee(committee.id), MARCH).text


def test_two_who_sit_together_are_two(body: tuple[Office, Committee]) -> None:
    office, _ = body
    dace, orme = find_person(office, "Dace"), find_person(office, "Orme")
    register = office.register
    with pytest.raises(RefusedError, match="Both hold a seat on Environment"):
        merge_people(office, dace, orme)
    assert office.register == register
    with pytest.raises(InputError, match="one person"):
        merge_people(office, dace, dace)


def test_whoever_is_in_both_lists_of_a_draft_stays_as_marked(
    body: tuple[Office, Committee],
) -> None:
    office, committee = body
    other = adding.add_other(office, "Mr A Orme")
    orme = find_person(office, "Ms K Orme")
    path = called(office, committee)
    with MeetingDesk(office, path) as desk:
        desk.mark(orme.id, "apologies")
        desk.mark(other.id, "also present")
    merge_people(office, orme, other)
    draft = office.load(path).state
    assert draft is not None
    assert [(e.person, e.capacity) for e in draft.attendance] == [(orme.id, "apologies")]
