"""The headings between open and exempt business."""

from collections.abc import Iterator

from clerk.domain.meetings import Meeting, Minute, Part, PartKind
from clerk.domain.printed import Edition, Line, Run
from clerk.record.context import Context
from clerk.record.minutes.bilingual import runs_of
from clerk.record.numbering import printed_order
from clerk.record.wording import filled, paragraphs_named


def part_lines(meeting: Meeting, minute: Minute, context: Context) -> Iterator[Line]:
    """The heading that stands before `minute`, and the line under it, where there is one."""
    style = context.style.parts
    parts = _parts(meeting, context)
    for at, part in enumerate(parts):
        if part.before != minute.id:
            continue
        again = part.kind == "open" and any(each.kind == "exempt" for each in parts[:at])
        yield Line(
            kind="part",
            runs=runs_of(_words(part, context, again=again), context.style),
            fact=part.id,
            role="part",
            why="The house style heads open and exempt business.",
        )
        note = {"open": style.open_note, "exempt": style.exempt_note}.get(part.kind, "")
        if note:
            yield Line(kind="note", runs=(Run(text=note),), fact=part.id, role="part note")


def withheld_lines(minute: Minute, context: Context, edition: Edition) -> Iterator[Line]:
    """What the public edition says of an exempt minute whose text is not in it."""
    if minute.exempt is None or minute.text or edition not in ("draft", "public"):
        return
    named = paragraphs_named(minute.exempt.paragraphs)
    withheld = filled(context.style.parts.withheld, {"paragraphs": named})
    if withheld:
        yield Line(kind="summary", runs=(Run(text=withheld),), fact=minute.id, role="withheld")
    if minute.summary:
        yield Line(kind="summary", runs=(Run(text=minute.summary),), fact=minute.id, role="summary")


def _words(part: Part, context: Context, *, again: bool) -> str:
    style = context.style.parts
    if part.kind == "open":
        return style.open_again if again and style.open_again else style.open
    return style.exempt if part.kind == "exempt" else part.words


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
