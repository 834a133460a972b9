"""What a reader found in a paper: facts with their places in it, and doubts.

A reader knows the paper alone: it names people and committees by their printed words. Who they
are in the register is decided where a paper is taken in (`clerk.desk.incoming.intake`).
"""

import datetime as dt
from typing import Literal

from clerk.domain.base import Fact
from clerk.domain.meetings import (
    AgendaItem,
    Capacity,
    Exempt,
    FrontSheet,
    PartKind,
    Report,
    Section,
)
from clerk.names import Name


class ReadDoubt(Fact, frozen=True):
    """Something that a person should look at; `line` counts from 1."""

    line: int | None
    read: str
    uncertain: str
    weight: int = 50
    """How doubtful, from 0 to 100."""
    fact: str = ""
    """The id of the item, minute, section or report in doubt; or a word: see `Doubt.fact`."""


class ReadSeat(Fact, frozen=True):
    """One name of the membership list; a printed "Vacancy" has no name."""

    group: str
    name: Name | None
    role: str = ""
    line: int = 0


class ReadChange(Fact, frozen=True):
    """ "To note that A has replaced B as a member": read from under a membership item."""

    joined: Name | None
    left: Name | None
    words: str
    line: int = 0


class ReadAttendance(Fact, frozen=True):
    """One person of an attendance list."""

    id: str
    """A new id: it becomes the id of the attendance fact."""
    name: Name
    words: str
    """As printed, with whatever stands in brackets."""
    capacity: Capacity
    role: str = ""
    post: str = ""
    note: str = ""
    """"part", "from item 3": for how much of the meeting they were there."""
    substitute_for: Name | None = None
    line: int = 0


class ReadAuthor(Fact, frozen=True):
    """A person of a minute's heading: `name` as printed, `post` as printed."""

    name: str
    post: str = ""


class ReadMinute(Fact, frozen=True):
    """A numbered minute of a paper."""

    id: str
    number: str
    """Without the style's punctuation: "3", "24/056"."""
    ordinal: int
    title: str
    number_printed: str = ""
    """The number with its punctuation: "3.", "(214)", "772"; empty where it stands elsewhere."""
    refs: tuple[str, ...] = ()
    """"A3" for a printed "(Item A3)"."""
    reference_printed: str = ""
    """The whole reference as printed, "(Item 4– Report by …)", with no note in it."""
    reference_beside: bool = False
    """True where it stood on the title's own line."""
    authors: tuple[ReadAuthor, ...] = ()
    note_printed: str = ""
    """"(Mr … was present for this item)" as printed."""
    present_for: tuple[ReadAuthor, ...] = ()
    text: str = ""
    """The minute in Clerk's notation: see `clerk.notation`."""
    printed: tuple[tuple[str, str], ...] = ()
    """What is printed of each block of `text`: its number or mark, and its words; both empty for
    a table and for dates, which are not compared.
    """
    block_lines: tuple[tuple[int, int], ...] = ()
    """First and last line of each block of `text`, in order."""
    first: int = 0
    last: int = 0
    exempt: Exempt | None = None


class ReadPart(Fact, frozen=True):
    """A heading between minutes."""

    kind: PartKind
    words: str
    before: str
    """The id of the minute that follows it."""
    line: int = 0


class ReadParagraph(Fact, frozen=True):
    """An attendance paragraph (or a list's lines) as printed, to compare with what we print."""

    capacity: Capacity
    label: str
    """"PRESENT:", with its punctuation."""
    text: str
    """Everything after the label, white space folded."""
    first: int = 0
    last: int = 0


class ReadMinutes(Fact, frozen=True):
    """The minutes of one meeting, as printed in the paper."""

    id: str
    """A new id: it becomes the id of the meeting."""
    authority: str
    """In name case."""
    committee: str
    """In name case, as in the opening sentence where it has one; empty where none is printed."""
    date: dt.date | None
    """None where the paper does not say, which is a doubt: ask before it is stored."""
    time: dt.time | None = None
    venue: str = ""
    opening_printed: str = ""
    """"MINUTES of a meeting of the … ." as printed, white space folded; empty where absent."""
    layout: Literal["run-in", "lines"] = "run-in"
    attendance: tuple[ReadAttendance, ...] = ()
    paragraphs: tuple[ReadParagraph, ...] = ()
    parts: tuple[ReadPart, ...] = ()
    minutes: tuple[ReadMinute, ...] = ()
    closing: tuple[str, ...] = ()
    """The lines after the last minute, as printed: when the meeting closed, who signs."""
    closed: dt.time | None = None
    """When the meeting closed, where the closing says so."""
    paragraph_shape: str = ""
    """How its paragraphs are numbered: "(1)", "1.", "1.1", or empty."""
    reproduced: bool = False
    """True for another body's minutes inside this paper."""
    first: int = 0
    last: int = 0


class ReadAgenda(Fact, frozen=True):
    """The front sheet of an agenda."""

    id: str
    """A new id: it becomes the id of the meeting."""
    committee: str
    """In name case; empty where none is printed."""
    date: dt.date | None
    """None where the paper does not say, which is a doubt: ask before it is stored."""
    time: dt.time | None = None
    venue: str = ""
    front: FrontSheet = FrontSheet()
    sections: tuple[Section, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    seats: tuple[ReadSeat, ...] = ()
    changes: tuple[ReadChange, ...] = ()
    first: int = 0
    last: int = 0


class Reading(Fact, frozen=True):
    """All that was understood of one paper."""

    kind: Literal["pack", "agenda", "minutes"]
    agenda: ReadAgenda | None = None
    minutes: tuple[ReadMinutes, ...] = ()
    """The committee's own first, then those of other bodies."""
    reports: tuple[Report, ...] = ()
    """With `item` set to the id of an agenda item where one was found for it."""
    doubts: tuple[ReadDoubt, ...] = ()
    """Most doubtful first."""
    lines: int = 0
