"""A committee's seats as they stand on a day that the arrow keys move.

Keys, counted: ← and → a day, Page Up and Page Down a month, t today (1 each), d and a typed day;
what is done to a seat acts from the day shown: see `register_deeds`. h tells the history of the
seat with its sources, b and a day what changed since, m who came how often, Enter everything about
the member (1 each).
"""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from textual import getters, on, work
from textual.app import ComposeResult
from textual.widgets import DataTable, Static

from clerk.desk.lists import member_lists
from clerk.desk.lists.rows import Membership
from clerk.desk.office import Office
from clerk.desk.register.attendance_lists import attendance
from clerk.desk.register.register_lists import differences, seat_told
from clerk.domain.base import eve, months_on, morrow
from clerk.errors import ClerkError
from clerk.when import long_date, plain_date
from screens.forms import date_form, meeting_form
from screens.keys import bindings
from screens.literal import cell, plain
from screens.page import PageScreen, TableScreen
from screens.register.register_deeds import RegisterDeeds
from screens.register.register_forms import list_form
from screens.widgets.key_line import KeyLine
from screens.widgets.rows import Row, Rows, WholeRow
from screens.widgets.said import SaidLine


class CommitteeScreen(RegisterDeeds):
    """Seats by group, vacancies among them."""

    PLACES = ("committee",)
    BINDINGS = bindings("committee")
    seats = getters.query_one("#seats", Rows)

    def __init__(self, office: Office, committee_id: str) -> None:
        super().__init__(office, committee_id)
        self.day = office.today

    def compose(self) -> ComposeResult:
        yield Static("", id="screen-title")
        yield Static("", id="as-on")
        yield Rows(id="seats")
        yield Static("", id="seats-empty", classes="empty")
        yield WholeRow("#seats")
        yield SaidLine(id="said")
        yield KeyLine(*self.PLACES)

    def on_mount(self) -> None:
        """The table takes the keys."""
        self.seats.add_columns(cell("Group"), cell("Member"), cell("Since"))
        self.set_focus(self.seats)
        self.reload()

    def on_screen_resume(self) -> None:
        """Something may have been done on another screen."""
        self.reload()

    @property
    def seat(self) -> str:
        """The id of the seat that is marked; empty where there is none."""
        return self.seats.chosen

    # --- the day ------------------------------------------------------------------------------

    def action_day(self, by: int) -> None:
        """A day on or back."""
        self._as_on(morrow(self.day) if by > 0 else eve(self.day))

    def action_month(self, by: int) -> None:
        """A month on or back; the last day where the month has no such day."""
        self._as_on(months_on(self.day, by))

    def action_today(self) -> None:
        """As things stand today."""
        self._as_on(self.office.today)

    @work(exclusive=True, group="dialog")
    async def action_type_date(self) -> None:
        """As on a day that is typed."""
        await self.app.push_screen_wait(date_form(self.office, self._as_on))

    def _as_on(self, day: dt.date) -> None:
        self.day = day
        self.reload()

    # --- to read ------------------------------------------------------------------------------

    @on(DataTable.RowSelected, "#seats")
    def row_selected(self) -> None:
        """Everything about the member; a vacancy is filled."""
        row = self.row
        if row is None or not row.person:
            self.action_replace()
            return
        self.app.open_person(row.person)

    def action_history(self) -> None:
        """Who held the seat that is marked, with reasons and sources."""
        told = seat_told(self.office, self.body, self.seat)
        title = f"History of a seat on {self.body.name_on(self.day)}"
        lines = [each.dated for each in told] or ["Nothing is known of this seat yet."]
        self.app.push_screen(PageScreen(self.office, title, lines))

    @work(exclusive=True, group="dialog")
    async def action_differences(self) -> None:
        """What changed between a day that is typed and the day that is shown."""
        days: list[dt.date] = []
        title = f"What changed up to {plain_date(self.day)}: since which day?"
        if await self.app.push_screen_wait(date_form(self.office, days.append, title)) is None:
            return
        start, end = sorted((days[0], self.day))
        found = differences(self.office, self.body, start, end)
        title = f"{found.committee}, {plain_date(start)} to {plain_date(end)}"
        self.app.push_screen(PageScreen(self.office, title, found.lines))

    def action_attendance(self) -> None:
        """Who came how often to this committee's meetings."""
        found = attendance(self.office, slug=self.body.slug, end=self.day)
        rows = [
            (row.name, row.of, str(row.apologies), str(row.absent), str(row.as_substitute))
            for row in found
            if row.expected or row.as_substitute
        ]
        header = ("Member", "Present", "Apologies", "Absent", "As substitute")
        title = f"{self.body.name_on(self.day)}: attendance up to {plain_date(self.day)}"
        empty = "No meeting with anybody marked present is in Clerk up to that day."
        self.app.push_screen(TableScreen(self.office, title, header, rows, empty))

    def action_export(self) -> None:
        """The membership list of this day as a Word file, opened."""
        from clerk.desk.documents.export import open_document  # for a document alone
        from clerk.desk.documents.export_membership import export_membership

        path = self.attempt(lambda: export_membership(self.office, self.body, self.day))
        if path is not None:
            self.tell(f"Written to {path}. {open_document(path)}")

    @work(exclusive=True, group="dialog")
    async def action_paste_list(self) -> None:
        """Many members at once, from a list as papers print it; tried before it is taken in."""
        from clerk.desk.register.printed_list import PrintedList  # with readers of papers
        from screens.register.table_import import Read, TableImportScreen

        pasted = [""]

        async def ask() -> Read | None:
            """The list as it is read; mended, where it was pasted before."""
            read: list[PrintedList] = []
            answers = await self.app.push_screen_wait(list_form(self.body, read, pasted[-1]))
            if answers is None:
                return None
            pasted.append(answers["list"])
            return read[0].table, read[0].doubts

        read = await ask()
        if read is None:
            return
        title = f"a list of {self.body.name_on(self.day)}"
        self.app.push_screen(
            TableImportScreen(
                self.office,
                title,
                read[0],
                again=ask,
                committee=self.body.slug,
                on=self.day,
                doubts=read[1],
                pasted=True,
            )
        )

    @work(exclusive=True, group="dialog")
    async def action_new_meeting(self) -> None:
        """Calls a meeting of this committee, and opens it."""
        made: list[Path] = []
        form = meeting_form(self.office, self.body, made.append)
        if await self.app.push_screen_wait(form) is not None:
            self.app.open_meeting(self, self.office.ref(made[0]))

    # --- the table ----------------------------------------------------------------------------

    def reload(self) -> None:
        """The seats as on the day."""
        try:
            body = self.body
        except ClerkError:
            self.action_back()  # its adding was undone
            return
        shown = member_lists.membership(self.office, body, self.day)
        self.query_one("#screen-title", Static).update(plain(_title(shown)))
        self.query_one("#as-on", Static).update(plain(self._as_on_words(shown)))
        self.seats.show(list(_rows(shown)), key=self.seats.chosen, at=self.seats.cursor_row)
        empty = self.query_one("#seats-empty", Static)
        empty.display = not shown.total
        empty.update(plain(_nobody(shown)))

    def _as_on_words(self, shown: Membership) -> str:
        parts = [f"as on {long_date(self.day)}"]
        if shown.first_seen:
            parts.append(f"first seen {plain_date(shown.first_seen)}")
        parts += shown.notes
        if self.source_words:
            parts.append(f"source of changes: {self.source_words}")
        return " · ".join(parts)


def _title(shown: Membership) -> str:
    vacant = sum(row.known and not row.person for _, rows in shown.groups for row in rows)
    vacancies = f", {vacant} vacant" if vacant else ""
    return f"{shown.name} ({shown.total} seats{vacancies})"


def _nobody(shown: Membership) -> str:
    if shown.dissolved:
        return f"Dissolved from {plain_date(shown.dissolved)}."
    return (
        "Nobody sits here on this day.\n\n"
        "p   takes the members from a printed list\n"
        "a   adds one member\n"
        "+   adds a vacant seat"
    )


def _rows(shown: Membership) -> Iterator[Row]:
    for group, rows in shown.groups:
        for at, row in enumerate(rows):
            yield row.seat, (f"{group} ({len(rows)})" if not at else "", row.printed, row.evidence)
