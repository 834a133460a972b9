"""Who may not sit for whom, and that the reason is said."""

import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace

from clerk.domain.base import DatedText
from clerk.domain.committees import Committee, Seat, Tenure
from clerk.domain.meetings import Attendance
from clerk.domain.people import DatedName, Person
from clerk.domain.register import Register
from clerk.law.substitutes import substitute_warnings
from clerk.names import Name

DAY = dt.date(2026, 4, 23)


def person(surname: str, group: str = "", kind: Any = "member") -> Person:
    groups = (DatedText(on=DAY, text=group),) if group else ()
    names = (DatedName(on=DAY, name=Name(title="Ms", surname=surname)),)
    return Person(id=surname.casefold(), kind=kind, names=names, groups=groups)


BODY = Committee(
    id="c",
    slug="parks",
    names=(DatedText(on=DAY, text="Parks Committee"),),
    seats=tuple(
        Seat(id=each, group="Labour", tenures=(Tenure(person=each, start=DAY),))
        for each in ("orme", "tolley")
    ),
)
REGISTER = Register(
    committees={"c": BODY},
    people={
        each.id: each
        for each in (
            person("Orme", "Labour"),
            person("Tolley", "Labour"),
            person("Dace", "Labour"),
            person("Quill", "Green"),
            person("Vane"),
            person("Anstey", kind="officer"),
        )
    },
)


def warned(body: Committee = BODY, who: str = "dace", whom: str = "orme", **facts: Any) -> str:
    return " ".join(
        substitute_warnings(REGISTER, body, DAY, substitute=who, principal=whom, **facts)
    )


def present(who: str, **facts: Any) -> Attendance:
    return Attendance(id=who, person=who, capacity="present", **facts)


def test_a_member_of_the_same_group_may_sit() -> None:
    assert warned() == ""


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ({"kind": "executive"}, "An executive has no substitutes: Parks Committee is one."),
        ({"kind": "council"}, "A meeting of the full council has no substitutes"),
        ({"kind": "executive", "substitutes": "any member"}, "An executive has no substitutes"),
        ({"substitutes": "none"}, "Parks Committee has no substitutes, by its rules."),
    ],
)
def test_some_bodies_have_no_substitutes(rules: dict[str, Any], said: str) -> None:
    assert said in warned(replace(BODY, **rules))


@pytest.mark.parametrize(
    ("who", "whom", "said"),
    [
        ("quill", "orme", "Ms Quill is Green, and the seat is Labour"),
        ("anstey", "orme", "Ms Anstey is no member of the council."),
        ("tolley", "orme", "Ms Tolley has a seat on Parks Committee already."),
        ("dace", "quill", "Ms Quill holds no seat on Parks Committee"),
    ],
)
def test_who_may_not_sit_for_whom(who: str, whom: str, said: str) -> None:
    assert said.casefold() in warned(who=who, whom=whom).casefold()


def test_a_substitute_whose_group_nobody_told_clerk_needs_no_reason_while_the_roll_is_called() -> (
    None
):
    assert warned(who="vane") == ""


def test_any_member_may_where_the_rules_say_so() -> None:
    assert warned(replace(BODY, substitutes="any member"), who="quill") == ""


def test_principal_and_substitute_are_never_both_there() -> None:
    assert "never both" in warned(attendance=[present("orme")])
    assert "another substitute" in warned(attendance=[present("vane", substitute_for="orme")])
    assert "another member" in warned(attendance=[present("dace", substitute_for="tolley")])
    assert warned(attendance=[present("dace", substitute_for="orme")]) == ""


def test_one_item_alone_needs_a_rule_of_its_own() -> None:
    assert "for the whole meeting" in warned(for_item=True)
    assert warned(replace(BODY, substitutes_for_items=True), for_item=True) == ""
