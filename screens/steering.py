"""No character of a stranger's text steers the terminal, and no byte of a terminal ends the app.

Textual writes with the escape character alone, and no stored text holds that one. The eight-bit
controls of old terminals (U+0080 to U+009F) are letters to XML and so may be stored; xterm and
others still obey them: U+009B sets colours, U+009D the title and the clipboard. Marks of direction
may be stored too, and turn the order of all that stands behind them on the line, in any field.

A terminal that is not set to UTF-8 (PuTTY and some serial consoles are not by themselves) sends £
as one byte. Textual reads strictly, and such a byte would end its thread and the app with it.
"""

import codecs
import re
import sys
from functools import partial

from textual.driver import Driver

_CONTROLS = re.compile("[\x80-\x9f]")
_STEERING = re.compile("[\x80-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_LATIN = "clerk-latin"


def unsteered(driver: type[Driver]) -> type[Driver]:
    """A driver that writes all but these; they take no room on the screen as it is.

    What it reads that is no UTF-8 is a letter of Windows' western alphabet.
    """
    module = sys.modules[driver.__module__]
    if hasattr(module, "getincrementaldecoder"):
        codecs.register_error(_LATIN, _as_latin)
        module.getincrementaldecoder = _patient_decoder  # type: ignore[attr-defined]

    class Unsteered(driver):  # type: ignore[valid-type, misc]
        def write(self, data: str) -> None:
            super().write(harmless(data))

    return Unsteered


def harmless(data: str) -> str:
    """What is written to the terminal, without what would steer or turn it."""
    return _STEERING.sub("", data)


def _patient_decoder(encoding: str) -> partial[codecs.IncrementalDecoder]:
    return partial(codecs.getincrementaldecoder(encoding), errors=_LATIN)


def _as_latin(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    found = error.object[error.start : error.end].decode("cp1252", "ignore")
    return _CONTROLS.sub("", found), error.end
