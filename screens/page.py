"""A page to read, or a table: a seat's history, what changed between two days, who came how often.

Keys: ↑ ↓ Page Up Page Down read on; Esc goes back (1).
"""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from clerk.desk.office import Office
from screens.base import ClerkScreen
from screens.literal import cell, plain
from screens.widgets.hanging import Hanging
from screens.widgets.key_line import KeyLine
from screens.widgets.rows import Rows, WholeRow
from screens.widgets.said import SaidLine


class PageScreen(ClerkScreen):
    """Lines under a title."""

    PLACES = ("page",)

    def __init__(self, office: Office, title: str, lines: Sequence[str]) -> None:
        super().__init__(office)
        self._title = title
        self._lines = tuple(lines)

    def compose(self) -> ComposeResult:
        yield Static(plain(self._title), id="screen-title")
        with VerticalScroll(id="page"):
            yield Hanging("\n".join(self._lines))
        yield SaidLine(id="said")
        yield KeyLine(*self.PLACES)

    def on_mount(self) -> None:
        """The page takes the keys."""
        self.set_focus(self.query_one("#page"))


class TableScreen(ClerkScreen):
    """A table under a title; `empty` is what stands there without a row."""

    PLACES = ("page",)

    def __init__(
        self,
        office: Office,
        title: str,
        header: Sequence[str],
        rows: Sequence[Sequence[str]],
        empty: str,
    ) -> None:
        super().__init__(office)
        self._title = title
        self._header = tuple(header)
        self._cells = tuple(rows)
        self._empty = empty

    def compose(self) -> ComposeResult:
        yield Static(plain(self._title), id="screen-title")
        yield Rows(id="table")
        yield Static(plain(self._empty), id="table-empty", classes="empty")
        yield WholeRow("#table")
        yield SaidLine(id="said")
        yield KeyLine(*self.PLACES)

    def on_mount(self) -> None:
        """The table takes the keys."""
        table = self.query_one("#table", Rows)
        table.add_columns(*(cell(words) for words in self._header))
        table.show([(str(at), cells) for at, cells in enumerate(self._cells)])
        self.set_focus(table)
        self.query_one("#table-empty").display = not self._cells
