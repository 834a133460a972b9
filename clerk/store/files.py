"""A meeting or the register on disk: a TinyDB file with its state, its checkpoint and its acts."""

import contextlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
from tinydb import TinyDB
from tinydb.middlewares import Middleware

from clerk.errors import DamagedError
from clerk.store import atomic, sealed, storage
from clerk.store.sealed import Document, Header, Log, Tables, Writable
from clerk.store.storage import DurableStorage, Prepared

peek = storage.peek
is_stored = storage.is_stored


class Stored(msgspec.Struct, frozen=True, kw_only=True):
    """A file as it was read or written: what a later save is checked against.

    `read_only` is set where a newer release of Clerk wrote it.
    """

    path: Path
    kind: str
    generation: int
    sha256: str
    read_only: bool = False
    format: int = sealed.FORMAT
    content: bytes = b""
    """The whole file, byte by byte; empty where it was not kept."""

    @property
    def header(self) -> Header:
        """What its first line says."""
        return Header(
            format=self.format, kind=self.kind, generation=self.generation, sha256=self.sha256
        )


class Found(Stored, frozen=True, kw_only=True):
    """A file that was read, with what it holds, in built-in values."""

    base: Document | None
    """The checkpoint from which the acts are folded; None where they begin from nothing."""
    state: Document | None
    acts: tuple[Document, ...]


def read_file(path: Path, kind: str) -> Found:
    """The file, proved by its checksum.

    Raises DamagedError, for a missing or empty file too, and StorageError.
    """
    if not is_stored(path):
        raise DamagedError(
            f"{path} is missing, and no generation before it is there. "
            "Look whether the folder was moved, or restore it from a backup."
        )
    gathered = _Gathered()
    with TinyDB(path, kind, storage=gathered) as file:
        base, state = _only(file, "base"), _only(file, "state")
        acts = tuple(dict(act) for act in file.table("acts"))
    durable = gathered.durable
    assert durable.seen is not None
    known = msgspec.structs.asdict(stored(path, durable.seen, durable.content))
    return Found(**known, base=base, state=state, acts=acts)


def write_file(
    path: Path,
    kind: str,
    *,
    base: Writable | None,
    state: Writable | None,
    acts: Iterable[Writable] | Log,
    expected: Stored | None,
) -> Stored:
    """The file as saved; the same content is not written again.

    `expected` is the file as last read or written, None for one that must not exist yet. Raises
    ChangedElsewhereError where it is no longer that one, DamagedError where it is missing,
    StorageError where the system refuses; then the file stands as it was.
    """
    listed = acts if isinstance(acts, Log) else tuple(acts)
    durable, save = prepare(path, kind, base=base, state=state, acts=listed, expected=expected)
    durable.put(save)
    return stored(path, save.header, save.content)


def prepare(
    path: Path,
    kind: str,
    *,
    base: Writable | None,
    state: Writable | None,
    acts: tuple[Writable, ...] | Log,
    expected: Stored | None,
) -> tuple[DurableStorage, Prepared]:
    """The save that `write_file` would make, checked and not yet made."""
    seen = (expected.header, expected.content) if expected else (None, b"")
    durable = DurableStorage(path, kind, *seen)
    # Numbered as by TinyDB's own insert, which goes through every act of a long meeting anew.
    log = acts if isinstance(acts, Log) else grown(path, Log(), acts)
    single = {"state": state, "base": base}
    tables = {name: {"1": only} for name, only in single.items() if only is not None}
    return durable, durable.prepare({**tables, "acts": log})


def forget_former(path: Path) -> None:
    """The generation before goes: it holds what may not be kept.

    Where the system refuses that now, the next save does it.
    """
    with contextlib.suppress(OSError):
        atomic.forget_previous(path)


def grown(path: Path, log: Log, acts: Iterable[Writable]) -> Log:
    """The log of the file at `path` with more acts. Raises StorageError for what none can hold."""
    try:
        return log.and_then(acts)
    except sealed.UnsoundError as error:
        raise storage.unwritable(path, error) from error


class _Gathered(Middleware):
    """Keeps a file's tables in memory: one reading serves them all, and one save writes them all.

    TinyDB reads, and writes, the whole file for each table that is touched. Its own
    CachingMiddleware writes when it is closed, after an error too.
    """

    def __init__(self) -> None:
        super().__init__(DurableStorage)
        self._tables: Tables | None = None

    @property
    def durable(self) -> DurableStorage:
        """The storage under it, once TinyDB has opened it."""
        assert isinstance(self.storage, DurableStorage)
        return self.storage

    def read(self) -> Tables:
        """The tables in memory, read from the file at first."""
        if self._tables is None:
            self._tables = self.durable.read() or {}
        return self._tables

    def write(self, tables: Tables) -> None:
        """Keeps them in memory; only `DurableStorage.put` reaches the disk."""
        self._tables = tables


def _only(file: TinyDB, name: str) -> dict[str, Any] | None:
    """The one document of a table; None where the table is empty."""
    return next((dict(document) for document in file.table(name)), None)


def stored(path: Path, header: Header, content: bytes = b"") -> Stored:
    """What is known of a file whose first line says `header`."""
    return Stored(
        path=path,
        kind=header.kind,
        generation=header.generation,
        sha256=header.sha256,
        read_only=header.format > sealed.FORMAT,
        format=header.format,
        content=content,
    )
