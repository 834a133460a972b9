"""The roll call: one line a seat, one key a line.

Keys, counted, for a committee of thirteen with eleven present, one apology and one substitute:
↓ to each exception (at most 12, usually 3 or 4), a (1), s with two letters and Enter (4), then e
for everyone else (1): about ten, and never more than a key a line and four for a substitute. Where
the rules let a substitute sit for one item alone, one key more: Enter for the whole meeting, or
letters of the item.
"""

from textual import getters, work
from textual.app import ComposeResult
from textual.widgets import Static

from clerk.desk.meeting import comings
from clerk.desk.meeting.roll_call import Expected
from clerk.desk.meeting.strip import strip_of
from clerk.desk.register import adding
from clerk.domain.meetings import AgendaItem, Capacity
from clerk.errors import InputError
from screens.dialogs.choose import Choice, Choose, Chosen
from screens.dialogs.form import Answers, Field, Form
from screens.forms import name_form
from screens.keys import bindings
from screens.literal import cell, plain
from screens.meeting.in_meeting import InMeeting
from screens.meeting.minute_forms import times_form
from screens.register.person_choices import MEMBERS, person_choices
from screens.widgets.key_line import KeyLine
from screens.widgets.rows import Rows, WholeRow
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


_WHOLE = "the whole meeting"


_WORDS_OF_A_NAME = 2
"""Letters that fit nobody are a slip sooner than a name."""


class RollCallScreen(InMeeting):
    """Everyone expected, the chair first where the register says so, then whoever came besides."""

    PLACES = ("roll call", "in meeting")
    BINDINGS = bindings("roll call")
    roll = getters.query_one("#roll", Rows)

    def compose(self) -> ComposeResult:
        yield Static(plain(f"Roll call · {self.desk.label()}"), id="screen-title")
        yield Rows(id="roll")
        yield Static("", id="roll-empty", classes="empty")
        yield WholeRow("#roll")
        yield SaidLine(id="said")
        yield RoomStrip()
        yield KeyLine(*self.PLACES)

    def on_mount(self) -> None:
        """The table takes the keys."""
        self.roll.add_columns(cell("Attends as"), cell("Name"), cell("Group, post or role"))
        self.set_focus(self.roll)
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
        elif capacity == "present" and row.substitute:
            self._arrives(row.person)
        elif self.succeeds(lambda: self.desk.mark(row.person, capacity)):
            self._show(onward=True)
            self.tell(f"{row.name}: {capacity}.")

    def _arrives(self, person: str) -> None:
        """A member for whom someone sits has come: the substitute stands down, both times kept."""
        said = self.attempt(lambda: comings.come(self.desk, person, self.item))
        if said is not None:
            self._show(onward=True)
            self.tell(said.echo)

    @work(exclusive=True, group="dialog")
    async def action_words(self) -> None:
        """Words behind the name of whoever sent apologies; never a reason of health."""
        row = self._row
        if row is None:
            return
        field = Field(
            id="words",
            label="Words that print, such as: on Council business. Reasons of health never do",
            value=row.note,
            private=True,
        )

        def put(answers: Answers) -> None:
            self.desk.mark(row.person, "apologies", words=answers["words"])

        form = Form(f"{row.name} sends apologies", (field,), put)
        if await self.app.push_screen_wait(form) is not None:
            self._show(onward=True)
            self.tell(f"{self.desk.last_said}.")

    def action_chair(self) -> None:
        """Took the chair from the start, because the usual chair did not."""
        row = self._row
        if row is not None:
            said = self.attempt(lambda: comings.preside(self.desk, row.person))
            if said is not None:
                self.tell_done(said)

    @work(exclusive=True, group="dialog")
    async def action_times(self) -> None:
        """When the meeting opened and closed; now, where it is going on."""
        await self.app.push_screen_wait(times_form(self.desk, self.tell_done))

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
            said = f"{count} more present." if count else "Everybody is marked already."
            self.tell(f"{said}{self._who_presides()}")

    def _who_presides(self) -> str:
        """What to say where the usual chair is not here and nobody took the chair."""
        rows = self.desk.expected()
        usual = next((r for r in rows if r.role.casefold().startswith("chair")), None)
        if usual is None or usual.capacity in ("", "present", "remote"):
            return ""
        if self.desk.room(self.item).presence.chair:
            return ""
        return f" {usual.name} is not here: c on the line of whoever takes the chair."

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
        chosen = await self._pick(f"Who substitutes for {row.name}?", MEMBERS, row.group)
        person = self._person(chosen)
        if person is None:
            return
        item = await self._for_one_item(f"{self.desk.name(person)} sits for {row.name} …")
        if item is None:
            return
        against = self.desk.substitute_warnings(person, row.person, item)
        note = await self._reason(against) if against else ""
        if note is not None and self.succeeds(
            lambda: self.desk.mark(
                person, "present", substitute_for=row.person, for_item=item, note=note
            )
        ):
            self._show(onward=True)
            self.tell(f"{self.desk.last_said}.")

    async def _for_one_item(self, question: str) -> str | None:
        """The item for which alone a substitute sits, "" for the whole meeting; None to go back.

        Asked only where the committee's rules let them sit for one item.
        """
        if not self.desk.context.substitutes_for_items:
            return ""
        items = (Choice(each.id, f"for {each.ref} {each.title}") for each in self._items)
        chosen = await self.app.push_screen_wait(
            Choose(question, (Choice(_WHOLE, "for the whole meeting"), *items))
        )
        if chosen is None:
            return None
        return "" if chosen.id == _WHOLE else chosen.id

    @property
    def _items(self) -> tuple[AgendaItem, ...]:
        return tuple(i for i in self.desk.meeting.items if i.state not in ("withdrawn", "deferred"))

    async def _reason(self, against: tuple[str, ...]) -> str | None:
        """Why someone shall sit against the rules; None where the clerk went back."""
        field = Field(id="reason", label="Why they sit all the same; the reason is kept")

        def needed(answers: Answers) -> None:
            if not answers["reason"].strip():
                raise InputError("Type a reason, or Esc to leave the seat as it was.")

        form = Form(" ".join(against), (field,), needed)
        answers = await self.app.push_screen_wait(form)
        return answers["reason"] if answers is not None else None

    @work(exclusive=True, group="dialog")
    async def action_stand_in(self) -> None:
        """Somebody here in place of another, who is no substitute and has no vote."""
        kinds = ("officer", "member", "co-opted", "other")
        chosen = await self._pick("Who is here in place of another, without a vote?", kinds)
        person = self._person(chosen, officer=True)
        if person is None:
            return
        field = Field(id="whom", label="In place of whom", hint="Mr J Oakford, Cabinet Member")
        officer = self.office.register.people[person].kind == "officer"
        capacity: Capacity = "in attendance" if officer else "also present"

        def put(answers: Answers) -> None:
            if not answers["whom"].strip():
                raise InputError("Type in place of whom they are here.")
            self.desk.mark(person, capacity, words=f"in place of {answers['whom'].strip()}")

        if await self.app.push_screen_wait(Form(self.desk.name(person), (field,), put)) is not None:
            self._show(person)
            self.tell(f"{self.desk.name(person)}: {capacity}, without a vote.")

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

    async def _pick(self, title: str, kinds: tuple[str, ...], group: str = "") -> Chosen | None:
        here = {row.person for row in self.desk.expected()}
        day = self.desk.meeting.date
        choices = [*person_choices(self.office, day, kinds, but=here, group=group)]
        return await self.app.push_screen_wait(Choose(title, choices, new="New"))

    def _person(self, chosen: Chosen | None, *, officer: bool = False) -> str | None:
        """The id of who was chosen; someone new comes into the register first."""
        if chosen is None:
            return None
        if chosen.id:
            return chosen.id
        name, _, post = chosen.new.partition(",")
        if len(name.split()) < _WORDS_OF_A_NAME:
            self.tell(
                f"Nobody here is called “{chosen.new}”. For someone new type title or initials "
                "and surname, then a comma and the post.",
                "error",
            )
            return None
        if officer:
            new = self.attempt(lambda: adding.add_officer(self.office, name, post))
        else:
            new = self.attempt(lambda: adding.add_other(self.office, chosen.new))
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
    more = row.sits_for or row.post or row.role or row.group
    if row.substitute:
        more = f"{more}, by {row.substitute}" if more else f"by {row.substitute}"
    return words, row.name, f"{more} ({row.note})" if row.note else more
