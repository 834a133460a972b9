"""What was done in a file, and which file was changed last."""

import datetime as dt
from pathlib import Path
from typing import Any

from clerk.desk.ledger import Ledger
from clerk.desk.office import Office
from clerk.desk.row import Row
from clerk.domain.log import Entry, Redone, Undone, standing


class Change(Row, frozen=True):
    """An act in a file's history."""

    id: str
    at: dt.datetime
    said: str
    by: str = ""
    undone: bool = False


def history_of(office: Office, path: Path | None) -> tuple[Change, ...]:
    """Every act of a meeting's file, oldest first; of the register where `path` is None."""
    entries = office.register_ledger.entries if path is None else office.load(path).entries
    in_force = {entry.id for entry in standing(entries)}
    return tuple(
        Change(
            id=entry.id,
            at=entry.at,
            said=entry.said,
            by=entry.by,
            undone=entry.id not in in_force and not isinstance(entry.act, Undone | Redone),
        )
        for entry in entries
    )


def newest_ledger(office: Office, *, undone: bool = False) -> Path | None:
    """The meeting in which the newest act in force was done; None where that is the register's.

    `undone` asks for the newest undoing that can be done again instead. An act is never newer than
    its file: reading from the newest file backwards stops as soon as no older file can hold a
    newer act.
    """
    last = _newest(office.register_ledger, undone)
    newest: tuple[dt.datetime, Path | None] | None = (last.at, None) if last else None
    for written, path in sorted(_files_with_times(office), reverse=True):
        if newest is not None and written < newest[0].timestamp():
            break
        act = _newest(office.load(path), undone)
        if act is not None and (newest is None or act.at > newest[0]):
            newest = (act.at, path)
    return newest[1] if newest else None


def _newest(ledger: Ledger[Any, Any], undone: bool) -> Entry[Any] | None:
    if undone:
        return ledger.entries[-1] if ledger.last_undone is not None else None
    return ledger.last


def _files_with_times(office: Office) -> list[tuple[float, Path]]:
    return [(path.stat().st_mtime, path) for path in office.meeting_paths() if path.exists()]
