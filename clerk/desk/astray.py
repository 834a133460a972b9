"""Meetings that lie in another folder than their committee's, as after a folder was renamed.

They can be read where they are. But a committee's numbers, its last minutes and its lists are
looked for in its own folder, so that they would be missed there.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, suppress
from pathlib import Path
from typing import NamedTuple

import msgspec

from clerk.domain.meetings import Meeting
from clerk.domain.register import Register
from clerk.errors import ClerkError, StorageError
from clerk.paths import Home
from clerk.store import atomic, sealed
from clerk.store.cache_marks import read_state, state_in
from clerk.store.files import is_stored
from clerk.store.listing import meeting_files
from clerk.store.looking import look
from clerk.store.naming import name_in
from clerk.store.trouble import in_words

_KIND = "meeting"


class Lying(NamedTuple):
    """Where a meeting's file is, and of what it holds as much as tells where it should be."""

    path: Path
    meeting: str
    committee: str


class Stray(NamedTuple):
    """A file in another committee's folder, and where it belongs.

    `free` where it can be put there: nothing else has the place, and no other file the meeting.
    """

    path: Path
    belongs: Path
    free: bool


def strays(lying: Iterable[Lying], register: Register) -> Iterator[Stray]:
    """Those of the files that lie in the folder of no committee, or of another than theirs."""
    files = [*lying]
    times = Counter(each.meeting for each in files)
    for each in files:
        body = register.committees.get(each.committee)
        if body is not None and body.slug != each.path.parent.name:
            belongs = each.path.parent.with_name(body.slug) / each.path.name
            if belongs.exists() and belongs.samefile(each.path):
                continue  # one folder: its disk does not tell “Cabinet” from “cabinet”, or a link
            alone = times[each.meeting] == 1 and not is_stored(belongs)
            free = _is_whole(each) and (alone or _begun(each.path, belongs))
            yield Stray(each.path, belongs, free)


def lying(home: Home, folders: Callable[[str], bool] = lambda _: True) -> Iterator[Lying]:
    """Each meeting that can be read, of those folders. Raises StorageError."""
    for path in meeting_files(home):
        if folders(path.parent.name):
            with suppress(StorageError, msgspec.MsgspecError):
                _, state = read_state(path, 0)
                if state is not None:
                    meeting = msgspec.json.decode(state, type=Meeting)
                    yield Lying(path, meeting.id, meeting.committee)


def rehouse(
    home: Home, register: Register, lock: Callable[[Path], AbstractContextManager[object]]
) -> Iterator[str]:
    """Puts each into its committee's folder where it can be, and says so; StorageError."""
    for stray in [*strays(lying(home), register)]:
        if stray.free:
            try:
                with ExitStack() as held:
                    for path in (stray.path, stray.belongs):
                        held.enter_context(lock(path))
                    _move(stray)
            except ClerkError as error:
                yield str(error)
            else:
                with suppress(OSError):  # something else lies in it
                    stray.path.parent.rmdir()
                where = name_in(home, stray.belongs)
                yield f"{name_in(home, stray.path)}, which lay in the wrong folder, is {where} now."


def of_strangers(home: Home, register: Register) -> tuple[str, ...]:
    """What is said of folders of no committee's name that hold meetings of one. StorageError."""
    known = {body.slug for body in register.committees.values()}
    found = {
        (stray.path.parent.name, stray.belongs.parent.name)
        for stray in strays(lying(home, lambda name: name not in known), register)
    }
    return tuple(
        f"{home.meetings_dir / here} holds meetings of {there}: was the folder renamed? Numbers do "
        "not run on from them. Name it as it was, or see `clerk doctor`, which can mend it."
        for here, there in sorted(found)
    )


def _is_whole(lying: Lying) -> bool:
    """Whether the generation before is of the same meeting: else another's file was put over it."""
    former = look(atomic.previous(lying.path), _KIND)
    if former.content is None or former.header is None:
        return former.gone
    try:
        state = state_in(former.content, former.header)
        return state is None or msgspec.json.decode(state, type=Meeting).id == lying.meeting
    except (sealed.UnsoundError, msgspec.MsgspecError):
        return False


def _begun(path: Path, belongs: Path) -> bool:
    """Whether a move was cut short: nothing stands here that does not stand there too."""
    former, there = look(atomic.previous(path), _KIND), look(atomic.previous(belongs), _KIND)
    standing = look(path, _KIND).content
    same = standing is not None and standing == look(belongs, _KIND).content
    return same and (former.gone or there.gone or former.content == there.content)


def _move(stray: Stray) -> None:
    """A kill in between leaves the same in both places, which is found and completed."""
    with in_words("Not moved", stray.path):
        if not stray.belongs.exists():
            atomic.create(stray.belongs, atomic.read(stray.path))
        former = atomic.previous(stray.path)
        if former.exists():
            with suppress(FileExistsError):
                atomic.create(atomic.previous(stray.belongs), atomic.read(former))
            atomic.remove(former)
        atomic.remove(stray.path)
