"""Words that a clerk types into a field: cleaned, on one line, not too long, never half dropped."""

from clerk.clean import clean_text
from clerk.errors import InputError
from clerk.names import Name, full, parse_name

LONGEST = 500
"""Characters of a title or a name: longer ones are most likely a paste gone astray."""


def one_line(words: str, what: str) -> str:
    """`words` cleaned, each run of white space one space; `what` names the field in a refusal.

    Raises InputError where nothing is left, or more than LONGEST.
    """
    clean = " ".join(clean_text(words)[0].split())
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
