"""What an import was not sure of, the gravest first, with the paper's own lines beside it.

Keys, counted: d in the meeting, on Home or after the import (1). On each: Enter where it was read
right (1), and the next one is marked; a settles all that are uncertain of the same thing (1); e
opens what puts it right: a name, a title and reference, a minute's text, what a report asks, the
front sheet, the rules of numbering, the members (1, the words, Enter). j goes where it stands; u
takes back.
"""

from collections.abc import Callable

from textual import getters, on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import DataTable, Static

from clerk.desk.incoming import doubting
from clerk.desk.incoming.doubting import Mends, PaperLine
from clerk.desk.meeting import agenda
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.meeting.mending import mend_title
from clerk.desk.register.deeds import Grounds
from clerk.domain.meetings import Doubt
from screens.base import ClerkScreen
from screens.dialogs.form import Answers, Field, Form
from screens.forms import name_form
from screens.keys import bindings
from screens.literal import cell, cut, plain
from screens.meeting.minute_forms import report_form, text_form
from screens.meeting.paper_forms import front_form
from screens.register.register_forms import rules_form
from screens.widgets.key_line import KeyLine
from screens.widgets.rows import Rows
from screens.widgets.said import SaidLine

_E_MENDS: dict[Mends, str] = {
    "name": "e mends the name.",
    "text": "e mends the text.",
    "item": "e mends the item's reference and title.",
    "title": "e mends the minute's title.",
    "report": "e takes what the report recommends, and its summary.",
    "front sheet": "e fills in the front sheet.",
    "membership": "e goes to the members.",
    "numbering": "e changes how the committee numbers its minutes.",
    "": "",
}


class DoubtsScreen(ClerkScreen):
    """The doubts that still stand; below them what the paper says there, and what mends it."""

    PLACES = ("doubts",)
    BINDINGS = bindings("doubts")
    table = getters.query_one("#doubts", Rows)

    def __init__(self, desk: MeetingDesk, go_to: Callable[[str, str], None]) -> None:
        super().__init__(desk.office)
        self.desk = desk
        self._go_to = go_to
        """Goes to an item, or to a minute."""

    @property
    def read_only(self) -> str:
        """Who else has the meeting open, or why it can only be read; empty where it can change."""
        return self.desk.held_here or self.desk.read_only

    def compose(self) -> ComposeResult:
        yield Static("", id="screen-title")
        yield Rows(id="doubts")
        yield Static("", id="whole-words")
        yield SaidLine(id="said")
        yield KeyLine(*self.PLACES)

    def on_mount(self) -> None:
        """The table takes the keys."""
        self.table.add_columns(*map(cell, ("How grave", "Line", "What is uncertain", "Read")))
        self.set_focus(self.table)
        self._show()

    def on_screen_resume(self) -> None:
        """Something may have been put right on another screen."""
        if self.table.columns:
            self._show()

    def on_resize(self) -> None:
        """Cuts the paper's lines anew."""
        self.row_marked()

    @on(DataTable.RowHighlighted, "#doubts")
    def row_marked(self) -> None:
        """The whole of it stands below."""
        doubt = self._doubt
        words = plain("No doubt stands here. Esc goes back.")
        if doubt is not None:
            width = max(self.size.width - 4, 40)
            lines = [_drawn(line, width) for line in doubting.paper_beside(self.desk, doubt)]
            mends = doubting.mends(self.desk, doubt)
            asks = f"Enter: it was read right. {_E_MENDS[mends]}".strip()
            lines += [
                plain(f"Uncertain: {doubt.uncertain}", "bold"),
                plain(f"Read: {doubt.read}"),
                plain(asks),
            ]
            words = Content("\n").join(lines)
        self.query_one("#whole-words", Static).update(words)

    @on(DataTable.RowSelected, "#doubts")
    def settled(self) -> None:
        """Enter: it was read right."""
        if not self.refuses_changes():
            self._settle("right as read")

    def action_settle_alike(self) -> None:
        """Every doubt of the same kind was read right."""
        doubt = self._doubt
        if doubt is None:
            return
        count = self.attempt(lambda: doubting.settle_alike(self.desk, doubt, "right as read"))
        if count is not None:
            self._show()
            self.tell(f"{count} settled: {doubt.uncertain} u takes them back, one a key.")

    @work(exclusive=True, group="dialog")
    async def action_mend(self) -> None:
        """Opens what puts it right; where nothing single does, goes where it stands."""
        doubt = self._doubt
        mends = doubting.mends(self.desk, doubt) if doubt else ""
        if doubt is not None and mends == "membership":
            self.app.open_committee(self.desk.meeting.committee)
            return
        form = self._form_for(doubt, mends) if doubt else None
        if form is None:
            self.action_jump()
        elif await self.app.push_screen_wait(form) is not None:
            self._settle("mended")

    def action_jump(self) -> None:
        """To the minute or item in doubt."""
        doubt = self._doubt
        item, minute = doubting.business_of_doubt(self.desk.meeting, doubt) if doubt else ("", "")
        if not (item or minute):
            self.tell("This doubt is about no single minute or item. Enter settles it.")
        elif self.is_current:
            self.app.pop_screen()
            self._go_to(item, minute)

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
        if doubt and self.succeeds(lambda: doubting.settle_doubt(self.desk, doubt.id, how)):
            self._show()
            self.tell(f"Settled: {how}. u takes it back.")

    def _show(self) -> None:
        found = doubting.standing(self.desk.meeting)
        settled = len(self.desk.meeting.doubts) - len(found)
        words = f"Doubts: {len(found)} to look at, {settled} settled · {self.desk.label()}"
        self.query_one("#screen-title", Static).update(plain(words))
        self.table.show([(doubt.id, _cells(doubt)) for doubt in found], at=self.table.cursor_row)
        self.row_marked()

    def _read_anew(self) -> None:
        """Mending a name also writes the meetings that were read with it, perhaps this one."""
        self.desk.ledger.refresh()

    def _form_for(self, doubt: Doubt, mends: Mends) -> Form | None:
        """The form that mends what is in doubt; None where nothing single does."""
        meeting = self.desk.meeting
        if mends == "name":
            person = doubting.person_of(self.desk, doubt)
            return name_form(self.office, person, self._read_anew)
        if mends == "text":
            return text_form(self.desk, next(m for m in meeting.minutes if doubt.fact in m.blocks))
        if mends == "report":
            report = doubting.report_in_doubt(meeting, doubt)
            return report_form(self.desk, report) if report else None
        if mends == "front sheet":
            return front_form(self.desk)
        if mends == "numbering":
            return rules_form(self.office, self.desk.committee, Grounds(on=meeting.date))
        return _heading_form(self.desk, doubt.fact) if mends else None


def _heading_form(desk: MeetingDesk, fact: str) -> Form:
    """Reference and title of an item, or the title of a minute."""
    item, minute = desk.meeting.item(fact), desk.meeting.minute(fact)
    title = item.title if item else minute.title if minute else ""
    fields = [Field(id="title", label="Title", value=title)]
    if item is not None:
        fields.insert(0, Field(id="ref", label="Reference, such as B1", value=item.ref))

    def mend(answers: Answers) -> None:
        if item is not None:
            agenda.rename_item(desk, item.id, answers["title"], answers["ref"])
        else:
            mend_title(desk, fact, answers["title"])

    return Form(f"Mend “{title}”", tuple(fields), mend)


def _drawn(line: PaperLine, width: int) -> Content:
    """A line of the paper as it stands there; the one in doubt is marked."""
    words = cut(f"{'▶' if line.meant else ' '} {line.number:>5}  {line.text}", width)
    return plain(words, "bold" if line.meant else "dim")


def _cells(doubt: Doubt) -> tuple[str, str, str, str]:
    grave = "!! wrong?" if doubt.weight >= 70 else "!  look" if doubt.weight >= 40 else "·  slight"
    return grave, str(doubt.line or ""), doubt.uncertain, doubt.read
