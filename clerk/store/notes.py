"""The clerk's private notes: a plain file of their own for each meeting.

Outside the meeting, its journal, its history and the backups: destroying them is deleting this.
(Most councils' retention schedules have notes destroyed once the minutes are confirmed.)
"""

from pathlib import Path

from clerk.paths import Home
from clerk.store import atomic
from clerk.store.trouble import in_words


def notes_file(home: Home, meeting_id: str) -> Path:
    """Where the notes on a meeting are kept."""
    return home.notes_dir / f"{meeting_id}.txt"


def read_notes(home: Home, meeting_id: str) -> str:
    """The notes on a meeting; empty where there are none. Raises StorageError."""
    path = notes_file(home, meeting_id)
    with in_words("Not read", path):
        try:
            return atomic.read(path).decode("utf-8", errors="replace")
        except FileNotFoundError:
            return ""


def write_notes(home: Home, meeting_id: str, text: str) -> None:
    """Saves the notes; none at all deletes the file. Raises StorageError, then the old stand.

    No previous generation is kept: what the clerk strikes out of private notes is gone.
    """
    path = notes_file(home, meeting_id)
    with in_words("Notes not saved", path):
        if not text:
            path.unlink(missing_ok=True)
            return
        if path.exists():
            atomic.put(path, text.encode())
        else:
            atomic.create(path, text.encode())
