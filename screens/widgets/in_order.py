"""Keys dealt with in the order in which they were pressed, however fast they came.

Textual lets a key that a widget binds (Tab, the arrows) bubble up to the app first, and runs one
that acts on the whole screen at once: letters typed meanwhile would overtake the one, and be
overtaken by the other.
"""

import asyncio

from textual.widget import Widget


class InOrder(Widget):
    """A widget that deals with its own keys itself: `on_key` asks `is_own_key` first."""

    async def caught_up(self) -> None:
        """Waits until every key that was pressed before has been dealt with."""
        if self.is_running:
            done = asyncio.Event()
            self.call_later(done.set)
            await done.wait()

    async def is_own_key(self, key: str) -> bool:
        """Whether a key of this widget's own was pressed, and is done."""
        for binding in self._bindings.key_to_bindings.get(key, ()):
            if await self.app.run_action(binding.action, self):
                return True
        return False
