"""Whether a process is still running, for what a killed one has left behind."""

import os
import sys
from pathlib import Path


def began(pid: int) -> str:
    """A mark of when the process began, as the system counts it; empty where that is not known.

    A number is used again after a restart: with this mark another process of the same number is
    not taken for the one that died.
    """
    fields = _fields(pid)
    return fields[19] if fields else ""


def is_running(pid: int, since: str = "") -> bool:
    """Whether `pid` runs on this machine, and began at `since` where that is known."""
    if pid <= 0 or not _exists(pid):
        return False
    if _fields(pid)[:1] == ["Z"]:  # killed, and not yet collected by whoever started it
        return False
    now = began(pid)
    return not since or not now or now == since


def _fields(pid: int) -> list[str]:
    """What Linux tells of a process, from its state on; empty elsewhere, or where there is none."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return []
    # The name stands before, in brackets, and may hold blanks and brackets itself.
    return stat.rpartition(")")[2].split()


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
