"""What one key puts under an item, and what is said when facts move on behind plain words."""

import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace

from clerk.checks.meeting import check_meeting
from clerk.domain.meetings import Report
from clerk.record.minutes.compose import minute_lines
from clerk.record.minutes.fields import detached_in
from clerk.record.usual import usual_words
from tests.record.builders import context, entry, item, meeting, minute

PREVIOUS = (dt.date(2026, 3, 12),)
SEVERAL = """
[previous]
several = "RESOLVED that the minutes of the meetings held on {dates} be approved."
"""


def texts(title: str, *, note: str = "", report: str = "", **facts: Any) -> list[str]:
    """What is usual for an item with this title."""
    one = item("one", title=title, note=note)
    reports = (Report(id="r", item="one", recommendation=report),) if report else ()
    of = meeting(items=(one,), reports=reports, attendance=(entry("orme", "apologies"),))
    new = minute("new", title=title, items=("one",))
    return [each.text for each in usual_words(of, context(**facts), one, new)]


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("Minutes of the last meeting", ":previous-minutes"),
        ("Minutes - 12 March 2026", ":previous-minutes"),
        ("Apologies and Substitutes", ":apologies\n:substitutes"),
        ("Declarations of Interests by Members", "There were no declarations of interest."),
        ("Dates of Future Meetings", ":dates"),
        ("Urgent items", "There were no urgent items."),
        ("Highways update", "RESOLVED that the update be noted."),
        ("Road safety", "RESOLVED that the report be noted."),
    ],
)
def test_a_standing_item_gets_what_the_facts_say(title: str, first: str) -> None:
    upcoming = (dt.date(2026, 7, 9),)
    assert texts(title, previous=PREVIOUS, upcoming=upcoming)[0] == first


def test_the_recommendation_is_adopted_in_the_form_of_a_resolution() -> None:
    asked = "Members are asked to NOTE this report."
    assert texts("Road safety", report=asked)[0] == "RESOLVED that the report be noted."
    assert texts("Bridge", report="That the tender be accepted.")[0].startswith("RESOLVED that the")


def test_what_the_agenda_asks_to_note_is_noted_in_the_past() -> None:
    note = "To note that Mr B Tolley has replaced Ms K Orme as a member of this Committee."
    assert texts("Membership", note=note)[0] == (
        "The Committee noted that Mr B Tolley had replaced Ms K Orme as a member of this Committee."
    )


def test_minutes_of_which_none_wait_are_not_approved() -> None:
    assert ":previous-minutes" not in texts("Minutes of the last meeting")


def test_a_field_is_offered_as_plain_words_next_and_not_twice() -> None:
    first, plain = texts("Apologies for absence")[:2]
    assert (first, plain) == (":apologies", "Apologies for absence were received from Ms Orme.")
    one = item("one", title="Apologies for absence")
    there = minute("there", ":apologies", items=("one",))
    of = meeting(there, items=(one,))
    assert ":apologies" not in [e.text for e in usual_words(of, context(), one, there)]


def test_dates_to_come_print_as_a_list_under_their_sentence() -> None:
    of = minute("one", ":dates")
    lines = minute_lines(meeting(of), of, context(upcoming=(dt.date(2026, 7, 9),)))
    assert [(line.kind, line.text) for line in lines[1:]] == [
        ("paragraph", "The Committee noted the dates of its future meetings as follows:"),
        ("date", "Thursday, 9 July 2026"),
    ]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (((2026, 4, 5), (2026, 4, 6)), "held on 5 and 6 April 2026 be"),
        (((2026, 3, 31), (2026, 4, 1)), "held on 31 March 2026 and 1 April 2026 be"),
    ],
)
def test_a_meeting_of_two_days_is_approved_in_one_sentence(
    days: tuple[tuple[int, int, int], ...], said: str
) -> None:
    of = minute("one", ":previous-minutes")
    given = context(SEVERAL, previous=tuple(dt.date(*day) for day in days))
    (line,) = minute_lines(meeting(of), of, given)[1:]
    assert said in line.text


def test_plain_words_say_so_when_the_facts_move_on() -> None:
    of = meeting(minute("one", "There were no apologies for absence."))
    (one,) = of.minutes
    kept = detached_in(of, one, one.text, context())
    assert [each.field for each in kept] == ["apologies"]
    of = replace(of, minutes=(replace(one, detached=kept),))
    assert "FIELD-MOVED-ON" not in {f.code for f in check_meeting(of, context())}
    late = replace(of, attendance=(entry("orme", "apologies"),))
    (found,) = [f for f in check_meeting(late, context()) if f.code == "FIELD-MOVED-ON"]
    assert "Ms Orme" in found.says


def test_plain_words_that_a_clerk_changed_are_the_clerks_own() -> None:
    of = meeting(minute("one", "There were no apologies for absence."))
    (one,) = of.minutes
    one = replace(one, detached=detached_in(of, one, one.text, context()))
    assert detached_in(of, one, "Apologies came late.", context()) == ()
