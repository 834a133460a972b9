"""Decisions on paper: the list for the day after, and the record of one executive decision."""

import datetime as dt
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from clerk.domain.base import Fact
from clerk.domain.papers import DecisionRecord
from clerk.domain.printed import Edition, Line, Record
from clerk.errors import RefusedError
from clerk.record.context import Context
from clerk.record.dates import plain_date
from clerk.record.papers.shared import head_lines, labelled, paper, plain_line
from clerk.record.wording import filled, paragraphs_named


class Taken(Fact, frozen=True):
    """One decision of a meeting; exempt business has its public title and no words."""

    item: str
    """The item's reference: a minute's number may still move the day after."""
    title: str
    lines: tuple[Line, ...] = ()
    mover: str = ""
    seconder: str = ""
    counts: str = ""
    exempt: bool = False
    paragraphs: tuple[str, ...] = ()
    summary: str = ""


def decision_list_record(day: dt.date, context: Context, taken: Sequence[Taken]) -> Record:
    """What was decided on `day`, under the items' references."""
    style = context.style.papers.decisions
    plain = plain_date(day, context.style.dates)
    values = {"committee": context.committee, "plain_date": plain}
    lines = _list_lines(plain, context, taken)
    title = filled(style.title, values)
    return paper(lines, title, context.style, context.style_name, "public")


def _list_lines(day: str, context: Context, taken: Sequence[Taken]) -> Iterator[Line]:
    style = context.style.papers.decisions
    yield from head_lines(context.authority, context.committee, context.style, style.heading)
    opening = filled(style.opening, {"committee": context.committee, "date": day})
    if opening:
        yield plain_line("opening", opening)
    before: tuple[str, str] | None = None
    for each in taken:
        if (each.item, each.title) != before:
            yield plain_line("minute", each.title, each.item)
        before = (each.item, each.title)
        yield from _taken_lines(each, context)
    if not taken:
        yield plain_line("paragraph", style.none)
    if style.note:
        yield plain_line("closing", style.note)


def _taken_lines(each: Taken, context: Context) -> Iterator[Line]:
    style = context.style.papers.decisions
    yield from (_unnumbered(line) for line in each.lines)
    more = []
    if each.mover:
        more.append(filled(style.moved, {"mover": each.mover, "seconder": each.seconder}))
    if each.counts:
        more.append(filled(style.vote, {"counts": each.counts}))
    if more:
        yield plain_line("note", " ".join(more))
    if style.for_council and any(line.for_council for line in each.lines):
        yield plain_line("note", style.for_council)
    if each.exempt:
        named = paragraphs_named(each.paragraphs)
        yield plain_line("note", filled(style.exempt, {"paragraphs": named}))
    if each.summary:
        yield plain_line("summary", each.summary)


def _unnumbered(line: Line) -> Line:
    """A paragraph's number belongs to the minutes; a limb's mark to the resolution."""
    bare = replace(line, provisional=False, why="")
    return bare if line.kind in ("limb", "bullet") else replace(bare, number=None)


# --- the record of one decision -------------------------------------------------------------------


class Recorded(Fact, frozen=True):
    """A decision with what the meeting's facts say of it."""

    record: DecisionRecord
    title: str
    """The minute's: its public one where the edition is public."""
    lines: tuple[Line, ...]
    """The resolution, where the record says nothing else."""
    declared: tuple[str, ...] = ()
    dispensed: tuple[str, ...] = ()


def decision_record(day: dt.date, context: Context, found: Recorded, edition: Edition) -> Record:
    """Every part of the record (SI 2012/2089 reg 12).

    Raises RefusedError where the reasons or the decision are missing: they are never "none".
    """
    style, record = context.style.papers.record, found.record
    plain = plain_date(day, context.style.dates)
    if not record.reasons.strip():
        raise RefusedError(
            f"The record of decision on “{found.title}” has no reasons, which it must state "
            "(SI 2012/2089 reg 12(2)(b)). Type them first."
        )
    if not record.decision.strip() and not found.lines:
        raise RefusedError(
            f"The minute “{found.title}” has no resolution, and the record of decision must state "
            "what was decided (SI 2012/2089 reg 12(2)(a)). Type it first."
        )
    title = filled(
        style.title,
        {"committee": context.committee, "plain_date": plain, "number": record.number},
    )
    lines = _record_lines(plain, context, found)
    return paper(lines, title, context.style, context.style_name, edition)


def _record_lines(day: str, context: Context, found: Recorded) -> Iterator[Line]:
    style, record = context.style.papers.record, found.record
    yield from head_lines(context.authority, context.committee, context.style, style.heading)
    yield labelled(style.taker, record.taker or context.committee)
    yield labelled(style.number, record.number or style.none)
    yield labelled(style.date, day)
    yield labelled(style.subject, record.subject or found.title)
    yield plain_line("section", style.decision)
    if record.decision:
        yield from _paragraphs(record.decision)
    else:
        yield from (_unnumbered(line) for line in found.lines)
    for heading, words in (
        (style.reasons, record.reasons),
        (style.alternatives, record.alternatives),
        (style.interests, record.interests or "\n".join(found.declared)),
        (style.dispensations, record.dispensations or "\n".join(found.dispensed)),
        (style.background, record.background),
    ):
        yield plain_line("section", heading)
        yield from _paragraphs(words or style.none)


def _paragraphs(words: str) -> Iterator[Line]:
    return (plain_line("paragraph", line.strip()) for line in words.splitlines() if line.strip())
