"""A file that changed outside while it was open here: both versions are kept, and named.

A sync service, a colleague with a copy, an editor: whoever wrote it, what stands on disk is put
aside before ours is saved, and nobody has to choose in the middle of a meeting.
"""

import datetime as dt
import os
from pathlib import Path

from clerk.store import atomic, placing
from clerk.store.files import Stored, read_file
from clerk.store.looking import is_kept_aside, original_of
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


def put_back_seen(path: Path, seen: bytes, now: dt.datetime) -> Path:
    """The file as it was last seen, in the place of damage; returns where that is kept.

    The generation before it stays. Raises StorageError; then what stands there still does.
    """
    with in_words("Not kept aside", path):
        aside = atomic.keep(path, placing.aside_name(path, "damaged", now))
        atomic.put(path, seen)
    return aside


def begin_anew(path: Path, now: dt.datetime) -> None:
    """Clears the way for a file that was taken away outside; its previous generation is kept."""
    previous = atomic.previous(path)
    with in_words("Not kept aside", previous):
        if previous.exists():
            atomic.move(previous, _aside(path, "before-it-was-gone", now))


def of_copies(path: Path) -> tuple[str, ...]:
    """What is said of copies that lie beside the file, which may hold a colleague's changes.

    Copies that Clerk itself put aside were named when that was done. Raises StorageError.
    """
    own = (path.name, atomic.previous(path).name, f"{path.name}.lock")
    with in_words("Not read", path.parent):
        # os.listdir, because ten years are many names and a Path of each is not wanted.
        names = [name for name in os.listdir(path.parent) if name.startswith(path.stem)]  # noqa: PTH208
    found = [
        name
        for name in sorted(names)
        if name not in own and not is_kept_aside(name) and original_of(path.with_name(name)) == path
    ]
    return tuple(
        f"{name} lies beside {path.name}: a copy that a sync service or a person made, which Clerk "
        "does not read. `clerk doctor` says how it differs, and takes it if asked."
        for name in found
    )


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
