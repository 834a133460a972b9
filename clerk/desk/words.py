"""Words that a clerk types into a field: cleaned, on one line, not too long, never half dropped.

And lists of words in a sentence: no longer than can be read.
"""

from collections.abc import Sequence

from clerk.clean import clean_text
from clerk.errors import InputError
from clerk.names import Name, full, parse_name
from clerk.record.wording import listed

LONGEST = 500
"""Characters of a title or a name: longer ones are most likely a paste gone astray."""
LISTED = 12
"""How many possibilities a sentence lists."""


def tidied(words: str) -> str:
    """Words cleaned, each run of white space one space; empty where there are none."""
    return " ".join(clean_text(words)[0].split())


def one_line(words: str, what: str) -> str:
    """`words` cleaned, each run of white space one space; `what` names the field in a refusal.

    Raises InputError where nothing is left, or more than LONGEST.
    """
    clean = tidied(words)
    if not clean:
        raise InputError(f"The {what} has no words. Type some.")
    if len(clean) > LONGEST:
        raise InputError(
            f"The {what} is {len(clean)} characters long; at most {LONGEST} are kept. Shorten it."
        )
    return clean


def typed_name(words: str) -> Name:
    """The name typed by hand; what stands behind it in brackets is refused, not dropped."""
    line = one_line(words, "name")
    name = parse_name(line)
    if line.endswith(")") and not full(name).endswith(")"):
        raise InputError(
            f"“{line}” has something in brackets behind the name. Leave it out: a role or a post "
            "is given apart."
        )
    return name


def all_of(words: Sequence[str]) -> str:
    """ "a, b and c"; of many the first LISTED, and how many there are besides."""
    return listed(_shortened(words), ", ", " and ")


def one_of(words: Sequence[str]) -> str:
    """ "a, b or c"; of many the first LISTED, and how many there are besides."""
    return listed(_shortened(words), ", ", " or ")


def _shortened(words: Sequence[str]) -> list[str]:
    more = [f"{len(words) - LISTED} others"] if len(words) > LISTED else []
    return [*words[:LISTED], *more]
