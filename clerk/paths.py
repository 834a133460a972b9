"""Where things are: the data folder and what lies in it, and the house styles that Clerk ships."""

import datetime as dt
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from clerk.errors import InputError

ON_WINDOWS = os.name == "nt"
"""Asked as `paths.ON_WINDOWS`, so that tests can have it otherwise than the machine is."""
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_RESERVED = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""Names that Windows keeps for devices: a folder of that name cannot be made there."""
_LONGEST_SLUG = 120
"""Leaves room for the rest of a path in the 260 characters of an ordinary Windows path."""


def typed_path(words: str) -> Path:
    """The path that was typed, pasted, or dragged into the terminal.

    Quotes around it are none of its own (Explorer's "Copy as path"; Windows Terminal), nor is what
    PowerShell puts before them, nor are Terminal's backslashes before blanks on macOS. `~` and
    `~name` are a user's own folder, which not every shell sees to. Raises InputError where nobody
    is called so.
    """
    bare = words.strip().removeprefix("& ").strip("'\"")
    if os.path.lexists(bare):
        return Path(bare)
    if not ON_WINDOWS and os.path.lexists(unescaped := re.sub(r"\\(.)", r"\1", bare)):
        return Path(unescaped)
    path = Path(bare)
    try:
        return path.expanduser()
    except RuntimeError as error:  # how pathlib says it
        raise InputError(
            f"Nobody on this computer is called {path.parts[0][1:] or 'so'}, whose folder {path} "
            "would be in. Type the whole path."
        ) from error


def data_home(asked: Path | None, environ: Mapping[str, str]) -> Path:
    """The data folder: `asked` (--home), else CLERK_HOME, else the user's own place for "clerk".

    An empty CLERK_HOME is no choice. Nothing is created. Raises InputError as
    `typed_path` does.
    """
    if asked is not None:
        return typed_path(str(asked))
    if chosen := environ.get("CLERK_HOME"):  # of which `set` on Windows takes quotes for a part
        return typed_path(chosen)
    import platformdirs  # spares a run that was given its folder the import

    return platformdirs.user_data_path("clerk", appauthor=False)


def templates_dir() -> Path:
    """The shipped house styles: inside the package in a wheel, beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


@dataclass(frozen=True, slots=True)
class Home:
    """The data folder and the names in it. Asking for a name creates nothing."""

    root: Path

    @property
    def register(self) -> Path:
        """The file of people, committees and papers."""
        return self.root / "register.json"

    @property
    def meetings_dir(self) -> Path:
        """One folder a committee, one file a meeting."""
        return self.root / "meetings"

    def meeting_file(self, slug: str, date: dt.date, ordinal: int = 1) -> Path:
        """The file of a committee's meeting; `ordinal` counts the meetings of that day from 1.

        Raises ValueError where `slug` could not be a folder's plain name on every system.
        """
        usual = _SLUG.fullmatch(slug) and not _RESERVED.fullmatch(slug)
        if not usual or len(slug) > _LONGEST_SLUG or ordinal < 1:
            raise ValueError(f"no file name can be made of {slug!r} and {ordinal}")
        suffix = "" if ordinal == 1 else f"-{ordinal}"
        return self.meetings_dir / slug / f"{date.isoformat()}{suffix}.json"

    @property
    def papers_dir(self) -> Path:
        """The lines of each paper that was read, one file a paper."""
        return self.root / "papers"

    @property
    def notes_dir(self) -> Path:
        """The clerk's private notes: outside meetings, history and backups."""
        return self.root / "notes"

    @property
    def house_styles_dir(self) -> Path:
        """The council's own house styles."""
        return self.root / "house-styles"

    @property
    def backups_dir(self) -> Path:
        """Backups that Clerk makes by itself."""
        return self.root / "backups"

    @property
    def journal_dir(self) -> Path:
        """What is under way: intents of changes to several files."""
        return self.root / "journal"

    @property
    def cache_dir(self) -> Path:
        """The summary and the search index: made from the meetings, and made again when lost."""
        return self.root / "cache"

    @property
    def exports_dir(self) -> Path:
        """Documents that were made without a place being named for them."""
        return self.root / "exports"


def make_private(folder: Path) -> None:
    """Make `folder` and whatever of its parents is missing, for the user alone (0700).

    A folder that exists keeps its modes: the clerk may share it on purpose. Raises OSError.
    """
    missing = [folder, *folder.parents]
    # os.path, because Path.exists raises PermissionError below a folder that cannot be entered
    while missing and os.path.lexists(missing[-1]):
        missing.pop()
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)
