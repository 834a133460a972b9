"""Output: text without control characters, JSON, tables in columns."""

import sys
from collections.abc import Sequence
from typing import Any

import msgspec

from clerk.clean import shown
from clerk.patterns import LatePattern

_STEERS = LatePattern("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What JSON leaves as it is: the upper control characters and the marks of direction."""


def say(words: str = "") -> None:
    """A line for the reader: whatever could steer the terminal is made harmless."""
    print(shown(words))


def say_json(value: Any) -> None:
    """A value as JSON, indented, in UTF-8; what could steer the terminal stands as an escape."""
    text = msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
    safe = _STEERS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    sys.stdout.write(f"{safe}\n")


def say_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Rows in columns as wide as they need; only the header where there are none."""
    table = [[shown(cell).replace("\n", " ") for cell in row] for row in (header, *rows)]
    widths = [max(len(row[at]) for row in table) for at in range(len(header))]
    for row in table:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        print("  ".join(cells).rstrip())
