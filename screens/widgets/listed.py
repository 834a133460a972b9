"""Lines to choose from, paged through as soon as they are there."""

from contextlib import suppress
from typing import ClassVar, Literal

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.widgets import OptionList

from screens.widgets.in_order import InOrder


class Listed(OptionList, InOrder):
    """Textual's list, for keys that come faster than it deals with them.

    `enters` is the action that Enter does, before the next key is looked at: what that
    opens takes the keys typed in the same breath. Without it Enter chooses, as in any list.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "enter", show=False, priority=True)]

    def __init__(self, id: str, enters: str = "select") -> None:
        super().__init__(id=id, markup=False, compact=True)
        self._enters = enters

    async def action_enter(self) -> None:
        """What Enter does, behind every key that was pressed before it."""
        await self.caught_up()
        await self.app.run_action(self._enters, self)

    async def on_key(self, event: Key) -> None:
        """Moves before the next key is looked at."""
        if await self.is_own_key(event.key):
            event.stop()
            event.prevent_default()

    def _move_page(self, direction: Literal[-1, 1]) -> None:
        with suppress(LookupError):  # not laid out yet: Textual 8.2.8 would end the app
            super()._move_page(direction)
