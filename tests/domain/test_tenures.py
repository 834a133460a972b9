"""Seats between what papers show and what a clerk records."""

import datetime as dt

import pytest

from clerk.domain.base import DatedText, Seen, changed_text, text_on
from clerk.domain.committees import (
    Committee,
    Seat,
    Tenure,
    group_on,
    holder_on,
    role_on,
)
from clerk.domain.people import DatedName, Person
from clerk.domain.register import Register
from clerk.domain.register_acts import (
    Appointed,
    GroupChanged,
    Left,
    NameChanged,
    RegisterAct,
    RoleGiven,
    SeatAdded,
    SeatMoved,
    apply,
)
from clerk.errors import RefusedError
from clerk.names import Name

APRIL, MAY, JUNE, JULY = (dt.date(2012, month, 6) for month in (4, 5, 6, 7))
DAY = dt.timedelta(days=1)


def register(*tenures: Tenure, created: dt.date | None = None) -> Register:
    body = Committee(
        id="c",
        slug="c",
        names=(DatedText(on=APRIL, text="Parks Committee"),),
        seats=(Seat(id="s", group="Red", tenures=tenures, created=created),),
    )
    return Register(committees={"c": body})


def seat(register: Register) -> Seat:
    return register.committees["c"].seats[0]


def who(register: Register, day: dt.date) -> str:
    held = holder_on(seat(register), day)
    return held.person or ("vacant" if held.known else "?")


def seen(person: str, *days: dt.date, before: dt.date | None = None) -> Tenure:
    return Tenure(
        person=person,
        seen=tuple(Seen(on=day, paper="p") for day in days),
        ended=before is not None,
        ended_before=before,
    )


def appointed(person: str, on: dt.date) -> Appointed:
    return Appointed(committee="c", seat="s", person=person, on=on)


def left(person: str, on: dt.date) -> Left:
    return Left(committee="c", seat="s", person=person, on=on, how="resigned")


SEEN = (seen("ash", APRIL, before=JULY), seen("elm", JULY))


def test_between_two_papers_the_holder_is_not_known() -> None:
    found = register(*SEEN)
    days = (APRIL - DAY, APRIL, APRIL + DAY, JULY - DAY, JULY, JULY + DAY)
    assert [who(found, day) for day in days] == ["?", "ash", "?", "?", "elm", "elm"]


def test_an_appointment_entered_later_says_when_the_replacement_was() -> None:
    found = apply(register(*SEEN), appointed("elm", MAY))
    assert [who(found, day) for day in (APRIL, MAY - DAY, MAY, JULY)] == [
        "ash",
        "ash",
        "elm",
        "elm",
    ]
    assert len(seat(found).tenures) == 2
    assert seat(found).tenures[1].seen[-1] == Seen(on=JULY, paper="p")


def test_a_resignation_entered_later_says_when_the_vacancy_began() -> None:
    found = apply(register(*SEEN), left("ash", MAY))
    assert [who(found, day) for day in (APRIL, MAY - DAY, MAY)] == ["ash", "ash", "?"]
    found = apply(found, appointed("elm", JUNE))
    assert [who(found, day) for day in (MAY, JUNE - DAY, JUNE)] == ["vacant", "vacant", "elm"]


def test_someone_between_two_whom_papers_show_is_over_on_a_day_not_known() -> None:
    found = apply(register(*SEEN), appointed("fir", MAY))
    assert [who(found, day) for day in (MAY - DAY, MAY, JULY)] == ["ash", "fir", "elm"]
    middle = seat(found).tenures[1]
    assert (middle.ended, middle.end, middle.ended_before) == (True, None, JULY)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (appointed("ash", MAY), appointed("ash", MAY)),
        (appointed("ash", MAY), appointed("ash", JUNE)),
        (appointed("ash", MAY), left("ash", APRIL)),
        (appointed("ash", MAY), left("elm", JUNE)),
        (
            SeatAdded(committee="c", seat=Seat(id="t", group="Red")),
            SeatAdded(committee="c", seat=Seat(id="t", group="Red")),
        ),
        (
            appointed("ash", MAY),
            SeatMoved(committee="c", seat="s", group="Red", on=JUNE),
        ),
    ],
)
def test_an_act_that_does_not_fit_is_refused(first: RegisterAct, second: RegisterAct) -> None:
    with pytest.raises(RefusedError):
        apply(apply(register(), first), second)


def test_a_resignation_before_a_recorded_replacement_leaves_a_vacancy_between() -> None:
    found = apply(register(), appointed("ash", APRIL))
    found = apply(found, appointed("elm", JULY))
    found = apply(found, left("ash", MAY))
    assert [who(found, day) for day in (MAY - DAY, MAY, JULY - DAY, JULY)] == [
        "ash",
        "vacant",
        "vacant",
        "elm",
    ]


def test_a_vacancy_that_a_paper_printed_stays_one_on_days_before_it_was_filled() -> None:
    found = apply(register(), appointed("ash", JULY))
    assert [who(found, day) for day in (MAY, JULY - DAY, JULY)] == ["vacant", "vacant", "ash"]


def test_a_seat_that_was_made_on_a_day_was_vacant_until_filled() -> None:
    found = apply(register(created=APRIL), appointed("ash", JULY))
    assert [who(found, day) for day in (APRIL, JULY)] == ["vacant", "ash"]


def test_two_appointments_on_one_day_leave_the_last() -> None:
    found = apply(apply(register(), appointed("ash", MAY)), appointed("elm", MAY))
    assert [who(found, day) for day in (MAY - DAY, MAY)] == ["vacant", "elm"]


def test_who_comes_back_has_two_tenures() -> None:
    found = register()
    for act in (appointed("ash", APRIL), appointed("elm", MAY), appointed("ash", JULY)):
        found = apply(found, act)
    assert [who(found, day) for day in (APRIL, MAY, JULY)] == ["ash", "elm", "ash"]


def test_a_seat_goes_over_to_another_group_on_its_day() -> None:
    found = apply(register(), SeatMoved(committee="c", seat="s", group="Blue", on=MAY))
    assert [group_on(seat(found), day) for day in (MAY - DAY, MAY)] == ["Red", "Blue"]
    assert holder_on(seat(found), MAY).group == "Blue"


def test_who_leaves_the_seat_leaves_the_role_with_it() -> None:
    found = apply(register(), appointed("ash", APRIL))
    role = RoleGiven(committee="c", role="r", title="Chairman", person="ash", on=APRIL)
    found = apply(apply(found, role), left("ash", MAY))
    roles = found.committees["c"].roles
    assert [role_on(roles[0], day) for day in (MAY - DAY, MAY)] == ["ash", None]


def person(*names: str) -> Register:
    dated = tuple(DatedName(on=JUNE, name=Name(surname=each)) for each in names)
    return Register(people={"p": Person(id="p", kind="member", names=dated)})


@pytest.mark.parametrize("on", [APRIL, JUNE, JULY])
def test_a_change_of_name_entered_for_any_day_keeps_the_old_one_before_it(on: dt.date) -> None:
    found = apply(person("Dace"), NameChanged(person="p", name=Name(surname="Vane"), on=on))
    names = found.people["p"]
    assert [names.name_on(day).surname for day in (on - DAY, on, JULY)] == ["Dace", "Vane", "Vane"]


def test_a_group_that_is_known_from_a_seat_alone_is_the_one_before_a_change() -> None:
    act = GroupChanged(person="p", group="Green", on=MAY, was="Red")
    groups = apply(person("Dace"), act).people["p"].groups
    assert [text_on(groups, day) for day in (APRIL, MAY)] == ["Red", "Green"]


def test_changed_texts_are_those_of_their_days() -> None:
    texts = changed_text((), MAY, "b", "a")
    texts = changed_text(texts, JULY, "c")
    texts = changed_text(texts, JULY, "d")
    texts = changed_text(texts, JUNE, "x")
    days = (APRIL, MAY, JUNE, JULY)
    assert [text_on(texts, day) for day in days] == ["a", "b", "x", "d"]
