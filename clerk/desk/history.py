"""What was done in a file, and which file was changed last."""

from pathlib import Path

from clerk.desk.office import Office
from clerk.desk.rows import Change
from clerk.domain.log import Redone, Undone, standing


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


def newest_ledger(office: Office) -> Path | None:
    """The meeting whose file was written last; None where that is the register's.

    By the files' own times, so that not every one has to be read.
    """
    paths = office.meeting_paths()
    newest = max(paths, key=lambda path: path.stat().st_mtime_ns, default=None)
    register = office.home.register
    if newest is None or not register.exists():
        return newest
    return newest if newest.stat().st_mtime_ns > register.stat().st_mtime_ns else None
