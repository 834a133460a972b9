"""Keys typed in one breath: each is dealt with to its end before the next is looked at.

Textual gives every key to whatever has the focus when it comes, at once. After a hiccup of the
machine many come together, and what the first of them opens, or where it moves to, is not there
yet: the others would act on the screen below, or on one half drawn up, or overtake each other.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, TypeVar
from weakref import WeakSet

from textual.app import App
from textual.events import Event, Key, Paste
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.worker import Worker

ResultT = TypeVar("ResultT")
_AT_MOST = 3.0
"""Seconds that a key waits for the one before it, or for a screen to come up."""
_ASKS = 0.5
"""Seconds that a key waits for what another key has begun to ask something."""
_LOOK = 0.002
"""Seconds between two looks at what tells nobody that it has come, or has gone."""
_PASSES = 2
"""A key that no widget took acts from the app; what that tells a widget is a message more."""
_PAINTS = 0.02
"""Seconds in which what a key changed is painted; only a key that comes sooner is in a hurry."""
_AT_ONCE = 20
"""Turns of the loop in which a widget that is not busy has dealt with a message."""
_DIALOG = "dialog"
"""The group of the workers that ask something."""


class KeysInTurn(App[None]):
    """An app that looks at a key once all that the keys before it do is done."""

    def __init__(self) -> None:
        super().__init__()
        self._typed: deque[Key | Paste] = deque()
        self._turn: asyncio.Task[None] | None = None
        self._comes = asyncio.Event()
        """Set when a key comes."""
        self._there: Screen[Any] | None = None
        """The screen that took the last key."""
        self._asking: WeakSet[Screen[Any]] = WeakSet()
        """The screens whose answer a worker waits for."""
        self._slow: WeakSet[Worker[Any]] = WeakSet()
        """What goes on without asking: no further key waits for it."""

    @property
    def keys_are_done(self) -> bool:
        """Whether no key waits, and all that the last one did is done."""
        return self._turn is None or self._turn.done()

    async def on_event(self, event: Event) -> None:
        """Keys and pastes from the terminal take their turn; all else is dealt with as ever.

        One that no widget took, and whose screen was covered meanwhile, begins anew on what is up.
        """
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            self._typed.append(event)
        elif isinstance(event, Key) and self.screen_stack[-1:] != [self._there]:
            self._typed.appendleft(Key(event.key, event.character))
        else:
            await super().on_event(event)
            return
        self._comes.set()
        if self.keys_are_done:
            self._turn = asyncio.create_task(self._in_turn(), name="keys in turn")

    async def push_screen_wait(
        self, screen: Screen[ResultT] | str, *, mode: str | None = None
    ) -> ResultT | Any:
        """The answer of a screen."""
        if isinstance(screen, Screen):
            self._asking.add(screen)
        return await super().push_screen_wait(screen, mode=mode)

    async def _in_turn(self) -> None:
        await _until(lambda: bool(self.screen_stack), _AT_MOST)  # typed before the first is there
        while self._typed and self.screen_stack:
            await self._until_asked()
            await self._until_there()
            focused = self.focused
            await self._dealt_with(self._typed.popleft())
            await self._painted()
            for _ in range(_PASSES):
                for node in _upwards(focused or self._there):
                    await _caught_up(node)

    async def _dealt_with(self, event: Key | Paste) -> None:
        """Given to the widget that has the focus, or to the app itself."""
        given = asyncio.Event()

        async def give() -> None:
            try:
                await super(KeysInTurn, self).on_event(event)
            finally:
                given.set()

        if self.call_later(give):
            await given.wait()

    async def _painted(self) -> None:
        """Lets what the key changed be painted first, where no other waits."""
        if not self._typed and not self.is_headless:
            self._comes.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._comes.wait(), _PAINTS)

    async def _until_there(self) -> None:
        """Until the top screen is drawn up, and has its focus.

        While one comes up, another may come up over it, and the key is meant for that.
        """
        while self.screen_stack and self.screen_stack[-1] is not self._there:
            self._there = self.screen_stack[-1]
            await _caught_up(self._there)

    async def _until_asked(self) -> None:
        """Until each worker that asks something has a screen up for it, or is done."""
        if not await _until(self._has_asked, _ASKS):
            self._slow.update(self._at_work())

    def _has_asked(self) -> bool:
        return len(self._at_work()) <= sum(screen in self._asking for screen in self.screen_stack)

    def _at_work(self) -> list[Worker[Any]]:
        """The workers that ask something, or are going to; but those that take their time."""
        return [
            each
            for each in self.workers
            if each.group == _DIALOG and not each.is_finished and each not in self._slow
        ]


async def _until(holds: Callable[[], bool], seconds: float) -> bool:
    """Whether it came to hold within so many seconds."""
    end = time.monotonic() + seconds
    while not (held := holds()) and time.monotonic() < end:  # noqa: ASYNC110 – nothing tells of it
        await asyncio.sleep(_LOOK)
    return held


def _upwards(node: MessagePump | None) -> Iterator[MessagePump]:
    while node is not None:
        yield node
        node = node._parent


async def _caught_up(node: MessagePump) -> None:
    """Until it has dealt with all that had come to it: a screen that comes up, with its mounting.

    Not for ever, whatever it does; and one that is closed meanwhile deals with nothing any more.
    """
    done = asyncio.Event()
    if not node.call_later(done.set):
        return
    for _ in range(_AT_ONCE):
        await asyncio.sleep(0)
        if done.is_set():
            return
    end = time.monotonic() + _AT_MOST
    while not done.is_set() and time.monotonic() < end and not node._closed:
        try:
            await asyncio.wait_for(done.wait(), _LOOK)
        except TimeoutError:
            continue
