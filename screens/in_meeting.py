"""What every screen of a meeting shares: the meeting, the item in hand, the line to say acts in.

Keys: Ctrl+K opens the line (1), then what one would say, Enter; the cursor is where it was.
"""

from textual import work

from clerk.desk.meeting_desk import MeetingDesk
from clerk.desk.room import Said
from screens.base import ClerkScreen
from screens.dialogs.notes import NotesOver
from screens.dialogs.say_line import SayLine
from screens.keys import bindings
from screens.widgets.said import SaidLine


class InMeeting(ClerkScreen):
    """A screen of one meeting."""

    BINDINGS = bindings("in meeting")

    def __init__(self, desk: MeetingDesk, item: str = "") -> None:
        super().__init__(desk.office)
        self.desk = desk
        self._item = item

    @property
    def item(self) -> str:
        """What acts done here are about: an item, or a minute without one; empty before them."""
        return self._item

    def put_away(self) -> bool:
        """Saves what is being typed; whether everything is saved."""
        return True

    def show_anew(self) -> None:
        """Shows what came of an act."""

    @work(exclusive=True, group="dialog")
    async def action_say(self) -> None:
        """A line in which an act is typed as it is said."""
        if self.put_away():
            said = await self.app.push_screen_wait(SayLine(self.desk, self.item))
            if said is not None:
                self.tell_done(said)

    def action_undo(self) -> None:
        """Takes back the last change of the meeting, and says what it was."""
        said = self.attempt(self.desk.undo)
        if said is not None:
            self.show_anew()
            self.tell(f"Taken back: {said}.")

    def action_notes(self) -> None:
        """The private notes, over what is shown."""
        if self.put_away():
            self.app.push_screen(NotesOver(self.desk))

    def tell_done(self, said: Said) -> None:
        """Shows what came of acts, and says how they will print and what to look at."""
        self.show_anew()
        words = " ".join((said.echo, *said.warnings)) or "Done."
        for line in self.query(SaidLine):  # no notice over it: nothing went wrong
            line.keep(words, "warning" if said.warnings else "information")
