"""A search finds what the public record says now, whatever is typed, and never what is exempt."""

import datetime as dt
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from clerk.desk.lists import search
from clerk.desk.lists.search import Hit
from clerk.desk.meeting import mending
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.desk.register import adding
from clerk.domain.agenda_acts import ItemChanged
from clerk.domain.committees import Committee
from clerk.domain.meetings import Exempt
from clerk.errors import InputError
from tests.desk.builders import APRIL, JULY, called, council, minuted, office_in, person

SECRET = "Nightingale"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Two meetings that nobody changes: April's is published, July's a draft."""
    office, body = council(tmp_path_factory.mktemp("home"))
    with MeetingDesk(office, called(office, body, APRIL)) as desk:
        minuted(
            desk,
            A1="None were received.",
            B1="Mr Pell asked about the ferry at the café.\n\nRESOLVED that the weir be mended.",
        )
        desk.publish()
    with MeetingDesk(office, called(office, body, JULY)) as desk:
        minuted(desk, B1="The ferry had sunk; the mended weir had held.")
    return office


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Office, Committee]:
    return council(tmp_path / "home")


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("ferry", [JULY, APRIL]),
        ("FERRY", [JULY, APRIL]),
        ("fer", [JULY, APRIL]),
        ("ferry weir", [JULY, APRIL]),
        ("fer weir", []),
        ("weir fer", [JULY, APRIL]),
        ("ferry sunk", [JULY]),
        ("cafe", [APRIL]),
        ("road safety", [JULY, APRIL]),
        ('"weir be mended"', [APRIL]),
        ("“mended weir”", [JULY]),
        ('"mended weir', [JULY]),
        ("received", [APRIL]),
        ("zebra", []),
        ("", []),
        ("…", []),
    ],
)
def test_every_word_must_occur_and_the_last_may_be_only_begun(
    shared: Office, words: str, dates: list[dt.date]
) -> None:
    assert [hit.date for hit in search.find(shared, words)] == dates


def test_a_hit_says_where_it_stands_and_shows_the_words(shared: Office) -> None:
    (hit,) = search.find(shared, "sunk")
    assert (hit.number, hit.title, hit.state) == ("~3", "Road safety", "draft")
    assert hit.meeting == "environment-and-highways-committee/2026-07-09"
    assert [hit.snippet[start:end] for start, end in hit.marked] == ["sunk"]
    (published,) = search.find(shared, "café")
    assert published.number == "2"
    assert published.minute


def test_no_more_hits_than_were_asked_for_and_the_newest_first(shared: Office) -> None:
    assert [hit.date for hit in search.find(shared, "ferry", 1)] == [JULY]


def test_a_search_in_one_committee_finds_nothing_of_another(
    pair: tuple[Office, Committee],
) -> None:
    office, body = pair
    other = adding.add_committee(office, "Cabinet")
    for each in (body, other):
        with MeetingDesk(office, called(office, each)) as desk:
            minuted(desk, B1="The ferry.")
    assert len(search.find(office, "ferry")) == 2
    (hit,) = search.find(office, "ferry", committee=other.id)
    assert hit.committee_name == "Cabinet"


@pytest.mark.parametrize(
    "words",
    [
        '" OR ferry', "NEAR(ferry weir)", "title:ferry", "ferry OR weir)", "(((", "*", "^ferry",
        "{text}: ferry", "-ferry", "ferry AND NOT weir", "a\0b", "'; DROP TABLE minute; --", "\"\"",
    ],
)  # fmt: skip
def test_nothing_typed_is_read_as_the_indexs_own_language(shared: Office, words: str) -> None:
    for hit in search.find(shared, words):
        assert "ferry" in hit.snippet.lower()
    assert len(search.find(shared, "ferry")) == 2


@given(st.text(max_size=40))
def test_any_text_can_be_typed(shared: Office, words: str) -> None:
    search.find(shared, words)


def test_more_words_than_anybody_types_are_refused_in_a_sentence(shared: Office) -> None:
    with pytest.raises(InputError, match="too many"):
        search.find(shared, "word " * 31)


def test_what_was_just_saved_is_found_and_what_was_taken_away_is_not(
    pair: tuple[Office, Committee],
) -> None:
    office, body = pair
    path = called(office, body)
    with MeetingDesk(office, path) as desk:
        (minute,) = minuted(desk, B1="The first draft.")
        for number in range(20):
            desk.edit(minute, f"The ferry of pier{number}.")
            assert len(search.find(office, f"pier{number}")) == 1
            assert not number or search.find(office, f'"pier{number - 1}"') == ()
        desk.undo(making=True)
        assert len(search.find(office, "pier18")) == 1
    assert len(search.find(office_in(office.home.root), "pier18")) == 1


def test_a_meeting_that_is_gone_is_not_found(pair: tuple[Office, Committee]) -> None:
    office, body = pair
    first, second = called(office, body, APRIL), called(office, body, JULY)
    for path in (first, second):
        with MeetingDesk(office, path) as desk:
            minuted(desk, B1="The ferry.")
    assert len(search.find(office, "ferry")) == 2
    first.write_bytes(b"damaged")
    with MeetingDesk(office, second) as desk:
        for _ in range(3):
            desk.undo(making=True)
    assert search.find(office, "ferry") == ()


def test_a_file_overwritten_in_place_is_not_shown_as_it_was(
    pair: tuple[Office, Committee],
) -> None:
    office, body = pair
    path = called(office, body)
    with MeetingDesk(office, path) as desk:
        minuted(desk, B1="The ferry.")
        held = path.read_bytes()
        minuted(desk, A2="The weir.")
    search.find(office, "ferry")
    path.write_bytes(held)
    assert search.find(office, "weir") == ()
    search.refresh(office)
    assert [hit.number for hit in search.find(office, "ferry")] == ["~1"]


def test_a_number_that_moved_since_is_shown_as_it_is_now(pair: tuple[Office, Committee]) -> None:
    office, body = pair
    first = called(office, body, APRIL)
    with MeetingDesk(office, called(office, body, JULY)) as desk:
        minuted(desk, B1="The ferry.")
    assert [hit.number for hit in search.find(office, "ferry")] == ["~1"]
    with MeetingDesk(office, first) as desk:
        minuted(desk, A1="None.", B1="Roads.")
    assert [hit.number for hit in search.find(office, "ferry")] == ["~3"]


def test_a_name_that_changes_is_changed_in_the_drafts_that_print_it(
    pair: tuple[Office, Committee],
) -> None:
    office, body = pair
    with MeetingDesk(office, called(office, body)) as desk:
        desk.mark(person(office, "Orme"), "present")
        minuted(desk, B1="Words.")
    assert len(search.find(office, "Orme")) == 1
    mending.mend_name(office, person(office, "Orme"), "Ms K Thorn")
    assert search.find(office, "Orme") == ()
    assert len(search.find(office_in(office.home.root), "Thorn")) == 1


def test_exempt_words_are_neither_found_nor_kept(pair: tuple[Office, Committee]) -> None:
    office, body = pair
    path = called(office, body, APRIL, "A1 Apologies", f"B1 {SECRET} lease")
    with MeetingDesk(office, path) as desk:
        minuted(desk, A1="None.", B1=f"RESOLVED that {SECRET} be let.")
        assert len(search.find(office, SECRET)) == 1
        desk.undo(), desk.undo()
        hidden = Exempt(paragraphs=("3",), public_title="A lease")
        item = desk.meeting.items[1]
        desk.do(ItemChanged(item=replace(item, exempt=hidden)), "Made exempt")
        minuted(desk, B1=f"RESOLVED that {SECRET} be let.")
        assert search.find(office, SECRET) == ()
        assert len(search.find(office, "lease")) == 1
    (index,) = office.home.cache_dir.glob("search-*.sqlite")
    index.unlink()
    search.refresh(office)
    assert SECRET.casefold().encode() not in index.read_bytes().lower()


@pytest.mark.parametrize("how", ["exempt later", "undone before", "title hidden", "file gone"])
def test_words_that_left_the_public_record_are_in_no_byte_of_the_index(
    pair: tuple[Office, Committee], how: str
) -> None:
    office, body = pair
    for day in range(1, 9):  # others, so that FTS5 has something to merge later
        with MeetingDesk(office, called(office, body, dt.date(2025, day, 1))) as desk:
            minuted(desk, A1="None.", B1=f"RESOLVED that bridge {day} be mended.")
            search.find(office, "mended")
    path = called(office, body, APRIL, "A1 Apologies", f"B1 {SECRET} lease")
    with MeetingDesk(office, path) as desk:
        minuted(desk, B1=f"RESOLVED that {SECRET} be let.")
        assert len(search.find(office, SECRET)) == 1
        item = desk.meeting.items[1]
        if how == "undone before":
            desk.undo(), desk.undo()
            search.find(office, "mended")
        if how == "title hidden":
            desk.do(ItemChanged(item=replace(item, exempt=Exempt(paragraphs=("3",)))), "Exempt")
            assert len(search.find(office, SECRET)) == 1, "the title is public as yet"
        hidden = Exempt(paragraphs=("3",), public_title="A lease")
        desk.do(ItemChanged(item=replace(item, exempt=hidden)), "Made exempt")
    if how == "file gone":
        for each in (path, path.with_name(f"{path.name}.prev")):
            each.unlink()
    assert search.find(office, SECRET) == ()
    assert len(search.find(office, "mended")) == 8
    assert _bytes_with(office, SECRET) == []


def _bytes_with(office: Office, word: str) -> list[str]:
    """The files of the caches that hold the word, or its first letters as FTS5 indexes them."""
    looked = word.casefold().encode()
    return [
        path.name
        for path in office.home.cache_dir.rglob("*")
        if looked[:6] in path.read_bytes().lower() or looked[-7:] in path.read_bytes().lower()
    ]


@pytest.mark.parametrize("fault", ["missing", "noise", "torn", "nowhere"])
def test_an_index_that_is_lost_or_damaged_is_made_again(
    pair: tuple[Office, Committee], fault: str
) -> None:
    office, body = pair
    with MeetingDesk(office, called(office, body)) as desk:
        minuted(desk, B1="The ferry.")
    before = search.find(office, "ferry")
    (index,) = office.home.cache_dir.glob("search-*.sqlite")
    content = index.read_bytes()
    index.unlink()
    if fault == "noise":
        index.write_bytes(random.Random(1).randbytes(len(content)))
    elif fault == "torn":
        index.write_bytes(content[: len(content) // 2])
    elif fault == "nowhere":
        index.mkdir()
    assert search.find(office_in(office.home.root), "ferry") == before


def test_progress_is_told_and_what_was_done_is_not_done_again(
    pair: tuple[Office, Committee],
) -> None:
    office, body = pair
    for day in (APRIL, JULY):
        called(office, body, day)
    told: list[tuple[int, int]] = []
    search.refresh(office, lambda done, of: told.append((done, of)))
    assert told == [(2, 2)]
    search.refresh(office, lambda done, of: told.append((done, of)))
    assert told == [(2, 2)]


def test_an_office_without_meetings_finds_nothing(tmp_path: Path) -> None:
    office = office_in(tmp_path / "home")
    hits: tuple[Hit, ...] = search.find(office, "ferry")
    assert hits == ()
