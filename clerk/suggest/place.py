"""Where the cursor stands: what is typed of a word, and what is said before it."""

import re
from typing import NamedTuple

from clerk.suggest.tokens import (
    START,
    Forms,
    beside,
    ends_sentence,
    in_sentence_case,
    pieces,
    unfinished,
    unfinished_name,
)

_REACH = 300
"""Characters before the cursor that are looked at: more never tells more than this."""
_CONTEXT = 6
_LIMB = re.compile(r"\s*\(\w{1,4}\) ")
_MARK = re.compile(r"\s*(?:\(\w{0,4}|#{1,6}|\||>|:\w*|\\.*)$")
"""A notation mark that is not finished: nothing is said yet."""
_MOTION = re.compile(
    r"^\s*MOTION\b[^:]*$|\b(?:[Mm]oved|[Pp]roposed|[Ss]econded|[Nn]ominated)(?: by)? $|"
    r"\b(?:[Pp]roposed|[Ss]econded|[Nn]ominated) that $"
)
"""Where the house style names people in full, with initials and honours."""


class Place(NamedTuple):
    """What stands before the cursor, in its line."""

    typed: str
    """What there is of the word, or of a titled name; empty behind a space."""
    said: tuple[str, ...]
    """The pieces before it in its sentence, beginning with START."""
    named: tuple[str, ...]
    """The names before it in its line, in order."""
    gap: str
    """The space that is missing before a new word; empty where there is one, or none belongs."""
    starts: bool
    """Whether a sentence begins here."""
    limb: bool
    """Whether it is a limb's first word, which takes no capital."""
    motion: bool
    """Whether a name here takes its full form."""
    ready: bool
    """Whether anything may be suggested: not inside a word, not in a notation mark."""


def place_in(text: str, cursor: int, known: set[str], untitled: Forms) -> Place:
    """The place of the cursor in `text`; any number is a place, as in a slice of the text.

    Behind a title the whole name is what is typed, so that only people are offered there.
    """
    before, behind = text[:cursor], text[len(text[:cursor]) :]
    line = before[before.rfind("\n") + 1 :]
    reach = line[-_REACH:]
    typed = unfinished_name(reach) or unfinished(reach)
    found = list(in_sentence_case(pieces(reach[: len(reach) - len(typed)], untitled), known))
    said = _sentence(found)
    done = line[: len(line) - len(typed)]
    space = done[-1:].isspace() or not done.strip() or bool(typed)
    return Place(
        typed=typed,
        said=said,
        named=tuple(piece for piece in found if " " in piece),
        gap="" if space else beside(found[-1] if found else START, "a")[:-1],
        starts=said[-1] == START,
        limb=bool(_LIMB.fullmatch(done)),
        motion=bool(_MOTION.search(done)),
        ready=not behind[:1].isalnum() and not _MARK.fullmatch(line),
    )


def _sentence(found: list[str]) -> tuple[str, ...]:
    """The last pieces, from the sentence's start if it is near."""
    kept = found[-_CONTEXT:]
    for at in range(len(kept) - 1, -1, -1):
        if ends_sentence(kept[at]):
            return (START, *kept[at + 1 :])
    return tuple(kept) if len(found) > _CONTEXT else (START, *kept)
