"""Popolo JSON: every id that is named is there, and days are those of the tenures."""

import datetime as dt
import json
from typing import Any

from clerk.domain.base import DatedText, Seen
from clerk.domain.committees import Committee, Role, Seat, Tenure
from clerk.domain.people import DatedName, Interest, Person
from clerk.domain.register import Register
from clerk.names import Name
from clerk.writers.popolo import popolo_json

APRIL, MAY = dt.date(2026, 4, 1), dt.date(2026, 5, 5)
PERSON = Person(
    id="p",
    kind="member",
    names=(
        DatedName(on=APRIL, name=Name(title="Mr", given="J A", surname="Kite")),
        DatedName(on=MAY, name=Name(title="Sir", given="John", surname="Kite", honours=("KBE",))),
    ),
    interests=(Interest(id="i", category="Land", subject="Secret Farm", sensitive=True),),
)
BODY = Committee(
    id="c",
    slug="parks",
    names=(DatedText(on=APRIL, text="Parks Committee"),),
    seats=(
        Seat(
            id="s",
            group="=Labour",
            created=APRIL,
            tenures=(
                Tenure(person="p", start=APRIL, end=MAY, ended=True),
                Tenure(person="p", seen=(Seen(on=MAY + dt.timedelta(days=9)),)),
            ),
        ),
    ),
    roles=(Role(id="r", title="Chairman", tenures=(Tenure(person="p", start=APRIL),)),),
)
REGISTER = Register(people={"p": PERSON}, committees={"c": BODY})


def written(on: dt.date | None = None) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = json.loads(popolo_json(REGISTER, [BODY], on))
    return found


def test_every_id_that_is_named_is_there() -> None:
    found = written()
    ids = {
        kind: {each["id"] for each in found[kind]} for kind in ("persons", "organizations", "posts")
    }
    for each in found["memberships"]:
        assert each["person_id"] in ids["persons"]
        assert each["post_id"] in ids["posts"]
        assert {each["organization_id"], each.get("on_behalf_of_id", "c")} <= ids["organizations"]


def test_days_that_are_not_known_are_left_out_and_known_ones_stand() -> None:
    first, second, role = written()["memberships"]
    assert (first["start_date"], first["end_date"]) == ("2026-04-01", "2026-05-05")
    assert "start_date" not in second and "end_date" not in second
    assert (role["role"], role["post_id"]) == ("Chairman", "r")


def test_as_on_a_day_only_those_are_in_it_who_sat_then() -> None:
    assert len(written(MAY)["memberships"]) == 2
    assert [each["role"] for each in written(dt.date(2026, 5, 9))["memberships"]] == ["Chairman"]


def test_a_person_has_the_last_name_and_the_ones_before_and_no_interest_is_told() -> None:
    (person,) = written()["persons"]
    assert (person["name"], person["honorific_prefix"]) == ("Sir John Kite, KBE", "Sir")
    assert person["other_names"] == [{"name": "Mr J A Kite", "end_date": "2026-05-04"}]
    assert b"Secret" not in popolo_json(REGISTER, [BODY])
