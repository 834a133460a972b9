"""What a meeting decided, on one page, from its public record: nothing exempt can be in it."""

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from clerk.desk.exports import in_exports
from clerk.desk.meeting.open_meeting import OpenMeeting
from clerk.desk.row import Row
from clerk.domain.meetings import Meeting
from clerk.domain.printed import Edition, Line, Run
from clerk.record.context import Context
from clerk.record.dates import clock
from clerk.record.decided import Decided, decided_in, motion_behind
from clerk.record.facts.counts import count_words
from clerk.record.facts.room import name_of
from clerk.record.papers.decision_papers import Taken
from clerk.record.public import public_view
from clerk.writers.data import rows_csv
from clerk.writers.files import write_whole

HEADER = ("number", "item", "title", "decision", "mover", "seconder", "vote", "time")


class DecisionRow(Row, frozen=True):
    """One decision. What nobody recorded is empty."""

    number: str
    """As printed, with "~" while provisional; empty for the exclusion of the public."""
    item: str
    title: str
    decision: str
    """With its limbs; a motion with how it ended."""
    mover: str = ""
    seconder: str = ""
    vote: str = ""
    """ "For 7, Against 2, Abstentions 1"."""
    time: str = ""


def decisions(desk: OpenMeeting) -> tuple[DecisionRow, ...]:
    """The decisions of a meeting in the order of its public minutes."""
    meeting = public_view(desk.meeting)
    return tuple(
        _row(decided, decided.heading.fact, meeting, desk.context)
        if decided.heading is not None
        else DecisionRow(number="", item="", title=decided.title, decision=decided.words)
        for decided in decided_in(desk.record("public").lines)
    )


def taken(desk: OpenMeeting) -> tuple[Taken, ...]:
    """The decisions as the list for the day after prints them: exempt business by public title."""
    meeting = public_view(desk.meeting)
    listed = list(decided_in(desk.record("public").lines))
    found: list[Taken] = []
    for minute in meeting.minutes:
        for each in (d for d in listed if d.heading is not None and d.heading.fact == minute.id):
            row = _row(each, minute.id, meeting, desk.context)
            found.append(
                Taken(
                    item=row.item,
                    title=row.title,
                    lines=(_decision_line(each), *each.children),
                    mover=row.mover,
                    seconder=row.seconder,
                    counts=row.vote,
                )
            )
        if minute.exempt:
            found.append(
                Taken(
                    item=_refs((minute.id, *minute.items), meeting),
                    title=minute.title,
                    exempt=True,
                    paragraphs=minute.exempt.paragraphs,
                    summary=minute.summary,
                )
            )
    return tuple(found)


def decision_lines(desk: OpenMeeting, minute_id: str, edition: Edition) -> tuple[Line, ...]:
    """What one minute decides, as its resolution stands in the record."""
    return tuple(
        line
        for each in decided_in(desk.record(edition).lines)
        if each.heading is not None and each.heading.fact == minute_id
        for line in (_decision_line(each), *each.children)
    )


def _decision_line(decided: Decided) -> Line:
    """The line that decides; of a resolution inside prose its words alone."""
    line = decided.line
    if line.kind == "resolution":
        return line
    return replace(line, runs=(Run(text=decided.words),))


def decisions_csv(rows: Sequence[DecisionRow]) -> str:
    """The list as CSV, for a spreadsheet."""
    return rows_csv(HEADER, [tuple(getattr(row, name) for name in HEADER) for row in rows])


def decisions_text(desk: OpenMeeting, rows: Sequence[DecisionRow]) -> str:
    """The list as a page of text, with what was said of each vote under it."""
    parts = [f"Decisions of the {desk.label()}"]
    for row in rows:
        head = " ".join(part for part in (row.number, row.title) if part)
        more = "; ".join(part for part in (_by(row), row.vote, row.time) if part)
        parts.append("\n".join([head, f"  {row.decision}", *([f"  {more}"] if more else [])]))
    if not rows:
        parts.append("Nothing was decided that is recorded as a resolution or a vote.")
    return "\n\n".join(parts)


def export_decisions(desk: OpenMeeting) -> Path:
    """The list as a CSV file, among the exports; raises StorageError."""
    path = in_exports(desk.office, f"Decisions – {desk.label()}", ".csv")
    write_whole(decisions_csv(decisions(desk)).encode("utf-8-sig"), path)
    return path


def _by(row: DecisionRow) -> str:
    if not row.mover:
        return ""
    seconded = f", seconded by {row.seconder}" if row.seconder else ""
    return f"Proposed by {row.mover}{seconded}"


def _row(decided: Decided, minute_id: str, meeting: Meeting, context: Context) -> DecisionRow:
    minute = meeting.minute(minute_id)
    business = (minute_id, *(minute.items if minute else ()))
    motion = motion_behind(decided.line, business, meeting)
    vote = motion.votes[-1] if motion and motion.votes else None
    style = context.style.room.motions
    return DecisionRow(
        number=decided.number,
        item=_refs(business, meeting),
        title=decided.title,
        decision=decided.words,
        mover=name_of(motion.mover, context, style.names) if motion and motion.mover else "",
        seconder=(
            name_of(motion.seconder, context, style.names) if motion and motion.seconder else ""
        ),
        vote=count_words(counted, style) if vote and (counted := vote.counted) else "",
        time=clock(vote.at, context.style.dates) if vote and vote.at else "",
    )


def _refs(business: Sequence[str], meeting: Meeting) -> str:
    refs = [item.ref for each in business if (item := meeting.item(each)) and item.ref]
    return ", ".join(refs)
