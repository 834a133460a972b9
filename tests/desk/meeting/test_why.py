"""Why a line prints: the fact, the act that made it, the style that words it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clerk.desk.meeting import taking
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.meeting.why import why_of
from clerk.domain.printed import Line
from tests.desk.builders import called, council


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[MeetingDesk]:
    office, body = council(tmp_path)
    with MeetingDesk(office, called(office, body)) as desk:
        desk.say("present pell, dace, tolley, orme")
        first, _, roads = (item.id for item in desk.meeting.items)
        desk.edit(taking.begin(desk, first).id, ":apologies")
        minute = taking.begin(desk, roads)
        desk.edit(minute.id, "The report was introduced.\nMembers asked about it.\n:motions")
        desk.say("moved pell, sec dace: that the report be noted", roads)
        desk.say("carried 3-1", roads)
        desk.say("out orm 11.42", roads)
        yield desk


def why(desk: MeetingDesk, words: str) -> str:
    """Why the first line that holds these words is there."""
    line = next(line for line in desk.record().lines if words.casefold() in line.text.casefold())
    return why_of(desk, line)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Wealdshire", "heading.authority"),
        ("MINUTES of", "heading.opening"),
        ("PRESENT", "Everyone marked present, in the order of the list."),
        ("Road safety", "published. Minute of “Road safety” begun: 20 April"),
        ("(Item B1)", "The reference of item B1. "),
        ("was introduced", "Typed as a paragraph. Its number runs through the minute. Text of"),
        ("that the report be", "The motion moved by Mr Pell, seconded by Mrs Dace."),
        ("left the meeting", "room.movements.left"),
        ("no apologies", "The field :apologies prints it."),
    ],
)
def test_each_line_says_what_it_rests_on(desk: MeetingDesk, words: str, said: str) -> None:
    assert said in why(desk, words)


def test_it_says_which_act_made_it_when_and_by_whom(desk: MeetingDesk) -> None:
    said = why(desk, "that the report be")
    assert ": 20 April 2026, 09.30 by Clerk." in said
    assert "Text of “Road safety”: 20 April 2026, 09.30 by Clerk." in why(desk, "was introduced")


def test_every_line_of_a_record_has_a_reason(desk: MeetingDesk) -> None:
    for line in desk.record("signing").lines:
        assert len(why_of(desk, line)) > 20, line


def test_a_line_that_is_no_fact_of_the_meeting_is_answered_too(desk: MeetingDesk) -> None:
    assert why_of(desk, Line(kind="paragraph")) == "It is part of the record."


def test_a_published_record_says_why_as_well(desk: MeetingDesk) -> None:
    desk.publish()
    assert "fixed when the minutes were published" in why(desk, "Road safety")
