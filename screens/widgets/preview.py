"""Lines of the record as they will print, with a mark that stands on one of them.

Keys while it has the focus: ↑ and ↓ from line to line, Page Up and Page Down, Home and End.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual.binding import Binding
from textual.content import Content
from textual.events import Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from clerk.domain.printed import Line
from screens.literal import plain
from screens.widgets.printed import Laid, Row, rows_of

_MARK, _NO_MARK = "▌", " "
_NARROWEST = 20
_KEPT_ROWS = 20_000
"""Rows kept as they were drawn: more than a long record has."""


class Preview(ScrollView, can_focus=True):
    """Draws lines of the record at its own width; `empty` stands there while there are none."""

    BINDINGS = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "edge(-1)", show=False),
        Binding("end", "edge(1)", show=False),
    ]

    @dataclass
    class Marked(Message):
        """The mark was moved by a key to this line of the record."""

        preview: "Preview"
        line: Line

        @property
        def control(self) -> "Preview":
            """Whose mark it is."""
            return self.preview

    def __init__(self, id: str, *, beside_typing: bool = False) -> None:
        super().__init__(id=id)
        self._beside_typing = beside_typing
        """Where words are typed next to it, letters pressed here are most likely meant for them."""
        self._lines: tuple[Line, ...] = ()
        self._empty = ""
        self._rows: list[Row] = []
        self._laid: Laid = {}
        self._drawn: dict[tuple[int, bool], tuple[Content, Strip]] = {}
        """Rows as they were drawn, by the identity of their words, which is held with them."""
        self._width = 0
        self._at = 0

    @property
    def marked(self) -> Line | None:
        """The line that the mark stands on; None where there are none."""
        return self._lines[self._at] if self._lines else None

    @property
    def place(self) -> int:
        """Which of the lines the mark stands on."""
        return self._at

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines shown."""
        return self._lines

    def show(self, lines: Sequence[Line], empty: str = "") -> None:
        """Draws these lines, or the words `empty` in place of none; the mark stays where it was."""
        new = tuple(lines)
        if (new, empty) == (self._lines, self._empty) and self._rows:
            return
        self._lines, self._empty = new, empty
        self._at = min(self._at, max(len(new) - 1, 0))
        self._lay_out()

    def follow(self, facts: Collection[str]) -> None:
        """The mark goes to the first line that prints one of these facts, if there is one."""
        at = next((at for at, line in enumerate(self._lines) if line.fact in facts), None)
        if at is not None:
            self.mark(at)

    def mark(self, at: int) -> None:
        """Puts the mark on a line, and brings it into view."""
        before = self._at
        self._at = max(0, min(at, len(self._lines) - 1)) if self._lines else 0
        if self._at != before:
            for row, (_, line) in enumerate(self._rows):
                if line in (before, self._at):
                    self.refresh_lines(row)
        self._into_view()

    def action_step(self, by: int) -> None:
        """One line on or back; lines that stand beside another are passed with it."""
        places = sorted({row.line for row in self._rows}) if self._lines else []
        if not places:
            return
        near = places.index(self._at) if self._at in places else 0
        self._go_to(places[max(0, min(near + by, len(places) - 1))])

    def action_page(self, by: int) -> None:
        """A page on or back."""
        if not self._lines:
            return
        here = next((at for at, row in enumerate(self._rows) if row.line == self._at), 0)
        row = here + by * max(self.scrollable_content_region.height - 1, 1)
        self._go_to(self._rows[max(0, min(row, len(self._rows) - 1))].line)

    def action_edge(self, by: int) -> None:
        """The first line, or the last."""
        if self._lines:
            self._go_to(0 if by < 0 else self._rows[-1].line)

    def check_consume_key(self, key: str, character: str | None = None) -> bool:  # noqa: ARG002
        """Beside typing, letters never act as commands here."""
        return self._beside_typing and character is not None and character.isprintable()

    def on_resize(self, _: Resize) -> None:
        """Breaks the lines anew."""
        if self._columns != self._width:
            self._lay_out()

    def notify_style_update(self) -> None:
        """Another theme: nothing drawn before holds."""
        super().notify_style_update()
        self._drawn.clear()

    def render_line(self, y: int) -> Strip:
        """One row of it."""
        at = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        if at >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        words, line = self._rows[at]
        marked = bool(self._lines) and line == self._at and bool(words.plain)
        drawn = self._drawn.get((id(words), marked))
        if drawn is None:
            drawn = (words, self._draw(words, marked, width))
            self._drawn[id(words), marked] = drawn
        return drawn[1]

    @property
    def _columns(self) -> int:
        return max(self.scrollable_content_region.width - len(_MARK), _NARROWEST)

    def _lay_out(self) -> None:
        """Breaks what is new into rows, and has only those painted that are others than before."""
        before, width = self._rows, self._width
        self._width = self._columns
        if self._lines:
            self._rows = rows_of(self._lines, self._width, self._laid)
        else:
            self._rows = [Row(row, 0) for row in plain(self._empty, "italic").wrap(self._width)]
        self.virtual_size = Size(self._width, len(self._rows))
        if width != self._width or len(self._drawn) > _KEPT_ROWS:
            self._drawn.clear()
        if width != self._width or len(before) != len(self._rows):
            self.refresh()
            return
        for at, (old, new) in enumerate(zip(before, self._rows, strict=True)):
            if old.words is not new.words or old.line != new.line:
                self.refresh_lines(at)

    def _draw(self, words: Content, marked: bool, width: int) -> Strip:
        style = self.rich_style
        segments = words.render_segments(self.visual_style)
        sign = Segment(_MARK if marked else _NO_MARK, style)
        return Strip([sign, *segments]).adjust_cell_length(width, style)

    def _go_to(self, at: int) -> None:
        self.mark(at)
        line = self.marked
        if line is not None:
            self.post_message(self.Marked(self, line))

    def _into_view(self) -> None:
        rows = [at for at, row in enumerate(self._rows) if row.line == self._at]
        if rows:
            region = Region(0, rows[0], 1, len(rows))
            self.scroll_to_region(region, animate=False, force=True, immediate=True)
