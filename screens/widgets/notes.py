"""The clerk's private notes on a meeting, saved as they are typed, in a file of their own."""

from contextlib import suppress

from textual.timer import Timer
from textual.widgets import TextArea

from clerk.desk.meeting.meeting_desk import MeetingDesk
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
        self.read()

    def read(self) -> None:
        """Shows the notes as they are kept; they can be changed where the meeting can."""
        self.border_title = plain("PRIVATE NOTES · not in the record")
        try:
            self._kept = self._desk.notes
        except ClerkError as error:
            self.read_only = True
            self.border_subtitle = plain(str(error))
            return
        self.load_text(self._kept)
        self.move_cursor(self.document.end)
        self.read_only = bool(self._desk.held or self._desk.unwritable)
        short = self._desk.holder or "can only be read here"
        self.border_subtitle = plain(f"READ ONLY: {short}") if self.read_only else "saved"

    def follow(self) -> None:
        """Where they can only be read: what whoever has the meeting open has written since."""
        if not self.read_only:
            return
        with suppress(ClerkError):
            if self._desk.notes == self._kept:
                return
        self.read()

    def on_text_area_changed(self) -> None:
        """Keeps each key, and saves within a second, while the typing goes on."""
        if self.text == self._kept or self.read_only:
            return
        self._desk.note(self.text, self._kept)
        self.border_subtitle = "typing"
        if self._pause is None:
            self._pause = self.set_timer(_WITHIN, self.keep)

    def on_blur(self) -> None:
        """Saves at once."""
        self.keep()

    def on_unmount(self) -> None:
        """So does closing."""
        self.keep()

    def keep(self) -> bool:
        """Saves them now, and says whether they are saved.

        Where that fails, the frame says why, and it is tried again by itself.
        """
        if self._pause is not None:
            self._pause.stop()
            self._pause = None
        if self.text == self._kept or self.read_only:
            return True
        try:
            self._desk.keep_notes(self.text)
        except ClerkError as error:
            self.border_subtitle = plain(f"NOT SAVED: {str(error).removeprefix('Not saved: ')}")
            self._pause = self.set_timer(_AGAIN, self.keep)
            return False
        self._kept = self.text
        self.border_subtitle = "saved"
        return True

    def check_consume_key(self, key: str, character: str | None = None) -> bool:  # noqa: ARG002
        """Letters never act as commands here, not even in notes that cannot be changed."""
        return character is not None and character.isprintable()


_WITHIN = 1.0
"""Seconds between two saves while typing."""
_AGAIN = 2.0
"""Seconds between attempts to save what could not be saved."""
