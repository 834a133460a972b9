"""What a clerk does to items as the meeting takes them: a bare letter in the agenda each.

Keys, counted: n on the item taken out of its turn (1); l, two letters of the other item, Enter (4);
z, the title, Enter, Enter, the reason, Enter; f, a comma or a full stop: one key; h, the heading,
Enter.
"""

from textual import work

from clerk.desk.meeting import taking
from clerk.domain.meetings import AgendaItem
from screens.dialogs.choose import Choice, Choose
from screens.dialogs.form import Answers, Field, Form
from screens.meeting.in_workspace import InWorkspace


class TakingDeeds(InWorkspace):
    """Items out of order, together, urgent, deferred; and the headings between them."""

    def action_take_now(self) -> None:
        """The meeting goes on to the line that is marked, in its turn or not."""
        entry = self.chosen
        if entry is None or entry.state == "heading":
            self.tell("There is nothing here to take up. Choose an item.")
            return
        if self.put_away() and self.succeeds(lambda: taking.take_now(self.desk, entry.business)):
            self.reload(entry.key)
            self.tell(f"Now taken: {entry.label}. Its minute stands behind the one before.")

    def action_defer(self) -> None:
        """Deferred to a later meeting, or standing again."""
        self._to_item(lambda item: taking.defer_item(self.desk, item.id))

    def action_taken_earlier(self) -> None:
        """The minute one place earlier in the order taken."""
        self._move_minute(earlier=True)

    def action_taken_later(self) -> None:
        """The minute one place later in the order taken."""
        self._move_minute(earlier=False)

    def _move_minute(self, *, earlier: bool) -> None:
        entry = self.chosen
        if entry is None or not entry.minute:
            self.tell("This line has no minute yet, so it stands in no order.")
            return
        minute = entry.minute
        if self.put_away() and self.succeeds(
            lambda: taking.move_minute(self.desk, minute, earlier)
        ):
            self.reload(entry.key)
            self.tell(f"{self.desk.last_said}. u takes it back.")

    @work(exclusive=True, group="dialog")
    async def action_take_together(self) -> None:
        """One minute for this item and another; again on the other, and it stands by itself."""
        meeting = self.desk.meeting
        item = meeting.item(self.chosen.item) if self.chosen else None
        if item is None:
            self.tell("This line is no item of the agenda. Choose an item first.")
            return
        if self.chosen is not None and self.chosen.state == "together":
            self._apart(item)
            return
        choices = [
            Choice(other.id, f"{other.ref} {other.title}".strip())
            for other in meeting.items
            if other.id != item.id
        ]
        self.put_away()
        title = f"Take “{item.title}” together with"
        chosen = await self.app.push_screen_wait(Choose(title, choices))
        if chosen is not None and self.succeeds(
            lambda: taking.take_together(self.desk, item.id, (chosen.id,))
        ):
            self.reload(f"item:{item.id}")
            self.tell("One minute for both; r names it. l on the second item parts them again.")

    def _apart(self, item: AgendaItem) -> None:
        if self.put_away() and self.succeeds(lambda: taking.take_apart(self.desk, item.id)):
            self.reload(f"item:{item.id}")
            self.tell(f"{self.desk.last_said}. u takes it back.")

    @work(exclusive=True, group="dialog")
    async def action_urgent_item(self) -> None:
        """An item that is not on the agenda, taken as urgent with the chair's reason."""
        if not self.succeeds(lambda: taking.may_be_urgent(self.desk, "still to be asked")):
            return
        behind = self.chosen.item if self.chosen else ""
        fields = (
            Field(id="title", label="Title of the urgent item"),
            Field(id="ref", label="Reference, if it has one"),
            Field(
                id="reason",
                label="Why it cannot wait: the special circumstances in the chair's opinion, "
                "which the minutes must state",
                hint="the bridge was closed on Monday",
                echo=self._reason_read_back,
            ),
        )

        added: list[AgendaItem] = []

        def add(answers: Answers) -> None:
            title, reason, ref = answers["title"], answers["reason"], answers["ref"]
            added.append(taking.add_urgent(self.desk, title, reason, ref=ref, behind=behind))

        if await self._asked(Form("Urgent item", fields, add)):
            self.reload(f"item:{added[0].id}")
            self.tell(f"{self.desk.last_said}: the minute states the reason. u takes it back.")

    def _reason_read_back(self, words: str) -> str:
        taking.may_be_urgent(self.desk, words)
        return taking.reason_as_printed(self.desk, words)

    @work(exclusive=True, group="dialog")
    async def action_heading(self) -> None:
        """A heading above this item, or another wording for the one that stands there."""
        item = self.desk.meeting.item(self.chosen.item) if self.chosen else None
        if item is None:
            self.tell("A heading stands above an item. Choose an item first.")
            return
        there = taking.heading_of(self.desk.meeting, item.id)
        fields = (
            Field(id="ref", label="Its letter, if it has one", value=there.ref if there else ""),
            Field(
                id="title",
                label="Heading; without words it is taken away" if there else "Heading",
                value=there.title if there else "",
                hint="Matters for decision",
            ),
        )

        def head(answers: Answers) -> None:
            taking.set_heading(self.desk, item.id, answers["title"], answers["ref"])

        if await self._asked(Form(f"Heading above “{item.title}”", fields, head)):
            self.tell(f"{self.desk.last_said}. u takes it back.")
