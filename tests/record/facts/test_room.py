"""The room strip: who counts, who may not vote and why, and how many may still leave."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from clerk.domain.committees import Quorum
from clerk.domain.interests import Declaration
from clerk.domain.meetings import Meeting
from clerk.domain.movements import Movement
from clerk.domain.presence import Moment, moments
from clerk.names import parse_name
from clerk.record.context import Context, Member
from clerk.record.facts.room import room_at
from tests.record.builders import context, entry, item, meeting

SEATED = {
    "pell": "Mr J A Pell, MBE",
    "dace": "Mrs R Dace",
    "tolley": "Mr F Tolley",
    "orme": "Ms K Orme",
}


def seats(**facts: Any) -> Context:
    """Four seats, a quorum of three, unless said otherwise."""
    members = {
        key: Member(name=parse_name(words), group="Conservative" if key < "o" else "Labour")
        for key, words in SEATED.items()
    }
    values: dict[str, Any] = {
        "members": members,
        "members_known": True,
        "seats": 5,
        "quorum": Quorum(number=3),
    }
    return context(**(values | facts))


def sitting(**more: Any) -> Meeting:
    """All four present."""
    everyone = tuple(entry(person) for person in SEATED)
    items = (item("b1", "B1", title="Road safety"), item("b2", "B2", title="School transport"))
    return meeting(attendance=everyone, items=items, **more)


def left(person: str, number: int = 1, **facts: Any) -> Movement:
    return Movement(id=f"v{number}", kind="left", person=person, **facts)


def test_the_room_is_counted_by_group_against_its_seats() -> None:
    room = room_at(sitting(), seats())
    assert len(room.present) == 4
    assert room.seats == 5
    assert {(g.group, g.present, g.seats) for g in room.groups} == {
        ("Conservative", 1, 1),
        ("Labour", 3, 3),
    }
    assert room.spare == 1
    assert not room.warnings


def test_a_clerk_is_warned_before_the_quorum_is_lost_and_told_when_it_is() -> None:
    one_gone = sitting(movements=(left("pell"),))
    assert "if anyone leaves" in room_at(one_gone, seats()).warnings[0]
    without = room_at(sitting(movements=(left("pell"), left("dace"))), seats())
    assert not without.quorate
    assert "the minutes must say" in without.warnings[0]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(sorted(SEATED)), unique=True))
def test_the_quorum_follows_the_timeline_at_every_moment(leaving: list[str]) -> None:
    gone = sitting(movements=tuple(left(p, at) for at, p in enumerate(leaving)))
    for count, moment in enumerate(moments(gone)):
        room = room_at(gone, seats(), moment)
        assert len(room.present) == len(SEATED) - count
        assert room.spare == len(SEATED) - count - 3
        assert room.quorate == (len(SEATED) - count >= 3)


@pytest.mark.parametrize(
    ("declared", "day", "why"),
    [
        ({"kind": "disclosable pecuniary"}, dt.date(2026, 4, 23), "Localism Act 2011 s31(4)"),
        ({"kind": "disclosable pecuniary"}, dt.date(2012, 6, 30), ""),
        ({"kind": "disclosable pecuniary", "dispensation": "granted"}, dt.date(2026, 4, 23), ""),
        ({"kind": "prejudicial"}, dt.date(2012, 6, 30), "SI 2007/1159"),
        ({"kind": "prejudicial"}, dt.date(2026, 4, 23), ""),
        ({"kind": "council tax arrears"}, dt.date(2026, 4, 23), "1992 s106"),
        ({"kind": "personal", "done": "stayed"}, dt.date(2026, 4, 23), ""),
        ({"kind": "personal", "done": "did not vote"}, dt.date(2026, 4, 23), "does not vote"),
    ],
)
def test_an_interest_bars_from_the_vote_by_the_law_of_the_day(
    declared: dict[str, Any], day: dt.date, why: str
) -> None:
    declaration = Declaration(id="d", person="dace", item="b1", **declared)
    on_the_day = replace(sitting(declarations=(declaration,)), date=day)
    room = room_at(on_the_day, seats(), Moment(item="b1"))
    assert (why in room.why_not("dace")) if why else not room.why_not("dace")
    assert not room_at(on_the_day, seats(), Moment(item="b2")).barred


def test_a_church_representative_votes_on_schools_and_not_on_roads() -> None:
    member = Member(name=parse_name("Mrs R Dace"), group="Church Representatives", co_opted=True)
    known = seats(members={**seats().members, "dace": member})
    assert "co-opted" in room_at(sitting(), known, Moment(item="b1")).why_not("dace")
    assert not room_at(sitting(), known, Moment(item="b2")).barred


def test_a_member_on_a_screen_counts_only_in_the_year_when_that_was_law() -> None:
    remote = replace(sitting(), attendance=(entry("pell"), entry("dace", "remote")))
    assert room_at(remote, seats()).present == ("pell",)
    assert "remotely" in room_at(remote, seats()).why_not("dace")
    in_2020 = replace(remote, date=dt.date(2020, 9, 10))
    assert room_at(in_2020, seats()).present == ("pell", "dace")


def test_a_stand_in_without_a_seat_has_no_vote_and_a_substitute_has() -> None:
    tolley2 = replace(sitting(), attendance=(entry("pell"), entry("tolley2")))
    assert "holds no seat" in room_at(tolley2, seats()).why_not("tolley2")
    standing_in = replace(
        sitting(), attendance=(entry("pell"), entry("tolley2", substitute_for="tolley"))
    )
    assert not room_at(standing_in, seats()).barred


def test_a_council_without_a_quorum_of_its_own_has_that_of_the_act() -> None:
    assert room_at(sitting(), seats(quorum=None, kind="council", seats=61)).quorum == 16
    assert room_at(sitting(), seats(quorum=None, kind="parish", seats=7)).quorum == 3
    assert room_at(sitting(), seats(quorum=None)).quorum is None
