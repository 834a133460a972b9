"""A register that is damaged or lost keeps no meeting from being read or minuted."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clerk.desk.care.upkeep import dated_backup, examine, mend_all
from clerk.desk.lists import meeting_lists
from clerk.desk.lookup import find_meeting
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.desk.register import adding
from clerk.errors import StorageError
from clerk.store import atomic
from tests.desk.builders import APRIL, COMMITTEE, JULY, called, council, minuted, office_in


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A published meeting and a draft, in a folder with the day's copy."""
    office, body = council(tmp_path / "home")
    with MeetingDesk(office, called(office, body)) as desk:
        minuted(desk, A1="None.", B1="RESOLVED that the bridge be mended.")
        desk.mark(desk.expected()[0].person, "present")
        desk.publish()
    called(office, body, JULY)
    dated_backup(office)
    return office.home.root


def _damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"Pell", b"Bell"))


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _gone(path: Path) -> None:
    path.unlink()


FAULTS = [_damaged, _emptied, _gone]


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("left", ["generation", "copy", "nothing"])
def test_the_meetings_of_a_damaged_register_are_read_with_the_last_good_one(
    home: Path, fault: Callable[[Path], None], left: str
) -> None:
    shown = _shown(office_in(home))
    _break(home, fault, left)
    before = _files(home)
    office = office_in(home)
    (notice,) = office.notices
    whence = {"generation": "the generation before it", "copy": "dated copy daily-2026-04-20.zip"}
    assert "register.json" in notice
    assert whence.get(left, "without names") in notice
    assert [row.ref for row in meeting_lists.meetings(office)] == [
        "environment-and-highways-committee/2026-04-23",
        "environment-and-highways-committee/2026-07-09",
    ]
    assert all(not row.trouble for row in meeting_lists.meetings(office))
    assert _shown(office) == shown, "what was published"
    with MeetingDesk(office, find_meeting(office, "2026-07-09")) as desk:
        minuted(desk, B1="Noted.")
    assert [m.text for m in _desk(office, "2026-07-09").meeting.minutes] == ["Noted."]
    assert _files(home) == before, "what is damaged, and what it is mended from"


def test_mending_goes_back_to_the_dated_copy_where_that_is_newer(home: Path) -> None:
    adding.add_officer(office_in(home), "Ms T Wren", "Clerk")
    (home / "backups" / "daily-2026-04-20.zip").unlink()
    dated_backup(office_in(home))
    whole = (home / "register.json").read_bytes()
    _damaged(home / "register.json")
    torn = (home / "register.json").read_bytes()
    office = office_in(home)
    (finding,) = (each for each in examine(office) if each.path == "register.json")
    assert "of daily-2026-04-20.zip is put in its place" in finding.remedy
    assert any("of daily-2026-04-20.zip was put in its place" in said for said in mend_all(office))
    assert (home / "register.json").read_bytes() == whole
    assert torn in [each.read_bytes() for each in home.glob("register.json.*")]


def test_a_dated_copy_made_since_the_last_change_is_the_register_that_was_lost(home: Path) -> None:
    adding.add_officer(office_in(home), "Ms T Wren", "Clerk")
    (home / "backups" / "daily-2026-04-20.zip").unlink()
    dated_backup(office_in(home))
    _damaged(home / "register.json")
    office = office_in(home)
    assert "dated copy daily-2026-04-20.zip" in office.notices[0]
    assert any(
        each.name.surname == "Wren" for p in office.register.people.values() for each in p.names
    )


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("left", ["generation", "copy", "nothing"])
def test_nothing_is_written_over_a_damaged_register(
    home: Path, fault: Callable[[Path], None], left: str
) -> None:
    _break(home, fault, left)
    before = _files(home)
    office = office_in(home)
    for deed in (
        lambda: adding.add_committee(office, "Another Committee"),
        lambda: adding.add_officer(office, "Ms T Wren", "Clerk"),
        office.undo_register,
    ):
        with pytest.raises(StorageError, match=r"register\.json"):
            deed()
    assert _files(home) == before


def test_a_register_that_was_mended_is_changed_as_ever(home: Path) -> None:
    _break(home, _damaged, "generation")
    office = office_in(home)
    assert any("put in its place" in said for said in mend_all(office))
    adding.add_committee(office, "Another Committee")
    mended = office_in(home)
    assert mended.notices == ()
    assert {body.name for body in mended.register.committees.values()} == {
        COMMITTEE,
        "Another Committee",
    }


def _break(home: Path, fault: Callable[[Path], None], left: str) -> None:
    register = home / "register.json"
    fault(register)
    if left != "generation":
        fault(atomic.previous(register))
    if left == "nothing":
        for copy in (home / "backups").iterdir():
            copy.unlink()


def _shown(office: Office) -> list[str]:
    return [line.text for line in _desk(office, APRIL.isoformat()).record("full").lines]


def _desk(office: Office, day: str) -> MeetingDesk:
    return MeetingDesk(office, find_meeting(office, day), lock=False)


def _files(home: Path) -> dict[str, bytes]:
    """The register with what stands beside it, and the backups."""
    paths = (*home.glob("*.json*"), *(home / "backups").glob("*"))
    return {path.name: path.read_bytes() for path in paths}
