"""The app told to end at a random moment, whatever was just coming up: it ends, and is silent.

A form or a list that comes up meanwhile misses what has been taken down already; that once passed
for a fault in mid-meeting, and the app opened again.
"""

import random
from pathlib import Path

from tests.faults.terminal import Terminal

_KEYS = ("\r", "\x1b", "\x0e", "\x0c", "\x12", "\x14", "\x0b", "\x06", "\x07", "\x10", "\x13")
_LETTERS = ("n", "p", "a", "x", "u", "v", "j", "k", "i", "m", "r", "g", "h", "?", "hello ")
_TERMINATED = 143


def told_to_end(luck: random.Random, home: Path) -> str:
    """Opens the app, presses some keys and sends SIGTERM; what went wrong, if anything."""
    terminal = Terminal("--home", str(home))
    terminal.wait_for("F1 Help")
    pressed = luck.choices((*_KEYS, *_LETTERS), k=luck.randrange(1, 9))
    for key in pressed:
        terminal.press(key)
        terminal.read(luck.choice([0.0, 0.0, 0.05, 0.3]))
    try:
        code = terminal.end("term")
    except AssertionError as error:
        return f"{error}, after {pressed}"
    if "did not foresee" in terminal.words or code != _TERMINATED:
        return f"exit {code} after {pressed}: {terminal.words[-200:]}"
    return ""
