"""The house styles at hand: the council's own, and those that Clerk ships."""

import contextlib
import hashlib
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from clerk.errors import StyleError
from clerk.paths import templates_dir
from clerk.record.style.house_style import HouseStyle, read_style

DEFAULT = "committee-2012"
_FILES = "*/style.toml"


class Styles(Mapping[str, HouseStyle]):
    """House styles by name, read when first asked for; a council's own goes before a shipped one.

    Asking for one raises StyleError where there is none of that name or it cannot be read.
    """

    default = DEFAULT

    def __init__(self, own: Path) -> None:
        self._folders = (own, templates_dir())
        self._read: dict[str, HouseStyle] = {}

    def __getitem__(self, name: str) -> HouseStyle:
        if name not in self._read:
            self._read[name] = read_style(self.folder(name))
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(
            sorted(
                {
                    _composed(path.parent.name)
                    for folder in self._folders
                    if folder.is_dir()
                    for path in folder.glob(_FILES)
                }
            )
        )

    def __len__(self) -> int:
        return len(list(iter(self)))

    def __contains__(self, name: object) -> bool:
        return name in list(iter(self))

    def folder(self, name: str) -> Path:
        """The folder of a style; raises StyleError naming those that there are."""
        if name in self:
            for folder in self._folders:
                if (found := _folder_in(folder, name)) is not None:
                    return found
        raise StyleError(f"There is no house style “{name}”. There are: {', '.join(self)}.")

    def checksum(self) -> str:
        """What stays the same while no style does; one that cannot be read stops no other."""
        found = hashlib.sha256()
        for path in (each for folder in self._folders for each in sorted(folder.glob(_FILES))):
            with contextlib.suppress(OSError):
                found.update(path.parent.name.encode() + path.read_bytes())
        return found.hexdigest()

    def forget(self, name: str) -> None:
        """Has the style read anew when next asked for: its file has changed."""
        self._read.pop(name, None)

    def is_own(self, name: str) -> bool:
        """Whether it is the council's own, and not one that Clerk ships."""
        return _folder_in(self._folders[0], name) is not None

    def look(self, name: str) -> Path:
        """The Word file with the looks of a style; raises StyleError where it has none."""
        path = self.folder(name) / "style.docx"
        if not path.is_file():
            raise StyleError(f"The house style “{name}” has no style.docx. Put one there.")
        return path


def _folder_in(folder: Path, name: str) -> Path | None:
    if (folder / name / "style.toml").is_file():
        return folder / name
    alike = (path.parent for path in folder.glob(_FILES) if _composed(path.parent.name) == name)
    return next(alike, None)


def _composed(name: str) -> str:
    """With its accents put together: macOS, and copies from there, have them apart."""
    return unicodedata.normalize("NFC", name)
