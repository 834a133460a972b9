"""The one place where facts become the words and numbers that will be read."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from clerk.domain.meetings import AsPrinted, Meeting, Minute
from clerk.domain.printed import Edition, Line, Record, Run
from clerk.record.context import Context
from clerk.record.facts import declarations, movements
from clerk.record.minutes.attendance import attendance_lines
from clerk.record.minutes.block_lines import block_lines, exclusion_lines, first_paragraphs
from clerk.record.minutes.closing import closing_lines, signature_lines
from clerk.record.minutes.head import document_title, head_lines, page_words
from clerk.record.minutes.margin_notes import margin_heading, with_actions
from clerk.record.minutes.minute_head import minute_head, number_at_end, present_lines
from clerk.record.minutes.parts import part_lines, withheld_lines
from clerk.record.numbering import numbers_of, printed_order
from clerk.record.public import public_view


def compose(meeting: Meeting, context: Context, edition: Edition) -> Record:
    """The record of `meeting` in its house style.

    The draft and public editions are composed from a meeting without its exempt facts; full and
    signing have everything, and signing ends with the signature block.
    """
    seen = meeting if edition in ("full", "signing") else public_view(meeting)
    lines = list(_lines(seen, context, edition))
    return Record(
        lines=tuple(_as_printed(lines, seen.as_printed)),
        edition=edition,
        style=context.style_name,
        title=document_title(seen, context),
        language=context.style.language,
        draft=edition == "draft" or meeting.state == "draft",
        page=page_words(seen, context),
    )


def minute_lines(
    meeting: Meeting, minute: Minute, context: Context, edition: Edition = "full"
) -> tuple[Line, ...]:
    """The lines of one minute, numbered as in the whole record: what a preview redraws."""
    numbers = numbers_of(meeting, context.first_number, context.style, context.nth)
    first = first_paragraphs(meeting, context).get(minute.id, 1)
    lines = _minute(meeting, minute, context, edition, numbers[minute.id].text, first)
    return tuple(_as_printed(lines, meeting.as_printed))


def _lines(seen: Meeting, context: Context, edition: Edition) -> Iterator[Line]:
    style = context.style
    place = style.attendance.place if seen.minutes else "head"
    yield from head_lines(seen, context)
    if place == "head":
        yield from attendance_lines(seen, context)
    yield from movements.opening_lines(seen, context)
    yield from movements.loose_notes(seen, context)
    numbers = numbers_of(seen, context.first_number, style, context.nth)
    firsts = first_paragraphs(seen, context)
    for minute in printed_order(seen, style):
        number, first = numbers[minute.id].text, firsts.get(minute.id, 1)
        yield from _over(seen, minute, context)
        yield from margin_heading(seen, minute, context)
        yield from _minute(seen, minute, context, edition, number, first)
    if place == "end":
        yield from attendance_lines(seen, context)
    yield from closing_lines(seen, context)
    wanted = style.closing.signature_in
    if wanted == "every edition" or (wanted == "signing edition" and edition == "signing"):
        yield from signature_lines(context)


def _over(seen: Meeting, minute: Minute, context: Context) -> Iterator[Line]:
    """What stands before a minute: the heading of its part, the exclusion of the public."""
    if context.style.parts.exclusion == "before heading":
        yield from exclusion_lines(seen, minute, context)
        yield from part_lines(seen, minute, context)
    else:
        yield from part_lines(seen, minute, context)
        yield from exclusion_lines(seen, minute, context)


def _minute(
    meeting: Meeting, minute: Minute, context: Context, edition: Edition, number: str, first: int
) -> Iterator[Line]:
    style = context.style
    yield from minute_head(meeting, minute, context, number)
    if (
        style.attendance.place == "first minute"
        and minute.id == printed_order(meeting, style)[0].id
    ):
        yield from attendance_lines(meeting, context)
    if style.room.movements.printed == "under heading":
        yield from movements.notes_under(meeting, minute, context)
    text = block_lines(meeting, minute, context, number, first)
    yield from with_actions(text, meeting, minute, context)
    if style.minute.present_place == "end of minute":
        yield from present_lines(meeting, minute, context)
    yield from declarations.notes_under(meeting, minute, context)
    if style.room.movements.printed == "under item":
        yield from movements.notes_under(meeting, minute, context)
    yield from withheld_lines(minute, context, edition)
    yield from number_at_end(meeting, minute, context, number)


def _as_printed(lines: Iterable[Line], entries: tuple[AsPrinted, ...]) -> Iterator[Line]:
    """What a paper printed otherwise, put in last; no words at all take the line away."""
    printed = {(entry.fact, entry.role): entry.text for entry in entries}
    for line in lines:
        otherwise = _line_as_printed(line, printed) if printed else line
        if otherwise is not None:
            yield otherwise


def _line_as_printed(line: Line, printed: dict[tuple[str, str], str]) -> Line | None:
    runs = tuple(
        replace(run, text=printed[run.fact, run.role]) if (run.fact, run.role) in printed else run
        for run in line.runs
    )
    if (line.number is not None or line.role == "text") and (line.fact, "number") in printed:
        line = replace(line, number=printed[line.fact, "number"] or None)
    words = printed.get((line.fact, line.role))
    if words is None or line.kind == "table":
        return line if runs == line.runs else replace(line, runs=runs)
    return replace(line, runs=(Run(text=words),)) if words else None
