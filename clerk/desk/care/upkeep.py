"""The care of a data folder: is it sound, mending it, backups of it, and going back to one.

All of it works where the folder cannot be opened, because that is when it is needed: an office
is handed in that need not have been opened.
"""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, suppress
from functools import partial
from pathlib import Path

import msgspec

from clerk.desk.astray import rehouse
from clerk.desk.care.soundness import examine_facts, register_of
from clerk.desk.office import Office
from clerk.errors import InputError, StorageError
from clerk.paths import Home
from clerk.store import atomic, doctor, mend, restore
from clerk.store.archive import Archive, open_archive
from clerk.store.backup import Manifest, backed_up, backup, contents
from clerk.store.doctor import Finding
from clerk.store.restore import Compared, Plan
from clerk.store.together import finish_interrupted

KEPT_BACKUPS = 14
"""Dated backups that stay: two weeks, in which a loss is noticed."""


class BackedUp(msgspec.Struct, frozen=True, kw_only=True):
    """A backup that was read back: where it is, its size in bytes, and what it holds."""

    path: Path
    size: int
    manifest: Manifest

    @property
    def unsound(self) -> tuple[str, ...]:
        """The files that were damaged already, and are in it as they are."""
        return tuple(item.path for item in self.manifest.files if not item.sound)


class Restored(msgspec.Struct, frozen=True, kw_only=True):
    """What a restore did; `before` is the backup that takes it back, None of an empty folder."""

    plan: Plan
    before: Path | None


# --- sound or not -----------------------------------------------------------------------------


def examine(office: Office) -> tuple[Finding, ...]:
    """Everything in the folder, file by file; nothing is changed, and no bad file stops another."""
    files = [*doctor.examine(office.home, office.where)]
    try:
        facts = [*examine_facts(office.home)]
    except StorageError as error:
        facts = [Finding(path="meetings", state="fault", said=str(error))]
    wrong = {finding.path for finding in facts}
    stands = [each for each in files if each.state != "sound" or each.path not in wrong]
    return (*stands, *facts)


def mend_all(office: Office) -> Iterator[str]:
    """Mends what `examine` says can be mended; says each thing that was done or refused."""
    lock = partial(_lock, office)
    yield from mend.mend(office.home, office.where, lock, office.now())
    register = register_of(office.home)
    if register is not None:
        yield from rehouse(office.home, register, lock)


# --- backups ----------------------------------------------------------------------------------


def backup_to(office: Office, target: Path | None) -> BackedUp:
    """Everything as one file, read back; in the folder's backups where no target is named.

    Raises StorageError; then there is no file of that name.
    """
    office.finish_interrupted()
    if not office.home.root.is_dir():
        raise InputError(f"There is no data folder at {office.home.root}: nothing was backed up.")
    path = backup(office.home, target or _free(office, "clerk"), office.now())
    return BackedUp(path=path, size=path.stat().st_size, manifest=contents(path))


def dated_backup(office: Office, kept: int = KEPT_BACKUPS) -> Path | None:
    """Today's backup, where there is none yet and anything to back up; else None.

    To be asked before the first change of a day: a look at one name where today's is there. It
    and those before it stay, `kept` in all; older ones go only once it has been read back and all
    in it is sound, so that damage that nobody has noticed never takes the last good copy. Raises
    StorageError.
    """
    home = office.home
    path = home.backups_dir / f"daily-{office.today.isoformat()}.zip"
    if path.exists() or not backed_up(home):
        return None
    try:
        backup(home, path, office.now())
    except StorageError:
        if path.exists():  # another session was quicker
            return None
        raise
    if all(item.sound for item in contents(path).files):
        _drop_oldest(home, path, kept)
    return path


# --- going back -------------------------------------------------------------------------------


def compare(
    office: Office, file: Path, only: Sequence[str] = ()
) -> tuple[Manifest, tuple[Compared, ...]]:
    """What the backup holds, and each file against what stands here.

    With `only`, parts of names such as "cabinet/2026-11-30", the files that have one in theirs.
    Raises StorageError, and InputError where a part is in no name.
    """
    with open_archive(file) as archive:
        return archive.manifest, _compared(office, archive, only)


def restore_from(
    office: Office,
    file: Path,
    *,
    overwrite_newer: bool = False,
    exactly: bool = False,
    only: Sequence[str] = (),
) -> Restored:
    """Puts the backup's files in place as one change, after a backup of what stands now.

    What is newer here stays without `overwrite_newer`; what is only here stays without `exactly`,
    with which it is put aside; `only` as for `compare`. Raises StorageError, InputError; then no
    file has changed.
    """

    def planned() -> Plan:
        return restore.planned(
            _compared(office, archive, only), overwrite_newer=overwrite_newer, exactly=exactly
        )

    with open_archive(file) as archive, ExitStack() as held:
        office.prepare()
        held.enter_context(office.register_lock())
        finish_interrupted(office.home)
        plan = planned()
        for path in restore.locked(office.home, plan):
            held.enter_context(office.meeting_lock(path))
        # Again under the locks: what was saved between the two looks is not to be lost.
        plan = planned()
        if not plan.changes:
            return Restored(plan=plan, before=None)
        before = _backup_before(office)
        restore.put_in_place(office.home, archive, plan, office.now())
        return Restored(plan=plan, before=before)


# --- within -----------------------------------------------------------------------------------


def _lock(office: Office, path: Path) -> AbstractContextManager[object]:
    return office.register_lock() if path == office.home.register else office.meeting_lock(path)


def _free(office: Office, what: str) -> Path:
    """A name among the folder's backups that says what it is and when, and is not taken yet."""
    stem = f"{what}-{office.now():%Y-%m-%d-%H%M%S}"
    folder = office.home.backups_dir
    names = (f"{stem}.zip", *(f"{stem}-{number}.zip" for number in range(2, 100)))
    return folder / next((name for name in names if not (folder / name).exists()), names[0])


def _drop_oldest(home: Home, today: Path, kept: int) -> None:
    """Of the copies up to today's `kept` stay, and of those of days to come as many.

    The clock is wrong now, or was: either kind may be the good ones, and today's must be no older
    than one that a wrong clock has dated next year.
    """
    dated = sorted(home.backups_dir.glob("daily-????-??-??.zip"), reverse=True)
    to_come = [path for path in dated if path.name > today.name]
    for old in (*to_come[kept:], *dated[len(to_come) :][kept:]):
        with suppress(OSError):  # it goes another day
            atomic.delete(old)


def _compared(office: Office, archive: Archive, only: Sequence[str]) -> tuple[Compared, ...]:
    compared = restore.compare(office.home, archive)
    for words in only:
        if not any(words in each.path for each in compared):
            raise InputError(f"No file here or in the backup is called “{words}”.")
    return tuple(each for each in compared if not only or any(words in each.path for words in only))


def _backup_before(office: Office) -> Path | None:
    if not backed_up(office.home):
        return None
    return backup(office.home, _free(office, "before-restore"), office.now())
