"""Ids of the invented council: the same each time, so that a demo can be set up again."""

import hashlib
from typing import Literal

Which = Literal["last", "next"]


def stable_id(*labels: str) -> str:
    """Twelve hexadecimal digits, as every id, that always come out the same for these labels."""
    return hashlib.sha256("/".join(("wealdshire", *labels)).encode()).hexdigest()[:12]


def person_id(key: str) -> str:
    """The id of the person with this key in the people's sheet."""
    return stable_id("person", key)


def committee_id(slug: str) -> str:
    """The id of the committee with this slug."""
    return stable_id("committee", slug)


def meeting_id(slug: str, which: Which) -> str:
    """The id of the committee's last or next meeting."""
    return stable_id("meeting", slug, which)
