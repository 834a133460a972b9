"""What the clerk types ⇄ blocks. Any text parses; no character that is not blank is dropped."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

import msgspec

from clerk.domain.base import Fact
from clerk.when import find_dates


class Paragraph(Fact, frozen=True, tag="paragraph"):
    """A plain paragraph; numbered by the house style."""

    id: str
    text: str
    restart: int | None = None
    """The printed number set by hand (`(14)= text`); the next run on from it."""


class Subheading(Fact, frozen=True, tag="subheading"):
    """`## Words`: a heading inside a minute."""

    id: str
    text: str


class Bullet(Fact, frozen=True, tag="bullet"):
    """`- words`; two spaces before the dash make the next level."""

    id: str
    text: str
    level: int = 1


class Limb(Fact, frozen=True, tag="limb"):
    """`(a) words`: a limb of the list or resolution above it. `mark` is "(a)" as typed."""

    id: str
    text: str
    mark: str


class Resolution(Fact, frozen=True, tag="resolution"):
    """`RESOLVED that words`. `lead` None stands for the house style's own lead words.

    A lead that is not the standard one ("Cabinet resolved to", "RESOLVED That") is kept as typed,
    since its grammar or spelling is the council's. `text` is all that follows the lead.
    """

    id: str
    text: str
    lead: str | None = None
    restart: int | None = None


class Outcome(Fact, frozen=True, tag="outcome"):
    """How a motion ended: "Carried", "Lost", "Carried unanimously"."""

    id: str
    text: str


class Dates(Fact, frozen=True, tag="dates"):
    """Consecutive lines that are nothing but dates: a list of meetings to come."""

    id: str
    dates: tuple[str, ...]


class Table(Fact, frozen=True, tag="table"):
    """Consecutive lines that begin with `|`; `header` where the second is a rule (`|---|`)."""

    id: str
    rows: tuple[tuple[str, ...], ...]
    header: bool = False


class Quotation(Fact, frozen=True, tag="quotation"):
    """`> words`: words displayed."""

    id: str
    text: str


Block = Paragraph | Subheading | Bullet | Limb | Resolution | Outcome | Dates | Table | Quotation
Numbered = Literal["paragraph", "resolution"]


def parse(text: str, ids: Sequence[str] = ()) -> tuple[Block, ...]:
    """The blocks of a text, in order; `ids` are theirs in the same order, missing ones are "".

    Each line that is not blank is a block, but consecutive lines of dates make one list, and
    consecutive lines that begin with `|` one table. A blank line is ignored, save that it ends a
    table. Every character that is not blank stands in a block's fields, or is the mark that made
    it: `- `, `## `, `> `, `|`, `(14)=`, the standard lead of a resolution, and a `\\` before what
    would be a mark. Never raises.
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

    A new line inside a block becomes a space. A block that no text stands
    for (nothing but blanks, a limb whose mark is no mark) is written as near as may be.
    """
    lines: list[str] = []
    for at, block in enumerate(blocks):
        if at and isinstance(block, Table) and isinstance(blocks[at - 1], Table):
            lines.append("")
        lines += [line.replace("\n", " ") for line in _lines_of(block)]
    return "\n".join(lines)


def numbered(block: Block) -> bool:
    """Whether the block takes a number of its minute: a paragraph or a resolution."""
    return isinstance(block, Paragraph | Resolution)


def resolution_line(resolution: Resolution, standard: str = "RESOLVED that") -> str:
    """The resolution's whole wording: its lead (`standard` where it has none), then its text.

    One space stands between them, but none before a text that begins with `, : ; .` or a dash.
    """
    lead = standard if resolution.lead is None else resolution.lead
    if not resolution.text or resolution.text[0] in _STOPS:
        return lead + resolution.text
    return f"{lead} {resolution.text}"


def marked_runs(text: str) -> tuple[tuple[str, bool], ...]:
    """A paragraph's words without the marks `[[ … ]]`: (words, True) for those inside a mark.

    One run of white space inside each mark goes with it. A mark that never closes or holds nothing
    is plain text, and so is `\\[[`, without its backslash. The words joined are the paragraph's.
    """
    runs: list[tuple[str, bool]] = []
    start = 0
    for opened, closed in _marks(text):
        runs += [(text[start:opened], False), (text[opened + 2 : closed].strip(), True)]
        start = closed + 2
    runs.append((text[start:], False))
    return tuple((words.replace("\\[[", "[["), marked) for words, marked in runs if words)


def reparse(
    previous_text: str, previous_ids: Sequence[str], text: str, fresh: Callable[[], str]
) -> tuple[str, ...]:
    """The ids of the blocks of `text`, which was `previous_text` before.

    Unchanged blocks keep theirs: those before and after what changed first, then equal ones within
    it, then the most alike between those, in order. Others get `fresh()`.
    """
    before, after = parse(previous_text), parse(text)
    old = {at: id for at, id in enumerate(previous_ids[: len(before)]) if id}
    kept = dict(_kept(before, after))
    return tuple(old.get(kept.get(at, -1)) or fresh() for at in range(len(after)))


_Placed = tuple[int, int, Block]

_STANDARD_LEAD = "RESOLVED that"
_HEADING = re.compile(r"##\s+(?P<text>\S.*)")
_QUOTATION = re.compile(r">\s+(?P<text>\S.*)")
_BULLET = re.compile(r"-\s+(?P<text>\S.*)")
_LIMB = re.compile(r"(?P<mark>\((?:[a-z]{1,2}|([a-z])\2\2|[ivxl]{3,7})\))\s+(?P<text>\S.*)")
_RESTART = re.compile(r"\((?P<number>[0-9]{1,4})\)=\s*(?P<text>\S.*)")
_OUTCOME = re.compile(
    r"(?:not\s+carried|withdrawn|lost|carried(?:\s+(?:unanimously|nem\.?\s*con\.?))?)\.?", re.I
)
_RULE = re.compile(r"\\*:?-{3,}:?")

_LINK = r"(?:[Tt]hat|THAT|to|TO)\b"
_SAID = r"(?:,?\s+\(?(?:unanimously|UNANIMOUSLY|nem\.?\s*con\.?)\)?,?)?"
_DASH = r"\s*(?::(?:\s*[-–—]+)?|[-–—]+)"
_STOPS = ",:;.-–—"
"""What a resolution's text may begin with right behind the lead, without a space."""
_LEAD = re.compile(
    # RESOLVED or AGREED in capitals, with whatever stands before "that" or "to".
    rf"(?:(?:It was|IT WAS|UNANIMOUSLY|Unanimously)\s+)*(?:RESOLVED|AGREED)\b{_SAID}"
    rf"(?:{_DASH})?(?:\s*{_LINK})?"
    rf"|(?:Resolved|Agreed)\b{_SAID}(?:\s+that\b|{_DASH}(?:\s*{_LINK})?)"
    rf"|Resolved\b{_SAID}\s+to\b"
    rf"|It\s+was\s+(?:\w+ly\s+|also\s+|further\s+|then\s+)?resolved{_SAID}\s+{_LINK}"
)
_BODY = (
    r"(?:Cabinet|Committees?|Sub-?[Cc]ommittee|Council|Board|Panel|Commission|Authority|Members|"
    r"Executive|Governors|Trustees|Assembly|Forum|Group|Partnership|Governing Body|Senate|Court)"
)
_NAME_WORDS = r"(?:(?:[A-Z][\w'’&.-]*,?|of|and|the|for|&)\s+){0,9}?"
_OPENER = (
    r"(?:(?:Following|After|Having|On|In|Upon|At|With|Accordingly|Therefore|Thereupon|Subsequently|"
    r"Consequently|Finally|Whereupon|Arising)\b,?(?:\s+[^\s.:;]+){0,9}?\s+)?"
)
_ADVERB = r"(?:\s+(?:unanimously|therefore|accordingly|then|also|further|subsequently|duly|thus))*"
_NARRATIVE = re.compile(
    rf"(?P<opening>{_OPENER})(?P<body>(?:[Tt]he\s+)?{_NAME_WORDS}{_BODY}(?:\s+of\s+the\s+{_BODY})?)"
    rf",?{_ADVERB},?\s+(?:[Rr]esolved|RESOLVED|AGREED){_SAID}\s+{_LINK}"
)
_ANOTHER_CLAUSE = re.compile(
    r"\b(?:which|that|who|whom|when|where|whether|if|because|since|said|stated|explained|reported|"
    r"confirmed|asked|advised|noted|told|reminded|had|has|have|was|were|is|are|Leader|Chairman|"
    r"Chair|Chairperson|Vice-Chairman|Clerk|Mayor|Member|Head|Director|Secretary|Mr|Mrs|Ms|Miss|"
    r"Councillor|Cllr)\b"
)
_PAST_DAY = re.compile(r"(?:On|In|At)\b.*\d")
"""An opening that dates the resolution tells of an earlier one."""


def _marks(text: str) -> Iterator[tuple[int, int]]:
    """Where each mark's `[[` and `]]` stand, in order."""
    at = text.find("[[")
    while at >= 0:
        closed = text.find("]]", at + 2)
        if closed < 0:
            return
        if text[:at].endswith("\\") or not text[at + 2 : closed].strip():
            at = text.find("[[", at + 2)
        else:
            yield at, closed
            at = text.find("[[", closed + 2)


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
    return [(first, last, _headed(block)) for first, last, block in placed]


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


def _block(line: str) -> Block:
    """The block of one line that is not blank."""
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
    return bool(_RESTART.fullmatch(words) or _marked(words, words) or _resolution(words))


def _resolves(words: str) -> bool:
    return _resolution(words) is not None


def _marked(line: str, words: str) -> Block | None:
    """The block of a line with a mark of its own; None for paragraphs and resolutions."""
    if words[0] == "|":
        return Table(id="", rows=(_cells(words),))
    if found := _HEADING.fullmatch(words):
        return Subheading(id="", text=found["text"])
    if found := _QUOTATION.fullmatch(words):
        return Quotation(id="", text=found["text"])
    if found := _BULLET.fullmatch(words):
        return Bullet(id="", text=found["text"], level=_level(line))
    if found := _LIMB.fullmatch(words):
        return Limb(id="", text=found["text"], mark=found["mark"])
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


def _resolution(words: str) -> Resolution | None:
    """The resolution that the words are; None where they tell of one only in passing."""
    end = _lead_end(words)
    if end is None:
        return None
    lead, text = words[:end], words[end:].lstrip()
    if text and text[0] in _STOPS and words[end].isspace():
        # The space goes with the lead, so that joining them gives the very line.
        lead += " "
    return Resolution(id="", text=text, lead=None if lead == _STANDARD_LEAD else lead)


def _lead_end(words: str) -> int | None:
    """Where the words that resolve end, through "that" or "to"; None where there are none."""
    found = _LEAD.match(words) or _NARRATIVE.match(words)
    if not found or not re.match(rf"$|\s|[{_STOPS}]", words[found.end() :]):
        return None
    opening = found.groupdict().get("opening")
    if opening is None:
        return found.end()
    told = _ANOTHER_CLAUSE.search(opening + found["body"]) or _PAST_DAY.match(opening)
    return None if told else found.end()


def _cells(words: str) -> tuple[str, ...]:
    """The cells of a table's line; `\\|` is a bar inside one."""
    cells = [""]
    for part in re.findall(r"\\\||\||[^|\\]+|\\", words):
        if part == "|":
            cells.append("")
        else:
            cells[-1] += "|" if part == "\\|" else part
    inner = [cell.strip() for cell in cells[1:]]
    if len(inner) > 1 and not inner[-1]:
        inner.pop()
    return tuple(inner)


def _headed(block: Block) -> Block:
    """A table with its rule read: the rows without it, and backslashes off cells like a rule."""
    if not isinstance(block, Table):
        return block
    rows = block.rows
    header = len(rows) > 1 and all(re.fullmatch(r":?-{3,}:?", cell) for cell in rows[1])
    kept = rows[:1] + rows[2:] if header else rows
    plain = tuple(tuple(_unescaped(cell) for cell in row) for row in kept)
    return Table(id="", rows=plain, header=header)


def _unescaped(cell: str) -> str:
    return cell[1:] if cell.startswith("\\") and _RULE.fullmatch(cell) else cell


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
            return [f"{block.mark} {block.text}"]
        case Outcome():
            return [block.text]
        case Dates():
            return list(block.dates)
        case Table():
            return _table_lines(block)
        case Resolution():
            return [_restart(block.restart) + resolution_line(block)]
        case Paragraph():
            return [_paragraph_line(block)]


def _restart(number: int | None) -> str:
    return "" if number is None else f"({number})= "


def _paragraph_line(block: Paragraph) -> str:
    """The paragraph's text, with a backslash where it would be taken for something else."""
    if block.restart is None:
        return _masked(block.text, _makes_more)
    return _restart(block.restart) + _masked(block.text, _resolves)


def _table_lines(table: Table) -> list[str]:
    lines = ["| " + " | ".join(_escaped(cell) for cell in row) + " |" for row in table.rows]
    if table.header and lines:
        lines.insert(1, "|" + "---|" * max(len(table.rows[0]), 1))
    return lines


def _escaped(cell: str) -> str:
    bars = cell.replace("|", "\\|")
    return "\\" + bars if _RULE.fullmatch(bars) else bars


def _kept(before: Sequence[Block], after: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """(new place, old place) of each block that is the same one as before, or like it."""
    head = 0
    while head < min(len(before), len(after)) and before[head] == after[head]:
        yield head, head
        head += 1
    tail = 0
    most = min(len(before), len(after)) - head
    while tail < most and before[-1 - tail] == after[-1 - tail]:
        tail += 1
        yield len(after) - tail, len(before) - tail
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    for at_new, at_old in _kept_within(old, new):
        yield head + at_new, head + at_old


def _kept_within(old: Sequence[Block], new: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Equal blocks of the part that changed, then the most alike in the gaps between them."""
    same = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    start_old = start_new = 0
    for match in same:
        gap_old, gap_new = old[start_old : match.a], new[start_new : match.b]
        for at_new, at_old in _most_alike(gap_old, gap_new):
            yield start_new + at_new, start_old + at_old
        yield from ((match.b + at, match.a + at) for at in range(match.size))
        start_old, start_new = match.a + match.size, match.b + match.size


def _most_alike(old: Sequence[Block], new: Sequence[Block]) -> list[tuple[int, int]]:
    """Pairs (new, old) in order whose likeness adds up to most; one and one are always a pair."""
    if len(old) == 1 and len(new) == 1:
        return [(0, 0)]
    if len(old) * len(new) > _MANY_PAIRS:
        return [(at, at) for at in range(min(len(old), len(new)))]
    lines_old, lines_new = [write([block]) for block in old], [write([block]) for block in new]
    best: list[list[tuple[float, tuple[tuple[int, int], ...]]]]
    best = [[(0.0, ())] * (len(new) + 1) for _ in range(len(old) + 1)]
    for at_old, line_old in enumerate(lines_old):
        for at_new, line_new in enumerate(lines_new):
            like = _likeness(line_old, line_new)
            options = [best[at_old][at_new + 1], best[at_old + 1][at_new]]
            if like >= _ALIKE:
                score, pairs = best[at_old][at_new]
                options.append((score + like, (*pairs, (at_new, at_old))))
            best[at_old + 1][at_new + 1] = max(options, key=lambda option: option[0])
    return list(best[-1][-1][1])


def _likeness(one: str, other: str) -> float:
    """From 0 to 1: the words in common, or the beginning and end in common if that is more."""
    words_one, words_other = Counter(one.split()), Counter(other.split())
    shared = 2 * (words_one & words_other).total() / max(len(one.split()) + len(other.split()), 1)
    head = _in_common(one, other)
    tail = _in_common(one[head:][::-1], other[head:][::-1])
    return max(shared, (head + tail) / max(len(one), len(other), 1))


def _in_common(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


_ALIKE = 0.4
"""How like two blocks must be for the one to be the other, edited."""
_MANY_PAIRS = 10_000
"""Above this many pairs (a whole text replaced), blocks are paired by their place."""
