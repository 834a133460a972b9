"""What a terminal of old obeys in eight bits never reaches it."""

from textual.drivers.headless_driver import HeadlessDriver

from clerk.desk.office import Office
from screens.app import ClerkApp
from screens.steering import unsteered
from tests.hostile import MOST

WRITTEN: list[str] = []


class _Recorder(HeadlessDriver):
    def write(self, data: str) -> None:
        WRITTEN.append(data)


def test_eight_bit_controls_in_a_name_reach_no_terminal_and_all_else_does(office: Office) -> None:
    hostile = f"{MOST}\x9d0;title\x9c\x1b[31m"
    driver = unsteered(_Recorder)
    driver.write(object.__new__(driver), hostile)
    (written,) = WRITTEN
    assert written == "".join(c for c in hostile if not 0x80 <= ord(c) < 0xA0)
    assert ClerkApp(office).get_driver_class().__name__ == driver.__name__
