"""The whole record as it will print.

Keys: arrows and Page Down to read, Esc back.
"""

from textual.app import ComposeResult

from screens.in_meeting import InMeeting
from screens.literal import plain
from screens.widgets.key_line import KeyLine
from screens.widgets.preview import Preview
from screens.widgets.said import SaidLine


class WholeRecordScreen(InMeeting):
    """The full edition, drawn once: a whole record costs ten times what one minute does."""

    PLACES = ("record", "in meeting")

    def compose(self) -> ComposeResult:
        yield Preview(id="record")
        yield SaidLine(id="said")
        yield KeyLine(*self.PLACES)

    def on_mount(self) -> None:
        """Draws the record, and says below what a reader should look at."""
        self.show_anew()
        self.query_one("#record").focus()
        findings = self.attempt(self.desk.findings) or ()
        if findings:
            self.tell(" ".join(findings), "warning")

    def show_anew(self) -> None:
        """Draws the record."""
        shown = self.query_one("#record", Preview)
        record = self.attempt(self.desk.record)
        shown.show(record.lines if record else (), "There is nothing to print yet.")
        state = self.desk.meeting.state
        mark = "DRAFT: numbers with ~ may still move" if state == "draft" else state
        shown.border_title = plain(f"{self.desk.label()} · {mark}")
