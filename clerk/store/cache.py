"""A SQLite file that may be lost at any time: everything in it can be made again from the meetings.

Nothing is held open between calls, and nothing that goes wrong with it reaches the user: a damaged
file is deleted and begun anew, and where none can be written (a read-only folder, a full disk) one
that lives only as long as the program stands in for it.
"""

import contextlib
import os
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from clerk import __version__
from clerk.paths import Home, make_private
from clerk.store import atomic

if TYPE_CHECKING:
    from sqlite3 import Connection, Error

T = TypeVar("T")

_WAIT = 5.0
"""Seconds to wait for another Clerk's write; each of them is short."""
_MEMORY = 64 * 1024
"""KiB that the stand-in keeps in memory before it uses the system's own temporary files."""


class Cache:
    """One such file. `schema` makes its tables, and `form` counts their forms.

    The file's name holds the form and Clerk's release, because what is kept was worked out by that
    code: another release begins its own, and clears those of the others away.
    """

    def __init__(self, home: Home, name: str, schema: str, form: int) -> None:
        self.path = home.cache_dir / f"{name}-{__version__}-{form}.sqlite"
        self._name = name
        self._schema = schema
        self._stand_in: Connection | None = None
        self._one_at_a_time = threading.Lock()

    def use(self, work: "Callable[[Connection], T]", *, write: bool = False) -> T:
        """What `work` gives, in one transaction; `write` where it is going to change something.

        `work` may be done twice: the second time on an empty file.
        """
        import sqlite3  # spares `clerk show` of published minutes the import

        if self._stand_in is None:
            for _ in range(2):
                try:
                    return self._on_disk(work, write)
                except sqlite3.Error as error:
                    if _is_refused(error) or not self._deleted():
                        break
                except OSError:  # no folder for it can be made
                    break
        return self._in_stand_in(work, write)

    @property
    def is_begun(self) -> bool:
        """Whether anything has been kept yet."""
        return self._stand_in is not None or self.path.exists()

    def clock_ns(self) -> int:
        """What time it is by the clock that dates the files; 0 where nothing can be written.

        The folder may lie on a server whose clock is not this machine's, and no other clock may be
        compared with the times of its files.
        """
        if self._stand_in is not None:
            return 0
        stamp = self.path.with_name("clock")
        try:
            make_private(stamp.parent)
            handle = os.open(stamp, os.O_CREAT | os.O_WRONLY, 0o600)
            os.close(handle)
            os.utime(stamp)
            return stamp.stat().st_mtime_ns
        except OSError:
            return 0

    def _on_disk(self, work: "Callable[[Connection], T]", write: bool) -> T:
        import sqlite3  # as above

        make_private(self.path.parent)
        with contextlib.suppress(FileExistsError):  # SQLite would make it readable to others
            os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with contextlib.closing(
            sqlite3.connect(self.path, timeout=_WAIT, isolation_level=None)
        ) as connection:
            connection.execute("PRAGMA journal_mode = TRUNCATE")
            connection.execute("PRAGMA secure_delete = ON")  # what was made exempt is to be gone
            if self._make_tables(connection):
                self._clear_others()
            return _in_one(connection, work, write)

    def _in_stand_in(self, work: "Callable[[Connection], T]", write: bool) -> T:
        import sqlite3  # as above

        with self._one_at_a_time:
            if self._stand_in is None:
                # Of no name: in memory, then in a temporary file that the system clears away.
                self._stand_in = sqlite3.connect("", isolation_level=None, check_same_thread=False)
                self._stand_in.execute(f"PRAGMA cache_size = -{_MEMORY}")
            self._make_tables(self._stand_in)
            return _in_one(self._stand_in, work, write)

    def _make_tables(self, connection: "Connection") -> bool:
        """Whether there were none yet."""
        if connection.execute("PRAGMA user_version").fetchone() != (0,):
            return False
        connection.execute("BEGIN IMMEDIATE")
        if connection.execute("PRAGMA user_version").fetchone() == (0,):
            for statement in filter(str.strip, self._schema.split(";")):
                connection.execute(statement)
            connection.execute("PRAGMA user_version = 1")
        connection.execute("COMMIT")
        return True

    def _clear_others(self) -> None:
        for other in self.path.parent.glob(f"{self._name}-*.sqlite*"):
            if not other.name.startswith(self.path.name):
                with contextlib.suppress(OSError):
                    atomic.delete(other)

    def _deleted(self) -> bool:
        """Whether what is damaged is gone."""
        try:
            atomic.delete(self.path.with_name(f"{self.path.name}-journal"))
            atomic.delete(self.path)
        except OSError:
            return False
        return True


def _in_one(connection: "Connection", work: "Callable[[Connection], T]", write: bool) -> T:
    connection.execute("BEGIN IMMEDIATE" if write else "BEGIN")
    try:
        done = work(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return done


def _is_refused(error: "Error") -> bool:
    """Whether the system or another process is in the way, and not the file itself damaged."""
    import sqlite3  # as above

    # An error that Python itself raises has no code: it is no damage, and the stand-in shows it.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_MISUSE) & 0xFF
    return code in {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_AUTH,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_INTERRUPT,
        sqlite3.SQLITE_MISUSE,
    }
