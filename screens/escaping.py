"""The Escape key, told from the sequences that begin like it, however soon the next key comes.

A terminal sends Escape as the character with which the sequences of arrows begin. Textual 8.2.8
takes what comes within 100 ms behind it for one of those: Esc and v, as fast as a clerk types them,
put a "v" into the minute. Here a key behind Escape is a key, and Escape comes before it. A sequence
is what a terminal sends in one piece, and one that was cut in two on its way.
"""

import re
import sys
import time
from collections.abc import Iterable, Iterator

from textual._xterm_parser import XTermParser
from textual.message import Message

_ESCAPE = "\x1b"
_PASTE = re.compile("(\x1b\\[20[01]~)")
_BEGINS, _ENDS = "\x1b[200~", "\x1b[201~"
_INTRODUCES = frozenset("[OP]_^")
"""What a sequence goes on with."""
_OF_EDITORS = frozenset("bf\x7f")
"""Behind Escape in one piece, of some keyboards: a word back, a word on, the word before away."""
_CUT, _CUT_AGAIN = 0.05, 0.01
"""Seconds within which the rest of a sequence that was cut in two comes; one character of it."""
_DRIVERS = ("linux_driver", "linux_inline_driver", "win32")


class EscapeParser(XTermParser):
    """Textual's own, which hears of Escape before it can mistake it."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._pasting = False
        self._alone_since: float | None = None
        """When an Escape came behind which nothing has come yet."""

    def feed(self, data: str) -> Iterable[Message]:
        """The keys, pastes and answers in what the terminal sent; nothing at its end."""
        if not data:
            return super().feed(data)
        return self._fed(data)

    def _fed(self, data: str) -> Iterator[Message]:
        for piece in _PASTE.split(data):
            if piece in (_BEGINS, _ENDS):
                yield from self._at_once()
                self._pasting = piece == _BEGINS
                yield from super().feed(piece)
            elif self._pasting:  # where an Escape would cut it short
                if words := piece.replace(_ESCAPE, ""):  # nothing at all would end the parser
                    yield from super().feed(words)
            else:
                yield from self._keys(piece)

    def _keys(self, piece: str) -> Iterator[Message]:
        if not self._goes_on(piece):
            yield from self._at_once()
        for at, character in enumerate(piece):
            following = piece[at + 1 : at + 2]
            alone = character == _ESCAPE and following not in _INTRODUCES | _OF_EDITORS
            self._alone_since = None
            yield from super().feed(character)
            if alone and following:
                yield from self._at_once()
            elif alone:
                self._alone_since = time.monotonic()

    def _goes_on(self, piece: str) -> bool:
        """Whether this is the rest of a sequence of which only the Escape had come."""
        if not piece or self._alone_since is None:
            return True
        within = _CUT if len(piece) > 1 else _CUT_AGAIN
        return piece[0] in _INTRODUCES and time.monotonic() - self._alone_since < within

    def _at_once(self) -> Iterator[Message]:
        """What waits to be told from a sequence is a key."""
        self._alone_since = None
        if self._timeout_time is not None:
            self._timeout_time = 0.0
            yield from self.tick()


def hear_escape() -> None:
    """Has the driver of this system read its keys so."""
    for name in _DRIVERS:
        module = sys.modules.get(f"textual.drivers.{name}")
        if module is not None:
            module.XTermParser = EscapeParser  # type: ignore[attr-defined]
