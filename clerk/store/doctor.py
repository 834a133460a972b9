"""What is sound in a data folder and what is not, file by file. Looking changes nothing.

Nothing here knows what the facts mean: `clerk.desk.care.soundness` looks at those. What can be
mended is mended by `clerk.store.mend`.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import msgspec
from msgspec.structs import replace

from clerk.errors import StorageError
from clerk.paths import Home
from clerk.store import atomic, placing, processes, sealed
from clerk.store.copies import way_back
from clerk.store.journal import read_journal
from clerk.store.lock import held_by
from clerk.store.looking import MEETING, PAPER, REGISTER, Look, is_kept_aside, look, original_of
from clerk.store.naming import as_typed, name_in
from clerk.store.trouble import in_words

State = Literal["sound", "note", "fault"]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be said of one file; `path` is from the data folder.

    A note wants nothing done. Of a fault, `remedy` says what mending does, and `advice` what the
    clerk can do besides or instead.
    """

    state: State
    said: str
    remedy: str = ""
    advice: str = ""
    path: str = ""


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A folder, the kind of file that it holds, and how their names begin."""

    folder: Path
    kind: str
    stem: str

    def names(self) -> list[str]:
        """Every name in it; none where it is not there. Raises StorageError."""
        with in_words("Not read", self.folder):
            if not self.folder.exists():
                return []
            return sorted(path.name for path in self.folder.iterdir())

    def files(self) -> list[Path]:
        """Clerk's own files in it, those too of which only the previous generation is left."""
        ours = re.compile(rf"{self.stem}\.json")
        names = {name.removesuffix(".prev") for name in self.names()}
        return [self.folder / name for name in sorted(names) if ours.fullmatch(name)]


def places(home: Home) -> list[Place]:
    """The folders that hold Clerk's files. Raises StorageError."""
    found = [Place(folder=home.root, kind="register", stem=REGISTER)]
    with in_words("Not read", home.meetings_dir):
        if home.meetings_dir.exists():
            folders = sorted(path for path in home.meetings_dir.iterdir() if path.is_dir())
            found += [Place(folder=folder, kind="meeting", stem=MEETING) for folder in folders]
    return [*found, Place(folder=home.papers_dir, kind="paper", stem=PAPER)]


def examine(home: Home, here: str) -> Iterator[Finding]:
    """Everything in the folder, one finding a file; one that is unreadable stops no other.

    `here` is this machine's name, by which locks say where their holder is.
    """
    try:
        found = places(home)
    except StorageError as error:
        found = []
        yield Finding(path="meetings", state="fault", said=str(error))
    for place in found:
        try:
            yield from _named(home, _in_place(place, place.names(), here))
        except StorageError as error:
            yield Finding(path=name_in(home, place.folder), state="fault", said=str(error))
    try:
        yield from _named(home, _in_journal(home))
    except StorageError as error:
        yield Finding(path="journal", state="fault", said=str(error))


def of_lock(lock_file: Path, here: str) -> Finding:
    """Whose lock it is; a fault where they are there no longer. Raises StorageError."""
    holder = held_by(lock_file.with_name(lock_file.name.removesuffix(".lock")))
    if holder is None:
        return Finding(state="fault", said="is a lock that names nobody", remedy="it is cleared")
    by = f"{holder.who} on {holder.where} since {holder.since:%d %B %Y, %H:%M}"
    if holder.where != here or processes.is_running(holder.pid, holder.began):
        return Finding(state="note", said=f"says that the file is open with {by}")
    said = f"is a lock left by {by}, whose program has ended"
    return Finding(state="fault", said=said, remedy="it is cleared")


_Told = Iterator[tuple[Path, Finding | None]]


def _named(home: Home, told: Iterable[tuple[Path, Finding | None]]) -> Iterator[Finding]:
    for path, finding in told:
        if finding is not None:
            yield replace(finding, path=name_in(home, path))


def _in_place(place: Place, names: list[str], here: str) -> _Told:
    for path in place.files():
        yield path, _of_file(path, place.kind)
    for path in atomic.left_behind(place.folder):
        yield path, _left_by("save")
    for name in names:
        path = place.folder / name
        if name.endswith(".json.lock"):
            yield path, of_lock(path, here)
        elif is_kept_aside(name):
            yield path, _kept("a file that was put aside")
        else:
            yield path, _of_copy(path, place)


def _of_file(path: Path, kind: str) -> Finding:
    now, before = look(path, kind), look(atomic.previous(path), kind)
    if now.header is None or not now.sound:
        remedy, advice = _way_back(path, now, way_back(path, kind, before))
        return Finding(state="fault", said=now.fault, remedy=remedy, advice=advice)
    if now.header.format > sealed.FORMAT:
        said = f"is of the newer format {now.header.format}: it can be read here, and not changed"
        return Finding(state="fault", said=said, advice="use the newer release of Clerk")
    if not before.sound and before.content is not None:
        said = f"is sound, and the generation before it {before.fault}"
        return Finding(state="fault", said=said, remedy="the generation before it is put aside")
    older = "" if now.header.format == sealed.FORMAT else f", of the format {now.header.format}"
    return Finding(state="sound", said=f"is sound, generation {now.header.generation}{older}")


def _way_back(path: Path, now: Look, before: Look) -> tuple[str, str]:
    """What mending would do, and what the clerk can do besides or instead."""
    accept = (
        f"`clerk doctor --accept {as_typed(path)}` if it was changed on purpose"
        if now.edited
        else ""
    )
    if path.is_symlink() and now.content is None:
        return "", "look whether that disk or folder is there; or delete the link, and look again"
    if now.content is None and not now.gone:
        return "", "look at its permissions, or copy the folder to another disk"
    if before.header is None or not before.sound:
        return "", accept or "restore it from a backup with `clerk restore`"
    kept = "" if now.gone else ", and this file is kept aside"
    which = f"generation {before.header.generation}" + (f" of {before.copy}" if before.copy else "")
    return f"{which} is put in its place{kept}", accept


def _of_copy(path: Path, place: Place) -> Finding | None:
    """A copy that a sync service made beside a file; None for all else, which is not Clerk's."""
    if re.fullmatch(rf"{place.stem}\.json(\.prev)?", path.name):
        return None
    original = original_of(path) if re.match(place.stem, path.name) else None
    if original is None:
        return None
    copy, now = look(path, place.kind), look(original, place.kind)
    what = f"is a copy of {original.name} that a sync service or a person made, and is not read"
    if copy.content is not None and copy.content == now.content:
        return Finding(state="fault", said=f"{what}; it holds the same", advice="delete it")
    if copy.header is None:
        advice = "look into it, then delete it"
        return Finding(state="fault", said=f"{what}; it {copy.fault}", advice=advice)
    stands = f", and {original.name} is {now.header.generation}" if now.header else ""
    return Finding(
        state="fault",
        said=f"{what}; it is generation {copy.header.generation}{stands}",
        advice=f"compare them; `clerk doctor --accept {as_typed(path)}` takes the copy, "
        "or delete it",
    )


def _in_journal(home: Home) -> _Told:
    with in_words("Not read", home.journal_dir):
        paths = sorted(home.journal_dir.glob("*"))
    for path in (*atomic.left_behind(home.journal_dir), *placing.abandoned(home)):
        yield path, _left_by("change of several files")
    for path in paths:
        yield path, _of_journal(path)


def _of_journal(path: Path) -> Finding | None:
    if path.suffix == ".intent":
        said = "is a change of several files that was cut short, or is being made now"
        remedy = "it is completed, or set aside where a file has changed since"
        return Finding(state="fault", said=said, remedy=remedy)
    if path.suffix == ".set-aside":
        return _kept("a change that could not be completed")
    if path.name.startswith("kept-"):
        return _kept("text that no longer fitted its minute")
    if path.suffix == ".keys" and read_journal(path).unsaved:
        said = "holds text that was typed and not saved: opening the meeting recovers it"
        return Finding(state="note", said=said)
    if path.suffix == ".typed" and read_journal(path).unsaved:
        said = (
            "holds what was being typed into a form: it stands there when the form is next opened"
        )
        return Finding(state="note", said=said)
    return None


def _kept(what: str) -> Finding:
    return Finding(state="note", said=f"is {what}; delete it when nobody needs it")


def _left_by(what: str) -> Finding:
    said = f"is a temporary file of a {what} that was cut short"
    return Finding(state="fault", said=said, remedy="it is deleted")
