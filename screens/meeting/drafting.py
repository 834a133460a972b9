"""What was typed and is not saved yet: kept until it is, whatever happens on the way."""

from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.meeting.taking import begin
from clerk.errors import ClerkError
from screens.widgets.agenda import Entry


class Drafting:
    """Text by line of the agenda, handed to the desk at each pause; nothing is dropped.

    `trouble` is the sentence that says why the last attempt did not save; empty while all is well.
    """

    def __init__(self, desk: MeetingDesk) -> None:
        self.desk = desk
        self._unsaved = ""
        self._unkept = ""
        self._typed: dict[str, tuple[Entry, str]] = {}

    @property
    def trouble(self) -> str:
        """Why what was typed could not be saved, or not kept in the journal."""
        return self._unsaved or self._unkept

    @property
    def saved(self) -> bool:
        """Whether everything that was typed is on disk."""
        return not self._typed

    @property
    def words(self) -> str:
        """How the strip says it."""
        if self.trouble:
            return f"NOT SAVED: {self.trouble.removeprefix('Not saved: ')}"
        return "saved" if self.saved else "typing"

    def text_of(self, entry: Entry) -> str:
        """What the editor shows for the line: what was typed last, else what is stored."""
        if entry.key in self._typed:
            return self._typed[entry.key][1]
        return self._stored(entry)

    def typed(self, entry: Entry, text: str, cursor: int) -> None:
        """Takes note of what stands in the editor, and has it in the journal before it is shown.

        `cursor` is the place in the text, in characters. An item's first word begins its minute.
        """
        if text == self._stored(entry):
            self._typed.pop(entry.key, None)
        else:
            self._typed[entry.key] = (entry, text)
        minute = self.minute_of(entry)
        if not minute and not self._unsaved:  # in trouble the next pause tries, and not each key
            try:
                minute = self._begun(entry, text)
            except ClerkError as error:
                self._unsaved = str(error)
        self._unkept = self.desk.typed(minute, text, cursor, item=entry.item)

    def moved(self, entry: Entry, cursor: int) -> None:
        """Takes note of where the clerk is, so that the app opens there again."""
        minute = self.minute_of(entry)
        if minute:
            self.desk.moved(minute, cursor)

    def save(self) -> tuple[str, ...]:
        """Hands everything over; returns in words what was cleaned of it.

        What cannot be saved stays, and `trouble` says why; the next call tries again.
        """
        cleaned: list[str] = []
        self._unsaved = self._unkept = ""
        for key, (entry, text) in list(self._typed.items()):
            try:
                cleaned.extend(self._hand_over(entry, text))
            except ClerkError as error:
                self._unsaved = str(error)
            else:
                del self._typed[key]
        return tuple(cleaned)

    def minute_of(self, entry: Entry) -> str:
        """The id of the line's minute; empty while none is begun."""
        meeting = self.desk.meeting
        if entry.minute and meeting.minute(entry.minute):
            return entry.minute
        minute = meeting.minute_of(entry.item) if entry.item else None
        return minute.id if minute else ""

    def _stored(self, entry: Entry) -> str:
        minute = self.desk.meeting.minute(self.minute_of(entry))
        return minute.text if minute else ""

    def _hand_over(self, entry: Entry, text: str) -> tuple[str, ...]:
        minute = self._begun(entry, text)
        return self.desk.edit(minute, text) if minute else ()

    def _begun(self, entry: Entry, text: str) -> str:
        """The id of the line's minute, begun with its first word; empty while there is none."""
        minute = self.minute_of(entry)
        if minute or not text.strip():
            return minute
        return begin(self.desk, entry.item).id
