"""What stands in for a register that cannot be read, so that its meetings can be.

The generation before it, or the newest dated copy that holds a sound one, whichever is newer: a
copy made since the last change is the very register that was lost. A committee that it does not
know, because it came later or because there is neither, is named after its folder. It is for
reading alone: nothing is ever written over what is damaged or lost.
"""

import contextlib
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from clerk.domain.base import DatedText
from clerk.domain.committees import Committee
from clerk.domain.meetings import Meeting
from clerk.domain.register import Register
from clerk.errors import StorageError
from clerk.paths import Home
from clerk.store import atomic
from clerk.store.archive import open_archive
from clerk.store.cache_marks import read_state, state_in
from clerk.store.listing import meeting_files
from clerk.store.looking import Look, judge, look
from clerk.store.sealed import UnsoundError


class LastGood(NamedTuple):
    """A register to read with, and where it was found, in words."""

    register: Register
    whence: str

    def said(self, trouble: str) -> str:
        """What the clerk is told, who is told as well what is wrong with the register."""
        return (
            f"{trouble} Until that is mended, meetings are shown and can be minuted with the "
            f"committees and people of {self.whence}; nothing of these can be changed."
        )


def last_good(home: Home) -> LastGood:
    """The best that there is instead of the register. Raises nothing."""
    nothing = LastGood(Register(), "the meetings' own files, without names")
    _, found = max((*_before(home), next(_copied(home), (-1, nothing))), key=lambda each: each[0])
    committees = found.register.committees | _committees_of_folders(found.register, home)
    return found._replace(register=replace(found.register, committees=committees))


def strangers(register: Register, home: Home) -> tuple[dict[str, Committee], tuple[str, ...]]:
    """Committees that have meetings and that a sound register lacks, and what is said of them."""
    found = _committees_of_folders(register, home)
    if not found:
        return found, ()
    names = " and ".join(sorted(body.slug for body in found.values()))
    said = (
        f"{home.register} knows nothing of {names}, which has meetings: it may be an older one "
        "that a sync service or a hand has put there. The meetings can be read. Look for a newer "
        "one among the backups: `clerk restore FILE` shows what it holds."
    )
    return found, (said,)


def _before(home: Home) -> Iterator[tuple[int, LastGood]]:
    """The generation before, with its number."""
    seen = look(atomic.previous(home.register), "register")
    register = _register_in(seen)
    if register is not None and seen.header is not None:
        yield seen.header.generation, LastGood(register, "the generation before it")


def _copied(home: Home) -> Iterator[tuple[int, LastGood]]:
    """Those of the dated copies with their generations, the newest copy first."""
    for path in sorted(home.backups_dir.glob("daily-????-??-??.zip"), reverse=True):
        with contextlib.suppress(StorageError, OSError):
            seen = _in_copy(path)
            register = _register_in(seen)
            if register is not None and seen.header is not None:
                yield seen.header.generation, LastGood(register, f"the dated copy {path.name}")


def _in_copy(path: Path) -> Look:
    with open_archive(path) as archive:
        for item in archive.manifest.files:
            if item.path == "register.json":
                return judge(archive.read(item), "register")
    return Look(fault="is missing")


def _register_in(found: Look) -> Register | None:
    if not found.sound or found.content is None or found.header is None:
        return None
    try:
        state = state_in(found.content, found.header)
        return msgspec.json.decode(state, type=Register) if state else None
    except (UnsoundError, msgspec.MsgspecError):
        return None


def _committees_of_folders(register: Register, home: Home) -> dict[str, Committee]:
    """A committee for each folder of meetings of which the register knows none. Raises nothing."""
    committees: dict[str, Committee] = {}
    known = {body.slug for body in register.committees.values()}
    with contextlib.suppress(StorageError):
        for path in meeting_files(home):
            slug = path.parent.name
            if slug not in known:
                with contextlib.suppress(StorageError, msgspec.MsgspecError):
                    _, state = read_state(path, 0)
                    body_id = msgspec.json.decode(state or b"", type=Meeting).committee
                    if body_id not in register.committees:
                        committees.setdefault(body_id, _named_after(body_id, slug))
                        known.add(slug)
    return committees


def _named_after(body_id: str, slug: str) -> Committee:
    name = DatedText(on=dt.date.min, text=slug.replace("-", " ").capitalize())
    return Committee(id=body_id, slug=slug, names=(name,))
