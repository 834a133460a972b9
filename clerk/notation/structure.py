"""What is amiss in how a minute's blocks stand together, in words. Nothing is refused for it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clerk.notation.blocks import (
    Block,
    Bullet,
    Limb,
    Paragraph,
    Quotation,
    Resolution,
    Subheading,
    Table,
)


class Trouble(NamedTuple):
    """Something to look at: in which block, and a sentence that says what."""

    block: int
    says: str


def troubles(blocks: Sequence[Block]) -> tuple[Trouble, ...]:
    """Where the blocks of a minute do not stand as a reader would expect, in their order."""
    found: list[Trouble] = []
    for at, block in enumerate(blocks):
        before = blocks[at - 1] if at else None
        after = blocks[at + 1] if at + 1 < len(blocks) else None
        said = [*_in_place(block, before, after), *_in_words(block)]
        found.extend(Trouble(at, words) for words in said)
    return tuple(found)


def _in_place(block: Block, before: Block | None, after: Block | None) -> Iterator[str]:
    match block:
        case Limb():
            yield from _limb(block, before)
        case Bullet():
            yield from _bullet(block, before)
        case Subheading() if isinstance(after, Subheading):
            yield "Nothing stands under this sub-heading."
        case Resolution() if not block.text and not isinstance(after, Limb | Bullet):
            yield "The resolution has no words."
        case _:
            return


def _limb(limb: Limb, before: Block | None) -> Iterator[str]:
    if not isinstance(before, Limb):
        if not isinstance(before, Paragraph | Resolution | Bullet | Quotation):
            yield f"{limb.mark} is a limb without a lead: a paragraph or a resolution above it."
        elif limb.mark not in ("(a)", "(i)", "(aa)"):
            yield f"The limbs begin with {limb.mark}."
        return
    one, other = before.mark.strip("()"), limb.mark.strip("()")
    if one == other:
        yield f"{limb.mark} is there twice."
    elif len(one) == len(other) == 1 and not {one, other} & {*_ROMANS}:
        due = chr(ord(one) + 1)
        if other not in (due, "a"):
            yield f"{limb.mark} follows {before.mark}, not ({due})."


def _bullet(bullet: Bullet, before: Block | None) -> Iterator[str]:
    above = before.level if isinstance(before, Bullet) else 0
    if before is None:
        yield "A bullet hangs under a paragraph: there is none above it."
    elif bullet.level > above + 1:
        yield "This bullet stands deeper than any above it."


def _in_words(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        width = len(block.rows[0])
        if any(len(row) != width for row in block.rows[1:]):
            yield f"The rows of this table have not all {width} cells."
        return
    if isinstance(block, Paragraph):
        found = _NEARLY.match(block.text)
        if found:
            kind = next(name for name, words in found.groupdict().items() if words)
            yield _NEARLY_SAYS[kind]
    text = getattr(block, "text", "")
    if "[[" in text or "]]" in text:
        yield from _marks(text.replace("\\[[", "  "))


def _marks(text: str) -> Iterator[str]:
    """Marks of a resolution inside prose that do not pair, and so print as they were typed."""
    opened = False
    for found in _MARK.finditer(text):
        if found[0] == "[[":
            if opened:
                yield "[[ is opened twice before ]] closes it."
            opened = True
        elif not opened:
            yield "]] closes nothing: [[ is missing before it."
        else:
            opened = False
    if opened:
        yield "[[ is never closed: ]] is missing behind the words resolved."
    if _EMPTY.search(text):
        yield "[[ ]] holds no words."


_ROMANS = "ivx"
"""Letters that are numerals too: which of both, only the list around them tells."""
_MARK = re.compile(r"\[\[|\]\]")
_EMPTY = re.compile(r"\[\[\s*\]\]")
_NEARLY = re.compile(
    r"(?P<heading>##(?=[^\s#]))|(?P<bullet>-(?=[A-Za-z]))|(?P<limb>\([a-z]\)(?=\w))"
)
_NEARLY_SAYS = {
    "heading": "A sub-heading needs a space behind ##.",
    "bullet": "A bullet needs a space behind the dash.",
    "limb": "A limb needs a space behind its letter.",
}
