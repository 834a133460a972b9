"""A file that changed outside while it was open here: both versions are kept, and named.

A sync service, a colleague with a copy, an editor: whoever wrote it, what stands on disk is put
aside before ours is saved, and nobody has to choose in the middle of a meeting.
"""

import datetime as dt
from pathlib import Path

from clerk.store import atomic
from clerk.store.files import Stored, read_file
from clerk.store.trouble import in_words


def keep_other(path: Path, kind: str, now: dt.datetime) -> tuple[Stored, Path]:
    """The version that stands, and where a copy of it is now kept.

    Raises DamagedError where it is not sound, StorageError where no copy could be made; nothing
    has changed then.
    """
    standing = read_file(path, kind)
    with in_words("Not kept aside", path):
        content = atomic.read(path)
        aside = _aside(path, "elsewhere", now)
        atomic.create(aside, content)
    return standing, aside


def begin_anew(path: Path, now: dt.datetime) -> None:
    """Clears the way for a file that was taken away outside; its previous generation is kept."""
    previous = atomic.previous(path)
    with in_words("Not kept aside", previous):
        if previous.exists():
            previous.replace(_aside(path, "before-it-was-gone", now))


def _aside(path: Path, why: str, now: dt.datetime) -> Path:
    return path.with_name(f"{path.stem}.{why}-{now:%Y-%m-%d-%H%M%S}.json")
