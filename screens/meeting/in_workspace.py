"""What all deeds of the workspace work on: the line that is marked, what is typed, undo and redo.

Keys: u, y in the agenda (1 each).
"""

import time
from collections.abc import Callable

from clerk.domain.meetings import AgendaItem
from screens.base import ClerkScreen
from screens.dialogs.form import Form
from screens.meeting.in_meeting import InMeeting
from screens.widgets.agenda import AgendaList, Entry

_SOONEST, _LATEST = 0.4, 10.0
"""Seconds between asking and asking again: sooner it is a key held down, later a slip."""


class InWorkspace(InMeeting):
    """The part that every group of deeds derives from; the workspace has them all."""

    agenda: AgendaList
    _asked_last: float = float("-inf")
    """When the making of the meeting was asked to be taken back."""

    def reload(self, key: str = "") -> None:
        """Shows the meeting anew, at the line of this key or where it was."""
        raise NotImplementedError

    def go_to(self, key: str) -> None:
        """To the line of this key, ready to type."""
        raise NotImplementedError

    def put_away(self) -> bool:
        """Saves what stands in the editor; whether everything is saved."""
        raise NotImplementedError

    @property
    def chosen(self) -> Entry | None:
        """The line of the agenda that is marked."""
        return self.agenda.chosen

    def action_undo(self) -> None:
        """Takes back the last change and says what it was; the meeting itself when asked again.

        A key held down, or pressed once too often, does not ask again.
        """
        if self.desk.only_making_is_left:
            asked, self._asked_last = self._asked_last, time.monotonic()
            if not _SOONEST <= self._asked_last - asked <= _LATEST:
                said = self.desk.last_said
                self.tell(f"Nothing is left to take back but this: {said}. u again takes it back.")
                return
        self._step_back_or_on(lambda: f"Taken back: {self.desk.undo(making=True)}")

    def action_redo(self) -> None:
        """Does again what was taken back."""
        self._step_back_or_on(self.desk.redo)

    def _step_back_or_on(self, deed: Callable[[], str]) -> None:
        if not self.put_away():
            return
        said = self.attempt(deed)
        if said is None:
            return
        if self.desk.is_gone:
            self.leave_gone(f"{said}.")
            return
        self.reload()
        self.tell(f"{said}.")

    def leave_gone(self, words: str) -> None:
        """Back to where the meeting was opened from, which says why: it is there no more."""
        self.app.pop_screen()
        below = self.app.screen
        if isinstance(below, ClerkScreen):
            below.call_after_refresh(below.tell, words)

    def _to_item(self, deed: Callable[[AgendaItem], None]) -> None:
        item = self.desk.meeting.item(self.chosen.item) if self.chosen else None
        if item is None:
            self.tell("This line is no item of the agenda. Choose an item first.")
        elif self.put_away() and self.succeeds(lambda: deed(item)):
            self.reload()
            self.tell(f"{self.desk.last_said}. u takes it back.")

    async def _asked(self, form: Form) -> bool:
        """Whether the form's deed was done; the screen then shows what came of it."""
        self.put_away()
        done = await self.app.push_screen_wait(form) is not None
        if done:
            self.reload()
        return done
