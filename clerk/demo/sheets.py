"""The shapes of the sheets (`*.toml`) in which the invented council is written down."""

import datetime as dt
from importlib import resources
from typing import Literal, TypeVar

import msgspec

from clerk.domain.base import Fact
from clerk.domain.committees import CommitteeKind, Quorum
from clerk.domain.meetings import Exempt
from clerk.domain.people import PersonKind

Weekday = Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]


class PersonSheet(Fact, frozen=True):
    """One person, under a key by which the other sheets name them."""

    surname: str
    title: str
    given: str
    honours: tuple[str, ...] = ()
    kind: PersonKind = "member"
    group: str = ""
    post: str = ""


class HeldSheet(Fact, frozen=True):
    """Someone's time in a seat or role; `since` and `until` name days of the calendar.

    `until` is the first day on which they no longer held it.
    """

    person: str
    since: str = ""
    until: str = ""


class SeatSheet(Fact, frozen=True):
    """A seat and those who held it, oldest first; vacant where the last has left."""

    group: str
    held: tuple[HeldSheet, ...]


class RoleSheet(Fact, frozen=True):
    """A role on the committee and those who held it, oldest first."""

    title: str
    held: tuple[HeldSheet, ...]


class SectionSheet(Fact, frozen=True):
    """A section of the agenda; items belong to the one whose reference theirs begin with."""

    title: str
    ref: str = ""
    exempt: bool = False


class ItemSheet(Fact, frozen=True):
    """An item of the agenda. `section` is the title of its section where references do not say."""

    ref: str
    title: str
    section: str = ""
    pages: str = ""
    note: str = ""
    report: Literal["", "to follow", "verbal"] = ""
    exempt: Exempt | None = None


class AuthorSheet(Fact, frozen=True):
    """Who a report is by, or who came for one item."""

    name: str
    post: str
    person: str


class MinuteSheet(Fact, frozen=True):
    """A minute in Clerk's notation; without a title it bears its item's.

    It is exempt where its item is.
    """

    text: str
    item: str = ""
    title: str = ""
    summary: str = ""
    authors: tuple[AuthorSheet, ...] = ()
    present_for: tuple[AuthorSheet, ...] = ()


class ReportSheet(Fact, frozen=True):
    """A report of the next meeting's papers."""

    item: str
    by: str
    classification: str
    summary: str
    recommendation: str
    text: str
    exempt: Exempt | None = None


class LastSheet(Fact, frozen=True):
    """The last meeting: agenda, attendance and minutes."""

    first_number: int
    present: tuple[str, ...]
    sections: tuple[SectionSheet, ...]
    items: tuple[ItemSheet, ...]
    minutes: tuple[MinuteSheet, ...]
    substitutes: dict[str, str] = {}
    """Who sat for whom."""
    apologies: tuple[str, ...] = ()
    also_present: tuple[str, ...] = ()
    in_attendance: tuple[str, ...] = ()


class FrontSheetWords(Fact, frozen=True):
    """What differs from committee to committee on the front sheet."""

    motion: str
    motion_paragraphs: tuple[str, ...]


class NextSheet(Fact, frozen=True):
    """The next meeting: a full agenda and its reports, nothing minuted."""

    front: FrontSheetWords
    sections: tuple[SectionSheet, ...]
    items: tuple[ItemSheet, ...]
    reports: tuple[ReportSheet, ...]


class CommitteeSheet(Fact, frozen=True):
    """A committee with its last and its next meeting."""

    slug: str
    name: str
    style: str
    weekday: Weekday
    time: dt.time
    venue: str
    quorum: Quorum
    substitutes: Literal["same group", "any member", "none"]
    contact: str
    phone: str
    roles: tuple[RoleSheet, ...]
    seats: tuple[SeatSheet, ...]
    last: LastSheet
    next: NextSheet
    kind: CommitteeKind = "committee"
    days: dict[str, int] = {}
    """Named days, counted from the next meeting: negative ones lie before it."""


def people_sheet() -> dict[str, PersonSheet]:
    """Everyone, by their key."""
    return _sheet("people", dict[str, PersonSheet])


def committee_sheets() -> tuple[CommitteeSheet, ...]:
    """The three committees."""
    return tuple(_sheet(name, CommitteeSheet) for name in ("cabinet", "environment", "standards"))


SheetT = TypeVar("SheetT")


def _sheet(name: str, shape: type[SheetT]) -> SheetT:
    words = resources.files("clerk.demo").joinpath(f"{name}.toml").read_bytes()
    return msgspec.toml.decode(words, type=shape)
