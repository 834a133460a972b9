"""What the checks find, the wrong first; each with its source, and a jump to where it stands.

Keys: Ctrl+L, c from the typing (2); Enter goes where the finding is put right (1), Esc back.
"""

from collections.abc import Callable, Mapping

from textual import getters, on
from textual.app import ComposeResult
from textual.widgets import DataTable, Static

from clerk.checks.finding import Finding
from clerk.desk.meeting.findings import Place, in_order, place_of
from clerk.desk.meeting.meeting_desk import MeetingDesk
from screens.keys import bindings
from screens.literal import cell, plain
from screens.meeting.in_meeting import InMeeting
from screens.widgets.key_line import KeyLine
from screens.widgets.rows import Rows
from screens.widgets.said import SaidLine

_NOTHING = (
    "Nothing was found: the minutes contradict neither themselves nor the law, as far as Clerk can "
    "tell. Esc goes back."
)
_SIGNS = {"wrong": "!! wrong", "look": "!  look"}


class CheckScreen(InMeeting):
    """One line a finding; nothing is changed here."""

    PLACES = ("check", "in meeting")
    BINDINGS = bindings("check")
    table = getters.query_one("#findings", Rows)

    def __init__(self, desk: MeetingDesk, item: str, go_to: Callable[[Place], None]) -> None:
        super().__init__(desk, item)
        self._go_to = go_to
        self.found: tuple[Finding, ...] = ()

    def compose(self) -> ComposeResult:
        yield Static(plain(f"Check · {self.desk.label()}"), id="screen-title")
        yield Rows(id="findings")
        yield Static(plain(_NOTHING), classes="empty")
        yield Static("", id="whole-words")
        yield SaidLine(id="said")
        yield KeyLine(*self.PLACES)

    def on_mount(self) -> None:
        """The table takes the keys."""
        self.table.add_columns(cell("How grave"), cell("Finding"))
        self.set_focus(self.table)
        self.show_anew()

    def on_screen_resume(self) -> None:
        """What was found may have been put right meanwhile."""
        if self.table.columns:
            self.show_anew()

    @property
    def key_words(self) -> Mapping[str, str]:
        """Where nothing was found, Enter goes nowhere."""
        return {**super().key_words, **({} if self.found else {"go-there": ""})}

    def show_anew(self) -> None:
        """What is found now."""
        self.found = in_order(self.attempt(self.desk.looked_at) or ())
        rows = [(str(at), (_SIGNS[each.severity], each.says)) for at, each in enumerate(self.found)]
        self.table.show(rows, at=self.table.cursor_row)
        wrong = sum(each.severity == "wrong" for each in self.found)
        self.tell(
            f"{len(self.found)} to look at, {wrong} of them wrong. Enter goes there."
            if self.found
            else "Nothing was found."
        )
        self.query_one(".empty").display = not self.found
        self.refresh_bindings()
        self.row_marked()

    @on(DataTable.RowHighlighted, "#findings")
    def row_marked(self) -> None:
        """The whole finding stands below, with its source."""
        found = self._marked
        self.query_one("#whole-words", Static).update(plain(found.sentence if found else ""))

    @on(DataTable.RowSelected, "#findings")
    def row_chosen(self) -> None:
        """Enter: to where it is put right."""
        found = self._marked
        place = place_of(self.desk, found.fact) if found else Place()
        if not place.spot:
            self.tell("This is about the meeting as a whole, and no one place in it.")
        elif self.is_current:
            self.app.pop_screen()
            self._go_to(place)

    @property
    def _marked(self) -> Finding | None:
        at = self.table.chosen
        return self.found[int(at)] if at.isdecimal() and int(at) < len(self.found) else None
