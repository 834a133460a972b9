"""A CSV table of members before it is taken in: what each row would change, and what is at fault.

Keys, counted: i on Home, the file's path, Enter: the dry run (2 and the path); Enter: taken in (1);
u: all of it back (1). c, letters, Enter: the committee of rows that name none; d and a day: from
when, where a row does not say. w: the list is the whole membership, whoever is not on it leaves:
the annual appointments of twelve committees are a file, w and Enter (3 and the path).
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import DataTable, Static

from clerk.desk.office import Office
from clerk.desk.register.table_in import PlannedRow, TablePlan, plan_table, take_table_in
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
        committee: str = "",
        on: dt.date | None = None,
        doubts: Sequence[str] = (),
    ) -> None:
        super().__init__(office)
        self._called = name
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

    @on(DataTable.RowSelected, "#rows")
    def row_selected(self) -> None:
        """Takes the table in."""
        self.action_take_in()

    def action_take_in(self) -> None:
        """All rows, as one change; none where one is at fault."""
        plan = self._plan
        if plan is None or self._taken:
            self.tell("It was taken in already; u takes it back.")
        elif not plan.changed and not plan.faulty:
            self.tell("Everything is so already: there is nothing to take in.")
        elif self.succeeds(lambda: take_table_in(self.office, plan, self._called)):
            self._taken = True
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
        if self._taken:
            self.tell("It was taken in already; u takes it back.")
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

        def take(day: dt.date) -> None:
            self._on = day

        title = "From which day, where a row does not say?"
        if await self.app.push_screen_wait(date_form(self.office, take, title)) is not None:
            self._try()

    def _try(self) -> None:
        """The dry run anew."""
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
        self.query_one("#as-on", Static).update(plain(self._summary(plan)))
        ordered = sorted(plan.rows, key=lambda row: not row.faults) if plan else []
        shown = ordered if len(ordered) > _LISTED or not plan else plan.rows
        self.query_one("#rows", Rows).show([*_rows(shown[:_LISTED])])

    def _summary(self, plan: TablePlan | None) -> str:
        if plan is None:
            return "The columns could not be understood; nothing was stored."
        faulty = len(plan.faulty)
        parts = [f"{plan.changed} of {len(plan.rows)} rows change something"]
        if faulty:
            parts.append(f"{faulty} at fault: mend them, nothing is taken in until then")
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
        return " · ".join([*parts, *self._doubts])


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
