"""How deep a limb stands: (i) under (a) is a second level, (i) after (h) is not."""

from clerk.notation import Block, Limb

_FIRST_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def limb_levels(blocks: tuple[Block, ...]) -> dict[int, int]:
    """The level of each limb, by its place among the blocks: 1 or 2.

    A list that begins with (i) is of the first level; (i) below a letter that does not run on to
    it opens the second, which goes on as long as the numerals do.
    """
    levels: dict[int, int] = {}
    before = ""
    level = 1
    for at, block in enumerate(blocks):
        if not isinstance(block, Limb):
            before, level = "", 1
            continue
        mark = block.mark.strip("()")
        level = _level(mark, before, level)
        levels[at] = level
        before = mark
    return levels


def _level(mark: str, before: str, level: int) -> int:
    if level == 2:
        return 2 if _runs_on(mark, before) else 1
    opens = mark == "i" and before not in ("", "h")
    return 2 if opens else 1


def _runs_on(mark: str, before: str) -> bool:
    if mark not in _FIRST_ROMANS or before not in _FIRST_ROMANS:
        return False
    return _FIRST_ROMANS.index(mark) == _FIRST_ROMANS.index(before) + 1
