"""What a path that is being typed may become: papers that can be read, and folders on the way."""

import os
from contextlib import suppress
from itertools import takewhile
from pathlib import Path

READABLE = (".txt", ".docx", ".pdf", ".csv", ".tsv")
"""How the names of files end that an import reads."""
_MOST = 200
"""Names that are looked through in a folder: its owner types more letters of a fuller one."""


def paths_beginning(words: str) -> tuple[str, ...]:
    """The paths that begin as typed, files first; a folder ends in its separator.

    What stands before the last separator is kept letter for letter, "~" too. None where nothing
    fits, or the folder cannot be read.
    """
    head, name = _parted(words)
    if not words.strip() or words[:1] in "\"'":
        return ()
    wanted = name.casefold()
    found: list[tuple[bool, str]] = []
    with suppress(OSError, ValueError, RuntimeError), os.scandir(_folder(head)) as entries:
        for entry in entries:
            if entry.name.casefold().startswith(wanted) and _shown(entry, name):
                folder = entry.is_dir()
                found.append((folder, f"{head}{entry.name}{os.sep if folder else ''}"))
            if len(found) == _MOST:
                break
    return tuple(path for _, path in sorted(found, key=lambda each: (each[0], each[1].casefold())))


def completed(words: str) -> str:
    """The words as far as all that begin so agree; the first of these where that is no further."""
    found = paths_beginning(words)
    if not found:
        return ""
    columns = zip(*found, strict=False)  # as many as the shortest of them has letters
    agreed = sum(1 for _ in takewhile(lambda letters: len({*letters}) == 1, columns))
    return found[0][:agreed] if agreed > len(words) else found[0]


def _folder(head: str) -> Path:
    return Path(head).expanduser() if head else Path()


def _parted(words: str) -> tuple[str, str]:
    """(all up to the last separator, the name begun)."""
    at = max(words.rfind(sep) for sep in (os.sep, os.altsep or os.sep)) + 1
    return words[:at], words[at:]


def _shown(entry: os.DirEntry[str], name: str) -> bool:
    if entry.name.startswith(".") and not name.startswith("."):
        return False
    return entry.is_dir() or entry.name.casefold().endswith(READABLE)
