"""What the meeting decided, on one page, from its public record.

Keys: Ctrl+L, = from the typing (2), or d among the votes; arrows to read, s writes it as CSV.
"""

from textual import getters
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from clerk.desk.decisions import decisions, decisions_text, export_decisions
from screens.in_meeting import InMeeting
from screens.keys import bindings
from screens.literal import plain
from screens.widgets.key_line import KeyLine
from screens.widgets.said import SaidLine


class DecisionsScreen(InMeeting):
    """The page as it would be sent the same evening: nothing exempt is in it."""

    PLACES = ("decisions", "in meeting")
    BINDINGS = bindings("decisions")
    page = getters.query_one("#page", VerticalScroll)

    def compose(self) -> ComposeResult:
        yield Static(plain(f"Decisions · {self.desk.label()}"), id="screen-title")
        with VerticalScroll(id="page"):
            yield Static("", id="page-words")
        yield SaidLine(id="said")
        yield KeyLine(*self.PLACES)

    def on_mount(self) -> None:
        """The page takes the keys."""
        self.show_anew()
        self.page.focus()

    def show_anew(self) -> None:
        """The decisions as they stand now."""
        rows = self.attempt(lambda: decisions(self.desk)) or ()
        self.query_one("#page-words", Static).update(plain(decisions_text(self.desk, rows)))

    def action_save(self) -> None:
        """Writes the list as CSV, beside other documents."""
        path = self.attempt(lambda: export_decisions(self.desk))
        if path is not None:
            self.tell(f"Written to {path}.")
