"""Lines of words to read: what a narrow screen breaks goes on under where the words began."""

import re
from textwrap import wrap

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from screens.literal import plain

_LEFT_COLUMN = re.compile(r" *\S+(?: \S+)*?(?:  +|(?<=^10) )")
"""Up to the first gap of two blanks or more; the tenth line of ten has one."""
_LEAST = 40
"""Columns that a line has, however narrow the screen is."""


class Hanging(Widget):
    """Lines that are broken anew whenever their width changes."""

    DEFAULT_CSS = "Hanging { height: auto; }"

    def __init__(self, words: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines = words.splitlines()

    def show(self, words: str) -> None:
        """Puts these lines in the place of those that stand there."""
        self._lines = words.splitlines()
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """The rows that the lines need in this width."""
        return self._broken(width).count("\n") + 1

    def render(self) -> Content:
        """Broken anew wherever the lines are of another width."""
        return plain(self._broken(self.content_size.width))

    def _broken(self, width: int) -> str:
        return "\n".join(hung(line, width) for line in self._lines)


def hung(line: str, width: int) -> str:
    """The line in as many rows as it needs: below its second column, or a little further in."""
    left = _LEFT_COLUMN.match(line)
    begins = len(line) - len(line.lstrip())
    indent = " " * (left.end() if left else begins + 2 if begins else 0)
    rows = wrap(line, max(width, _LEAST), subsequent_indent=indent, break_long_words=False)
    return "\n".join(rows)
