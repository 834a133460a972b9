"""A large register opened, and asked who sat on a committee on a day, beside a small one.

2,000 people, 300 committees of twelve seats, twenty years of acts: every seat changes hands about
once in four years, and each committee's chair every year.
"""

import datetime as dt
import itertools
import random
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from clerk.desk.ledger import KEPT_ACTS
from clerk.desk.lists.member_lists import membership, people
from clerk.desk.office import Office
from clerk.desk.register.appointments import replace_member
from clerk.desk.register.deeds import Grounds
from clerk.desk.register.register_lists import chairs, vacancies
from clerk.domain.base import DatedText
from clerk.domain.committees import Committee, Seat, holder_on
from clerk.domain.log import Entry
from clerk.domain.people import DatedName, Person
from clerk.domain.register import Register
from clerk.domain.register_acts import Appointed, RegisterAct, RoleGiven, apply
from clerk.errors import RefusedError
from clerk.names import Name
from clerk.paths import Home
from clerk.store.files import write_file
from tests.benchmarks.line import Line, ratio
from tests.benchmarks.running import clerk

_PEOPLE, _COMMITTEES, _SEATS, _YEARS = 2000, 300, 12, 20
_FIRST = dt.date(2006, 5, 15)
_TODAY = dt.datetime(2026, 6, 1, 10, tzinfo=dt.UTC)
_ANSWER = dt.date(2015, 10, 1)
_SURNAMES = ("Frost", "Wren", "Pell", "Teal", "Quill")
_COMMAND = 4.0
"""`clerk members` as a clerk types it: Python's own start is the greater part of the small one."""
_AS_AT = 1.5
"""Once open, one committee costs what it costs in a small register."""
_ACT = 35.0
"""An act writes the whole register anew: it is done a few times a day."""


def measure(quick: bool) -> Iterator[Line]:
    """The large register beside one of a single committee."""
    committees, people_count = (60, 400) if quick else (_COMMITTEES, _PEOPLE)
    rounds = 5 if quick else 11
    with tempfile.TemporaryDirectory() as folder:
        large, small = Home(Path(folder) / "large"), Home(Path(folder) / "small")
        _make(large, committees, people_count)
        _make(small, 1, _SEATS * 2)
        words = ("members", "committee-1", "--on", _ANSWER.isoformat())
        times = ratio(_run(large, *words), _run(small, *words), rounds)
        yield Line("members_as_at_in_a_large_register_beside_a_small_one", times, _COMMAND)
        offices = [_office(home) for home in (large, small)]
        again = ratio(_as_at(offices[0]), _as_at(offices[1]), rounds * 40)
        yield Line("one_more_day_of_a_list_once_it_is_open", again, _AS_AT)
        whole = ratio(_everything(offices[0]), _everything(offices[1]), rounds) / committees
        yield Line("chairs_vacancies_people_for_each_committee", whole, _AS_AT)
        act = ratio(_replacing(offices[0]), _replacing(offices[1]), rounds)
        yield Line("a_member_replaced_in_a_large_register_beside_a_small_one", act, _ACT)


def _run(home: Home, *words: str) -> Callable[[int], object]:
    return lambda _: clerk(home, *words)


def _office(home: Home) -> Office:
    return Office(home, now=lambda: _TODAY).open()


def _as_at(office: Office) -> Callable[[int], object]:
    body = office.register.committees["c0"]
    return lambda number: membership(office, body, _ANSWER + dt.timedelta(days=number))


def _everything(office: Office) -> Callable[[int], object]:
    def lists(_: int) -> object:
        return chairs(office, _ANSWER), vacancies(office, _ANSWER), people(office, "frost")

    return lists


def _replacing(office: Office) -> Callable[[int], object]:
    count = itertools.count()

    def replaced(_: int) -> None:
        number = next(count)
        body = office.register.committees["c0"]
        day = _TODAY.date() + dt.timedelta(days=number + 1)
        held = holder_on(body.seats[0], day).person
        assert held is not None
        on = Grounds(on=day)
        replace_member(office, body.id, office.register.people[held], f"Mr N Quill{number}", on)

    return replaced


def _make(home: Home, committees: int, people_count: int) -> None:
    luck = random.Random(f"{committees} {people_count}")
    register = _beginning(committees, people_count)
    entries: list[Entry[RegisterAct]] = []
    base = register
    for act in _acts(committees, people_count, luck):
        try:
            register = apply(register, act)
        except RefusedError:  # they sit there already: chance, not a clerk, chose them
            continue
        entries.append(Entry(id=f"{len(entries):012x}", at=_TODAY, act=act, said="an act"))
    kept = entries[-KEPT_ACTS:]
    for entry in entries[: -len(kept)]:
        base = apply(base, entry.act)
    home.root.mkdir(parents=True)
    write_file(
        home.register,
        "register",
        base=_plain(base),
        state=_plain(register),
        acts=tuple(_plain(entry) for entry in kept),
        expected=None,
    )


def _plain(value: object) -> Any:
    return msgspec.to_builtins(value)


def _beginning(committees: int, people_count: int) -> Register:
    return Register(
        people={f"p{at}": _person(at) for at in range(people_count)},
        committees={f"c{at}": _committee(at) for at in range(committees)},
    )


def _person(at: int) -> Person:
    surname = f"{_SURNAMES[at % len(_SURNAMES)]}{at // len(_SURNAMES)}"
    name = Name(title="Ms", given=chr(65 + at % 26), surname=surname)
    return Person(id=f"p{at}", kind="member", names=(DatedName(on=_FIRST, name=name),))


def _committee(at: int) -> Committee:
    return Committee(
        id=f"c{at}",
        slug=f"committee-{at + 1}",
        names=(DatedText(on=_FIRST, text=f"Committee {at + 1}"),),
        seats=tuple(
            Seat(id=f"c{at}-{seat}", group=("Red", "Blue", "Green")[seat % 3], created=_FIRST)
            for seat in range(_SEATS)
        ),
    )


def _acts(committees: int, people_count: int, luck: random.Random) -> Iterator[RegisterAct]:
    """Year by year, for every committee: some seats change hands, and the chair."""
    for year in range(_YEARS):
        for body in range(committees):
            on = _FIRST.replace(year=_FIRST.year + year) + dt.timedelta(days=luck.randrange(300))
            for seat in range(_SEATS):
                if year == 0 or luck.random() < 0.25:
                    who = f"p{luck.randrange(people_count)}"
                    yield Appointed(committee=f"c{body}", seat=f"c{body}-{seat}", person=who, on=on)
            who = f"p{luck.randrange(people_count)}"
            yield RoleGiven(committee=f"c{body}", role="r", title="Chairman", person=who, on=on)
