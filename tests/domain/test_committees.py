"""Who sits where on which day: days inclusive, nothing claimed that no paper shows."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.domain.base import DatedText, Seen
from clerk.domain.committee_acts import with_committee_act
from clerk.domain.committees import (
    Committee,
    Quorum,
    Role,
    Seat,
    Tenure,
    first_day,
    holder_on,
    last_day,
    role_on,
    rules_on,
    stands,
)
from clerk.domain.people import DatedName, Person
from clerk.domain.register import Register
from clerk.domain.register_acts import (
    Appointed,
    CommitteeChanged,
    NameMended,
    RoleGiven,
    apply,
)
from clerk.errors import RefusedError
from clerk.names import Name

APRIL, MAY, JUNE = dt.date(2012, 4, 26), dt.date(2012, 5, 10), dt.date(2012, 6, 21)
DAY = dt.timedelta(days=1)


def seat(*tenures: Tenure) -> Seat:
    return Seat(id="seat", group="Independent", tenures=tenures)


def seen(person: str, *days: dt.date, ended: bool = False) -> Tenure:
    return Tenure(person=person, seen=tuple(Seen(on=day) for day in days), ended=ended)


@pytest.mark.parametrize(
    ("day", "person"),
    [
        (APRIL - DAY, None),
        (APRIL, "pell"),
        (MAY, "pell"),
        (JUNE, "pell"),
        (JUNE + DAY, None),
    ],
)
def test_a_term_of_office_includes_its_first_and_its_last_day(
    day: dt.date, person: str | None
) -> None:
    held = Tenure(person="pell", start=APRIL, end=JUNE, ended=True)
    assert holder_on(seat(held), day).person == person


def test_before_its_first_evidence_a_holder_is_not_known_rather_than_absent() -> None:
    holder = holder_on(seat(seen("pell", MAY)), APRIL)
    assert (holder.known, holder.person, holder.first_seen) == (False, None, MAY)


def test_between_two_papers_that_show_two_holders_neither_is_named() -> None:
    replaced = seat(seen("pell", APRIL, ended=True), seen("dace", JUNE))
    assert holder_on(replaced, APRIL).person == "pell"
    assert not holder_on(replaced, MAY).known
    assert holder_on(replaced, JUNE).person == "dace"


def test_a_seat_that_nobody_ever_held_is_a_vacancy() -> None:
    holder = holder_on(seat(), MAY)
    assert (holder.known, holder.person) == (True, None)


def test_a_seat_whose_holder_left_on_a_known_day_is_vacant_from_the_next() -> None:
    left = seat(Tenure(person="pell", start=APRIL, end=MAY, ended=True))
    assert holder_on(left, MAY).person == "pell"
    after = holder_on(left, MAY + DAY)
    assert (after.known, after.person) == (True, None)


def test_a_seat_is_vacant_between_two_known_terms() -> None:
    gap = seat(
        Tenure(person="pell", start=APRIL, end=MAY, ended=True),
        Tenure(person="dace", start=JUNE),
    )
    between = holder_on(gap, MAY + DAY)
    assert (between.known, between.person) == (True, None)


def test_a_vacancy_is_not_claimed_where_the_last_holder_may_still_have_sat() -> None:
    uncertain = seat(
        Tenure(person="pell", start=APRIL - 90 * DAY, end=APRIL, ended=True),
        seen("dace", MAY, ended=True),
    )
    assert not holder_on(uncertain, JUNE).known


def test_on_a_day_of_change_the_one_who_holds_the_seat_at_its_end_is_named() -> None:
    both = seat(
        Tenure(person="pell", start=APRIL, end=MAY, ended=True), Tenure(person="dace", start=MAY)
    )
    assert holder_on(both, MAY).person == "dace"


def test_one_of_whom_it_is_only_said_that_they_left_is_never_named() -> None:
    gone = Tenure(person="pell", ended=True, ended_before=JUNE)
    held = seat(gone, seen("dace", JUNE))
    assert not holder_on(held, MAY).known
    assert (first_day(gone), last_day(gone)) == (None, dt.date.min)


def test_a_role_has_a_bearer_only_on_the_days_that_are_known() -> None:
    role = Role(id="r", title="Chairman", tenures=(seen("pell", MAY),))
    assert role_on(role, APRIL) is None
    assert role_on(role, JUNE) == "pell"


def test_a_seat_stands_from_its_making_until_the_day_it_is_abolished() -> None:
    limited = Seat(id="s", group="", created=APRIL, abolished=JUNE)
    assert [stands(limited, day) for day in (APRIL - DAY, APRIL, JUNE - DAY, JUNE)] == [
        False,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("quorum", "seats", "needed"),
    [
        (Quorum(number=3), 14, 3),
        (Quorum(numerator=1, denominator=4), 12, 3),
        (Quorum(numerator=1, denominator=4), 13, 4),
        (Quorum(numerator=1, denominator=3), 13, 5),
        (Quorum(numerator=1, denominator=4, minimum=3), 5, 3),
        (Quorum(numerator=1, denominator=4, minimum=3), 0, 3),
        (Quorum(), 9, 0),
    ],
)
def test_a_fraction_of_the_seats_is_rounded_up_and_never_under_the_minimum(
    quorum: Quorum, seats: int, needed: int
) -> None:
    assert quorum.of(seats) == needed


@given(st.integers(0, 200), st.integers(1, 9), st.integers(1, 9), st.integers(0, 9))
def test_a_quorum_is_at_least_its_fraction_and_less_than_one_more(
    seats: int, top: int, bottom: int, minimum: int
) -> None:
    needed = Quorum(numerator=top, denominator=bottom, minimum=minimum).of(seats)
    assert needed * bottom >= seats * top
    assert needed == minimum or (needed - 1) * bottom < seats * top


# --- acts on the register -----------------------------------------------------------------------


def register(*seats: Seat) -> Register:
    names = (DatedText(on=APRIL, text="Standards Committee"),)
    body = Committee(id="c", slug="standards", names=names, seats=seats)
    return Register(committees={"c": body})


def test_who_is_appointed_takes_the_seat_from_the_one_before_on_that_day() -> None:
    held = seat(Tenure(person="pell", start=APRIL))
    after = apply(
        register(held), Appointed(committee="c", seat="seat", person="dace", on=MAY)
    ).committees["c"]
    assert holder_on(after.seats[0], MAY - DAY).person == "pell"
    assert holder_on(after.seats[0], MAY).person == "dace"


def test_an_appointment_to_a_seat_that_is_not_there_is_refused() -> None:
    with pytest.raises(RefusedError):
        apply(register(), Appointed(committee="c", seat="none", person="dace", on=MAY))
    with pytest.raises(RefusedError):
        apply(Register(), Appointed(committee="c", seat="none", person="dace", on=MAY))


def test_a_new_chairman_does_not_take_the_role_from_the_days_of_the_old() -> None:
    first = RoleGiven(committee="c", role="r", title="Chairman", person="pell", on=APRIL)
    second = RoleGiven(committee="c", role="x", title="Chairman", person="dace", on=JUNE)
    body = apply(apply(register(), first), second).committees["c"]
    assert len(body.roles) == 1
    assert [role_on(body.roles[0], day) for day in (APRIL, MAY, JUNE)] == ["pell", "pell", "dace"]


def test_a_renamed_committee_keeps_its_old_name_for_old_days() -> None:
    body = Committee(id="c", slug="s", names=(DatedText(on=APRIL, text="Roads Committee"),))
    act = CommitteeChanged(committee="c", name="Highways Committee", on=JUNE)
    renamed = apply(Register(committees={"c": body}), act).committees["c"]
    assert renamed.name_on(MAY) == "Roads Committee"
    assert renamed.name_on(JUNE) == renamed.name == "Highways Committee"
    assert renamed.name_on(APRIL - DAY) == "Roads Committee"


def person(*names: tuple[dt.date, str]) -> Person:
    dated = tuple(DatedName(on=on, name=Name(title="Mrs", surname=words)) for on, words in names)
    return Person(id="p", kind="member", names=dated)


def test_mending_a_misread_name_mends_it_in_each_paper_that_was_misread_so() -> None:
    misread = person((APRIL, "Dacc"), (JUNE, "Dacc"))
    right = Name(title="Mrs", surname="Dace")
    mended = apply(Register(people={"p": misread}), NameMended(person="p", name=right))
    assert {dated.name for dated in mended.people["p"].names} == {right}


def test_mending_an_earlier_name_leaves_the_married_name_alone() -> None:
    changed = person((APRIL, "Dacc"), (JUNE, "Tolley"))
    right = Name(title="Mrs", surname="Dace")
    act = NameMended(person="p", name=right, was=Name(title="Mrs", surname="Dacc"))
    mended = apply(Register(people={"p": changed}), act).people["p"]
    assert [dated.name.surname for dated in mended.names] == ["Dace", "Tolley"]


def test_a_meeting_is_judged_by_the_rules_of_its_day() -> None:
    body = Committee(
        id="c",
        slug="c",
        names=(DatedText(on=dt.date(2020, 1, 1), text="C"),),
        quorum=Quorum(number=3),
    )
    for on, quorum in ((dt.date(2026, 5, 1), 5), (dt.date(2024, 5, 1), 4)):
        act = CommitteeChanged(committee="c", quorum=Quorum(number=quorum), on=on)
        body = with_committee_act(body, act)
    act = CommitteeChanged(committee="c", chair_title="Chair", on=dt.date(2025, 1, 1))
    body = with_committee_act(body, act)
    told = [
        (rules_on(body, day).quorum, rules_on(body, day).chair_title)
        for day in (
            dt.date(2019, 1, 1),
            dt.date(2024, 4, 30),
            dt.date(2024, 5, 1),
            dt.date(2025, 1, 1),
            dt.date(2026, 5, 1),
        )
    ]
    three, four, five = (Quorum(number=number) for number in (3, 4, 5))
    assert told == [
        (three, "Chairman"),
        (three, "Chairman"),
        (four, "Chairman"),
        (four, "Chair"),
        (five, "Chair"),
    ]
    assert (body.quorum, body.chair_title) == (five, "Chair"), "what holds last stands by itself"
    again = with_committee_act(body, act)
    assert again == body, "what holds already is no change"
