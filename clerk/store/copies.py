"""The dated copies that Clerk makes by itself, as a way back for one file."""

import contextlib
from pathlib import Path

from msgspec.structs import replace

from clerk.errors import StorageError
from clerk.paths import Home
from clerk.store.archive import open_archive
from clerk.store.looking import Look, judge
from clerk.store.naming import name_in

_BELOW = {"register": 0, "paper": 1, "meeting": 2}
"""How many folders below the data folder the files of a kind are."""


def way_back(path: Path, kind: str, before: Look) -> Look:
    """What to go back to from a file that is not sound: its generation before, or a dated copy.

    The copy where it is newer, as it is when nothing changed since it was made, or where the
    generation before is not sound either; its look says from which copy it is.
    """
    copied = _copied(path, kind)
    if not copied.sound or copied.header is None:
        return before
    if before.sound and before.header and before.header.generation >= copied.header.generation:
        return before
    return copied


def _copied(path: Path, kind: str) -> Look:
    """The file in the newest dated copy that can be read and holds a sound one."""
    home = Home(path.parents[_BELOW[kind]])
    name = name_in(home, path)
    for archive in sorted(home.backups_dir.glob("daily-????-??-??.zip"), reverse=True):
        with contextlib.suppress(StorageError, OSError), open_archive(archive) as opened:
            for item in opened.manifest.files:
                if item.path == name and item.sound:
                    return replace(judge(opened.read(item), kind), copy=archive.name)
    return Look(fault="is in no copy")
