"""Which blocks of an edited text are the ones that stood in it before."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

from clerk.notation.blocks import Block
from clerk.notation.text import parse, write


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
_MANY_PAIRS = 2_500
"""Above this many pairs (a whole text replaced), blocks are paired by their place."""
