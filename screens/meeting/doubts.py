"""What an import was not sure of, the most doubtful first.

Keys: Enter where it was read right (1), e to mend it, j to go where it stands; u takes it back.
"""

from collections.abc import Callable

from textual import getters, on, work
from textual.app import ComposeResult
from textual.widgets import DataTable, Static

from clerk.desk import hand
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.meeting.mending import mend_title
from clerk.domain.meetings import Doubt
from screens.base import ClerkScreen
from screens.dialogs.form import Answers, Field, Form
from screens.forms import name_form, text_form
from screens.keys import bindings
from screens.literal import cell, plain
from screens.widgets.agenda import entries_of
from screens.widgets.key_line import KeyLine
from screens.widgets.rows import Rows
from screens.widgets.said import SaidLine


class DoubtsScreen(ClerkScreen):
    """The doubts that still stand; below the table, the one that is marked in full."""

    PLACES = ("doubts",)
    BINDINGS = bindings("doubts")
    table = getters.query_one("#doubts", Rows)

    def __init__(self, desk: MeetingDesk, go_to: Callable[[str], None]) -> None:
        super().__init__(desk.office)
        self.desk = desk
        self._go_to = go_to

    def compose(self) -> ComposeResult:
        yield Static(plain(f"Doubts · {self.desk.label()}"), id="screen-title")
        yield Rows(id="doubts")
        yield Static("", id="whole-words")
        yield SaidLine(id="said")
        yield KeyLine(*self.PLACES)

    def on_mount(self) -> None:
        """The table takes the keys."""
        self.table.add_columns(cell("Line"), cell("How sure"), cell("Read"), cell("Uncertain"))
        self.table.focus()
        self._show()

    @on(DataTable.RowHighlighted, "#doubts")
    def row_marked(self) -> None:
        """The whole of it stands below."""
        doubt = self._doubt
        words = "No doubt stands here. Esc goes back."
        if doubt is not None:
            words = f"The paper says: {doubt.read}\nUncertain: {doubt.uncertain}"
        self.query_one("#whole-words", Static).update(plain(words))

    @on(DataTable.RowSelected, "#doubts")
    def settled(self) -> None:
        """Enter: it was read right."""
        self._settle("right as read")

    @work(exclusive=True, group="dialog")
    async def action_mend(self) -> None:
        """Mends what is in doubt, as far as it is a name or a title; else goes where it stands."""
        doubt = self._doubt
        form = self._form_for(doubt) if doubt else None
        if form is None:
            self.action_jump()
        elif await self.app.push_screen_wait(form) is not None:
            self._settle("mended")

    def action_jump(self) -> None:
        """To the minute or item in doubt."""
        doubt = self._doubt
        key = self._key_of(doubt.fact) if doubt else ""
        if not key:
            self.tell("This doubt is about no single minute or item. Enter settles it.")
        elif self.is_current:
            self.app.pop_screen()
            self._go_to(key)

    def action_undo(self) -> None:
        """Takes back the last change."""
        said = self.attempt(self.desk.undo)
        if said is not None:
            self._show()
            self.tell(f"Taken back: {said}.")

    @property
    def _doubt(self) -> Doubt | None:
        return next((d for d in self.desk.meeting.doubts if d.id == self.table.chosen), None)

    def _settle(self, how: str) -> None:
        doubt = self._doubt
        if doubt and self.succeeds(lambda: hand.settle_doubt(self.desk, doubt.id, how)):
            self._show()
            self.tell(f"Settled: {how}. u takes it back.")

    def _show(self) -> None:
        standing = sorted(
            (doubt for doubt in self.desk.meeting.doubts if not doubt.settled),
            key=lambda doubt: -doubt.weight,
        )
        rows = [(doubt.id, _cells(doubt)) for doubt in standing]
        self.table.show(rows, at=self.table.cursor_row)
        self.row_marked()

    def _form_for(self, doubt: Doubt) -> Form | None:
        """The form that mends what is in doubt; None where it is no name, title or text."""
        meeting = self.desk.meeting
        entry = next((e for e in meeting.attendance if e.id == doubt.fact), None)
        person = entry.person if entry else doubt.fact
        if person in self.office.register.people:
            return name_form(self.office, person, self._read_anew)
        holder = next((m for m in meeting.minutes if doubt.fact in m.blocks), None)
        if holder is not None:
            return text_form(self.desk, holder)
        item, minute = meeting.item(doubt.fact), meeting.minute(doubt.fact)
        if item is None and minute is None:
            return None
        title = item.title if item else minute.title if minute else ""

        def mend(answers: Answers) -> None:
            if item is not None:
                hand.rename_item(self.desk, item.id, answers["title"])
            else:
                mend_title(self.desk, doubt.fact, answers["title"])

        return Form("Mend the title", (Field(id="title", label="Title", value=title),), mend)

    def _read_anew(self) -> None:
        """Mending a name also writes the meetings that were read with it, perhaps this one."""
        self.desk.ledger.refresh()

    def _key_of(self, fact: str) -> str:
        """The agenda's line that holds the fact; empty where none does."""
        meeting = self.desk.meeting
        minute = next((m.id for m in meeting.minutes if fact == m.id or fact in m.blocks), "")
        for entry in entries_of(meeting):
            if fact == entry.item or (minute and entry.minute == minute):
                return entry.key
        return ""


def _cells(doubt: Doubt) -> tuple[str, str, str, str]:
    sure = "very doubtful" if doubt.weight >= 70 else "doubtful" if doubt.weight >= 40 else "likely"
    return str(doubt.line or ""), sure, doubt.read, doubt.uncertain
