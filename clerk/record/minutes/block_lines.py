"""The lines of a minute's text: which block takes which number, and how a resolution stands."""

import re
from collections.abc import Iterator
from typing import assert_never

from msgspec.structs import replace

from clerk.domain.meetings import Meeting, Minute
from clerk.domain.printed import Line, Run
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
from clerk.record.context import Context
from clerk.record.minutes.fields import blocks_of, exclusion_before
from clerk.record.minutes.limbs import limb_levels, limb_marks
from clerk.record.minutes.marks import shaped
from clerk.record.numbering import printed_order
from clerk.record.style.house_style import HouseStyle
from clerk.record.style.parts import ResolutionStyle

_FORMAL_LEAD = LatePattern(r"(it was )?(resolved|agreed|recommended|decided)\b", re.IGNORECASE)


def block_lines(
    meeting: Meeting, minute: Minute, context: Context, number: str, first: int = 1
) -> Iterator[Line]:
    """The lines of a minute's blocks. `first` is its first paragraph's number."""
    style = context.style
    blocks = ordered_blocks(meeting, minute, context)
    numbers, _ = _numbers(blocks, style, number, first)
    levels = limb_levels(blocks)
    marks = limb_marks(blocks, levels, style)
    for at, block in enumerate(blocks):
        if isinstance(block, Resolution) and not _follows_resolution(blocks, at):
            yield from _over_resolution(block, style)
        printed = marks.get(at) or numbers.get(at)
        yield from lines_of(block, printed, levels.get(at, 1), style)


def exclusion_lines(meeting: Meeting, minute: Minute, context: Context) -> Iterator[Line]:
    """The resolution to exclude the public, before the first minute that it covers."""
    for block in exclusion_before(meeting, minute, context):
        for line in lines_of(block, None, 1, context.style):
            yield replace(line, role="exclusion")


def first_paragraphs(meeting: Meeting, context: Context) -> dict[str, int]:
    """The number of each minute's first paragraph, where they run on through the meeting."""
    if context.style.paragraph.runs != "through meeting":
        return {}
    firsts: dict[str, int] = {}
    upcoming = 1
    for minute in printed_order(meeting, context.style):
        firsts[minute.id] = upcoming
        blocks = ordered_blocks(meeting, minute, context)
        _, upcoming = _numbers(blocks, context.style, "", upcoming)
    return firsts


def ordered_blocks(meeting: Meeting, minute: Minute, context: Context) -> tuple[Block, ...]:
    """The blocks in the house's order: as typed, or resolutions with all of theirs last."""
    blocks = blocks_of(meeting, minute, context)
    if context.style.resolution.place == "where typed":
        return blocks
    kept: list[Block] = []
    last: list[Block] = []
    resolving = False
    for block in blocks:
        resolving = isinstance(block, Resolution) or (
            resolving and isinstance(block, Limb | Bullet)
        )
        (last if resolving else kept).append(block)
    return (*kept, *last)


def _numbers(
    blocks: tuple[Block, ...], style: HouseStyle, minute: str, first: int
) -> tuple[dict[int, str], int]:
    """The printed number of each block that has one, by its place; and the next that is free."""
    paragraph, resolution = style.paragraph, style.resolution
    sequence = {at for at, block in enumerate(blocks) if _in_sequence(block, style)}
    numbered = len(sequence) > 1 or paragraph.lone_number
    printed: dict[int, str] = {}
    upcoming, own = first, 1
    for at, block in enumerate(blocks):
        if isinstance(block, Subheading) and paragraph.runs == "from sub-heading":
            upcoming = 1
        if isinstance(block, Paragraph | Resolution) and at in sequence:
            ordinal = block.restart or upcoming
            if numbered:
                printed[at] = shaped(paragraph.number, ordinal, minute)
                upcoming = ordinal + 1
        elif isinstance(block, Resolution) and resolution.number:
            printed[at] = shaped(resolution.number, own, minute)
            own += 1
    return {at: words for at, words in printed.items() if words}, upcoming


def _in_sequence(block: Block, style: HouseStyle) -> bool:
    if isinstance(block, Resolution):
        return style.paragraph.resolutions_numbered
    return isinstance(block, Paragraph)


def _follows_resolution(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether the block before is a resolution, or hangs on one."""
    before = at - 1
    while before >= 0 and isinstance(blocks[before], Limb | Bullet):
        before -= 1
    return before >= 0 and isinstance(blocks[before], Resolution)


def _over_resolution(block: Block, style: HouseStyle) -> Iterator[Line]:
    if style.resolution.heading:
        yield Line(
            kind="subheading",
            runs=(Run(text=style.resolution.heading),),
            fact=block.id,
            role="resolution heading",
        )


def lines_of(block: Block, number: str | None, level: int, style: HouseStyle) -> Iterator[Line]:
    """The lines of one block; `number` is what is printed before it, if anything."""
    fact = block.id
    match block:
        case Paragraph():
            yield Line(
                kind="paragraph", number=number, runs=_runs(block.text), fact=fact, role="text"
            )
        case Resolution():
            yield _resolution_line(block, number, style)
        case Subheading():
            yield Line(
                kind="subheading",
                runs=_runs(block.text),
                fact=fact,
                role="text",
                case="upper" if style.paragraph.subheading_capitals else None,
            )
        case Bullet():
            yield Line(
                kind="bullet", runs=_runs(block.text), fact=fact, role="text", level=block.level
            )
        case Limb():
            yield Line(
                kind="limb",
                number=_council_mark(block, style) + (number or block.mark),
                runs=_runs(block.text),
                fact=fact,
                role="text",
                level=level,
                for_council=block.for_council,
            )
        case Outcome():
            yield Line(kind="outcome", runs=(Run(text=block.text),), fact=fact, role="text")
        case Quotation():
            yield Line(kind="quotation", runs=_runs(block.text), fact=fact, role="text")
        case Dates():
            for words in block.dates:
                yield Line(kind="date", runs=(Run(text=words),), fact=fact, role="text")
        case Table():
            header = block.header or heads(block.rows)
            yield Line(kind="table", rows=block.rows, header=header, fact=fact, role="table")
        case _:
            assert_never(block)


def heads(rows: tuple[tuple[str, ...], ...]) -> bool:
    """Whether the first row of a table is plainly its header though no rule under it says so.

    Words over columns in which numbers stand; or the two cells over a form with one cell a line, as
    records of decision are set. Who has a table read out hears the header with each cell.
    """
    first, later = rows[0] if rows else (), rows[1:]
    if len(first) < 2 or not later or not all(first):
        return False
    if all(len(row) == 1 for row in later):
        return True
    numbers = any(any(map(str.isdigit, cell)) for row in later for cell in row)
    words = not any(map(str.isdigit, "".join(first)))
    return numbers and words and len(first) == max(map(len, rows))


def _runs(text: str) -> tuple[Run, ...]:
    return tuple(
        Run(text=words, role="resolution" if marked else "") for words, marked in marked_runs(text)
    )


def _council_mark(block: Limb | Resolution, style: HouseStyle) -> str:
    """What the house puts before what the council itself must decide."""
    return style.resolution.for_council if block.for_council else ""


def _resolution_line(block: Resolution, number: str | None, style: HouseStyle) -> Line:
    """A resolution; the mark of what the council must decide stands first, number or not."""
    mark = _council_mark(block, style)
    runs = _resolution_runs(block, style)
    return Line(
        kind="resolution",
        number=mark + number if number else None,
        runs=(Run(text=mark, role="mark"), *runs) if mark and not number else runs,
        fact=block.id,
        role="text",
        for_council=block.for_council,
    )


def _resolution_runs(block: Resolution, style: HouseStyle) -> tuple[Run, ...]:
    of = style.resolution
    lead = of.lead if block.lead is None else block.lead
    # Narrative words ("Following discussion Cabinet resolved to") are a sentence, not a lead to
    # be set apart.
    formal = bool(_FORMAL_LEAD.match(lead)) or block.lead is None
    role = "lead" if formal and of.weight != "none" else "narrative lead"
    said = _after_lead(block, lead, of) if formal else gap_before(block.text) + block.text
    runs = (*((Run(text=lead, role=role),) if lead else ()), *_runs(said))
    if of.weight == "whole":
        return tuple(Run(text=run.text, role="lead") for run in runs)
    return runs


def _after_lead(block: Resolution, lead: str, of: ResolutionStyle) -> str:
    """What follows a formal lead, with the blank or line break that parts them."""
    text = block.text
    if lead.endswith((":", "-", "–", "—")):  # the house's own stop takes the place of a typed one
        text = text.lstrip(":-–— ")
    if not any(letter.isalnum() for letter in text):
        return gap_before(text) + text
    if of.that and block.lead is None:
        text = f"{of.that} {text}"
    elif of.capital:
        text = text[:1].upper() + text[1:]
    if not lead:
        return text
    return ("\n" if of.lead_place == "own line" else gap_before(text)) + text
