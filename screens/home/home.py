"""Home: what needs the clerk, then every meeting and committee.

Keys, counted: Enter opens the next meeting (1); ↓ to any other. n, c, i, r, m: one key each; / and
a few letters find a line.
"""

import asyncio
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from textual import getters, on, work
from textual.app import ComposeResult
from textual.events import Key as KeyPressed
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from clerk.clean import letters_of
from clerk.desk.lists.front import Front, front, whole_front
from clerk.desk.office import Office
from clerk.domain.committees import Committee
from clerk.domain.register import Register
from screens.home.home_lines import HomeLine, lines_of
from screens.keys import bindings
from screens.literal import plain
from screens.undoing import UndoesRegister
from screens.widgets.key_line import KeyLine
from screens.widgets.listed import Listed
from screens.widgets.said import SaidLine

if TYPE_CHECKING:
    from clerk.desk.lists.actions import ActionRow, OpenActions  # late, as below
    from clerk.desk.register.waiting import Waiting  # late, as what it looks at

_LISTED = 50
"""Meetings of a chapter that are listed, since a list of thousands is slow to draw."""


_NOTHING_YET = (
    "Nothing here yet.\n\n"
    "i   imports an agenda pack: committee, members, meeting and agenda at once\n"
    "c   adds a committee by hand; then p takes its members, n calls a meeting\n"
    "?   tells every key; Ctrl+P finds each by its name\n\n"
    "To learn on an invented council: Ctrl+Q, then type clerk demo"
)
_NOTHING_FOUND = "No line holds all these words. Type less of them; Esc shows every line again."
_NEEDS_LINES = ("open", "members", "resolutions")
"""Keys that have nothing to act on while nothing is there."""
_PAINTED = 0.1
"""Seconds after which Home is painted: what is looked at then is not waited for."""


class HomeScreen(UndoesRegister):
    """Meetings in the order in which they need something, then committees."""

    PLACES = ("home",)
    BINDINGS = bindings("home")
    listed = getters.query_one("#home", OptionList)
    entry = getters.query_one("#filter", Input)

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._front = Front()
        self._whole: Front | None = None
        """Every meeting: read when words are looked for, until something was done elsewhere."""
        self._lines: dict[str, HomeLine] = {}
        self._width = 0
        self._waiting: Waiting | None = None
        self._open_actions: OpenActions | None = None
        self._due: tuple[ActionRow, ...] = ()
        self._called_off: tuple[str, Register] | None = None
        """The meeting called off last, while nothing was done since to committees and people."""

    def compose(self) -> ComposeResult:
        yield Static("Clerk", id="screen-title")
        yield Listed("home")
        yield Static("", id="home-empty", classes="empty")
        yield Input(id="filter", placeholder="show only lines with these words", compact=True)
        yield SaidLine(id="said")
        yield KeyLine(*self.PLACES)

    def on_mount(self) -> None:
        """The list takes the keys; what was found and mended on opening is said."""
        self.entry.display = False
        self.set_focus(self.listed)
        if self.office.notices:
            self.tell(" ".join(self.office.notices), "warning")

    def on_screen_resume(self) -> None:
        """Reads the lists anew: something was done on another screen."""
        self._front = self.attempt(lambda: front(self.office, _LISTED)) or Front()
        self._whole = None
        self._show()
        self.set_timer(_PAINTED, self._look_at_members)
        if not self.entry.display:
            self.set_focus(self.listed)  # which it lost while it was empty and hidden

    @work(exclusive=True, group="members", exit_on_error=False)
    async def _look_at_members(self) -> None:
        """Vacancies, six months and actions, once Home is painted: every meeting is looked at."""
        from clerk.desk.lists.actions import OpenActions  # as a meeting
        from clerk.desk.register.waiting import members_waiting  # as every list of members

        self._open_actions = self._open_actions or OpenActions()
        waiting = await asyncio.to_thread(members_waiting, self.office)
        due = await asyncio.to_thread(self._open_actions.listed, self.office)
        if (waiting, due) != (self._waiting, self._due):
            self._waiting, self._due = waiting, due
            self._show()

    def on_resize(self) -> None:
        """Cuts the lines anew, where they are of another width."""
        if self.size.width != self._width:
            self._show()

    @property
    def key_words(self) -> Mapping[str, str]:
        """Home is where every way back ends; where it is empty, Enter opens nothing."""
        shown = {"back": "", "quit": "Quit"}
        return shown if self._lines else {**shown, **dict.fromkeys(_NEEDS_LINES, "")}

    # --- opening ------------------------------------------------------------------------------

    @on(OptionList.OptionSelected, "#home")
    def action_open_line(self) -> None:
        """Enter, or a click: opens the meeting or committee of the line that is marked."""
        option = self.listed.highlighted_option
        if option is not None:
            self._open(option.id or "")

    def action_members(self) -> None:
        """Who sits on the committee of the line that is marked."""
        body = self._committee
        if body is None:
            self.tell("There is no committee yet. Press c to add one, or i to import a paper.")
        else:
            self.app.open_committee(body.id)

    def action_doubts(self) -> None:
        """What the import of the marked meeting was not sure of."""
        line = self._line
        if line is None or not line.ref:
            self.tell("Choose the line of a meeting that was imported.")
        else:
            self.app.open_meeting(self, line.ref, doubts=True)

    def action_house_style(self) -> None:
        """The house style of the committee of the line that is marked."""
        from screens.style import StyleScreen  # Home is painted sooner without it

        body = self._committee
        if body is None:
            self.tell("There is no committee yet. Press c to add one, or i to import a paper.")
        else:
            self.app.push_screen(StyleScreen(self.office, body.id))

    def _open(self, line_id: str) -> None:
        line = self._lines.get(line_id)
        if line is None:
            return
        if line.ref:
            self.app.open_meeting(self, line.ref)
        elif line.view == "actions":
            self.action_actions()
        elif line.view:
            self._open_members(line.view)
        else:
            self.app.open_committee(line.committee)

    def action_people(self) -> None:
        """Everyone, found by typing."""
        from screens.register.people import PeopleScreen  # as above

        self.app.push_screen(PeopleScreen(self.office))

    def action_vacancies(self) -> None:
        """Vacant seats, chairs, and members nearing six months."""
        self._open_members("vacancies")

    def action_actions(self) -> None:
        """What was undertaken in all meetings and is open."""
        from screens.lists.actions import ActionsScreen  # as above

        self.app.push_screen(ActionsScreen(self.office))

    def action_phrases(self) -> None:
        """Phrases by code."""
        from screens.lists.phrases import PhrasesScreen  # as above

        self.app.push_screen(PhrasesScreen(self.office))

    def _open_members(self, view: str) -> None:
        from screens.register.vacancies import VacanciesScreen  # as above

        self.app.push_screen(VacanciesScreen(self.office, view))

    @property
    def _line(self) -> HomeLine | None:
        option = self.listed.highlighted_option
        return self._lines.get(option.id or "") if option else None

    @property
    def _committee(self) -> Committee | None:
        line = self._line
        register = self.office.register
        return register.committees.get(line.committee) if line else None

    # --- making -------------------------------------------------------------------------------

    @work(exclusive=True, group="dialog")
    async def action_new_meeting(self) -> None:
        """Calls a meeting and opens it."""
        if not self.office.register.committees:
            self.tell("A meeting needs a committee first: press c to add one.")
            return
        from screens.forms import meeting_form  # as above

        made: list[Path] = []
        form = meeting_form(self.office, self._committee, made.append)
        if await self.app.push_screen_wait(form) is not None:
            self.app.open_meeting(self, self.office.ref(made[0]))

    @work(exclusive=True, group="dialog")
    async def action_new_committee(self) -> None:
        """Adds a committee and shows its empty seats."""
        from screens.home.home_forms import committee_form  # as above

        made: list[Committee] = []
        if await self.app.push_screen_wait(committee_form(self.office, made.append)) is not None:
            self.app.open_committee(made[0].id)

    @work(exclusive=True, group="dialog")
    async def action_import_paper(self) -> None:
        """Reads a paper and says what was understood."""
        from screens.home.home_forms import paper_form  # as above

        chosen: list[Path] = []
        if await self.app.push_screen_wait(paper_form(chosen.append)) is None:
            return
        if chosen[0].suffix.casefold() in (".csv", ".tsv"):
            self._open_table(chosen[0])
            return
        self.tell(f"Reading {chosen[0].name} …")
        # Spares opening the app all the readers.
        from screens.home.importing import import_on_screen

        said = await import_on_screen(self, chosen[0])
        self.tell(said, "error") if said else self.tell("")

    def _open_table(self, path: Path) -> None:
        """The dry run of a table of members."""
        from clerk.readers.tables.table_file import read_table  # seldom needed
        from screens.register.table_import import Read, TableImportScreen

        async def again() -> Read:
            return read_table(path), ()

        table = self.attempt(lambda: read_table(path))
        if table is not None:
            self.app.push_screen(TableImportScreen(self.office, path.name, table, again=again))

    def show_anew(self) -> None:
        """The lists as they stand now."""
        self.on_screen_resume()

    def action_call_off(self) -> None:
        """The meeting of the line does not take place, or is postponed; again: it does."""
        line = self._line
        if line is None or not line.ref:
            self.tell("Choose the line of a meeting that does not take place.")
            return
        self._call_off(line.ref)

    def action_undo(self) -> None:
        """Takes back what was done last: a meeting called off, or a change of the register."""
        ref, register = self._called_off or ("", None)
        if register is self.office.register:
            self._call_off(ref)
        else:
            super().action_undo()

    @work(exclusive=True, group="dialog")
    async def _call_off(self, ref: str) -> None:
        from screens.meeting.calling_off import call_off  # as above

        told = await call_off(self, ref)
        if told is not None:
            self._called_off = (ref, self.office.register) if told.off else None
            self.on_screen_resume()
            self.tell(told.words)

    # --- filtering ----------------------------------------------------------------------------

    def action_filter(self) -> None:
        """A field that shows only lines with the words typed."""
        self.entry.display = True
        self.entry.focus()

    def action_back(self) -> None:
        """Ends filtering; Home is where every way back ends."""
        if not self.entry.display:
            self.tell("This is Home. Ctrl+Q leaves Clerk; everything is saved.")
            return
        self.entry.value = ""
        self.entry.display = False
        self._show()
        self.listed.focus()

    @on(Input.Changed, "#filter")
    def words_changed(self) -> None:
        """Shows only lines with these words."""
        self._show()

    @on(Input.Submitted, "#filter")
    def submitted(self) -> None:
        """Enter opens the line that is marked."""
        option = self.listed.highlighted_option
        self._open(option.id or "" if option else "")

    def on_key(self, event: KeyPressed) -> None:
        """Up and down move in the list while typing goes on."""
        if event.key in ("up", "down") and self.entry.has_focus:
            event.stop()
            event.prevent_default()
            move = (
                self.listed.action_cursor_up
                if event.key == "up"
                else self.listed.action_cursor_down
            )
            move()

    # --- the list -----------------------------------------------------------------------------

    def _show(self) -> None:
        option = self.listed.highlighted_option
        marked = option.id if option else None
        self._width = self.size.width
        width = max(self._width - 4, 40)
        wanted = letters_of(self.entry.value).split()
        lines = lines_of(
            self._looked_in(wanted), self.office.today, width, self._waiting, self._due
        )
        self._lines = {line.id: line for line in lines}
        self.listed.set_options(islice(_options(lines, wanted), 6 * _LISTED))
        places = [at for at, each in enumerate(self.listed.options) if not each.disabled]
        kept = [at for at in places if self.listed.options[at].id == marked]
        self.listed.highlighted = next(iter(kept or places), None)
        empty = self.query_one("#home-empty", Static)
        empty.display = not places
        self.listed.display = bool(places)
        empty.update(plain(_NOTHING_FOUND if lines else _NOTHING_YET))
        self.refresh_bindings()

    def _looked_in(self, wanted: list[str]) -> Front:
        if not wanted:
            return self._front
        if self._whole is None:
            self._whole = self.attempt(lambda: whole_front(self.office))
        return self._whole or self._front


def _options(lines: tuple[HomeLine, ...], wanted: list[str]) -> Iterator[Option]:
    """Lines that hold every word; headings only while nothing is looked for."""
    for line in lines:
        if line.heading and wanted:
            continue
        if all(word in letters_of(line.words) for word in wanted):
            style = "bold" if line.heading else ""
            yield Option(plain(line.words, style), id=line.id, disabled=line.heading)
