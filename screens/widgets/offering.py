"""A text area that offers words behind the cursor: Tab takes them all, Right takes one.

Nothing is offered but at the end of a line, and no key that types is ever held: a wrong offer
costs a glance. The space behind words that were taken gives way to what is typed next.
"""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from clerk.suggest import NOTHING, Completer, Suggestion, stroke


class OfferingTextArea(TextArea):
    """Offers what `completer` suggests; nothing while there is none."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "take_all", show=False)]
    completer: Completer | None = None
    _offered: Suggestion = NOTHING
    _space_is_ours: bool = False
    """Whether the space before the cursor was put there behind words that were taken."""

    def update_suggestion(self) -> None:
        """Asked by Textual once after each change of the text."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        found = NOTHING
        if self.completer is not None and column == len(line) and not self.read_only:
            found = self.completer.suggest(line, column)  # which looks no further back
        self._offer(found)

    def watch_selection(self, before: Selection, now: Selection) -> None:
        """An offer holds where it was made, and so does the space: elsewhere neither is meant."""
        if now != before:
            self._offer(NOTHING)

    def watch_read_only(self) -> None:
        """Nothing is offered in a text that cannot be changed, not even what stood there before."""
        self._offer(NOTHING)

    def action_take_all(self) -> None:
        """Takes everything that is offered; does nothing else."""
        self._take(self._offered.words)

    def action_cursor_right(self, select: bool = False) -> None:
        """One word of what is offered; without an offer, one character on."""
        if self._offered and not select:
            self._take(self._offered.first)
            return
        self._offer(NOTHING)  # else Textual would put the ghost as it stands, arrow and all
        super().action_cursor_right(select)

    def _offer(self, suggestion: Suggestion) -> None:
        self._space_is_ours = False
        self._offered = suggestion
        self.suggestion = suggestion.ghost

    def _take(self, words: str) -> None:
        if not words:
            return
        row, column = self.cursor_location
        start = (row, max(0, column - self._offered.replace))
        self.replace(words, start, (row, column), maintain_selection_offset=False)
        self._space_is_ours = words.endswith(" ")

    def on_key(self, event: Key) -> None:
        """A mark typed behind words that were taken goes before their space."""
        character = "\n" if event.key == "enter" else event.character
        typed = event.is_printable or event.key == "enter"
        if not (self._space_is_ours and typed and character):
            return
        row, column = self.cursor_location
        done = stroke(self.document.get_line(row)[:column], character, ours=True)
        if (done.remove, done.insert) == (0, character):
            return
        event.stop()
        event.prevent_default()
        start = (row, column - done.remove)
        self.replace(done.insert, start, (row, column), maintain_selection_offset=False)
        self._space_is_ours = done.ours
