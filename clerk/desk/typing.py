"""Text while it is typed: each stroke in a journal, recovered when it is opened again."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from clerk.errors import StorageError
from clerk.store import atomic
from clerk.store.journal import (
    Began,
    Found,
    Journal,
    Left,
    Place,
    Stroke,
    Taken,
    Unsaved,
    read_journal,
)


class Typing:
    """What was typed since it was saved: into a meeting, or into what else has a journal at `path`.

    `trouble` says in words why strokes cannot be kept; empty while they are.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._journal = Journal(self._path)
        self._texts: dict[str, Unsaved] = {}
        """What the journal holds of each minute; all of it, once it can be written again."""
        self._place: Place | None = None
        self._taken: Taken | None = None
        self.trouble = ""

    @property
    def taken(self) -> Taken | None:
        """The business that the meeting is on; None where nothing is known of it."""
        return self._taken

    def take(self, taken: Taken) -> None:
        """Keeps which business the meeting is on."""
        if taken != self._taken:
            self._taken = taken
            self._kept(taken)

    @property
    def place(self) -> Place | None:
        """Where the clerk was last; None where nothing is known of it."""
        return self._place

    def begin(self, place: Place | None, taken: Taken | None = None) -> None:
        """An empty journal, once what was left behind is saved or kept aside."""
        self._place, self._taken = place, taken
        self._texts.clear()
        try:
            self._journal.restart(*self._where())
        except StorageError as error:
            self.trouble = str(error)

    def left_behind(self) -> Found:
        """What an earlier session left in the journal; raises StorageError."""
        return read_journal(self._path)

    def typed(self, minute_id: str, saved: str, text: str, cursor: int) -> None:
        """Keeps what changed from the last known text of the minute to `text`."""
        was = self._texts.get(minute_id, Unsaved(minute=minute_id, saved=saved, typed=saved))
        if was.typed == text:
            if self.trouble:
                self._kept()
            return  # and nothing is noted of it: a stroke must not go on from what is not written
        begun = minute_id in self._texts
        self._texts[minute_id] = replace(was, typed=text)
        self._place = Place(minute=minute_id, cursor=cursor)
        if begun:
            self._kept(_stroke(minute_id, was.typed, text, cursor))
        else:
            self._kept(*_whole(self._texts[minute_id], cursor))

    def at(self, minute_id: str, cursor: int) -> None:
        """Keeps where the clerk is, without a stroke."""
        place = Place(minute=minute_id, cursor=cursor)
        if place != self._place:
            self._place = place
            self._kept(place)

    def saved(self, *minute_ids: str) -> None:
        """A minute's text is in the meeting's file: its strokes, under each name, are done with."""
        for each in minute_ids:
            self._texts.pop(each, None)
        if self._texts:
            return
        try:
            self._journal.restart(*self._where())
        except StorageError as error:
            self.trouble = str(error)
        else:
            self.trouble = ""

    def close(self, *, left: bool = True) -> None:
        """Lets go of the journal's file; notes there where the clerk left in the ordinary way."""
        if left and self._place is not None:
            self._kept(Left())
        self._journal.close()

    def discard(self) -> None:
        """Lets go of the journal and deletes it, where it holds nothing that is not saved."""
        self._journal.close()
        with suppress(OSError):
            if not self._texts:
                atomic.delete(self._path)

    def _where(self) -> tuple[Place | Taken, ...]:
        """What outlives the strokes: where the clerk is, and where the meeting is."""
        return tuple(line for line in (self._place, self._taken) if line is not None)

    def _kept(self, *lines: Began | Stroke | Place | Taken | Left) -> None:
        """Writes these lines; in place of strokes all that is not saved, where it lacks some."""
        try:
            if self._journal.renewed() or self.trouble:
                left = (line for line in lines if isinstance(line, Left))
                lines = (*self._everything(), *left)
            self._journal.write(*lines)
        except StorageError as error:
            self.trouble = str(error)
        else:
            self.trouble = ""

    def _everything(self) -> tuple[Began | Stroke | Place | Taken, ...]:
        texts = (_whole(unsaved, len(unsaved.typed)) for unsaved in self._texts.values())
        return (*(line for lines in texts for line in lines), *self._where())


def left_open(folder: Path) -> str:
    """The id of a meeting in which a session was cut short, saved or not; empty if there is none.

    Of several, the one that was typed in last. A journal that cannot be read is left to the
    opening of its meeting, which says so.
    """
    newest: tuple[float, str] = (0.0, "")
    for path in folder.glob("*.keys"):
        try:
            found = read_journal(path)
            if found.unsaved or (found.place is not None and not found.left):
                newest = max(newest, (path.stat().st_mtime, path.stem))
        except (StorageError, OSError):
            continue
    return newest[1]


def _whole(unsaved: Unsaved, cursor: int) -> tuple[Began, Stroke]:
    began = Began(minute=unsaved.minute, text=unsaved.saved)
    return began, _stroke(unsaved.minute, unsaved.saved, unsaved.typed, cursor)


def _stroke(minute: str, before: str, after: str, cursor: int) -> Stroke:
    at, removed, inserted = splice(before, after)
    return Stroke(minute=minute, at=at, removed=len(removed), inserted=inserted, cursor=cursor)


def splice(before: str, after: str) -> tuple[int, str, str]:
    """The one place where two texts differ: (at, removed, inserted), as short as may be."""
    shortest = min(len(before), len(after))
    at = _longest(shortest, lambda size: before[:size] == after[:size])
    same = _longest(
        shortest - at,
        lambda size: before[len(before) - size :] == after[len(after) - size :],
    )
    return at, before[at : len(before) - same], after[at : len(after) - same]


def _longest(limit: int, equal: Callable[[int], bool]) -> int:
    """The largest size up to `limit` that is equal, by halving: a stroke must cost little."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if equal(middle):
            low = middle
        else:
            high = middle - 1
    return low
