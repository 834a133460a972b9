"""Which meetings there are on disk."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from clerk.errors import StorageError
from clerk.paths import Home
from clerk.store import files
from clerk.store.files import Found
from clerk.store.trouble import in_words

_MEETING = re.compile(r"(\d{4}-\d\d-\d\d)(?:-(\d+))?\.json")


def meeting_files(home: Home, slug: str = "") -> list[Path]:
    """The meetings' files by committee, date and number of the day; of one committee by its slug.

    A meeting of which only the previous generation is left is listed too, so that its loss is said.
    Other names (temporary files, locks, copies that a sync service made) are not. Raises
    StorageError where a folder cannot be read.
    """
    folder = home.meetings_dir / slug
    if slug and not folder.is_dir():
        return []
    return [path for each in ([folder] if slug else _folders(home)) for path in _in(each)]


def each_meeting(home: Home) -> Iterator[tuple[Path, Found | StorageError]]:
    """Every meeting, read; for what cannot be read (a file, a committee's folder), what is wrong.

    None stops the rest. Raises StorageError only where the folder of all cannot be read.
    """
    for folder in _folders(home):
        try:
            paths = _in(folder)
        except StorageError as error:
            yield folder, error
            continue
        for path in paths:
            yield path, _read(path)


def _read(path: Path) -> Found | StorageError:
    try:
        return files.read_file(path, "meeting")
    except StorageError as error:
        return error


def _folders(home: Home) -> list[Path]:
    with in_words("Not read", home.meetings_dir):
        if not home.meetings_dir.exists():
            return []
        return sorted(folder for folder in home.meetings_dir.iterdir() if folder.is_dir())


def _in(folder: Path) -> list[Path]:
    with in_words("Not read", folder):
        # os.listdir, because ten years are 8,000 names and a Path of each is not wanted.
        names = {name.removesuffix(".prev") for name in os.listdir(folder)}  # noqa: PTH208
    matches = [match for name in names if (match := _MEETING.fullmatch(name))]
    matches.sort(key=lambda match: (match[1], int(match[2] or 1)))
    return [folder / match[0] for match in matches]
