"""The minute at hand as it will print."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import Resize
from textual.widgets import Static

from clerk.domain.printed import Line
from screens.literal import plain
from screens.widgets.printed import printed


class Preview(VerticalScroll):
    """Draws lines of the record at its own width; `empty` stands there while there are none."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._lines: tuple[Line, ...] = ()
        self._empty = ""

    def compose(self) -> ComposeResult:
        yield Static("", id=f"{self.id}-words")

    def show(self, lines: Sequence[Line], empty: str = "") -> None:
        """Draws these lines, or the words `empty` in place of none."""
        self._lines, self._empty = tuple(lines), empty
        self._draw()

    def follow_end(self) -> None:
        """To the end, where typing usually is."""
        self.scroll_end(animate=False)

    def on_resize(self, _: Resize) -> None:
        """Breaks the lines anew."""
        self._draw()

    def _draw(self) -> None:
        width = max(self.scrollable_content_region.width, 20)
        words = printed(self._lines, width) if self._lines else plain(self._empty, "italic")
        self.query_one(Static).update(words)
