"""A terminal that goes, and a program that is told to end: what was typed is saved first.

Windows tells a console program in a thread of its own, and gives it five seconds. Elsewhere SIGHUP
comes when a window is closed, SIGTERM when the machine is shut down. Where neither is heard
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
    import ctypes

    _CLOSING = (2, 5, 6)
    """CTRL_CLOSE_EVENT, CTRL_LOGOFF_EVENT, CTRL_SHUTDOWN_EVENT."""
    _BEFORE_KILLED = 4.0
    """Seconds: Windows ends the program after five, whatever it is doing."""
    _Handler = ctypes.WINFUNCTYPE(ctypes.c_int, ctypes.c_ulong)
    _kept: list[object] = []
    """What Windows calls must not be collected."""

    def watch(put_away: Callable[[], object], leave: Callable[[], object]) -> None:
        """Has `put_away` called by the event loop when the window is closed or the user logs off.

        Windows tells it in a thread of its own, and ends the program when that returns. To `leave`
        in the ordinary way there is no time.
        """
        del leave
        loop = asyncio.get_running_loop()
        handler = _Handler(lambda event: _closed(event, loop, put_away))
        if ctypes.windll.kernel32.SetConsoleCtrlHandler(handler, True):
            _kept.append(handler)

    def _closed(event: int, loop: asyncio.AbstractEventLoop, put_away: Callable[[], object]) -> int:
        """Whether the event was ours to answer: then the program has been put away, or tried to."""
        if event not in _CLOSING:
            return 0
        done = threading.Event()

        def put() -> None:
            try:
                put_away()
            finally:
                done.set()

        try:
            loop.call_soon_threadsafe(put)
        except RuntimeError:  # the loop has ended, and with it the app has put itself away
            return 0
        done.wait(_BEFORE_KILLED)
        return 1

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
