"""Lines to choose from, paged through as soon as they are there."""

from contextlib import suppress
from typing import Literal

from textual.widgets import OptionList


class Listed(OptionList):
    """Textual's list, for keys that come before it has laid out its lines.

    (Textual 8.2.8 looks for the line's place in the layout, and the app would end.)
    """

    def _move_page(self, direction: Literal[-1, 1]) -> None:
        with suppress(LookupError):
            super()._move_page(direction)
