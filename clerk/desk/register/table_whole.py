"""A table that is a committee's whole membership from a day on: who is not on it leaves.

So are the annual appointments entered: the council's list as it was resolved, one act a table.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from clerk.desk.register.appointments import is_vacant, role_title
from clerk.desk.register.deeds import Dated
from clerk.desk.register.table_rows import ReadRow
from clerk.domain.committees import Committee, Seat, group_on, person_on, role_on
from clerk.domain.people import Person
from clerk.domain.register import Register
from clerk.domain.register_acts import Left, OneAct, RoleLeft, SeatAbolished
from clerk.names import Name, full, is_vacancy
from clerk.when import plain_date

Known = Callable[[Name], Person | None]


class Step(NamedTuple):
    """What follows from somebody or something not being on the list."""

    name: str
    said: str
    act: OneAct


class WholeList(NamedTuple):
    """The rows of one committee; `when` is the day of the first of them."""

    body: Committee
    when: Dated
    rows: tuple[ReadRow, ...]

    def leaving(self, register: Register, known: Known) -> Iterator[Step]:
        """Who sits there and is not listed in that group; who bears a role that the list does not
        give them, where it gives any."""
        listed = self._listed(known)
        day = self.when.on
        for seat in self.body.seats:
            holder = person_on(seat, day)
            if holder is None or listed.get(holder, "?").casefold() in ("", _group(seat, self)):
                continue
            name = full(register.people[holder].name_on(day))
            moves = holder in listed
            said = f"leaves {self.body.name}" if not moves else f"leaves the seat of {seat.group}"
            yield Step(name, f"{said} from {plain_date(day)}", self._left(seat, holder))
        yield from self._roles(register, known)

    def surplus(self, body: Committee) -> Iterator[Step]:
        """Seats that are vacant and more than the list has, once everybody on it is seated."""
        day = self.when.on
        spare: dict[str, int] = {}
        for row in self.rows:
            if is_vacancy(row.name):
                spare[row.group.casefold()] = spare.get(row.group.casefold(), 0) + 1
        for seat in body.seats:
            group = group_on(seat, day)
            if not is_vacant(seat, day):
                continue
            spare[group.casefold()] = spare.get(group.casefold(), 0) - 1
            if spare[group.casefold()] < 0:
                said = f"a seat of {group or 'no group'} on {body.name} is no more"
                yield Step("Vacancy", f"{said} from {plain_date(day)}", self._abolished(seat))

    def _roles(self, register: Register, known: Known) -> Iterator[Step]:
        given = {
            (person.id, role_title(self.body, row.role))
            for row in self.rows
            if row.role and (person := known(row.name))
        }
        listed = self._listed(known)
        for role in self.body.roles if any(row.role for row in self.rows) else ():
            holder = role_on(role, self.when.on)
            if holder not in listed or (holder, role.title) in given:
                continue  # who leaves the committee leaves the role as well
            name = full(register.people[holder].name_on(self.when.on))
            act = RoleLeft(
                committee=self.body.id,
                title=role.title,
                person=holder,
                on=self.when.on,
                how="replaced",
                entered=self.when.entered,
            )
            yield Step(name, f"{role.title} no more from {plain_date(self.when.on)}", act)

    def _listed(self, known: Known) -> dict[str, str]:
        """The group that the list has for each person known; empty where it names none."""
        found = ((known(row.name), row.group) for row in self.rows if not is_vacancy(row.name))
        return {person.id: group for person, group in found if person is not None}

    def _left(self, seat: Seat, person: str) -> OneAct:
        return Left(
            committee=self.body.id,
            seat=seat.id,
            person=person,
            on=self.when.on,
            source=self.when.source,
            reason=self.when.reason,
            entered=self.when.entered,
        )

    def _abolished(self, seat: Seat) -> OneAct:
        return SeatAbolished(
            committee=self.body.id,
            seat=seat.id,
            on=self.when.on,
            source=self.when.source,
            reason=self.when.reason,
            entered=self.when.entered,
        )


def whole_lists(rows: Iterable[ReadRow]) -> list[WholeList]:
    """One for each committee that the rows name; officers and others say nothing of a seat."""
    apart: dict[str, list[ReadRow]] = {}
    for row in rows:
        if row.body is not None and row.kind in ("member", "co-opted"):
            apart.setdefault(row.body.id, []).append(row)
    found = []
    for each in apart.values():
        first = min(each, key=lambda row: row.when.on)
        assert first.body is not None
        found.append(WholeList(first.body, first.when, tuple(each)))
    return found


def _group(seat: Seat, whole: WholeList) -> str:
    return group_on(seat, whole.when.on).casefold()
