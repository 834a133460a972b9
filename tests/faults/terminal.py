"""The installed program in a terminal of its own, which can be killed, closed or refused a disk."""

import contextlib
import os
import re
import select
import signal
import sys
import time

PATIENCE = 60.0
_DROPPED = (1, 2, 3)
"""CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER: with them no folder is closed to root."""
_PR_CAPBSET_DROP = 24


class Terminal:
    """A program in a terminal of its own.

    `program` is what Python runs with the `words`. `deaf`: it does not hear SIGHUP, as under nohup.
    `ordinary`: modes hold for it, as for any user.
    """

    def __init__(
        self,
        *words: str,
        columns: int = 120,
        rows: int = 40,
        deaf: bool = False,
        ordinary: bool = False,
        program: tuple[str, ...] = ("-m", "clerk"),
    ) -> None:
        import fcntl
        import pty
        import struct
        import termios

        self.pid, self.handle = pty.fork()
        if self.pid == 0:
            if deaf:
                signal.signal(signal.SIGHUP, signal.SIG_IGN)
            if ordinary:
                drop_roots_privileges()
            os.environ["TERM"] = "xterm-256color"
            os.execv(sys.executable, [sys.executable, *program, *words])
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self.handle, termios.TIOCSWINSZ, size)
        self.drawn = ""

    def read(self, seconds: float) -> None:
        """Takes in what is drawn within so many seconds."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if not select.select([self.handle], [], [], left)[0]:
                return
            try:
                self.drawn += os.read(self.handle, 65536).decode(errors="replace")
            except OSError:  # how Linux says that the other end is closed
                return

    @property
    def words(self) -> str:
        """What was drawn, without colours and places."""
        return re.sub(r"\x1b\[[0-9;?<>=]*[a-zA-Z]", "", self.drawn)

    def wait_for(self, words: str) -> None:
        """Until the words are drawn."""
        until = time.monotonic() + PATIENCE
        while words not in self.words:
            assert time.monotonic() < until, f"{words} was never drawn: {self.words[-500:]}"
            self.read(0.1)

    def press(self, keys: str) -> None:
        """Sends keys as a keyboard would."""
        os.write(self.handle, keys.encode())

    def end(self, how: str) -> int:
        """Ends the program: "kill", "term", or "close" its terminal under it. Its exit code."""
        if how == "close":
            os.close(self.handle)
        elif how != "by itself":
            os.kill(self.pid, signal.SIGKILL if how == "kill" else signal.SIGTERM)
        until = time.monotonic() + PATIENCE
        while (ended := os.waitpid(self.pid, os.WNOHANG)) == (0, 0):
            if time.monotonic() > until:
                os.kill(self.pid, signal.SIGKILL)
                raise AssertionError(f"the program did not end: {how}")
            if how == "close":
                time.sleep(0.02)
            else:
                self.read(0.02)
        if how != "close":
            with contextlib.suppress(OSError):
                self.read(0.2)
                os.close(self.handle)
        return os.waitstatus_to_exitcode(ended[1])


def drop_roots_privileges() -> None:
    """From the next exec on, a folder closed to its owner is closed to this process.

    Nothing where it is not root's; raises OSError where the system does not do it.
    """
    if os.geteuid() != 0:
        return
    import ctypes

    library = ctypes.CDLL(None, use_errno=True)
    for capability in _DROPPED:
        if library.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "a privilege of root could not be dropped")
