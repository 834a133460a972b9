"""The meetings on disk, in order; one bad file hides no other."""

import datetime as dt
from pathlib import Path

from clerk.errors import DamagedError
from clerk.paths import Home
from clerk.store.files import Stored, write_file
from clerk.store.listing import each_meeting, meeting_files

DAY = dt.date(2026, 9, 3)


def test_meetings_are_in_the_order_in_which_they_were_held(tmp_path: Path) -> None:
    home = Home(tmp_path)
    held = [
        home.meeting_file("cabinet", dt.date(2026, 7, 2)),
        home.meeting_file("cabinet", DAY),
        home.meeting_file("cabinet", DAY, 2),
        home.meeting_file("cabinet", DAY, 10),
        home.meeting_file("planning", dt.date(2025, 1, 9)),
    ]
    for path in reversed(held):
        _create(path)
    assert meeting_files(home) == held


def test_no_meetings_yet_is_an_empty_list(tmp_path: Path) -> None:
    assert meeting_files(Home(tmp_path / "nowhere")) == []


def test_what_lies_beside_a_meeting_is_no_meeting(tmp_path: Path) -> None:
    home = Home(tmp_path)
    path = home.meeting_file("cabinet", DAY)
    _create(path)
    beside = [
        "2026-09-03.json.prev",
        "2026-09-03.json.lock",
        ".2026-09-03.json.12-0123abcd.tmp",
        "2026-09-03 (copy).json",
        "2026-09-03-HARBOURNE-7.json",
        "notes.txt",
    ]
    for name in beside:
        (path.parent / name).write_bytes(b"x")
    (home.meetings_dir / "desktop.ini").write_bytes(b"x")
    assert meeting_files(home) == [path]


def test_one_bad_file_never_stops_the_others(tmp_path: Path) -> None:
    home = Home(tmp_path)
    paths = [home.meeting_file("cabinet", DAY, number) for number in (1, 2, 3)]
    for path in paths:
        _create(path)
    paths[1].write_bytes(b"")
    found = dict(each_meeting(home))
    assert list(found) == paths
    assert isinstance(found[paths[1]], DamagedError)
    assert isinstance(found[paths[0]], Stored) and isinstance(found[paths[2]], Stored)


def test_a_meeting_that_was_lost_is_listed_so_that_its_loss_is_said(tmp_path: Path) -> None:
    home = Home(tmp_path)
    path = home.meeting_file("cabinet", DAY)
    _create(path)
    path.replace(path.with_name(f"{path.name}.prev"))
    ((listed, found),) = each_meeting(home)
    assert listed == path
    assert isinstance(found, DamagedError) and "is missing" in str(found)


def _create(path: Path) -> Stored:
    return write_file(path, "meeting", base=None, state={"n": 1}, acts=[], expected=None)
