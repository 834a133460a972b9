"""Keystrokes on disk before they are saved: an append-only file for each open meeting.

Each line is written as the edit happens, so that a killed program loses nothing; it is synced
within a second by a thread, so that a power cut loses at most that. A line carries its own
checksum: a torn last line is left out, and nothing before it is doubted.
"""

import datetime as dt
import errno
import os
import threading
import zlib
from pathlib import Path

import msgspec

from clerk.paths import make_private
from clerk.store import atomic
from clerk.store.trouble import in_words

SYNC_WITHIN = 1.0
"""Seconds between a keystroke and its being safe from a power cut."""


class Began(msgspec.Struct, frozen=True, kw_only=True, tag="began"):
    """A minute's text as it was saved last, from which the strokes go on."""

    minute: str
    text: str


class Stroke(msgspec.Struct, frozen=True, kw_only=True, tag="stroke"):
    """`removed` characters at `at` replaced by `inserted`; `cursor` is where it stood then."""

    minute: str
    at: int
    removed: int
    inserted: str
    cursor: int


class Place(msgspec.Struct, frozen=True, kw_only=True, tag="place"):
    """Where the clerk was: in which minute, the cursor so many characters into its text."""

    minute: str
    cursor: int


class Taken(msgspec.Struct, frozen=True, kw_only=True, tag="taken"):
    """Which business the meeting is on: an item, or a minute without one."""

    business: str
    behind: str = ""
    """The minute behind which that of this business is taken; empty where none was."""
    out_of_turn: bool = False
    """Whether items before it on the agenda still wait."""


class Left(msgspec.Struct, frozen=True, kw_only=True, tag="left"):
    """The clerk left the meeting: a journal that does not end so was cut short."""


Line = Began | Stroke | Place | Taken | Left
_DECODER: msgspec.json.Decoder[Line] = msgspec.json.Decoder(Line)


class Unsaved(msgspec.Struct, frozen=True, kw_only=True):
    """A minute's text as the journal has it: what it was when saved, and what was typed since."""

    minute: str
    saved: str
    typed: str


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What a journal that was left behind holds."""

    unsaved: tuple[Unsaved, ...] = ()
    place: Place | None = None
    taken: Taken | None = None
    left: bool = False
    """True where the clerk left the meeting in the ordinary way."""
    torn: bool = False
    """True where its end could not be read: the program or the machine stopped while writing."""


class Journal:
    """The journal of one meeting; its file is made at the first line, for the user alone.

    Raises StorageError where a line cannot be written; the next line is tried all the same.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._handle: int | None = None
        self._dirty = threading.Event()
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None
        self._writing = threading.Lock()
        self._cut = False
        self._refused = False

    def renewed(self) -> bool:
        """Whether the file had to be opened anew and is another than before: write all again.

        It is, where the last write was refused, or another file or none stands there now. While
        none can be had, the one at hand serves on, and so does the one of a folder that was moved.
        """
        handle = self._handle
        if handle is None or (not self._refused and _stands_at(self.path, handle)):
            return False
        try:
            fresh = self._new_handle()
        except OSError:
            return False
        same = os.path.sameopenfile(handle, fresh)
        with self._writing:
            self._handle = fresh
            self._cut = self._cut and same
        os.close(handle)
        self._refused = False
        return not same

    def write(self, *lines: Line) -> None:
        """Appends lines in one system call; they are synced within SYNC_WITHIN."""
        with in_words("Not written to the journal", self.path), self._writing:
            handle = self._opened()
            # A new line first where the last write may have stopped in the middle of one.
            content = (b"\n" if self._cut else b"") + b"".join(map(_sealed, lines))
            self._cut = self._refused = True
            while content:
                content = content[os.write(handle, content) :]
            self._cut = self._refused = False
        self._dirty.set()

    def restart(self, *lines: Line) -> None:
        """Empties the journal, since what it held is saved, and begins it with `lines`."""
        if not lines and self._handle is None and not self.path.exists():
            return
        self.renewed()
        with in_words("Not written to the journal", self.path), self._writing:
            os.ftruncate(self._opened(), 0)
        if lines:
            self.write(*lines)

    def close(self) -> None:
        """Syncs and lets go of the file; it stays until `discard`."""
        self._stopped.set()
        self._dirty.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def _opened(self) -> int:
        if self._handle is None:
            self._handle = self._new_handle()
            self._stopped.clear()
            self._thread = threading.Thread(target=self._sync_on, name="journal", daemon=True)
            self._thread.start()
        return self._handle

    def _new_handle(self) -> int:
        root = self.path.parent.parent
        if not root.is_dir():  # moved or unplugged: to make it anew would be in its way
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(root))
        make_private(self.path.parent)
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
        return os.open(self.path, flags, 0o600)

    def _sync_on(self) -> None:
        """Off the main thread: on a slow disk a sync takes longer than a keystroke may."""
        while not self._stopped.is_set():
            self._dirty.wait()
            self._dirty.clear()
            handle = self._handle
            if handle is not None:
                try:
                    atomic.sync(handle)
                except OSError:
                    self._dirty.set()  # the disk may come back; writing says what is wrong
            self._stopped.wait(SYNC_WITHIN / 2)


def read_journal(path: Path) -> Found:
    """What a journal holds; nothing where there is none. Raises StorageError where unreadable."""
    with in_words("Not read", path):
        try:
            content = atomic.read(path)
        except FileNotFoundError:
            return Found()
    reading = _Reading()
    for raw in content.splitlines(keepends=True):
        reading.take(_unsealed(raw))
    return reading.found()


def _stands_at(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except OSError:
        return False


def keep_aside(folder: Path, unsaved: Unsaved, now: dt.datetime) -> Path:
    """A recovered text that no longer fits its minute, as a plain file of its own."""
    path = folder / f"kept-{unsaved.minute}-{now:%Y-%m-%d-%H%M%S}.txt"
    with in_words("Not kept aside", path):
        make_private(folder)
        atomic.create(path, unsaved.typed.encode())
    return path


def _sealed(line: Line) -> bytes:
    words = msgspec.json.encode(line)
    return b"%08x %s\n" % (zlib.crc32(words), words)


def _unsealed(raw: bytes) -> Line | None:
    digits, _, words = raw.rstrip(b"\n").partition(b" ")
    if not raw.endswith(b"\n") or len(digits) != 8:
        return None
    try:
        if int(digits, 16) != zlib.crc32(words):
            return None
        return _DECODER.decode(words)
    except (ValueError, msgspec.MsgspecError):
        return None


class _Reading:
    """A journal read line by line.

    After a line that cannot be read, strokes have nothing sure to go on from: each minute stays
    as it was until its text begins anew.
    """

    def __init__(self) -> None:
        self._texts: dict[str, tuple[str, str]] = {}
        self._sure: set[str] = set()
        self._place: Place | None = None
        self._taken: Taken | None = None
        self._left = False
        self._torn = False

    def take(self, line: Line | None) -> None:
        self._left = isinstance(line, Left)
        match line:
            case None:
                self._torn = True
                self._sure.clear()
            case Began(minute=minute, text=text):
                self._texts[minute] = (text, text)
                self._sure.add(minute)
            case Stroke():
                self._stroke(line)
            case Place():
                self._place = line
            case Taken():
                self._taken = line

    def found(self) -> Found:
        unsaved = tuple(
            Unsaved(minute=minute, saved=saved, typed=typed)
            for minute, (saved, typed) in self._texts.items()
            if saved != typed
        )
        return Found(
            unsaved=unsaved,
            place=self._place,
            taken=self._taken,
            left=self._left,
            torn=self._torn,
        )

    def _stroke(self, line: Stroke) -> None:
        if line.minute not in self._sure:
            return
        saved, typed = self._texts[line.minute]
        end = line.at + line.removed
        self._texts[line.minute] = (saved, typed[: line.at] + line.inserted + typed[end:])
        self._place = Place(minute=line.minute, cursor=line.cursor)
