"""Paragraphs, limbs, bullets and rows of minutes, put together from the lines of a paper."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from clerk import notation
from clerk.names import is_name, split_people
from clerk.readers.pages.page import Line, Page, broken_at, is_furniture, joined, was_full
from clerk.readers.pages.tables import is_row, row_of, rows_follow

Kind = Literal["text", "number", "limb", "bullet", "row"]


class Chunk(NamedTuple):
    """A paragraph, limb, bullet or table row as it stands in the paper."""

    kind: Kind
    mark: str
    """ "(2)", "2.", "1.2", "(a)", "* (a)", "-"; empty for plain text and rows."""
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


# "- (1) words", "(1) words", "1. words", "2) words", "1.2 words"; a bullet before a number is noise
_NUMBERED = re.compile(
    r"^(?:[-•●▪]\s+)?(?P<mark>\(\d{1,3}\)|\d{1,3}(?:\.\d{1,3}){1,3}\.?|\d{1,3}[.)])(?:\s+|(?=[A-Z]))(?P<text>\S.*)$"
)
# "(a) words", "(iv) words", "- (a) words"; "* (a) words" is for the council itself to decide
_LIMB = re.compile(
    r"^(?:[-•●▪]\s+|(?P<star>\*)\s*)?(?P<mark>\((?:[a-z]{1,2}|[ivxl]{3,7})\))\s*(?P<text>\S.*)$"
)
_STARRED = re.compile(r"\*\s+(?:\(|(?:RESOLVED|AGREED)\b)")
# "- words", "• words", "o words" (Word's hollow bullet)
_BULLET = re.compile(r"^(?P<mark>[-•●▪■◦‣·*–]|o(?=\s+[A-Z]))\s+(?P<text>\S.*)$")
_ONLY_MARK = re.compile(r"^[-•●▪■◦‣·–]$")
_FINISHED = re.compile(r"[.:;?!)\-*”\"’']$")
_DANGLING = re.compile(
    r"(?:,|\b(?:a|an|and|as|at|be|but|by|for|from|has|have|in|into|is|its|of|on|or|our|that|the|"
    r"their|this|to|was|were|which|who|will|with|would|Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor))$"
)
LEAD_ALONE = re.compile(
    r"^(?:.{0,40}\b)?(?:RESOLVED|Resolved|AGREED|Agreed)(?: by \d.{3,60}| unanimously)?\s*[-–—:]*$"
)
_VERB = re.compile(
    r"\b(?:was|were|is|are|be|been|had|has|have|said|stated|asked|noted|agreed|resolved|proposed|"
    r"seconded|explained|reported|confirmed|will|would|should|received|declared|considered|"
    r"approved|welcomed|thanked|moved|introduced|presented|referred|left|returned|entered)\b",
    re.IGNORECASE,
)
_NEARLY_FULL = 0.7
"""How much of the widest line a broken one fills: letters are not of one width in print."""
_TAIL, _LONGEST = 400, 100_000
"""The last characters of a paragraph, by which it is known to go on, and the longest one."""
_SHORTEST_BROKEN = 60
"""Characters below which a line without a full stop is more likely whole than broken."""


class Lay(NamedTuple):
    """How a paper lays its paragraphs out."""

    width: int = 0
    """The length at which it breaks its lines; 0 where each paragraph is one line."""
    parted: bool = False
    """Whether an empty line stands before each paragraph."""


def lay_of(page: Page) -> Lay:
    """How these lines are laid out."""
    begun = [
        at == 0 or not page[at - 1].text
        for at, line in enumerate(page)
        if _NUMBERED.match(line.text) or _BULLET.match(line.text)
    ]
    return Lay(broken_at(page), len(begun) >= 3 and sum(begun) * 5 >= len(begun) * 4)


def chunks_of(page: Page, first: int, end: int, lay: Lay, *, numbered: bool) -> list[Chunk]:
    """The lines put together to paragraphs that a page's or a line's end had broken."""
    found: list[Chunk] = []
    gap, mark = True, False
    last_line: Line | None = None
    for at in range(first, end):
        line = page[at]
        if is_furniture(line):
            continue
        if _ONLY_MARK.match(line.text):
            mark = True  # its words stand on the next line
            continue
        if not line.text:
            gap = True
            continue
        chunk = _chunk(page, at, end, alone=gap)
        if mark and chunk.kind == "text":
            chunk = chunk._replace(kind="bullet", mark="-")
        before = found[-1] if found else None
        if before and last_line and _continues(before, chunk, last_line, lay, numbered=numbered):
            text = joined(before.text, line.text)
            found[-1] = before._replace(text=text, last=line.number)
        else:
            found.append(chunk)
        gap, mark, last_line = False, False, line
    return found


def paragraph_shape(chunks: Sequence[Chunk]) -> str:
    """How these paragraphs are numbered; "" where no run of numbers begins one of them.

    A run that follows words ending with a colon, or a resolution, is a list of that paragraph.
    """
    for at, chunk in enumerate(chunks):
        if chunk.kind == "number" and chunk.figure == 1:
            before = chunks[at - 1] if at else None
            if before is None or not leads_a_list(before):
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
        star = "* " if found["star"] else ""
        return Chunk("limb", star + found["mark"], found["text"], *place)
    if (found := _BULLET.match(line.text)) and not _STARRED.match(line.text):
        return Chunk("bullet", "-", found["text"], *place)
    return Chunk("text", "", line.text, *place)


def _continues(before: Chunk, chunk: Chunk, last: Line, lay: Lay, *, numbered: bool) -> bool:
    """Whether `chunk` is the rest of the paragraph `before`, of which `last` is the last line."""
    if before.kind == "row" or len(before.text) > _LONGEST:
        return False
    before = before._replace(text=before.text[-_TAIL:]) if len(before.text) > _TAIL else before
    if chunk.kind in ("number", "limb") and not chunk.alone and _bracket_open(before.text):
        return True  # "(minute" and "4.12 of the last meeting)"
    if chunk.kind != "text" or is_block(chunk.text):
        return False
    if re.match(r"(?:[a-z]|[ivx]{2,4})[).]\s", chunk.text):  # "b) words": the next of a list
        return False
    if _ends_block(before.text) or LEAD_ALONE.match(before.text):
        return False
    if chunk.alone:
        broken = lay.width > 0 and len(last.raw) >= lay.width * _NEARLY_FULL
        return _goes_on_after_a_gap(before, chunk, numbered=numbered or broken, broken=broken)
    return _goes_on_below(before, chunk, last, lay)


def _bracket_open(text: str) -> bool:
    """Whether a bracket was opened in the last words and is not closed."""
    at = text.rfind("(")
    return at > text.rfind(")") and len(text) - at <= 60


def _goes_on_below(before: Chunk, chunk: Chunk, last: Line, lay: Lay) -> bool:
    """Whether a line right below goes on with the paragraph."""
    lower = chunk.text[0].islower()
    if not lay.width:
        if before.text.endswith((":", ";")):
            return False
        return lower or (len(last.text) >= _SHORTEST_BROKEN and not _FINISHED.search(before.text))
    if was_full(last, chunk.text, lay.width) or (lower and not before.text.endswith(".")):
        return True
    ended = _FINISHED.search(before.text)
    whole = ended and not (lay.parted and before.text.endswith((".", " -")))
    return len(last.raw) >= lay.width * _NEARLY_FULL and not whole


def _goes_on_after_a_gap(before: Chunk, chunk: Chunk, *, numbered: bool, broken: bool) -> bool:
    """Whether a paragraph goes on below an empty line: a page ended within it.

    `broken` says that its last line fills its width, as lines within a paragraph do.
    """
    if _FINISHED.search(before.text):
        return False
    if chunk.text[0].islower() or _DANGLING.search(before.text):
        return len(before.text) >= 25
    if len(before.text) < _SHORTEST_BROKEN or looks_like_heading(chunk.text):
        return False
    return numbered and (broken or before.kind == "number")


def is_block(text: str) -> bool:
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


def leads_a_list(chunk: Chunk) -> bool:
    """Whether numbers below the chunk are its list: it ends with a colon, or resolves."""
    if chunk.text.endswith((":", ":-", ":–", "-")):
        return True
    blocks = notation.parse(chunk.text)
    return bool(blocks) and isinstance(blocks[0], notation.Resolution)
