"""A program in a terminal of its own: what it paints, when, and what it paints for a key."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tests.benchmarks.running import ROOT, environment

_ROWS, _COLUMNS = 40, 120
_PATIENCE = 30.0
"""Seconds after which a program that does not paint what it should has failed."""


class Terminal:
    """A pseudo-terminal in which a program runs."""

    def __init__(self, master: int) -> None:
        self._master = master

    def until(self, words: bytes) -> float:
        """Reads what is painted until `words` are; the time by then, in seconds.

        Raises TimeoutError.
        """
        painted = b""
        end = time.perf_counter() + _PATIENCE
        while words not in painted:
            if not select.select([self._master], [], [], max(0.0, end - time.perf_counter()))[0]:
                raise TimeoutError(f"{words!r} was not painted: {painted[-400:]!r}")
            try:
                painted += os.read(self._master, 1 << 16)
            except OSError as error:  # the program has ended
                raise TimeoutError(f"it ended without {words!r}: {painted[-400:]!r}") from error
        return time.perf_counter()

    def quiet(self, seconds: float = 0.15) -> None:
        """Reads until nothing more is painted."""
        while select.select([self._master], [], [], seconds)[0]:
            os.read(self._master, 1 << 16)

    def answer(self, seconds: float = 0.15) -> None:
        """Reads what is painted for a key: waits until something is, then until nothing more."""
        if select.select([self._master], [], [], 20 * seconds)[0]:
            self.quiet(seconds)

    def ended(self) -> None:
        """Reads until the program has ended; raises TimeoutError."""
        end = time.perf_counter() + _PATIENCE
        with contextlib.suppress(OSError):  # how Linux says that the other end is closed
            while select.select([self._master], [], [], max(0.0, end - time.perf_counter()))[0]:
                if not os.read(self._master, 1 << 16):
                    return
            raise TimeoutError("it did not end")

    def read_until(self, moment: float) -> None:
        """Reads what is painted until a moment of `time.perf_counter`."""
        while (left := moment - time.perf_counter()) > 0:
            if select.select([self._master], [], [], left)[0]:
                os.read(self._master, 1 << 16)

    def type(self, keys: str) -> None:
        """Presses keys."""
        os.write(self._master, keys.encode())


@contextmanager
def running(*words: str) -> Iterator[Terminal]:
    """Python on these words in a terminal of 120 by 40, ended with it."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", _ROWS, _COLUMNS, 0, 0))
    program = subprocess.Popen(
        [sys.executable, *words],
        cwd=ROOT,
        env=environment() | {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
    )
    os.close(slave)
    try:
        yield Terminal(master)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(program.pid, signal.SIGKILL)
        program.wait()
        os.close(master)
