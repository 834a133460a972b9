"""A save that is killed, refused or cut off at any of its steps leaves the old file or the new."""

import errno
import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from clerk.errors import DamagedError, StorageError
from clerk.store import atomic, sealed
from clerk.store.files import Stored, peek, read_file, write_file

OLD: dict[str, Any] = {"title": "Verges", "minutes": ["A" * 400, "kept as it was"]}
NEW: dict[str, Any] = {"title": "Verges", "minutes": ["B" * 150]}
"""Shorter than the old: a save that wrote in place would leave a tail of the old behind it."""
REFUSALS = [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO, errno.EMLINK]


def test_a_kill_at_any_step_leaves_the_old_minutes_or_the_new(
    faults: Any, folders: Iterator[Path], tally: Callable[[int], None]
) -> None:
    for manner in ("before", "half", "after"):
        for number in itertools.count():
            old = _two_generations(next(folders) / "meeting.json")
            with faults.at(number, manner):
                _save(old, NEW)
            found = read_file(old.path, "meeting")
            assert found.state in (OLD, NEW)
            _assert_work_goes_on(found)
            if not faults.met:
                break
    tally(faults.tried)


def test_a_kill_while_a_file_is_created_leaves_none_or_a_whole_one(
    faults: Any, folders: Iterator[Path], tally: Callable[[int], None]
) -> None:
    for manner in ("before", "half", "after"):
        for number in itertools.count():
            path = next(folders) / "meetings" / "cabinet" / "2026-09-03.json"
            with faults.at(number, manner):
                _create(path, NEW)
            if path.exists():
                assert read_file(path, "meeting").state == NEW
            else:
                _create(path, NEW)
            if not faults.met:
                break
    tally(faults.tried)


def test_a_power_cut_tears_what_was_not_synced_and_undoes_what_was_not_made_lasting(
    faults: Any, folders: Iterator[Path], tally: Callable[[int], None]
) -> None:
    tried = 0
    for number, renames in itertools.product(range(40), range(4)):
        old = _two_generations(next(folders) / "meeting.json")
        with faults.at(number, "after"):
            _save(old, NEW)
        if faults.power_cut(renames):
            tried += 1
            state = read_file(old.path, "meeting").state
            assert state in (OLD, NEW)
            assert faults.met or state == NEW, "a save that was acknowledged was lost"
    tally(tried)


@pytest.mark.parametrize("lasting", [False, True])
@pytest.mark.parametrize("refusal", REFUSALS, ids=errno.errorcode.get)
def test_a_save_that_the_system_refuses_says_so_and_leaves_the_old_bytes(
    faults: Any,
    folders: Iterator[Path],
    tally: Callable[[int], None],
    refusal: int,
    lasting: bool,
) -> None:
    for number in itertools.count():
        old = _two_generations(next(folders) / "meeting.json")
        before = old.path.read_bytes()
        said = ""
        with faults.at(number, refusal, lasting=lasting):
            try:
                _save(old, NEW)
            except StorageError as error:
                said = str(error)
        if said:
            assert old.path.read_bytes() == before
            assert str(old.path) in said
            assert _save(old, NEW).generation == 3, "the next save writes it all"
        assert read_file(old.path, "meeting").state == NEW
        assert lasting or not list(old.path.parent.glob(".*.tmp"))
        if not faults.met:
            break
    tally(faults.tried)


@pytest.mark.parametrize("refusal", REFUSALS, ids=errno.errorcode.get)
def test_a_file_that_cannot_be_created_is_not_half_there(
    faults: Any, folders: Iterator[Path], tally: Callable[[int], None], refusal: int
) -> None:
    for number in itertools.count():
        path = next(folders) / "meetings" / "cabinet" / "2026-09-03.json"
        refused = False
        with faults.at(number, refusal):
            try:
                _create(path, NEW)
            except StorageError:
                refused = True
        assert path.exists() is not refused
        if refused:
            _create(path, NEW)
        assert read_file(path, "meeting").state == NEW
        if not faults.met:
            break
    tally(faults.tried)


def test_a_file_cut_off_at_any_length_is_damaged_and_never_a_shorter_meeting(
    tmp_path: Path, tally: Callable[[int], None]
) -> None:
    old = _two_generations(tmp_path / "meeting.json")
    whole = old.path.read_bytes()
    for length in range(len(whole)):
        old.path.write_bytes(whole[:length])
        with pytest.raises(DamagedError, match=r"generation before it is sound"):
            read_file(old.path, "meeting")
        with pytest.raises(StorageError):
            _save(old, NEW)
        assert old.path.read_bytes() == whole[:length], "a damaged file is evidence: leave it"
    tally(2 * len(whole))


def test_a_changed_byte_anywhere_is_noticed(tmp_path: Path, tally: Callable[[int], None]) -> None:
    old = _two_generations(tmp_path / "meeting.json")
    whole = old.path.read_bytes()
    tried = 0
    for position, bit in itertools.product(range(len(whole)), (0, 5)):
        flipped = bytearray(whole)
        flipped[position] ^= 1 << bit
        old.path.write_bytes(flipped)
        with pytest.raises(DamagedError):
            read_file(old.path, "meeting")
        tried += 1
    tally(tried)


def test_bytes_of_nothing_at_the_end_or_in_the_middle_are_noticed(
    tmp_path: Path, tally: Callable[[int], None]
) -> None:
    old = _two_generations(tmp_path / "meeting.json")
    whole = old.path.read_bytes()
    torn = [
        whole + b"\0" * 512,
        whole + b"\n",
        whole[:200] + b"\0" * 100 + whole[300:],
        b"\0" * 900,
    ]
    for content in torn:
        old.path.write_bytes(content)
        with pytest.raises(DamagedError):
            read_file(old.path, "meeting")
    tally(len(torn))


def _two_generations(path: Path) -> Stored:
    return _save(_create(path, {"title": "Verges"}), OLD)


def _create(path: Path, state: dict[str, Any]) -> Stored:
    return write_file(path, "meeting", base=None, state=state, acts=[{"n": 1}], expected=None)


def _save(old: Stored, state: dict[str, Any]) -> Stored:
    before = read_file(old.path, old.kind).acts
    acts = [*before, {"n": len(before) + 1}]
    return write_file(old.path, old.kind, base=None, state=state, acts=acts, expected=old)


def _assert_work_goes_on(found: Stored) -> None:
    """After a kill the next session saves, and keeps a sound generation behind it."""
    later = _save(found, {"title": "Later"})
    assert peek(found.path) == later.header
    header = sealed.proved(atomic.previous(found.path).read_bytes())
    assert header == found.header
