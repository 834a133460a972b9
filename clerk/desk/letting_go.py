"""What has just been made exempt leaves the search index and the summary at once.

Both put themselves right when they are next asked; until then words that are secret now would
stand in them.
"""

import contextlib
from pathlib import Path
from threading import Thread

from clerk.desk.office import Office
from clerk.errors import ClerkError


def let_go(office: Office, path: Path) -> Thread:
    """Has both forget a meeting, without keeping a clerk waiting: FTS5 is written anew for it.

    The program ends when that is done. Whoever looks for the meeting next has it kept again,
    without what is exempt.
    """

    def forget() -> None:
        # What fails here is put right by the next search, and must not end in a traceback.
        with contextlib.suppress(ClerkError, OSError):
            office.kept.forget(path)
            office.index.clear([path])

    thread = Thread(target=forget, name=f"letting go of {path.name}")
    thread.start()
    return thread
