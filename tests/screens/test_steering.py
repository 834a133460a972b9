"""What a terminal of old obeys in eight bits never reaches it, nor ends the app."""

import sys

import pytest
from textual.drivers.headless_driver import HeadlessDriver

from clerk.desk.office import Office
from screens.app import ClerkApp
from screens.steering import unsteered
from tests.hostile import MOST

WRITTEN: list[str] = []


class _Recorder(HeadlessDriver):
    def write(self, data: str) -> None:
        WRITTEN.append(data)


def test_what_steers_or_turns_a_terminal_reaches_none_and_all_else_does(office: Office) -> None:
    """From any field: a pasted mark of direction would print a motion's words back to front."""
    hostile = f"{MOST}\x9d0;title\x9c\x1b[31m"
    turning = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    assert set(turning) & set(hostile)
    left_out = {*map(chr, range(0x80, 0xA0)), *turning, "\u2028", "\u2029"}
    driver = unsteered(_Recorder)
    driver.write(object.__new__(driver), hostile)
    (written,) = WRITTEN
    assert written == "".join(c for c in hostile if c not in left_out)
    assert ClerkApp(office).get_driver_class().__name__ == driver.__name__


@pytest.mark.skipif(sys.platform == "win32", reason="keys come there by another way")
def test_a_pound_from_a_terminal_that_is_not_set_to_utf8_is_a_pound_and_ends_nothing() -> None:
    from textual.drivers import linux_driver

    unsteered(linux_driver.LinuxDriver)
    decoder = linux_driver.__dict__["getincrementaldecoder"]("utf-8")()
    cut = "Mr é £5 – 👩".encode()
    assert "".join(decoder.decode(cut[at : at + 1]) for at in range(len(cut))) == "Mr é £5 – 👩"
    assert decoder.decode(b"\xa35 f\xeate \x80 \x81\xff\xfe.") == "£5 fête € ÿþ."
    assert decoder.decode(b"\xe2\x80") + decoder.decode(b"x") == "â€x"
