"""How files are named in a data folder, and which of them are backed up."""

import re
from pathlib import Path

from clerk.paths import Home

_PAPER = re.compile(r"papers/[0-9A-Za-z-]{1,64}\.json")
_MEETING = re.compile(
    r"meetings/(?!(?:con|prn|aux|nul|com\d|lpt\d)/)[a-z0-9]+(?:-[a-z0-9]+)*"
    r"/\d{4}-\d\d-\d\d(?:-\d{1,3})?\.json"
)
_STYLE = re.compile(r"house-styles(?:/(?!\.\.?(?:/|$))[^/\\:\x00-\x1f]{1,120}){1,8}")


def belongs(name: str) -> bool:
    """Whether a data folder may have a file of this name ("papers/0a1b.json") that is backed up.

    Such a name leads nowhere out of the folder, on any system.
    """
    return name == "register.json" or any(
        rule.fullmatch(name) for rule in (_PAPER, _MEETING, _STYLE)
    )


def name_in(home: Home, path: Path) -> str:
    """A file's name from the data folder, with "/" on every system."""
    return path.relative_to(home.root).as_posix()


def as_typed(path: Path) -> str:
    """A path as it is typed in a command: in quotes where a shell would read it as several words.

    Copies that a sync service makes are called "2026-11-30 (1).json".
    """
    return f'"{path}"' if re.search(r"[^\w./\\:~+,@%-]", str(path)) else str(path)
