"""What a clerk does to a committee's seats and roles: a bare letter in the list of seats each.

Keys, counted, for the seat that is marked and the day that is shown:
r, two or three letters of the name, Enter: replaces its holder, or fills the vacancy (4 or 5);
a new name typed in full instead, Enter. l, Enter: has resigned (2); l, "di", Enter: has died (4).
c, Enter: elected chair (2); c, "v", Enter: vice-chair (3). +, Enter: one more seat of this group
(2). Delete: the seat is abolished (1). u takes any of them back (1). s sets the source once for
all acts that follow, as after an annual meeting.
"""

import datetime as dt
from collections.abc import Callable
from functools import partial

from textual import work

from clerk.desk.lists.member_lists import membership
from clerk.desk.lists.rows import MemberRow
from clerk.desk.office import Office
from clerk.desk.register import appointments, bodies
from clerk.desk.register.agenda_notes import notes_owed
from clerk.desk.register.attendance_lists import marked_since
from clerk.desk.register.deeds import Grounds
from clerk.domain.committees import Committee, How
from clerk.domain.people import Person
from clerk.names import full
from clerk.when import plain_date
from screens.dialogs.choose import Choice, Choose
from screens.dialogs.form import Form
from screens.forms import name_form
from screens.register.person_choices import MEMBERS, person_choices
from screens.register.register_forms import (
    dissolve_form,
    member_form,
    rename_form,
    rules_form,
    source_form,
)
from screens.undoing import UndoesRegister

_WAYS: dict[str, tuple[str, How, bool]] = {
    "resigned": ("resigned from this committee", "resigned", False),
    "left": ("left this committee", "left", False),
    "removed": ("removed from this committee", "removed", False),
    "died": ("died: leaves every seat and role", "died", True),
    "resigned-all": ("resigned from the council: leaves every seat and role", "resigned", True),
    "left-all": ("left the council: leaves every seat and role", "left", True),
}
"""How a seat is left: the words, what is recorded, and whether it is every seat."""


class RegisterDeeds(UndoesRegister):
    """The deeds; the screen that derives from it shows the committee, its day and its seats."""

    day: dt.date

    def __init__(self, office: Office, committee_id: str) -> None:
        super().__init__(office)
        self.committee_id = committee_id
        self._source = Grounds()

    @property
    def seat(self) -> str:
        """The id of the seat that is marked; empty where there is none."""
        raise NotImplementedError

    def reload(self) -> None:
        """Shows the seats anew."""
        raise NotImplementedError

    @property
    def body(self) -> Committee:
        """The committee as it stands; raises NotFoundError where its adding was undone."""
        return self.office.committee(self.committee_id)

    @property
    def row(self) -> MemberRow | None:
        """The seat that is marked, as on the day that is shown."""
        shown = membership(self.office, self.body, self.day)
        rows = (row for _, each in shown.groups for row in each)
        return next((row for row in rows if row.seat == self.seat), None)

    @property
    def grounds(self) -> Grounds:
        """The day that is shown, and the source that was set for what follows."""
        return Grounds(on=self.day, reason=self._source.reason, source=self._source.source)

    @property
    def source_words(self) -> str:
        """The source and reason that hold for what follows; empty where none is set."""
        return "; ".join(part for part in (self._source.source, self._source.reason) if part)

    # --- who sits -----------------------------------------------------------------------------

    @work(exclusive=True, group="dialog")
    async def action_replace(self) -> None:
        """Someone takes the seat that is marked: from its holder, or out of the vacancy."""
        row = self.row
        if row is None:
            self.tell("There is no seat yet: a adds a member.")
            return
        chosen = await self.app.push_screen_wait(self._who(row))
        if chosen is None:
            return
        who = self.office.register.people[chosen.id] if chosen.id else chosen.new
        self.do(
            partial(
                appointments.take_seat,
                self.office,
                self.committee_id,
                row.seat,
                who,
                self.grounds,
            ),
            left=self._holder(row),
        )

    @work(exclusive=True, group="dialog")
    async def action_add_member(self) -> None:
        """A member takes a seat of a group, with a role if one is typed."""
        form = member_form(self.office, self.body, self.grounds)
        await self.ask(form)

    @work(exclusive=True, group="dialog")
    async def action_leave(self) -> None:
        """The holder leaves: has resigned, was removed, has died …"""
        row = self.row
        person = self._holder(row)
        if row is None or person is None:
            self.tell("Nobody holds this seat: choose a line with a name.")
            return
        choices = [Choice(key, words) for key, (words, _, _) in _WAYS.items()]
        title = f"{row.name}, from {plain_date(self.day)}: what happened?"
        chosen = await self.app.push_screen_wait(Choose(title, choices))
        if chosen is None:
            return
        _, how, everywhere = _WAYS[chosen.id]
        leave = (
            partial(appointments.leave_council, self.office)
            if everywhere
            else partial(appointments.leave_seat, self.office, self.committee_id)
        )
        self.do(partial(leave, person, how, self.grounds), left=person)

    @work(exclusive=True, group="dialog")
    async def action_elect(self) -> None:
        """The holder is elected chair or to another role, or gives one up."""
        row = self.row
        person = self._holder(row)
        if row is None or person is None:
            self.tell("Nobody holds this seat: choose a line with a name.")
            return
        chosen = await self.app.push_screen_wait(self._which_role(row))
        if chosen is None:
            return
        gives_up, title = chosen.id.startswith(_UP), chosen.id.removeprefix(_UP) or chosen.new
        deed = appointments.give_up_role if gives_up else appointments.elect
        act = partial(deed, self.office, self.committee_id, person, title, grounds=self.grounds)
        self.do(act)

    @work(exclusive=True, group="dialog")
    async def action_mend_name(self) -> None:
        """Puts a misread name right."""
        person = self._holder(self.row)
        if person is None:
            self.tell("Nobody holds this seat: choose a line with a name.")
            return
        await self.app.push_screen_wait(name_form(self.office, person.id, self.reload))

    # --- the committee ------------------------------------------------------------------------

    @work(exclusive=True, group="dialog")
    async def action_add_seat(self) -> None:
        """One more seat of a group, vacant."""
        groups = dict.fromkeys([self.row.group if self.row else ""])
        shown = membership(self.office, self.body, self.day)
        groups |= dict.fromkeys(group for group, _ in shown.groups)
        choices = [Choice(f"={group}", group or "no group") for group in groups]
        title = f"One more seat, from {plain_date(self.day)}: of which group?"
        chosen = await self.app.push_screen_wait(Choose(title, choices, new="New group"))
        if chosen is not None:
            group = chosen.id.removeprefix("=") or chosen.new
            self.do(
                partial(
                    bodies.add_seats,
                    self.office,
                    self.committee_id,
                    group,
                    grounds=self.grounds,
                )
            )

    def action_abolish_seat(self) -> None:
        """The seat is no more; whoever holds it leaves it."""
        row = self.row
        if row is None:
            self.tell("There is no seat to abolish.")
            return
        self.do(
            partial(bodies.abolish_seat, self.office, self.committee_id, row.seat, self.grounds),
            left=self._holder(row),
        )

    @work(exclusive=True, group="dialog")
    async def action_rename(self) -> None:
        """Another name from a day on."""
        await self.ask(rename_form(self.office, self.body, self.grounds))

    @work(exclusive=True, group="dialog")
    async def action_rules(self) -> None:
        """Quorum, substitutes, the chair's title, numbering."""
        await self.ask(rules_form(self.office, self.body, self.grounds))

    @work(exclusive=True, group="dialog")
    async def action_dissolve(self) -> None:
        """The committee is no more from a day on."""
        await self.ask(dissolve_form(self.office, self.body, self.grounds))

    @work(exclusive=True, group="dialog")
    async def action_source(self) -> None:
        """The source and reason of the acts that follow, until others are set."""

        def take(source: Grounds) -> None:
            self._source = source

        await self.app.push_screen_wait(source_form(self._source, take))
        self.reload()

    def show_anew(self) -> None:
        """The seats as they stand now."""
        self.reload()

    # --- doing and saying ---------------------------------------------------------------------

    async def ask(self, form: Form) -> None:
        """Opens a form, and says what came of it."""
        owed = notes_owed(self.office, self.body)
        if await self.app.push_screen_wait(form) is not None:
            self._say_done(owed)

    def do(self, deed: Callable[[], object], left: Person | None = None) -> None:
        """Does it, and says it, with the note that the next agenda gets and what to look at."""
        owed = notes_owed(self.office, self.body)
        if self.succeeds(deed):
            self._say_done(owed, left)

    def _say_done(self, owed: tuple[str, ...], left: Person | None = None) -> None:
        self.reload()
        last = self.office.register_ledger.last
        parts = [f"{last.said}."] if last else []
        new = [note for note in notes_owed(self.office, self.body) if note not in owed]
        if new:
            parts.append(f"Next agenda: “{' '.join(new)}”")
        doubt = self._marked_later(left) if left else ""
        parts += [doubt] if doubt else []
        self.tell(" ".join([*parts, "u takes it back."]), "warning" if doubt else "information")

    def _marked_later(self, left: Person) -> str:
        """Where minutes say that someone who has left was present afterwards; empty elsewhere."""
        days = marked_since(self.office, self.body, left, self.day)
        named = ", ".join(plain_date(day) for day in days)
        return f"Look at it: {full(left.name)} is marked as present on {named}." if days else ""

    def _holder(self, row: MemberRow | None) -> Person | None:
        return self.office.register.people.get(row.person) if row else None

    def _who(self, row: MemberRow) -> Choose:
        """Members of the seat's group first; none who sits here already or has left."""
        shown = membership(self.office, self.body, self.day)
        here = {each.person for _, rows in shown.groups for each in rows}
        people = self.office.register.people.values()
        gone = {p.id for p in people if p.left is not None and p.left <= self.day}
        choices = person_choices(self.office, self.day, MEMBERS, but=here | gone, group=row.group)
        group = f" of {row.group}" if row.group else ""
        title = f"Who replaces {row.name}" if row.person else f"Who fills this seat{group}"
        return Choose(f"{title}, from {plain_date(self.day)}?", tuple(choices), new="New member")

    def _which_role(self, row: MemberRow) -> Choose:
        titles = dict.fromkeys(appointments.usual_roles(self.body))
        held = [role for role in row.role.split(", ") if role]
        choices = [Choice(title, title) for title in titles if title not in held]
        choices += [Choice(f"{_UP}{title}", f"gives up: {title}") for title in held]
        title = f"{row.name}, from {plain_date(self.day)}: which role?"
        return Choose(title, choices, new="New role")


_UP = "up:"
"""Marks a role that is given up."""
