"""Everyone in the register, found by typing.

Keys: p on Home, two or three letters of the name, group or post, Enter: the page about them (5).
Ctrl+N adds someone.
"""

from textual import getters, on, work
from textual.app import ComposeResult
from textual.events import Key as KeyPressed
from textual.widgets import DataTable, Input, Static

from clerk.clean import findable, letters_of
from clerk.desk.lists import member_lists
from clerk.desk.lists.rows import PersonRow
from clerk.desk.office import Office
from clerk.domain.people import Person
from screens.base import ClerkScreen
from screens.keys import bindings
from screens.literal import cell
from screens.register.person_forms import new_person_form
from screens.widgets.key_line import KeyLine
from screens.widgets.rows import Row, Rows, WholeRow
from screens.widgets.said import SaidLine

_LISTED = 100
"""Rows drawn at a time: with a letter more, there are fewer; a table of thousands is slow."""
_NOBODY_YET = "Nobody is in the register yet. Ctrl+N adds someone, or import a paper."
_NOBODY_FOUND = "Nobody is found by these letters. Type less of them; Ctrl+N adds someone."


class PeopleScreen(ClerkScreen):
    """Read once on opening; each letter only filters what was read."""

    PLACES = ("people",)
    BINDINGS = bindings("people")
    found = getters.query_one("#people", Rows)
    entry = getters.query_one("#find", Input)

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._all: tuple[tuple[str, PersonRow], ...] = ()

    def compose(self) -> ComposeResult:
        yield Input(
            id="find", placeholder="letters of name, group, ward or committee", compact=True
        )
        yield Rows(id="people")
        yield Static("", id="people-empty", classes="empty")
        yield WholeRow("#people")
        yield SaidLine(id="said")
        yield KeyLine(*self.PLACES)

    def on_mount(self) -> None:
        """The field takes the keys."""
        columns = ("Name", "Kind", "Group or post", "Sits on")
        self.found.add_columns(*(cell(words) for words in columns))
        self.set_focus(self.entry)

    def on_screen_resume(self) -> None:
        """Reads everyone anew: a page may have changed someone."""
        rows = self.attempt(lambda: member_lists.people(self.office)) or ()
        self._all = tuple((_searched(row), row) for row in rows)
        self._filter()

    @on(Input.Changed, "#find")
    def words_changed(self) -> None:
        """Shows whoever holds every word."""
        self._filter()

    @on(Input.Submitted, "#find")
    def submitted(self) -> None:
        """Enter in the field opens the row that is marked."""
        self._open(self.found.chosen)

    @on(DataTable.RowSelected, "#people")
    def row_selected(self) -> None:
        """Enter on a row opens the page."""
        self._open(self.found.chosen)

    def on_key(self, event: KeyPressed) -> None:
        """Up and down move among the rows while typing goes on."""
        if event.key in ("up", "down") and self.entry.has_focus:
            event.stop()
            event.prevent_default()
            self.found.move_cursor(row=self.found.cursor_row + (1 if event.key == "down" else -1))

    @work(exclusive=True, group="dialog")
    async def action_new_person(self) -> None:
        """Someone new, without any paper."""
        made: list[Person] = []
        if await self.app.push_screen_wait(new_person_form(self.office, made)) is not None:
            self._open(made[0].id)

    def _open(self, person_id: str) -> None:
        if person_id:
            self.app.open_person(person_id)

    def _filter(self) -> None:
        wanted = letters_of(self.entry.value).split()
        fitting = [row for text, row in self._all if all(word in text for word in wanted)]
        self.found.show([_cells(row) for row in fitting[:_LISTED]], key=self.found.chosen)
        empty = self.query_one("#people-empty", Static)
        empty.display = not fitting
        empty.update(_NOBODY_FOUND if self._all else _NOBODY_YET)
        more = f"; the first {_LISTED} are shown" if len(fitting) > _LISTED else ""
        self.tell(f"{len(fitting)} of {len(self._all)} people{more}.")


def _searched(row: PersonRow) -> str:
    return findable(" ".join((row.name, row.kind, row.group, row.post, row.ward, *row.seats)))


def _cells(row: PersonRow) -> Row:
    seats = ", ".join(row.seats[:2]) + (f" and {len(row.seats) - 2} more" if row.seats[2:] else "")
    return row.id, (row.name, row.kind, row.post or row.group, seats)
