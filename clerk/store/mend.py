"""Mending what `clerk.store.doctor` finds: nothing that anybody wrote is deleted.

The last good generation is put in the place of a damaged file, which is kept under a name that
says what it is and when it was put aside.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

from clerk.errors import StorageError
from clerk.paths import Home
from clerk.store import atomic, placing
from clerk.store.copies import way_back
from clerk.store.doctor import of_lock, places
from clerk.store.looking import Look, look
from clerk.store.naming import as_typed, name_in
from clerk.store.together import finish_interrupted, is_interrupted
from clerk.store.trouble import in_words

Lock = Callable[[Path], AbstractContextManager[object]]
"""Gives the lock on a file, to be held while it is mended."""


def mend(home: Home, here: str, lock: Lock, now: dt.datetime) -> Iterator[str]:
    """Mends what can be mended, and says each thing that was done or refused.

    Files first, so that a change that was cut short finds them as it left them. What is refused
    of one file does not stop the next. Raises StorageError where the folder cannot be read.
    """
    for place in places(home):
        yield from _each(place.files, partial(_mend_file, kind=place.kind, lock=lock, now=now))
        left = partial(atomic.left_behind, place.folder)
        yield from _each(left, partial(_delete, home, what="save"))
        locks = partial(_locks, place.folder)
        yield from _each(locks, partial(_clear_lock, home, here=here, lock=lock))
    yield from _each(lambda: [home.register], lambda _: _mend_journal(home, lock))


def _locks(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.json.lock"))


def _each(paths: Callable[[], list[Path]], step: Callable[[Path], Iterator[str]]) -> Iterator[str]:
    """What each step says; what stops one, in its own words, so that the next goes on."""
    try:
        found = paths()
    except StorageError as error:
        yield str(error)
        return
    for path in found:
        try:
            with in_words("Not mended", path):
                yield from step(path)
        except StorageError as error:
            yield str(error)


def _mend_file(path: Path, kind: str, lock: Lock, now: dt.datetime) -> Iterator[str]:
    # Looked at before a lock is taken, and again under it: a folder of sound files needs none.
    if _mended_how(*_looks(path, kind)):
        with lock(path):
            standing, before = _looks(path, kind)
            how = _mended_how(standing, before)
            if how == "put in place":
                yield _put_in_place(path, standing, before, now)
            elif how == "put aside":
                yield _put_aside(atomic.previous(path), now)


def _looks(path: Path, kind: str) -> tuple[Look, Look]:
    """The file, and what there is to go back to: for a sound one, the generation before it."""
    standing, before = look(path, kind), look(atomic.previous(path), kind)
    return standing, before if standing.sound else way_back(path, kind, before)


def _mended_how(standing: Look, before: Look) -> str:
    """What mending does with a file; empty where it is sound or nothing can be done."""
    if standing.sound:
        return "put aside" if before.content is not None and not before.sound else ""
    lost = standing.content is not None or standing.gone
    return "put in place" if lost and before.sound else ""


def _put_in_place(path: Path, standing: Look, before: Look, now: dt.datetime) -> str:
    assert before.content is not None
    assert before.header is not None
    which = f"generation {before.header.generation}" + (f" of {before.copy}" if before.copy else "")
    placed = f"{which} was put in its place"
    if standing.gone:
        atomic.create(path, before.content)
        return f"{path} was missing: {placed}."
    word = "edited" if standing.edited else "damaged"
    aside = atomic.keep(path, placing.aside_name(path, word, now))
    atomic.put(path, before.content)
    accept = (
        f"; `clerk doctor --accept {as_typed(aside)}` takes it after all" if standing.edited else ""
    )
    return f"{path} {standing.fault}: {placed}. It is kept as {aside.name}{accept}."


def _put_aside(path: Path, now: dt.datetime) -> str:
    aside = atomic.keep(path, placing.aside_name(path, "damaged", now))
    atomic.remove(path)
    return f"{path} was damaged, and is kept as {aside.name}; the generation after it is sound."


def _clear_lock(home: Home, path: Path, here: str, lock: Lock) -> Iterator[str]:
    if of_lock(path, here).state == "fault":
        with lock(path.with_name(path.name.removesuffix(".lock"))):
            pass  # taking a lock clears a dead one, safely against others who see it too
        yield f"{name_in(home, path)}, a lock whose program has ended, was cleared."


def _delete(home: Home, path: Path, what: str) -> Iterator[str]:
    atomic.delete(path)
    yield f"{name_in(home, path)}, left by a {what} that was cut short, was deleted."


def _mend_journal(home: Home, lock: Lock) -> Iterator[str]:
    for path in atomic.left_behind(home.journal_dir):
        yield from _delete(home, path, "change of several files")
    if not is_interrupted(home) and not placing.abandoned(home):
        return
    with lock(home.register):
        yield from finish_interrupted(home)
        for folder in placing.abandoned(home):
            placing.clear(folder)
            yield f"{name_in(home, folder)}, left by a change that was cut short, was deleted."
