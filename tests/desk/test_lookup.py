"""Words on the command line → what they mean, or a list of what they could."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from clerk.desk.lookup import find_item, find_meeting, find_person
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.desk.register import adding
from clerk.desk.register.which import find_committee
from clerk.errors import AmbiguousError, NotFoundError
from tests.desk.builders import APRIL, JULY, MARCH, called, council, office_in, person
from tests.hostile import WORDS


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Two committees whose names begin alike, meetings on both sides of today, two on one day."""
    office, body = council(tmp_path_factory.mktemp("lookup"))
    panel = adding.add_committee(office, "Environment Panel")
    adding.add_committee(office, "Cabinet")
    for day in (MARCH, APRIL, APRIL, JULY):
        called(office, body, day)
    called(office, panel, APRIL)
    adding.add_other(office, "Mrs P Tolley")
    adding.add_other(office, "Mr Q Quill")
    adding.add_other(office, "Mrs Q Quill")
    return office


@pytest.fixture
def desk(office: Office) -> Iterator[MeetingDesk]:
    with MeetingDesk(office, find_meeting(office, "highways/03-12"), lock=False) as desk:
        yield desk


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("environment-and-highways-committee", "environment-and-highways-committee"),
        ("Environment and Highways Committee", "environment-and-highways-committee"),
        ("ENVIRONMENT PANEL", "environment-panel"),
        ("environment-a", "environment-and-highways-committee"),
        ("highways", "environment-and-highways-committee"),
        ("cab", "cabinet"),
        ("cabinet/", "cabinet"),
    ],
)
def test_any_unambiguous_part_names_a_committee(office: Office, words: str, slug: str) -> None:
    assert find_committee(office, words).slug == slug


def test_an_ambiguous_committee_lists_what_it_could_be(office: Office) -> None:
    with pytest.raises(AmbiguousError, match="environment-and-highways-committee or environment-p"):
        find_committee(office, "env")


@pytest.mark.parametrize("words", ["parks", "", "%", *WORDS.values()])
def test_an_unknown_committee_lists_those_there_are(office: Office, words: str) -> None:
    with pytest.raises((NotFoundError, AmbiguousError), match="cabinet"):
        find_committee(office, words)


def test_without_any_committee_the_way_to_one_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="Import a paper"):
        find_committee(office_in(tmp_path), "cabinet")


@pytest.mark.parametrize(
    ("words", "ref"),
    [
        ("environment-and-highways-committee/2026-04-23", "2026-04-23"),
        ("environment-and-highways-committee/2026-04-23-2", "2026-04-23-2"),
        ("highways/03-12", "2026-03-12"),
        ("highways/2026-03", "2026-03-12"),
        ("highways/07", "2026-07-09"),
        ("2026-03-12", "2026-03-12"),
        ("highways/last", "2026-03-12"),
        ("highways/next", "2026-04-23"),
        ("last", "2026-03-12"),
        ("panel", "2026-04-23"),
        (" highways/03-12 ", "2026-03-12"),
    ],
)
def test_any_unambiguous_shortening_names_a_meeting(office: Office, words: str, ref: str) -> None:
    assert find_meeting(office, words).stem == ref


@pytest.mark.parametrize("words", ["highways/04-", "highways", "2026-04-23", "highways/2026"])
def test_an_ambiguous_meeting_lists_what_it_could_be(office: Office, words: str) -> None:
    with pytest.raises(AmbiguousError, match="2026-04-23"):
        find_meeting(office, words)


@pytest.mark.parametrize("words", ["highways/2012", "2012-04-26", "parks/last", "x", "cabinet"])
def test_an_unknown_meeting_is_told_with_the_way_to_the_others(office: Office, words: str) -> None:
    with pytest.raises(NotFoundError):
        find_meeting(office, words)


def test_no_meeting_before_or_after_today_is_said_with_the_day(tmp_path: Path) -> None:
    office, body = council(tmp_path)
    called(office, body, JULY)
    with pytest.raises(NotFoundError, match="none before"):
        find_meeting(office, "env/last")
    late = office_in(tmp_path, dt.datetime(2027, 1, 1, tzinfo=dt.UTC))
    with pytest.raises(NotFoundError, match="none after"):
        find_meeting(late, "env/next")


def test_many_possibilities_are_cut_short_with_their_number(tmp_path: Path) -> None:
    office, body = council(tmp_path)
    for month in range(1, 13):
        called(office, body, dt.date(2025, month, 1))
    called(office, body, dt.date(2025, 12, 31))
    called(office, body, dt.date(2025, 12, 30))
    with pytest.raises(AmbiguousError, match="or 2 others"):
        find_meeting(office, "env/2025")


def test_a_meeting_whose_making_was_undone_is_none(tmp_path: Path) -> None:
    office, body = council(tmp_path)
    with MeetingDesk(office, called(office, body)) as desk:
        desk.undo(making=True)
    with pytest.raises(NotFoundError):
        find_meeting(office, "env/2026-04-23")


@pytest.mark.parametrize(
    ("words", "ref"), [("a1", "A1"), ("B1", "B1"), ("minutes", "A2"), ("ROAD", "B1")]
)
def test_an_item_is_found_by_reference_or_title(desk: MeetingDesk, words: str, ref: str) -> None:
    assert find_item(desk, words).ref == ref


def test_an_item_that_could_be_several_or_none_is_told(desk: MeetingDesk) -> None:
    with pytest.raises(AmbiguousError, match="A1 Apologies, A2"):
        find_item(desk, "a")
    with pytest.raises(NotFoundError, match="B1 Road safety"):
        find_item(desk, "Z9")


def test_a_surname_means_the_member_of_the_committee_first(desk: MeetingDesk) -> None:
    tolley = desk.office.register.people[find_person(desk, "Tolley")]
    assert tolley.name.given == "F"
    assert find_person(desk, "Mrs P Tolley") != tolley.id
    assert find_person(desk, "mr pell") == person(desk.office, "Pell")


def test_a_surname_of_two_outsiders_is_told_by_their_full_names(desk: MeetingDesk) -> None:
    with pytest.raises(AmbiguousError, match="Mr Q Quill or Mrs Q Quill"):
        find_person(desk, "Quill")
    with pytest.raises(NotFoundError, match="Nobody"):
        find_person(desk, "Nobody Here")
