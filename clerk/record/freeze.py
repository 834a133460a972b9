"""Publishing: numbers fixed, the record kept as it was, and read back in any edition."""

import datetime as dt
import hashlib

import msgspec
from msgspec.structs import replace

from clerk.domain.meetings import Meeting, Minute, Number, Published
from clerk.domain.printed import Edition, Line, Record
from clerk.record.context import Context
from clerk.record.facts.life import ENDS_A_MINUTE, with_amendments
from clerk.record.minutes.closing import signature_lines
from clerk.record.minutes.compose import compose
from clerk.record.numbering import numbers_of
from clerk.record.public import has_exempt


def freeze(
    meeting: Meeting, context: Context, on: dt.date | None
) -> tuple[Published, dict[str, Number]]:
    """What publishing `meeting` fixes for good: the record, and each minute's number."""
    numbers = numbers_of(meeting, context.first_number, context.style, context.nth)
    fixed = replace(
        meeting,
        state="published",
        minutes=tuple(replace(minute, number=numbers[minute.id]) for minute in meeting.minutes),
    )
    record = compose(fixed, context, "full")
    public = compose(fixed, context, "public") if has_exempt(meeting) else None
    published = Published(
        record=record,
        public=public,
        signature=signature_lines(context)
        if context.style.closing.signature_in == "signing edition"
        else (),
        style_version=context.style.version,
        sha256=fingerprint(record.lines),
        on=on,
        nth=None if meeting.paper else context.nth,
    )
    return published, numbers


def fingerprint(lines: tuple[Line, ...]) -> str:
    """SHA-256, in hexadecimal, of the lines as JSON: the same record gives the same."""
    return hashlib.sha256(msgspec.json.encode(lines)).hexdigest()


def edition_of(published: Published, edition: Edition) -> Record:
    """The published record in an edition; draft carries the mark, signing the signature block."""
    record = published.record
    if edition in ("draft", "public") and published.public is not None:
        record = published.public
    lines = record.lines + (published.signature if edition == "signing" else ())
    return replace(record, lines=lines, edition=edition, draft=edition == "draft")


def standing_record(meeting: Meeting, edition: Edition) -> Record | None:
    """The published record with what later meetings put right noted in it; None for a draft."""
    if meeting.published is None:
        return None
    return with_amendments(edition_of(meeting.published, edition), meeting, edition)


def lines_of_minute(lines: tuple[Line, ...], minute: Minute) -> tuple[Line, ...]:
    """The lines of one minute in a whole record: its own, and those that facts put under it."""
    mine: list[Line] = []
    inside = False
    for line in lines:
        if line.kind in ENDS_A_MINUTE or line.role == "exclusion":
            inside = line.kind == "minute" and line.fact == minute.id
        if inside or line.fact in (minute.id, *minute.blocks):
            mine.append(line)
    return tuple(mine)


def record_of(meeting: Meeting, context: Context, edition: Edition) -> Record:
    """The record to show: the published one where there is one, else composed now."""
    return standing_record(meeting, edition) or compose(meeting, context, edition)


def differs_from_published(meeting: Meeting, context: Context) -> bool:
    """Whether composing the facts again gives other lines than those published: a finding."""
    if meeting.published is None:
        return False
    return compose(meeting, context, "full").lines != meeting.published.record.lines
