"""A text area that offers words behind the cursor: Tab takes them all, Right takes one.

Nothing is offered but at the end of a line, and no key that types is ever held: a wrong offer
costs a glance. The space behind words that were taken gives way to what is typed next.
"""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.widgets import TextArea

from clerk.suggest import NOTHING, Completer, Suggestion, stroke


class OfferingTextArea(TextArea):
    """Offers what `completer` suggests; nothing while there is none."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "take_all", show=False)]
    completer: Completer | None = None
    _offered: Suggestion = NOTHING
    _space_is_ours: bool = False
    """Whether the last space was put behind words that were taken."""

    def update_suggestion(self) -> None:
        """Asked by Textual after each change of the text or of the cursor."""
        self._offered = NOTHING
        row, column = self.cursor_location
        at_end = column == len(self.document.get_line(row))
        if self.completer is not None and at_end and not self.read_only:
            line = self.document.get_line(row)
            before = "\n".join(self.document.lines[:row])
            text = f"{before}\n{line}" if row else line
            self._offered = self.completer.suggest(text, len(text))
        self.suggestion = self._offered.ghost

    def action_take_all(self) -> None:
        """Takes everything that is offered; does nothing else."""
        self._take(self._offered.words)

    def action_cursor_right(self, select: bool = False) -> None:
        """One word of what is offered; without an offer, one character on."""
        if self._offered and not select:
            self._take(self._offered.first)
        else:
            super().action_cursor_right(select)

    def _take(self, words: str) -> None:
        if not words:
            return
        row, column = self.cursor_location
        start = (row, max(0, column - self._offered.replace))
        # Ours before the text changes: the change asks at once what to offer next.
        self._space_is_ours = words.endswith(" ")
        done = self.replace(words, start, (row, column), maintain_selection_offset=False)
        self.move_cursor(done.end_location)

    async def _on_key(self, event: Key) -> None:
        """A mark typed behind words that were taken goes before their space."""
        character = "\n" if event.key == "enter" else event.character
        ours, self._space_is_ours = self._space_is_ours, False
        typed = bool(character) and (event.is_printable or event.key == "enter")
        if ours and typed and character and not self.read_only:
            row, column = self.cursor_location
            done = stroke(self.document.get_line(row)[:column], character, ours=True)
            if (done.remove, done.insert) != (0, character):
                event.stop()
                event.prevent_default()
                start = (row, column - done.remove)
                result = self.replace(
                    done.insert, start, (row, column), maintain_selection_offset=False
                )
                self.move_cursor(result.end_location)
                self._space_is_ours = done.ours
                return
        await super()._on_key(event)
