"""A window that is closed on Windows: what is typed is saved in the seconds that are left."""

import asyncio
import sys
import threading

if sys.platform == "win32":  # which alone has such windows
    from screens import hangup

    _CLOSE, _CTRL_C = 2, 0

    async def test_a_closed_window_waits_until_the_app_has_put_itself_away() -> None:
        said: list[str] = []

        def put_away() -> None:
            said.append(threading.current_thread().name)

        loop = asyncio.get_running_loop()
        hangup.watch(put_away, lambda: None)
        assert hangup._kept, "Windows took the handler"
        assert await asyncio.to_thread(hangup._closed, _CTRL_C, loop, put_away) == 0
        assert await asyncio.to_thread(hangup._closed, _CLOSE, loop, put_away) == 1
        assert said == [threading.main_thread().name], "by the loop, and for the closing alone"
