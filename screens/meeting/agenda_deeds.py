"""What a clerk does to the agenda and to the particulars of a meeting: a bare letter each.

Keys, counted: a and the titles as pasted, Ctrl+S; r, the words, Enter; [ and ] a place each; w and
d: one key.
"""

from textual import work

from clerk.desk.meeting import agenda, calling
from clerk.desk.meeting.mending import mend_title
from clerk.domain.meeting_acts import DetailsChanged
from clerk.errors import InputError
from clerk.when import clock, read_time
from screens.dialogs.form import Answers, Field, Form
from screens.forms import count_of_items
from screens.meeting.in_workspace import InWorkspace


class AgendaDeeds(InWorkspace):
    """The agenda itself: items and particulars."""

    # --- items --------------------------------------------------------------------------------

    @work(exclusive=True, group="dialog")
    async def action_add_items(self) -> None:
        """Items typed or pasted, one a line, before the one that is marked."""
        before = self.chosen.item if self.chosen else ""
        at_end = not before or before == self.desk.meeting.items[-1].id
        field = Field(
            id="lines",
            label="One item a line: “A1 Title”, “1. Title” or a plain title",
            echo=count_of_items,
            lines=True,
        )

        def add(answers: Answers) -> None:
            items = agenda.item_lines(answers["lines"])
            if not items:
                raise InputError("There is no item in these lines. Type a title, one a line.")
            agenda.add_items(self.desk, items, "" if at_end else before)

        if await self._asked(Form("Add items to the agenda", (field,), add)):
            self.tell("Added. u takes an item back.")

    def action_standing_items(self) -> None:
        """The last meeting's standing items that are not on the agenda yet."""
        meeting = self.desk.meeting
        there = {item.title.casefold() for item in meeting.items}
        titles = [
            title
            for title in calling.standing_items(self.office, meeting.committee, meeting.date)
            if title.casefold() not in there
        ]
        first = meeting.items[0].id if meeting.items else ""
        items = agenda.item_lines("\n".join(titles))
        if not items:
            self.tell("The last meeting has no standing item that is not here already.")
        elif self.succeeds(lambda: agenda.add_items(self.desk, items, first)):
            self.reload(f"item:{items[0].id}")
            self.tell(f"{len(items)} standing items put first. u takes them back, one a key.")

    @work(exclusive=True, group="dialog")
    async def action_rename(self) -> None:
        """Another title or reference for the item, or another title for the minute."""
        entry = self.chosen
        if entry is None:
            self.tell("There is nothing to rename yet. Press a to add items.")
            return
        fields = [Field(id="title", label="Title", value=entry.title)]
        if entry.item:
            fields.insert(0, Field(id="ref", label="Reference, such as B1", value=entry.ref))
        minute = self.desk.meeting.minute(entry.minute) if entry.item else None
        if minute is not None and minute.title != entry.title:
            fields.append(Field(id="minute", label="Title of its minute", value=minute.title))

        def rename(answers: Answers) -> None:
            if not entry.item:
                mend_title(self.desk, entry.minute, answers["title"])
                return
            if (answers["title"], answers["ref"]) != (entry.title, entry.ref):
                agenda.rename_item(self.desk, entry.item, answers["title"], answers["ref"])
            if minute is not None and answers.get("minute", minute.title) != minute.title:
                mend_title(self.desk, minute.id, answers["minute"])

        await self._asked(Form(f"Rename “{entry.title}”", tuple(fields), rename))

    def action_move_up(self) -> None:
        """One place earlier."""
        self._to_item(lambda item: agenda.move_item(self.desk, item.id, True))

    def action_move_down(self) -> None:
        """One place later."""
        self._to_item(lambda item: agenda.move_item(self.desk, item.id, False))

    def action_withdraw(self) -> None:
        """Withdrawn, or standing again."""
        self._to_item(lambda item: agenda.withdraw_or_restore(self.desk, item.id))

    def action_remove(self) -> None:
        """Off the agenda."""
        self._to_item(lambda item: agenda.remove_item(self.desk, item.id))

    # --- minutes ------------------------------------------------------------------------------

    @work(exclusive=True, group="dialog")
    async def action_loose_minute(self) -> None:
        """A minute that belongs to no item."""
        label = "Title of a minute without an agenda item; → takes what is offered"
        field = Field(id="title", label=label, offered=calling.loose_titles(self.desk))
        begun: list[str] = []

        def begin(answers: Answers) -> None:
            if not answers["title"].strip():
                raise InputError("A minute needs a title. Type one.")
            begun.append(self.desk.start_loose_minute(answers["title"]).id)

        if await self._asked(Form("New minute", (field,), begin)):
            self.go_to(f"minute:{begun[0]}")

    @work(exclusive=True, group="dialog")
    async def action_details(self) -> None:
        """Time, place, first number, and which meeting of its year it is."""
        meeting = self.desk.meeting
        first = meeting.first_number
        fields = (
            Field(
                id="time",
                label="Time",
                value=clock(meeting.time) if meeting.time else "",
                replaced=True,
                echo=lambda words: clock(read_time(words)) if words.strip() else "",
            ),
            Field(id="venue", label="Place", value=meeting.venue),
            Field(
                id="first",
                label="First minute number; empty: it runs on from the last meeting's",
                value=str(first) if first is not None else "",
                replaced=True,
                hint=f"runs on: {self.desk.context.first_number}",
            ),
            Field(
                id="nth",
                label="Which meeting of its year it is; empty: one more than the last",
                value=str(meeting.nth) if meeting.nth is not None else "",
                replaced=True,
                hint=f"runs on: {self.desk.context.nth}",
            ),
        )

        def change(answers: Answers) -> None:
            act = DetailsChanged(
                time=read_time(answers["time"]) if answers["time"].strip() else None,
                venue=answers["venue"].strip(),
                first_number=_number(answers["first"]),
                nth=_number(answers["nth"]),
            )
            self.desk.do(act, "Details of the meeting changed")

        await self._asked(Form("Details of the meeting", fields, change))

    # --- all of it ----------------------------------------------------------------------------

    def action_doubts(self) -> None:
        """What the import was not sure of."""
        from screens.meeting.doubts import DoubtsScreen  # only an imported meeting has any

        self.put_away()
        self.app.push_screen(DoubtsScreen(self.desk, self._go_to_doubted))

    def _go_to_doubted(self, item: str, minute: str) -> None:
        """To the line of a minute or item."""
        line = next(
            (e for e in self.agenda.entries if (e.minute == minute if minute else e.item == item)),
            None,
        )
        if line is not None:
            self.go_to(line.key)


def _number(words: str) -> int | None:
    plain = words.strip()
    if not plain:
        return None
    if not plain.isdecimal() or not 1 <= int(plain) <= 99999:
        raise InputError(f"“{plain}” is no number from 1 on. Type digits, or leave it empty.")
    return int(plain)
