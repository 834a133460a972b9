"""Lines to choose from, paged through as soon as they are there."""

from contextlib import suppress
from typing import Literal

from textual.widgets import OptionList


class Listed(OptionList):
    """Textual's list, which keeps its words as they are and may be paged through at any moment."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id, markup=False, compact=True)

    def _move_page(self, direction: Literal[-1, 1]) -> None:
        with suppress(LookupError):  # not laid out yet: Textual 8.2.8 would end the app
            super()._move_page(direction)
