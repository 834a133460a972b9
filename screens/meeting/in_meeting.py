"""What every screen of a meeting shares: the meeting, the item in hand, the line to say acts in.

Keys: Ctrl+K opens the line (1), then what one would say, Enter; the cursor is where it was.
"""

from collections.abc import Callable

from textual import work

from clerk.desk.lists.search import Hit
from clerk.desk.meeting.copying import is_exempt, text_of_minute, write_copy
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.meeting.passages import Passage
from clerk.desk.meeting.room import Said
from screens.base import ClerkScreen
from screens.dialogs.find_in_meeting import FindInMeeting
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
        self._exempt_asked = ""
        """The exempt minute whose copy was asked for once."""

    @property
    def item(self) -> str:
        """What acts done here are about: an item, or a minute without one; empty before them."""
        return self._item

    @property
    def read_only(self) -> str:
        """Who else has the meeting open, or why it can only be read; empty where it can change."""
        return self.desk.held_here or self.desk.read_only

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

    def action_find(self) -> None:
        """Words in this meeting, or in all meetings."""
        if self.put_away():
            self._find()

    @work(exclusive=True, group="dialog")
    async def _find(self) -> None:
        found = await self.app.push_screen_wait(FindInMeeting(self.desk))
        if isinstance(found, Hit):
            self.open_hit(found)
        elif found is not None:
            self.go_to_passage(found)

    def go_to_passage(self, passage: Passage) -> None:
        """Shows where words stand; this screen shows no minutes, so it says in which they are."""
        self.tell(f"It stands in “{passage.title}”. Esc, then Ctrl+F and Enter goes there.")

    def open_hit(self, hit: Hit) -> None:
        """Opens another meeting at what was found in it."""
        if hit.meeting == self.desk.ref:
            self.go_to_passage(Passage(minute=hit.minute, title=hit.title))
        else:
            self.app.open_meeting(self, hit.meeting, hit.minute)

    def copy(self, deed: Callable[[], str], what: str) -> None:
        """Puts plain text on the clipboard and into a file, and says so."""
        text = self.attempt(deed)
        path = self.attempt(lambda: write_copy(self.desk, text)) if text else None
        if text and path is not None:
            self.app.copy_to_clipboard(text)
            self.tell(f"Copied: {what}. It is also in {path}.")

    def copy_minute(self, minute_id: str) -> None:
        """One minute; the words of an exempt one only where it is asked for again."""
        if not is_exempt(self.desk.meeting, minute_id):
            self.copy(lambda: text_of_minute(self.desk, minute_id), "this minute")
            return
        if self._exempt_asked != minute_id:
            self._exempt_asked = minute_id
            self.copy(
                lambda: text_of_minute(self.desk, minute_id),
                "what the public edition says of this exempt minute; the same key again copies "
                "its words",
            )
            return
        self._exempt_asked = ""
        text = self.attempt(lambda: text_of_minute(self.desk, minute_id, exempt=True))
        if text:
            self.app.copy_to_clipboard(text)
            self.tell("Copied: the words of this EXEMPT minute, and written to no file.", "warning")

    @property
    def words_shown(self) -> str:
        """What stands on this screen of the line that is marked: it is not said a second time."""
        return ""

    def tell_done(self, said: Said) -> None:
        """Shows what came of acts, and says how they will print and what to look at."""
        self.show_anew()
        told = [each for each in (said.echo, *said.warnings) if each not in self.words_shown]
        words = " ".join(filter(None, told)) or "Done; u takes it back."
        for line in self.query(SaidLine):  # no notice over it: nothing went wrong
            line.keep(words, "warning" if said.warnings else "information")
