"""The log: which command ran, how it ended, how long it took. Never a word of minutes or a name.

Kept where the system keeps a user's logs. A line that cannot be written is let go: a full disk
must not keep a clerk from working.
"""

import contextlib
import os
import time
import traceback
from datetime import datetime
from pathlib import Path

from clerk.paths import make_private
from clerk.patience import patiently

LARGEST = 1_000_000
"""Bytes after which a new log is begun; the one before it is kept."""


def log_file() -> Path:
    """Where the log is: outside every data folder, which holds the record alone."""
    import platformdirs  # spares `clerk --version` the import

    return platformdirs.user_log_path("clerk", appauthor=False) / "clerk.log"


def note(path: Path, when: datetime, command: str, outcome: str, seconds: float) -> None:
    """Adds a line: the moment, the command's word, how it ended, the seconds it took."""
    with contextlib.suppress(OSError):
        make_private(path.parent)
        if path.exists() and path.stat().st_size > LARGEST:
            patiently(lambda: path.replace(path.with_name(f"{path.name}.1")))
        line = f"{when:%Y-%m-%d %H:%M:%S} {command} {outcome} {seconds:.2f}s\n"
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8") as log:
            log.write(line)


def ended(path: Path, command: str, outcome: str, begun: float) -> None:
    """Adds a line for a command that began at that reading of the monotonic clock."""
    from clerk.commands.opening import now  # which opens offices: a log alone does not

    note(path, now(), command, outcome, time.monotonic() - begun)


def place_of(error: BaseException) -> str:
    """Where something unforeseen went wrong: its kind, file and line; never its message.

    A message may quote what was being worked on, which has no business in a log.
    """
    frames = traceback.extract_tb(error.__traceback__)
    rooms = (f"{os.sep}clerk{os.sep}", f"{os.sep}screens{os.sep}")
    ours = [f for f in frames if any(room in f.filename for room in rooms)] or frames
    last = ours[-1] if ours else None
    where = f" at {Path(last.filename).name}:{last.lineno}" if last else ""
    return f"{type(error).__name__}{where}"
