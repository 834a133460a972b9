"""Interests declared: what was said, by whom, in which item; and whom to ask.

Keys, counted: Ctrl+L, i from the typing (2); n where nobody declares any (1). Else a, two or three
letters of the member and Enter (4), then the kind's first letter in the form and Ctrl+S (3). A row
that the register offers is accepted by Enter (1). On a row: s stayed, p spoke, l left, v did not
vote, d dispensation, y sensitive (1 each); Enter corrects, Delete withdraws, u takes back.
"""

from collections.abc import Callable

from msgspec.structs import replace
from textual import getters, on, work
from textual.app import ComposeResult
from textual.widgets import DataTable, Static

from clerk.desk.meeting import declaring
from clerk.desk.meeting.declaring import DeclarationRow
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.meeting.room import Said
from clerk.domain.interests import Declaration, Done
from clerk.domain.meetings import AgendaItem
from clerk.domain.room_acts import DeclarationMade
from screens.dialogs.choose import Choose
from screens.dialogs.form import Answers, Field, Form
from screens.forms import yes, yes_field
from screens.keys import bindings
from screens.literal import cell, plain
from screens.meeting.in_meeting import InMeeting
from screens.meeting.picking import people_choices
from screens.widgets.key_line import KeyLine
from screens.widgets.rows import Rows
from screens.widgets.said import SaidLine


class DeclarationsScreen(InMeeting):
    """One line a declaration; those that the register suggests to ask about stand below."""

    PLACES = ("declarations", "in meeting")
    BINDINGS = bindings("declarations")
    table = getters.query_one("#declared", Rows)

    def compose(self) -> ComposeResult:
        yield Static(plain(f"Declarations of interest · {self.desk.label()}"), id="screen-title")
        yield Rows(id="declared")
        yield Static("", id="whole-words")
        yield SaidLine(id="said")
        yield KeyLine(*self.PLACES)

    def on_mount(self) -> None:
        """The table takes the keys."""
        self.table.add_columns(
            cell("Item"), cell("Member"), cell("Kind"), cell("Done"), cell("More")
        )
        self.set_focus(self.table)
        self.show_anew()

    def show_anew(self) -> None:
        """What was declared, and whom to ask."""
        self._show(self.table.chosen)

    def _show(self, key: str) -> None:
        rows = [(row.id, _cells(row)) for row in declaring.declared(self.desk)]
        self.table.show(rows, at=self.table.cursor_row, key=key)
        self.row_marked()

    @property
    def words_shown(self) -> str:
        """Below the table it is told of the declaration that is marked."""
        row = self._row
        return row.words if row else ""

    def tell_done(self, said: Said) -> None:
        """Marks what was declared: all of it is told below the table."""
        made = [a.declaration.id for a in said.acts if isinstance(a, DeclarationMade)]
        if made:
            self._show(made[-1])
        super().tell_done(said)

    @on(DataTable.RowHighlighted, "#declared")
    def row_marked(self) -> None:
        """How it will print stands below, with what it bars and what must follow."""
        row = self._row
        words = row.words if row else declaring.state_words(self.desk)
        self.query_one("#whole-words", Static).update(plain(words))

    @on(DataTable.RowSelected, "#declared")
    def row_chosen(self) -> None:
        """Enter accepts what the register offers, and corrects what was declared."""
        row = self._row
        if self.refuses_changes():
            return
        if row is not None and row.offered:
            self._declare(row.declaration)
        elif row is not None:
            self.ask_about(row.declaration)

    def action_none(self) -> None:
        """Members were asked and nobody declared anything."""
        said = self.attempt(lambda: declaring.none_declared(self.desk))
        if said is not None:
            self.tell_done(said)
            self.tell(declaring.state_words(self.desk))

    @work(exclusive=True, group="dialog")
    async def action_add(self) -> None:
        """An interest, by whom is picked by letters."""
        here = self.desk.room(self.item).presence.everyone
        choices = people_choices(self.desk, dict.fromkeys((*here, *self.desk.context.members)))
        chosen = await self.app.push_screen_wait(Choose("Who declares an interest?", choices))
        if chosen is not None:
            about = declaring.usual_item(self.desk, self.item)
            begun = Declaration(id="", person=chosen.id, item=about)
            await self.app.push_screen_wait(self._form(begun))

    @work(exclusive=True, group="dialog")
    async def ask_about(self, declaration: Declaration) -> None:
        """The form of one declaration, to correct it."""
        await self.app.push_screen_wait(self._form(declaration))

    def action_did(self, done: Done) -> None:
        """What the member did; the same key again takes it away."""
        self._change(lambda each: declaring.with_done(each, done))

    def action_dispensation(self) -> None:
        """Granted, or none."""
        self._change(
            lambda each: replace(each, dispensation="" if each.dispensation else "granted")
        )

    def action_sensitive(self) -> None:
        """Sensitive: its nature is dropped, and nowhere kept."""
        self._change(lambda each: replace(each, sensitive=not each.sensitive, nature=""))

    def action_registered(self) -> None:
        """On the register, not on it, or nobody looked."""
        after = {None: False, False: True, True: None}
        self._change(lambda each: replace(each, registered=after[each.registered]))

    def action_withdraw(self) -> None:
        """Takes the declaration away."""
        row = self._row
        if row is None or row.offered:
            self.tell("Nothing is declared on this line.")
            return
        said = self.attempt(lambda: declaring.withdraw(self.desk, row.id))
        if said is not None:
            self.show_anew()
            self.tell(f"Taken away: {said} u brings it back.")

    @property
    def _row(self) -> DeclarationRow | None:
        rows = declaring.declared(self.desk)
        return next((row for row in rows if row.id == self.table.chosen), None)

    def _change(self, change: Callable[[Declaration], Declaration]) -> None:
        row = self._row
        if row is not None:
            self._declare(change(row.declaration))

    def _declare(self, declaration: Declaration) -> None:
        said = self.attempt(lambda: declaring.declare(self.desk, declaration))
        if said is not None:
            self.tell_done(said)

    def _form(self, declaration: Declaration) -> Form:
        item = self.desk.meeting.item(declaration.item)

        def declare(answers: Answers) -> None:
            kind, own = declaring.kind_of(self.desk, answers["kind"])
            said = declaring.declare(
                self.desk,
                Declaration(
                    id=declaration.id,
                    person=declaration.person,
                    item=declaring.item_by_ref(self.desk, answers["item"])
                    or ("" if item else declaration.item),
                    kind=kind,
                    own_kind=own,
                    nature=answers["nature"].strip(),
                    done=declaring.done_of(answers["done"]),
                    dispensation=answers["dispensation"].strip(),
                    sensitive=yes(answers["sensitive"]),
                    registered=declaration.registered,
                ),
            )
            self.tell_done(said)

        name = self.desk.name(declaration.person)
        return Form(f"{name} declares an interest", _fields(self.desk, declaration, item), declare)


def _fields(
    desk: MeetingDesk, declaration: Declaration, item: AgendaItem | None
) -> tuple[Field, ...]:
    """What is asked about an interest; the item is that which it was declared in."""
    return (
        Field(
            id="kind",
            label=f"Kind, by its first letters: {', '.join(declaring.kinds_offered(desk))}",
            value=declaration.own_kind or (declaration.kind if declaration.id else ""),
            replaced=True,
            hint="or another word of the council's own",
            offered=declaring.kinds_offered(desk),
            echo=lambda words: _kind_words(*declaring.kind_of(desk, words)),
        ),
        Field(
            id="item",
            label="Item; empty for the meeting as a whole",
            value=item.ref if item else "",
            replaced=True,
            echo=lambda words: declaring.item_read_back(desk, words),
        ),
        yes_field(
            "sensitive",
            "Sensitive: y, and its nature is nowhere kept",
            "y" if declaration.sensitive else "",
        ),
        Field(
            id="nature",
            label="Nature, such as: as a governor",
            value=declaration.nature,
            private=True,
        ),
        Field(
            id="done",
            label="Stayed, spoke, left, did not vote: its first letters",
            value=declaration.done,
            replaced=True,
            echo=lambda words: declaring.done_of(words),
        ),
        Field(
            id="dispensation",
            label="Dispensation: by whom it was granted",
            value=declaration.dispensation,
        ),
    )


def _kind_words(kind: str, own: str) -> str:
    return own or kind


def _cells(row: DeclarationRow) -> tuple[str, str, str, str, str]:
    kind = f"? ask: {row.kind}" if row.offered else row.kind
    return row.ref or row.title, row.name, kind, row.done, row.more
