"""A table of rows with ids of ours; names in it stay literal, and columns fit the screen."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text
from textual.events import Resize
from textual.reactive import reactive
from textual.widgets import DataTable, Static

from screens.literal import cell, plain

Row = tuple[str, Sequence[str]]
_LEAST = 12
"""Cells that a column keeps, however narrow the screen is."""


class Rows(DataTable[Text]):
    """One row is marked at a time; its key is the id that was given with it.

    Home and End go to the first and last row. What a narrow screen cuts ends in an ellipsis: nobody
    finds what stands beyond the edge of the screen.
    """

    times_fitted: reactive[int] = reactive(0, init=False)
    """Goes up whenever rows are shown or the columns get another width."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id, cursor_type="row", show_cursor=True, zebra_stripes=False)
        self._natural: tuple[int, ...] = ()
        """The width that each column would have, were there room for all."""
        self._cells: dict[str, tuple[str, ...]] = {}

    def show(self, rows: Sequence[Row], *, at: int = 0, key: str = "") -> None:
        """Shows these rows, with the one of this key marked, or the one at `at`."""
        self.clear()
        says_why = bool(self.parent and self.parent.query_children(".empty"))
        self.set_class(not rows and says_why, "-empty")  # then those words stand right below
        self._cells = {row_key: tuple(cells) for row_key, cells in rows}
        for row_key, cells in rows:
            self.add_row(*(cell(words) for words in cells), key=row_key)
        labels = [column.label.plain for column in self.ordered_columns]
        columns = zip(labels, *(cells for _, cells in rows), strict=True)
        self._natural = tuple(max(map(cell_len, column)) for column in columns)
        keys = [row_key for row_key, _ in rows]
        wanted = keys.index(key) if key in keys else at
        if rows:
            self.move_cursor(row=max(0, min(wanted, len(rows) - 1)), animate=False)
        self._fit()

    @property
    def chosen(self) -> str:
        """The key of the row that is marked; empty where there is none."""
        if not self.row_count:
            return ""
        return self.coordinate_to_cell_key(self.cursor_coordinate).row_key.value or ""

    @property
    def cut_words(self) -> str:
        """The marked row's cells in full, where the screen has no room for all of them."""
        cells = self._cells.get(self.chosen, ())
        columns = self.ordered_columns
        cut = any(
            c.width and cell_len(words) > c.width for words, c in zip(cells, columns, strict=False)
        )
        return " · ".join(filter(None, cells)) if cut else ""

    def action_scroll_home(self) -> None:
        """To the first row: there is one cell a row to mark, so Home means the top."""
        self.action_scroll_top()

    def action_scroll_end(self) -> None:
        """To the last row."""
        self.action_scroll_bottom()

    def on_resize(self, _: Resize) -> None:
        """Fits the columns into the new width."""
        self._fit()

    def _fit(self) -> None:
        """Sets the widths before the rows are drawn: the table's own come too late for that."""
        if not self.size.width:
            return
        bar = self.styles.scrollbar_size_vertical if self.row_count >= self.size.height else 0
        room = self.size.width - bar - 2 * self.cell_padding * len(self._natural)
        widths = narrowed(self._natural, room)
        for column, width in zip(self.ordered_columns, widths, strict=False):
            column.auto_width = False
            column.width = width
        if self.row_count:  # else a bar for scrolling stays where there is nothing to scroll to
            whole = sum(column.get_render_width(self) for column in self.ordered_columns)
            self.virtual_size = self.virtual_size.with_width(whole)
        self.times_fitted += 1
        self.refresh()


class WholeRow(Static):
    """Below a table: the marked row in full, while some of it is cut; else no line at all."""

    def __init__(self, rows: str) -> None:
        super().__init__("", classes="whole-row")
        self._of = rows

    def on_mount(self) -> None:
        """Follows the mark, and the width of the table."""
        table = self.screen.query_one(self._of, Rows)
        for what in ("cursor_coordinate", "virtual_size", "times_fitted"):
            self.watch(table, what, self._show)

    def _show(self) -> None:
        words = self.screen.query_one(self._of, Rows).cut_words
        self.display = bool(words)
        self.update(plain(words))


def narrowed(widths: Sequence[int], room: int) -> list[int]:
    """The widths as `fitting` cuts them; the first column, which says what a row is about, keeps
    two fifths of the room as far as it needs them."""
    if not widths:
        return []
    others = fitting(widths[1:], room - min(widths[0], room * 2 // 5))
    return [min(widths[0], max(room - sum(others), _LEAST)), *others]


def fitting(widths: Sequence[int], room: int) -> list[int]:
    """The widths, the widest of them cut until all have room; none below what it needs to be read.

    >>> fitting((4, 60, 40), 80)
    [4, 38, 38]
    """
    cut = list(widths)
    while cut and sum(cut) > room and max(cut) > _LEAST:
        widest = max(cut)
        equal = [at for at, width in enumerate(cut) if width == widest]
        below = max((width for width in cut if width < widest), default=_LEAST)
        over = -(-(sum(cut) - room) // len(equal))
        for at in equal:
            cut[at] = max(widest - over, below, _LEAST)
    return cut
