"""Every resolution of every committee, found as one types.

Keys: Ctrl+F (or r on Home), a few letters of the words, number or title; Enter opens the minute.
"""

from textual import getters, on
from textual.app import ComposeResult
from textual.events import Key as KeyPressed
from textual.widgets import DataTable, Input, Static

from clerk.clean import letters_of
from clerk.desk.lists import resolution_list
from clerk.desk.lists.rows import ResolutionRow
from clerk.desk.office import Office
from clerk.when import plain_date
from screens.base import ClerkScreen
from screens.keys import bindings
from screens.literal import cell, plain
from screens.widgets.key_line import KeyLine
from screens.widgets.rows import Rows
from screens.widgets.said import SaidLine

_LISTED = 500
"""Rows drawn at a time: a table of thousands is slow to fill, and nobody reads it."""


class ResolutionsScreen(ClerkScreen):
    """Read once on opening; each letter only filters what was read."""

    PLACES = ("resolutions",)
    BINDINGS = bindings("resolutions")
    found = getters.query_one("#found", Rows)
    entry = getters.query_one("#find", Input)

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._rows: tuple[ResolutionRow, ...] = ()
        self._shown: list[ResolutionRow] = []

    def compose(self) -> ComposeResult:
        yield Input(id="find", placeholder="words, number or title of a resolution", compact=True)
        yield Rows(id="found")
        yield Static("", id="whole-words")
        yield SaidLine(id="said")
        yield KeyLine(*self.PLACES)

    def on_mount(self) -> None:
        """Reads all resolutions; the field takes the keys."""
        self.found.add_columns(cell("Minute"), cell("Date"), cell("Committee"), cell("Resolution"))
        self._rows = self.attempt(lambda: resolution_list.resolutions(self.office)) or ()
        self._filter("")
        self.set_focus(self.entry)

    @on(Input.Changed, "#find")
    def words_changed(self, event: Input.Changed) -> None:
        """Shows what holds every word."""
        self._filter(event.value)

    @on(Input.Submitted, "#find")
    def submitted(self) -> None:
        """Enter in the field opens the row that is marked."""
        self._open()

    @on(DataTable.RowSelected, "#found")
    def row_selected(self) -> None:
        """Enter on a row opens its minute."""
        self._open()

    @on(DataTable.RowHighlighted, "#found")
    def row_marked(self) -> None:
        """The whole words of the row that is marked stand below."""
        row = self._marked
        self.query_one("#whole-words", Static).update(
            plain("\n".join(part for part in (f"{row.title}: {row.words}", row.how) if part))
            if row
            else ""
        )

    def on_key(self, event: KeyPressed) -> None:
        """Up and down move among the rows while typing goes on."""
        if event.key in ("up", "down") and self.entry.has_focus:
            event.stop()
            event.prevent_default()
            self.found.move_cursor(row=self.found.cursor_row + (1 if event.key == "down" else -1))

    @property
    def _marked(self) -> ResolutionRow | None:
        at = self.found.cursor_row
        return self._shown[at] if 0 <= at < len(self._shown) else None

    def action_find(self) -> None:
        """It is open already."""

    def _open(self) -> None:
        row = self._marked
        if row is not None:
            self.app.open_meeting(self, row.meeting, row.minute)

    def _filter(self, words: str) -> None:
        wanted = letters_of(words).split()
        self._shown = [row for row in self._rows if row.holds(wanted)][:_LISTED]
        self.found.show([(str(at), _cells(row)) for at, row in enumerate(self._shown)])
        self.row_marked()
        if not self._rows:
            self.tell("There are no resolutions yet. They are minutes that begin RESOLVED that …")
        else:
            less = "" if self._shown else " None holds all of these words: type less of them."
            self.tell(f"{len(self._shown)} of {len(self._rows)} resolutions.{less}")


def _cells(row: ResolutionRow) -> tuple[str, str, str, str]:
    return row.number, plain_date(row.date), row.committee_name, row.words
