"""Minutes read from a paper and composed again: nothing is corrected or added by stealth."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest

from clerk.desk.incoming.intake import take_in
from clerk.desk.styles import Styles
from clerk.domain.meetings import Meeting
from clerk.domain.register import Paper, Register
from clerk.paths import Home
from clerk.readers.paper import read_lines

STYLES = Styles(Home(Path("nowhere")).house_styles_dir)

HEAD = """\
WEALDSHIRE COUNTY COUNCIL

CABINET

MINUTES of a meeting of the Cabinet held in the Tidal Room on Thursday, 30 January 2025.

PRESENT: Mr A Field (Chairman), Mrs B Glebe, OBE and Ms C Heath

"""


def meeting_of(text: str) -> Meeting:
    """The minutes of the paper as they are stored."""
    reading = read_lines(text.splitlines(), "paper.txt")
    shown = Paper(id="p", committee="", date=dt.date(2025, 1, 30), kind=reading.kind, sha256="p")
    intake = take_in(reading, Register(), shown, STYLES, lambda *_: None)
    return next(meeting for meeting in intake.meetings if meeting.minutes)


def printed(meeting: Meeting) -> list[str]:
    """The lines of the published record, each number before its words."""
    assert meeting.published is not None
    record = meeting.published.record
    return [f"{line.number or ''} {line.text}".strip() for line in record.lines]


def squashed(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum())


def not_in(lines: Sequence[str], paper: str) -> list[str]:
    whole = squashed(paper)
    return [line for line in lines if squashed(line) not in whole]


BODIES = {
    "paragraphs 1. and a resolution without a number": (
        "84. Slipway\n(Item 1)\n\n1. Mr Field spoke.\n\n2. Ms Heath asked.\n\n"
        "RESOLVED that it be closed.\n"
    ),
    "paragraphs (1) with the resolution": (
        "84. Slipway\n\n(1) Mr Field spoke.\n\n(2) RESOLVED that it be closed.\n"
    ),
    "paragraphs 1.1": "1. Slipway\n\n1.1 Mr Field spoke.\n\n1.2 It was agreed to close it.\n",
    "paragraphs without numbers": (
        "84. Slipway\n\nMr Field spoke.\n\nMs Heath asked.\n\nResolved – That it be closed.\n"
    ),
    "paragraphs 1) and small limbs": (
        "84. Slipway\n\n1) Mr Field spoke.\n\n2) RESOLVED that:\n\n(i) it be closed; and\n\n"
        "(ii) the price be asked.\n"
    ),
    "a decision in other words": "84. Slipway\n\nIT WAS RESOLVED: That it be closed.\n",
    "numbers with a year": "84/25 Slipway\n\nIt was noted.\n\n85/25 Wall\n\nRESOLVED to mend it.\n",
    "a heading of its own": (
        "84. Slipway\n\nIt was noted.\n\nPART II - CLOSED TO THE PUBLIC\n\n85. Wall\n\nIt leaks.\n"
    ),
    "a close in words of its own": (
        "84. Slipway\n\nIt was noted.\n\nThe Chairman brought the meeting to a close at 8.40pm\n"
    ),
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_what_is_printed_again_stands_in_the_paper(body: str) -> None:
    paper = HEAD + body
    assert not_in(printed(meeting_of(paper)), paper) == []


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_every_word_of_the_minutes_is_printed_again(body: str) -> None:
    again = " ".join(printed(meeting_of(HEAD + body)))
    assert not_in(body.splitlines(), again) == []


def test_a_clerk_named_among_the_members_is_printed_once() -> None:
    paper = (
        "Oxney Parish Council - 3rd May 2016\n\nPresent\nCouncillors D Fenn (Chair), R Hurst and\n"
        "P Orchard       Clerk J Tern\n\n16.05.1 Green\nIt was mown.\n\n16.05.2 Wall\nIt leaks.\n\n"
        "16.05.3 Finance\nNone.\n"
    )
    attendance = [line for line in printed(meeting_of(paper)) if "Tern" in line]
    assert len(attendance) == 1


def test_a_name_that_is_no_persons_stays_in_the_list_as_printed() -> None:
    paper = HEAD.replace("and Ms C Heath", "Ms C Heath and a Friend") + "84. Slipway\n\nNoted.\n"
    assert any("and a Friend" in line for line in printed(meeting_of(paper)))


def test_a_chair_in_a_list_of_its_own_is_printed_with_the_members() -> None:
    paper = (
        "Minutes of the meeting of the Harbour Committee held on 3 May 2016\n\n"
        "PRESENT IN THE CHAIR: Councillor K Fenn\n\nMEMBERS PRESENT:\n"
        "Councillors Hurst, Marl and Tern\n\n1. Wall\n\nIt leaks.\n\n2. Green\n\nIt was mown.\n"
    )
    meeting = meeting_of(paper)
    assert [(one.role, one.capacity) for one in meeting.attendance][:2] == [
        ("Chair", "present"),
        ("", "present"),
    ]
    assert not_in(["PRESENT IN THE CHAIR: Councillor K Fenn"], " ".join(printed(meeting))) == []
