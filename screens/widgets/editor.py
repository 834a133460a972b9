"""Where the text of one minute is typed."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.events import Key, Paste
from textual.geometry import Region
from textual.message import Message
from textual.reactive import Reactive, reactive
from textual.strip import Strip
from textual.widgets.text_area import Selection

from clerk.clean import clean_text
from clerk.notation.marks import with_mark
from screens.literal import plain
from screens.widgets.notated import NotatedTextArea

Location = tuple[int, int]
_CHANGING = ("enter", "backspace", "delete")
"""Keys that change a text, besides those that print."""


class Editor(NotatedTextArea):
    """Holds one minute at a time: the cost of a key grows with the lines that it holds.

    A key paints the rows that it changes, where a bare TextArea paints them all.

    Its own undo is switched off: the meeting's undo reaches further back, to other days too. Tab
    takes what is offered and does nothing else, so that a slip never turns typing into commands.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("shift+tab", "nothing", show=False),
        Binding("f6,f7", "nothing", show=False),
    ]

    @dataclass
    class UndoAsked(Message):
        """The clerk wants the last typing back as it was."""

    @dataclass
    class RedoAsked(Message):
        """The clerk wants what was taken back done again."""

    @dataclass
    class PasteCleaned(Message):
        """What was pasted held what Word cannot: `words` say what became of it."""

        words: tuple[str, ...]

    @dataclass
    class NotTaken(Message):
        """Words were typed into a text that cannot be changed."""

    selection: Reactive[Selection] = reactive(
        Selection(), init=False, always_update=True, repaint=False
    )
    suggestion: Reactive[str] = reactive("", repaint=False)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._drawn: LRUCache[tuple[object, ...], Strip] = LRUCache(512)
        self._rows: list[tuple[int, int, int]] = []
        """Of each row: its line, and from where to where in it; -1 for the line's end."""
        self._shown: dict[int, tuple[object, ...] | None] = {}
        """The keys of the rows as they were drawn last, by their place on the screen."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draws the rows; which words stand in which is looked up once for them all."""
        self._rows = self._rows_now()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """A row away from cursor and selection is drawn once for the same words.

        Textual draws every row anew at each key where lines wrap: it was a third of a key's cost.
        """
        key = self._shown[y] = self._row_key(self.scroll_offset.y + y)
        if key is None:
            return super().render_line(y)
        drawn = self._drawn.get(key)
        if drawn is None:
            drawn = self._drawn[key] = super().render_line(y)
        return drawn

    def watch_selection(self, before: Selection, now: Selection) -> None:
        """Textual sets it at each key, too: it tells where there is something new to paint."""
        super().watch_selection(before, now)
        self._paint_changed()
        row = self.wrapped_document.location_to_offset(self.cursor_location).y
        if not 0 <= row - self.scroll_offset.y < self.scrollable_content_region.height:
            # A word that wraps below the last row: Textual scrolls to it only at the next key.
            self.call_after_refresh(self.scroll_cursor_visible)

    def watch_suggestion(self) -> None:
        """What is offered stands in the cursor's line."""
        self._paint_changed()

    def _paint_changed(self) -> None:
        """Has only those rows painted that look otherwise than they stand on the screen."""
        self._rows = self._rows_now()
        top = self.scroll_offset.y
        for y in range(self.size.height):
            key = self._row_key(top + y)
            if key is None or key != self._shown.get(y):
                self.refresh_lines(top + y)

    def _rows_now(self) -> list[tuple[int, int, int]]:
        lines, offsets = range(self.document.line_count), self.wrapped_document.get_offsets
        return [
            (line, start, end) for line in lines for start, end in pairwise((0, *offsets(line), -1))
        ]

    def _row_key(self, row: int) -> tuple[object, ...] | None:
        """What a row looks like depends on this alone; None where it must be drawn each time."""
        looks = (self.size, self.gutter_width, self.app.theme, self.has_focus, self.read_only)
        if row >= len(self._rows):
            return ("", -1, *looks) if row else None
        line, start, end = self._rows[row]
        (one, _), (other, _) = self.selection
        if min(one, other) <= line <= max(one, other):
            return None
        bracket = self.matching_bracket_location
        if bracket is not None and bracket[0] == line:
            return None
        return (self.document.get_line(line), start, end, *self.beside(line, start), *looks)

    def check_consume_key(self, key: str, character: str | None = None) -> bool:  # noqa: ARG002
        """Letters never act as commands here, not even in minutes that cannot be changed."""
        return character is not None and character.isprintable()

    def on_key(self, event: Key) -> None:
        """What is typed where nothing can be changed is not passed over in silence.

        Nor does it go on to the agenda: + would confirm the last minutes, and Delete strike off.
        """
        if self.read_only and (event.is_printable or event.key in _CHANGING):
            event.stop()
            self.post_message(self.NotTaken())

    def on_paste(self, event: Paste) -> None:
        """Cleans what comes from elsewhere before it is put in."""
        if self.read_only:
            self.post_message(self.NotTaken())
        event.text, words = clean_text(event.text)
        if words and not self.read_only:
            self.post_message(self.PasteCleaned(words))

    def action_undo(self) -> None:
        """Undo is the meeting's."""
        self.post_message(self.UndoAsked())

    def action_redo(self) -> None:
        """So is redo."""
        self.post_message(self.RedoAsked())

    def mark_selection(self) -> bool:
        """Marks the selected words of one line as what is resolved, or takes the mark away."""
        (row, start), (other, end) = sorted(self.selection)
        if row != other or start == end:
            return False
        line = self.document.get_line(row)
        marked = with_mark(line, start, end)
        if marked == line:
            return False
        self.replace(marked, (row, 0), (row, len(line)), maintain_selection_offset=False)
        self.move_cursor((row, end + len(marked) - len(line)))
        return True

    def say_below(self, words: str) -> None:
        """Words in the frame below the text: why it cannot be changed, or what is amiss."""
        if str(self.border_subtitle or "") != words:
            self.border_subtitle = plain(words)

    def action_nothing(self) -> None:
        """For keys that must not act here."""

    def show(self, text: str, at: Location | None = None) -> None:
        """Another text, with the cursor at `at`, or at the end."""
        if text != self.text_to_keep:
            self.load_text(text)
        self.move_cursor(self.document.end if at is None else self._within(at))

    @property
    def text_to_keep(self) -> str:
        """The text without the space that nobody typed, which still waits for what comes next."""
        if not self._space_is_ours:
            return self.text
        at = self.characters_before
        return self.text[:at] + self.text[at + 1 :]

    @property
    def characters_before(self) -> int:
        """How many characters of the text to keep stand before the cursor."""
        row, column = self.cursor_location
        before = sum(len(self.document.get_line(line)) + 1 for line in range(row)) + column
        return before - self._space_is_ours

    def place_behind(self, characters: int) -> None:
        """Puts the cursor behind so many characters, or at the end of a shorter text."""
        head = self.text[:characters].split("\n")
        self.move_cursor((len(head) - 1, len(head[-1])))

    def _within(self, at: Location) -> Location:
        row = min(at[0], self.document.line_count - 1)
        return row, min(at[1], len(self.document.get_line(row)))


def place_of_change(before: str, after: str) -> Location:
    """Where `after` stops being `before`, at the end of what differs: row and column."""
    same = 0
    shortest = min(len(before), len(after))
    while same < shortest and before[-1 - same] == after[-1 - same]:
        same += 1
    head = after[: len(after) - same].split("\n")
    return len(head) - 1, len(head[-1])
