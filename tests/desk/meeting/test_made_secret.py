"""What turns out to be secret after it was typed: it is looked for in every file there is."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from clerk.desk.letting_go import let_go
from clerk.desk.lists import meeting_lists, resolution_list, search
from clerk.desk.lists.front import front
from clerk.desk.meeting.declaring import declare, withdraw
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.domain.interests import Declaration
from clerk.store.cache import Cache
from tests.desk.builders import APRIL, called, council, minuted, office_in

SECRET = "Quillfeather"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[MeetingDesk]:
    office, body = council(tmp_path)
    with MeetingDesk(office, called(office, body, APRIL, "B1 Bridge", "B2 Ferry")) as desk:
        desk.everyone_present()
        minuted(desk, B1="The report was introduced.")
        yield desk


def holding(folder: Path) -> list[str]:
    """The files that hold the secret, however it is written."""
    for thread in threading.enumerate():
        if thread.name.startswith("letting go"):
            thread.join()
    secret = SECRET.encode().lower()
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and secret in path.read_bytes().lower()
    )


def looked_everywhere(office: Office) -> None:
    """So that what is kept for speed holds all that there is."""
    search.refresh(office)
    meeting_lists.meetings(office)
    resolution_list.resolutions(office)


def declared(desk: MeetingDesk) -> Declaration:
    desk.say(f"doi pell B1 dpi stays “as {SECRET} is his brother”")
    return desk.meeting.declarations[-1]


def test_the_nature_of_an_interest_marked_sensitive_afterwards_stays_in_no_file(
    desk: MeetingDesk, tmp_path: Path
) -> None:
    made = declared(desk)
    looked_everywhere(desk.office)
    assert holding(tmp_path), "there was something to forget"
    declare(desk, replace(made, sensitive=True))
    assert holding(tmp_path) == []
    assert not any(SECRET in entry.said for entry in desk.ledger.entries)
    looked_everywhere(desk.office)
    assert holding(tmp_path) == []


def test_an_interest_taken_back_and_declared_as_sensitive_leaves_no_word_of_the_first(
    desk: MeetingDesk, tmp_path: Path
) -> None:
    withdraw(desk, declared(desk).id)
    declared(desk)
    desk.undo()
    assert holding(tmp_path)
    desk.say("doi pell B1 dpi sensitive left")
    assert holding(tmp_path) == []


def test_undo_of_sensitive_gives_back_the_declaration_and_never_its_nature(
    desk: MeetingDesk, tmp_path: Path
) -> None:
    made = declared(desk)
    declare(desk, replace(made, sensitive=True))
    desk.undo()
    back = replace(made, nature="")
    assert [*desk.meeting.declarations] == [back]
    desk.undo()
    assert [*desk.meeting.declarations] == []
    desk.redo()
    assert [*desk.meeting.declarations] == [back]
    assert holding(tmp_path) == []


def test_another_interest_of_the_same_member_on_the_same_item_keeps_its_nature(
    desk: MeetingDesk,
) -> None:
    desk.say("doi pell B1 other stays “as a governor”")
    desk.say("doi pell B1 dpi sensitive left")
    assert [each.nature for each in desk.meeting.declarations] == ["as a governor", ""]
    again = office_in(desk.office.home.root).load(desk.path)
    assert again.state == desk.meeting


def test_a_meeting_is_sound_and_can_be_saved_after_something_was_forgotten(
    desk: MeetingDesk,
) -> None:
    declare(desk, replace(declared(desk), sensitive=True))
    minuted(desk, B2="More was said.")
    again = office_in(desk.office.home.root).load(desk.path)
    assert again.state == desk.meeting
    assert again.entries == desk.ledger.entries


def test_business_made_exempt_leaves_the_index_and_the_lists_before_anybody_looks_again(
    desk: MeetingDesk, tmp_path: Path
) -> None:
    minuted(desk, B2=f"RESOLVED that {SECRET} be paid.")
    looked_everywhere(desk.office)
    assert [name for name in holding(tmp_path) if name.startswith("cache/")]
    desk.say("exempt B2 3")
    assert [name for name in holding(tmp_path) if name.startswith("cache/")] == []
    assert not search.find(desk.office, SECRET)


def test_business_made_exempt_again_by_undo_leaves_the_index_too(
    desk: MeetingDesk, tmp_path: Path
) -> None:
    minuted(desk, B2=f"RESOLVED that {SECRET} be paid.")
    desk.say("exempt B2 3")
    desk.say("unexempt B2")
    looked_everywhere(desk.office)
    assert [name for name in holding(tmp_path) if name.startswith("cache/")]
    desk.undo()
    assert [name for name in holding(tmp_path) if name.startswith("cache/")] == []


def test_a_meeting_that_was_let_go_is_found_and_listed_as_before(
    desk: MeetingDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    # So long ago that nothing needs to be looked at again.
    monkeypatch.setattr(Cache, "clock_ns", lambda _: time.time_ns() + 10**10)
    looked_everywhere(desk.office)
    front(desk.office, 10)
    let_go(desk.office, desk.path).join()
    assert search.find(desk.office, "introduced")
    assert desk.ref in str(front(desk.office, 10))
