"""Laws of the register: whatever acts are done on it, in whatever order, no list can be wrong."""

import datetime as dt
import itertools
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from clerk.domain.base import DatedText, Seen, new_id
from clerk.domain.committees import (
    Committee,
    Quorum,
    Role,
    Seat,
    Tenure,
    group_on,
    holder_on,
    role_on,
    rules_on,
    stands,
)
from clerk.domain.log import Entry, Undone, fold
from clerk.domain.people import DatedName, Person
from clerk.domain.register import Register
from clerk.domain.register_acts import (
    Appointed,
    CommitteeChanged,
    CommitteeDissolved,
    GroupChanged,
    Left,
    NameChanged,
    PeopleMerged,
    PersonLeft,
    RegisterAct,
    RoleGiven,
    RoleLeft,
    SeatAbolished,
    SeatAdded,
    SeatMoved,
    Several,
    apply,
)
from clerk.domain.tenures import is_void, overlap
from clerk.errors import RefusedError
from clerk.names import Name

START = dt.date(2026, 1, 1)
DAYS = 30
PEOPLE = ["ash", "elm", "fir", "oak"]
SEATS = ["s0", "s1", "s2", "s3"]
GROUPS = ["Red", "Blue"]


def day(number: int) -> dt.date:
    return START + dt.timedelta(days=number)


def beginning(*, papers: bool = True) -> Register:
    """Two committees with two vacant seats each, and a seat of which papers showed two holders."""
    named = {p: Name(title="Ms", given="A", surname=p.title()) for p in PEOPLE}
    people = {
        p: Person(id=p, kind="member", names=(DatedName(on=day(0), name=name),))
        for p, name in named.items()
    }
    committees = {
        slug: Committee(
            id=slug,
            slug=slug,
            names=(DatedText(on=day(0), text=f"{slug.title()} Committee"),),
            seats=tuple(Seat(id=f"{slug}-{at}", group=GROUPS[at], created=day(0)) for at in (0, 1)),
        )
        for slug in ("parks", "roads")
    }
    seen = Seat(
        id="roads-2",
        group="Red",
        tenures=(
            Tenure(person="oak", seen=(Seen(on=day(5)),), ended=True, ended_before=day(12)),
            Tenure(person="elm", seen=(Seen(on=day(12)), Seen(on=day(15)))),
        ),
    )
    roads = committees["roads"]
    if papers:
        committees["roads"] = replace(roads, seats=(*roads.seats, seen))
    return Register(people=people, committees=committees)


def acts(days: st.SearchStrategy[int]) -> st.SearchStrategy[RegisterAct]:
    body = st.sampled_from(["parks", "roads"])
    seat = st.tuples(body, st.integers(0, 3))
    who, when = st.sampled_from(PEOPLE), days.map(day)
    group, title = st.sampled_from(GROUPS), st.sampled_from(["Chairman", "Vice-Chairman"])

    def made(
        make: Callable[..., RegisterAct], *parts: st.SearchStrategy[object]
    ) -> st.SearchStrategy[RegisterAct]:
        return st.tuples(*parts).map(lambda values: make(*values))

    return st.one_of(
        made(
            lambda s, p, d: Appointed(committee=s[0], seat=f"{s[0]}-{s[1]}", person=p, on=d),
            seat,
            who,
            when,
        ),
        made(
            lambda s, p, d: Left(
                committee=s[0], seat=f"{s[0]}-{s[1]}", person=p, on=d, how="resigned"
            ),
            seat,
            who,
            when,
        ),
        made(
            lambda b, t, p, d: RoleGiven(committee=b, role=t, title=t, person=p, on=d),
            body,
            title,
            who,
            when,
        ),
        made(
            lambda b, t, p, d: RoleLeft(committee=b, title=t, person=p, on=d),
            body,
            title,
            who,
            when,
        ),
        made(
            lambda s, g, d: SeatAdded(
                committee=s[0], seat=Seat(id=f"{s[0]}-{s[1]}", group=g, created=d)
            ),
            seat,
            group,
            when,
        ),
        made(lambda s, d: SeatAbolished(committee=s[0], seat=f"{s[0]}-{s[1]}", on=d), seat, when),
        made(
            lambda s, g, d: SeatMoved(committee=s[0], seat=f"{s[0]}-{s[1]}", group=g, on=d),
            seat,
            group,
            when,
        ),
        made(lambda p, g, d: GroupChanged(person=p, group=g, on=d, was="Green"), who, group, when),
        made(
            lambda p, n, d: NameChanged(person=p, name=Name(surname=n), on=d),
            who,
            st.sampled_from(["Yew", "Box"]),
            when,
        ),
        made(lambda p, d: PersonLeft(person=p, on=d, how="died"), who, when),
        made(
            lambda b, n, d: CommitteeChanged(committee=b, name=n, on=d),
            body,
            st.sampled_from(["Verges", "Lanes"]),
            when,
        ),
        made(
            lambda b, n, d: CommitteeChanged(committee=b, quorum=Quorum(number=n), on=d),
            body,
            st.integers(2, 4),
            when,
        ),
        made(lambda b, d: CommitteeDissolved(committee=b, on=d), body, when),
    )


merging = st.permutations(PEOPLE).map(lambda two: PeopleMerged(kept=two[0], gone=two[1]))
anything = st.one_of(acts(st.integers(0, DAYS)), merging)
some = st.lists(anything, max_size=25)


def done(acts: list[RegisterAct], *, papers: bool = True) -> tuple[Register, list[RegisterAct]]:
    """The register after the acts that fit, and those."""
    register, accepted = beginning(papers=papers), []
    for act in acts:
        try:
            register = apply(register, act)
        except RefusedError:
            continue
        accepted.append(act)
    return register, accepted


def places(register: Register) -> list[Seat | Role]:
    found: list[Seat | Role] = []
    for body in register.committees.values():
        found += [*body.seats, *body.roles]
    return found


def printed(register: Register, on: dt.date) -> Iterator[tuple[str, ...]]:
    """What a list as at a day shows of each committee: every seat and role, as it prints."""
    for body in register.committees.values():
        yield body.name_on(on), "quorum", str(rules_on(body, on).quorum)
        for seat in body.seats:
            if not stands(seat, on):
                continue
            held = holder_on(seat, on)
            words = "not known"
            if held.person:
                words = str(register.people[held.person].name_on(on))
            elif held.known:
                words = "Vacancy"
            yield body.name_on(on), group_on(seat, on), words
        for role in body.roles:
            holder = role_on(role, on)
            if holder:
                yield body.name_on(on), role.title, str(register.people[holder].name_on(on))


@given(some)
@settings(max_examples=150, deadline=None)
def test_a_seat_and_a_role_have_at_most_one_holder_on_any_day(found: list[RegisterAct]) -> None:
    register, _ = done(found)
    for place in places(register):
        for one, other in itertools.combinations(place.tenures, 2):
            assert not overlap(one, other), (one, other)


@given(some)
@settings(max_examples=150, deadline=None)
def test_nobody_has_two_seats_of_a_committee_on_any_day(found: list[RegisterAct]) -> None:
    register, _ = done(found)
    for body in register.committees.values():
        for number in range(-1, DAYS + 2):
            on = day(number)
            sitting = [p for s in body.seats if stands(s, on) and (p := holder_on(s, on).person)]
            assert len(sitting) == len(set(sitting))


@given(some, st.integers(-1, DAYS + 1))
@settings(max_examples=150, deadline=None)
def test_a_printed_count_is_the_number_of_seats_each_printed_as_something(
    found: list[RegisterAct], number: int
) -> None:
    register, _ = done(found)
    on = day(number)
    for body in register.committees.values():
        seats = [seat for seat in body.seats if stands(seat, on)]
        by_group = [group_on(seat, on) for seat in seats]
        assert sum(by_group.count(group) for group in set(by_group)) == len(seats)
    assert all(words for *_, words in printed(register, on))


@given(some)
@settings(max_examples=150, deadline=None)
def test_a_seat_made_on_a_known_day_is_never_said_to_be_not_known(
    found: list[RegisterAct],
) -> None:
    register, _ = done(found, papers=False)
    for number in range(DAYS + 2):
        assert all(words != "not known" for *_, words in printed(register, day(number)))


@given(some, st.integers(0, 24))
@settings(max_examples=100, deadline=None)
def test_replaying_the_acts_gives_the_register_and_undoing_the_last_gives_the_one_before(
    found: list[RegisterAct], stop: int
) -> None:
    register, accepted = done(found)
    at = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    entries: list[Entry[RegisterAct]] = [Entry(id=new_id(), at=at, act=act) for act in accepted]
    assert fold(beginning(), entries, apply) == register
    if accepted:
        assert apply(beginning(), Several(acts=tuple(accepted))) == register  # type: ignore[arg-type]
        kept = max(len(entries) - 1 - stop, 0)
        undone: list[Entry[RegisterAct]] = [
            Entry(id=new_id(), at=at, act=Undone(entry=entry.id))
            for entry in reversed(entries[kept:])
        ]
        assert fold(beginning(), [*entries, *undone], apply) == done(list(accepted[:kept]))[0]


@given(st.lists(acts(st.integers(0, 19)), max_size=20), acts(st.just(20)))
@settings(max_examples=500, deadline=None)
def test_an_act_dated_today_changes_no_list_as_at_an_earlier_day(
    found: list[RegisterAct], today: RegisterAct
) -> None:
    register, _ = done(found)
    try:
        after = apply(register, today)
    except RefusedError:
        return
    for number in range(-3, 20):
        assert list(printed(after, day(number))) == list(printed(register, day(number)))


@given(some)
@settings(max_examples=100, deadline=None)
def test_tenures_stand_in_order_of_time(found: list[RegisterAct]) -> None:
    register, _ = done(found)
    for place in places(register):
        starts = [t.start for t in place.tenures if t.start and not is_void(t)]
        assert starts == sorted(starts)


def test_an_unknown_act_is_an_error_of_the_program() -> None:
    with pytest.raises(TypeError):
        apply(Register(), Undone(entry="x"))
