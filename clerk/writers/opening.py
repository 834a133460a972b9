"""Showing a finished file in the program that the system keeps for its kind."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

Start = Callable[[Sequence[str]], object]


def open_file(
    path: Path,
    *,
    platform: str = sys.platform,
    find_program: Callable[[str], str | None] = shutil.which,
    start: Start | None = None,
) -> str:
    """Open `path` with the system's own program; the sentence that says what came of it.

    Never raises and never waits. No shell reads the name, so it may hold any character.
    """
    if not path.exists():
        return f"There is no file “{path.name}” to open."
    try:
        if platform == "win32":
            return _opened_by_windows(path)
        program = find_program("open" if platform == "darwin" else "xdg-open")
        if program is None:
            return f"Nothing here opens files by itself; “{path.name}” is in {path.parent}."
        (start or _start)([program, str(path.resolve())])
    except OSError as error:
        return f"“{path.name}” could not be opened ({error.strerror}); it is in {path.parent}."
    return "Opened."


def _opened_by_windows(path: Path) -> str:
    """`os.startfile` exists on Windows alone."""
    os.startfile(path.resolve())  # type: ignore[attr-defined,unused-ignore]
    return "Opened."


def _start(command: Sequence[str]) -> object:
    """Start and leave it: its own group, so that Ctrl+C in Clerk does not close the document."""
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
