"""The doubts of an import as a clerk settles them: the gravest first, the paper's words beside."""

from typing import Literal

from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.words import one_line
from clerk.domain.base import Fact, Source
from clerk.domain.meeting_acts import DoubtSettled
from clerk.domain.meetings import (
    FRONT_SHEET,
    MEMBERSHIP,
    AgendaItem,
    Doubt,
    Meeting,
    Minute,
    Report,
)
from clerk.errors import NotFoundError

Mends = Literal[
    "name", "text", "item", "title", "report", "front sheet", "membership", "numbering", ""
]
"""What puts right that of which a doubt is; empty where nothing single does."""
_BESIDE = 2
"""Lines of the paper shown before the one in doubt, and after it."""


class PaperLine(Fact, frozen=True):
    """A line of the paper, counted from 1; `meant` is the one in doubt."""

    number: int
    text: str
    meant: bool


def standing(meeting: Meeting) -> tuple[Doubt, ...]:
    """The doubts that are not settled, the gravest first, else in the order of the paper."""
    left = (doubt for doubt in meeting.doubts if not doubt.settled)
    return tuple(sorted(left, key=lambda doubt: (-doubt.weight, doubt.line or 0)))


def paper_beside(desk: MeetingDesk, doubt: Doubt) -> tuple[PaperLine, ...]:
    """The paper's line in doubt with its neighbours; none where the paper's text is not kept."""
    paper = _paper_of(desk.meeting, doubt)
    if not doubt.line or not paper:
        return ()
    first = max(doubt.line - _BESIDE, 1)
    lines = desk.office.paper_lines(paper, first, doubt.line + _BESIDE)
    return tuple(
        PaperLine(number=number, text=text.rstrip(), meant=number == doubt.line)
        for number, text in enumerate(lines, start=first)
    )


def mends(desk: MeetingDesk, doubt: Doubt) -> Mends:
    """By what the fact in doubt is put right."""
    meeting, fact = desk.meeting, doubt.fact
    if fact == FRONT_SHEET:
        return "front sheet"
    if fact == MEMBERSHIP:
        return "membership"
    if fact and fact == meeting.committee:
        return "numbering"
    if person_of(desk, doubt):
        return "name"
    if any(fact in minute.blocks for minute in meeting.minutes):
        return "text"
    if report_in_doubt(meeting, doubt) is not None:
        return "report"
    if meeting.item(fact):
        return "item"
    return "title" if meeting.minute(fact) else ""


def person_of(desk: MeetingDesk, doubt: Doubt) -> str:
    """The id of the person whose name is in doubt; empty where it is about none."""
    entry = next((e for e in desk.meeting.attendance if e.id == doubt.fact), None)
    person = entry.person if entry else doubt.fact
    return person if person in desk.office.register.people else ""


def report_in_doubt(meeting: Meeting, doubt: Doubt) -> Report | None:
    """The report of which something is in doubt; None where it is about none."""
    return next((report for report in meeting.reports if report.id == doubt.fact), None)


def business_of_doubt(meeting: Meeting, doubt: Doubt) -> tuple[str, str]:
    """(item, minute) where the fact stands: what a jump goes to; two empty ones for nowhere."""
    minute = next((m for m in meeting.minutes if doubt.fact in (m.id, *m.blocks)), None)
    if minute is not None:
        return "", minute.id
    report = report_in_doubt(meeting, doubt)
    item = meeting.item(report.item if report else doubt.fact)
    return (item.id, "") if item else ("", "")


def settle_alike(desk: MeetingDesk, doubt: Doubt, how: str) -> int:
    """Settles every doubt that is uncertain of the same thing; says how many those were."""
    alike = [each for each in standing(desk.meeting) if each.uncertain == doubt.uncertain]
    for each in alike:
        settle_doubt(desk, each.id, how)
    return len(alike)


def _paper_of(meeting: Meeting, doubt: Doubt) -> str:
    """The paper whose lines a doubt counts: that of its fact, or the meeting's where it has one."""
    facts: tuple[AgendaItem | Minute | Report, ...] = (
        *meeting.items,
        *meeting.minutes,
        *meeting.reports,
    )
    sources: dict[str, Source] = {each.id: each.source for each in facts if each.source}
    own = sources.get(doubt.fact)
    if own is not None:
        return own.paper
    papers = {source.paper for source in sources.values()}
    return papers.pop() if len(papers) == 1 else ""


def settle_doubt(desk: MeetingDesk, doubt_id: str, how: str) -> None:
    """A doubt of an import looked at; `how` says what was found ("right as read").

    Raises NotFoundError where it was undone meanwhile.
    """
    doubt = next((d for d in desk.meeting.doubts if d.id == doubt_id), None)
    if doubt is None:
        raise NotFoundError("That doubt is not there any more.")
    desk.do(
        DoubtSettled(doubt=doubt_id, how=one_line(how, "answer")),
        f"Doubt about “{doubt.read}” settled: {how}",
    )
