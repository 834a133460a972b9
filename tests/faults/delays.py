"""A busy machine, as a plugin of pytest: some of Textual's messages are dealt with a moment late.

`python -m pytest -p tests.faults.delays tests/screens` runs the tests of screens so. While a widget
waits, others go on: what a screen does too soon, before another part of it is there, shows then,
and so does a test that looks one message too early. `CLERK_DELAYS` is a number that other delays
are drawn from.
"""

import asyncio
import os
import random

from textual.message import Message
from textual.message_pump import MessagePump

_RATE, _LONGEST = 0.05, 0.05
"""How many of the messages are late, and by how many seconds at most."""


def pytest_configure() -> None:
    """Has each message wait, by chance."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    luck = random.Random(f"{os.environ.get('CLERK_DELAYS', '')} {worker}")
    in_time = MessagePump._dispatch_message

    async def late(pump: MessagePump, message: Message) -> None:
        if luck.random() < _RATE:
            await asyncio.sleep(luck.random() * _LONGEST)
        await in_time(pump, message)

    MessagePump._dispatch_message = late  # type: ignore[assignment]
