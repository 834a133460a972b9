"""The clerk's private notes: a plain file of their own for each meeting.

Outside the meeting, its journal, its history and the backups: destroying them is deleting this.
What is typed and not saved yet lies in a journal beside the file, which the next save empties.
(Most councils' retention schedules have notes destroyed once the minutes are confirmed.)
"""

import os
from contextlib import suppress
from pathlib import Path

from clerk.clean import text_of
from clerk.paths import Home
from clerk.store import atomic
from clerk.store.journal import read_journal
from clerk.store.trouble import in_words


def notes_file(home: Home, meeting_id: str) -> Path:
    """Where the notes on a meeting are kept."""
    return home.notes_dir / f"{meeting_id}.txt"


def notes_journal(home: Home, meeting_id: str) -> Path:
    """Where the keys typed into them are kept until they are saved."""
    return home.notes_dir / f"{meeting_id}.keys"


def read_notes(home: Home, meeting_id: str) -> str:
    """The notes on a meeting, to the last key; empty where there are none. Raises StorageError.

    Keys typed on another text than the one that stands there now come behind it: none is lost.
    """
    path = notes_file(home, meeting_id)
    with in_words("Not read", path):
        try:
            text = _text(atomic.read(path))
        except FileNotFoundError:
            text = ""
    for unsaved in read_journal(notes_journal(home, meeting_id)).unsaved:
        text = unsaved.typed if text in (unsaved.saved, "") else f"{text}\n\n{unsaved.typed}"
    return text


def _text(content: bytes) -> str:
    try:
        return text_of(content)
    except UnicodeDecodeError:  # saved by an old editor: no letter of it may be lost
        return content.decode("latin-1").replace("\r\n", "\n")


def write_notes(home: Home, meeting_id: str, text: str) -> None:
    """Saves the notes; none at all deletes the file. Raises StorageError, then the old stand.

    No previous generation is kept: what the clerk strikes out of private notes is gone.
    """
    path = notes_file(home, meeting_id)
    with in_words("Not saved", path):
        if not text:
            atomic.delete(path)
        elif path.exists():
            atomic.put(path, text.encode())
        else:
            atomic.create(path, text.encode())
        with suppress(FileNotFoundError):
            os.truncate(notes_journal(home, meeting_id), 0)


def recover_notes(home: Home, meeting_id: str) -> None:
    """Saves what a session that was killed left in the journal. Raises StorageError."""
    journal = notes_journal(home, meeting_id)
    if journal.exists():
        write_notes(home, meeting_id, read_notes(home, meeting_id))
        with suppress(OSError):
            atomic.delete(journal)
