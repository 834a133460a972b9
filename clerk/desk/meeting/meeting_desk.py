"""One open meeting: do, type, mark who is here, undo, publish, and read its record."""

from contextlib import suppress

from clerk.clean import clean_text
from clerk.desk.meeting.findings import Checked
from clerk.desk.meeting.roll_call import RollCall
from clerk.desk.meeting.room import InTheRoom
from clerk.desk.typing import Typing
from clerk.desk.words import tidied
from clerk.domain.life_acts import MinutesPublished, MinutesWithdrawn
from clerk.errors import RefusedError, StorageError
from clerk.record.freeze import freeze
from clerk.store.elsewhere import of_copies
from clerk.store.notes import notes_journal, read_notes, recover_notes, write_notes

EDIT_PAUSE = 0.4
"""Seconds without a key after which a screen hands over what was typed."""
_NOTES = "notes"
"""What their journal names them by."""


class MeetingDesk(InTheRoom, RollCall, Checked):
    """A meeting with its file. Every change is an act, saved before the call returns."""

    _noting: Typing | None = None

    def _opened_for_writing(self) -> None:
        super()._opened_for_writing()
        with suppress(StorageError):  # they stay in their journal, and are read from there
            recover_notes(self.office.home, self.meeting.id)
        with suppress(StorageError):
            self._ledger.notices += of_copies(self.path)

    @property
    def notes(self) -> str:
        """The clerk's private notes on this meeting: in no record, journal, history or backup."""
        return read_notes(self.office.home, self.meeting.id)

    def note(self, text: str, saved: str) -> None:
        """Keeps what stands in the notes at each key; `saved` is what was saved of them last.

        Raises nothing: saving them says what is wrong.
        """
        if self._noting is None:
            self._noting = Typing(notes_journal(self.office.home, self.meeting.id))
        self._noting.typed(_NOTES, clean_text(saved)[0], clean_text(text)[0], len(text))

    def keep_notes(self, text: str) -> None:
        """Saves the private notes; none at all deletes their file. Raises StorageError."""
        write_notes(self.office.home, self.meeting.id, clean_text(text)[0])
        if self._noting is not None:
            self._noting.saved(_NOTES)

    def close(self, *, left: bool = True) -> None:
        """Lets go of the notes' journal, and of all else."""
        if self._noting is not None:
            self._noting.discard()
            self._noting = None
        super().close(left=left)

    def publish(self) -> None:
        """Fixes the numbers and freezes the record; raises RefusedError where it cannot be."""
        self._refuse_read_only()
        meeting = self.meeting
        if meeting.called_off is not None:
            raise RefusedError(f"This meeting was {meeting.called_off.words}: it has no minutes.")
        if meeting.state != "draft":
            raise RefusedError(f"These minutes are {meeting.state} already.")
        if not meeting.minutes:
            raise RefusedError("There are no minutes to publish yet. Minute an item first.")
        self._context = None  # another meeting of the series may have taken numbers meanwhile
        published, numbers = freeze(meeting, self.context, self.office.today)
        first, last = meeting.minutes[0].id, meeting.minutes[-1].id
        run = f"{numbers[first].text} to {numbers[last].text}"
        said = f"Minutes {run} published" if first != last else f"Minute {run.split()[0]} published"
        self.do(MinutesPublished(published=published, numbers=numbers), said)

    def withdraw(self, reason: str) -> None:
        """Takes the publication back, so that the minutes can change again.

        Raises RefusedError without a reason, and where they are not published, or confirmed.
        """
        words = tidied(reason)
        if not words:
            raise RefusedError("Say why the publication is withdrawn: the reason is kept.")
        self.do(MinutesWithdrawn(reason=words), f"Publication withdrawn: {words}")
