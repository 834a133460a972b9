"""Whether a process is still running, for what a killed one has left behind.

Linux tells in a file; elsewhere psutil asks the system, which differs on each. It is loaded only
there and then: 24 ms.
"""

import os
import sys
from pathlib import Path


def began(pid: int) -> str:
    """A mark of when the process began, as the system counts it; empty where that is not known.

    A number is used again, on Windows soon: with this mark another process of the same number is
    not taken for the one that died.
    """
    fields = _fields(pid)
    return fields[19] if fields else _began_elsewhere(pid)


def is_running(pid: int, since: str = "") -> bool:
    """Whether `pid` runs on this machine, and began at `since` where that is known."""
    if pid <= 0 or not _exists(pid):
        return False
    if _fields(pid)[:1] == ["Z"]:  # killed, and not yet collected by whoever started it
        return False
    now = began(pid) if since else ""
    return not since or not now or now == since


def _fields(pid: int) -> list[str]:
    """What Linux tells of a process, from its state on; empty elsewhere, or where there is none.

    (proc(5). psutil reckons a time of day from it, which moves when the clock is put right.)
    """
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return []
    # The name stands before, in brackets, and may hold blanks and brackets itself.
    return stat.rpartition(")")[2].split()


def _began_elsewhere(pid: int) -> str:
    import psutil

    try:
        return f"{psutil.Process(pid).create_time():.3f}"
    except (psutil.Error, OSError, OverflowError, ValueError):
        return ""


if sys.platform == "win32":

    def _exists(pid: int) -> bool:
        # os.kill(pid, 0) would send Ctrl+C there: signal 0 is CTRL_C_EVENT.
        import psutil

        try:
            return psutil.pid_exists(pid)
        except OverflowError:  # a number that no system gives
            return False

else:

    def _exists(pid: int) -> bool:
        try:
            os.kill(pid, 0)
        except (ProcessLookupError, OverflowError):  # none, or a number that no system gives
            return False
        except PermissionError:  # another user's
            return True
        return True
