"""Sentences on membership: derived from tenures, right about what is not known."""

import datetime as dt

import pytest
from msgspec.structs import replace

from clerk.domain.base import DatedText, Seen
from clerk.domain.committees import Committee, CommitteeKind, Seat, Tenure
from clerk.domain.people import DatedName, Person
from clerk.domain.register import Register
from clerk.names import Name
from clerk.record.changes import changes_between, seat_history, since_last_meeting, this_body

APRIL, JULY = dt.date(2012, 4, 26), dt.date(2012, 7, 6)
DAY = dt.timedelta(days=1)

PEOPLE = {
    each.casefold(): Person(
        id=each.casefold(),
        kind="member",
        names=(
            DatedName(on=APRIL, name=Name(title="Mr", given="A", surname=each, honours=("MBE",))),
        ),
    )
    for each in ("Ash", "Elm")
}


def body(*tenures: Tenure, name: str = "Parks Committee") -> Committee:
    return Committee(
        id="c",
        slug="c",
        names=(DatedText(on=APRIL, text=name),),
        seats=(Seat(id="s", group="Labour", tenures=tenures),),
    )


def history(*tenures: Tenure) -> list[str]:
    found = body(*tenures)
    return [each.dated for each in seat_history(Register(people=PEOPLE), found, found.seats[0])]


def test_a_replacement_of_unknown_date_lies_between_two_papers() -> None:
    assert history(
        Tenure(person="ash", seen=(Seen(on=APRIL),), ended=True, ended_before=JULY),
        Tenure(person="elm", seen=(Seen(on=JULY),)),
    ) == [
        "26 April 2012: Mr A Ash was first seen as a member of this Committee.",
        "between 26 April 2012 and 6 July 2012: Mr A Elm replaced Mr A Ash as a member of this "
        "Committee, on a day that is not known.",
    ]


def test_someone_who_left_before_the_first_paper_sat_since_a_day_not_known() -> None:
    assert history(
        Tenure(person="ash", ended=True, ended_before=JULY),
        Tenure(person="elm", seen=(Seen(on=JULY),)),
    ) == [
        "by 6 July 2012: Mr A Ash sat here, since a day that is not known.",
        "by 6 July 2012: Mr A Elm replaced Mr A Ash as a member of this Committee, on a day that "
        "is not known.",
    ]


def test_a_seat_that_a_paper_shows_as_vacant_was_left_between() -> None:
    assert history(Tenure(person="ash", seen=(Seen(on=APRIL),), ended=True, ended_before=JULY))[
        1:
    ] == [
        "between 26 April 2012 and 6 July 2012: Mr A Ash left this Committee, on a day that is "
        "not known."
    ]


def test_what_papers_show_is_told_between_two_days_and_not_noted_again_on_an_agenda() -> None:
    found = body(
        Tenure(person="ash", seen=(Seen(on=APRIL),), ended=True, ended_before=JULY),
        Tenure(person="elm", seen=(Seen(on=JULY),)),
    )
    register = Register(people=PEOPLE)
    assert len(changes_between(register, found, APRIL, JULY)) == 1
    assert changes_between(register, found, JULY, JULY + DAY) == ()
    assert since_last_meeting(register, found, APRIL, JULY) == ()


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("Parks Committee", "committee", "this Committee"),
        ("Improvement Panel", "other body", "this Panel"),
        ("Communities Cabinet Committee", "committee", "this Committee"),
        ("Cabinet", "executive", "the Cabinet"),
        ("County Council", "council", "the Council"),
        ("Corporate Parenting", "committee", "this body"),
    ],
)
def test_a_body_is_called_by_what_it_is(name: str, kind: CommitteeKind, words: str) -> None:
    assert this_body(replace(body(name=name), kind=kind), APRIL) == words
