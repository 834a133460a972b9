"""The part of a house style that sets the lists of who came: words, order, layout."""

from typing import Literal

from clerk.domain.base import Fact
from clerk.domain.meetings import Capacity
from clerk.record.named import NameForm

SortKey = Literal["role", "substitute", "seat", "group", "ward", "surname"]


class Column(Fact, frozen=True):
    """A column of a table: its heading, and the words of each cell, with places."""

    heading: str
    words: str


class AttendanceGroup(Fact, frozen=True):
    """One list of names.

    Places of `entry` and `presiding`: name, role, principal, post, note, group, ward, initials,
    part.
    """

    capacity: Capacity
    label: str
    entry: str = "{name}[ ({role})][ (Substitute for {principal})][ ({post})][ ({note})]"
    presiding: str = ""
    """The entry of who presided; empty: as the others'."""
    after_presiding: str = ""
    """What parts that entry from the others; empty: as any two."""
    names: NameForm = ""
    """Empty: as all lists."""
    who: Literal["everyone", "substitutes", "not substitutes"] = "everyone"
    one: str = ""
    """What stands before a single name: "Councillor "."""
    several: str = ""
    """What stands before several: "Councillors "."""
    by_group: str = ""
    """A label before the names of each group, or each ward; empty: not parted. Places: group,
    ward."""
    group_separator: str = "; "
    """What parts the groups of a run-in list."""
    none: str = ""
    """What is printed where nobody belongs in the list; empty: the list is left out."""


class AttendanceStyle(Fact, frozen=True):
    """Who came, in which lists, in which order."""

    place: Literal["head", "first minute", "end"] = "head"
    """Under the head of the minutes, under the first minute's heading, or after all minutes."""
    layout: Literal["run-in", "under label", "lines", "columns", "table"] = "run-in"
    separator: str = ", "
    last: str = " and "
    end: str = ""
    """What closes a run-in list: "." or nothing."""
    across: int = 2
    """How many columns, where names stand in columns."""
    columns: tuple[Column, ...] = (
        Column(heading="Name", words="{name}"),
        Column(heading="Capacity", words="[{role}][Substitute for {principal}][{post}]"),
    )
    """The columns, where names stand in a table. Places: as of an entry."""
    names: NameForm = "full"
    principals: NameForm = ""
    """The form of the member for whom a substitute sits; empty: as `names`."""
    for_item: str = "{principal} for {item}"
    """`{principal}` of who sits for one item alone. Places: principal, item."""
    order: tuple[SortKey, ...] = ()
    """By what names are put in order, the first counting most; empty: as recorded."""
    leading: tuple[str, ...] = (
        "Chairman",
        "Chair",
        "Chairperson",
        "Convener",
        "Provost",
        "Mayor",
        "Leader",
        "President",
    )
    """The roles of who presides: the first of the list in the order "role"."""
    roles: dict[str, str] = {}
    """Other words for a role as recorded: "Chairman" printed as "Chair"."""
    late: str = ""
    """`{part}` of who arrived after the start: "from minute {minute}". Places: minute, time."""
    early: str = ""
    """`{part}` of who left before the end. Places: minute, time."""
    groups: tuple[AttendanceGroup, ...] = (
        AttendanceGroup(capacity="present", label="PRESENT:"),
        AttendanceGroup(capacity="also present", label="ALSO PRESENT:"),
        AttendanceGroup(capacity="in attendance", label="IN ATTENDANCE:"),
        AttendanceGroup(capacity="remote", label="REMOTE:"),
        AttendanceGroup(capacity="apologies", label="APOLOGIES:"),
    )
