"""Text ⇄ blocks. Any text parses; no character that is not blank is dropped."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

import msgspec

from clerk.notation.blocks import (
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
)
from clerk.notation.resolving import read_resolution, resolution_line
from clerk.notation.tables import cells, headed, table_lines
from clerk.patterns import LatePattern
from clerk.when import find_dates


def parse(text: str, ids: Sequence[str] = ()) -> tuple[Block, ...]:
    """The blocks of a text, in order; `ids` are theirs in the same order, missing ones are "".

    Each line that is not blank is a block, but consecutive lines of dates make one list, and
    consecutive lines that begin with `|` one table. A blank line is ignored, save that it ends a
    table. Every character that is not blank stands in a block's fields, or is the mark that made
    it: `- `, `## `, `> `, `|`, `(14)=`, the standard lead of a resolution, `*` before a resolution
    or a limb, and a `\\` before what would be a mark. Never raises.
    """
    found = [block for _, _, block in _blocks(text)]
    return tuple(
        msgspec.structs.replace(block, id=ids[at]) if at < len(ids) else block
        for at, block in enumerate(found)
    )


def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where each block stands in the text: from its first character that is not blank to its last.

    Blank characters alone stand outside of all of them.
    """
    return tuple((start, end) for start, end, _ in _blocks(text))


def write(blocks: Sequence[Block]) -> str:
    """The text of these blocks, one a line, from which `parse` makes the same blocks without ids.

    A new line inside a block becomes a space. A block that no text stands for (nothing but blanks,
    a limb whose mark is no mark) is written as near as may be.
    """
    lines: list[str] = []
    for at, block in enumerate(blocks):
        if at and isinstance(block, Table) and isinstance(blocks[at - 1], Table):
            lines.append("")
        lines += [line.replace("\n", " ") for line in _lines_of(block)]
    return "\n".join(lines)


_KEPT = 4000
"""Lines of which the blocks are kept: those of a long meeting."""
_Placed = tuple[int, int, Block]
_HEADING = LatePattern(r"##\s+(?P<text>\S.*)")
_QUOTATION = LatePattern(r">\s+(?P<text>\S.*)")
_BULLET = LatePattern(r"-\s+(?P<text>\S.*)")
_STAR = "*"
_LIMB = LatePattern(
    r"(?P<star>\*\s*)?(?P<mark>\((?:[a-z]{1,2}|([a-z])\3\3|[ivxl]{3,7})\))\s+(?P<text>\S.*)"
)
_RESTART = LatePattern(r"\((?P<number>[0-9]{1,4})\)=\s*(?P<text>\S.*)")
_OUTCOME = LatePattern(
    r"(?:not\s+carried|withdrawn|lost|carried(?:\s+(?:unanimously|nem\.?\s*con\.?))?)\.?", re.I
)


def _blocks(text: str) -> list[_Placed]:
    """The blocks without ids, each with where it starts and ends in the text."""
    placed: list[_Placed] = []
    start, gap = 0, False
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            first = start + len(line) - len(line.lstrip())
            block = _block(line.rstrip())
            _add(placed, (first, first + len(stripped), block), gap=gap)
        gap = not stripped
        start += len(line) + 1
    return [(first, last, headed(block)) for first, last, block in placed]


def _add(placed: list[_Placed], new: _Placed, *, gap: bool) -> None:
    """The block put behind the others, or made one with the last."""
    start, end, block = new
    first, _, last = placed[-1] if placed else (0, 0, None)
    if isinstance(block, Dates) and isinstance(last, Dates):
        placed[-1] = (first, end, Dates(id="", dates=last.dates + block.dates))
    elif isinstance(block, Table) and isinstance(last, Table) and not gap:
        placed[-1] = (first, end, Table(id="", rows=last.rows + block.rows))
    else:
        placed.append((start, end, block))


@lru_cache(maxsize=_KEPT)
def _block(line: str) -> Block:
    """The block of one line that is not blank.

    Kept, because a text is read several times at each pause in typing, with one line new in it.
    """
    words = line.strip()
    if words[0] == "\\":
        return Paragraph(id="", text=_unmasked(words, _makes_more))
    found = _RESTART.fullmatch(words)
    if found:
        return _restarted(int(found["number"]), found["text"])
    return _marked(line, words) or _resolution(words) or Paragraph(id="", text=words)


def _restarted(number: int, words: str) -> Block:
    """The block after `(14)=`: a resolution or a paragraph, since nothing else takes a number."""
    resolution = _resolution(words)
    if resolution:
        return msgspec.structs.replace(resolution, restart=number)
    return Paragraph(id="", text=_unmasked(words, _resolves), restart=number)


def _unmasked(words: str, special: Callable[[str], bool]) -> str:
    """The words without the backslash that keeps what follows from being special.

    Of several, one goes. A backslash before words that would be plain without it is theirs.
    """
    rest = words.lstrip("\\")
    return words[1:] if rest != words and special(rest) else words


def _masked(words: str, special: Callable[[str], bool]) -> str:
    """The words as they must be typed to mean just themselves."""
    return "\\" + words if special(words.lstrip("\\")) else words


def _makes_more(words: str) -> bool:
    """Whether a line of these words, which begin with no backslash, is not a plain paragraph."""
    if not words or words[0].isspace():
        return False
    return bool(_RESTART.fullmatch(words) or _marked(words, words) or _resolves(words))


def _resolves(words: str) -> bool:
    return _resolution(words) is not None


def _resolution(words: str) -> Resolution | None:
    """The resolution that the words are, with or without a star; None where they are none."""
    if not words.startswith(_STAR):
        return read_resolution(words)
    found = read_resolution(words.removeprefix(_STAR).lstrip())
    return msgspec.structs.replace(found, for_council=True) if found else None


def _marked(line: str, words: str) -> Block | None:
    """The block of a line with a mark of its own; None for paragraphs and resolutions."""
    if words[0] == "|":
        return Table(id="", rows=(cells(words),))
    if found := _HEADING.fullmatch(words):
        return Subheading(id="", text=found["text"])
    if found := _QUOTATION.fullmatch(words):
        return Quotation(id="", text=found["text"])
    if found := _BULLET.fullmatch(words):
        return Bullet(id="", text=found["text"], level=_level(line))
    if found := _LIMB.fullmatch(words):
        starred = found["star"] is not None
        return Limb(id="", text=found["text"], mark=found["mark"], for_council=starred)
    if _OUTCOME.fullmatch(words):
        return Outcome(id="", text=words)
    dates = tuple(printed for printed, _ in find_dates(words))
    return Dates(id="", dates=dates) if dates and _is_all(words, dates) else None


def _is_all(words: str, dates: tuple[str, ...]) -> bool:
    """Whether the dates and the blanks between them are all that the line holds."""
    return sum(len("".join(date.split())) for date in dates) == len("".join(words.split()))


def _level(line: str) -> int:
    """1 to 3: two spaces, or a tab, before the dash make the next level."""
    blanks = line[: len(line) - len(line.lstrip())].replace("\t", "  ")
    return min(len(blanks) // 2, 2) + 1


def _lines_of(block: Block) -> list[str]:
    """The lines that stand for one block."""
    match block:
        case Subheading():
            return [f"## {block.text}"]
        case Quotation():
            return [f"> {block.text}"]
        case Bullet():
            return ["  " * (block.level - 1) + f"- {block.text}"]
        case Limb():
            return [f"{_star(block)}{block.mark} {block.text}"]
        case Outcome():
            return [block.text]
        case Dates():
            return list(block.dates)
        case Table():
            return table_lines(block)
        case Resolution():
            return [_restart(block.restart) + _star(block) + resolution_line(block)]
        case Paragraph():
            return [_paragraph_line(block)]


def _star(block: Limb | Resolution) -> str:
    return f"{_STAR} " if block.for_council else ""


def _restart(number: int | None) -> str:
    return "" if number is None else f"({number})= "


def _paragraph_line(block: Paragraph) -> str:
    """The paragraph's text, with a backslash where it would be taken for something else."""
    if block.restart is None:
        return _masked(block.text, _makes_more)
    return _restart(block.restart) + _masked(block.text, _resolves)
