"""The text of one minute: its paragraphs as the blocks of Clerk's notation."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from clerk import notation
from clerk.readers.minutes.decisions import marked
from clerk.readers.pages.chunks import (
    LEAD_ALONE,
    Chunk,
    Lay,
    chunks_of,
    is_block,
    leads_a_list,
    looks_like_heading,
    paragraph_shape,
)
from clerk.readers.pages.page import Page, fold
from clerk.readers.pages.tables import repeats_a_row
from clerk.readers.reading import ReadDoubt


class Text(NamedTuple):
    """A minute's text in notation, with the lines of each block."""

    text: str
    lines: tuple[tuple[int, int], ...]
    printed: tuple[tuple[str, str], ...]
    """The number or mark of each block, and its words; both empty for tables and dates."""
    doubts: tuple[ReadDoubt, ...]


def read_text(page: Page, first: int, end: int, shape: str, lay: Lay) -> Text:
    """The text of the minute whose body is `page[first:end]`.

    `shape` is how the paper numbers paragraphs ("(1)", "1.", "1.1" or ""), `lay` how it lays
    its paragraphs out.
    """
    chunks = _joined_leads(chunks_of(page, first, end, lay, numbered=bool(shape)))
    return _Writer(paragraph_shape(chunks) or shape).text_of(chunks)


def _joined_leads(chunks: Sequence[Chunk]) -> list[Chunk]:
    """ "RESOLVED -" alone joined with the "That …" that follows it."""
    found: list[Chunk] = []
    for chunk in chunks:
        before = found[-1] if found else None
        if (
            before is not None
            and chunk.kind == "text"
            and LEAD_ALONE.match(before.text)
            and re.match(r"(?:[Tt]hat|THAT|to)\b", chunk.text)
        ):
            found[-1] = before._replace(text=f"{before.text} {chunk.text}", last=chunk.last)
        else:
            found.append(chunk)
    return found


class _Writer:
    """Makes blocks of chunks, counting the numbers that running on would give."""

    def __init__(self, shape: str) -> None:
        self._shape = shape
        self._blocks: list[notation.Block] = []
        self._lines: list[tuple[int, int]] = []
        self._printed: list[tuple[str, str]] = []
        self._doubts: list[ReadDoubt] = []
        self._upcoming = 1
        self._literal = 0
        """The last number of a list whose numbers stand in the text itself."""
        self._figures: set[int] = set()

    def text_of(self, chunks: Sequence[Chunk]) -> Text:
        """The whole text, one block a line."""
        lone = sum(1 for chunk in chunks if chunk.kind == "number") == 1 and len(chunks) == 1
        base = min((chunk.indent for chunk in chunks if chunk.kind == "bullet"), default=0)
        for at, chunk in enumerate(chunks):
            match chunk.kind:
                case "row":
                    self._row(chunk)
                case "bullet":
                    level = min(1 + max(chunk.indent - base, 0) // 2, 3)
                    self._put(notation.Bullet(id="", text=chunk.text, level=level), chunk)
                case "limb":
                    self._put(_limb(chunk), chunk)
                case "number":
                    self._numbered(chunk, chunks[at - 1] if at else None, lone=lone)
                case "text":
                    self._plain(chunk, chunks[at + 1 : at + 2])
        text = notation.write(self._blocks)
        return Text(text, tuple(self._lines), tuple(self._printed), tuple(self._doubts))

    def _put(self, block: notation.Block, chunk: Chunk) -> None:
        last = self._blocks[-1] if self._blocks else None
        if isinstance(block, notation.Dates) and isinstance(last, notation.Dates):
            self._blocks[-1] = msgspec.structs.replace(last, dates=last.dates + block.dates)
            self._lines[-1] = (self._lines[-1][0], chunk.last)
            return
        if notation.numbered(block):
            self._upcoming += 1
        self._blocks.append(block)
        self._lines.append((chunk.first, chunk.last))
        if isinstance(block, notation.Table | notation.Dates):
            self._printed.append(("", ""))
        else:
            mark = "" if chunk.kind == "bullet" else chunk.mark
            self._printed.append((mark, fold(chunk.text)))

    def _row(self, chunk: Chunk) -> None:
        cells = chunk.cells or (chunk.text,)
        last = self._blocks[-1] if self._blocks else None
        rule = all(re.fullmatch(r":?-{2,}:?", cell) for cell in cells)
        if isinstance(last, notation.Table) and not chunk.alone:
            if rule:
                self._blocks[-1] = msgspec.structs.replace(last, header=len(last.rows) == 1)
            else:
                self._blocks[-1] = msgspec.structs.replace(last, rows=(*last.rows, cells))
            self._lines[-1] = (self._lines[-1][0], chunk.last)
        elif not rule:
            self._put(notation.Table(id="", rows=(cells,)), chunk)

    def _numbered(self, chunk: Chunk, before: Chunk | None, *, lone: bool) -> None:
        step = chunk.figure - self._upcoming
        of_the_shape = chunk.shape == self._shape
        begins_list = before is not None and chunk.figure == 1 and leads_a_list(before)
        in_list = of_the_shape and not begins_list and self._in_list(before, chunk)
        if not of_the_shape or begins_list or in_list or (step < -3 and chunk.figure == 1):
            literal = f"{chunk.mark} {chunk.text}"
            self._put(
                notation.Paragraph(id="", text=literal), chunk._replace(mark="", text=literal)
            )
            self._literal = chunk.figure
            return
        restart = chunk.figure if step != 0 and not lone else None
        if restart is not None:
            self._doubt_number(chunk)
        self._figures.add(chunk.figure)
        self._upcoming = chunk.figure
        self._put(_restarted(self._unmarked(chunk), restart), chunk)

    def _in_list(self, before: Chunk | None, chunk: Chunk) -> bool:
        """Whether the number goes on with a list whose numbers stand in the text itself."""
        last = self._blocks[-1] if self._blocks else None
        return (
            before is not None
            and before.kind == "number"
            and isinstance(last, notation.Paragraph)
            and last.text.startswith(before.mark)
            and chunk.figure == self._literal + 1
        )

    def _doubt_number(self, chunk: Chunk) -> None:
        if chunk.figure in self._figures:
            said, weight = "This paragraph number stands twice in the minute.", 60
        elif not self._figures or chunk.figure > max(self._figures) + 1:
            said, weight = "Paragraph numbers before this one are missing.", 55
        else:
            return  # paragraphs without a number stand before it: no slip
        self._doubts.append(
            ReadDoubt(
                line=chunk.first,
                read=f"{chunk.mark} {chunk.text[:60]}",
                uncertain=said,
                weight=weight,
            )
        )

    def _plain(self, chunk: Chunk, later: Sequence[Chunk]) -> None:
        last = self._blocks[-1] if self._blocks else None
        if isinstance(last, notation.Table) and repeats_a_row(chunk.text, last.rows):
            self._put(notation.Table(id="", rows=((chunk.text,),)), chunk)
            self._doubts.append(
                ReadDoubt(
                    line=chunk.first,
                    read=chunk.text[:80],
                    uncertain="It repeats a row of the table above; read as one that fell out.",
                    weight=50,
                )
            )
        elif self._is_subheading(chunk, later):
            self._put(notation.Subheading(id="", text=chunk.text), chunk)
        else:
            self._put(self._unmarked(chunk), chunk)

    def _is_subheading(self, chunk: Chunk, later: Sequence[Chunk]) -> bool:
        following = later[0] if later else None
        if following is None or following.kind in ("bullet", "limb"):
            return False
        if not looks_like_heading(chunk.text) or is_block(chunk.text):
            return False
        capitals = chunk.text.isupper() and len(chunk.text) > 3
        if not capitals and not (chunk.alone and (following.alone or following.kind == "number")):
            return False
        if chunk.text.endswith("."):
            return following.kind == "number" and following.shape == self._shape
        return (
            following.kind in ("number", "row")
            or len(following.text) >= 40
            or (
                bool(notation.parse(following.text))
                and isinstance(notation.parse(following.text)[0], notation.Resolution)
            )
        )

    def _unmarked(self, chunk: Chunk) -> notation.Block:
        """The block of words without a mark of their own: a resolution where they are one."""
        words = fold(chunk.text)
        parsed = notation.parse(words)
        if len(parsed) == 1 and isinstance(
            parsed[0], notation.Resolution | notation.Outcome | notation.Dates
        ):
            block: notation.Block = parsed[0]
            if isinstance(block, notation.Resolution) or chunk.kind == "text":
                return msgspec.structs.replace(block, id="")
        text, said = marked(words)
        if said:
            self._doubts.append(
                ReadDoubt(line=chunk.first, read=said[:100], uncertain=_IN_PROSE, weight=30)
            )
        return notation.Paragraph(id="", text=text)


def _limb(chunk: Chunk) -> notation.Limb:
    starred = chunk.mark.startswith("*")
    return notation.Limb(id="", text=chunk.text, mark=chunk.mark.lstrip("* "), for_council=starred)


_IN_PROSE = "A decision within a paragraph: its words were marked as the resolution."


def _restarted(block: notation.Block, number: int | None) -> notation.Block:
    if number is not None and isinstance(block, notation.Paragraph | notation.Resolution):
        return msgspec.structs.replace(block, restart=number)
    return block
