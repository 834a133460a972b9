"""A row of a table of members as it is read: whom it names, since when, or what is at fault."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TypeVar

from clerk.desk.office import Office
from clerk.desk.register.deeds import Dated, Grounds, settled
from clerk.desk.register.which import find_committee
from clerk.desk.words import tidied
from clerk.domain.base import Fact
from clerk.domain.committees import Committee
from clerk.domain.people import PersonKind
from clerk.errors import ClerkError
from clerk.names import Name, full
from clerk.readers.tables.member_columns import read_day, read_kind, read_name
from clerk.when import plain_date

T = TypeVar("T")


class Fault(Fact, frozen=True):
    """What is wrong with a row, and in which column."""

    column: str
    """As the file calls it; empty where it is the whole row."""
    said: str


class ReadRow(Fact, frozen=True):
    """A row without a fault."""

    line: int
    """The line of the file on which it begins, counted from 1."""
    name: Name
    body: Committee | None
    group: str
    role: str
    when: Dated
    day_assumed: bool
    """Whether the row itself names no day."""
    until: dt.date | None
    kind: PersonKind
    post: str
    ward: str


class Misread(Fact, frozen=True):
    """A row that cannot be taken in, with everything that is at fault."""

    line: int
    name: str
    """As far as it was read."""
    faults: tuple[Fault, ...]


class RowReader:
    """Reads rows of one table; `columns` says in which column each meaning stands.

    `committee` is that of rows that name none, `on` the day of rows that give none.
    """

    def __init__(
        self,
        office: Office,
        header: tuple[str, ...],
        columns: Mapping[str, int],
        committee: Committee | None,
        on: dt.date,
    ) -> None:
        self._office = office
        self._header = header
        self._columns = columns
        self._committee = committee
        self._on = on

    def read(self, line: int, cells: tuple[str, ...]) -> ReadRow | Misread:
        """The row in these cells; every fault of it at once, for the clerk to mend in one go."""
        if any(cells[len(self._header) :]):
            return Misread(line=line, name=cells[0], faults=(self._too_many(cells),))
        said = {meaning: cells[at] for meaning, at in self._columns.items() if at < len(cells)}
        faults: list[Fault] = []

        def checked(meaning: str, read: Callable[[str], T]) -> T | None:
            """What a cell says; nothing where it is empty, or at fault."""
            try:
                return read(said[meaning]) if said.get(meaning) else None
            except ClerkError as error:
                faults.append(self._fault(meaning, str(error)))
                return None

        name = self._name(said, faults)
        body = checked("committee", lambda words: find_committee(self._office, words))
        dated = checked("on", lambda words: self._when(read_day(words), said))
        when = dated or self._when(self._on, said)
        until = checked("until", read_day)
        kind = checked("kind", read_kind) or "member"
        if until is not None and until < when.on:
            wrong = f"{plain_date(until)} is before {plain_date(when.on)}"
            faults.append(self._fault("until", wrong))
        if name is None or faults:
            printed = full(name) if name else said.get("name", "")
            return Misread(line=line, name=printed, faults=tuple(faults))
        return ReadRow(
            line=line,
            name=name,
            body=body or self._committee,
            group=tidied(said.get("group", "")),
            role=tidied(said.get("role", "")),
            when=when,
            day_assumed=dated is None,
            until=until,
            kind=kind,
            post=tidied(said.get("post", "")),
            ward=tidied(said.get("ward", "")),
        )

    def _name(self, said: Mapping[str, str], faults: list[Fault]) -> Name | None:
        try:
            return read_name(said)
        except ClerkError as error:
            apart = bool(said.get("surname")) or "name" not in self._columns
            faults.append(self._fault("surname" if apart else "name", str(error)))
            return None

    def _when(self, on: dt.date, said: Mapping[str, str]) -> Dated:
        grounds = Grounds(on=on, reason=said.get("reason", ""), source=said.get("source", ""))
        return settled(self._office, grounds)

    def _fault(self, meaning: str, said: str) -> Fault:
        return Fault(column=self._header[self._columns[meaning]], said=said.rstrip("."))

    def _too_many(self, cells: tuple[str, ...]) -> Fault:
        said = (
            f"there are {len(cells)} cells, and {len(self._header)} columns: a cell with the "
            "separator inside needs quotation marks around it"
        )
        return Fault(column="", said=said)
