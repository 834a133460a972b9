"""The room: everyone where they are now, and what happened, in order.

Keys, counted: Ctrl+L, o from the typing (2), ↓ to the row or / and its first letters (3 or 4), then
one: o out, b back, l left for this item, i for an interest, c takes the chair. The time is now's,
on the meeting's day; t corrects it (1, the time, Ctrl+S). a adjourns and resumes. Tab to the
timeline, Delete takes an event away, u takes back the last of all.
"""

from collections.abc import Callable

from textual import getters, on, work
from textual.app import ComposeResult
from textual.widgets import DataTable, Input, Static

from clerk.desk.meeting import comings
from clerk.desk.meeting.comings import Placed
from clerk.desk.meeting.room import Said
from clerk.desk.meeting.strip import strip_of
from clerk.domain.presence import business_of
from clerk.errors import ClerkError
from clerk.when import clock, read_time
from screens.dialogs.form import Answers, Field, Form
from screens.keys import bindings
from screens.literal import cell, plain
from screens.meeting.in_meeting import InMeeting
from screens.widgets.key_line import KeyLine
from screens.widgets.rows import Rows
from screens.widgets.said import SaidLine
from screens.widgets.strip import RoomStrip


class RoomScreen(InMeeting):
    """Who is here above, the timeline below; each key acts on the row that is marked."""

    PLACES = ("room", "in meeting")
    BINDINGS = bindings("room")
    people = getters.query_one("#people", Rows)
    timeline = getters.query_one("#timeline", Rows)
    _last = ""
    """The event noted last here: its time is what t corrects while the people have the keys."""

    def compose(self) -> ComposeResult:
        yield Static("", id="screen-title")
        yield Input(id="filter", placeholder="letters of a name; Enter or Esc", compact=True)
        yield Rows(id="people")
        yield Static("", id="if-leaves")
        yield Rows(id="timeline")
        yield SaidLine(id="said")
        yield RoomStrip()
        yield KeyLine(*self.PLACES)

    def on_mount(self) -> None:
        """The people take the keys."""
        self.people.add_columns(cell("Where"), cell("Name"), cell("Who"), cell("Vote on this item"))
        self.timeline.add_columns(cell("Time"), cell("What happened"), cell("During"))
        self.query_one("#filter").display = False
        about = business_of(self.desk.meeting, self.item) or "before the first item"
        self.query_one("#screen-title", Static).update(plain(f"The room · {about}"))
        self.show_anew()
        self.set_focus(self.people)

    def show_anew(self) -> None:
        """Everyone where they are now."""
        placed = comings.everyone(self.desk, self.item)
        rows = [(each.person, _cells(each)) for each in placed]
        self.people.show(rows, at=self.people.cursor_row, key=self.people.chosen)
        happened = comings.events(self.desk)
        self.timeline.show(
            [(e.movement, (clock(e.time) if e.time else "", e.words, e.during)) for e in happened],
            at=self.timeline.cursor_row,
            key=self._last or self.timeline.chosen,
        )
        self.query_one(RoomStrip).show(strip_of(self.desk, self.item), "", self.office.now())

    @on(DataTable.RowHighlighted, "#people")
    def row_marked(self) -> None:
        """What the quorum would be without whoever is marked."""
        words = comings.if_leaves(self.desk, self.people.chosen, self.item)
        self.query_one("#if-leaves", Static).update(plain(words))

    # --- comings and goings -------------------------------------------------------------------

    def action_out(self) -> None:
        """Leaves the meeting."""
        self._to_person(lambda person: comings.leave(self.desk, person, self.item))

    def action_out_for_item(self, interest: bool) -> None:
        """Leaves the room for this item."""
        self._to_person(
            lambda person: comings.leave(
                self.desk, person, self.item, for_item=True, interest=interest
            )
        )

    def action_back_in(self) -> None:
        """Arrives, or returns."""
        self._to_person(lambda person: comings.come(self.desk, person, self.item))

    def action_chair(self) -> None:
        """Presides from now on."""
        self._to_person(lambda person: comings.take_chair(self.desk, person, self.item))

    def action_adjourn(self) -> None:
        """The meeting is adjourned, or resumes."""
        self._do(lambda: comings.adjourn_or_resume(self.desk, self.item))

    def action_readmit(self) -> None:
        """The public may come in again."""
        self._do(lambda: comings.readmit(self.desk, self.item))

    def _to_person(self, deed: Callable[[str], Said]) -> None:
        person = self.people.chosen
        if person:
            self._do(lambda: deed(person))

    def _do(self, deed: Callable[[], Said]) -> None:
        said = self.attempt(deed)
        if said is not None:
            noted = comings.newest(self.desk, said)
            self._last = noted.id if noted else ""
            self.tell_done(said)

    # --- corrections --------------------------------------------------------------------------

    @work(exclusive=True, group="dialog")
    async def action_correct(self) -> None:
        """Another time or item for the event that is marked, or for the one noted last."""
        wanted = self.timeline.chosen if self.timeline.has_focus or not self._last else self._last
        event = next((e for e in self.desk.meeting.movements if e.id == wanted), None)
        if event is None:
            self.tell("Nothing has happened in the room yet whose time could be corrected.")
            return
        item = self.desk.meeting.item(event.item)
        fields = (
            Field(
                id="time",
                label="Time; empty where nobody noted it",
                value=clock(event.at) if event.at else "",
                replaced=True,
                echo=lambda words: clock(read_time(words)) if words.strip() else "",
            ),
            Field(id="ref", label="During item", value=item.ref if item else "", replaced=True),
        )

        def correct(answers: Answers) -> None:
            at = read_time(answers["time"]) if answers["time"].strip() else None
            comings.correct(self.desk, event.id, at, answers["ref"])

        if await self.app.push_screen_wait(Form("Correct what happened", fields, correct)):
            self.show_anew()
            self.tell(f"{self.desk.last_said} u takes it back.")

    def action_strike_out(self) -> None:
        """Takes away the event that is marked."""
        event = self.timeline.chosen
        if not self.timeline.has_focus or not event:
            self.tell("Tab goes to what happened; Delete takes the marked event away.")
            return
        said = self.attempt(lambda: comings.strike_out(self.desk, event))
        if said is not None:
            self.show_anew()
            self.tell(f"Taken away: {said}. u brings it back.")

    def action_undo(self) -> None:
        """Takes back the last change of the meeting."""
        self._last = ""
        super().action_undo()

    # --- to a row by letters ------------------------------------------------------------------

    def action_jump(self) -> None:
        """To a row, by letters of the name."""
        entry = self.query_one("#filter", Input)
        entry.value, entry.display = "", True
        entry.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """The first whose surname begins so is marked."""
        person = self._named(event.value)
        if person:
            self.people.move_cursor(row=self.people.get_row_index(person), animate=False)

    def on_input_submitted(self) -> None:
        """Back to the rows, with the one found marked."""
        self._close_jump()

    def action_back(self) -> None:
        """From the letters to the rows; from there to the meeting."""
        if not self._close_jump():
            super().action_back()

    def _close_jump(self) -> bool:
        entry = self.query_one("#filter", Input)
        if not entry.display:
            return False
        entry.display = False
        self.people.focus()
        return True

    def _named(self, letters: str) -> str:
        try:
            return self.desk.who_is(letters, self.item) if letters.strip() else ""
        except ClerkError:
            return ""


def _cells(each: Placed) -> tuple[str, str, str, str]:
    where = "✓ remote" if each.remote else "✓ here" if each.here else f"– {each.why_away}"
    votes = f"no: {each.votes}" if each.votes not in ("", "may vote") else each.votes
    return where, each.name, each.more, votes
