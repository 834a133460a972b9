"""A file that changes outside while it is open: nothing of either version is lost."""

import datetime as dt
import errno
from pathlib import Path

import pytest

from clerk.desk.meeting import calling
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.desk.register import adding
from clerk.paths import Home
from clerk.store import atomic


def now() -> dt.datetime:
    return dt.datetime(2026, 11, 20, 10, 0, tzinfo=dt.UTC)


def office_in(folder: Path) -> Office:
    return Office(Home(folder), now=now, who="Clerk", where="here").open()


@pytest.fixture
def meeting(tmp_path: Path) -> Path:
    office = office_in(tmp_path)
    body = adding.add_committee(office, "Parks Committee")
    return calling.call_meeting(office, body.id, dt.date(2026, 11, 26), titles=["B1 Benches"])


def test_a_version_written_outside_is_kept_and_named_and_typing_goes_on(
    tmp_path: Path, meeting: Path
) -> None:
    desk = MeetingDesk(office_in(tmp_path), meeting)
    minute = desk.start_minute(desk.meeting.items[0].id)
    colleague = MeetingDesk(office_in(tmp_path), meeting, lock=False)
    colleague.edit(minute.id, "Written outside")
    desk.edit(minute.id, "Typed in the room")
    assert "changed outside" in desk.notices()[0]
    assert desk.notices() == ()
    desk.close()
    kept = list(meeting.parent.glob("*.elsewhere-*.json"))
    assert len(kept) == 1
    assert "Written outside" in kept[0].read_text(encoding="utf-8")
    again = MeetingDesk(office_in(tmp_path), meeting, lock=False)
    assert again.meeting.minutes[0].text == "Typed in the room"


def test_a_file_that_is_taken_away_is_written_anew_with_everything(
    tmp_path: Path, meeting: Path
) -> None:
    desk = MeetingDesk(office_in(tmp_path), meeting)
    minute = desk.start_minute(desk.meeting.items[0].id)
    meeting.unlink()
    desk.edit(minute.id, "Still here")
    assert "taken away" in desk.notices()[0]
    desk.close()
    again = MeetingDesk(office_in(tmp_path), meeting, lock=False)
    assert again.meeting.minutes[0].text == "Still here"
    assert len(again.meeting.items) == 1


@pytest.mark.parametrize("content", [b"", b'{"_clerk": {"1": {}}}\n'], ids=["emptied", "edited"])
def test_a_file_damaged_while_it_is_open_is_kept_aside_and_the_minutes_are_saved(
    tmp_path: Path, meeting: Path, content: bytes
) -> None:
    """Else the clerk types on for hours under "not saved", over a file that nobody can read."""
    desk = MeetingDesk(office_in(tmp_path), meeting)
    minute = desk.start_minute(desk.meeting.items[0].id)
    before = atomic.read(atomic.previous(meeting))
    meeting.write_bytes(content)
    desk.edit(minute.id, "Typed in the room")
    kept = [each.name for each in meeting.parent.glob("*.damaged-*")]
    assert len(kept) == 1
    assert f"kept as {kept[0]}" in desk.notices()[0]
    assert meeting.with_name(kept[0]).read_bytes() == content
    assert atomic.read(atomic.previous(meeting)) != before, "a sound generation stands before it"
    desk.close()
    again = MeetingDesk(office_in(tmp_path), meeting, lock=False)
    assert again.meeting.minutes[0].text == "Typed in the room"


def test_a_copy_that_a_sync_service_made_is_named_when_the_meeting_is_opened(
    tmp_path: Path, meeting: Path
) -> None:
    """Else a colleague's hour of minutes stays in a file that nobody looks at."""
    copy = meeting.with_name("2026-11-26-LAPTOP.json")
    copy.write_bytes(meeting.read_bytes())
    for other in ("2026-11-26-2.json", "2026-11-26.elsewhere-2026-11-20-100000.json"):
        meeting.with_name(other).write_bytes(meeting.read_bytes())
    with MeetingDesk(office_in(tmp_path), meeting) as desk:
        (said,) = desk.notices()
    assert copy.name in said
    assert "clerk doctor" in said
    register = Home(tmp_path).register
    copy_of_register = register.with_name("register-LAPTOP.json")
    copy_of_register.write_bytes(register.read_bytes())
    (said,) = office_in(tmp_path).notices
    assert f"{copy_of_register.name} lies beside register.json" in said


def test_a_second_clerk_reads_along_and_is_told_who_has_the_meeting(
    tmp_path: Path, meeting: Path
) -> None:
    desk = MeetingDesk(office_in(tmp_path), meeting)
    second = MeetingDesk(office_in(tmp_path), meeting)
    assert "Clerk on here" in second.read_only
    minute = desk.start_minute(desk.meeting.items[0].id)
    desk.edit(minute.id, "As it is typed")
    assert second.follow()
    assert second.meeting.minutes[0].text == "As it is typed"
    assert not second.follow()
    second.close()
    desk.close()


def test_a_meeting_opened_on_a_disk_that_can_only_be_read_can_be_changed_once_it_is_mended(
    tmp_path: Path, meeting: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else what is said in the meeting waits until somebody thinks of opening it anew."""

    def refuse(*_: object) -> None:
        raise OSError(errno.EROFS, "read-only")

    with MeetingDesk(office_in(tmp_path), meeting) as desk:
        minute = desk.start_minute(desk.meeting.items[0].id)
        desk.typed(minute.id, "Typed and not sav", 17)
        desk.close(left=False)
    with monkeypatch.context() as patched:
        patched.setattr(atomic, "create", refuse)
        desk = MeetingDesk(office_in(tmp_path), meeting)
        assert "can only be read" in desk.read_only
        assert not desk.take_over()
        assert "can only be read" in desk.read_only
    assert desk.take_over()
    assert desk.read_only == ""
    assert desk.meeting.minutes[0].text == "Typed and not sav"
    desk.close()


def test_two_clerks_changing_the_register_lose_neither_change(tmp_path: Path) -> None:
    first, second = office_in(tmp_path), office_in(tmp_path)
    adding.add_committee(first, "Parks Committee")
    adding.add_committee(second, "Roads Committee")
    names = {body.name for body in office_in(tmp_path).register.committees.values()}
    assert names == {"Parks Committee", "Roads Committee"}
