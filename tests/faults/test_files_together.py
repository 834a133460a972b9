"""A change to several files is made in all of them or in none, wherever it is cut short."""

import errno
import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from clerk.errors import StorageError
from clerk.paths import Home
from clerk.store.files import Stored, is_stored, peek, read_file, write_file
from clerk.store.together import Change, finish_interrupted, is_interrupted, write_together

OLD, NEW = {"said": "before" * 40}, {"said": "after"}
REFUSALS = [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO]


def test_a_kill_at_any_step_of_a_change_is_completed_or_never_happened(
    faults: Any, folders: Iterator[Path], tally: Callable[[int], None]
) -> None:
    for manner in ("before", "half", "after"):
        for number in itertools.count():
            home, changes = _council(next(folders))
            with faults.at(number, manner):
                write_together(home, changes)
            said = finish_interrupted(home)
            outcome = _outcome(home, changes)
            assert outcome in ("old", "new")
            assert not said or outcome == "new", said
            assert not list(home.journal_dir.glob("*.intent"))
            if not faults.met:
                assert outcome == "new"
                break
    tally(faults.tried)


def test_a_kill_while_an_interrupted_change_is_completed_loses_nothing_either(
    faults: Any, folders: Iterator[Path], tally: Callable[[int], None]
) -> None:
    for manner in ("before", "half", "after"):
        for number in itertools.count():
            home, changes = _council(next(folders))
            _cut_short(faults, home, changes)
            with faults.at(number, manner):
                finish_interrupted(home)
            finish_interrupted(home)
            assert _outcome(home, changes) == "new"
            if not faults.met:
                break
    tally(faults.tried)


@pytest.mark.parametrize("lasting", [False, True])
@pytest.mark.parametrize("refusal", REFUSALS, ids=errno.errorcode.get)
def test_a_change_that_the_system_refuses_changes_no_file(
    faults: Any,
    folders: Iterator[Path],
    tally: Callable[[int], None],
    refusal: int,
    lasting: bool,
) -> None:
    for number in itertools.count():
        home, changes = _council(next(folders))
        said = ""
        with faults.at(number, refusal, lasting=lasting):
            try:
                write_together(home, changes)
            except StorageError as error:
                said = str(error)
        waits = "will be completed" in said
        promised = "old" if said and not waits else "new"
        assert waits or _outcome(home, changes) == promised
        finish_interrupted(home)
        assert _outcome(home, changes) == promised, "opening again must not change what was said"
        if not faults.met:
            break
    tally(faults.tried)


def test_an_intent_waits_while_the_disk_refuses_it(faults: Any, tmp_path: Path) -> None:
    home, changes = _council(tmp_path)
    assert not is_interrupted(home)
    _cut_short(faults, home, changes)
    assert is_interrupted(home)
    with faults.at(0, errno.ENOSPC, lasting=True):
        (said,) = finish_interrupted(home)
    assert "still waits" in said and "disk is full" in said
    (said,) = finish_interrupted(home)
    assert "was completed: register.json, meetings/cabinet/2026-09-03.json" in said
    assert finish_interrupted(home) == ()


def test_an_intent_is_set_aside_where_a_colleague_has_gone_on_working(
    faults: Any, tmp_path: Path
) -> None:
    home, changes = _council(tmp_path)
    _cut_short(faults, home, changes)
    register = changes[0].expected
    assert register is not None
    theirs = _save(register, {"said": "by a colleague"})
    (said,) = finish_interrupted(home)
    assert "register.json has changed since" in said and ".set-aside" in said
    assert peek(home.register) == theirs.header
    assert len(list(home.journal_dir.glob("*.set-aside"))) == 1
    assert finish_interrupted(home) == ()


def test_a_damaged_intent_changes_nothing_and_is_kept(
    faults: Any, tmp_path: Path, tally: Callable[[int], None]
) -> None:
    home, changes = _council(tmp_path)
    _cut_short(faults, home, changes)
    (intent,) = home.journal_dir.glob("*.intent")
    whole = intent.read_bytes()
    lengths = range(0, len(whole), 7)
    for length in lengths:
        intent.write_bytes(whole[:length])
        (said,) = finish_interrupted(home)
        assert "cannot be completed" in said
        assert _outcome(home, changes) == "old"
    tally(len(lengths))


def _council(root: Path) -> tuple[Home, list[Change]]:
    """A register and a meeting to be changed, and a second meeting to be made, in one change."""
    home = Home(root)
    register = _create(home.register, "register")
    meeting = _create(home.meetings_dir / "cabinet" / "2026-09-03.json", "meeting")
    made = home.meetings_dir / "cabinet" / "2026-10-01.json"
    return home, [
        _change(home.register, "register", register),
        _change(meeting.path, "meeting", meeting),
        _change(made, "meeting", None),
    ]


def _change(path: Path, kind: str, expected: Stored | None) -> Change:
    return Change(path=path, kind=kind, base=None, state=NEW, acts=({"n": 1},), expected=expected)


def _create(path: Path, kind: str) -> Stored:
    return write_file(path, kind, base=None, state=OLD, acts=[], expected=None)


def _save(old: Stored, state: dict[str, Any]) -> Stored:
    return write_file(old.path, old.kind, base=None, state=state, acts=[], expected=old)


def _cut_short(faults: Any, home: Home, changes: list[Change]) -> None:
    """Kills the change as soon as its intent is on disk."""
    for number in itertools.count():
        with faults.at(number, "before"):
            write_together(home, changes)
        if list(home.journal_dir.glob("*.intent")):
            return


def _outcome(home: Home, changes: list[Change]) -> str:
    """ "old" or "new" where all files agree; what they are where they do not."""
    found = [
        read_file(each.path, each.kind).state if is_stored(each.path) else None for each in changes
    ]
    if found == [NEW, NEW, NEW]:
        return "new"
    return "old" if found == [OLD, OLD, None] else f"{home.root}: {found}"
