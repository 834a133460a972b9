"""A deed on the register: one or several acts, done and undone as one; when, why and by what."""

import datetime as dt
from collections.abc import Sequence

from clerk.desk.office import Office
from clerk.desk.words import tidied
from clerk.domain.base import Fact
from clerk.domain.register_acts import OneAct, Several
from clerk.errors import InputError
from clerk.when import plain_date

EARLIEST, LATEST = 1800, 2200
"""Years outside which a day was most likely mistyped."""


class Grounds(Fact, frozen=True):
    """From which day a deed holds, why, and on what it rests."""

    on: dt.date | None = None
    """None for today."""
    reason: str = ""
    source: str = ""
    """A minute's number, a letter, an election."""


class Dated(Fact, frozen=True):
    """Grounds settled: the day, and the day of entry where that is later."""

    on: dt.date
    entered: dt.date | None
    reason: str
    source: str

    @property
    def words(self) -> str:
        """ " from 5 May 2026 (minute 12; illness)", as what was done says it."""
        more = "; ".join(part for part in (self.source, self.reason) if part)
        return f" from {plain_date(self.on)}" + (f" ({more})" if more else "")


def settled(office: Office, grounds: Grounds) -> Dated:
    """The grounds as an act has them. Raises InputError where the day cannot be meant."""
    on = grounds.on or office.today
    if not EARLIEST <= on.year <= LATEST:
        raise InputError(f"{plain_date(on)} cannot be meant. Type the day again, with its year.")
    return Dated(
        on=on,
        entered=office.today if on < office.today else None,
        reason=tidied(grounds.reason),
        source=tidied(grounds.source),
    )


def do_all(office: Office, acts: Sequence[OneAct], said: str) -> None:
    """Does the acts as one, all or none; raises RefusedError or StorageError."""
    if not acts:
        return
    office.do(acts[0] if len(acts) == 1 else Several(acts=tuple(acts)), said)
