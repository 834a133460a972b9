"""People: members, co-opted members, officers and others, with what was true of them when."""

import datetime as dt
from typing import Literal

from clerk.domain.base import DatedText, Fact
from clerk.names import Name

PersonKind = Literal["member", "co-opted", "officer", "other"]


class DatedName(Fact, frozen=True):
    """The name as a paper of that day printed it."""

    on: dt.date
    name: Name
    paper: str = ""


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

    def name_on(self, day: dt.date) -> Name:
        """The name borne on `day`: the latest seen not after it, else the earliest seen."""
        held = [dated for dated in self.names if dated.on <= day]
        return (held[-1] if held else self.names[0]).name

    @property
    def name(self) -> Name:
        """The name last seen."""
        return self.names[-1].name
