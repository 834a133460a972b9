"""The private notes over another screen of the meeting.

Keys: Ctrl+D opens them (1), Ctrl+D or Esc goes back (1); they are saved as they are typed.
"""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from clerk.desk.meeting.meeting_desk import MeetingDesk
from screens.keys import bindings
from screens.literal import say
from screens.widgets.key_line import KeyLine
from screens.widgets.notes import PrivateNotes


class NotesOver(ModalScreen[None]):
    """The notes, where the screen below has no pane for them."""

    BINDINGS = bindings("notes")

    def __init__(self, desk: MeetingDesk) -> None:
        super().__init__()
        self._desk = desk
        self._asked_to_leave = False

    def compose(self) -> ComposeResult:
        with Vertical(id="notes-over"):
            yield PrivateNotes(self._desk, id="notes")
        yield KeyLine("notes")

    def action_leave(self) -> None:
        """Back; notes that could not be saved are lost only where this is asked twice."""
        if not self.is_current:
            return
        if self.query_one(PrivateNotes).keep() or self._asked_to_leave:
            self.dismiss(None)
            return
        self._asked_to_leave = True
        say(self, "Not left: the notes are not saved. Esc again leaves them so.", severity="error")
