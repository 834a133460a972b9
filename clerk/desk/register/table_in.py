"""People and appointments out of a table: planned row by row, then done as one act or not."""

import datetime as dt
from collections.abc import Iterable

from clerk.counted import counted
from clerk.desk.office import Office
from clerk.desk.register.appointments import (
    appointment,
    is_vacant,
    role_given,
    role_title,
    seated_later,
)
from clerk.desk.register.deeds import do_all
from clerk.desk.register.table_rows import Fault, ReadRow, RowReader
from clerk.desk.register.table_whole import Step, whole_lists
from clerk.desk.register.which import find_committee
from clerk.domain.base import DatedText, Fact, new_id
from clerk.domain.committees import Committee, Seat, group_on, role_on
from clerk.domain.people import DatedName, Person
from clerk.domain.register import Register
from clerk.domain.register_acts import (
    Left,
    OneAct,
    PersonAdded,
    PostSet,
    SeatAdded,
    WardSet,
    apply,
)
from clerk.domain.tenures import holds
from clerk.errors import ClerkError, InputError
from clerk.names import Name, full, is_vacancy, same_person
from clerk.readers.tables.member_columns import columns_of
from clerk.readers.tables.table_file import Table
from clerk.when import plain_date


class PlannedRow(Fact, frozen=True):
    """What a row of the table would change."""

    line: int
    """The line of the file on which it begins, counted from 1; 0 for what follows from a list that
    is whole."""
    name: str
    does: tuple[str, ...] = ()
    """Each change in words; none where everything is so already."""
    faults: tuple[Fault, ...] = ()


class TablePlan(Fact, frozen=True):
    """What taking a table in would change."""

    rows: tuple[PlannedRow, ...]
    unused: tuple[str, ...]
    """The names of columns that mean nothing here."""
    acts: tuple[OneAct, ...]
    not_listed: int = 0
    """How many sit on the committees named and are not listed: they stay, unless it is whole."""

    @property
    def faulty(self) -> tuple[PlannedRow, ...]:
        """The rows with a fault: while there is one, nothing is stored."""
        return tuple(row for row in self.rows if row.faults)

    @property
    def changed(self) -> int:
        """How many rows change something."""
        return sum(bool(row.does) for row in self.rows)


def plan_table(
    office: Office,
    table: Table,
    *,
    committee: str = "",
    on: dt.date | None = None,
    whole: bool = False,
) -> TablePlan:
    """What the table would change; nothing is stored.

    `committee` is in words, for rows that name none; `on` the day for rows that give none, else
    today. `whole` says that it lists everybody: whoever sits there besides leaves, and vacant
    seats that it does not list are no more. Raises InputError where the columns cannot be
    understood.
    """
    office.register_ledger.refresh()
    columns, unused = columns_of(table.header)
    default = find_committee(office, committee) if committee else None
    reader = RowReader(office, table.header, columns, default, on or office.today)
    return _Planning(office, table, reader).plan(unused, whole)


def take_table_in(office: Office, plan: TablePlan, name: str) -> None:
    """Does what was planned, as one act that is undone as one. Raises InputError where a row has a
    fault: then nothing is stored."""
    if plan.faulty:
        rows = counted(len(plan.faulty), "row has a fault", "rows have faults")
        raise InputError(f"{rows}: nothing was stored. Mend them in the file, and import it again.")
    do_all(office, plan.acts, f"{name}: {plan.changed} rows taken in")


class _Planning:
    def __init__(self, office: Office, table: Table, reader: RowReader) -> None:
        self._office = office
        self._table = table
        self._reader = reader
        self._register: Register = office.register
        self._acts: list[OneAct] = []
        self._names: dict[str, list[tuple[Name, str]]] = {}
        self._vacancies: dict[tuple[str, str], int] = {}
        for person in office.register.everyone:
            for name in person.every_name:
                self._index(name, person.id)

    def plan(self, unused: tuple[str, ...], whole: bool) -> TablePlan:
        """The rows in their order; done by date, so that one seat goes from hand to hand.

        A vacancy is seen to last: else the next name of its group would fill it.
        """
        planned: dict[int, PlannedRow] = {}
        rows: list[ReadRow] = []
        for line, cells in self._table.rows:
            read = self._reader.read(line, cells)
            if isinstance(read, ReadRow):
                rows.append(read)
            else:
                planned[line] = PlannedRow(line=line, name=read.name, faults=read.faults)
        lists = whole_lists(rows)
        steps = [step for each in lists for step in each.leaving(self._register, self._known)]
        if whole:
            self._do(*(step.act for step in steps))
        for row in sorted(rows, key=lambda row: (row.when.on, is_vacancy(row.name))):
            planned[row.line] = self._planned(row)
        ordered = [planned[line] for line, _ in self._table.rows]
        if whole:
            ordered += self._followed(steps)
            for each in lists:
                spare = list(each.surplus(self._register.committees[each.body.id]))
                self._do(*(step.act for step in spare))
                ordered += self._followed(spare)
        leaving = sum(isinstance(step.act, Left) for step in steps)
        return TablePlan(
            rows=tuple(ordered),
            unused=unused,
            acts=tuple(self._acts),
            not_listed=0 if whole else leaving,
        )

    def _followed(self, steps: Iterable[Step]) -> list[PlannedRow]:
        return [PlannedRow(line=0, name=step.name, does=(step.said,)) for step in steps]

    def _planned(self, row: ReadRow) -> PlannedRow:
        """What the row changes, tried out on the register as the rows before have left it."""
        held = len(self._acts), self._register
        try:
            does = self._vacancy(row) if is_vacancy(row.name) else self._person(row)
        except ClerkError as error:
            del self._acts[held[0] :]
            self._register = held[1]
            fault = Fault(column="", said=str(error).rstrip("."))
            return PlannedRow(line=row.line, name=full(row.name), faults=(fault,))
        return PlannedRow(line=row.line, name=full(row.name), does=tuple(does))

    def _do(self, *acts: OneAct) -> None:
        for act in acts:
            self._register = apply(self._register, act)
            self._acts.append(act)

    def _person(self, row: ReadRow) -> list[str]:
        does = []
        person = self._known(row.name)
        if person is None:
            near = self._near(row.name)
            person = self._new(row)
            apart = f", kept apart from {near}: title or initials differ" if near else ""
            does.append(f"new {person.kind}{apart}")
        if row.post and (not person.posts or person.posts[-1].text != row.post):
            self._do(PostSet(person=person.id, post=row.post, on=row.when.on))
            does.append(f"post: {row.post}")
        if row.ward and (not person.wards or person.wards[-1].text != row.ward):
            self._do(WardSet(person=person.id, ward=row.ward, on=row.when.on))
            does.append(f"ward: {row.ward}")
        if row.body is not None and row.kind in ("member", "co-opted"):
            does += self._seated(row, person)
        return does

    def _seated(self, row: ReadRow, person: Person) -> list[str]:
        """Into a seat, a role, and out again, as far as that is not so already."""
        does = []
        body = self._now(row)
        held = any(holds(seat.tenures, person.id, row.when.on) for seat in body.seats)
        if not held and not (row.day_assumed and seated_later(body, person, row.when.on)):
            self._do(*appointment(body, person, row.group, row.when))
            group = f", {row.group}" if row.group else ""
            does.append(f"{body.name}{group} from {plain_date(row.when.on)}")
        title = role_title(body, row.role) if row.role and _is_role(row.role) else ""
        body = self._now(row)
        borne = [r.title for r in body.roles if role_on(r, row.when.on) == person.id]
        if title and title not in borne:
            self._do(role_given(body, person.id, title, row.when))
            does.append(f"{title} from {plain_date(row.when.on)}")
        if row.until is not None:
            does += self._gone(row, person, row.until)
        return does

    def _gone(self, row: ReadRow, person: Person, until: dt.date) -> list[str]:
        """Out of the seat after `until`, unless that is recorded already."""
        body, day = self._now(row), until + dt.timedelta(days=1)
        for seat in body.seats:
            sat = any(t.person == person.id and t.end == until for t in seat.tenures)
            if sat or not holds(seat.tenures, person.id, day):
                continue
            entered = self._office.today if day < self._office.today else None
            self._do(
                Left(committee=body.id, seat=seat.id, person=person.id, on=day, entered=entered)
            )
            return [f"last day {plain_date(until)}"]
        return []

    def _vacancy(self, row: ReadRow) -> list[str]:
        """A vacant seat of the group, unless as many are vacant already."""
        if row.body is None:
            raise InputError("a vacancy needs a committee")
        body, day = self._now(row), row.when.on
        key = (body.id, row.group)
        self._vacancies[key] = self._vacancies.get(key, 0) + 1
        empty = sum(
            group_on(seat, day) == row.group and is_vacant(seat, day) for seat in body.seats
        )
        if empty >= self._vacancies[key]:
            return []
        created = day if row.when.entered is None else None
        seat = Seat(id=new_id(), group=row.group, created=created)
        self._do(SeatAdded(committee=body.id, seat=seat))
        return [f"a vacant seat of {row.group or 'no group'} on {body.name}"]

    def _now(self, row: ReadRow) -> Committee:
        if row.body is None:
            raise InputError("no committee is named")
        return self._register.committees[row.body.id]

    def _known(self, name: Name) -> Person | None:
        for other, person_id in self._names.get(_folded(name), ()):
            if same_person(other, name):
                return self._register.people[person_id]
        return None

    def _near(self, name: Name) -> str:
        """Others of that surname whose initials could be the same person's."""
        initial = name.given[:1].casefold()
        bearers = {
            full(other): None
            for other, _ in self._names.get(_folded(name), ())
            if not initial or not other.given or other.given[0].casefold() == initial
        }
        return " and ".join(bearers)

    def _new(self, row: ReadRow) -> Person:
        day = row.when.on
        groups = (DatedText(on=day, text=row.group),) if row.group else ()
        names = (DatedName(on=day, name=row.name),)
        person = Person(id=new_id(), kind=row.kind, names=names, groups=groups)
        self._do(PersonAdded(person=person))
        self._index(row.name, person.id)
        return person

    def _index(self, name: Name, person_id: str) -> None:
        self._names.setdefault(_folded(name), []).append((name, person_id))


def _folded(name: Name) -> str:
    return "".join(c for c in name.surname.casefold() if c.isalpha())


def _is_role(words: str) -> bool:
    """Whether it is more than being a member."""
    return words.casefold() not in ("member", "councillor", "none", "-")
