"""The doctor says of every file whether it is sound; mending loses nothing that anybody wrote."""

import datetime as dt
import json
import os
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from clerk.errors import DamagedError
from clerk.paths import Home
from clerk.store.atomic import previous
from clerk.store.doctor import Finding, examine
from clerk.store.files import Stored, read_file, write_file
from clerk.store.journal import Began, Journal, Stroke
from clerk.store.lock import MeetingLock
from clerk.store.looking import original_of
from clerk.store.mend import mend

NOW = dt.datetime(2026, 11, 22, 1, 45, 0, tzinfo=dt.UTC)
HERE = "clerk-pc"
STAMP = "2026-11-22-014500"


def test_a_sound_folder_has_no_fault_and_mending_it_does_nothing(tmp_path: Path) -> None:
    home = _council(tmp_path)
    before = _content(home)
    assert {finding.path: finding.said for finding in examine(home, HERE)} == {
        "register.json": "is sound, generation 2",
        "meetings/cabinet/2026-09-03.json": "is sound, generation 2",
        "meetings/cabinet/2026-10-01.json": "is sound, generation 2",
    }
    assert _mend(home) == []
    assert _content(home) == before


@pytest.mark.parametrize(
    ("damage", "word", "said"),
    [
        (b"", "damaged", "is empty"),
        (b"half a meet", "damaged", "does not begin as a file of Clerk's"),
        (None, "", "is missing"),
        ("an edit", "edited", "edited by hand, or damaged"),
        ("another kind", "damaged", "is a register and not a meeting"),
    ],
)
def test_the_last_good_generation_takes_the_place_of_a_bad_file_which_is_kept(
    tmp_path: Path, damage: bytes | str | None, word: str, said: str
) -> None:
    home = _council(tmp_path)
    path = _meeting(home, 3)
    _damage(home, path, damage)
    bad = path.read_bytes() if path.exists() else None
    (fault,) = _faults(home)
    assert fault.path == "meetings/cabinet/2026-09-03.json" and said in fault.said
    assert "generation 1 is put in its place" in fault.remedy
    assert ("--accept" in fault.advice) == (word == "edited")
    (done,) = _mend(home)
    assert "generation 1 was put in its place" in done
    assert read_file(path, "meeting").state == {"n": 1}
    assert previous(path).read_bytes() == path.read_bytes()
    if bad is not None:
        assert path.with_name(f"{path.name}.{word}-{STAMP}").read_bytes() == bad
    assert not _faults(home)


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_link_whose_disk_is_not_there_is_no_lost_file_and_is_left_alone(tmp_path: Path) -> None:
    """Else an older generation takes its place, and the disk comes back to nobody."""
    home = _council(tmp_path)
    path, disk = _meeting(home, 3), tmp_path / "stick"
    disk.mkdir()
    path.rename(disk / path.name)
    path.symlink_to(disk / path.name)
    assert not _faults(home)
    disk.rename(tmp_path / "away")
    (fault,) = _faults(home)
    assert f"is a link to {disk / path.name}, which is not there" in fault.said
    assert (fault.remedy, _mend(home)) == ("", [])
    with pytest.raises(DamagedError, match="look whether that disk or folder is there"):
        read_file(path, "meeting")
    (tmp_path / "away").rename(disk)
    assert not _faults(home)


def test_one_bad_file_and_one_unreadable_folder_stop_no_other(tmp_path: Path) -> None:
    home = _council(tmp_path)
    _meeting(home, 3).write_bytes(b"x")
    previous(_meeting(home, 3)).write_bytes(b"x")
    home.register.write_bytes(b"y")
    home.papers_dir.write_bytes(b"no folder at all")
    faults = {fault.path: fault for fault in _faults(home)}
    assert set(faults) == {"register.json", "meetings/cabinet/2026-09-03.json", "papers"}
    assert faults["meetings/cabinet/2026-09-03.json"].remedy == ""
    assert "clerk restore" in faults["meetings/cabinet/2026-09-03.json"].advice
    _mend(home)
    assert read_file(home.register, "register").generation == 1
    assert _meeting(home, 3).read_bytes() == b"x", "what has no sound generation is left alone"
    assert {fault.path for fault in _faults(home)} == set(faults) - {"register.json"}


def test_a_damaged_generation_before_a_sound_file_is_put_aside(tmp_path: Path) -> None:
    home = _council(tmp_path)
    path = _meeting(home, 3)
    previous(path).write_bytes(b"torn")
    (fault,) = _faults(home)
    assert "is sound, and the generation before it does not begin" in fault.said
    _mend(home)
    assert not previous(path).exists()
    assert path.with_name(f"{path.name}.prev.damaged-{STAMP}").read_bytes() == b"torn"
    assert read_file(path, "meeting").generation == 2


def test_mending_twice_in_a_second_keeps_both_damaged_files(tmp_path: Path) -> None:
    home = _council(tmp_path)
    for content in (b"one", b"two", b"one"):
        _meeting(home, 3).write_bytes(content)
        _mend(home)
    kept = sorted(path.name for path in _meeting(home, 3).parent.glob("*.damaged-*"))
    assert kept == [f"2026-09-03.json.damaged-{STAMP}", f"2026-09-03.json.damaged-{STAMP}-2"]


def test_the_lock_and_the_temporary_file_of_a_killed_program_are_cleared(tmp_path: Path) -> None:
    home = _council(tmp_path)
    folder = _meeting(home, 3).parent
    dead = {"who": "Jo", "where": HERE, "pid": 2**22 + 7, "since": NOW.isoformat()}
    (folder / "2026-09-03.json.lock").write_text(json.dumps(dead), encoding="utf-8")
    (folder / ".2026-09-03.json.4194311-00aa11bb.tmp").write_bytes(b"half")
    assert [fault.said.split(",")[0][:20] for fault in _faults(home)] == [
        "is a temporary file ",
        "is a lock left by Jo",
    ]
    assert len(_mend(home)) == 2
    assert not _faults(home)


def test_the_lock_of_a_living_program_or_of_another_machine_is_left_alone(tmp_path: Path) -> None:
    home = _council(tmp_path)
    theirs = {"who": "Jo", "where": "other-pc", "pid": 1, "since": NOW.isoformat()}
    other = _meeting(home, 3).with_name("2026-09-03.json.lock")
    other.write_text(json.dumps(theirs), encoding="utf-8")
    with _lock(_meeting(home, 1, 10)):
        notes = [each for each in examine(home, HERE) if each.state == "note"]
        assert len(notes) == 2 and not _faults(home)
        assert _mend(home) == []
        assert other.exists()


def test_a_meeting_that_is_open_elsewhere_is_not_mended_under_their_hands(tmp_path: Path) -> None:
    home = _council(tmp_path)
    path = _meeting(home, 3)
    path.write_bytes(b"x")
    with _lock(path):
        (said,) = _mend(home)
    assert "is open with" in said and path.read_bytes() == b"x"


@pytest.mark.parametrize(
    "name",
    [
        "2026-09-03-LAPTOP.json",
        "2026-09-03 (Jo's conflicted copy 2026-09-04).json",
        "2026-09-03 (1).json",
        "2026-09-03 - Copy.json",
        "2026-09-03.sync-conflict-20260904-101112-ABCDEFG.json",
    ],
)
def test_a_copy_that_a_sync_service_made_is_named_and_never_touched(
    tmp_path: Path, name: str
) -> None:
    home = _council(tmp_path)
    copy = _meeting(home, 3).with_name(name)
    copy.write_bytes(previous(_meeting(home, 3)).read_bytes())
    (fault,) = _faults(home)
    assert fault.path == f"meetings/cabinet/{name}"
    assert "a copy of 2026-09-03.json" in fault.said
    assert "it is generation 1, and 2026-09-03.json is 2" in fault.said
    typed = f'"{copy}"' if " " in name else copy
    assert f"--accept {typed}`" in fault.advice, "a shell takes it as one word"
    assert _mend(home) == [] and copy.exists()
    assert original_of(copy) == _meeting(home, 3)


def test_files_that_are_none_of_clerks_are_not_spoken_of(tmp_path: Path) -> None:
    home = _council(tmp_path)
    for name in ("desktop.ini", "minutes of 3 Sept.docx", "registered.json", "cache"):
        (home.root / name).write_text("{}", encoding="utf-8")
        (_meeting(home, 3).parent / name).write_text("{}", encoding="utf-8")
    assert not [each for each in examine(home, HERE) if each.state != "sound"]


def test_a_file_of_a_newer_format_is_a_finding_and_is_left_alone(tmp_path: Path) -> None:
    from clerk.store import sealed

    home = _council(tmp_path)
    content = _meeting(home, 3).read_bytes()
    assert sealed.proved(content).generation == 2
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sealed, "FORMAT", 2)
        _, newer = sealed.seal(sealed.body_of(content), "meeting", 3)
    _meeting(home, 3).write_bytes(newer)
    (fault,) = _faults(home)
    assert "newer format 2" in fault.said and not fault.remedy
    assert _mend(home) == [] and _meeting(home, 3).read_bytes() == newer


def test_what_was_typed_and_not_saved_is_said_to_wait_in_the_journal(tmp_path: Path) -> None:
    home = _council(tmp_path)
    journal = Journal(home.journal_dir / "m1.keys")
    stroke = Stroke(minute="a", at=0, removed=0, inserted="That", cursor=4)
    journal.write(Began(minute="a", text=""), stroke)
    journal.close()
    (note,) = [each for each in examine(home, HERE) if each.state == "note"]
    assert note.path == "journal/m1.keys" and "typed and not saved" in note.said


def _faults(home: Home) -> list[Finding]:
    return [finding for finding in examine(home, HERE) if finding.state == "fault"]


def _mend(home: Home) -> list[str]:
    return list(mend(home, HERE, _lock, NOW))


def _lock(path: Path) -> AbstractContextManager[object]:
    return MeetingLock(path, "Sam", HERE, NOW)


def _damage(home: Home, path: Path, damage: bytes | str | None) -> None:
    if damage is None:
        path.unlink()
    elif isinstance(damage, bytes):
        path.write_bytes(damage)
    elif damage == "an edit":
        found = json.loads(path.read_text(encoding="utf-8"))
        found["state"]["1"]["n"] = "by hand"
        path.write_text(json.dumps(found, indent=4), encoding="utf-8")
    else:
        path.write_bytes(home.register.read_bytes())


def _meeting(home: Home, day: int, month: int = 9) -> Path:
    return home.meeting_file("cabinet", dt.date(2026, month, day))


def _content(home: Home) -> dict[str, bytes]:
    return {os.fspath(path): path.read_bytes() for path in home.root.rglob("*") if path.is_file()}


def _council(root: Path) -> Home:
    """A register and two meetings, each in its second generation."""
    home = Home(root)
    for path, kind in (
        (home.register, "register"),
        (_meeting(home, 3), "meeting"),
        (_meeting(home, 1, 10), "meeting"),
    ):
        _save(path, kind, 2, _save(path, kind, 1, None))
    return home


def _save(path: Path, kind: str, number: int, old: Stored | None) -> Stored:
    state: dict[str, Any] = {"n": number}
    return write_file(path, kind, base=None, state=state, acts=[], expected=old)
