"""Mending, restoring, backing up and upgrading, killed or refused at any step, lose nothing."""

import datetime as dt
import errno
import itertools
import random
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from clerk.desk.care.accepting import accept
from clerk.desk.care.upkeep import dated_backup
from clerk.desk.office import Office
from clerk.domain.base import DatedText
from clerk.domain.committees import Committee
from clerk.domain.register_acts import CommitteeAdded
from clerk.errors import DamagedError, StorageError
from clerk.paths import Home
from clerk.store import sealed, upgrades
from clerk.store.archive import open_archive
from clerk.store.atomic import previous
from clerk.store.backup import backup
from clerk.store.files import Stored, read_file, write_file
from clerk.store.lock import MeetingLock
from clerk.store.mend import mend
from clerk.store.placing import abandoned
from clerk.store.restore import compare, planned, put_in_place
from clerk.store.sealed import Tables
from clerk.store.together import finish_interrupted
from clerk.store.upgrades import Step, kept_copy

NOW = dt.datetime(2026, 11, 22, 1, 45, 0, tzinfo=dt.UTC)
MANNERS = ("before", "half", "after")
REFUSALS = [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO]
SECOND, THIRD, FOURTH = (f"meetings/cabinet/2026-{m}-03.json" for m in ("09", "10", "11"))
TORN = b"torn by a disk"


def test_a_kill_while_a_file_is_mended_leaves_the_damaged_bytes_and_a_good_generation(
    faults: Any, folders: Iterator[Path], tally: Callable[[int], None]
) -> None:
    for manner in MANNERS:
        for number in itertools.count():
            home = _folder(next(folders))
            path = home.root / SECOND
            path.write_bytes(TORN)
            with faults.at(number, manner):
                _mend(home)
            assert TORN in _everything_in(path.parent), "the damaged bytes are gone"
            assert previous(path).exists(), "the good generation is gone"
            _as_after_the_end_of_the_process(home)
            _mend(home)
            assert read_file(path, "meeting").generation == 1
            assert TORN in _everything_in(path.parent)
            if not faults.met:
                break
    tally(faults.tried)


def test_a_kill_while_an_edited_file_is_accepted_leaves_the_edit_and_the_generation_before(
    faults: Any, folders: Iterator[Path], tally: Callable[[int], None]
) -> None:
    for manner in MANNERS:
        for number in itertools.count():
            home = Home(next(folders))
            office = Office(home, now=lambda: NOW, who="Sam", where="clerk-pc")
            office.prepare()
            for name in ("one", "two"):
                named = (DatedText(on=NOW.date(), text=name.title()),)
                body = Committee(id=name, slug=name, names=named)
                office.do(CommitteeAdded(committee=body), "Added")
            sealed_before = previous(home.register).read_bytes()
            edited = home.register.read_bytes().replace(b'"Two"', b'"Own"')
            home.register.write_bytes(edited)
            with faults.at(number, manner):
                accept(office, home.register)
            assert edited in _everything_in(home.root)
            assert previous(home.register).read_bytes() == sealed_before
            _as_after_the_end_of_the_process(home)
            accept(office, home.register)
            assert '"Own"' in home.register.read_text(encoding="utf-8")
            assert read_file(home.register, "register").generation == 3
            if not faults.met:
                break
    tally(faults.tried)


@pytest.mark.parametrize("refusal", REFUSALS, ids=errno.errorcode.get)
def test_mending_that_the_disk_refuses_says_so_and_loses_nothing(
    faults: Any, folders: Iterator[Path], tally: Callable[[int], None], refusal: int
) -> None:
    for number, lasting in itertools.product(range(40), (False, True)):
        home = _folder(next(folders))
        path = home.root / SECOND
        path.write_bytes(TORN)
        with faults.at(number, refusal, lasting=lasting):
            _mend(home)
        assert TORN in _everything_in(path.parent)
        assert previous(path).exists()
        _mend(home)
        assert read_file(path, "meeting").generation == 1
    tally(faults.tried)


def test_a_kill_at_any_step_of_a_restore_is_finished_on_opening_or_never_happened(
    faults: Any, folders: Iterator[Path], tally: Callable[[int], None]
) -> None:
    for manner in MANNERS:
        for number in itertools.count():
            home, archive = _to_be_restored(next(folders))
            before = _standing(home)
            with faults.at(number, manner):
                _restore(home, archive)
            said = finish_interrupted(home)
            after = _standing(home)
            assert after in (before, _wanted(archive)), number
            assert after != before or not said
            assert TORN in _everything_in(home.meetings_dir / "cabinet")
            _mend(home)
            assert not list(home.journal_dir.glob("*.intent")) and not abandoned(home)
            if not faults.met:
                assert after == _wanted(archive)
                break
    tally(faults.tried)


def test_a_kill_while_an_interrupted_restore_is_finished_loses_nothing_either(
    faults: Any, folders: Iterator[Path], tally: Callable[[int], None]
) -> None:
    begun = _steps_to_the_intent(faults, folders)
    for manner in MANNERS:
        for number in itertools.count():
            home, archive = _to_be_restored(next(folders))
            with faults.at(begun, "before"):
                _restore(home, archive)
            with faults.at(number, manner):
                finish_interrupted(home)
            finish_interrupted(home)
            assert _standing(home) == _wanted(archive)
            assert TORN in _everything_in(home.meetings_dir / "cabinet")
            if not faults.met:
                break
    tally(faults.tried)


@pytest.mark.parametrize("lasting", [False, True])
@pytest.mark.parametrize("refusal", REFUSALS, ids=errno.errorcode.get)
def test_a_restore_that_the_disk_refuses_changes_no_file(
    faults: Any,
    folders: Iterator[Path],
    tally: Callable[[int], None],
    refusal: int,
    lasting: bool,
) -> None:
    for number in itertools.count():
        home, archive = _to_be_restored(next(folders))
        before, said = _standing(home), ""
        with faults.at(number, refusal, lasting=lasting):
            try:
                _restore(home, archive)
            except StorageError as error:
                said = str(error)
        waits = "will be completed" in said
        promised = before if said and not waits else _wanted(archive)
        assert waits or _standing(home) == promised, said
        finish_interrupted(home)
        assert _standing(home) == promised, "opening again must not change what was said"
        if not faults.met:
            break
    tally(faults.tried)


def test_an_interrupted_restore_is_set_aside_where_a_colleague_has_gone_on_working(
    faults: Any, folders: Iterator[Path]
) -> None:
    home, _ = _cut_short(faults, folders)
    (home.root / THIRD).write_bytes((home.root / SECOND).read_bytes())
    before = _standing(home)
    (said,) = finish_interrupted(home)
    assert "has changed since" in said and "set-aside" in said
    assert _standing(home) == before and finish_interrupted(home) == ()
    assert list(home.journal_dir.glob("*.staged")), "what would have been written is kept"


def test_staged_content_that_was_damaged_meanwhile_is_put_nowhere(
    faults: Any, folders: Iterator[Path]
) -> None:
    home, _ = _cut_short(faults, folders)
    (staged,) = home.journal_dir.glob("*.staged")
    (staged / "1").write_bytes(b"flipped")
    before = _standing(home)
    (said,) = finish_interrupted(home)
    assert "is damaged" in said and _standing(home) == before


def test_an_archive_cut_off_or_flipped_anywhere_is_refused_or_reads_as_it_was(
    tmp_path: Path, tally: Callable[[int], None]
) -> None:
    home = _folder(tmp_path / "home")
    whole = backup(home, tmp_path / "all.zip", NOW).read_bytes()
    bad, contents, random_bits = tmp_path / "bad.zip", _standing(home), random.Random(1)
    flips = [(at, random_bits.randrange(8)) for at in range(len(whole))]
    for length in range(len(whole)):
        bad.write_bytes(whole[:length])
        with pytest.raises(DamagedError), open_archive(bad):
            pass
    for at, bit in flips:
        flipped = bytearray(whole)
        flipped[at] ^= 1 << bit
        bad.write_bytes(flipped)
        try:
            with open_archive(bad) as opened:
                read = {item.path: opened.read(item) for item in opened.manifest.files}
        except DamagedError:
            continue
        assert read == contents
    tally(len(whole) + len(flips))


def test_a_dated_backup_that_the_disk_refuses_leaves_the_older_ones(
    faults: Any, folders: Iterator[Path], tally: Callable[[int], None]
) -> None:
    for number, refusal in itertools.product(range(30), REFUSALS):
        home = _folder(next(folders))
        day = NOW - dt.timedelta(days=1)
        older = dated_backup(Office(home, now=lambda day=day: day))  # type: ignore[misc]
        assert older is not None
        made = None
        with faults.at(number, refusal, lasting=True):
            try:
                made = dated_backup(Office(home, now=lambda: NOW), kept=1)
            except StorageError as error:
                assert "No backup made" in str(error)
        kept = [*home.backups_dir.glob("daily-*.zip")]
        assert kept and (made is None or made in kept)
        for each in kept:
            with open_archive(each) as opened:
                assert len(opened.manifest.files) == 4
    tally(faults.tried)


def test_a_kill_during_a_dated_backup_leaves_no_half_of_one(
    faults: Any, folders: Iterator[Path], tally: Callable[[int], None]
) -> None:
    for manner in MANNERS:
        for number in itertools.count():
            home = _folder(next(folders))
            with faults.at(number, manner):
                dated_backup(Office(home, now=lambda: NOW))
            for each in home.backups_dir.glob("daily-*.zip"):
                assert zipfile.ZipFile(each).testzip() is None
            dated_backup(Office(home, now=lambda: NOW))
            assert len([*home.backups_dir.glob("daily-*.zip")]) == 1
            if not faults.met:
                break
    tally(faults.tried)


def test_a_kill_at_the_first_save_of_an_older_file_leaves_it_or_the_new_one_and_its_copy(
    faults: Any,
    folders: Iterator[Path],
    tally: Callable[[int], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(upgrades, "STEPS", {"meeting": (Step(before=0, change=_as_it_is),)})
    for manner in MANNERS:
        for number in itertools.count():
            path = next(folders) / "2026-09-03.json"
            path.parent.mkdir(parents=True)
            old = _of_format_0()
            path.write_bytes(old)
            with faults.at(number, manner):
                _save(path, "meeting", 2, read_file(path, "meeting"))
            found = read_file(path, "meeting")
            assert (found.format, found.state) in ((0, {"n": 1}), (1, {"n": 2}))
            kept = kept_copy(path, 0)
            assert found.format == 0 or kept.read_bytes() == old
            _save(path, "meeting", 3, found)
            assert kept.read_bytes() == old
            if not faults.met:
                break
    tally(faults.tried)


def _folder(root: Path) -> Home:
    """A register and three meetings, each in its second generation."""
    home = Home(root)
    _save(home.register, "register", 2, _save(home.register, "register", 1, None))
    for name in (SECOND, THIRD, FOURTH):
        path = home.root / name
        _save(path, "meeting", 2, _save(path, "meeting", 1, None))
    return home


def _to_be_restored(root: Path) -> tuple[Home, Path]:
    """One meeting is torn, one went on, one is gone, since the backup; the register is older."""
    home = _folder(root)
    archive = backup(home, root / "all.zip", NOW)
    (home.root / SECOND).write_bytes(TORN)
    previous(home.root / SECOND).unlink()
    _save(home.root / THIRD, "meeting", 3, read_file(home.root / THIRD, "meeting"))
    (home.root / FOURTH).unlink()
    previous(home.root / FOURTH).unlink()
    previous(home.register).replace(home.register)
    return home, archive


def _restore(home: Home, archive: Path) -> None:
    with open_archive(archive) as opened:
        plan = planned(compare(home, opened), overwrite_newer=True)
        put_in_place(home, opened, plan, NOW)


def _steps_to_the_intent(faults: Any, folders: Iterator[Path]) -> int:
    """After so many steps on the disk the intent of a restore stands, and nothing else is done."""
    for number in itertools.count():
        home, archive = _to_be_restored(next(folders))
        with faults.at(number, "before"):
            _restore(home, archive)
        if list(home.journal_dir.glob("*.intent")):
            return number
    raise AssertionError


def _cut_short(faults: Any, folders: Iterator[Path]) -> tuple[Home, Path]:
    """A restore that was killed as soon as its intent was on disk."""
    begun = _steps_to_the_intent(faults, folders)
    home, archive = _to_be_restored(next(folders))
    with faults.at(begun, "before"):
        _restore(home, archive)
    return home, archive


def _as_after_the_end_of_the_process(home: Home) -> None:
    """This process was not really killed, so that its locks and temporary files look alive."""
    for left in (*home.root.rglob("*.lock"), *home.root.rglob("*.tmp")):
        left.unlink()


def _mend(home: Home) -> list[str]:
    return list(mend(home, "clerk-pc", _lock, NOW))


def _lock(path: Path) -> AbstractContextManager[object]:
    return MeetingLock(path, "Sam", "clerk-pc", NOW)


def _standing(home: Home) -> dict[str, bytes]:
    paths = (home.register, *(home.root / name for name in (SECOND, THIRD, FOURTH)))
    return {
        path.relative_to(home.root).as_posix(): path.read_bytes() for path in paths if path.exists()
    }


def _wanted(archive: Path) -> dict[str, bytes]:
    with open_archive(archive) as opened:
        return {item.path: opened.read(item) for item in opened.manifest.files}


def _everything_in(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.iterdir() if path.is_file()]


def _of_format_0() -> bytes:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sealed, "FORMAT", 0)
        return sealed.seal(sealed.body({"state": {"1": {"n": 1}}, "acts": {}}), "meeting", 1)[1]


def _as_it_is(tables: Tables) -> Tables:
    return tables


def _save(path: Path, kind: str, number: int, old: Stored | None) -> Stored:
    state: dict[str, Any] = {"n": number}
    return write_file(path, kind, base=None, state=state, acts=[], expected=old)
