"""People: members, co-opted members, officers and others, with what was true of them when."""

import datetime as dt
from typing import Literal

from clerk.domain.base import Dated, DatedText, Fact
from clerk.names import Name

PersonKind = Literal["member", "co-opted", "officer", "other"]


class DatedName(Dated, frozen=True):
    """The name as a paper of that day printed it."""

    name: Name
    paper: str = ""


class Interest(Fact, frozen=True):
    """An interest that stands in the register of members' interests (Localism Act 2011 s29)."""

    id: str
    category: str
    """"Employment", "Land": the council's own word, or one of SI 2012/1464."""
    subject: str
    since: dt.date | None = None
    until: dt.date | None = None
    """The last day; None while it stands."""
    sensitive: bool = False
    """Whether its details are withheld (Localism Act 2011 s32): the subject never prints."""
    source: str = ""


class Person(Fact, frozen=True):
    """One human being; a second sighting under another name, post or group adds a dated entry."""

    id: str
    kind: PersonKind
    names: tuple[DatedName, ...]
    """Oldest first, never empty."""
    posts: tuple[DatedText, ...] = ()
    """What an officer is called, as from each day."""
    groups: tuple[DatedText, ...] = ()
    """The political group of a member, as from each day."""
    wards: tuple[DatedText, ...] = ()
    """The ward or division that a member sits for, as from each day."""
    interests: tuple[Interest, ...] = ()
    votes_on: str = ""
    """What a co-opted member may vote on ("education"); empty where nothing narrows it."""
    also: tuple[Name, ...] = ()
    """Names by which they are found, and which nothing prints: of who turned out to be them."""
    same_as: str = ""
    """The id of the person who this turned out to be: only what was published names this one."""
    left: dt.date | None = None
    """The day from which they are of the council no more; None while they are."""
    left_how: str = ""

    @property
    def every_name(self) -> tuple[Name, ...]:
        """Every name borne, and every other by which they are found."""
        return (*(dated.name for dated in self.names), *self.also)

    def name_on(self, day: dt.date) -> Name:
        """The name borne on `day`: the latest seen not after it, else the earliest seen."""
        held = [dated for dated in self.names if dated.on <= day]
        return (held[-1] if held else self.names[0]).name

    @property
    def name(self) -> Name:
        """The name last seen."""
        return self.names[-1].name
