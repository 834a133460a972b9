"""What becomes of minutes once published: confirmed at a meeting, put right there, signed."""

import datetime as dt

from clerk.domain.base import Fact
from clerk.when import plain_date


class Amendment(Fact, frozen=True):
    """A minute put right by a meeting: on confirming it, or later. The frozen record stays."""

    id: str
    minute: str
    """The id of the minute that is put right."""
    words: str
    """What it is to read, without quotation marks."""
    on: dt.date
    """The day of the meeting that put it right."""
    meeting: str = ""
    """That meeting's id; empty where it is not in Clerk."""
    number: str = ""
    """The number of that meeting's minute which does so; empty where not known."""
    note: str = ""
    """As the record prints it under the minute: fixed when it was decided, as the record was."""
    late: bool = False
    """Whether the minutes were confirmed already: a correction."""


class Confirmed(Fact, frozen=True):
    """At which meeting minutes were confirmed."""

    on: dt.date
    meeting: str = ""
    """Its id; empty where it is not in Clerk."""


class Signed(Fact, frozen=True):
    """Who signed the confirmed minutes, and when (LGA 1972 Sch 12 para 41)."""

    on: dt.date
    name: str
    """As on the day: a later marriage or honour changes it no more."""
    person: str = ""
    """Their id; empty where they are not in the register."""
    first_page: int | None = None
    """The number of the first leaf in the minute book; None where leaves are not numbered on."""
    last_page: int | None = None


class CalledOff(Fact, frozen=True):
    """A meeting that did not take place: called off, or put off to another day."""

    on: dt.date
    """The day on which that was decided."""
    reason: str = ""
    to: dt.date | None = None
    """The day to which it was postponed; None where it was called off."""

    @property
    def words(self) -> str:
        """ "called off (snow)", "postponed to 3 December 2026 (snow)"."""
        reason = f" ({self.reason})" if self.reason else ""
        if self.to is None:
            return f"called off{reason}"
        return f"postponed to {plain_date(self.to)}{reason}"
