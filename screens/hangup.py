"""A terminal that goes, and a program that is told to end: what was typed is saved first.

SIGHUP comes when a window is closed, SIGTERM when the machine is shut down. Where neither is heard
(nohup, setsid, some remote shells) Textual reads an end that never ends, as fast as it can, and
waits for ever to write: so a thread of our own asks the system whether the terminal is there.
"""

import asyncio
import os
import select
import signal
import sys
import threading
import time
from collections.abc import Callable
from typing import NoReturn

_LOOK = 2.0
"""Seconds between two looks, where the system does not wake us by itself."""
_GRACE = 10.0
"""Seconds for saving, on a slow disk too; keystrokes are in the journal all the while."""
_HUNG_UP = 129
"""The exit code of a program that SIGHUP has ended."""

if sys.platform == "win32":

    def watch(put_away: Callable[[], object], leave: Callable[[], object]) -> None:
        """Nothing: a program ends there with its console, and its keystrokes are in the journal."""

else:
    import termios

    def watch(put_away: Callable[[], object], leave: Callable[[], object]) -> None:
        """Has `put_away` called once the terminal is gone, and the program ended after it.

        At once: Textual, told to stop, would first write to the terminal, and may wait for it for
        ever. Where the terminal is there and the program is told to end, `leave` is called. Both
        are called by the event loop that runs now.
        """
        if _gone(0):
            return
        loop = asyncio.get_running_loop()
        if signal.getsignal(signal.SIGHUP) == signal.SIG_DFL:
            loop.add_signal_handler(signal.SIGHUP, lambda: _end(put_away, leave))
        loop.add_signal_handler(signal.SIGTERM, leave)
        watcher = threading.Thread(target=_watch, args=(loop, put_away), name="hangup", daemon=True)
        watcher.start()

    def _watch(loop: asyncio.AbstractEventLoop, put_away: Callable[[], object]) -> None:
        woken = select.poll()
        woken.register(0, 0)  # for no event but the end, which always wakes
        while True:
            early = woken.poll(_LOOK * 1000)
            if _gone(0):
                break
            if early:
                time.sleep(_LOOK)  # macOS wakes for nothing
        _write_to_nowhere()
        loop.call_soon_threadsafe(_end_at_once, put_away)
        time.sleep(_GRACE)
        os._exit(_HUNG_UP)

    def _gone(handle: int) -> bool:
        try:
            termios.tcgetattr(handle)
        except termios.error:
            return True
        return False

    def _write_to_nowhere() -> None:
        """Textual's writer would else stop at the first refusal, and who writes wait for it."""
        nowhere = os.open(os.devnull, os.O_RDWR)
        for handle in (0, 1, 2):
            if _gone(handle):
                os.dup2(nowhere, handle)
        os.close(nowhere)

    def _end(put_away: Callable[[], object], leave: Callable[[], object]) -> None:
        if _gone(0):
            _end_at_once(put_away)
        leave()

    def _end_at_once(put_away: Callable[[], object]) -> NoReturn:
        try:
            put_away()
        finally:
            os._exit(_HUNG_UP)
