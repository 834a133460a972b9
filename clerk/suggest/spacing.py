"""The space that an accepted suggestion puts behind itself: it gives way to what is typed next."""

from typing import NamedTuple

_MOVED = frozenset(",;:.?!)]”")
_EATEN = frozenset("'’/%\n")


_SENTENCE_ENDS = (".", "?", "!", "\n")


class Stroke(NamedTuple):
    """What a typed character does: `remove` characters before the cursor go, `insert` comes."""

    remove: int
    insert: str
    ours: bool
    """Whether the text now ends with a space that nobody typed."""


def stroke(before: str, character: str, *, ours: bool) -> Stroke:
    """What typing `character` behind `before` does; `ours` where its last space was put by Clerk.

    A mark that closes goes before the space, a space takes its place, the end of a line removes
    it; behind a figure a mark only removes it ("10.30"). Without such a space nothing is special.
    """
    if not ours or not before.endswith(" "):
        return Stroke(0, character, False)
    if character == " ":
        return Stroke(0, "", False)
    if character in _MOVED:
        if before[-2:-1].isdigit() and character in ".,:":
            return Stroke(1, character, False)
        return Stroke(1, f"{character} ", True)
    if character in _EATEN:
        return Stroke(1, character, False)
    return Stroke(0, character, False)


def ends_here(before: str) -> bool:
    """Whether a sentence or a line was just finished at the end of `before`."""
    return before.rstrip(" ")[-1:] in _SENTENCE_ENDS
