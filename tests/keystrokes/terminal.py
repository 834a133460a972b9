"""Keys that were pressed in one replay, pressed again in a terminal, in a folder made anew."""

import time
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from tests.benchmarks.terminal import Terminal, running
from tests.keystrokes.given import Given
from tests.keystrokes.replay import Pressed

_CODES = {
    "space": " ",
    "enter": "\r",
    "tab": "\t",
    "escape": "\x1b",
    "backspace": "\x7f",
    "plus": "+",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
}
_AT_ONCE = 6
"""Keys of a minute that are sent together: the terminal is read between."""
_SETTLED = 0.3
"""Seconds without anything painted, after a key that opens or closes something: less than the half
second after which the cursor blinks."""
_PATIENCE = 60.0


def press_again(given: Given, pressed: Sequence[Pressed]) -> None:
    """Presses the keys in a terminal of 120 by 40, and leaves the app.

    A key that is not typed into a minute is waited for, as a clerk waits who looks.
    """
    day = given.ref.rpartition("/")[2]
    words = ("-m", "tests.keystrokes.evening", str(given.office.home.root), day)
    with running(*words) as terminal:
        terminal.until(b"Clerk")
        terminal.quiet(_SETTLED)
        for typed, keys in groupby(pressed, key=lambda each: each.typed):
            if typed:
                _type(terminal, [code(each.key) for each in keys])
            else:
                for each in keys:
                    terminal.type(code(each.key))
                    terminal.answer(_SETTLED)
        _written(terminal, given.office.home.exports_dir)
        terminal.type(code("ctrl+q"))
        terminal.ended()


def _written(terminal: Terminal, exports: Path) -> None:
    """Waits for the Word file; raises TimeoutError."""
    end = time.monotonic() + _PATIENCE
    while not any(exports.glob("*.docx")):
        terminal.quiet(0.1)
        if time.monotonic() > end:
            raise TimeoutError("no Word file was written")


def code(key: str) -> str:
    """What a terminal sends for a key."""
    if key.startswith("ctrl+"):
        return chr(ord(key[-1]) - ord("a") + 1)
    return _CODES.get(key, key)


def _type(terminal: Terminal, codes: Sequence[str]) -> None:
    for at in range(0, len(codes), _AT_ONCE):
        terminal.type("".join(codes[at : at + _AT_ONCE]))
        terminal.quiet(0.03)
    terminal.quiet(_SETTLED)
