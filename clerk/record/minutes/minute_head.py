"""A minute's heading: number, title, the agenda's reference, who was there for it."""

from collections.abc import Iterator

from clerk.domain.meetings import Author, Meeting, Minute
from clerk.domain.printed import Case, Line, Run
from clerk.notation import for_council
from clerk.record.context import Context
from clerk.record.facts.taken import items_label, taken_lines
from clerk.record.minutes.bilingual import halves_of, run_in, runs_of
from clerk.record.minutes.fields import blocks_of
from clerk.record.minutes.margin_notes import lead_note
from clerk.record.numbering import heading_number
from clerk.record.style.house_style import HouseStyle
from clerk.record.wording import filled, listed, paragraphs_named


def minute_head(meeting: Meeting, minute: Minute, context: Context, number: str) -> Iterator[Line]:
    """The heading's lines, in the house's order."""
    style = context.style.minute
    case: Case | None = "upper" if style.capitals else None
    title = _title(minute, context)
    halves = halves_of(title, context.style) if context.style.bilingual.place == "under" else None
    yield Line(
        kind="minute",
        number=_printed_number(meeting, minute, context, number),
        runs=(run_in(halves[0], 0, context.style, "title"),)
        if halves
        else runs_of(title, context.style, "title"),
        fact=minute.id,
        role="title",
        case=case,
        provisional=minute.number is None,
        apart=style.number_place == "end of minute",
        for_council=_for_council(meeting, minute, context),
        why=_number_why(minute),
    )
    if halves:
        runs = (run_in(halves[1], 1, context.style, "title"),)
        yield Line(kind="reference", runs=runs, fact=minute.id, role="second title", case=case)
    if style.reference_place == "beside":
        yield from _reference_lines(meeting, minute, context)
        yield from lead_note(meeting, minute, context)
    else:
        yield from lead_note(meeting, minute, context)
        yield from _reference_lines(meeting, minute, context)
    if style.present_place == "under heading":
        yield from present_lines(meeting, minute, context)
    yield from taken_lines(meeting, minute, context)


def present_lines(meeting: Meeting, minute: Minute, context: Context) -> Iterator[Line]:
    """The note of who was present for this item alone."""
    note = (
        _present_for(minute, context) if minute.present_for else _printed(meeting, minute, "note")
    )
    if note:
        yield Line(kind="note", runs=(Run(text=note),), fact=minute.id, role="note")


def number_at_end(
    meeting: Meeting, minute: Minute, context: Context, number: str
) -> Iterator[Line]:
    """The minute's number on a line of its own, where the house sets it at the margin."""
    if context.style.minute.number_place == "end of minute":
        yield Line(
            kind="margin",
            runs=(Run(text=_printed_number(meeting, minute, context, number)),),
            fact=minute.id,
            role="margin number",
            provisional=minute.number is None,
        )


def _printed_number(meeting: Meeting, minute: Minute, context: Context, number: str) -> str:
    """The number as the heading has it, with the mark of what the council must decide."""
    mark = context.style.minute.for_council if _for_council(meeting, minute, context) else ""
    return mark + heading_number(meeting, minute, number, context.style)


def _for_council(meeting: Meeting, minute: Minute, context: Context) -> bool:
    """Whether the council itself must decide something of the minute."""
    return "*" in minute.text and any(map(for_council, blocks_of(meeting, minute, context)))


def _title(minute: Minute, context: Context) -> str:
    style = context.style.minute
    title = filled(style.title, {"title": minute.title})
    if style.title.endswith("{title}.") and minute.title.endswith((".", "?", "!")):
        title = title.removesuffix(".")
    if minute.exempt is not None:
        named = paragraphs_named(minute.exempt.paragraphs)
        title += filled(style.exempt, {"paragraphs": named})
    return title


def _number_why(minute: Minute) -> str:
    if minute.number is not None:
        return "The number was fixed when the minutes were published."
    if minute.restart is not None:
        return "The number was set by hand; it is fixed when the minutes are published."
    return "The number runs on from the minute before; it is fixed when the minutes are published."


def _reference_lines(meeting: Meeting, minute: Minute, context: Context) -> Iterator[Line]:
    style = context.style.minute
    if style.reference_place == "absent":
        return
    reference = _reference(meeting, minute, context) or _printed(meeting, minute, "reference")
    if reference:
        yield Line(
            kind="reference",
            runs=(Run(text=reference),),
            fact=minute.id,
            role="reference",
            beside=style.reference_place == "beside",
        )


def _printed(meeting: Meeting, minute: Minute, role: str) -> str:
    """What a paper printed in a place where the style has nothing to print."""
    return next((e.text for e in meeting.as_printed if (e.fact, e.role) == (minute.id, role)), "")


def _reference(meeting: Meeting, minute: Minute, context: Context) -> str:
    style = context.style.minute
    printed = items_label(meeting, minute, context)
    authors = _named(minute.authors, context.style)
    if not printed and not authors:
        return ""
    if not printed and "authors" not in style.reference:
        return ""
    return filled(style.reference, {"items": printed, "authors": authors})


def _present_for(minute: Minute, context: Context) -> str:
    style = context.style.minute
    words = style.present_for if len(minute.present_for) == 1 else style.present_for_several
    return filled(words, {"people": _named(minute.present_for, context.style)})


def _named(people: tuple[Author, ...], style: HouseStyle) -> str:
    """ "Mr A Example, Head of Roads and Mrs B Sample"."""
    said = [filled(style.minute.author, {"name": each.name, "post": each.post}) for each in people]
    return listed(said, style.lists.separator, style.lists.last)
