"""The one place where facts become the words and numbers that will be read."""

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from msgspec.structs import replace

from clerk.domain.meetings import AsPrinted, Author, Meeting, Minute, Part, PartKind
from clerk.domain.printed import Case, Edition, Line, LineKind, Record, Run
from clerk.notation import (
    Block,
    Bullet,
    Dates,
    Limb,
    Outcome,
    Paragraph,
    Quotation,
    Resolution,
    Subheading,
    Table,
    gap_before,
    marked_runs,
)
from clerk.patterns import LatePattern
from clerk.record import declarations, movements
from clerk.record.attendance import attendance_lines
from clerk.record.context import Context
from clerk.record.dates import clock, long_date, plain_date
from clerk.record.fields import blocks_of, exclusion_before
from clerk.record.limbs import limb_levels
from clerk.record.numbering import numbers_of, printed_order
from clerk.record.public import public_view
from clerk.record.style import MinuteStyle
from clerk.record.taken import items_label, taken_lines
from clerk.record.wording import filled, listed

_FORMAL_LEAD = LatePattern(r"(it was )?(resolved|agreed|recommended|decided)\b", re.IGNORECASE)


def compose(meeting: Meeting, context: Context, edition: Edition) -> Record:
    """The record of `meeting` in its house style.

    The draft and public editions are composed from a meeting without its exempt facts; full and
    signing have everything, and signing ends with the signature block.
    """
    seen = meeting if edition in ("full", "signing") else public_view(meeting)
    lines = [*_head(seen, context), *attendance_lines(seen, context)]
    lines.extend(movements.opening_lines(seen, context))
    lines.extend(movements.loose_notes(seen, context))
    numbers = numbers_of(seen, context.first_number, context.style)
    for minute in printed_order(seen, context.style):
        lines.extend(_part_lines(seen, minute, context))
        lines.extend(_exclusion_lines(seen, minute, context))
        lines.extend(_minute(seen, minute, context, edition, numbers[minute.id].text))
    lines.extend(_closing(seen, context))
    if edition == "signing":
        lines.extend(signature_lines(context))
    return Record(
        lines=tuple(_as_printed(lines, seen.as_printed)),
        edition=edition,
        style=context.style_name,
        title=_title(seen, context),
        language=context.style.language,
        draft=edition == "draft" or meeting.state == "draft",
    )


def minute_lines(
    meeting: Meeting, minute: Minute, context: Context, edition: Edition = "full"
) -> tuple[Line, ...]:
    """The lines of one minute, numbered as in the whole record: what a preview redraws."""
    number = numbers_of(meeting, context.first_number, context.style)[minute.id].text
    lines = _minute(meeting, minute, context, edition, number)
    return tuple(_as_printed(lines, meeting.as_printed))


def signature_lines(context: Context) -> tuple[Line, ...]:
    """Where the person presiding at the next suitable meeting signs (LGA 1972 Sch 12 para 41)."""
    return tuple(
        Line(
            kind="signature",
            runs=(Run(text=filled(words, {"chair_title": context.chair_title})),),
            role="signature",
        )
        for words in context.style.closing.signature
    )


def _minute(
    meeting: Meeting, minute: Minute, context: Context, edition: Edition, number: str
) -> Iterator[Line]:
    yield from _minute_head(meeting, minute, context, number)
    yield from _block_lines(meeting, minute, context, number)
    yield from declarations.notes_under(meeting, minute, context)
    yield from movements.notes_under(meeting, minute, context)
    if minute.exempt and not minute.text and edition in ("draft", "public") and minute.summary:
        yield Line(kind="summary", runs=(Run(text=minute.summary),), fact=minute.id, role="summary")


def _heading_values(meeting: Meeting, context: Context) -> dict[str, str | int | None]:
    dates = context.style.dates
    return {
        "authority": context.authority,
        "committee": context.committee,
        "venue": meeting.venue,
        "date": long_date(meeting.date, dates),
        "plain_date": plain_date(meeting.date, dates),
        "time": clock(meeting.time, dates) if meeting.time else "",
        "chair_title": context.chair_title,
    }


def _title(meeting: Meeting, context: Context) -> str:
    return filled(context.style.heading.title, _heading_values(meeting, context))


def _head(meeting: Meeting, context: Context) -> Iterator[Line]:
    heading = context.style.heading
    values = _heading_values(meeting, context)
    case: Case | None = "upper" if heading.capitals else None
    above: tuple[tuple[LineKind, str], ...] = (
        ("authority", heading.authority),
        ("committee", heading.committee),
    )
    for kind, words in above:
        text = filled(words, values)
        if text:
            yield Line(kind=kind, runs=(Run(text=text),), fact=meeting.id, role=kind, case=case)
    opening = filled(heading.opening, values)
    if opening:
        yield Line(kind="opening", runs=(Run(text=opening),), fact=meeting.id, role="opening")


def _part_lines(meeting: Meeting, minute: Minute, context: Context) -> Iterator[Line]:
    for part in _parts(meeting, context):
        if part.before == minute.id:
            yield Line(
                kind="part",
                runs=(Run(text=_part_words(part, context)),),
                fact=part.id,
                role="part",
                why="The house style heads open and exempt business.",
            )


def _part_words(part: Part, context: Context) -> str:
    words = {"open": context.style.parts.open, "exempt": context.style.parts.exempt}
    return words.get(part.kind, part.words)


def _parts(meeting: Meeting, context: Context) -> tuple[Part, ...]:
    """The headings between minutes: those of a paper, else those that the style asks for."""
    if meeting.parts:
        return meeting.parts
    printed = context.style.parts.printed
    both = len({bool(minute.exempt) for minute in meeting.minutes}) == 2
    if printed == "never" or (printed == "when both" and not both):
        return ()
    parts: list[Part] = []
    kind: PartKind | None = None
    for minute in printed_order(meeting, context.style):
        now: PartKind = "exempt" if minute.exempt else "open"
        if now != kind:
            parts.append(Part(id=f"{minute.id}/part", kind=now, before=minute.id))
        kind = now
    return tuple(parts)


def _minute_head(meeting: Meeting, minute: Minute, context: Context, number: str) -> Iterator[Line]:
    style = context.style.minute
    yield Line(
        kind="minute",
        number=filled(style.printed_number, {"number": number}),
        runs=(Run(text=minute.title, role="title"),),
        fact=minute.id,
        role="title",
        case="upper" if style.capitals else None,
        provisional=minute.number is None,
        why=_number_why(minute),
    )
    reference = _reference(meeting, minute, context) or _printed(meeting, minute, "reference")
    if reference:
        yield Line(
            kind="reference",
            runs=(Run(text=reference),),
            fact=minute.id,
            role="reference",
            beside=style.reference_place == "beside",
        )
    note = (
        _present_for(minute, context) if minute.present_for else _printed(meeting, minute, "note")
    )
    if note:
        yield Line(kind="note", runs=(Run(text=note),), fact=minute.id, role="note")
    yield from taken_lines(meeting, minute, context)


def _printed(meeting: Meeting, minute: Minute, role: str) -> str:
    """What a paper printed in a place where the style has nothing to print."""
    return next((e.text for e in meeting.as_printed if (e.fact, e.role) == (minute.id, role)), "")


def _number_why(minute: Minute) -> str:
    if minute.number is not None:
        return "The number was fixed when the minutes were published."
    if minute.restart is not None:
        return "The number was set by hand; it is fixed when the minutes are published."
    return "The number runs on from the minute before; it is fixed when the minutes are published."


def _reference(meeting: Meeting, minute: Minute, context: Context) -> str:
    style = context.style.minute
    printed = items_label(meeting, minute, context)
    authors = _named(minute.authors, style)
    if not printed and not authors:
        return ""
    if not printed and "authors" not in style.reference:
        return ""
    return filled(style.reference, {"items": printed, "authors": authors})


def _present_for(minute: Minute, context: Context) -> str:
    style = context.style.minute
    words = style.present_for if len(minute.present_for) == 1 else style.present_for_several
    return filled(words, {"people": _named(minute.present_for, style)})


def _named(people: tuple[Author, ...], style: MinuteStyle) -> str:
    """ "Mr A Example, Head of Roads and Mrs B Sample"."""
    said = [filled(style.author, {"name": each.name, "post": each.post}) for each in people]
    return listed(said, ", ", " and ")


def _exclusion_lines(meeting: Meeting, minute: Minute, context: Context) -> Iterator[Line]:
    for block in exclusion_before(meeting, minute, context):
        for line in _lines_of(block, None, 1, context):
            yield replace(line, role="exclusion")


def _block_lines(meeting: Meeting, minute: Minute, context: Context, number: str) -> Iterator[Line]:
    blocks = blocks_of(meeting, minute, context)
    style = context.style.paragraph
    in_sequence = [block for block in blocks if _in_sequence(block, context)]
    numbered = len(in_sequence) > 1 or style.lone_number
    upcoming = 1
    levels = limb_levels(blocks)
    for at, block in enumerate(blocks):
        printed = None
        if numbered and isinstance(block, Paragraph | Resolution) and block in in_sequence:
            ordinal = block.restart or upcoming
            printed = filled(style.number, {"n": ordinal, "m": number}) or None
            upcoming = ordinal + 1
        yield from _lines_of(block, printed, levels.get(at, 1), context)


def _in_sequence(block: Block, context: Context) -> bool:
    if isinstance(block, Resolution):
        return context.style.paragraph.resolutions_numbered
    return isinstance(block, Paragraph)


def _lines_of(block: Block, number: str | None, level: int, context: Context) -> Iterator[Line]:
    match block:
        case Paragraph():
            yield Line(
                kind="paragraph", number=number, runs=_runs(block.text), fact=block.id, role="text"
            )
        case Resolution():
            yield Line(
                kind="resolution",
                number=number,
                runs=_resolution_runs(block, context),
                fact=block.id,
                role="text",
            )
        case Subheading():
            yield Line(kind="subheading", runs=_runs(block.text), fact=block.id, role="text")
        case Bullet():
            yield Line(
                kind="bullet",
                runs=_runs(block.text),
                fact=block.id,
                role="text",
                level=block.level,
            )
        case Limb():
            yield Line(
                kind="limb",
                number=block.mark,
                runs=_runs(block.text),
                fact=block.id,
                role="text",
                level=level,
            )
        case Outcome():
            yield Line(kind="outcome", runs=(Run(text=block.text),), fact=block.id, role="text")
        case Quotation():
            yield Line(kind="quotation", runs=_runs(block.text), fact=block.id, role="text")
        case Dates():
            for words in block.dates:
                yield Line(kind="date", runs=(Run(text=words),), fact=block.id, role="text")
        case Table():
            yield Line(
                kind="table", rows=block.rows, header=block.header, fact=block.id, role="table"
            )
        case _:
            assert_never(block)


def _runs(text: str) -> tuple[Run, ...]:
    return tuple(
        Run(text=words, role="resolution" if marked else "") for words, marked in marked_runs(text)
    )


def _resolution_runs(block: Resolution, context: Context) -> tuple[Run, ...]:
    lead = context.style.resolution.lead if block.lead is None else block.lead
    # Narrative words ("Following discussion Cabinet resolved to") are a sentence, not a lead to
    # be set apart.
    role = "lead" if _FORMAL_LEAD.match(lead) else "narrative lead"
    return (Run(text=lead, role=role), *_runs(gap_before(block.text) + block.text))


def _closing(meeting: Meeting, context: Context) -> Iterator[Line]:
    closed = next((s.closed for s in reversed(meeting.sittings) if s.closed), None)
    words = context.style.closing.closed
    if closed and words:
        text = filled(words, {"time": clock(closed, context.style.dates)})
        yield Line(kind="closing", runs=(Run(text=text),), fact=meeting.id, role="closing")


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
    if line.number is not None and (line.fact, "number") in printed:
        line = replace(line, number=printed[line.fact, "number"])
    words = printed.get((line.fact, line.role))
    if words is None or line.kind == "table":
        return line if runs == line.runs else replace(line, runs=runs)
    return replace(line, runs=(Run(text=words),)) if words else None
