"""Who is who: the same person only if title, initials and surname are equal."""

import datetime as dt

import pytest

from clerk.desk.incoming.identity import People
from clerk.domain.people import DatedName, Person
from clerk.names import parse_name
from tests.desk.builders import APRIL, JULY, MARCH


def known(*names: str, on: dt.date = MARCH) -> dict[str, Person]:
    return {
        words: Person(id=words, kind="member", names=(DatedName(on=on, name=parse_name(words)),))
        for words in names
    }


@pytest.mark.parametrize(
    "words",
    ["Mr J A Pell", "Mr J. A. Pell", "MR J A PELL", "Mr J A Pell, MBE", "Mr JA Pell"],
)
def test_honours_dots_and_capitals_make_no_other_person(words: str) -> None:
    people = People(known("Mr J A Pell"), "paper")
    assert people.see(parse_name(words), APRIL, "member") == "Mr J A Pell"


@pytest.mark.parametrize(
    "words", ["Mr J Pell", "Mrs J A Pell", "Mr J B Pell", "Mr John Pell", "Mr Pell", "Dr J A Pell"]
)
def test_anything_else_of_that_surname_is_another_person_and_a_doubt(words: str) -> None:
    people = People(known("Mr J A Pell"), "paper")
    name = parse_name(words)
    assert people.find(name) is None
    assert people.near(name) == ("Mr J A Pell",)
    assert people.see(name, APRIL, "member") != "Mr J A Pell"


def test_two_of_one_surname_in_the_same_paper_are_no_doubt_of_each_other() -> None:
    people = People({}, "paper")
    people.see(parse_name("Mr F Tolley"), APRIL, "member")
    assert people.near(parse_name("Mrs P Tolley")) == ()


def test_a_new_honour_is_dated_and_the_old_form_stays_for_old_days() -> None:
    people = People(known("Mr J A Pell"), "paper")
    people.see(parse_name("Mr J A Pell, MBE"), JULY, "member")
    (pell,) = people.changed()
    assert pell.name_on(APRIL).honours == ()
    assert pell.name_on(JULY).honours == ("MBE",)


def test_an_earlier_paper_moves_the_first_sighting_back() -> None:
    people = People(known("Mr J A Pell", on=JULY), "paper")
    people.see(parse_name("Mr J A Pell"), APRIL, "member")
    (pell,) = people.changed()
    assert [dated.on for dated in pell.names] == [APRIL]


def test_seeing_nothing_new_touches_nobody() -> None:
    people = People(known("Mr J A Pell"), "paper")
    people.see(parse_name("Mr J A Pell"), MARCH, "member")
    assert people.changed() == ()


def test_an_officer_who_becomes_a_member_is_a_member() -> None:
    people = People({}, "paper")
    name = parse_name("Ms K Orme")
    first = people.see(name, APRIL, "officer", post="Head of Roads")
    assert people.see(name, JULY, "member", group="Labour") == first
    orme = people.person(first)
    assert (orme.kind, orme.posts[0].text, orme.groups[0].text) == (
        "member",
        "Head of Roads",
        "Labour",
    )
