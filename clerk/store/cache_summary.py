"""The summary: a row a meeting, worked out from its file and used while that stands unchanged."""

import zlib
from collections.abc import Collection, Iterable, Mapping, Sequence
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
    path TEXT PRIMARY KEY,
    mark TEXT NOT NULL,
    settled INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    facts BLOB NOT NULL,
    folder TEXT NOT NULL,
    chapter TEXT NOT NULL,
    day INTEGER NOT NULL
);
CREATE INDEX chapter_day ON meeting (chapter, day, folder);
CREATE INDEX folder_day ON meeting (folder, day, chapter);
CREATE TABLE skeleton (path TEXT PRIMARY KEY, content BLOB NOT NULL);
CREATE TABLE decided (path TEXT PRIMARY KEY, basis TEXT NOT NULL, content BLOB NOT NULL)
"""
_SUM = 4
"""Bytes of the checksum before each content: one that a fault has changed is not used."""


class Row(NamedTuple):
    """What the summary holds of one meeting: two contents of the desk's, the second seldom read."""

    known: Known
    facts: bytes
    skeleton: bytes
    chapter: str
    """Under what it is listed; empty where there is no meeting in the file."""
    day: int
    """The ordinal of its date."""


class Wanted(NamedTuple):
    """The first `most` rows of some chapters, from one day to another, by day."""

    chapters: tuple[str, ...]
    first: int
    last: int
    newest_first: bool
    most: int


class Shown(NamedTuple):
    """Of a `Wanted`: the rows, as "folder/file", and how many there are in all."""

    rows: list[tuple[str, Known, bytes]]
    total: int


class Standing(NamedTuple):
    """What the rows of the folders say that have not changed."""

    moved: dict[str, str]
    """The other folders, with their marks; an empty mark where one is gone."""
    shown: list[Shown]
    """For each that was wanted."""
    held: dict[str, tuple[int, int | None]]
    """How many meetings a folder has, and the ordinal of the next one's day."""

    @property
    def totals(self) -> list[int]:
        """How many rows there are of each that was wanted."""
        return [shown.total for shown in self.shown]


class Decided(NamedTuple):
    """What a meeting decided, and the basis on which that was worked out."""

    basis: str
    content: bytes


class SummaryRows:
    """The rows of a data folder. `form` counts the forms of what the desk puts into them."""

    def __init__(self, home: Home, form: int) -> None:
        self._home = home
        self._cache = Cache(home, "summary", _SCHEMA, form)

    def clock_ns(self) -> int:
        """The time by which `read_state` judges whether a mark is settled."""
        return self._cache.clock_ns()

    def standing(self, wanted: Sequence[Wanted], today: int, apart: Collection[str]) -> Standing:
        """What the rows say of the folders that are as they were `seen`, but for those `apart`."""
        now = folder_marks(self._home)

        def answered(connection: "Connection") -> Standing:
            moved = moved_folders(now, seen_folders(connection))
            moved |= {name: now.get(name, "") for name in apart}
            same = [name for name in now if name not in moved]
            shown = [_shown(connection, each, same) for each in wanted]
            return Standing(moved, shown, _held(connection, same, today))

        return self._cache.use(answered)

    def seen(self, folder: str, mark: str, clock_ns: int) -> None:
        """The rows of the folder are in step with it as it was when it had this mark."""
        self._cache.use(
            lambda connection: keep_folders(connection, {folder: mark}, clock_ns), write=True
        )

    def holding(
        self, paths: Sequence[Path], folder: str = "", *, whole: bool = False
    ) -> dict[Path, tuple[Known, bytes]]:
        """The facts of those of `paths` whose row still holds.

        `folder` is that of the committee whose meetings they all are, and `whole` that it has no
        others; without one they are those of every meeting. Then the rows of files that are no
        more are cleared.
        """
        rows = self._cache.use(lambda connection: _facts(connection, folder))
        unsettled = any(not known.settled for known, _ in rows.values())
        clock_ns = self.clock_ns() if unsettled else 0
        holding: dict[Path, tuple[Known, bytes]] = {}
        moved = []
        for name, path in zip(names_of(self._home, paths), paths, strict=True):
            known, kept = rows.pop(name, (None, b""))
            now = still_holds(path, mark_of(str(path)), known, clock_ns) if known else None
            facts = _proved(name, kept)
            if now is None or facts is None:
                continue
            holding[path] = (now, facts)
            if now != known:
                moved.append((now.mark, now.settled, name))
        gone = [(name,) for name in rows] if whole or not folder else []
        if moved or gone:
            self._cache.use(lambda connection: _tidy(connection, moved, gone), write=True)
        return holding

    def skeletons(self, folder: str) -> dict[str, bytes]:
        """The skeletons of a committee's meetings, by the name of their file."""
        found = self._cache.use(
            lambda connection: connection.execute(
                "SELECT path, content FROM skeleton WHERE path >= ? AND path < ?", _span(folder)
            ).fetchall()
        )
        proved = ((name.partition("/")[2], _proved(name, kept)) for name, kept in found)
        return {name: content for name, content in proved if content is not None}

    def put(self, rows: Mapping[Path, Row]) -> None:
        """Rows in the place of what there was of their meetings."""
        named = list(zip(names_of(self._home, rows), rows.values(), strict=True))
        facts = [
            (name, *row.known, _summed(name, row.facts), _folder(name), row.chapter, row.day)
            for name, row in named
        ]
        skeletons = [(name, _summed(name, row.skeleton)) for name, row in named]

        def done(connection: "Connection") -> None:
            connection.executemany(
                "INSERT OR REPLACE INTO meeting VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", facts
            )
            connection.executemany("INSERT OR REPLACE INTO skeleton VALUES (?, ?)", skeletons)

        self._cache.use(done, write=True)

    def clear(self, paths: Iterable[Path]) -> None:
        """Takes away what there is of meetings."""
        names = names_of(self._home, paths)

        def done(connection: "Connection") -> None:
            _tidy(connection, [], [(name,) for name in names])
            forget_folders(connection, names)

        if self._cache.is_begun:
            self._cache.use(done, write=True)

    def decided(self) -> dict[str, Decided]:
        """What every meeting decided, as far as known, by "folder/file"."""
        found = self._cache.use(
            lambda connection: connection.execute("SELECT * FROM decided").fetchall()
        )
        return {
            name: Decided(basis, content)
            for name, basis, kept in found
            if (content := _proved(name, kept)) is not None
        }

    def put_decided(self, rows: Mapping[Path, Decided]) -> None:
        """What meetings decided, in the place of what was known of it."""
        listed = [
            (name, row.basis, _summed(name, row.content))
            for name, row in zip(names_of(self._home, rows), rows.values(), strict=True)
        ]
        insert = "INSERT OR REPLACE INTO decided VALUES (?, ?, ?)"
        self._cache.use(lambda connection: connection.executemany(insert, listed), write=True)


def _shown(connection: "Connection", wanted: Wanted, folders: Sequence[str]) -> Shown:
    chapters = ", ".join("?" * len(wanted.chapters))
    among = ", ".join("?" * len(folders))
    where = f"WHERE chapter IN ({chapters}) AND day BETWEEN ? AND ? AND folder IN ({among})"
    given = (*wanted.chapters, wanted.first, wanted.last, *folders)
    order = "DESC" if wanted.newest_first else "ASC"
    found = connection.execute(
        f"SELECT path, mark, settled, generation, sha256, facts FROM meeting {where} "
        f"ORDER BY day {order}, path LIMIT ?",
        (*given, wanted.most),
    ).fetchall()
    (total,) = connection.execute(f"SELECT COUNT(*) FROM meeting {where}", given).fetchone()
    rows = [
        (name, Known(mark, bool(settled), generation, sha256), _proved(name, kept) or b"")
        for name, mark, settled, generation, sha256, kept in found
    ]
    return Shown(rows, total)


def _held(
    connection: "Connection", folders: Sequence[str], today: int
) -> dict[str, tuple[int, int | None]]:
    found = connection.execute(
        "SELECT folder, COUNT(*), "
        "MIN(CASE WHEN day >= ? AND chapter <> 'called off' THEN day END) FROM meeting "
        "WHERE chapter <> '' GROUP BY folder",
        (today,),
    )
    held = {folder: (count, coming) for folder, count, coming in found}
    return {folder: held[folder] for folder in folders if folder in held}


def _folder(name: str) -> str:
    return name.partition("/")[0]


def _facts(connection: "Connection", folder: str) -> dict[str, tuple[Known, bytes]]:
    columns = "SELECT path, mark, settled, generation, sha256, facts FROM meeting"
    if folder:
        found = connection.execute(f"{columns} WHERE path >= ? AND path < ?", _span(folder))
    else:
        found = connection.execute(columns)
    return {
        name: (Known(mark, bool(settled), generation, sha256), facts)
        for name, mark, settled, generation, sha256, facts in found
    }


def _tidy(
    connection: "Connection", moved: list[tuple[str, bool, str]], gone: list[tuple[str]]
) -> None:
    connection.executemany("UPDATE meeting SET mark = ?, settled = ? WHERE path = ?", moved)
    for table in ("meeting", "skeleton", "decided"):
        connection.executemany(f"DELETE FROM {table} WHERE path = ?", gone)


def _span(folder: str) -> tuple[str, str]:
    """From where to where the paths of a folder lie: "0" is the character after "/"."""
    return f"{folder}/", f"{folder}0"


def _summed(name: str, content: bytes) -> bytes:
    return zlib.crc32(content, zlib.crc32(name.encode())).to_bytes(_SUM, "big") + content


def _proved(name: str, kept: bytes) -> bytes | None:
    content = kept[_SUM:]
    return content if _summed(name, content) == kept else None
