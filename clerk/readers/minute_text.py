"""The text of one minute: its lines, put together as the blocks of Clerk's notation."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

import msgspec

from clerk import notation
from clerk.names import is_name, split_people
from clerk.readers.decisions import marked
from clerk.readers.page import Line, Page, fold, is_furniture, was_full
from clerk.readers.reading import ReadDoubt
from clerk.readers.tables import is_row, repeats_a_row, row_of, rows_follow

Kind = Literal["text", "number", "limb", "bullet", "row"]


class Chunk(NamedTuple):
    """A paragraph, limb, bullet or table row as it stands in the paper."""

    kind: Kind
    mark: str
    """ "(2)", "2.", "1.2", "(a)", "-"; empty for plain text and rows."""
    text: str
    first: int
    last: int
    alone: bool
    """Whether an empty line stands before it."""
    indent: int = 0
    cells: tuple[str, ...] = ()

    @property
    def figure(self) -> int:
        """The last figure of a number: 2 for "(2)" and "1.2"."""
        return int(re.findall(r"\d+", self.mark)[-1])

    @property
    def shape(self) -> str:
        """The number with its figures as "1": "(1)", "1.", "1.1"."""
        return re.sub(r"\d+", "1", self.mark)


class Text(NamedTuple):
    """A minute's text in notation, with the lines of each block."""

    text: str
    lines: tuple[tuple[int, int], ...]
    doubts: tuple[ReadDoubt, ...]


# "- (1) words", "(1) words", "1. words", "2) words", "1.2 words"; a bullet before a number is noise
_NUMBERED = re.compile(
    r"^(?:[-•●▪]\s+)?(?P<mark>\(\d{1,3}\)|\d{1,3}(?:\.\d{1,3}){1,3}\.?|\d{1,3}[.)])(?:\s+|(?=[A-Z]))(?P<text>\S.*)$"
)
# "(a) words", "(iv) words", "- (a) words"
_LIMB = re.compile(r"^(?:[-•●▪]\s+)?(?P<mark>\((?:[a-z]{1,2}|[ivxl]{3,7})\))\s*(?P<text>\S.*)$")
# "- words", "• words", "o words" (Word's hollow bullet)
_BULLET = re.compile(r"^(?P<mark>[-•●▪■◦‣·*–]|o(?=\s+[A-Z]))\s+(?P<text>\S.*)$")
_ONLY_MARK = re.compile(r"^[-•●▪■◦‣·–]$")
_FINISHED = re.compile(r"[.:;?!)\-*”\"’']$")
_DANGLING = re.compile(
    r"(?:,|\b(?:a|an|and|as|at|be|but|by|for|from|has|have|in|into|is|its|of|on|or|our|that|the|"
    r"their|this|to|was|were|which|who|will|with|would|Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor))$"
)
_LEAD_ALONE = re.compile(
    r"^(?:.{0,40}\b)?(?:RESOLVED|Resolved|AGREED|Agreed)(?: by \d.{3,60}| unanimously)?\s*[-–—:]*$"
)
_VERB = re.compile(
    r"\b(?:was|were|is|are|be|been|had|has|have|said|stated|asked|noted|agreed|resolved|proposed|"
    r"seconded|explained|reported|confirmed|will|would|should|received|declared|considered|"
    r"approved|welcomed|thanked|moved|introduced|presented|referred|left|returned|entered)\b",
    re.IGNORECASE,
)
_NEARLY_FULL = 0.8
"""How much of the widest line a broken one fills: letters are not of one width in print."""
_SHORTEST_BROKEN = 60
"""Characters below which a line without a full stop is more likely whole than broken."""


def read_text(page: Page, first: int, end: int, shape: str, width: int) -> Text:
    """The text of the minute whose body is `page[first:end]`.

    `shape` is how the paper numbers paragraphs ("(1)", "1.", "1.1" or ""), `width` the length at
    which it breaks its lines (0 where each paragraph is one line).
    """
    chunks = _joined_leads(chunks_of(page, first, end, width, numbered=bool(shape)))
    return _Writer(paragraph_shape(chunks) or shape).text_of(chunks)


def chunks_of(page: Page, first: int, end: int, width: int, *, numbered: bool) -> list[Chunk]:
    """The lines put together to paragraphs that a page's or a line's end had broken."""
    found: list[Chunk] = []
    gap = True
    last_line: Line | None = None
    for at in range(first, end):
        line = page[at]
        if is_furniture(line) or _ONLY_MARK.match(line.text):
            continue
        if not line.text:
            gap = True
            continue
        chunk = _chunk(page, at, end, alone=gap)
        before = found[-1] if found else None
        if before and last_line and _continues(before, chunk, last_line, width, numbered=numbered):
            found[-1] = before._replace(text=f"{before.text} {chunk.text}", last=line.number)
        else:
            found.append(chunk)
        gap, last_line = False, line
    return found


def paragraph_shape(chunks: Sequence[Chunk]) -> str:
    """How these paragraphs are numbered; "" where no run of numbers begins one of them.

    A run that follows words ending with a colon, or a resolution, is a list of that paragraph.
    """
    for at, chunk in enumerate(chunks):
        if chunk.kind == "number" and chunk.figure == 1:
            before = chunks[at - 1] if at else None
            if before is None or not _leads_a_list(before):
                return chunk.shape
    return ""


def _chunk(page: Page, at: int, end: int, *, alone: bool) -> Chunk:
    line = page[at]
    place = (line.number, line.number, alone, line.indent)
    if is_row(line) or rows_follow(page, at, end):
        return Chunk("row", "", line.text, *place, cells=row_of(line))
    if found := _NUMBERED.match(line.text):
        return Chunk("number", found["mark"], found["text"], *place)
    if found := _LIMB.match(line.text):
        return Chunk("limb", found["mark"], found["text"], *place)
    if (found := _BULLET.match(line.text)) and not re.match(r"\*\s+\(", line.text):
        return Chunk("bullet", "-", found["text"], *place)
    return Chunk("text", "", line.text, *place)


def _continues(before: Chunk, chunk: Chunk, last: Line, width: int, *, numbered: bool) -> bool:
    """Whether `chunk` is the rest of the paragraph `before`, of which `last` is the last line."""
    if chunk.kind != "text" or before.kind == "row" or _is_block(chunk.text):
        return False
    if re.match(r"(?:[a-z]|[ivx]{2,4})[).]\s", chunk.text):  # "b) words": the next of a list
        return False
    if _ends_block(before.text) or _LEAD_ALONE.match(before.text):
        return False
    lower = chunk.text[0].islower()
    if not chunk.alone:
        if width:
            return (
                was_full(last, chunk.text, width)
                or (lower and not before.text.endswith("."))
                or (len(last.raw) >= width * _NEARLY_FULL and not _FINISHED.search(before.text))
            )
        if before.text.endswith((":", ";")):
            return False
        return lower or (len(last.text) >= _SHORTEST_BROKEN and not _FINISHED.search(before.text))
    if _FINISHED.search(before.text):
        return False
    if lower:
        return len(before.text) >= 25
    if _DANGLING.search(before.text):
        return len(before.text) >= 25
    if len(before.text) < _SHORTEST_BROKEN or looks_like_heading(chunk.text):
        return False
    return numbered and before.kind == "number"


def _is_block(text: str) -> bool:
    """Whether the words are a resolution's beginning, an outcome or dates, which begin anew."""
    block = notation.parse(text[:400])
    if not block or not isinstance(block[0], notation.Resolution):
        return bool(block) and isinstance(block[0], notation.Outcome | notation.Dates)
    return bool(re.match(r"(?:UNANIMOUSLY |It was )?(?:RESOLVED|Resolved|AGREED)\b", text))


def _ends_block(text: str) -> bool:
    """Whether the words are an outcome or dates, which nothing goes on."""
    block = notation.parse(text[:200])
    return len(block) == 1 and isinstance(block[0], notation.Outcome | notation.Dates)


def looks_like_heading(text: str) -> bool:
    """Whether a line that stands alone reads as a heading rather than as a sentence."""
    if len(text) > 110 or not (text[0].isupper() or text[0].isdigit() or text[0] in "‘“\"'"):
        return False
    if text.endswith((",", ";", ":", "?", "!", "-", "–", ")")) and not text.isupper():
        return False
    if text.endswith(".") and len(text) > 60:
        return False
    if _VERB.search(text) or re.search(r"\d\s*votes?$|^\W|\.{3,}|_{3,}", text):
        return False
    if re.match(r"[\w’']+(?: [\w’']+)?:\s", text):  # "Voting: 6 for": a label and what it says
        return False
    people = split_people(text)
    named = people and people[0].start == 0 and people[0].name
    return not (named and (named.title or (is_name(text) and len(named.given) <= 5)))


def _joined_leads(chunks: Sequence[Chunk]) -> list[Chunk]:
    """ "RESOLVED -" alone joined with the "That …" that follows it."""
    joined: list[Chunk] = []
    for chunk in chunks:
        before = joined[-1] if joined else None
        if (
            before is not None
            and chunk.kind == "text"
            and _LEAD_ALONE.match(before.text)
            and re.match(r"(?:[Tt]hat|THAT|to)\b", chunk.text)
        ):
            joined[-1] = before._replace(text=f"{before.text} {chunk.text}", last=chunk.last)
        else:
            joined.append(chunk)
    return joined


def _leads_a_list(chunk: Chunk) -> bool:
    if chunk.text.endswith((":", ":-", ":–", "-")):
        return True
    blocks = notation.parse(chunk.text)
    return bool(blocks) and isinstance(blocks[0], notation.Resolution)


class _Writer:
    """Makes blocks of chunks, counting the numbers that running on would give."""

    def __init__(self, shape: str) -> None:
        self._shape = shape
        self._blocks: list[notation.Block] = []
        self._lines: list[tuple[int, int]] = []
        self._doubts: list[ReadDoubt] = []
        self._upcoming = 1
        self._literal = 0
        """The last number of a list whose numbers stand in the text itself."""
        self._printed: set[int] = set()

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
                    self._put(notation.Limb(id="", text=chunk.text, mark=chunk.mark), chunk)
                case "number":
                    self._numbered(chunk, chunks[at - 1] if at else None, lone=lone)
                case "text":
                    self._plain(chunk, chunks[at + 1 : at + 2])
        text = notation.write(self._blocks)
        return Text(text, tuple(self._lines), tuple(self._doubts))

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
        begins_list = before is not None and chunk.figure == 1 and _leads_a_list(before)
        in_list = of_the_shape and not begins_list and self._in_list(before, chunk)
        if not of_the_shape or begins_list or in_list or (step < -3 and chunk.figure == 1):
            literal = f"{chunk.mark} {chunk.text}"
            self._put(notation.Paragraph(id="", text=literal), chunk)
            self._literal = chunk.figure
            return
        restart = chunk.figure if step != 0 and not lone else None
        if restart is not None:
            self._doubt_number(chunk)
        self._printed.add(chunk.figure)
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
        if chunk.figure in self._printed:
            said, weight = "This paragraph number stands twice in the minute.", 60
        elif not self._printed or chunk.figure > max(self._printed) + 1:
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
        if not looks_like_heading(chunk.text) or _is_block(chunk.text):
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


_IN_PROSE = "A decision within a paragraph: its words were marked as the resolution."


def _restarted(block: notation.Block, number: int | None) -> notation.Block:
    if number is not None and isinstance(block, notation.Paragraph | notation.Resolution):
        return msgspec.structs.replace(block, restart=number)
    return block
