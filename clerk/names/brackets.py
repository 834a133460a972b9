"""What stands in brackets behind a name."""

import re

from clerk.names.words import SURE_TITLE
from clerk.patterns import LatePattern

_COMMA_AND_TITLE = LatePattern(rf",\s+(?={SURE_TITLE}\b)")


def blot_brackets(text: str, opening: str = "([") -> str:
    """The text with all that stands in brackets blotted out by NULs, its length unchanged.

    `opening` holds the brackets that count.

    A bracket that never closes ends before the next comma with a title after it.
    """
    chars, closing = list(text), _closing(text)
    at = 0
    while at < len(text):
        if text[at] not in opening:
            at += 1
            continue
        stop = closing.get(at)
        if stop is None:
            title = _COMMA_AND_TITLE.search(text, at)
            stop = at + len(text[at : title.start() if title else None].rstrip())
        chars[at:stop] = "\0" * (stop - at)
        at = stop
    return "".join(chars)


def _closing(text: str) -> dict[int, int]:
    """For each bracket that closes, where the text goes on behind it."""
    opened: list[int] = []
    closing = {}
    for at, char in enumerate(text):
        if char in "([":
            opened.append(at)
        elif char in ")]" and opened:
            closing[opened.pop()] = at + 1
    return closing


def without_brackets(words: str, opening: str = "([") -> str:
    """The words without the brackets that follow the name; a nickname inside it stays."""
    masked = blot_brackets(words, opening)
    for found in reversed(list(re.finditer(r"\s*\0+", masked))):
        if not re.match(r"\s*[^\s\0,;.]", masked[found.end() :]):
            words = words[: found.start()] + words[found.end() :]
            masked = masked[: found.start()] + masked[found.end() :]
    return words.strip().strip(",;").strip()
