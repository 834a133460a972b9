"""Runs a command in a terminal of its own, waits for it to draw, presses Ctrl+Q, and expects 0.

python in_terminal.py clerk demo
"""

import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time

PATIENCE = 90.0
"""Seconds until a command that has not ended is given up."""
QUIET = 1.0
"""Seconds without output after which the app has drawn, and waits for a key."""
ROWS, COLUMNS = 24, 80
QUIT = b"\x11"


def main(command: list[str]) -> int:
    """The command's exit code, or 1 where it drew nothing or did not end in time."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execvp(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    drawn = _drive(terminal, time.monotonic() + PATIENCE)
    if drawn is None:
        os.kill(child, 9)
        print(f"{' '.join(command)} did not end on Ctrl+Q within {PATIENCE:.0f} seconds.")
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code or not drawn:
        print((drawn or b"").decode(errors="replace"))
        print(f"{' '.join(command)} ended with {code} after {len(drawn or b'')} bytes.")
        return 1
    print(f"{' '.join(command)} drew {len(drawn)} bytes, and ended on Ctrl+Q.")
    return 0


def _drive(terminal: int, deadline: float) -> bytes | None:
    """All that the command wrote until it ended; None where it did not end by the deadline."""
    drawn = b""
    while time.monotonic() < deadline:
        if select.select([terminal], [], [], QUIET)[0]:
            try:
                piece = os.read(terminal, 65536)
            except OSError:  # how Linux says that the other end was closed
                return drawn
            if not piece:
                return drawn
            drawn += piece
        elif drawn:
            os.write(terminal, QUIT)
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
