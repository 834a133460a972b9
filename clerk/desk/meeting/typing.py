"""Text while it is typed: each stroke in the journal, recovered when a desk is opened again."""

from collections.abc import Callable
from pathlib import Path

from clerk.domain.meetings import Meeting
from clerk.errors import StorageError
from clerk.store.journal import Began, Found, Journal, Left, Place, Stroke, Taken, read_journal


class Typing:
    """What was typed into a meeting since it was saved.

    `trouble` says in words why strokes cannot be kept; empty while they are.
    """

    def __init__(self, folder: Path, meeting: Meeting) -> None:
        self._path = folder / f"{meeting.id}.keys"
        self._journal = Journal(self._path)
        self._texts: dict[str, str] = {}
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
        before = self._texts.get(minute_id, saved)
        if before == text:
            return  # and nothing is noted of it: a stroke must not go on from what is not written
        lines: list[Began | Stroke] = []
        if minute_id not in self._texts:
            lines.append(Began(minute=minute_id, text=saved))
        at, removed, inserted = splice(before, text)
        lines.append(
            Stroke(minute=minute_id, at=at, removed=len(removed), inserted=inserted, cursor=cursor)
        )
        self._place = Place(minute=minute_id, cursor=cursor)
        if self._kept(*lines):
            self._texts[minute_id] = text
        else:
            # Begin anew with the whole text as soon as the disk takes it again.
            self._texts.pop(minute_id, None)

    def at(self, minute_id: str, cursor: int) -> None:
        """Keeps where the clerk is, without a stroke."""
        place = Place(minute=minute_id, cursor=cursor)
        if place != self._place:
            self._place = place
            self._kept(place)

    def saved(self, minute_id: str) -> None:
        """The minute's text is in the meeting's file: its strokes are done with."""
        self._texts.pop(minute_id, None)
        if self._texts:
            return
        try:
            self._journal.restart(*self._where())
        except StorageError as error:
            self.trouble = str(error)
        else:
            self.trouble = ""

    def close(self) -> None:
        """Notes that the clerk left in the ordinary way, and lets go of the journal's file."""
        if self._place is not None:
            self._kept(Left())
        self._journal.close()

    def _where(self) -> tuple[Place | Taken, ...]:
        """What outlives the strokes: where the clerk is, and where the meeting is."""
        return tuple(line for line in (self._place, self._taken) if line is not None)

    def _kept(self, *lines: Began | Stroke | Place | Taken | Left) -> bool:
        try:
            self._journal.write(*lines)
        except StorageError as error:
            self.trouble = str(error)
            return False
        self.trouble = ""
        return True


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
