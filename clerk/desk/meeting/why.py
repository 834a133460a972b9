"""Why a line of a meeting's record is there: the fact, the act that made it, the house style."""

from collections.abc import Sequence
from typing import Any

import msgspec

from clerk.desk.meeting.open_meeting import OpenMeeting
from clerk.domain.log import Entry, standing
from clerk.domain.meeting_acts import MeetingCalled, MeetingRead
from clerk.domain.minute_acts import TextEdited
from clerk.domain.printed import Line
from clerk.record.public import hidden_facts
from clerk.record.why import why
from clerk.when import plain_date

_UNTOLD = "Something that was done in exempt business"


def why_of(desk: OpenMeeting, line: Line, *, public: bool = False) -> str:
    """In a few sentences: what the line prints, which act said so, which style words it.

    `public`: an act that touched exempt business is not quoted, for it quotes that business.
    """
    found = why(line, desk.meeting, desk.context)
    style = f"House style {desk.context.style_name}: {', '.join(found.keys)}." if found.keys else ""
    return " ".join(part for part in (found.says, _act_of(desk, line, public), style) if part)


def _act_of(desk: OpenMeeting, line: Line, public: bool) -> str:
    """The newest act that made the line what it is, as the history has it."""
    facts = {line.fact, *(run.fact for run in line.runs if run.fact)}
    wanted = {fact.partition("/")[0] for fact in facts if fact} - {desk.meeting.id}
    minute = next((m.id for m in desk.meeting.minutes if wanted & {*m.blocks}), "")
    entry = _newest(tuple(standing(desk.ledger.entries)), wanted, minute)
    if entry is None or isinstance(entry.act, MeetingCalled):
        return _read_in(desk, line)
    if isinstance(entry.act, MeetingRead):
        return _read_in(desk, line) or "Read from a paper."
    at = entry.at.astimezone(desk.office.now().tzinfo)
    by = f" by {entry.by}" if entry.by else ""
    secret = public and _ids(msgspec.to_builtins(entry.act)) & hidden_facts(desk.meeting)
    said = _UNTOLD if secret else entry.said.rstrip(".")
    return f"{said}: {plain_date(at.date())}, {at:%H.%M}{by}."


def _newest(entries: Sequence[Entry[Any]], wanted: set[str], minute: str) -> Entry[Any] | None:
    """Of a typed block the act that gave it its words, of anything else the last to name it.

    `minute` is that in which a wanted block stands now; empty where none is a block.
    """
    held: Entry[Any] | None = None
    stands = True
    for entry in reversed(entries):
        act = entry.act
        if isinstance(act, TextEdited):
            if act.minute != minute:
                continue
            if not act.same_blocks:
                stands = bool(wanted & {*act.blocks})
            if stands:
                held = entry
            elif held is not None:
                break  # in this older text it did not stand yet
            if wanted & {*act.changed}:
                break
        elif held is None and wanted & _ids(msgspec.to_builtins(act)):
            held = entry
            break
    return held


def _ids(value: Any) -> set[str]:
    """Every word of an act that could be an id."""
    if isinstance(value, str):
        return {value}
    if isinstance(value, dict):
        return {each for part in value.values() for each in _ids(part)}
    if isinstance(value, list | tuple):
        return {each for part in value for each in _ids(part)}
    return set()


def _read_in(desk: OpenMeeting, line: Line) -> str:
    """Where a paper has the minute that the line stands in; empty for one typed here."""
    for minute in desk.meeting.minutes:
        if line.fact in (minute.id, *minute.blocks) and minute.source is not None:
            return f"Read from lines {minute.source.first} to {minute.source.last} of a paper."
    return ""
