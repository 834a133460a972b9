"""Lists: who sits, what was decided, what cannot be read."""

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace

from clerk.desk.documents.papers import decision_list
from clerk.desk.lists.meeting_lists import committees, meetings
from clerk.desk.lists.member_lists import membership, people
from clerk.desk.lists.resolution_list import resolutions
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.register import adding, bodies
from clerk.domain.agenda_acts import ItemChanged
from clerk.domain.meeting_acts import DetailsChanged
from clerk.domain.meetings import Exempt
from tests.desk.builders import APRIL, JULY, MARCH, called, council, minuted, office_in


def test_a_membership_list_counts_what_it_prints(tmp_path: Path) -> None:
    office, body = council(tmp_path)
    bodies.add_seats(office, body.id, "Labour")
    assert membership(office, office.committee(body.id), office.today).text == (
        "Membership (5)\n"
        "Conservative (2): Mr J A Pell, MBE (Chairman) and Mrs R Dace (Vice-Chairman)\n"
        "Labour (3): Ms K Orme, Mr F Tolley and Vacancy"
    )


def test_before_anything_is_known_the_list_says_from_when_it_is(tmp_path: Path) -> None:
    office, body = council(tmp_path)
    before = membership(office, body, MARCH - dt.timedelta(days=1))
    assert before.first_seen == MARCH
    assert before.text == f"{body.name}: not known (first seen 12 March 2026)"


def test_a_committee_without_seats_says_so(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    body = adding.add_committee(office, "Parks Committee")
    assert membership(office, body, APRIL).text == "Parks Committee: no seats are known."


def test_a_seat_made_from_a_day_on_is_in_no_list_of_a_day_before(tmp_path: Path) -> None:
    office, body = council(tmp_path)
    before = membership(office, body, APRIL).text
    adding.add_member(office, body.id, "Mr G Quill", "Green", on=JULY)
    body = office.committee(body.id)
    assert membership(office, body, APRIL).text == before
    assert "Green (1): Mr G Quill" in membership(office, body, JULY).text


def test_a_seat_entered_late_may_have_stood_before_its_first_known_holder(tmp_path: Path) -> None:
    office, body = council(tmp_path)
    adding.add_member(office, body.id, "Mr G Quill", "Green", on=APRIL - dt.timedelta(days=5))
    assert (
        "not known (first seen 18 April 2026)"
        in membership(office, office.committee(body.id), MARCH).text
    )


def test_committees_tell_their_next_meeting_and_not_one_that_was_undone(tmp_path: Path) -> None:
    office, body = council(tmp_path)
    with MeetingDesk(office, called(office, body, APRIL)) as desk:
        desk.undo(making=True)
    called(office, body, JULY)
    called(office, body, MARCH)
    (row,) = committees(office)
    assert (row.seats, row.meetings, row.next_meeting) == (4, 2, JULY)


def test_one_bad_file_is_said_and_hides_no_other(tmp_path: Path) -> None:
    office, body = council(tmp_path)
    good, bad = called(office, body, APRIL), called(office, body, JULY)
    bad.write_bytes(b"spoilt")
    rows = meetings(office)
    assert [row.ref for row in rows] == [office.ref(good), office.ref(bad)]
    assert rows[0].trouble == "" and rows[1].trouble


def test_a_stray_file_with_an_impossible_date_breaks_no_list(tmp_path: Path) -> None:
    office, body = council(tmp_path)
    good = called(office, body, APRIL)
    (good.parent / "2026-13-45.json").write_text("{}")
    assert office.ref(good) in [row.ref for row in meetings(office)]
    assert committees(office)[0].slug == body.slug


def test_numbers_are_shown_as_provisional_until_they_are_published(tmp_path: Path) -> None:
    office, body = council(tmp_path)
    with MeetingDesk(office, called(office, body)) as desk:
        minuted(desk, A1="None.", B1="Words.")
        assert meetings(office)[0].numbers == "~1 to ~2"
        desk.publish()
    assert (meetings(office)[0].numbers, meetings(office)[0].state) == ("1 to 2", "published")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Noted.\nRESOLVED that it be noted.", ["RESOLVED that it be noted."]),
        (
            "RESOLVED that:-\n(a) one; and\n(b) two.\nNext.",
            ["RESOLVED that:- (a) one; and (b) two."],
        ),
        ("After debate [[it was agreed]] to wait.", ["it was agreed"]),
        ("Mr Pell moved that it be noted.\nCarried", ["Mr Pell moved that it be noted. Carried"]),
        ("Nothing was decided.", []),
    ],
)
def test_a_resolution_is_found_in_whatever_form_it_was_minuted(
    tmp_path: Path, text: str, words: list[str]
) -> None:
    office, body = council(tmp_path)
    with MeetingDesk(office, called(office, body)) as desk:
        minuted(desk, B1=text)
    assert [row.words for row in resolutions(office)] == words


def test_resolutions_are_searched_by_every_word_and_newest_first(tmp_path: Path) -> None:
    office, body = council(tmp_path)
    for day, words in ((APRIL, "roads"), (JULY, "bridges")):
        with MeetingDesk(office, called(office, body, day)) as desk:
            minuted(desk, B1=f"Words.\nRESOLVED that the {words} be mended.")
            if day == APRIL:
                desk.publish()
    rows = resolutions(office)
    assert [(row.date, row.number) for row in rows] == [(JULY, "~2 (2)"), (APRIL, "1 (2)")]
    assert len(resolutions(office, "MENDED roads")) == 1
    assert resolutions(office, "roads bridges") == ()


def test_no_exempt_word_is_in_a_list_of_resolutions(tmp_path: Path) -> None:
    office, body = council(tmp_path)
    with MeetingDesk(office, called(office, body)) as desk:
        item = desk.meeting.items[2]
        exempt = Exempt(paragraphs=("3",), public_title="A contract")
        secret = replace(item, title="Quillfeather Ltd", exempt=exempt)
        desk.do(ItemChanged(item=secret), "exempt")
        minuted(desk, B1="RESOLVED that Quillfeather be paid.")
        for _ in range(2):
            assert resolutions(office, "quillfeather") == ()
            assert not any(
                "uillfeather" in repr(row) for row in (*resolutions(office), *meetings(office))
            )
            if desk.meeting.state == "draft":
                desk.publish()


def test_people_are_found_by_any_words_of_their_names(tmp_path: Path) -> None:
    office, body = council(tmp_path)
    assert [row.name for row in people(office, "tolley")] == ["Mr F Tolley"]
    row = people(office, "pell mr")[0]
    assert row.seats == (body.name,)
    assert people(office, "anstey")[0].post == "Head of Highways"
    assert len(people(office)) == 5


def test_what_the_council_itself_must_decide_is_marked_in_the_text_and_found_by_it(
    tmp_path: Path,
) -> None:
    office, body = council(tmp_path)
    with MeetingDesk(office, called(office, body)) as desk:
        minuted(desk, A2="RESOLVED that it be noted.", B1="RESOLVED that:\n* (a) a lane be shut.")
        assert "(For the council to decide.)" in [line.text for line in decision_list(desk).lines]
    (row,) = resolutions(office, "for council")
    assert row.words == "RESOLVED that: (a) a lane be shut."
    assert row.how == "for council"


def test_which_meeting_of_its_year_it_is_runs_on_and_is_fixed_with_the_numbers(
    tmp_path: Path,
) -> None:
    office, body = council(tmp_path)
    first = called(office, body)
    second = called(office, body, JULY)
    with MeetingDesk(office, first) as desk:
        desk.do(DetailsChanged(nth=6), "six")
        minuted(desk, A2="Noted.")
        assert desk.context.nth == 6
        desk.publish()
    with MeetingDesk(office, second) as desk:
        assert desk.context.nth == 1, "a municipal year begins in May"
    called(office, body, APRIL - dt.timedelta(days=7))
    with MeetingDesk(office_in(tmp_path), first) as desk:
        assert desk.context.nth == 6
    with MeetingDesk(office, called(office, body, APRIL + dt.timedelta(days=2))) as desk:
        assert desk.context.nth == 7
