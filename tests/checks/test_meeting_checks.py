"""Each mistake that real minutes make is named; sound minutes are left in peace."""

from typing import Any

import pytest

from clerk.checks.meeting import check_meeting
from clerk.domain.committees import Quorum
from clerk.domain.meetings import Exempt, Meeting
from clerk.domain.motions import Casting, Counts, Motion, Named, Vote
from clerk.domain.movements import Movement
from clerk.names import parse_name
from clerk.record.context import Context, Known, Member
from tests.record.builders import context, entry, item, meeting, minute

SEATED = {"pell": "Mr J A Pell, MBE", "dace": "Mrs R Dace", "orme": "Ms K Orme"}


def seats(**facts: Any) -> Context:
    values: dict[str, Any] = {
        "members": {key: Member(name=parse_name(words)) for key, words in SEATED.items()},
        "members_known": True,
        "seats": 3,
        "quorum": Quorum(number=2),
    }
    return context(**(values | facts))


def met(*minutes: Any, **facts: Any) -> Meeting:
    values: dict[str, Any] = {
        "attendance": tuple(entry(person) for person in SEATED),
        "items": (item("b1", "B1", title="Road safety"),),
    }
    return meeting(*(minutes or (minute("one", "Words.", items=("b1",)),)), **(values | facts))


def voted(**facts: Any) -> tuple[Motion, ...]:
    vote = Vote(**({"id": "v", "result": "carried"} | facts))
    return (Motion(id="n", item="b1", votes=(vote,)),)


def codes(of: Meeting, **facts: Any) -> set[str]:
    return {found.code for found in check_meeting(of, seats(**facts))}


GONE = tuple(
    Movement(id=person, kind="left", person=person, item="b1") for person in ("dace", "orme")
)
EXEMPT = minute("one", "Words.", items=("b1",), exempt=Exempt(paragraphs=("3",)))
EXCLUSION = Motion(
    id="x", kind="exclusion", item="b1", items=("b1",), paragraphs=("3",),
    votes=(Vote(id="w", result="carried"),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("of", "code"),
    [
        (met(attendance=(entry("pell"), entry("dace"))), "MEMBER-NOT-MARKED"),
        (met(attendance=(*map(entry, ("pell", "dace", "orme", "stranger")),)), "PRESENT-NO-SEAT"),
        (met(attendance=(*met().attendance, entry("pell", "apologies"))), "IN-TWO-LISTS"),
        (
            met(attendance=(*met().attendance, entry("tolley", substitute_for="pell"))),
            "BOTH-PRESENT",
        ),
        (met(movements=(Movement(id="1", kind="returned", person="pell"),)), "COMINGS-AND-GOINGS"),
        (met(motions=voted(after="orme"), movements=GONE), "QUORUM-LOST"),
        (met(movements=GONE), "QUORUM-GONE"),
        (met(motions=voted(counts=Counts(in_favour=4))), "VOTE-TOO-MANY"),
        (met(motions=voted(counts=Counts(in_favour=1, against=0, abstained=0))), "VOTE-TOO-FEW"),
        (met(motions=voted(counts=Counts(in_favour=1, against=2))), "VOTE-RESULT"),
        (met(motions=voted(counts=Counts(in_favour=1, against=1))), "VOTE-RESULT"),
        (met(motions=voted(named=Named(in_favour=("tolley",)))), "VOTE-NOT-ENTITLED"),
        (met(motions=voted(named=Named(in_favour=("pell", "pell")))), "VOTE-TWICE"),
        (
            met(motions=voted(counts=Counts(in_favour=2, against=1), casting=Casting())),
            "VOTE-CASTING",
        ),
        (met(EXEMPT), "EXEMPT-NO-MOTION"),
        (met(minute("one", "W.", exempt=Exempt(paragraphs=("9",)))), "EXEMPT-PARAGRAPH"),
        (met(minute("one", "W.", exempt=Exempt())), "EXEMPT-NO-PARAGRAPH"),
        (met(items=(item("b1", "B1", state="urgent"),)), "URGENT-NO-REASON"),
        (met(minute("one", "RESOLVED that the report.")), "RESOLUTION-NO-VERB"),
        (met(minute("one", "RESOLVED that it be noted")), "RESOLUTION-NO-STOP"),
        (met(minute("one", "Mr Unheard said that it was so.")), "QUOTED-NOT-LISTED"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_mistake_is_named(of: Meeting, code: str) -> None:
    assert code in codes(of)


@pytest.mark.parametrize(
    "of",
    [
        met(),
        met(motions=voted()),
        met(motions=voted(counts=Counts(in_favour=2, against=0, abstained=1))),
        met(motions=voted(counts=Counts(in_favour=1, against=1), casting=Casting())),
        met(EXEMPT, motions=(EXCLUSION,)),
        met(minute("two", "RESOLVED that the public be excluded."), EXEMPT),
        met(minute("one", "Mr Pell said so.\nRESOLVED that:\n(a) it be noted; and\n(b) sent.")),
        met(items=(item("b1", "B1", state="urgent", reason="a bridge closed"),)),
        met(attendance=(*met().attendance[:2], entry("orme", "apologies"))),
        met(
            attendance=(*met().attendance[:2], entry("tolley", substitute_for="orme")),
            motions=voted(counts=Counts(in_favour=3)),
        ),
    ],
)
def test_sound_minutes_are_left_in_peace(of: Meeting) -> None:
    assert codes(of) == set()


def test_a_budget_vote_of_the_council_without_names_is_named() -> None:
    of = met(items=(item("b1", "B1", title="Council tax"),), motions=voted())
    assert "VOTE-NAMES-NEEDED" in codes(of, kind="council")
    assert "VOTE-NAMES-NEEDED" not in codes(of)


def test_a_committee_whose_membership_is_not_known_is_not_accused() -> None:
    of = met(attendance=(entry("pell"),))
    assert codes(of, members_known=False, quorum=None) == set()


def test_a_substitute_whom_the_bodys_rules_do_not_allow_is_named() -> None:
    here = (*met().attendance[:2], entry("orme", "apologies"))
    of = met(attendance=(*here, entry("tolley", substitute_for="orme")))
    grouped = {**seats().members, "orme": Member(name=parse_name("Ms K Orme"), group="Labour")}
    tolley = {**seats().people, "tolley": Known(name=parse_name("Mr F Tolley"), group="Green")}
    facts = {"members": grouped, "people": tolley}
    assert codes(of, **facts) == set()
    assert codes(of, **facts, substitutes="same group") == {"SUBSTITUTE-RULE"}
    assert codes(of, substitutes="none") == {"SUBSTITUTE-RULE"}


def test_another_bodys_minutes_are_its_own_affair() -> None:
    assert codes(met(EXEMPT, reproduced_in="paper")) == set()


def test_a_finding_says_its_code_and_its_source() -> None:
    (found,) = check_meeting(met(EXEMPT), seats())
    assert found.sentence.startswith("EXEMPT-NO-MOTION: “One” is exempt")
    assert "Section 100A(4)" in found.sentence
