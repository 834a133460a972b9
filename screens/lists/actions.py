"""What was undertaken in all meetings and is open.

Keys, counted: a on Home (1); Enter on a line: done today (1), again: open. j goes to its minute
(1), d shows the done ones too (1).
"""

from textual import getters, on
from textual.app import ComposeResult
from textual.widgets import DataTable, Static

from clerk.desk.lists import actions
from clerk.desk.lists.actions import ActionRow
from clerk.desk.office import Office
from clerk.when import plain_date
from screens.base import ClerkScreen
from screens.keys import bindings
from screens.literal import cell
from screens.widgets.key_line import KeyLine
from screens.widgets.rows import Rows, WholeRow
from screens.widgets.said import SaidLine


class ActionsScreen(ClerkScreen):
    """The open actions of every meeting, those with a day first."""

    PLACES = ("actions",)
    BINDINGS = bindings("actions")
    table = getters.query_one("#actions", Rows)

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._every = False
        self._rows: dict[str, ActionRow] = {}

    def compose(self) -> ComposeResult:
        yield Static("Actions", id="screen-title")
        yield Rows(id="actions")
        yield Static(
            "No action is open. Ctrl+U in a minute keeps what the sentence under the cursor "
            "undertakes.",
            id="actions-empty",
            classes="empty",
        )
        yield WholeRow("#actions")
        yield SaidLine(id="said")
        yield KeyLine(*self.PLACES)

    def on_mount(self) -> None:
        """The table takes the keys."""
        heads = ("Due", "Who", "Is to", "Meeting", "Done")
        self.table.add_columns(*(cell(words) for words in heads))
        self.set_focus(self.table)
        self._show()

    def on_screen_resume(self) -> None:
        """A meeting that was opened from here may have changed."""
        if self.table.columns:
            self._show()

    @on(DataTable.RowSelected, "#actions")
    def row_selected(self) -> None:
        """Enter: done today, or open again."""
        row = self._rows.get(self.table.chosen)
        if row is not None:
            on_day = None if row.done else self.office.today
            said = self.attempt(lambda: actions.settle(self.office, row, on_day))
            if said is not None:
                self._show()
                self.tell(f"{said}. Enter again on it, among the done ones (d), opens it again.")

    def action_with_done(self) -> None:
        """The done ones as well, or the open ones alone."""
        self._every = not self._every
        self._show()

    def action_go_there(self) -> None:
        """To the minute in which it was undertaken."""
        row = self._rows.get(self.table.chosen)
        if row is not None:
            self.app.open_meeting(self, row.meeting, row.minute)

    def _show(self) -> None:
        rows = self.attempt(lambda: actions.listed(self.office, every=self._every)) or ()
        self._rows = {row.id: row for row in rows}
        self.table.show([(row.id, _cells(row)) for row in rows], at=self.table.cursor_row)
        self.query_one("#actions-empty").display = not rows


def _cells(row: ActionRow) -> tuple[str, ...]:
    due = plain_date(row.due) if row.due else ""
    done = plain_date(row.done) if row.done else ""
    return due, row.officer, row.what, f"{row.committee_name}, {plain_date(row.date)}", done
