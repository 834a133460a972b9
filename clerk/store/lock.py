"""One writer a file: a lock that names who has it and where, and outlives nobody who was killed.

A side file of our own rather than the filelock package: a lock of the system's kind cannot say who
holds it, and is not seen on all network folders.
"""

import contextlib
import datetime as dt
import os
import secrets
import time
from pathlib import Path
from types import TracebackType

import msgspec

from clerk.errors import StorageError
from clerk.paths import Home
from clerk.store import atomic, processes
from clerk.store.trouble import in_words

_PAUSE = 0.05
_REGISTER_WAIT = 3.0
"""Seconds; the register's lock is held only during a write."""


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """Who has a file open: the person's and the machine's name, the process, and since when."""

    who: str
    where: str
    pid: int
    since: dt.datetime
    began: str = ""
    """When the process began, by the system's count: tells it from a later one of its number."""
    token: str = ""
    """Random: tells two locks of one process apart."""

    @property
    def shown(self) -> str:
        """In a few words, for a screen: "open with Ann Hale on office-2 since 10.42"."""
        on = f" on {self.where}" if self.where else ""
        return f"open with {self.who or 'somebody'}{on} since {self.since:%H.%M}"


class HeldError(StorageError):
    """Another has the file open for writing; `holder` says who. It can still be read."""

    def __init__(self, path: Path, holder: Holder, here: str) -> None:
        self.holder = holder
        gone = f" If that machine is gone for good, delete {_lock_file(path)}."
        then = (
            f"it can be read here, and changed when they close it.{gone * (holder.where != here)}"
        )
        self.on_screen = f"This meeting is {holder.shown}: {then}"
        """The same where the meeting is before the clerk's eyes."""
        super().__init__(
            f"{_called(path)} is open with {holder.who} on {holder.where} since "
            f"{holder.since:%H:%M on %d %B %Y}: {then}"
        )


def _called(path: Path) -> str:
    """A meeting's file as lists name it, "parks-committee/2026-11-26"; another by its name."""
    return f"{path.parent.name}/{path.stem}" if path.parent.parent.name == "meetings" else path.name


class MeetingLock:
    """The lock on one file; a context manager that acquires and releases.

    `who` and `where` are the names of the person and of the machine, `now` the time to be shown to
    others, `wait` how many seconds to go on trying.
    """

    def __init__(
        self, path: Path, who: str, where: str, now: dt.datetime, wait: float = 0.0
    ) -> None:
        self.path = path
        pid = os.getpid()
        self.holder = Holder(
            who=who,
            where=where,
            pid=pid,
            since=now,
            began=processes.began(pid),
            token=secrets.token_hex(8),
        )
        self._tries = 1 + round(wait / _PAUSE)

    def acquire(self) -> None:
        """The lock is ours; a dead holder's on this machine is taken over.

        Raises HeldError, which names the holder, and StorageError where no file can be made.
        """
        for left in reversed(range(self._tries)):
            if self._take():
                atomic.sweep_beside(self.path)
                return
            holder = held_by(self.path)
            if holder is not None and left == 0:
                raise HeldError(self.path, holder, self.holder.where)
            time.sleep(_PAUSE)
        raise StorageError(
            f"{self.path} is being opened and closed by others at this moment. Try again."
        )

    def is_ours(self) -> bool:
        """Whether the lock still stands as this object made it."""
        return held_by(self.path) == self.holder

    def release(self) -> None:
        """The lock is free; one that another has taken meanwhile is left alone."""
        if self.is_ours():
            with in_words("Not closed", _lock_file(self.path)):
                atomic.delete(_lock_file(self.path))

    def __enter__(self) -> "MeetingLock":
        self.acquire()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()

    def _take(self) -> bool:
        """Whether the lock could be made ours."""
        with in_words("Not opened for writing", self.path):
            standing = _content(self.path)
            if standing is not None:
                holder = _understood(standing)
                if holder is not None and not _is_dead(holder, self.holder.where):
                    return False
                _take_away(self.path, standing)
            try:
                atomic.create(_lock_file(self.path), msgspec.json.encode(self.holder))
            except FileExistsError:  # another was quicker
                return False
        return True


def register_lock(home: Home, who: str, where: str, now: dt.datetime) -> MeetingLock:
    """The lock on the register, which waits for others to finish their write."""
    return MeetingLock(home.register, who, where, now, wait=_REGISTER_WAIT)


def held_by(path: Path) -> Holder | None:
    """Who has the file open, be they alive or dead; None where nobody has."""
    with in_words("Not read", _lock_file(path)):
        standing = _content(path)
    return None if standing is None else _understood(standing)


def is_held(path: Path, here: str) -> bool:
    """Whether somebody has the file open and is alive, as far as the machine `here` can tell.

    Raises StorageError where the lock cannot be read.
    """
    holder = held_by(path)
    return holder is not None and not _is_dead(holder, here)


def _lock_file(path: Path) -> Path:
    return path.with_name(f"{path.name}.lock")


def _content(path: Path) -> bytes | None:
    try:
        return atomic.read(_lock_file(path))
    except FileNotFoundError:
        return None


def _understood(content: bytes) -> Holder | None:
    """None for what is no lock: locks are made whole, so that no living process has it."""
    try:
        return msgspec.json.decode(content, type=Holder)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def _is_dead(holder: Holder, here: str) -> bool:
    """Of a process of another machine nothing is known: it counts as alive."""
    return holder.where == here and not processes.is_running(holder.pid, holder.began)


def _take_away(path: Path, dead: bytes) -> None:
    """Clears the lock of a dead holder.

    Renamed before it is deleted: of two that saw it dead, the second might otherwise delete the
    lock that the first has made since. What proves not to be the dead one's is given back.
    """
    file = _lock_file(path)
    aside = atomic.beside(file)
    try:
        atomic.move(file, aside)
    except FileNotFoundError:  # another has cleared it
        return
    if atomic.read(aside) != dead:
        with contextlib.suppress(FileExistsError):
            atomic.put_where_nothing_is(aside, file)
    atomic.delete(aside)
