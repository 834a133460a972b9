"""Motions, votes, declarations and movements in words: what is printed agrees with the facts."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk.domain.interests import Declaration
from clerk.domain.meetings import Exempt, Meeting, Sitting
from clerk.domain.motions import (
    Candidate,
    Casting,
    Counts,
    Motion,
    Named,
    OwnVote,
    Tally,
    Vote,
)
from clerk.domain.movements import Movement
from tests.record.builders import PEOPLE, entry, item, meeting, minute, printed, record

ITEMS = (item("b1", "B1", title="Road safety"), item("c1", "C1", title="A contract"))
EVERYONE = tuple(entry(person) for person in PEOPLE)
_SHORT = {
    "pell": "Mr Pell",
    "dace": "Mrs Dace",
    "tolley": "Mr F Tolley",
    "tolley2": "Mr B Tolley",
    "orme": "Ms Orme",
}


def met(text: str = "", **facts: Any) -> Meeting:
    """One minute of item B1 with this text."""
    values: dict[str, Any] = {"items": ITEMS, "attendance": EVERYONE}
    return meeting(minute("one", text, items=("b1",)), **(values | facts))


def words(of: Meeting, toml: str = "", **more: Any) -> list[str]:
    """The printed lines under the minute's heading."""
    lines = printed(record(of, toml, **more).lines)
    start = next(at for at, line in enumerate(lines) if line[0] == "minute")
    return [line[2] for line in lines[start + 1 :] if line[0] != "reference"]


def a_motion(*votes: Vote, **facts: Any) -> Motion:
    values: dict[str, Any] = {"mover": "pell", "seconder": "dace", "words": "that it be noted"}
    return Motion(**({"id": "n", "item": "b1", "votes": votes} | values | facts))


def vote(**facts: Any) -> Vote:
    return Vote(**({"id": "v", "result": "carried"} | facts))


def test_a_motion_prints_who_moved_it_and_how_it_was_decided() -> None:
    motion = a_motion(vote(counts=Counts(in_favour=3, against=1, abstained=0)))
    assert words(met(motions=(motion,))) == [
        "Mr Pell proposed and Mrs Dace seconded that it be noted.",
        "Carried",
        "For 3, Against 1, Abstentions 0",
    ]


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        (vote(), ["Carried"]),
        (vote(unanimous=True), ["Carried unanimously"]),
        (vote(result="lost"), ["Lost"]),
        (vote(counts=Counts(in_favour=3)), ["Carried", "For 3"]),
        (
            vote(named=Named(in_favour=("pell", "dace"), abstained=("orme",))),
            ["Carried", "For (2): Mr Pell and Mrs Dace", "Abstained (1): Ms Orme"],
        ),
        (
            vote(casting=Casting(person="pell", way="for")),
            [
                "Carried",
                "As there was an equality of votes, Mr Pell used the casting vote for the motion.",
            ],
        ),
        (
            vote(own_votes=(OwnVote(person="orme", way="against"),)),
            ["Carried", "Ms Orme asked that a vote against the motion be recorded."],
        ),
    ],
)
def test_a_vote_prints_what_was_recorded_and_nothing_else(taken: Vote, expected: list[str]) -> None:
    assert words(met(motions=(a_motion(taken),)))[1:] == expected


counts = st.none() | st.integers(0, 40)
named = st.dictionaries(st.sampled_from(sorted(PEOPLE)), st.sampled_from("fax"))


@settings(max_examples=60, deadline=None)
@given(counts, counts, counts)
def test_the_numbers_printed_are_those_of_the_facts(
    f: int | None, a: int | None, x: int | None
) -> None:
    taken = vote(counts=Counts(in_favour=f, against=a, abstained=x))
    said = " ".join(words(met(motions=(a_motion(taken),)))[2:])
    for count, label in ((f, "For"), (a, "Against"), (x, "Abstentions")):
        assert (f"{label} {count}" in said) == (count is not None)


@settings(max_examples=60, deadline=None)
@given(named)
def test_the_names_printed_are_those_who_voted_that_way(ways: dict[str, str]) -> None:
    taken = vote(
        named=Named(
            in_favour=tuple(p for p, way in ways.items() if way == "f"),
            against=tuple(p for p, way in ways.items() if way == "a"),
            abstained=tuple(p for p, way in ways.items() if way == "x"),
        )
    )
    lines = words(met(motions=(a_motion(taken),)))
    for way, label in (("f", "For ("), ("a", "Against ("), ("x", "Abstained (")):
        said = next((line for line in lines if line.startswith(label)), "")
        for person, name in _SHORT.items():
            assert (name in said) == (ways.get(person) == way)


def test_an_amendment_is_put_and_decided_before_its_motion() -> None:
    amendment = Motion(
        id="a", kind="amendment", of="n", item="b1", mover="orme", words="that it be welcomed",
        votes=(vote(id="w", result="lost"),),
    )  # fmt: skip
    assert words(met(motions=(a_motion(vote()), amendment))) == [
        "Mr Pell proposed and Mrs Dace seconded that it be noted.",
        "Ms Orme proposed as an amendment that it be welcomed.",
        "Lost",
        "The motion that it be noted was put to the vote.",
        "Carried",
    ]


def test_a_second_vote_is_printed_after_the_first() -> None:
    taken = a_motion(vote(id="1", result="lost"), vote(id="2"))
    assert words(met(motions=(taken,)))[1:] == [
        "Lost",
        "The motion was put to the vote again.",
        "Carried",
    ]


def test_an_election_names_its_candidates_the_votes_and_who_was_chosen() -> None:
    election = Motion(
        id="e", kind="election", item="b1", office="Vice-Chairman",
        candidates=(Candidate(person="orme", mover="pell", seconder="dace"),
                    Candidate(person="tolley")),
        votes=(vote(tallies=(Tally(person="orme", votes=3), Tally(person="tolley", votes=1))),),
    )  # fmt: skip
    assert words(met(motions=(election,))) == [
        "Mr Pell proposed and Mrs Dace seconded Ms Orme as Vice-Chairman.",
        "Mr F Tolley was proposed as Vice-Chairman.",
        "Ms Orme: 3 votes",
        "Mr F Tolley: 1 vote",
        "RESOLVED that Ms Orme be elected Vice-Chairman.",
    ]


def test_a_field_prints_the_motions_where_it_stands_and_not_again() -> None:
    lines = words(met("Before.\n:motions\nAfter.", motions=(a_motion(vote()),)))
    assert lines == [
        "Before.",
        "Mr Pell proposed and Mrs Dace seconded that it be noted.",
        "Carried",
        "After.",
    ]


def test_fields_print_facts_and_what_is_no_field_stays_text() -> None:
    declared = Declaration(id="d", person="dace", item="c1", kind="personal", nature="a governor")
    of = met(
        ":apologies\n:declarations\n:substitutes\n:unknown\n\\:apologies\n:previous-minutes",
        declarations=(declared,),
        attendance=(entry("pell"), entry("orme", "apologies")),
    )
    assert words(of, previous=(dt.date(2026, 3, 12),)) == [
        "Apologies for absence were received from Ms Orme.",
        "Mrs Dace declared a personal interest in Item C1 (A contract) as a governor.",
        "There were no substitutes.",
        ":unknown",
        ":apologies",
        "RESOLVED that the minutes of the meeting held on 12 March 2026 are correctly recorded "
        "and that they be signed by the Chairman as a correct record.",
    ]


def test_nothing_declared_prints_only_once_members_were_asked() -> None:
    assert words(met(":declarations")) == []
    asked = met(":declarations", nothing_declared=True)
    assert words(asked) == ["There were no declarations of interest."]


def test_the_nature_of_a_sensitive_interest_prints_nowhere_whatever_a_file_holds() -> None:
    secret = Declaration(id="d", person="dace", item="b1", sensitive=True, nature="hidden words")
    of = met(":declarations", declarations=(secret,))
    assert "hidden" not in str(record(of).lines)


def test_comings_and_goings_print_once_each_under_their_item() -> None:
    going = Movement(
        id="1", kind="left for item", person="dace", item="b1", at=dt.time(11, 42), interest=True
    )
    loose = Movement(id="2", kind="arrived", person="orme", at=dt.time(10, 5))
    of = met("Text.", movements=(loose, going))
    lines = [line.text for line in record(of).lines]
    assert lines[-1] == (
        "(Mrs Dace, having declared an interest, left the room for this item at 11.42 am)"
    )
    assert lines.count("(Ms Orme arrived at 10.05 am)") == 1
    never = '[room.movements]\nprinted = "never"'
    assert not [line for line in record(of, never).lines if line.kind == "note"]


def test_a_house_that_words_it_otherwise_is_obeyed() -> None:
    toml = (
        '[room.motions]\nmoved = "It was moved by {mover} seconded by {seconder} and"\n'
        'resolved = "RESOLVED - That {words}."\n'
        'counts = "Voting: {in_favour} - For"\n'
    )
    assert words(met(motions=(a_motion(vote(counts=Counts(in_favour=6))),)), toml) == [
        "It was moved by Mr Pell seconded by Mrs Dace and",
        "Carried",
        "Voting: 6 - For",
        "RESOLVED - That that it be noted.",
    ]


def test_the_exclusion_is_public_and_what_was_moved_behind_it_is_not() -> None:
    exempt = Exempt(paragraphs=("3",), public_title="Contract")
    exclusion = Motion(
        id="x", kind="exclusion", item="c1", items=("c1",), paragraphs=("3",), votes=(vote(),)
    )
    secret = a_motion(vote(), item="c1", words="that the bid be accepted")
    declared = Declaration(id="d", person="dace", item="c1", nature="bidder")
    gone = Movement(id="1", kind="left for item", person="dace", item="c1")
    of = meeting(
        minute("open", ":declarations", items=("b1",)),
        minute("shut", "Secret.", items=("c1",), exempt=exempt, summary="Agreed."),
        items=(ITEMS[0], item("c1", "C1", exempt=exempt)),
        attendance=EVERYONE,
        motions=(exclusion, secret),
        declarations=(declared,),
        movements=(gone,),
    )
    public = str(record(of, edition="public").lines)
    full = str(record(of).lines)
    assert "Section 100A(4)" in public
    assert "Agreed." in public
    for hidden in ("bid be accepted", "bidder", "Secret", "left the room for"):
        assert hidden not in public
        assert hidden in full


def test_who_took_the_chair_from_the_start_is_said_under_the_names() -> None:
    of = met(sittings=(Sitting(id="s", chair="dace", opened=dt.time(10, 2)),))
    lines = [line.text for line in record(of, '[room.times]\nopened = "Opened at {time}"').lines]
    assert "Opened at 10.02 am" in lines
    assert "Mrs Dace in the chair" in lines
