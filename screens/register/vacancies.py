"""Vacant seats, chairs, and members nearing six months: three lists, a letter apart.

Keys, counted: v on Home (1); Enter on a vacancy, two or three letters of the name, Enter, Ctrl+S:
filled (6; the day, its source and reason can be typed). c and s show the other lists (1); m opens
the committee of the line (1).
"""

import datetime as dt
from dataclasses import dataclass
from functools import partial

from textual import getters, on, work
from textual.app import ComposeResult
from textual.widgets import DataTable, Static

from clerk.desk.lists.member_lists import membership
from clerk.desk.office import Office
from clerk.desk.register import appointments, attendance_lists, register_lists
from clerk.domain.people import Person
from clerk.names import full
from clerk.when import plain_date
from screens.dialogs.choose import Choose
from screens.keys import bindings
from screens.literal import cell, plain
from screens.register.person_choices import MEMBERS, person_choices
from screens.register.register_forms import grounds_form
from screens.undoing import UndoesRegister
from screens.widgets.key_line import KeyLine
from screens.widgets.rows import Rows, WholeRow
from screens.widgets.said import SaidLine

_LISTED = 300
"""Rows drawn: those that need the clerk come first, and a table of thousands is slow."""

_HEADERS: dict[str, tuple[str, ...]] = {
    "vacancies": ("Committee", "Group", "Vacant since", "Last holder"),
    "chairs": ("Committee", "Role", "Name", "Since"),
    "six months": ("Member", "Six months end", "Days", "Attendance", "Council before"),
}
_EMPTY = {
    "vacancies": "No seat is vacant today, as far as is known.",
    "chairs": "There is no committee yet. Press c on Home to add one.",
    "six months": "No councillor holds a seat today.",
}


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: what it shows, and what it is of."""

    cells: tuple[str, ...]
    committee: str = ""
    seat: str = ""
    person: str = ""


class VacanciesScreen(UndoesRegister):
    """As things stand today."""

    PLACES = ("vacancies",)
    BINDINGS = bindings("vacancies")
    table = getters.query_one("#lines", Rows)

    def __init__(self, office: Office, view: str = "vacancies") -> None:
        super().__init__(office)
        self._view = view
        self._lines: list[_Line] = []

    def compose(self) -> ComposeResult:
        yield Static("", id="screen-title")
        yield Rows(id="lines")
        yield Static("", id="lines-empty", classes="empty")
        yield WholeRow("#lines")
        yield SaidLine(id="said")
        yield KeyLine(*self.PLACES)

    def on_mount(self) -> None:
        """The table takes the keys."""
        self.set_focus(self.table)

    def on_screen_resume(self) -> None:
        """Something may have been done on another screen."""
        self._show()

    def action_view(self, view: str) -> None:
        """Another of the lists."""
        self._view = view
        self._show()

    def action_members(self) -> None:
        """The committee of the line."""
        line = self._marked
        if line is None or not line.committee:
            self.tell("This line is of no committee: Enter opens the member's page.")
            return
        self.app.open_committee(line.committee)

    @on(DataTable.RowSelected, "#lines")
    def row_selected(self) -> None:
        """Fills the vacancy, or opens what the line is of."""
        line = self._marked
        if line is None:
            return
        if line.seat:
            self._fill(line)
        elif line.person:
            self.app.open_person(line.person)
        else:
            self.action_members()

    @work(exclusive=True, group="dialog")
    async def _fill(self, line: _Line) -> None:
        """Someone takes the vacant seat from a day on."""
        body = self.office.committee(line.committee)
        here = {
            r.person
            for _, rows in membership(self.office, body, self.office.today).groups
            for r in rows
        }
        group = line.cells[1]
        choices = tuple(
            person_choices(self.office, self.office.today, MEMBERS, but=here, group=group)
        )
        title = f"Who fills the {group or 'vacant'} seat on {body.name}?"
        chosen = await self.app.push_screen_wait(Choose(title, choices, new="New member"))
        if chosen is None:
            return
        who = self.office.register.people[chosen.id] if chosen.id else chosen.new
        name = full(who.name) if isinstance(who, Person) else who
        deed = partial(appointments.take_seat, self.office, body.id, line.seat, who)
        asked = grounds_form(self.office, f"{name} fills the {group or 'vacant'} seat", deed)
        if await self.app.push_screen_wait(asked) is not None:
            self._show()
            last = self.office.register_ledger.last
            self.tell(f"{last.said}. u takes it back." if last else "")

    def show_anew(self) -> None:
        """The list as it stands now."""
        self._show()

    @property
    def _marked(self) -> _Line | None:
        chosen = self.table.chosen
        return self._lines[int(chosen)] if chosen else None

    def _show(self) -> None:
        lines = {
            "vacancies": self._vacancies,
            "chairs": self._chairs,
            "six months": self._six_months,
        }
        at = self.table.cursor_row
        self._lines = self.attempt(lines[self._view]) or []
        self.table.clear(columns=True)
        self.table.add_columns(*(cell(words) for words in _HEADERS[self._view]))
        drawn = enumerate(self._lines[:_LISTED])
        self.table.show([(str(n), line.cells) for n, line in drawn], at=at)
        title = f"{self._view.capitalize()}, {plain_date(self.office.today)} ({len(self._lines)})"
        more = f"; the first {_LISTED} are shown" if len(self._lines) > _LISTED else ""
        self.query_one("#screen-title", Static).update(plain(f"{title}{more}"))
        empty = self.query_one("#lines-empty", Static)
        empty.display = not self._lines
        empty.update(_EMPTY[self._view])

    def _vacancies(self) -> list[_Line]:
        return [
            _Line(
                (row.committee, row.group, _day(row.since), _left(row)),
                committee=row.committee_id,
                seat=row.seat,
            )
            for row in register_lists.vacancies(self.office, self.office.today)
        ]

    def _chairs(self) -> list[_Line]:
        return [
            _Line((row.committee, row.role, row.printed, _day(row.since)), row.committee_id)
            for row in register_lists.chairs(self.office, self.office.today)
        ]

    def _six_months(self) -> list[_Line]:
        return [
            _Line(
                (
                    row.name,
                    plain_date(row.ends),
                    str(row.days_left),
                    row.words,
                    _day(row.council) or "none in Clerk",
                ),
                person=row.person,
            )
            for row in attendance_lists.six_months(self.office)
        ]


def _left(row: register_lists.VacancyRow) -> str:
    return f"{row.last_holder} ({row.how})" if row.how else row.last_holder


def _day(day: dt.date | None) -> str:
    return plain_date(day) if day else ""
