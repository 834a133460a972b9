"""A person's name and its printed forms, and lists of people as councils print them.

Clerk reads names itself. `nameparser` (2.6) is right on most forms, but takes a bare surname for a
forename, "van" for one after "Cllr", and "County Councillor" for two; and the harder half, the
lists, it leaves to us.
"""

from clerk.names.lists import Piece, split_people
from clerk.names.name import (
    VACANCY,
    Name,
    full,
    initials,
    is_name,
    is_vacancy,
    parse_name,
    same_person,
    short,
    sort_form,
    sort_key,
)

__all__ = [
    "VACANCY",
    "Name",
    "Piece",
    "full",
    "initials",
    "is_name",
    "is_vacancy",
    "parse_name",
    "same_person",
    "short",
    "sort_form",
    "sort_key",
    "split_people",
]
