"""Several files changed as one: an intent on disk first, rolled forward on opening if cut short.

Two sessions must not do this at once: the caller of `write_together` and of `finish_interrupted`
holds the register's lock.
"""

import os
import secrets
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

import msgspec

from clerk.errors import DamagedError, StorageError
from clerk.paths import Home
from clerk.store import atomic, files, placing, sealed
from clerk.store.files import Stored
from clerk.store.naming import name_in
from clerk.store.sealed import Header, Log, Writable
from clerk.store.storage import DurableStorage, Prepared
from clerk.store.trouble import in_words

_KIND = "intent"


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What `write_file` is told of one file; `expected` None creates it."""

    path: Path
    kind: str
    base: Writable | None
    state: Writable | None
    acts: tuple[Writable, ...] | Log
    expected: Stored | None


class _Planned(msgspec.Struct, frozen=True, kw_only=True):
    """One file of an intent, its path from the data folder; `before` is None for a new file."""

    path: str
    before: Header | None
    after: Header
    content: str


def write_together(home: Home, changes: Sequence[Change]) -> tuple[Stored, ...]:
    """All the files as saved, in the order of `changes`; or, with what it raises, none of them.

    Raises as `write_file` does. Where even putting back is refused by the disk, the intent stays
    and the sentence says that the change will be completed on the next opening.
    """
    prepared = [_prepare(change) for change in changes]
    saves = [(durable, save) for durable, save in prepared if save.content != save.before]
    if len(saves) == 1:
        durable, save = saves[0]
        durable.put(save)
    elif saves:
        _put_all(home, saves)
    return tuple(files.stored(save.path, save.header, save.content) for _, save in prepared)


def is_interrupted(home: Home) -> bool:
    """Whether a change was cut short, or is being made now: only then is the lock worth taking."""
    with in_words("Not read", home.journal_dir):
        return any(home.journal_dir.glob("*.intent"))


def finish_interrupted(home: Home) -> tuple[str, ...]:
    """Completes each change that was cut short, and says so; sets aside what no longer fits.

    An intent fits where every file is as it was before it or already as after it. One that the
    disk refuses stays for the next opening.
    """
    with in_words("Not read", home.journal_dir):
        atomic.sweep(home.journal_dir)
        intents = sorted(home.journal_dir.glob("*.intent"))
    return tuple(_finish(home, intent) for intent in intents)


def _prepare(change: Change) -> tuple[DurableStorage, Prepared]:
    return files.prepare(
        change.path,
        change.kind,
        base=change.base,
        state=change.state,
        acts=change.acts,
        expected=change.expected,
    )


def _put_all(home: Home, saves: Sequence[tuple[DurableStorage, Prepared]]) -> None:
    intent = _write_intent(home, [save for _, save in saves])
    done: list[Prepared] = []
    try:
        for durable, save in saves:
            durable.put(save)
            done.append(save)
    except StorageError as error:
        _put_back(home, intent, done, error)
        raise
    # The change is made: an intent that cannot be removed is found complete on the next opening.
    try:
        atomic.remove(intent)
    except OSError:
        return


def _put_back(home: Home, intent: Path, done: Iterable[Prepared], cause: StorageError) -> None:
    """The files as they were, then the intent gone: a kill in between leaves it to be finished."""
    try:
        for save in done:
            if save.before is None:
                atomic.remove(save.path)
            else:
                atomic.put_back(save.path, save.before)
        atomic.remove(intent)
    except OSError as error:
        if not os.path.lexists(intent):  # the last step came as far as it matters: all is put back
            return
        raise StorageError(
            f"{cause} Part of the change is on disk and the rest could not be taken back "
            f"({error.strerror}); it will be completed when {home.root} is next opened."
        ) from error


def _write_intent(home: Home, saves: Iterable[Prepared]) -> Path:
    planned = {
        str(number): msgspec.to_builtins(_planned(home, save))
        for number, save in enumerate(saves, start=1)
    }
    intent = home.journal_dir / f"{secrets.token_hex(6)}.intent"
    _, content = sealed.seal(sealed.body({"changes": planned}), _KIND, 1)
    with in_words("Not saved", intent):
        atomic.create(intent, content)
    return intent


def _planned(home: Home, save: Prepared) -> _Planned:
    return _Planned(
        path=name_in(home, save.path),
        before=None if save.before is None else sealed.proved(save.before),
        after=save.header,
        content=save.content.decode(),
    )


def _finish(home: Home, intent: Path) -> str:
    try:
        with in_words("Not completed", intent):
            names = _carry_out(home, intent, atomic.read(intent))
    except (sealed.UnsoundError, DamagedError) as error:
        return _set_aside(intent, str(error))
    except StorageError as error:
        return f"A change to several files was cut short and still waits to be completed. {error}"
    return f"A change to several files that had been cut short was completed: {names}."


def _carry_out(home: Home, intent: Path, content: bytes) -> str:
    """The names of the files that are now as the intent says. Raises UnsoundError, OSError."""
    if placing.is_placing(content):
        return placing.finish(home, intent, content)
    planned = _read_intent(content)
    saves = [_still_fits(home, each) for each in planned]
    for save in saves:
        DurableStorage(save.path, save.header.kind).put(save)
    atomic.remove(intent)
    return ", ".join(each.path for each in planned)


def _read_intent(content: bytes) -> list[_Planned]:
    """Raises UnsoundError."""
    header = sealed.proved(content)
    found = sealed.tables(content)
    try:
        planned = msgspec.convert(list(found["changes"].values()), list[_Planned])
    except (KeyError, msgspec.ValidationError) as error:
        raise sealed.UnsoundError("it is no intent of this release") from error
    if header.kind != _KIND or not all(_is_inside(each.path) for each in planned):
        raise sealed.UnsoundError("it is no intent of this folder")
    return planned


def _is_inside(path: str) -> bool:
    parts = PurePosixPath(path)
    return not parts.is_absolute() and ".." not in parts.parts and not Path(path).drive


def _still_fits(home: Home, planned: _Planned) -> Prepared:
    """The save that completes one file, which does nothing where it is made already.

    Raises UnsoundError where the file is neither as before nor as after.
    """
    path = home.root / planned.path
    content = planned.content.encode()
    standing = atomic.read(path) if path.exists() else None
    try:
        header = None if standing is None else sealed.proved(standing)
    except sealed.UnsoundError as error:
        raise sealed.UnsoundError(f"{planned.path} {error}") from error
    if header not in (planned.before, planned.after):
        raise sealed.UnsoundError(f"{planned.path} has changed since")
    return Prepared(path=path, before=standing, content=content, header=planned.after)


def _set_aside(intent: Path, reason: str) -> str:
    aside = intent.with_name(f"{intent.name}.set-aside")
    try:
        atomic.move(intent, aside)
    except OSError:
        aside = intent
    return (
        f"A change to several files was cut short and cannot be completed, because {reason}. "
        f"No file was changed; what it would have written is kept in {aside}."
    )
