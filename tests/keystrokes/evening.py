"""The app in a terminal, on a data folder, as on the evening of a meeting long past.

`python -m tests.keystrokes.evening FOLDER DAY`: nothing but the clock differs from `clerk`.
"""

import datetime as dt
import sys
from pathlib import Path

from clerk.desk.office import Office
from clerk.paths import Home
from screens.app import run_app


def evening(day: dt.date) -> dt.datetime:
    """When a clerk writes up the meeting of a day."""
    return dt.datetime.combine(day, dt.time(18), tzinfo=dt.UTC)


if __name__ == "__main__":
    folder, day = sys.argv[1:]
    then = evening(dt.date.fromisoformat(day))
    run_app(Office(Home(Path(folder)), now=lambda: then, who="Clerk", where="here").open())
