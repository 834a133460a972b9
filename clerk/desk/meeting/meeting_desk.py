"""One open meeting: do, type, mark who is here, undo, publish, and read its record."""

from clerk.clean import clean_text
from clerk.desk.meeting.findings import Checked
from clerk.desk.meeting.roll_call import RollCall
from clerk.desk.meeting.room import InTheRoom
from clerk.desk.words import tidied
from clerk.domain.life_acts import MinutesPublished, MinutesWithdrawn
from clerk.errors import RefusedError
from clerk.record.freeze import freeze
from clerk.store.notes import read_notes, write_notes

EDIT_PAUSE = 0.4
"""Seconds without a key after which a screen hands over what was typed."""


class MeetingDesk(InTheRoom, RollCall, Checked):
    """A meeting with its file. Every change is an act, saved before the call returns."""

    @property
    def notes(self) -> str:
        """The clerk's private notes on this meeting: in no record, journal, history or backup."""
        return read_notes(self.office.home, self.meeting.id)

    def keep_notes(self, text: str) -> None:
        """Saves the private notes; none at all deletes their file. Raises StorageError."""
        write_notes(self.office.home, self.meeting.id, clean_text(text)[0])

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
