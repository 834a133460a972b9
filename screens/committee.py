"""A committee's seats as they stand on a day that the arrow keys move.

Keys: ← and → a day, Page Up and Page Down a month, t today, d and a typed day; a adds a member,
e mends a name.
"""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from textual import getters, work
from textual.app import ComposeResult
from textual.widgets import Static

from clerk.desk import lists
from clerk.desk.office import Office
from clerk.desk.rows import Membership
from clerk.errors import ClerkError
from clerk.when import long_date, plain_date
from screens.base import ClerkScreen
from screens.forms import date_form, meeting_form, member_form, name_form
from screens.keys import bindings
from screens.literal import cell, plain
from screens.widgets.key_line import KeyLine
from screens.widgets.rows import Row, Rows
from screens.widgets.said import SaidLine


class CommitteeScreen(ClerkScreen):
    """Seats by group, vacancies among them."""

    PLACES = ("committee",)
    BINDINGS = bindings("committee")
    seats = getters.query_one("#seats", Rows)

    def __init__(self, office: Office, committee_id: str) -> None:
        super().__init__(office)
        self._committee = committee_id
        self._on = office.today

    def compose(self) -> ComposeResult:
        yield Static("", id="screen-title")
        yield Static("", id="as-on")
        yield Rows(id="seats")
        yield Static("", id="seats-empty", classes="empty")
        yield SaidLine(id="said")
        yield KeyLine(*self.PLACES)

    def on_mount(self) -> None:
        """The table takes the keys."""
        self.seats.add_columns(cell("Group"), cell("Member"))
        self.seats.focus()
        self._show()

    # --- the day ------------------------------------------------------------------------------

    def action_day(self, by: int) -> None:
        """A day on or back."""
        self._as_on(self._on + dt.timedelta(days=by))

    def action_month(self, by: int) -> None:
        """A month on or back; the last day where the month has no such day."""
        months = self._on.year * 12 + self._on.month - 1 + by
        year, month = divmod(months, 12)
        day = self._on.day
        while day > 28 and not _exists(year, month + 1, day):
            day -= 1
        self._as_on(dt.date(year, month + 1, day))

    def action_today(self) -> None:
        """As things stand today."""
        self._as_on(self.office.today)

    @work(exclusive=True, group="dialog")
    async def action_type_date(self) -> None:
        """As on a day that is typed."""
        await self.app.push_screen_wait(date_form(self.office, self._as_on))

    def _as_on(self, day: dt.date) -> None:
        self._on = day
        self._show()

    # --- changes ------------------------------------------------------------------------------

    @work(exclusive=True, group="dialog")
    async def action_add_member(self) -> None:
        """A member takes a seat."""
        body = self.office.committee(self._committee)
        form = member_form(self.office, body, self._on, self._show)
        if await self.app.push_screen_wait(form) is not None:
            self.tell("Added. u takes it back, a step at a time.")

    @work(exclusive=True, group="dialog")
    async def action_mend_name(self) -> None:
        """Puts a misread name right."""
        person = self._person
        if not person:
            self.tell("Nobody holds this seat: choose a line with a name.")
            return
        await self.app.push_screen_wait(name_form(self.office, person, self._show))

    @work(exclusive=True, group="dialog")
    async def action_new_meeting(self) -> None:
        """Calls a meeting of this committee, and opens it."""
        from screens.meeting import open_meeting  # the workspace loads more than seats need

        made: list[Path] = []
        body = self.office.committee(self._committee)
        if await self.app.push_screen_wait(meeting_form(self.office, body, made.append)) is None:
            return
        open_meeting(self, self.office.ref(made[0]))

    def action_undo(self) -> None:
        """Takes back the last change of committees and people."""
        said = self.attempt(self.office.undo_register)
        if said is not None:
            self._show()
            self.tell(f"Taken back: {said}.")

    # --- the table ----------------------------------------------------------------------------

    @property
    def _person(self) -> str:
        shown = lists.membership(self.office, self.office.committee(self._committee), self._on)
        for _, rows in shown.groups:
            for row in rows:
                if row.seat == self.seats.chosen:
                    return row.person
        return ""

    def _show(self) -> None:
        try:
            body = self.office.committee(self._committee)
        except ClerkError:
            self.action_back()  # its adding was undone
            return
        shown = lists.membership(self.office, body, self._on)
        self.query_one("#screen-title", Static).update(plain(f"{shown.name} ({shown.total} seats)"))
        note = f"; first seen {plain_date(shown.first_seen)}" if shown.first_seen else ""
        self.query_one("#as-on", Static).update(plain(f"as on {long_date(self._on)}{note}"))
        self.seats.show(list(_rows(shown)), at=self.seats.cursor_row)
        empty = self.query_one("#seats-empty", Static)
        empty.display = not shown.total
        empty.update(plain("Nobody sits here yet. Press a to add a member."))


def _rows(shown: Membership) -> Iterator[Row]:
    for group, rows in shown.groups:
        for at, row in enumerate(rows):
            yield row.seat, (f"{group} ({len(rows)})" if not at else "", row.printed)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True
