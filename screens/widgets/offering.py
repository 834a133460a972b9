"""A text area that offers words behind the cursor: Tab takes them all, Right takes one.

Nothing is offered but at the end of a line, and no key that types is ever held: a wrong offer
costs a glance. The space behind words that were taken gives way to what is typed next.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from clerk.suggest import NOTHING, Completer, Suggestion, ends_here, stroke


class _Turn(NamedTuple):
    """A text put by a key that puts another when it is pressed again."""

    start: tuple[int, int]
    end: tuple[int, int]
    put: str
    gap: str
    """The end of a line before it, where it was put behind other words."""
    at: int
    """Which of the choices it is."""


class OfferingTextArea(TextArea):
    """Offers what `completer` suggests; nothing while there is none."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "take_all", show=False)]
    completer: Completer | None = None
    learns_as: str = ""
    """The business whose minute is typed, for the completer; empty where nothing may be learnt."""
    _offered: Suggestion = NOTHING
    _turn: _Turn | None = None
    _has_offered: bool = False
    _space_is_ours: bool = False
    """Whether the space before the cursor was put there behind words that were taken."""

    def update_suggestion(self) -> None:
        """Asked by Textual once after each change of the text."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        found = NOTHING
        if self.completer is not None and column == len(line) and not self.read_only:
            self._learn(line)
            found = self.completer.suggest(line, column)  # which looks no further back
        self._offer(found)

    @property
    def offered(self) -> Suggestion:
        """What is shown behind the cursor; NOTHING where nothing is."""
        return self._offered

    @property
    def space_is_ours(self) -> bool:
        """Whether the space before the cursor gives way to what is typed next."""
        return self._space_is_ours

    def learn_all(self) -> None:
        """Learns the whole minute, its last sentence too: another is taken up."""
        if self.learns_as and self.completer is not None:
            self.completer.learn(self.text + "\n", of=self.learns_as)

    def _learn(self, line: str) -> None:
        """Learns the minute where a sentence of it was just finished, at once: not by the clock."""
        if self.learns_as and self.completer is not None and ends_here(line or "\n"):
            self.completer.learn(self.text, of=self.learns_as)

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

    @dataclass
    class FirstOffer(Message):
        """Words are shown behind the cursor for the first time."""

    def _offer(self, suggestion: Suggestion) -> None:
        if suggestion and not self._has_offered:
            self._has_offered = True
            self.post_message(self.FirstOffer())
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

    # --- texts put in turn by one key ---------------------------------------------------------

    @property
    def in_turn(self) -> bool:
        """Whether what was put last still stands, with the cursor right behind it."""
        turn = self._turn
        return turn is not None and self._text_of(turn) == turn.put

    @property
    def text_out_of_turn(self) -> str:
        """The text without what was put last, where the key that puts it is pressed again."""
        if self._turn is None or not self.in_turn:
            return self.text
        whole = self.text
        at = len("\n".join(whole.split("\n")[: self._turn.start[0]])) + bool(self._turn.start[0])
        at += self._turn.start[1]
        return whole[:at] + whole[at + len(self._turn.put) :]

    @property
    def line_at_cursor(self) -> str:
        """The line in which the cursor stands."""
        return self.document.get_line(self.cursor_location[0])

    def put_in_turn(self, choices: Sequence[str], *, instead: bool = False) -> int:
        """Puts the first of the choices on a line of its own, or the next where one was put before.

        Behind the last comes none. Returns which was put; -1 for none. `instead` puts them in the
        place of the cursor's line.
        """
        at = 0
        if self._turn is not None and self.in_turn:
            at = self._turn.at + 1
            start, end, gap = self._turn.start, self.cursor_location, self._turn.gap
        else:
            row, line = self.cursor_location[0], self.line_at_cursor
            start = (row, 0 if instead else len(line))
            end, gap = (row, len(line)), "\n" if line.strip() and not instead else ""
        put = gap + choices[at] if at < len(choices) else ""
        done = self.replace(put, start, end, maintain_selection_offset=False)
        self._offer(NOTHING)
        if not put:
            self._turn = None
            return -1
        self._turn = _Turn(start, done.end_location, put, gap, at)
        return at

    def _text_of(self, turn: "_Turn") -> str:
        return self.document.get_text_range(turn.start, self.cursor_location)

    def on_key(self, event: Key) -> None:
        """A mark typed behind words that were taken goes before their space."""
        if self._closes_up(event):
            event.stop()
            event.prevent_default()

    def _closes_up(self, event: Key) -> bool:
        """Whether the key was typed, with the space before it moved or taken away."""
        character = "\n" if event.key == "enter" else event.character
        typed = event.is_printable or event.key == "enter"
        if not (self._space_is_ours and typed and character):
            return False
        row, column = self.cursor_location
        done = stroke(self.document.get_line(row)[:column], character, ours=True)
        if (done.remove, done.insert) == (0, character):
            return False
        start = (row, column - done.remove)
        self.replace(done.insert, start, (row, column), maintain_selection_offset=False)
        self._space_is_ours = done.ours
        return True
