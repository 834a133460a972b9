"""What completion may know of: all that a clerk has at hand when a meeting is minuted."""

import datetime as dt
from typing import Literal

from clerk.domain.base import Fact
from clerk.names import Name

Standing = Literal["present", "substitute", "officer", "register"]


class Someone(Fact, frozen=True):
    """A person who may be named, and what they are to this meeting."""

    name: Name
    standing: Standing = "register"


class Business(Fact, frozen=True):
    """An item of the agenda: its title, reference, and who its report is by."""

    title: str
    ref: str = ""
    authors: tuple[str, ...] = ()


class Paper(Fact, frozen=True):
    """A report of the pack."""

    subject: str = ""
    by: str = ""
    recommendation: str = ""
    text: str = ""


class Sources(Fact, frozen=True):
    """Everything that suggestions are made from; nothing else is ever offered."""

    people: tuple[Someone, ...] = ()
    committee: str = ""
    authority: str = ""
    agenda: tuple[Business, ...] = ()
    papers: tuple[Paper, ...] = ()
    dates: tuple[dt.date, ...] = ()
    """Of this committee's meetings, past and to come."""
    day: dt.date | None = None
    """The day of the meeting: a date typed short is meant near it."""
    phrases: tuple[tuple[str, str], ...] = ()
    """Code and words: see `clerk.store.phrases`."""
    written: tuple[str, ...] = ()
    """The minutes of this meeting that are written already."""
    earlier: tuple[str, ...] = ()
    """Earlier minutes of this committee, oldest first."""
