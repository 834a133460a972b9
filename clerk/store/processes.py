"""Whether a process is still running, for what a killed one has left behind."""

import os
import sys
from pathlib import Path


def began(pid: int) -> str:
    """A mark of when the process began, as the system counts it; empty where that is not known.

    A number is used again after a restart: with this mark another process of the same number is
    not taken for the one that died.
    """
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:  # not Linux, or no such process
        return ""
    # The name, in brackets, may hold blanks and brackets; the 20th field after it is the start.
    return stat.rpartition(")")[2].split()[19]


def is_running(pid: int, since: str = "") -> bool:
    """Whether `pid` runs on this machine, and began at `since` where that is known."""
    if pid <= 0 or not _exists(pid):
        return False
    now = began(pid)
    return not since or not now or now == since


if sys.platform == "win32":

    def _exists(pid: int) -> bool:
        # os.kill(pid, 0) would send Ctrl+C there: signal 0 is CTRL_C_EVENT.
        import ctypes  # only Windows needs it

        query_limited_information, still_active = 0x1000, 259
        kernel = ctypes.windll.kernel32
        process = kernel.OpenProcess(query_limited_information, False, pid)
        if not process:
            return False
        code = ctypes.c_ulong()
        kernel.GetExitCodeProcess(process, ctypes.byref(code))
        kernel.CloseHandle(process)
        return code.value == still_active

else:

    def _exists(pid: int) -> bool:
        try:
            os.kill(pid, 0)
        except (ProcessLookupError, OverflowError):  # none, or a number that no system gives
            return False
        except PermissionError:  # another user's
            return True
        return True
