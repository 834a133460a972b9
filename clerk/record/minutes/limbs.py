"""How deep a limb stands: (i) under (a) is a second level, (i) after (h) is not; and its mark."""

from clerk.notation import Block, Bullet, Limb, Resolution
from clerk.record.minutes.marks import shaped, value_of
from clerk.record.style.house_style import HouseStyle

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


def limb_marks(
    blocks: tuple[Block, ...], levels: dict[int, int], style: HouseStyle
) -> dict[int, str]:
    """The mark of each limb as the house prints it, by its place: as typed where it says nothing.

    A mark keeps its value: (b) typed is B. or 2. in another shape. One that counts nothing stays.
    """
    marks: dict[int, str] = {}
    resolved = as_roman = False
    before = 0
    for at, block in enumerate(blocks):
        if not isinstance(block, Limb):
            resolved = isinstance(block, Resolution) or (resolved and _hangs(block))
            before = 0
            continue
        level = levels[at]
        if level == 1:
            as_roman = block.mark == "(i)" if not before else as_roman
            before = 1
        shape = _shape(style, level, resolved=resolved)
        value = value_of(block.mark, as_roman=as_roman or level == 2)
        marks[at] = shaped(shape, value) if shape and value else block.mark
    return marks


def _hangs(block: Block) -> bool:
    """Whether a resolution goes on through this block."""
    return isinstance(block, Bullet)


def _shape(style: HouseStyle, level: int, *, resolved: bool) -> str:
    of = style.resolution if resolved else style.paragraph
    return of.limb if level == 1 else of.sublimb


def _level(mark: str, before: str, level: int) -> int:
    if level == 2:
        return 2 if _runs_on(mark, before) else 1
    opens = mark == "i" and before not in ("", "h")
    return 2 if opens else 1


def _runs_on(mark: str, before: str) -> bool:
    if mark not in _FIRST_ROMANS or before not in _FIRST_ROMANS:
        return False
    return _FIRST_ROMANS.index(mark) == _FIRST_ROMANS.index(before) + 1
