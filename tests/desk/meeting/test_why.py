"""Why a line prints: the fact, the act that made it, the style that words it."""

import datetime as dt
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


def test_of_many_edits_the_one_that_gave_a_paragraph_its_words_is_named(
    desk: MeetingDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    minute = next(each for each in desk.meeting.minutes if each.title == "Road safety")
    other = desk.meeting.minutes[0]
    edits = [
        (10, minute.id, "The report was introduced.\nMembers asked about it twice.\n:motions"),
        (11, minute.id, "It was late.\nThe report was introduced.\nMembers asked about it twice."),
        (12, minute.id, "It was late.\nThe report was introduced!\nMembers asked about it twice."),
        (13, minute.id, "It was late!\nThe report was introduced!\nMembers asked about it twice."),
        (14, other.id, ":apologies\nNobody was ill."),
    ]
    for hour, of, text in edits:
        at = dt.datetime(2026, 4, 20, hour, tzinfo=dt.UTC)
        monkeypatch.setattr(desk.ledger, "_now", lambda at=at: at)
        desk.edit(of, text)
    said = {"twice": "10.00", "introduced": "12.00", "late": "13.00", "ill": "14.00"}
    assert {words: at for words, at in said.items() if f", {at} by" in why(desk, words)} == said


def test_every_line_of_a_record_has_a_reason(desk: MeetingDesk) -> None:
    for line in desk.record("signing").lines:
        assert len(why_of(desk, line)) > 20, line


def test_a_line_that_is_no_fact_of_the_meeting_is_answered_too(desk: MeetingDesk) -> None:
    assert why_of(desk, Line(kind="paragraph")) == "It is part of the record."


def test_a_published_record_says_why_as_well(desk: MeetingDesk) -> None:
    desk.publish()
    assert "fixed when the minutes were published" in why(desk, "Road safety")
