"""No character of a stranger's text steers the terminal, whichever widget draws it.

Textual writes with the escape character alone, and no stored text holds that one. The eight-bit
controls of old terminals (U+0080 to U+009F) are letters to XML and so may be stored; xterm and
others still obey them: U+009B sets colours, U+009D the title and the clipboard.
"""

import re

from textual.driver import Driver

_CONTROLS = re.compile("[\x80-\x9f]")


def unsteered(driver: type[Driver]) -> type[Driver]:
    """A driver that writes all but these; they take no room on the screen as it is."""

    class Unsteered(driver):  # type: ignore[valid-type, misc]
        def write(self, data: str) -> None:
            super().write(_CONTROLS.sub("", data))

    return Unsteered
