"""The roll call: one line a seat, one key a line.

Keys, counted, for a committee of thirteen with eleven present, one apology and one substitute:
↓ to each exception (at most 12, usually 3 or 4), a (1), s with two letters and Enter (4), then e
for everyone else (1): about ten, and never more than a key a line and four for a substitute.
"""

from textual import getters, work
from textual.app import ComposeResult
from textual.widgets import Static

from clerk.desk import hand
from clerk.desk.rows import Expected
from clerk.desk.strip import strip_of
from clerk.domain.meetings import Capacity
from screens.dialogs.choose import Choose, Chosen
from screens.forms import name_form
from screens.in_meeting import InMeeting
from screens.keys import bindings
from screens.literal import cell, plain
from screens.picking import people_choices
from screens.widgets.key_line import KeyLine
from screens.widgets.rows import Rows
from screens.widgets.said import SaidLine
from screens.widgets.strip import RoomStrip

_WORDS: dict[str, str] = {
    "": "? expected",
    "present": "✓ present",
    "remote": "✓ remote",
    "apologies": "– apologies",
    "absent": "✗ absent",
    "also present": "+ also present",
    "in attendance": "+ in attendance",
}


class RollCallScreen(InMeeting):
    """Everyone expected, the chair first where the register says so, then whoever came besides."""

    PLACES = ("roll call", "in meeting")
    BINDINGS = bindings("roll call")
    roll = getters.query_one("#roll", Rows)

    def compose(self) -> ComposeResult:
        yield Static(plain(f"Roll call · {self.desk.label()}"), id="screen-title")
        yield Rows(id="roll")
        yield Static("", id="roll-empty", classes="empty")
        yield SaidLine(id="said")
        yield RoomStrip()
        yield KeyLine(*self.PLACES)

    def on_mount(self) -> None:
        """The table takes the keys."""
        self.roll.add_columns(cell("Attends as"), cell("Name"), cell("Group, post or role"))
        self.roll.focus()
        self._show()

    def show_anew(self) -> None:
        """Shows the marks anew."""
        self._show()

    # --- marks --------------------------------------------------------------------------------

    def action_mark(self, capacity: Capacity) -> None:
        """Marks the line, and goes on to the next."""
        row = self._row
        if row is None:
            self.tell("There is nobody on this line. Press o for an officer, + for someone else.")
        elif self.succeeds(lambda: self.desk.mark(row.person, capacity)):
            self._show(onward=True)
            self.tell(f"{row.name}: {capacity}.")

    def action_clear_mark(self) -> None:
        """Back to expected."""
        row = self._row
        if row is not None and self.succeeds(lambda: self.desk.clear_mark(row.person)):
            self._show()
            self.tell(f"{row.name}: mark taken away.")

    def action_everyone(self) -> None:
        """Everyone not marked yet is present."""
        count = self.attempt(self.desk.everyone_present)
        if count is not None:
            self._show()
            self.tell(f"{count} more present.")

    @work(exclusive=True, group="dialog")
    async def action_mend_name(self) -> None:
        """Puts a misread name right."""
        row = self._row
        if row is not None:
            await self.app.push_screen_wait(name_form(self.office, row.person, self._show_anew))

    # --- people picked by letters -------------------------------------------------------------

    @work(exclusive=True, group="dialog")
    async def action_substitute(self) -> None:
        """Someone sits for the member on this line."""
        row = self._row
        if row is None:
            return
        chosen = await self._pick(f"Who substitutes for {row.name}?", ("member", "co-opted"))
        person = self._person(chosen)
        if person is None:
            return
        if self.succeeds(lambda: self.desk.mark(person, "present", substitute_for=row.person)):
            self._show(onward=True)
            self.tell(f"{self.desk.name(person)} substitutes for {row.name}.")

    @work(exclusive=True, group="dialog")
    async def action_officer(self) -> None:
        """An officer in attendance."""
        title = "Officer in attendance: letters of the name, or name, comma, post"
        chosen = await self._pick(title, ("officer",))
        self._add(chosen, "in attendance")

    @work(exclusive=True, group="dialog")
    async def action_other(self) -> None:
        """Another member, or a guest, who is also present."""
        chosen = await self._pick("Who is also present?", ("member", "co-opted", "other"))
        self._add(chosen, "also present")

    def _add(self, chosen: Chosen | None, capacity: Capacity) -> None:
        person = self._person(chosen, officer=capacity == "in attendance")
        if person is not None and self.succeeds(lambda: self.desk.mark(person, capacity)):
            self._show(person)
            self.tell(f"{self.desk.name(person)}: {capacity}.")

    async def _pick(self, title: str, kinds: tuple[str, ...]) -> Chosen | None:
        here = {row.person for row in self.desk.expected()}
        people = self.office.register.people.values()
        wanted = [
            person.id
            for person in sorted(people, key=lambda person: person.name.surname.casefold())
            if person.kind in kinds and person.id not in here
        ]
        choices = people_choices(self.desk, wanted)
        return await self.app.push_screen_wait(Choose(title, choices, new="New"))

    def _person(self, chosen: Chosen | None, *, officer: bool = False) -> str | None:
        """The id of who was chosen; someone new comes into the register first."""
        if chosen is None:
            return None
        if chosen.id:
            return chosen.id
        name, _, post = chosen.new.partition(",")
        if officer:
            new = self.attempt(lambda: hand.add_officer(self.office, name, post))
        else:
            new = self.attempt(lambda: hand.add_other(self.office, chosen.new))
        return new.id if new else None

    # --- the table ----------------------------------------------------------------------------

    @property
    def _row(self) -> Expected | None:
        rows = self.desk.expected()
        return next((row for row in rows if row.person == self.roll.chosen), None)

    def _show_anew(self) -> None:
        """Mending a name also writes the meetings that were read with it, perhaps this one."""
        self.desk.ledger.refresh()
        self._show()

    def _show(self, person: str = "", *, onward: bool = False) -> None:
        rows = self.desk.expected()
        at = self.roll.cursor_row + (1 if onward else 0)
        self.roll.show([(row.person, _cells(row)) for row in rows], at=at, key=person)
        empty = self.query_one("#roll-empty", Static)
        empty.display = not rows
        empty.update(
            plain(
                "Nobody is on this committee yet. Press + for someone who is present, o for an "
                "officer; members are added on the committee's own screen (m on Home)."
            )
        )
        strip = strip_of(self.desk, self.item)
        self.query_one(RoomStrip).show(strip, "", self.office.now())


def _cells(row: Expected) -> tuple[str, str, str]:
    words = _WORDS.get(row.capacity, row.capacity)
    if row.substitute and not row.capacity:
        words = "↔ substituted"
    name = row.name if not row.substitute else f"{row.name} (by {row.substitute})"
    return words, name, row.post or row.role or row.group
