"""What the meeting decided, on one page, from its public record.

Keys: Ctrl+L, = from the typing (2), or d among the votes; arrows to read, w for Word, s for CSV.
"""

import asyncio
from pathlib import Path

from textual import getters, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from clerk.desk.documents.export import open_document, write_document
from clerk.desk.documents.export_papers import document_of
from clerk.desk.lists.decisions import decisions, decisions_text, export_decisions
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.errors import ClerkError
from screens.keys import bindings
from screens.literal import plain
from screens.meeting.in_meeting import InMeeting
from screens.widgets.hanging import Hanging
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
            yield Hanging(id="page-words")
        yield SaidLine(id="said")
        yield KeyLine(*self.PLACES)

    def on_mount(self) -> None:
        """The page takes the keys."""
        self.show_anew()
        self.set_focus(self.page)

    def show_anew(self) -> None:
        """The decisions as they stand now."""
        rows = self.attempt(lambda: decisions(self.desk)) or ()
        self.query_one("#page-words", Hanging).show(decisions_text(self.desk, rows))

    @work(exclusive=True, group="export")
    async def action_word(self) -> None:
        """Writes the list as a Word document in the house style and opens it."""
        self.tell("Writing the decisions …")
        try:
            path = await asyncio.to_thread(_written, self.desk)
        except ClerkError as error:
            self.tell(str(error), "error")
            return
        self.tell(f"Written to {path}. {await asyncio.to_thread(open_document, path)}")

    def action_save(self) -> None:
        """Writes the list as CSV, beside other documents."""
        path = self.attempt(lambda: export_decisions(self.desk))
        if path is not None:
            self.tell(f"Written to {path}.")


def _written(desk: MeetingDesk) -> Path:
    return write_document(desk.office, document_of(desk, "decisions"))
