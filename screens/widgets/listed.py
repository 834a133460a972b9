"""Lines to choose from, paged through as soon as they are there."""

from contextlib import suppress
from typing import Literal

from textual.events import Key
from textual.widgets import OptionList

from screens.widgets.in_order import InOrder


class Listed(OptionList, InOrder):
    """Textual's list, for keys that come faster than it deals with them."""

    async def on_key(self, event: Key) -> None:
        """Moves before the next key is looked at."""
        if await self.is_own_key(event.key):
            event.stop()
            event.prevent_default()

    def _move_page(self, direction: Literal[-1, 1]) -> None:
        with suppress(LookupError):  # not laid out yet: Textual 8.2.8 would end the app
            super()._move_page(direction)
