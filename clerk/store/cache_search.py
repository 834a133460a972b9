"""The search index: the public record's minutes in SQLite's own full-text form (FTS5).

A row of it is one minute, or a meeting's head (heading, attendance). Its number is made of the
meeting's date, so that the newest come first without sorting everything that was found.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from clerk.paths import Home
from clerk.store.cache import Cache
from clerk.store.cache_marks import (
    FOLDERS,
    Known,
    folder_marks,
    forget_folders,
    keep_folders,
    mark_of,
    moved_folders,
    names_of,
    seen_folders,
    still_holds,
)

if TYPE_CHECKING:
    from sqlite3 import Connection

_SCHEMA = f"""
{FOLDERS};
CREATE TABLE meeting (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    first INTEGER NOT NULL,
    mark TEXT NOT NULL,
    settled INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    basis TEXT NOT NULL,
    state TEXT NOT NULL,
    withheld TEXT NOT NULL
);
CREATE INDEX first ON meeting (first);
CREATE TABLE register (basis TEXT NOT NULL);
CREATE VIRTUAL TABLE minute USING fts5(
    body, title, text, number UNINDEXED, fact UNINDEXED,
    tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
)
"""
_FORM = 2
"""Raised with every change of what is indexed, so that rows of another form are not used."""
_MEETINGS, _MINUTES = 1 << 22, 1 << 14
"""How many meetings, and how many rows a meeting, the number of a row has room for."""
MARKS = "\x02\x03"
"""What stands before and behind a word found in a snippet: characters that no record holds."""
_WORDS = 24
"""How long a snippet is."""
_FIND = f"""
SELECT meeting.path, meeting.mark, meeting.state, meeting.first / {_MEETINGS * _MINUTES},
    minute.body, minute.title, snippet(minute, 2, char(2), char(3), '…', {_WORDS}),
    minute.number, minute.fact
FROM minute JOIN meeting ON meeting.first = minute.rowid - minute.rowid % {_MINUTES}
WHERE minute MATCH ? ORDER BY minute.rowid DESC LIMIT ?
"""


class Part(NamedTuple):
    """A minute as it is indexed; a meeting's head has neither number nor fact."""

    title: str
    text: str
    number: str = ""
    fact: str = ""


class Indexed(NamedTuple):
    """A meeting as it is indexed."""

    path: Path
    known: Known
    basis: str
    state: str
    withheld: str
    """What is exempt in it: where that changes, words may have been indexed that must be gone."""
    date: dt.date
    committee: str
    parts: Sequence[Part]


class Found(NamedTuple):
    """A row that holds the words; in the snippet each of them stands between `MARKS`."""

    path: str
    """ "folder/file"."""
    mark: str
    """That of the file as it was indexed."""
    state: str
    day: int
    """The ordinal of the meeting's date."""
    committee: str
    title: str
    snippet: str
    number: str
    fact: str


class Answer(NamedTuple):
    """What was found, and what speaks against it."""

    found: list[Found]
    changed: dict[str, str]
    """The committees' folders in which a file may have changed since `seen`, with their marks.

    A file that was overwritten in place does not show in them: see `Found.mark`.
    """
    rests_on: str
    """See `SearchIndex.rests_on`."""


class SearchIndex:
    """The index of a data folder."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._cache = Cache(home, "search", _SCHEMA, _FORM)

    def clock_ns(self) -> int:
        """The time by which `read_state` judges whether a mark is settled."""
        return self._cache.clock_ns()

    def rests_on(self) -> str:
        """The basis that `seen` was told last; empty at first."""
        return self._cache.use(_basis)

    def folders(self) -> dict[str, str]:
        """See `folder_marks`."""
        return folder_marks(self._home)

    def seen(self, folders: Mapping[str, str], basis: str) -> None:
        """The rows are in step with the folders as they were when these marks were taken.

        `basis` is on what drafts' rows rest besides.
        """
        clock_ns = self.clock_ns()

        def kept(connection: "Connection") -> None:
            keep_folders(connection, folders, clock_ns)
            connection.execute("DELETE FROM register")
            connection.execute("INSERT INTO register VALUES (?)", (basis,))

        self._cache.use(kept, write=True)

    def bases(self) -> dict[str, str]:
        """On what each meeting's rows rest, by "folder/file"."""
        return self._cache.use(
            lambda connection: dict(
                connection.execute("SELECT path, basis FROM meeting").fetchall()
            )
        )

    def not_indexed(self, paths: Sequence[Path], folder: str = "") -> list[Path]:
        """Those of `paths` whose rows are missing or made from another generation.

        `folder` is that of the committee whose meetings they all are; without one they are those
        of every meeting. The rows of files that are no more are cleared.
        """
        rows = self._cache.use(lambda connection: _known(connection, folder))
        clock_ns = self.clock_ns() if any(not known.settled for known in rows.values()) else 0
        missing, moved = [], []
        for name, path in zip(names_of(self._home, paths), paths, strict=True):
            known = rows.pop(name, None)
            now = still_holds(path, mark_of(str(path)), known, clock_ns) if known else None
            if now is None:
                missing.append(path)
            elif now != known:
                moved.append((now.mark, now.settled, name))
        if moved or rows:
            self._cache.use(lambda connection: _tidy(connection, moved, rows), write=True)
        return missing

    def put(self, meetings: Iterable[Indexed]) -> None:
        """The rows of meetings, in the place of those that there were."""
        listed = list(meetings)
        names = names_of(self._home, [meeting.path for meeting in listed])

        def done(connection: "Connection") -> None:
            hidden = False
            for name, meeting in zip(names, listed, strict=True):
                hidden |= _withheld(connection, name) not in (None, meeting.withheld)
                _clear(connection, name)
                _insert(connection, name, meeting)
            if hidden:
                _forget(connection)

        self._cache.use(done, write=True)

    def clear(self, paths: Iterable[Path]) -> None:
        """Takes away the rows of meetings, and their words with them."""
        names = names_of(self._home, paths)

        def done(connection: "Connection") -> None:
            _tidy(connection, [], names)
            forget_folders(connection, names)

        if self._cache.is_begun:
            self._cache.use(done, write=True)

    def find(self, words: str, committee: str, limit: int) -> Answer:
        """The newest rows that hold `words`, an expression of FTS5's made by the desk."""
        query = f"{{title text}} : ({words})"
        if committee:
            quoted = committee.replace('"', '""')
            query = f'{query} AND body : "{quoted}"'
        now = self.folders()

        def answered(connection: "Connection") -> Answer:
            changed = moved_folders(now, seen_folders(connection))
            found = connection.execute(_FIND, (query, limit)).fetchall()
            return Answer([Found(*row) for row in found], changed, _basis(connection))

        return self._cache.use(answered)


def _basis(connection: "Connection") -> str:
    found = connection.execute("SELECT basis FROM register").fetchone()
    return str(found[0]) if found else ""


def _known(connection: "Connection", folder: str) -> dict[str, Known]:
    columns = "SELECT path, mark, settled, generation, sha256 FROM meeting"
    if folder:  # "0" is the character after "/"
        columns = f"{columns} WHERE path BETWEEN ?1 || '/' AND ?1 || '0'"
    found = connection.execute(columns, (folder,) if folder else ())
    return {name: Known(mark, bool(settled), *rest) for name, mark, settled, *rest in found}


def _tidy(
    connection: "Connection", moved: list[tuple[str, bool, str]], gone: Iterable[str]
) -> None:
    connection.executemany("UPDATE meeting SET mark = ?, settled = ? WHERE path = ?", moved)
    held = [name for name in gone if _withheld(connection, name) is not None]
    for name in held:
        _clear(connection, name)
    if held:
        _forget(connection)


def _withheld(connection: "Connection", name: str) -> str | None:
    """What was exempt in a meeting as it was indexed; None where it was not."""
    found = connection.execute("SELECT withheld FROM meeting WHERE path = ?", (name,)).fetchone()
    return found[0] if found else None


def _forget(connection: "Connection") -> None:
    """Writes the index anew without the words of rows that were deleted.

    FTS5 only marks a deleted row's words as void, until it merges them by chance. (Its own
    `secure-delete` came with SQLite 3.42.) The pages given free are wiped: see `Cache`. In an
    archive of ten years it takes seconds, and is needed when business was made exempt.
    """
    connection.execute("INSERT INTO minute(minute) VALUES ('optimize')")


def _clear(connection: "Connection", name: str) -> None:
    found = connection.execute("SELECT first FROM meeting WHERE path = ?", (name,)).fetchone()
    if found:
        span = found[0], found[0] + _MINUTES - 1
        connection.execute("DELETE FROM minute WHERE rowid BETWEEN ? AND ?", span)
        connection.execute("DELETE FROM meeting WHERE path = ?", (name,))


def _insert(connection: "Connection", name: str, meeting: Indexed) -> None:
    row = connection.execute(
        "INSERT INTO meeting "
        "(path, first, mark, settled, generation, sha256, basis, state, withheld) "
        "VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?)",
        (name, *meeting.known, meeting.basis, meeting.state, meeting.withheld),
    ).lastrowid
    assert row is not None
    first = (meeting.date.toordinal() * _MEETINGS + row % _MEETINGS) * _MINUTES
    connection.execute("UPDATE meeting SET first = ? WHERE id = ?", (first, row))
    parts = meeting.parts[:_MINUTES]
    connection.executemany(
        "INSERT INTO minute (rowid, body, title, text, number, fact) VALUES (?, ?, ?, ?, ?, ?)",
        # Backwards, so that the newest meeting's first minute is the first to be found.
        [(first + _MINUTES - 1 - at, meeting.committee, *part) for at, part in enumerate(parts)],
    )
