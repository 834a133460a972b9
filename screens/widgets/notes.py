"""The clerk's private notes on a meeting, saved as they are typed, in a file of their own."""

from textual.timer import Timer
from textual.widgets import TextArea

from clerk.desk.meeting.meeting_desk import EDIT_PAUSE, MeetingDesk
from clerk.errors import ClerkError
from screens.literal import plain

_PROMPT = "Nobody prints, publishes or finds what you type here."


class PrivateNotes(TextArea):
    """Reads the notes when shown, saves them at each pause and on leaving; its frame says so."""

    def __init__(self, desk: MeetingDesk, id: str) -> None:
        super().__init__(id=id, soft_wrap=True, highlight_cursor_line=False, placeholder=_PROMPT)
        self._desk = desk
        self._kept = ""
        self._pause: Timer | None = None

    def on_mount(self) -> None:
        """Reads them."""
        self.border_title = plain("PRIVATE NOTES · not in the record")
        try:
            self._kept = self._desk.notes
        except ClerkError as error:
            self.read_only = True
            self.border_subtitle = plain(str(error))
            return
        self.load_text(self._kept)
        self.move_cursor(self.document.end)
        self.read_only = bool(self._desk.held)
        self.border_subtitle = plain("open elsewhere" if self._desk.held else "saved")

    def on_text_area_changed(self) -> None:
        """Saves at the next pause."""
        if self.text == self._kept or self.read_only:
            return
        self.border_subtitle = "typing"
        if self._pause is not None:
            self._pause.reset()
        else:
            self._pause = self.set_timer(EDIT_PAUSE, self.keep)

    def on_blur(self) -> None:
        """Saves at once."""
        self.keep()

    def on_unmount(self) -> None:
        """So does closing."""
        self.keep()

    def keep(self) -> None:
        """Saves them now; where that fails, the frame says why, and the next pause tries again."""
        if self._pause is not None:
            self._pause.stop()
            self._pause = None
        if self.text == self._kept or self.read_only:
            return
        try:
            self._desk.keep_notes(self.text)
        except ClerkError as error:
            self.border_subtitle = plain(f"NOT SAVED: {error}")
            self._pause = self.set_timer(_AGAIN, self.keep)
            return
        self._kept = self.text
        self.border_subtitle = "saved"

    def check_consume_key(self, key: str, character: str | None = None) -> bool:  # noqa: ARG002
        """Letters never act as commands here, not even in notes that cannot be changed."""
        return character is not None and character.isprintable()


_AGAIN = 2.0
"""Seconds between attempts to save what could not be saved."""
