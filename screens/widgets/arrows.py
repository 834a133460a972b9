"""Up and down in a list while the words that filter it are being typed."""

from textual.events import Key
from textual.widgets import OptionList


def move_in(listed: OptionList, event: Key) -> None:
    """Moves the list's mark by an arrow, which the field with the focus has no use for."""
    if event.key not in ("up", "down"):
        return
    event.stop()
    event.prevent_default()
    if event.key == "up":
        listed.action_cursor_up()
    else:
        listed.action_cursor_down()
