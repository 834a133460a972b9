"""The search index: the public record's minutes in SQLite's own full-text form (FTS5).

A row of it is one minute, or a meeting's head (heading, attendance). Its number is made of the
meeting's date, so that the newest come first without sorting everything that was found.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from clerk.paths import Home
from clerk.store.cache import Cache
from clerk.store.cache_marks import Known, is_settled, mark_of, still_holds

if TYPE_CHECKING:
    from sqlite3 import Connection

_SCHEMA = """
CREATE TABLE meeting (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    first INTEGER NOT NULL,
    mark TEXT NOT NULL,
    settled INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    basis TEXT NOT NULL
);
CREATE TABLE folder (name TEXT PRIMARY KEY, mark TEXT NOT NULL);
CREATE TABLE register (basis TEXT NOT NULL);
CREATE VIRTUAL TABLE minute USING fts5(
    body, title, text, number UNINDEXED, fact UNINDEXED,
    tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
)
"""
_MEETINGS, _MINUTES = 1 << 22, 1 << 14
"""How many meetings, and how many rows a meeting, the number of a row has room for."""
MARKS = "\x02\x03"
"""What stands before and behind a word found in a snippet: characters that no record holds."""
_SNIPPET = 24
"""Words of a snippet."""
"""
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
    date: dt.date
    committee: str
    parts: Sequence[Part]


class Found(NamedTuple):
    """A row that holds the words, its words between `MARKS`."""

    path: str
    """ "folder/file"."""
    title: str
    snippet: str
    number: str
    fact: str
