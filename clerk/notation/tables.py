"""The lines of a table ⇄ its cells."""

import re

from clerk.notation.blocks import Block, Table
from clerk.patterns import LatePattern

_RULE = LatePattern(r"\\*:?-{3,}:?")


def cells(words: str) -> tuple[str, ...]:
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


def headed(block: Block) -> Block:
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


def table_lines(table: Table) -> list[str]:
    """The lines that a table is typed in, its rule under the header among them."""
    lines = ["| " + " | ".join(_escaped(cell) for cell in row) + " |" for row in table.rows]
    if table.header and lines:
        lines.insert(1, "|" + "---|" * max(len(table.rows[0]), 1))
    return lines


def _escaped(cell: str) -> str:
    bars = cell.replace("|", "\\|")
    return "\\" + bars if _RULE.fullmatch(bars) else bars
