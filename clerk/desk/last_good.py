"""What stands in for a register that cannot be read, so that its meetings can be.

The generation before it, or the newest dated copy that holds a sound one. A committee that it does
not know, because it came later or because there is neither, is named after its folder. It is for
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


def last_good(home: Home) -> LastGood:
    """The best that there is instead of the register. Raises nothing."""
    found = next(_found(home))
    return found._replace(register=_with_every_committee(found.register, home))


def _found(home: Home) -> Iterator[LastGood]:
    before = _register_in(look(atomic.previous(home.register), "register"))
    if before is not None:
        yield LastGood(before, "the generation before it")
    for path in sorted(home.backups_dir.glob("daily-????-??-??.zip"), reverse=True):
        with contextlib.suppress(StorageError, OSError):
            copied = _register_in(_copied(path))
            if copied is not None:
                yield LastGood(copied, f"the dated copy {path.name}")
    yield LastGood(Register(), "the meetings' own files, without names")


def _copied(path: Path) -> Look:
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


def _with_every_committee(register: Register, home: Home) -> Register:
    """With a committee for each folder of meetings; nobody's name is in a meeting's file alone."""
    committees = dict(register.committees)
    known = {body.slug for body in committees.values()}
    with contextlib.suppress(StorageError):
        for path in meeting_files(home):
            slug = path.parent.name
            if slug not in known:
                with contextlib.suppress(StorageError, msgspec.MsgspecError):
                    _, state = read_state(path, 0)
                    body_id = msgspec.json.decode(state or b"", type=Meeting).committee
                    committees.setdefault(body_id, _named_after(body_id, slug))
                    known.add(slug)
    return replace(register, committees=committees)


def _named_after(body_id: str, slug: str) -> Committee:
    name = DatedText(on=dt.date.min, text=slug.replace("-", " ").capitalize())
    return Committee(id=body_id, slug=slug, names=(name,))
