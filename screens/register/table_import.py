"""A CSV table of members before it is taken in: what each row would change, and what is at fault.

Keys, counted: i on Home, the file's path, Enter: the dry run (2 and the path); Enter: taken in (1);
u: all of it back (1). c, letters, Enter: the committee of rows that name none; d and a day: from
when, where a row does not say. r, once the file is mended: read anew (1; it was Esc, i, the path,
Enter); of a pasted list, back to what was pasted. w: the list is the whole membership, whoever is
not on it leaves: the annual appointments of twelve committees are a file, w and Enter (3 and the
path).
"""

import datetime as dt
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import DataTable, Static

from clerk.counted import counted
from clerk.desk.office import Office
from clerk.desk.register.table_in import PlannedRow, TablePlan, plan_table, take_table_in
from clerk.errors import ClerkError
from clerk.readers.tables.table_file import Table
from clerk.when import plain_date
from screens.base import ClerkScreen
from screens.dialogs.choose import Choice, Choose
from screens.forms import date_form
from screens.keys import bindings
from screens.literal import cell, plain
from screens.widgets.key_line import KeyLine
from screens.widgets.rows import Row, Rows, WholeRow
from screens.widgets.said import SaidLine

Read = tuple[Table, Sequence[str]]
"""A table, and what of it is doubtful."""
_LISTED = 2000
"""Rows drawn: a table of more is slow to fill; those at fault are drawn first then."""


class TableImportScreen(ClerkScreen):
    """The dry run, row by row; nothing is stored before Enter."""

    PLACES = ("table",)
    BINDINGS = bindings("table")

    def __init__(
        self,
        office: Office,
        name: str,
        table: Table,
        *,
        again: Callable[[], Awaitable[Read | None]],
        committee: str = "",
        on: dt.date | None = None,
        doubts: Sequence[str] = (),
        pasted: bool = False,
    ) -> None:
        super().__init__(office)
        self._called = name
        self._again = again
        """Reads the table anew, or has it mended; None where the clerk went back."""
        self._pasted = pasted
        self._table = table
        self._committee = committee
        self._on = on or office.today
        self._doubts = tuple(doubts)
        self._plan: TablePlan | None = None
        self._taken = False
        self._whole = False
        """Whether whoever sits there and is not listed leaves."""

    def compose(self) -> ComposeResult:
        yield Static("", id="screen-title")
        yield Static("", id="as-on")
        yield Rows(id="rows")
        yield WholeRow("#rows")
        yield SaidLine(id="said")
        yield KeyLine(*self.PLACES)

    def on_mount(self) -> None:
        """The table takes the keys."""
        rows = self.query_one("#rows", Rows)
        columns = ("Line", "Name", "What it changes, or the column at fault")
        rows.add_columns(*(cell(words) for words in columns))
        self.set_focus(rows)
        self._try()

    @property
    def key_words(self) -> Mapping[str, str]:
        """Once it is taken in, only taking it back is left."""
        words = dict(super().key_words)
        return words | dict.fromkeys(_BEFORE_TAKING, "") if self._taken else words

    @on(DataTable.RowSelected, "#rows")
    def row_selected(self) -> None:
        """Takes the table in."""
        self.action_take_in()

    def action_take_in(self) -> None:
        """All rows, as one change; none where one is at fault."""
        plan = self._plan
        if self._is_taken or plan is None:
            return
        if not plan.changed and not plan.faulty:
            self.tell("Everything is so already: there is nothing to take in.")
        elif self.succeeds(lambda: take_table_in(self.office, plan, self._called)):
            self._taken = True
            self._say_state()
            self.tell(f"{plan.changed} of {len(plan.rows)} rows taken in. u takes all back.")

    def action_undo(self) -> None:
        """Takes the whole table back, where it was taken in here."""
        if not self._taken:
            self.tell("Nothing was taken in yet.")
            return
        said = self.attempt(self.office.undo_register)
        if said is not None:
            self._taken = False
            self._try()
            self.tell(f"Taken back: {said}.")

    def action_whole(self) -> None:
        """The list is the whole membership; again, and it only adds."""
        if self._is_taken:
            return
        self._whole = not self._whole
        self._try()
        self.tell(
            "The list is the whole membership: whoever is not on it leaves."
            if self._whole
            else "Whoever is not on the list stays."
        )

    @work(exclusive=True, group="dialog")
    async def action_committee(self) -> None:
        """The committee of rows that name none."""
        if self._is_taken:
            return
        bodies = sorted(self.office.register.committees.values(), key=lambda body: body.name)
        choices = [Choice(body.slug, body.name) for body in bodies]
        title = "Which committee, where a row names none?"
        chosen = await self.app.push_screen_wait(Choose(title, choices))
        if chosen is not None:
            self._committee = chosen.id
            self._try()

    @work(exclusive=True, group="dialog")
    async def action_day(self) -> None:
        """From which day, where a row does not say."""
        if self._is_taken:
            return

        def take(day: dt.date) -> None:
            self._on = day

        title = "From which day, where a row does not say?"
        if await self.app.push_screen_wait(date_form(self.office, take, title)) is not None:
            self._try()

    @work(exclusive=True, group="dialog")
    async def action_read_again(self) -> None:
        """The file as it is now; or the pasted list, to be mended."""
        if self._is_taken:
            return
        try:
            read = await self._again()
        except ClerkError as error:
            self.tell(str(error), "error")
            return
        if read is not None:
            self._table, self._doubts = read[0], tuple(read[1])
            self._try()
            self.tell(f"Read again: {counted(len(read[0].rows), 'row')}.")

    @property
    def _is_taken(self) -> bool:
        """Whether nothing can be changed any more; the clerk is told so."""
        if self._taken:
            self.tell("It was taken in already; u takes it back.")
        return self._taken

    def _try(self) -> None:
        """The dry run anew, at the first row that is at fault."""
        self._plan = self.attempt(
            lambda: plan_table(
                self.office,
                self._table,
                committee=self._committee,
                on=self._on,
                whole=self._whole,
            )
        )
        plan = self._plan
        self.query_one("#screen-title", Static).update(plain(f"Import {self._called}"))
        self._say_state()
        ordered = sorted(plan.rows, key=lambda row: not row.faults) if plan else []
        shown = ordered if len(ordered) > _LISTED or not plan else plan.rows
        at = next((at for at, row in enumerate(shown) if row.faults), 0)
        self.query_one("#rows", Rows).show([*_rows(shown[:_LISTED])], at=at)

    def _say_state(self) -> None:
        self.query_one("#as-on", Static).update(plain(self._summary(self._plan)))
        self.refresh_bindings()

    def _summary(self, plan: TablePlan | None) -> str:
        if plan is None:
            return "The columns could not be understood; nothing was stored."
        if self._taken:
            return f"Taken in: {plan.changed} of {len(plan.rows)} rows. u takes all back."
        faulty = len(plan.faulty)
        mend = "r goes back to the list" if self._pasted else "mend the file, r reads it again"
        parts = [f"{plan.changed} of {len(plan.rows)} rows change something"]
        if faulty:
            parts.append(f"{faulty} at fault, nothing is taken in until then: {mend}")
        if plan.not_listed:
            who = (
                "1 sits there and is"
                if plan.not_listed == 1
                else f"{plan.not_listed} sit there and are"
            )
            parts.append(f"{who} not listed: w, and they leave")
        if plan.unused:
            parts.append(f"not used: {', '.join(plan.unused)}")
        body = self.office.register.committee_by_slug(self._committee)
        where = f", {body.name_on(self._on)}" if body else ""
        parts.append(f"where a row does not say: from {plain_date(self._on)}{where}")
        doubts = [*self._doubts, mend] if self._doubts and not faulty else self._doubts
        return " · ".join([*parts, *doubts])


_BEFORE_TAKING = ("take-in", "table-whole", "table-committee", "table-day", "table-again")
"""Keys that act until the table is taken in."""


def _rows(rows: Iterable[PlannedRow]) -> Iterator[Row]:
    for at, row in enumerate(rows):
        yield str(at), (str(row.line or "–"), row.name, _said(row))


def _said(row: PlannedRow) -> str:
    """What it changes, or the columns at fault."""
    faults = [
        f"✗ column “{fault.column}”: {fault.said}" if fault.column else f"✗ {fault.said}"
        for fault in row.faults
    ]
    return "; ".join(faults or row.does) or "as it is already"
