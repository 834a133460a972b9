"""User text on the screen, always literal: names and titles never become markup.

Textual reads square brackets in most places as markup: "[sic]" would vanish and "[/]" would bring
the app down. A value that is already content is never parsed, and escaping is no defence.
"""

from typing import Literal

from rich.cells import cell_len, set_cell_size
from rich.text import Text
from textual.content import Content
from textual.widget import Widget

from clerk.clean import shown

Severity = Literal["information", "warning", "error"]


def plain(text: str, style: str = "") -> Content:
    """The text as a widget shows it, letter for letter, in a style of ours."""
    content = Content(shown(text))
    return content.stylize(style) if style else content


def cut(words: str, width: int) -> str:
    """The words in so many columns, an ellipsis where they go on."""
    return words if cell_len(words) <= width else set_cell_size(words, max(width - 1, 1)) + "…"


def cell(text: str) -> Text:
    """The text as a cell of a table shows it, letter for letter, on one line."""
    return Text(shown(text).replace("\n", " "), no_wrap=True, overflow="ellipsis")


def say(widget: Widget, message: str, *, severity: Severity = "information") -> None:
    """A passing notice with the message, letter for letter."""
    widget.notify(shown(message), severity=severity, markup=False)
