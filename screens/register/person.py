"""Everything about one person on one page, and what can change about them.

Keys, counted: n, the new name, Enter, Enter, Enter: a new name from today (a source and a reason
may be typed between); e: a misread name; g and the group; o and the post; w and the ward; i,
category, Enter, subject, Enter: an interest; x, Enter, Ctrl+S: it has ended; a, letters of a
committee, Enter: a seat there; v: what a co-opted member votes on; l, Enter, Ctrl+S: leaves the
council, on a day that can be typed; c: to one of the committees.
"""

from collections.abc import Callable
from functools import partial

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from clerk.desk.office import Office
from clerk.desk.register import appointments, persons
from clerk.desk.register.merging import merge_people
from clerk.desk.register.person_page import MemberPage, member_page, sections, with_attendance
from clerk.domain.committees import How
from clerk.domain.groups import group_of
from clerk.domain.people import Person
from clerk.names import full
from screens.dialogs.choose import Choice, Choose
from screens.dialogs.form import Form
from screens.forms import name_form
from screens.keys import bindings
from screens.literal import plain
from screens.register.person_choices import person_choices
from screens.register.person_forms import (
    group_form,
    interest_form,
    new_name_form,
    post_form,
    seat_form,
    votes_form,
    ward_form,
)
from screens.register.register_forms import grounds_form
from screens.undoing import UndoesRegister
from screens.widgets.hanging import Hanging
from screens.widgets.key_line import KeyLine
from screens.widgets.said import SaidLine

_LEAVES: dict[How, str] = {"resigned": "has resigned", "died": "has died", "left": "has left"}


class PersonScreen(UndoesRegister):
    """One page; the attendance is counted once the page is drawn."""

    PLACES = ("person",)
    BINDINGS = bindings("person")

    def __init__(self, office: Office, person_id: str) -> None:
        super().__init__(office)
        self.person_id = person_id

    def compose(self) -> ComposeResult:
        yield Static("", id="screen-title")
        with VerticalScroll(id="page"):
            yield Hanging(id="page-words")
        yield SaidLine(id="said")
        yield KeyLine(*self.PLACES)

    def on_mount(self) -> None:
        """The page takes the keys."""
        self.set_focus(self.query_one("#page"))

    def on_screen_resume(self) -> None:
        """Something may have been done on another screen."""
        self.reload()

    @property
    def person(self) -> Person | None:
        """The person as the register has them; None where their adding was undone."""
        return self.office.register.people.get(self.person_id)

    def reload(self) -> None:
        """The page anew; attendance follows, since every meeting has to be looked at."""
        person = self.person
        if person is None:
            self.action_back()
            return
        page = member_page(self.office, person)
        self._draw(page)
        self.call_after_refresh(self._count, page)

    def _count(self, page: MemberPage) -> None:
        counted = self.attempt(lambda: with_attendance(self.office, page))
        if counted is not None and self.is_attached:
            self._draw(counted)

    def _draw(self, page: MemberPage) -> None:
        more = ", ".join(part for part in (page.kind, page.group, page.post, page.ward) if part)
        self.query_one("#screen-title", Static).update(plain(f"{page.name} ({more})"))
        lines = []
        for title, found in sections(page):
            lines += [title, *(f"  {line}" for line in found), ""]
        self.query_one("#page-words", Hanging).show("\n".join(lines))

    # --- what can change ----------------------------------------------------------------------

    @work(exclusive=True, group="dialog")
    async def action_rename(self) -> None:
        """Another name from a day on: a marriage, a title, an honour."""
        await self._ask(new_name_form)

    @work(exclusive=True, group="dialog")
    async def action_mend_name(self) -> None:
        """A name as it should always have been."""
        await self._ask(lambda office, person: name_form(office, person.id, self.reload))

    @work(exclusive=True, group="dialog")
    async def action_group(self) -> None:
        """Another group from a day on, with or without the seats."""
        await self._ask(group_form)

    @work(exclusive=True, group="dialog")
    async def action_post(self) -> None:
        """An officer's post from a day on."""
        await self._ask(post_form)

    @work(exclusive=True, group="dialog")
    async def action_ward(self) -> None:
        """The ward or division that a member sits for, from a day on."""
        await self._ask(ward_form)

    @work(exclusive=True, group="dialog")
    async def action_interest(self) -> None:
        """A standing interest registered."""
        await self._ask(interest_form)

    @work(exclusive=True, group="dialog")
    async def action_votes(self) -> None:
        """A co-opted member, and on what they vote."""
        await self._ask(votes_form)

    @work(exclusive=True, group="dialog")
    async def action_end_interest(self) -> None:
        """An interest that stands no longer from a day on."""
        person = self.person
        standing = [each for each in person.interests if each.until is None] if person else []
        if person is None or not standing:
            self.tell("No interest stands here: i registers one.")
            return
        choices = [Choice(each.id, persons.interest_words(each)) for each in standing]
        chosen = await self.app.push_screen_wait(Choose("Which interest has ended?", choices))
        if chosen is not None:
            ended = partial(persons.end_interest, self.office, person, chosen.id)
            words = next(each.words for each in choices if each.id == chosen.id)
            await self._ask(lambda office, _: grounds_form(office, f"Ended: {words}", ended))

    @work(exclusive=True, group="dialog")
    async def action_appoint(self) -> None:
        """A seat on a committee."""
        person = self.person
        chosen = await self._committee("A seat on which committee?", [*self._standing()])
        if person is None or chosen is None:
            return
        body = self.office.committee(chosen)
        group = group_of(self.office.register, person, self.office.today)
        await self._ask(lambda office, person: seat_form(office, person, body, group))

    @work(exclusive=True, group="dialog")
    async def action_leave(self) -> None:
        """Leaves every seat and role from a day on."""
        person = self.person
        if person is None:
            return
        choices = [
            Choice(how, f"{words}: leaves every seat and role") for how, words in _LEAVES.items()
        ]
        chosen = await self.app.push_screen_wait(Choose(f"{full(person.name)} …", choices))
        if chosen is not None:
            how = next(each for each in _LEAVES if each == chosen.id)
            title = f"{full(person.name)} {_LEAVES[how]}: every seat and role is vacant"
            deed = partial(appointments.leave_council, self.office, person, how)
            await self._ask(lambda office, _: grounds_form(office, title, deed))

    @work(exclusive=True, group="dialog")
    async def action_committees(self) -> None:
        """To one of the committees on which they sit or sat."""
        person = self.person
        held = {row.slug for row in member_page(self.office, person).held} if person else set()
        bodies = self.office.register.committees.values()
        chosen = await self._committee("Which committee?", [b.id for b in bodies if b.slug in held])
        if chosen is not None:
            self.app.open_committee(chosen)

    @work(exclusive=True, group="dialog")
    async def action_same(self) -> None:
        """Someone else in the register turns out to be this very person."""
        person = self.person
        if person is None:
            return
        kinds = ("member", "co-opted", "officer", "other")
        found = person_choices(self.office, self.office.today, kinds, but=(person.id,))
        surname = person.name.surname.casefold()
        choices = sorted(found, key=lambda choice: choice.name.casefold() != surname)
        title = f"Who is the same person as {full(person.name)}?"
        chosen = await self.app.push_screen_wait(Choose(title, choices))
        if chosen is None:
            return
        gone = self.office.register.people[chosen.id]
        drafts = self.attempt(partial(merge_people, self.office, person, gone))
        if drafts is not None:
            self._say_done(f" Drafts changed with it: {drafts}.")

    def show_anew(self) -> None:
        """The page as it stands now."""
        self.reload()

    # --- asking and doing ---------------------------------------------------------------------

    async def _ask(self, form: Callable[[Office, Person], Form]) -> None:
        person = self.person
        if person is not None:
            answers = await self.app.push_screen_wait(form(self.office, person))
            if answers is not None:
                self._say_done()

    def _do(self, deed: Callable[[], object]) -> None:
        if self.succeeds(deed):
            self._say_done()

    def _say_done(self, more: str = "") -> None:
        self.reload()
        last = self.office.register_ledger.last
        self.tell(f"{last.said}.{more} u takes it back." if last else "")

    def _standing(self) -> list[str]:
        today = self.office.today
        bodies = self.office.register.committees.values()
        return [b.id for b in bodies if b.dissolved is None or today < b.dissolved]

    async def _committee(self, title: str, ids: list[str]) -> str | None:
        """One of these committees, by letters of its name; None where none is chosen."""
        bodies = sorted(map(self.office.committee, ids), key=lambda body: body.name.casefold())
        if not bodies:
            self.tell("There is no committee to choose.")
            return None
        choices = [Choice(body.id, body.name) for body in bodies]
        chosen = await self.app.push_screen_wait(Choose(title, choices))
        return chosen.id if chosen else None
