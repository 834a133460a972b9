"""Comings and goings in the room, as they happened: who, when, during which item."""

import datetime as dt
from typing import Literal

from clerk.domain.base import Fact

MovementKind = Literal[
    "arrived",
    "left",
    "left for item",
    "returned",
    "stood down",
    "took the chair",
    "adjourned",
    "resumed",
    "public excluded",
    "public readmitted",
]
OF_PERSONS: frozenset[MovementKind] = frozenset(
    {"arrived", "left", "left for item", "returned", "stood down"}
)
"""Those by which somebody comes into the room or goes out of it."""


class Movement(Fact, frozen=True):
    """One event of the timeline; a meeting holds them in the order in which they happened.

    Who left for an item is away while that item is taken and back by themselves when it changes.
    """

    id: str
    kind: MovementKind
    person: str = ""
    """Who came or went, or took the chair; empty for the meeting's and the public's."""
    other: str = ""
    """The member for whom someone who stood down had been a substitute."""
    at: dt.time | None = None
    """None where nobody noted the time."""
    item: str = ""
    """The agenda item then taken, or the minute where that belongs to none."""
    interest: bool = False
    """Whether an interest was why they left for the item."""
