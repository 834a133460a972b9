"""Strokes between saves: a killed program gives them back, cursor included."""

import datetime as dt
from pathlib import Path

import pytest

from clerk.desk.meeting import calling
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.desk.register import adding
from clerk.desk.typing import splice
from clerk.paths import Home


def now() -> dt.datetime:
    return dt.datetime(2026, 11, 20, 10, 0, tzinfo=dt.UTC)


def office_in(folder: Path) -> Office:
    return Office(Home(folder), now=now, who="Clerk", where="here").open()


@pytest.fixture
def meeting(tmp_path: Path) -> Path:
    office = office_in(tmp_path)
    body = adding.add_committee(office, "Parks Committee")
    return calling.call_meeting(office, body.id, dt.date(2026, 11, 26), titles=["B1 Benches"])


def killed(desk: MeetingDesk) -> None:
    """Leaves the desk as a kill would: nothing closed, but its lock is a dead holder's."""
    desk.path.with_name(f"{desk.path.name}.lock").unlink()


def test_words_typed_before_a_kill_are_in_the_minutes_when_the_desk_opens_again(
    tmp_path: Path, meeting: Path
) -> None:
    desk = MeetingDesk(office_in(tmp_path), meeting)
    minute = desk.start_minute(desk.meeting.items[0].id)
    desk.edit(minute.id, "Benches were discussed.")
    assert desk.typed(minute.id, "Benches were discussed. RESOLVED", 32) == ""
    killed(desk)
    again = MeetingDesk(office_in(tmp_path), meeting)
    assert again.meeting.minutes[0].text == "Benches were discussed. RESOLVED"
    assert again.place == (minute.id, 32)
    assert "9 characters" in again.recovered[0]
    again.close()
    third = MeetingDesk(office_in(tmp_path), meeting)
    assert third.recovered == ()
    assert third.place == (minute.id, 32)
    third.close()


def test_the_meeting_that_was_being_typed_is_the_one_to_open_again(
    tmp_path: Path, meeting: Path
) -> None:
    assert office_in(tmp_path).left_open() == ""
    desk = MeetingDesk(office_in(tmp_path), meeting)
    minute = desk.start_minute(desk.meeting.items[0].id)
    desk.typed(minute.id, "In the middle of a", 18)
    killed(desk)
    assert office_in(tmp_path).left_open() == "parks-committee/2026-11-26"
    MeetingDesk(office_in(tmp_path), meeting).close()
    assert office_in(tmp_path).left_open() == ""


def test_where_nobody_was_cut_short_opening_looks_at_no_meeting(
    tmp_path: Path, meeting: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = office_in(tmp_path)
    monkeypatch.setattr(office, "summaries", lambda: pytest.fail(f"{meeting} was looked at"))
    assert office.left_open() == "", "Home waits for this, with ten years in the folder"


def test_words_typed_after_a_look_that_changed_nothing_come_back_too(
    tmp_path: Path, meeting: Path
) -> None:
    desk = MeetingDesk(office_in(tmp_path), meeting)
    minute = desk.start_minute(desk.meeting.items[0].id)
    desk.edit(minute.id, "Benches")
    desk.typed(minute.id, "Benches", 7)
    desk.typed(minute.id, "Benches were", 12)
    killed(desk)
    again = MeetingDesk(office_in(tmp_path), meeting)
    assert again.meeting.minutes[0].text == "Benches were"
    again.close()


def test_a_kill_after_everything_was_saved_opens_the_same_meeting_again(
    tmp_path: Path, meeting: Path
) -> None:
    desk = MeetingDesk(office_in(tmp_path), meeting)
    minute = desk.start_minute(desk.meeting.items[0].id)
    desk.edit(minute.id, "Benches were discussed.")
    desk.moved(minute.id, 7)
    killed(desk)
    assert office_in(tmp_path).left_open() == "parks-committee/2026-11-26"
    again = MeetingDesk(office_in(tmp_path), meeting)
    assert (again.place, again.recovered) == ((minute.id, 7), ())
    again.close()
    assert office_in(tmp_path).left_open() == "", "this one was left in the ordinary way"


def test_recovered_text_that_no_longer_fits_is_kept_aside_and_named(
    tmp_path: Path, meeting: Path
) -> None:
    desk = MeetingDesk(office_in(tmp_path), meeting)
    minute = desk.start_minute(desk.meeting.items[0].id)
    desk.typed(minute.id, "Typed in the room", 17)
    killed(desk)
    other = MeetingDesk(office_in(tmp_path), meeting, lock=False)
    other.edit(minute.id, "Typed by a colleague")
    again = MeetingDesk(office_in(tmp_path), meeting)
    assert again.meeting.minutes[0].text == "Typed by a colleague"
    kept = list((tmp_path / "journal").glob("kept-*.txt"))
    assert [path.read_text(encoding="utf-8") for path in kept] == ["Typed in the room"]
    assert kept[0].name in again.recovered[0]
    again.close()


def test_saved_text_leaves_nothing_to_recover(tmp_path: Path, meeting: Path) -> None:
    desk = MeetingDesk(office_in(tmp_path), meeting)
    minute = desk.start_minute(desk.meeting.items[0].id)
    desk.typed(minute.id, "One", 3)
    desk.edit(minute.id, "One")
    killed(desk)
    again = MeetingDesk(office_in(tmp_path), meeting)
    assert again.recovered == ()
    assert again.place == (minute.id, 3)
    again.close()


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("", "a", (0, "", "a")),
        ("abc", "abc", (3, "", "")),
        ("abc", "ac", (1, "b", "")),
        ("aaa", "aaaa", (3, "", "a")),
        ("The Chair spoke", "The Chairman spoke", (9, "", "man")),
        ("one two", "two", (0, "one ", "")),
    ],
)
def test_only_what_differs_is_logged(before: str, after: str, found: tuple[int, str, str]) -> None:
    assert splice(before, after) == found
    at, removed, inserted = found
    assert before[:at] + inserted + before[at + len(removed) :] == after
