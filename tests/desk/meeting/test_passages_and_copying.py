"""Finding words in a meeting, and copying its minutes as plain text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.desk.meeting.copying import (
    is_exempt,
    lines_in,
    text_of_minute,
    text_of_record,
    write_copy,
)
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.meeting.passages import find_in, folded
from clerk.errors import NotFoundError, RefusedError
from tests.desk.builders import called, council, minuted

SECRET = "The tender of Messrs Quillfeather was the lowest."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[MeetingDesk]:
    office, body = council(tmp_path)
    with MeetingDesk(office, called(office, body)) as desk:
        minuted(desk, A1="Apologies came from Mrs Dace’s office.", B1=SECRET)
        desk.say("exempt B1 3")
        yield desk


# --- finding ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("apologies", [("Apologies", -1), ("Apologies", 0)]),
        ("DACE'S  office", [("Apologies", 24)]),
        ("tender", [("Road safety", 4)]),
        ("last meeting", [("Minutes of the last meeting", -1)]),
        ("nowhere", []),
        ("  ", []),
        ("[/]", []),
    ],
)
def test_words_are_found_where_they_stand(
    desk: MeetingDesk, words: str, places: list[tuple[str, int]]
) -> None:
    assert [(place.title, place.at) for place in find_in(desk.meeting, words)] == places


def test_what_was_found_is_marked_in_its_excerpt(desk: MeetingDesk) -> None:
    (place,) = find_in(desk.meeting, "lowest")
    start, end = place.marked
    assert place.excerpt[start:end] == "lowest"


@given(st.text(max_size=40))
def test_folding_keeps_each_character_in_its_place(text: str) -> None:
    assert len(folded(text)) == len(text)


# --- copying ------------------------------------------------------------------------------------


def test_exempt_words_are_in_no_copy_unless_that_minute_is_asked_for(desk: MeetingDesk) -> None:
    open_minute, exempt = (minute.id for minute in desk.meeting.minutes)
    for text in (
        text_of_record(desk),
        text_of_minute(desk, exempt),
        text_of_minute(desk, open_minute),
    ):
        assert "Quillfeather" not in text
    assert "Quillfeather" in text_of_minute(desk, exempt, exempt=True)
    assert (is_exempt(desk.meeting, open_minute), is_exempt(desk.meeting, exempt)) == (False, True)


def test_an_item_made_exempt_after_its_minute_was_typed_is_exempt_in_copies(
    desk: MeetingDesk,
) -> None:
    desk.say("exempt A1 3")
    assert "office" not in text_of_minute(desk, desk.meeting.minutes[0].id)


def test_a_published_minute_is_copied_as_it_was_published(desk: MeetingDesk) -> None:
    desk.publish()
    open_minute, exempt = (minute.id for minute in desk.meeting.minutes)
    assert text_of_minute(desk, open_minute).startswith("1. Apologies")
    assert "Quillfeather" not in text_of_minute(desk, exempt)
    assert lines_in(desk, open_minute)[0].number == "1."


def test_a_copy_lies_in_a_file_whose_name_tells_nothing_of_business(desk: MeetingDesk) -> None:
    path = write_copy(desk, text_of_record(desk))
    assert path.read_text(encoding="utf-8") == text_of_record(desk)
    assert "Quillfeather" not in path.name and "Road" not in path.name


def test_there_is_nothing_to_copy_before_anything_is_minuted(tmp_path: Path) -> None:
    office, body = council(tmp_path)
    with MeetingDesk(office, called(office, body)) as desk:
        with pytest.raises(RefusedError, match="no minutes to copy"):
            text_of_record(desk)
        with pytest.raises(NotFoundError, match="no minute yet"):
            text_of_minute(desk, "none")
