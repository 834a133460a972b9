"""What stands beside each block of a minute while it is typed: its number, and what is amiss."""

import difflib
from collections import defaultdict

from msgspec.structs import replace

from clerk.domain.base import Fact
from clerk.domain.meetings import Meeting, Minute
from clerk.notation import Block, Paragraph, spans
from clerk.notation.structure import troubles
from clerk.patterns import LatePattern
from clerk.record.context import Context
from clerk.record.minutes.compose import minute_lines
from clerk.record.minutes.fields import FIELD_NAMES, grouped_blocks


class Beside(Fact, frozen=True):
    """Beside one block: `text[start:end]`, which begins in the text's row `row`."""

    row: int
    start: int
    end: int
    number: str = ""
    """As it will print; with "…" where a field prints several paragraphs."""
    facts: tuple[str, ...] = ()
    """Which facts the record's lines of this block print."""
    trouble: str = ""
    """What is amiss, in a sentence; empty where nothing is."""


def beside(meeting: Meeting, minute: Minute, context: Context) -> tuple[Beside, ...]:
    """What stands beside the blocks of the minute's text, in order.

    The minute may hold other text than the meeting's has for it; blocks without an id are new.
    """
    placed = spans(minute.text)
    known = (*minute.blocks, *("" for _ in placed))
    ids = tuple(known[at] or f"{minute.id}#{at}" for at in range(len(placed)))
    typed = replace(minute, blocks=ids)
    groups = [each for each in grouped_blocks(meeting, typed, context) if each[0] is not None]
    numbers = _numbers(meeting, typed, context)
    amiss = _amiss([block for block, _ in groups if block is not None])
    found: list[Beside] = []
    row = counted_to = 0
    for at, (start, end) in enumerate(placed):
        row += minute.text.count("\n", counted_to, start)
        counted_to = start
        facts = tuple(block.id for block in groups[at][1])
        printed = [numbers[fact].pop(0) for fact in facts if numbers[fact]]
        found.append(
            Beside(
                row=row,
                start=start,
                end=end,
                number=_in_margin(printed),
                facts=facts,
                trouble=amiss.get(at, ""),
            )
        )
    return tuple(found)


def _numbers(meeting: Meeting, minute: Minute, context: Context) -> dict[str, list[str]]:
    """The numbers that the record prints before paragraphs and resolutions, by their facts."""
    minutes = tuple(minute if each.id == minute.id else each for each in meeting.minutes)
    found: dict[str, list[str]] = defaultdict(list)
    for line in minute_lines(replace(meeting, minutes=minutes), minute, context):
        if line.kind in ("paragraph", "resolution"):
            found[line.fact].append(line.number or "")
    return found


def _in_margin(printed: list[str]) -> str:
    numbers = [each for each in printed if each]
    return f"{numbers[0]}…" if len(numbers) > 1 else "".join(numbers)


def _amiss(blocks: list[Block]) -> dict[int, str]:
    """Each block's first trouble, by its place."""
    found = {trouble.block: trouble.says for trouble in reversed(troubles(blocks))}
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph) and (words := _unknown_field(block.text)):
            found[at] = words
    return found


def _unknown_field(text: str) -> str:
    """What to say of a line that looks like a field and is none; empty of any other."""
    name = text[1:]
    if not _LIKE_A_FIELD.fullmatch(text) or name in FIELD_NAMES:
        return ""
    nearest = difflib.get_close_matches(name, FIELD_NAMES, 1)
    hint = f" :{nearest[0]} is." if nearest else f" There are :{', :'.join(FIELD_NAMES)}."
    return f"{text} is no field, so it prints as typed.{hint}"


_LIKE_A_FIELD = LatePattern(r":[a-z][a-z-]*")
