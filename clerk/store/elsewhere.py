"""A file that changed outside while it was open here: both versions are kept, and named.

A sync service, a colleague with a copy, an editor: whoever wrote it, what stands on disk is put
aside before ours is saved, and nobody has to choose in the middle of a meeting.
"""

import datetime as dt
import os
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
            atomic.move(previous, _aside(path, "before-it-was-gone", now))


def away(folder: Path) -> str:
    """What is said where not a file alone is gone, but the data folder."""
    return (
        f"Not saved: the data folder {folder} is not there. Look whether it was moved, renamed or "
        "unplugged; what you type is kept until it is back."
    )


def mark_of(folder: Path) -> str:
    """What tells a folder from another that stands in its place later; empty where none is."""
    try:
        found = folder.stat()
    except OSError:
        return ""
    return f"{found.st_dev}-{found.st_ino}"


def _aside(path: Path, why: str, now: dt.datetime) -> Path:
    """A name that is free: a clock may stand still, or be put back to a second that was before."""
    stem = f"{path.stem}.{why}-{now:%Y-%m-%d-%H%M%S}"
    names = (f"{stem}.json", *(f"{stem}-{number}.json" for number in range(2, 1000)))
    return next(each for name in names if not os.path.lexists(each := path.with_name(name)))
