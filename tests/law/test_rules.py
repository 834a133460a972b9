"""A meeting is judged by the rules of its own day, its nation and its kind of body."""

import datetime as dt
from typing import Any

import pytest

from clerk.domain.interests import Declaration
from clerk.law.exclusion import power, unknown_paragraphs
from clerk.law.interests import bar, reminder
from clerk.law.quorum import needed
from clerk.law.rule import Setting
from clerk.law.votes import by_names, outside_their_vote, remote_counts

TODAY = dt.date(2026, 4, 23)


def setting(**facts: Any) -> Setting:
    return Setting(**({"day": TODAY} | facts))


@pytest.mark.parametrize(
    ("facts", "section"),
    [
        ({}, "Section 100A(4)"),
        ({"kind": "council"}, "Section 100A(4)"),
        ({"kind": "executive"}, "Regulation 4(2)"),
        ({"kind": "executive", "day": dt.date(2012, 9, 9)}, "Section 100A(4)"),
        ({"kind": "parish"}, "1960"),
        ({"kind": "other body"}, ""),
        ({"nation": "Wales"}, ""),
    ],
)
def test_the_public_is_excluded_under_the_power_of_the_day(
    facts: dict[str, Any], section: str
) -> None:
    found = power(setting(**facts)).section
    assert (section in found) if section else found == ""


def test_a_parish_excludes_with_a_reason_and_no_paragraph() -> None:
    assert not power(setting(kind="parish")).by_paragraphs


def test_schedule_12a_has_seven_paragraphs() -> None:
    assert unknown_paragraphs(("1", "7", "8", "10")) == ("8", "10")


def test_england_is_the_only_nation_with_rules_so_far() -> None:
    declared = Declaration(id="d", person="p", kind="disclosable pecuniary")
    assert bar(declared, setting()) != ""
    assert bar(declared, setting(nation="Scotland")) == ""


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"kind": "disclosable pecuniary"}, "may not be on the register"),
        ({"kind": "disclosable pecuniary", "registered": False}, "is not on the register"),
        ({"kind": "disclosable pecuniary", "registered": True}, ""),
        ({"kind": "personal"}, ""),
    ],
)
def test_an_interest_not_on_the_register_is_to_be_notified_within_28_days(
    facts: dict[str, Any], told: str
) -> None:
    words = reminder(Declaration(id="d", person="p", **facts), setting())
    assert told in words
    assert bool(words) == bool(told)
    if words:
        assert "21 May 2026" in words


def test_the_votes_of_the_budget_meeting_of_a_council_are_by_names_since_2014() -> None:
    council = setting(kind="council")
    assert by_names("Council Tax 2026/27", council)
    assert not by_names("Council Tax 2026/27", setting())
    assert not by_names("Council Tax 2013/14", setting(kind="council", day=dt.date(2014, 2, 24)))
    assert not by_names("Road safety", council)


def test_remote_members_counted_from_april_2020_to_early_may_2021() -> None:
    for day, counts in (
        (dt.date(2020, 4, 3), False),
        (dt.date(2020, 4, 4), True),
        (dt.date(2021, 5, 6), True),
        (dt.date(2021, 5, 7), False),
    ):
        assert remote_counts(setting(day=day)) is counts
    assert remote_counts(setting(kind="other body"))


def test_a_subject_of_its_own_narrows_a_co_opted_members_vote() -> None:
    assert outside_their_vote("pensions", "Union", "Road safety", setting())
    assert not outside_their_vote("pensions", "Union", "Pensions fund", setting())
    assert not outside_their_vote("", "Labour", "Road safety", setting())


def test_nobody_is_told_a_quorum_that_nobody_has_set() -> None:
    assert needed(None, 13, setting()).number is None
    assert needed(None, 0, setting(kind="council")).number is None
    assert needed(None, 13, setting(kind="parish")).number == 5
