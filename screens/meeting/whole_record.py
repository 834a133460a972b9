"""The whole record as it will print, with why each line is there.

Keys, counted: ↑ and ↓ from line to line, n and b from minute to minute (1 each); Ctrl+G, the number
or some letters, Enter to any minute or section; Enter to type the minute of the line; Esc back.
"""

from collections.abc import Callable

from textual import getters, on, work
from textual.app import ComposeResult
from textual.events import Key as KeyPressed
from textual.widgets import Static

from clerk.desk.meeting.copying import text_of_record
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.meeting.passages import Passage
from clerk.desk.meeting.why import why_of
from clerk.domain.printed import Line
from screens.dialogs.choose import Choice, Choose
from screens.keys import bindings
from screens.literal import plain
from screens.meeting.in_meeting import InMeeting
from screens.widgets.key_line import KeyLine
from screens.widgets.preview import Preview
from screens.widgets.printed import mark
from screens.widgets.said import SaidLine

_HEADS = ("authority", "committee", "opening", "attendance", "part", "section", "minute")
"""Kinds of lines that begin something that one may jump to, each but the first of its like."""


class WholeRecordScreen(InMeeting):
    """The full edition, drawn once: a whole record costs ten times what one minute does."""

    PLACES = ("record", "in meeting")
    BINDINGS = bindings("record")
    record = getters.query_one("#record", Preview)

    def __init__(
        self,
        desk: MeetingDesk,
        item: str = "",
        *,
        at: str = "",
        type_passage: Callable[[Passage], None] | None = None,
    ) -> None:
        super().__init__(desk, item)
        self._begin_at = at
        """The minute to begin at."""
        self._type_passage = type_passage
        """How to come to the typing of a minute, where a screen below can do that."""

    def compose(self) -> ComposeResult:
        yield Preview(id="record")
        yield Static("", id="why")
        yield SaidLine(id="said")
        yield KeyLine(*self.PLACES)

    def on_mount(self) -> None:
        """Draws the record, and says below what a reader should look at."""
        self.show_anew()
        self.set_focus(self.record)
        self.call_after_refresh(self._begin)
        findings = self.attempt(self.desk.findings) or ()
        if findings:
            self.tell(" ".join(findings), "warning")

    def _begin(self) -> None:
        """At the minute that the clerk came from, once the record has been laid out."""
        self.record.follow((self._begin_at,))
        self._show_why()

    def show_anew(self) -> None:
        """Draws the record."""
        record = self.attempt(self.desk.record)
        empty = "There is nothing to print yet. Esc, Enter on an item, and type its minute."
        self.record.show(record.lines if record else (), empty)
        state = self.desk.meeting.state
        mark_words = "DRAFT: numbers with ~ may still move" if state == "draft" else state
        self.record.border_title = plain(f"{self.desk.label()} · {mark_words}")

    @on(Preview.Marked)
    def line_marked(self) -> None:
        """Says why the line is there."""
        self._show_why()

    def on_key(self, event: KeyPressed) -> None:
        """Enter, which the record itself has no use for."""
        if event.key == "enter":
            event.stop()
            self.action_type_minute()

    def action_minute(self, by: int) -> None:
        """The next minute, or the one before."""
        places = [at for at, line in enumerate(self.record.lines) if line.kind == "minute"]
        here = self.record.place
        beyond = [at for at in places if (at > here if by > 0 else at < here)]
        if not beyond:
            self.tell("That was the last minute." if by > 0 else "That was the first minute.")
            return
        self._mark(beyond[0] if by > 0 else beyond[-1])

    @work(exclusive=True, group="dialog")
    async def action_jump(self) -> None:
        """Any minute by its number or part of its title, and any section."""
        choices = [
            Choice(str(at), f"{mark(line)} {line.text}".strip())
            for at, line in enumerate(self.record.lines)
            if line.kind in _HEADS and self._begins(at, line)
        ]
        chosen = await self.app.push_screen_wait(Choose("Go to a minute or section", choices))
        if chosen is not None:
            self._mark(int(chosen.id))

    def action_type_minute(self) -> None:
        """To the typing of the minute that the line stands in."""
        minute = self._minute_here()
        if self._type_passage is None or not minute:
            self.tell("This line belongs to no minute. n goes to the next one.")
            return
        self.go_to_passage(Passage(minute=minute))

    def action_copy(self) -> None:
        """The minute of the line as plain text."""
        minute = self._minute_here()
        if minute:
            self.copy_minute(minute)
        else:
            self.tell("This line belongs to no minute. n goes to the next one; k copies all.")

    def action_copy_record(self) -> None:
        """The whole public record as plain text."""
        self.copy(lambda: text_of_record(self.desk), "the public record")

    def go_to_passage(self, passage: Passage) -> None:
        """To the minute in which words stand, ready to be typed."""
        if self._type_passage is not None:
            self.action_back()
            self._type_passage(passage)

    def _minute_here(self) -> str:
        lines = self.record.lines[: self.record.place + 1]
        return next((line.fact for line in reversed(lines) if line.kind == "minute"), "")

    def _begins(self, at: int, line: Line) -> bool:
        return line.kind != "attendance" or self.record.lines[at - 1].kind != "attendance"

    def _mark(self, at: int) -> None:
        self.record.mark(at)
        self._show_why()

    def _show_why(self) -> None:
        line = self.record.marked
        said = self.attempt(lambda: why_of(self.desk, line)) if line is not None else None
        self.query_one("#why", Static).update(plain(said or ""))
