"""Whole files put in place as one change: staged first, then an intent, then each in its turn.

Where `together` saves facts, this puts files in place as they are, be they large or many: of a
restore, the contents stand in a folder beside the intent rather than in it. A kill before the
intent has changed nothing; after it, the next opening finishes. The caller holds the locks.
"""

import contextlib
import datetime as dt
import hashlib
import os
import secrets
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec

from clerk.errors import ChangedElsewhereError, StorageError
from clerk.paths import Home, make_private
from clerk.patience import patiently
from clerk.store import atomic, sealed
from clerk.store.naming import belongs, name_in
from clerk.store.trouble import in_words

KIND = "placing"
_NO_GENERATIONS = "house-styles/"


class Move(msgspec.Struct, frozen=True, kw_only=True):
    """What is to stand at `path`: the content that `read` gives, or nothing where that is None.

    With `aside`, a word such as "damaged", what stands there now is kept under a name that says
    so and when; what is to stand there no longer always is.
    """

    path: Path
    read: Callable[[], bytes] | None
    aside: str = ""


class _Planned(msgspec.Struct, frozen=True, kw_only=True):
    """One file of an intent; `before` and `after` are SHA-256, None where there is no file."""

    path: str
    before: str | None
    after: str | None
    aside: str = ""
    """The name beside it under which what stands there is kept."""
    number: int


def aside_name(path: Path, word: str, now: dt.datetime) -> Path:
    """ "2026-09-03.json.damaged-2026-11-22-014500": what it is and when it was put aside."""
    return path.with_name(f"{path.name}.{word}-{now:%Y-%m-%d-%H%M%S}")


def place_together(home: Home, moves: Sequence[Move], now: dt.datetime) -> None:
    """All files as `moves` say; or, with what it raises (StorageError), none of them.

    Where even taking back is refused by the disk, the sentence says that the change will be
    completed on the next opening.
    """
    token = secrets.token_hex(6)
    folder = home.journal_dir / f"{token}.staged"
    intent = home.journal_dir / f"{token}.intent"
    try:
        with in_words("Nothing was changed", folder):
            make_private(folder)
            planned = [
                _stage(home, folder, number, move, now) for number, move in enumerate(moves, 1)
            ]
            atomic.sync_folder(folder)
            atomic.create(intent, _sealed(planned))
    except BaseException:
        if not os.path.lexists(intent):
            clear(folder)
        raise
    _put_all(home, intent, folder, planned)
    _done(intent, folder)


def is_placing(content: bytes) -> bool:
    """Whether an intent's bytes are of this module's kind. Raises UnsoundError."""
    try:
        return sealed.proved(content).kind == KIND
    except sealed.UnsoundError as error:
        raise sealed.UnsoundError(f"it {error}") from error


def finish(home: Home, intent: Path, content: bytes) -> str:
    """Completes what was cut short, and says which files; the caller has read the intent.

    Raises UnsoundError, having changed nothing, where a file is neither as it was before nor as it
    is to be; StorageError where the disk refuses.
    """
    folder = _folder(intent)
    planned = _read(content)
    for each in planned:
        _check(home, folder, each)
    with in_words("Not completed", intent):
        for each in planned:
            _put(home, folder, each)
    _done(intent, folder)
    return ", ".join(each.path for each in planned)


def abandoned(home: Home) -> list[Path]:
    """Folders of contents that never came to be an intent, or whose intent is done. StorageError.

    To be asked under the register's lock: without it one that is being filled counts too.
    """
    with in_words("Not read", home.journal_dir):
        return [
            folder
            for folder in sorted(home.journal_dir.glob("*.staged"))
            if not list(home.journal_dir.glob(f"{folder.stem}.intent*"))
        ]


def clear(folder: Path) -> None:
    """Deletes a folder of staged contents: copies, which are not needed or never will be."""
    with contextlib.suppress(OSError):
        for each in folder.iterdir():
            with contextlib.suppress(OSError):  # the others go all the same
                atomic.delete(each)
        patiently(folder.rmdir)


def _stage(home: Home, folder: Path, number: int, move: Move, now: dt.datetime) -> _Planned:
    after = None
    if move.read is not None:
        content = move.read()
        after = _sum(content)
        with atomic.private_file(_staged(folder, number)) as file:
            file.write(content)
    word = move.aside or ("" if move.read else "set-aside")
    return _Planned(
        path=name_in(home, move.path),
        before=_standing(move.path),
        after=after,
        aside=aside_name(move.path, word, now).name if word else "",
        number=number,
    )


def _sealed(planned: Iterable[_Planned]) -> bytes:
    changes = {str(each.number): msgspec.to_builtins(each) for each in planned}
    _, content = sealed.seal(sealed.body({"changes": changes}), KIND, 1)
    return content


def _put_all(home: Home, intent: Path, folder: Path, planned: Sequence[_Planned]) -> None:
    begun: list[_Planned] = []
    try:
        with in_words("Not put in place", intent):
            for each in planned:
                begun.append(each)
                _put(home, folder, each)
    except StorageError as error:
        _take_back(home, intent, folder, begun, error)
        raise


def _take_back(
    home: Home, intent: Path, folder: Path, begun: Sequence[_Planned], cause: StorageError
) -> None:
    """The files as they were, then the intent gone: a kill in between leaves it to be finished."""
    try:
        for each in reversed(begun):
            _undo(home, folder, each)
        atomic.remove(intent)
    except OSError as error:
        if not os.path.lexists(intent):
            return
        raise StorageError(
            f"{cause} Part of the change is on disk and the rest could not be taken back "
            f"({error.strerror}); it will be completed when {home.root} is next opened."
        ) from error
    clear(folder)


def _put(home: Home, folder: Path, planned: _Planned) -> None:
    """One file put in place; nothing where it is already. Raises OSError, StorageError."""
    path = home.root / planned.path
    standing = _standing(path)
    if standing == planned.after:
        return
    if standing != planned.before:
        raise ChangedElsewhereError(
            f"Not put in place: {path} has been changed outside meanwhile. Look who else works "
            "in this folder, and try again."
        )
    content = None if planned.after is None else atomic.read(_staged(folder, planned.number))
    if planned.before is not None:
        atomic.keep(path, _former(folder, planned))
        if planned.aside:
            atomic.keep(path, path.with_name(planned.aside))
    if content is None:
        atomic.remove(path)
    elif planned.before is None:
        atomic.create(path, content)
    elif planned.aside or planned.path.startswith(_NO_GENERATIONS):
        # A damaged file is no generation to go back to, and a house style has none.
        atomic.put(path, content)
    else:
        atomic.replace(path, content)


def _undo(home: Home, folder: Path, planned: _Planned) -> None:
    path, former = home.root / planned.path, _former(folder, planned)
    if planned.before is None:
        if _standing(path) == planned.after:
            atomic.remove(path)
    elif _standing(path) != planned.before and former.exists():
        atomic.move(former, path)
        atomic.sync_folder(path.parent)
    if planned.aside:  # it stands in its place again, and needs no second name
        atomic.delete(path.with_name(planned.aside))


def _check(home: Home, folder: Path, planned: _Planned) -> None:
    """Raises UnsoundError where the file cannot be put in place any more; StorageError."""
    path, staged = home.root / planned.path, _staged(folder, planned.number)
    with in_words("Not completed", path):
        standing = _standing(path)
        if standing == planned.after:
            return
        if standing != planned.before:
            raise sealed.UnsoundError(f"{planned.path} has changed since")
        if planned.after is not None and _standing(staged) != planned.after:
            raise sealed.UnsoundError(f"what was to stand at {planned.path} is damaged")


def _read(content: bytes) -> list[_Planned]:
    try:
        changes = sealed.tables(content)["changes"]
        planned = msgspec.convert(list(changes.values()), list[_Planned])
    except (KeyError, msgspec.ValidationError) as error:
        raise sealed.UnsoundError("it is no intent of this release") from error
    if not all(belongs(each.path.removesuffix(".prev")) for each in planned):
        raise sealed.UnsoundError("it is no intent of this folder")
    return planned


def _standing(path: Path) -> str | None:
    try:
        return _sum(atomic.read(path))
    except FileNotFoundError:
        return None


def _done(intent: Path, folder: Path) -> None:
    """The change is made: what cannot be cleared is found complete on the next opening."""
    clear(folder)
    try:
        atomic.remove(intent)
    except OSError:
        return


def _folder(intent: Path) -> Path:
    return intent.with_suffix(".staged")


def _staged(folder: Path, number: int) -> Path:
    return folder / str(number)


def _former(folder: Path, planned: _Planned) -> Path:
    return folder / f"{planned.number}.before"


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
