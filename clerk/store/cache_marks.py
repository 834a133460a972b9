"""Whether what was worked out from a file still holds: by its mark, its first line, its checksum.

A mark is what the system says of a file without opening it: times, size, inode. Every save of
Clerk's puts another file in the place of the old one, so that its mark changes; of what changes a
file in place, only what also sets back the time at which the system saw it changed could hide.
Clocks are coarse: a file that was marked within two seconds of its change may have changed again
within the same tick. Such a mark is not settled, and the first line, in which the generation and
the checksum stand, is read as well. A file with another mark is read whole and proved.
"""

import os
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from clerk import paths
from clerk.errors import StorageError
from clerk.paths import Home
from clerk.store import sealed, storage, upgrades
from clerk.store.sealed import Header

if TYPE_CHECKING:
    from sqlite3 import Connection

FOLDERS = "CREATE TABLE folder (name TEXT PRIMARY KEY, mark TEXT NOT NULL)"
"""The table of `keep_folders`, for the schema of a cache."""
_TICK_NS = 2_000_000_000
"""The coarsest clock of any file system in use is FAT's: two seconds."""


class Known(NamedTuple):
    """The file as it was when something was worked out from it."""

    mark: str
    settled: bool
    generation: int
    sha256: str


class State(NamedTuple):
    """A file's state, as JSON, from a content that was proved; None where it holds none."""

    known: Known
    state: bytes | None


def names_of(home: Home, paths: Iterable[Path]) -> list[str]:
    """Meetings' files as caches name them: "folder/file"."""
    before = len(str(home.meetings_dir)) + 1
    return [str(path)[before:].replace(os.sep, "/") for path in paths]


def mark_of(path: Path | str) -> str:
    """What the system says of a file or folder now; empty where it says nothing."""
    try:
        seen = os.stat(path)  # noqa: PTH116 - several thousand at a time: half the cost of Path's
    except OSError:
        return ""
    return f"{seen.st_mtime_ns} {seen.st_ctime_ns} {seen.st_size} {seen.st_ino}"


def folder_marks(home: Home) -> dict[str, str]:
    """The committees' folders with their marks now.

    Every save of Clerk's renames a file, and so changes the mark of its folder; to overwrite a file
    in place does not. Windows leaves a folder's time alone on FAT, which a stick may have: what it
    says of the files when it lists them, at no further cost, is part of the mark there.
    """
    try:
        with os.scandir(home.meetings_dir) as found:
            marks = {entry.name: mark_of(entry.path) for entry in found if entry.is_dir()}
    except OSError:
        return {}
    if not paths.ON_WINDOWS:
        return marks
    return {name: f"{mark} {_listed(home.meetings_dir / name)}" for name, mark in marks.items()}


def _listed(folder: Path) -> int:
    try:
        with os.scandir(folder) as found:
            files = sorted((each.name, each.stat().st_mtime_ns) for each in found)
    except OSError:
        return 0
    return zlib.crc32(repr(files).encode())


def moved_folders(now: Mapping[str, str], seen: Mapping[str, str]) -> dict[str, str]:
    """Those that are not as they were `seen`, with their marks `now`: none where one is gone."""
    moved = dict.fromkeys(seen.keys() - now.keys(), "")
    return moved | {name: mark for name, mark in now.items() if seen.get(name) != mark}


def keep_folders(connection: "Connection", folders: Mapping[str, str], clock_ns: int) -> None:
    """Keeps as seen, in a table `folder`, those whose mark is settled, and forgets the others.

    A change within the same tick would not show in a mark that is not settled.
    """
    settled = [(name, mark) for name, mark in folders.items() if is_settled(mark, clock_ns)]
    others = [(name,) for name in folders.keys() - dict(settled).keys()]
    connection.executemany("DELETE FROM folder WHERE name = ?", others)
    connection.executemany("INSERT OR REPLACE INTO folder VALUES (?, ?)", settled)


def forget_folders(connection: "Connection", names: Iterable[str]) -> None:
    """Has the folders of these files, "folder/file", looked into again: a row in them has gone."""
    folders = {name.partition("/")[0] for name in names}
    connection.executemany("DELETE FROM folder WHERE name = ?", [(each,) for each in folders])


def seen_folders(connection: "Connection") -> dict[str, str]:
    """The marks in the table `folder`."""
    return dict(connection.execute("SELECT name, mark FROM folder").fetchall())


def is_settled(mark: str, clock_ns: int) -> bool:
    """Whether a change since would show in the mark; `clock_ns` is the time by the same clock."""
    if not mark:
        return False
    modified, changed, *_ = mark.split()
    return max(int(modified), int(changed)) + _TICK_NS < clock_ns


def still_holds(path: Path, mark: str, known: Known, clock_ns: int) -> Known | None:
    """What is to be known of the file from now on; None where it must be read again.

    `mark` is its mark now. Nothing is raised: what cannot be read must be read again, and then
    says why.
    """
    if mark == known.mark and known.settled:
        return known
    try:
        header = storage.peek(path) if mark == known.mark else storage.checked(path, "meeting")[1]
    except StorageError:
        return None
    if (header.generation, header.sha256) != (known.generation, known.sha256):
        return None
    return _known(mark, header, clock_ns)


def read_state(path: Path, clock_ns: int) -> State:
    """The meeting in the file, as JSON, and what is known of the file from now on.

    Its acts are not made into values: lists do not need them. Raises DamagedError, StorageError.
    """
    mark = mark_of(path)  # before the reading: a change after it shows
    content, header = storage.checked(path, "meeting")
    try:
        state = state_in(content, header)
    except (sealed.UnsoundError, msgspec.MsgspecError) as error:
        raise StorageError(f"Not read: {path}: it {error}.") from error
    return State(_known(mark, header, clock_ns), state)


def state_in(content: bytes, header: Header) -> bytes | None:
    """The state in a proved content, as JSON; None where it holds none. Raises UnsoundError."""
    if header.format < sealed.FORMAT:
        tables = upgrades.upgraded(sealed.tables(content), header.kind, header.format)
        documents = [msgspec.json.encode(each) for each in tables.get("state", {}).values()]
    else:
        found = msgspec.json.decode(content, type=_Tables).state
        documents = [bytes(each) for each in found.values()]
    return documents[0] if documents else None


class _Tables(msgspec.Struct):
    state: dict[str, msgspec.Raw] = {}


def _known(mark: str, header: Header, clock_ns: int) -> Known:
    return Known(mark, is_settled(mark, clock_ns), header.generation, header.sha256)
