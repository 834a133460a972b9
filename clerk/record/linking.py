"""Whom a text names: spans of it linked to people.

A surname with its title is linked only where one person of the meeting bears it.
"""

import re
from collections.abc import Mapping

from msgspec.structs import replace

from clerk.domain.meetings import Link
from clerk.names import Name, full, short


def links_in(text: str, people: Mapping[str, Name]) -> tuple[Link, ...]:
    """The spans of `text` that name one of `people` (id → name), in order, none overlapping."""
    forms = _forms(people)
    if not forms:
        return ()
    longest_first = sorted(forms, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?![\w’'-]*\w)")
    return tuple(
        Link(start=match.start(), end=match.end(), person=forms[match.group()])
        for match in pattern.finditer(text)
    )


def _forms(people: Mapping[str, Name]) -> dict[str, str]:
    """Each printed form that means one person alone: "Mr J A Example, MBE", "Mr Example"."""
    bearers: dict[str, set[str]] = {}
    for person_id, name in people.items():
        for words in (full(name), full(replace(name, honours=())), short(name)):
            if " " in words:
                bearers.setdefault(words, set()).add(person_id)
    return {words: next(iter(ids)) for words, ids in bearers.items() if len(ids) == 1}
