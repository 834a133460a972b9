"""A text area for notation: numbers in the margin, signs told apart, what is amiss in words.

Quiet by design: bold, dim and italic alone, so that it looks alike in every theme. What is amiss
stands behind the line itself, and only while the cursor is elsewhere.
"""

from collections.abc import Mapping

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.strip import Strip

from clerk.clean import shown
from clerk.notation.marking import Kind, marks_of
from screens.literal import cut
from screens.widgets.offering import OfferingTextArea

_STYLES: dict[Kind, Style] = {
    "sign": Style(dim=True),
    "mark": Style(bold=True),
    "heading": Style(bold=True, italic=True),
    "lead": Style(bold=True),
    "resolved": Style(bold=True),
    "field": Style(italic=True, bold=True),
    "act": Style(bold=True),
    "aside": Style(italic=True),
}
_DIM = Style(dim=True)
_AMISS = Style(dim=True, italic=True)
_SIGN = "!"
_LEAST_MARGIN = 5
_LEAST_WORDS = 12
"""Columns below which what is amiss is not begun behind a line: the margin has its sign."""


class NotatedTextArea(OfferingTextArea):
    """Shows beside each row what `show_margin` was given for it; never works any of it out."""

    _numbers: Mapping[int, str] = {}
    _amiss: Mapping[int, str] = {}
    _margin: int = _LEAST_MARGIN

    def show_margin(self, numbers: Mapping[int, str], amiss: Mapping[int, str]) -> None:
        """The printed number, and what is amiss, of the block that begins in each row of text."""
        if (numbers, amiss) == (self._numbers, self._amiss):
            return
        self._numbers, self._amiss = dict(numbers), dict(amiss)
        longest = max((cell_len(number) for number in numbers.values()), default=0)
        margin = max(longest + 2, _LEAST_MARGIN)
        if margin != self._margin:
            self._margin = margin
            self._rewrap_and_refresh_virtual_size()
        self._line_cache.clear()
        self.refresh()

    @property
    def amiss_here(self) -> str:
        """What is amiss in the line of the cursor; empty where nothing is."""
        return self._amiss.get(self.cursor_location[0], "")

    @property
    def gutter_width(self) -> int:
        """The margin's columns: Textual keeps them free and puts the cursor behind them."""
        return self._margin

    def get_line(self, line_index: int) -> Text:
        """A line with its notation told apart."""
        text = super().get_line(line_index)
        for start, end, kind in marks_of(text.plain):
            text.stylize(_STYLES[kind], start, end)
        return text

    def beside(self, line: int, column: int) -> tuple[str, str]:
        """What is shown beside a row: the number, at the first of its line, and what is amiss."""
        return "" if column else self._numbers.get(line, ""), self._amiss.get(line, "")

    def render_line(self, y: int) -> Strip:
        """A row with its margin."""
        drawn = super().render_line(y)
        row = self.scroll_offset.y + y
        places = self.wrapped_document._offset_to_line_info
        if row >= len(places) or not self.text:
            return Strip.join(
                [self._gutter("", ""), drawn.crop(0, drawn.cell_length - self._margin)]
            )
        line, section = places[row]
        number, amiss = self.beside(line, section)
        if amiss and line != self.cursor_location[0]:
            drawn = self._with_words(drawn, line, section)
        return Strip.join([self._gutter(number, amiss if section == 0 else ""), drawn])

    def _gutter(self, number: str, amiss: str) -> Strip:
        style = self.rich_style
        words = f"{shown(number):>{self._margin - 2}}"
        sign = _SIGN if amiss else " "
        gutter = [Segment(words, style + _DIM), Segment(f"{sign} ", style + Style(bold=True))]
        return Strip(gutter, self._margin)

    def _with_words(self, drawn: Strip, line: int, section: int) -> Strip:
        """What is amiss in words behind the last row of a line, as far as there is room."""
        sections = self.wrapped_document.get_sections(line)
        if section != len(sections) - 1:
            return drawn
        used = cell_len(sections[-1].expandtabs(self.indent_width)) + 1
        room = drawn.cell_length - used - 1
        if room < _LEAST_WORDS:
            return drawn
        words = cut(f"← {self._amiss[line]}", room)
        behind = Segment(f" {words}", self.rich_style + _AMISS)
        return Strip([*drawn.crop(0, used), behind]).adjust_cell_length(
            drawn.cell_length, self.rich_style
        )
