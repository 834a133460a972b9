"""By hand: committees, people, meetings and agendas that come from no paper."""

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from clerk.clean import clean_text
from clerk.desk.incoming import doubting
from clerk.desk.lists.member_lists import membership
from clerk.desk.meeting import agenda, calling
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.register import adding, bodies
from clerk.domain.agenda_acts import ItemChanged
from clerk.domain.meeting_acts import MeetingRead
from clerk.domain.meetings import Doubt, Exempt
from clerk.errors import ClerkError, InputError, NotFoundError, RefusedError, StyleError
from tests.desk.builders import APRIL, JULY, MARCH, called, council, minuted, office_in, person
from tests.hostile import WORDS


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[MeetingDesk]:
    office, body = council(tmp_path)
    with MeetingDesk(office, called(office, body)) as desk:
        yield desk


def titles(desk: MeetingDesk) -> list[str]:
    return [item.title for item in desk.meeting.items]


# --- committees ---------------------------------------------------------------------------------


def test_a_committee_of_a_name_that_there_is_already_is_refused(tmp_path: Path) -> None:
    office, body = council(tmp_path)
    with pytest.raises(InputError, match=body.slug):
        adding.add_committee(office, "ENVIRONMENT and Highways  committee")


def test_a_committee_is_not_renamed_to_the_name_of_another(tmp_path: Path) -> None:
    office, _ = council(tmp_path)
    parks = adding.add_committee(office, "Parks Committee")
    with pytest.raises(InputError, match="already"):
        adding.change_committee(office, parks.id, name="Environment and Highways Committee")
    adding.change_committee(office, parks.id, name="Parks  Committee")
    assert office.committee(parks.id).name == "Parks Committee"


def test_two_names_that_make_one_label_get_two(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    slugs = [adding.add_committee(office, name).slug for name in ("Parks", "Parks!", "PARKS?")]
    assert slugs == ["parks", "parks-2", "parks-3"]


@pytest.mark.parametrize("name", ["", "  \n ", "\x07"])
def test_a_committee_needs_a_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="no words"):
        adding.add_committee(office_in(tmp_path), name)
    assert not list(tmp_path.iterdir())


def test_a_committee_in_a_style_that_there_is_not_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StyleError):
        adding.add_committee(office_in(tmp_path), "Parks", style="none")
    assert not office_in(tmp_path).register.committees


@pytest.mark.parametrize("kind", WORDS)
def test_a_name_that_looks_like_markup_or_a_path_is_a_name(tmp_path: Path, kind: str) -> None:
    name = WORDS[kind]
    office = office_in(tmp_path / "home")
    body = adding.add_committee(office, name)
    with suppress(InputError):  # a sentence: what stands in brackets is no name
        adding.add_member(office, body.id, name, name, role=name)
    path = calling.call_meeting(
        office, body.id, APRIL, titles=[f"B1 {' '.join(clean_text(name)[0].split())}"], venue=name
    )
    assert path.resolve().is_relative_to((tmp_path / "home").resolve())
    assert {p.name for p in tmp_path.iterdir()} == {"home"}
    again = office_in(tmp_path / "home")
    kept = clean_text(name)[0].split()
    assert again.committee(body.id).name.split() == kept
    with MeetingDesk(again, path, lock=False) as desk:
        assert desk.meeting.items[0].title.split() == kept
        assert desk.meeting.venue.split() == kept
        printed = " ".join(line.runs[0].text for line in desk.record().lines)
        assert " ".join(kept) in " ".join(printed.split())


def test_a_name_longer_than_a_slip_of_the_paste_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="501 characters"):
        adding.add_committee(office_in(tmp_path), "x" * 501)


# --- people -------------------------------------------------------------------------------------


def seats(office: Any, slug: str, on: dt.date) -> list[str]:
    body = next(b for b in office.register.committees.values() if b.slug == slug)
    return [row.printed for _, rows in membership(office, body, on).groups for row in rows]


def test_a_member_is_not_put_into_two_seats_of_one_committee(tmp_path: Path) -> None:
    office, body = council(tmp_path)
    with pytest.raises(InputError, match="already"):
        adding.add_member(office, body.id, "Mr F Tolley", "Labour")
    assert len(office.committee(body.id).seats) == 4


def test_a_member_of_two_committees_is_one_person(tmp_path: Path) -> None:
    office, _ = council(tmp_path)
    parks = adding.add_committee(office, "Parks Committee")
    before = len(office.register.people)
    adding.add_member(office, parks.id, "Mr F. Tolley", "Labour")
    assert len(office.register.people) == before


def test_a_vacancy_is_filled_before_a_new_seat_is_made(tmp_path: Path) -> None:
    office, body = council(tmp_path)
    bodies.add_seats(office, body.id, "Labour")
    assert seats(office, body.slug, APRIL)[-1] == "Vacancy"
    adding.add_member(office, body.id, "Mr G Quill", "Labour", on=office.today)
    assert len(office.committee(body.id).seats) == 5
    assert "Vacancy" not in seats(office, body.slug, APRIL)


def test_someone_appointed_before_a_vacancy_was_made_sits_from_their_first_day(
    tmp_path: Path,
) -> None:
    office, body = council(tmp_path)
    bodies.add_seats(office, body.id, "Labour")
    adding.add_member(office, body.id, "Mr G Quill", "Labour", on=MARCH)
    assert "Mr G Quill" in seats(office, body.slug, MARCH)


def test_an_officers_new_post_is_from_today_and_the_old_one_stays_for_old_days(
    tmp_path: Path,
) -> None:
    office, _ = council(tmp_path)
    later = office_in(tmp_path, dt.datetime(2027, 1, 5, tzinfo=dt.UTC))
    adding.add_officer(later, "Dr B Anstey", "Director of Roads")
    posts = later.register.people[person(office, "Anstey")].posts
    assert [post.text for post in posts] == ["Head of Highways", "Director of Roads"]


@pytest.mark.parametrize("words", ["", "   ", "\x07"])
def test_a_person_needs_a_name(tmp_path: Path, words: str) -> None:
    office, body = council(tmp_path)
    before = office.home.register.read_bytes()
    with pytest.raises(InputError):
        adding.add_member(office, body.id, words, "Labour")
    with pytest.raises(InputError):
        adding.add_other(office, words)
    assert office.home.register.read_bytes() == before


# --- items --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "ref", "title"),
    [
        ("A1 Apologies", "A1", "Apologies"),
        ("A1. Apologies", "A1", "Apologies"),
        ("A.1 Apologies", "A1", "Apologies"),
        ("B12\tRoad safety", "B12", "Road safety"),
        ("1. Apologies", "1", "Apologies"),
        ("1) Apologies", "1", "Apologies"),
        ("4a. Annex", "4a", "Annex"),
        ("12\tApologies", "12", "Apologies"),
        ("12  Apologies", "12", "Apologies"),
        ("- Apologies", "", "Apologies"),
        ("• 2. Minutes", "2", "Minutes"),
        ("Apologies", "", "Apologies"),
        ("   Apologies  for   absence ", "", "Apologies for absence"),
        ("20 mph limits in Harbourne", "", "20 mph limits in Harbourne"),
        ("5 Year Forward View", "", "5 Year Forward View"),
        ("2026/27 Budget", "", "2026/27 Budget"),
        ("1.2 million pounds for roads", "", "1.2 million pounds for roads"),
        ("A road safety plan", "", "A road safety plan"),
        ("[/]", "", "[/]"),
    ],
)
def test_a_pasted_line_is_an_item_with_its_reference(line: str, ref: str, title: str) -> None:
    (item,) = agenda.item_lines(line)
    assert (item.ref, item.title) == (ref, title)


def test_a_pasted_agenda_that_counts_up_keeps_its_numbers_as_references() -> None:
    items = agenda.item_lines("1 Apologies\n\n2 Minutes\n3 20 mph limits")
    assert [(item.ref, item.title) for item in items] == [
        ("1", "Apologies"),
        ("2", "Minutes"),
        ("3", "20 mph limits"),
    ]
    assert [item.ref for item in agenda.item_lines("20 mph limits\n30 years of the hall")] == [
        "",
        "",
    ]
    assert agenda.item_lines("20 mph limits")[0].ref == ""


def test_blank_lines_and_bare_bullets_are_no_items() -> None:
    assert agenda.item_lines(" \n-\n\n•\n") == ()


def test_word_line_ends_part_items() -> None:
    assert [item.title for item in agenda.item_lines("One\vTwo\r\nThree\u2028Four")] == [
        "One",
        "Two",
        "Three",
        "Four",
    ]


def test_a_title_too_long_to_keep_is_refused_and_not_cut() -> None:
    with pytest.raises(InputError, match="501"):
        agenda.item_lines("x" * 501)


@given(st.text(max_size=80))
def test_any_line_gives_items_with_words_or_none(text: str) -> None:
    for item in agenda.item_lines(text):
        assert item.title.strip()
        assert "\n" not in item.title


def test_items_are_added_moved_withdrawn_and_struck_off(desk: MeetingDesk) -> None:
    agenda.add_items(desk, agenda.item_lines("B2 Bridges"))
    ids = [item.id for item in desk.meeting.items]
    agenda.move_item(desk, ids[3], up=True)
    agenda.move_item(desk, ids[0], up=True)
    agenda.move_item(desk, ids[2], up=False)
    assert [item.ref for item in desk.meeting.items] == ["A1", "A2", "B2", "B1"]
    agenda.withdraw_or_restore(desk, ids[3])
    assert desk.meeting.items[2].state == "withdrawn"
    agenda.restore_item(desk, ids[3])
    agenda.remove_item(desk, ids[3])
    assert [item.ref for item in desk.meeting.items] == ["A1", "A2", "B1"]
    with pytest.raises(NotFoundError):
        agenda.remove_item(desk, ids[3])


def test_items_put_before_another_keep_their_order(desk: MeetingDesk) -> None:
    last = desk.meeting.items[2].id
    agenda.add_items(desk, agenda.item_lines("X1 One\nX2 Two"), before=last)
    assert [item.ref for item in desk.meeting.items] == ["A1", "A2", "X1", "X2", "B1"]


def test_a_renamed_item_renames_its_minute_unless_that_has_words_of_its_own(
    desk: MeetingDesk,
) -> None:
    minuted(desk, A1="None.", B1="Words.")
    first, _, third = desk.meeting.items
    agenda.rename_item(desk, first.id, "Apologies for absence", ref="A9")
    assert desk.meeting.minutes[0].title == "Apologies for absence"
    assert desk.meeting.items[0].ref == "A9"
    from clerk.domain.minute_acts import MinuteChanged

    desk.do(MinuteChanged(minute=desk.meeting.minutes[1].id, title="Its own"), "renamed")
    agenda.rename_item(desk, third.id, "Safer roads")
    assert desk.meeting.minutes[1].title == "Its own"
    with pytest.raises(InputError):
        agenda.rename_item(desk, third.id, " ")


def test_an_item_with_a_minute_is_withdrawn_and_not_struck_off(desk: MeetingDesk) -> None:
    minuted(desk, B1="Words.")
    with pytest.raises(RefusedError, match="Withdraw"):
        agenda.remove_item(desk, desk.meeting.items[2].id)


def test_a_doubt_is_settled_once_and_in_words(desk: MeetingDesk) -> None:
    doubt = Doubt(id="d", read="Mr Dacc", uncertain="spelling")
    desk.do(MeetingRead(meeting=replace(desk.meeting, doubts=(doubt,))), "read")
    doubting.settle_doubt(desk, "d", "right as read")
    assert desk.meeting.doubts[0].settled == "right as read"
    with pytest.raises(ClerkError):
        doubting.settle_doubt(desk, "d", " ")
    with pytest.raises(NotFoundError):
        doubting.settle_doubt(desk, "none", "x")


# --- meetings -----------------------------------------------------------------------------------


def test_standing_items_come_from_the_last_meeting_without_its_dates(tmp_path: Path) -> None:
    office, body = council(tmp_path)
    path = called(
        office,
        body,
        MARCH,
        "A1 Apologies and substitutes",
        "A2 Declarations of interest",
        "A3 Minutes of the meeting held on 8 January 2026",
        "A4 To approve the minutes of 8 January 2026",
        "B1 Road safety",
        "B2 Exclusion of the public",
        "B3 Urgent business",
    )
    with MeetingDesk(office, path) as desk:
        secret = replace(desk.meeting.items[5], exempt=Exempt(paragraphs=("3",)))
        desk.do(ItemChanged(item=secret), "exempt")
        agenda.withdraw_or_restore(desk, desk.meeting.items[6].id)
    called(office, body, JULY, "C1 Apologies of July")
    later = calling.call_meeting(office, body.id, APRIL, titles=["B1 Bridges"], standing=True)
    with MeetingDesk(office, later, lock=False) as desk:
        assert titles(desk) == [
            "Apologies and substitutes",
            "Declarations of interest",
            "Minutes of the last meeting",
            "Minutes of the last meeting",
            "Bridges",
        ]


def test_without_an_earlier_meeting_there_are_no_standing_items(tmp_path: Path) -> None:
    office, body = council(tmp_path)
    assert calling.standing_items(office, body.id, APRIL) == ()


def test_a_meeting_is_held_where_the_committee_usually_meets(tmp_path: Path) -> None:
    office, body = council(tmp_path)
    from clerk.domain.register_acts import CommitteeChanged

    office.do(CommitteeChanged(committee=body.id, venue="Chamber"), "venue")
    usual = office.load(calling.call_meeting(office, body.id, APRIL)).state
    other = office.load(calling.call_meeting(office, body.id, JULY, venue=" Town Hall ")).state
    assert usual is not None and other is not None
    assert (usual.venue, other.venue) == ("Chamber", "Town Hall")
