"""Acts on what papers beside the minutes print; the minutes' record stays as it is."""

from typing import assert_never

from msgspec.structs import replace

from clerk.domain.base import Fact
from clerk.domain.meetings import FrontSheet, Meeting
from clerk.domain.ordered import found, replaced
from clerk.domain.papers import DecisionRecord


class FrontSheetSet(Fact, frozen=True, tag="front-sheet-set"):
    """What the front sheet says besides the items: whom to ask for, notices, the officer."""

    front: FrontSheet


class DecisionRecorded(Fact, frozen=True, tag="decision-recorded"):
    """The record of a decision, new or in the place of what was there for its minute."""

    record: DecisionRecord


class ReportMended(Fact, frozen=True, tag="report-mended"):
    """What was misread of a report: what it recommends, and what it is about."""

    report: str
    recommendation: str
    summary: str


PaperAct = FrontSheetSet | DecisionRecorded | ReportMended


def apply_paper(meeting: Meeting, act: PaperAct) -> Meeting:
    """`meeting` with what the act says; raises RefusedError where minute or report are gone."""
    match act:
        case FrontSheetSet(front=front):
            return replace(meeting, front=front)
        case DecisionRecorded(record=record):
            found(meeting.minutes, record.minute)
            others = tuple(r for r in meeting.decision_records if r.minute != record.minute)
            return replace(meeting, decision_records=(*others, record))
        case ReportMended(report=report_id, recommendation=recommendation, summary=summary):
            report = found(meeting.reports, report_id)
            mended = replace(report, recommendation=recommendation, summary=summary)
            return replace(meeting, reports=replaced(meeting.reports, mended))
        case _:
            assert_never(act)
