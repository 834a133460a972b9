"""A table of rows with ids of ours; names in it stay literal."""

from collections.abc import Sequence

from rich.text import Text
from textual.widgets import DataTable

from screens.literal import cell

Row = tuple[str, Sequence[str]]


class Rows(DataTable[Text]):
    """One row is marked at a time; its key is the id that was given with it."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id, cursor_type="row", show_cursor=True, zebra_stripes=False)

    def show(self, rows: Sequence[Row], *, at: int = 0, key: str = "") -> None:
        """Shows these rows, with the one of this key marked, or the one at `at`."""
        self.clear()
        for row_key, cells in rows:
            self.add_row(*(cell(words) for words in cells), key=row_key)
        keys = [row_key for row_key, _ in rows]
        wanted = keys.index(key) if key in keys else at
        if rows:
            self.move_cursor(row=max(0, min(wanted, len(rows) - 1)), animate=False)

    @property
    def chosen(self) -> str:
        """The key of the row that is marked; empty where there is none."""
        if not self.row_count:
            return ""
        return self.coordinate_to_cell_key(self.cursor_coordinate).row_key.value or ""
