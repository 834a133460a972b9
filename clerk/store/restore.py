"""A backup compared with what stands here, file by file, and put in place as one change.

Which of two generations is newer is read from their logs of acts, not from clocks: the one whose
log holds the other's last act came after it.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from clerk.errors import StorageError
from clerk.paths import Home
from clerk.store import atomic, sealed
from clerk.store.archive import Archive, header_of, kind_of
from clerk.store.backup import Item, backed_up
from clerk.store.naming import name_in
from clerk.store.placing import Move, place_together
from clerk.store.sealed import Header
from clerk.store.trouble import in_words

Standing = Literal[
    "same",
    "older here",
    "newer here",
    "changed apart",
    "damaged here",
    "only here",
    "only in the backup",
    "damaged in the backup",
]
GUARDED: tuple[Standing, ...] = ("newer here", "changed apart")
"""What a restore leaves as it is unless it is told to overwrite what is newer."""


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """One file, here and in the backup; `path` is from the data folder."""

    path: str
    standing: Standing
    said: str = ""
    """The two generations, in words; empty where there is nothing to say."""


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What a restore would do with each file."""

    replaced: tuple[Compared, ...]
    left: tuple[Compared, ...]
    """Newer here, or not sound in the backup: these stay as they are."""
    removed: tuple[Compared, ...]
    """Only here, and put aside because the folder is to hold exactly what the backup holds."""

    @property
    def changes(self) -> tuple[Compared, ...]:
        """Every file that will not stand as it does now."""
        return self.replaced + self.removed


class _Version(msgspec.Struct, frozen=True, kw_only=True):
    """A file as it stands or as the backup has it; no `header` where it is damaged or no JSON."""

    content: bytes
    header: Header | None
    acts: tuple[str, ...] = ()


def compare(home: Home, archive: Archive) -> tuple[Compared, ...]:
    """Every file of the backup and of the folder. Raises StorageError where one is unreadable."""
    known = {item.path for item in archive.manifest.files}
    here = (name_in(home, path) for path in backed_up(home))
    compared = [_compared(home, archive, item) for item in archive.manifest.files]
    only_here = [Compared(path=name, standing="only here") for name in here if name not in known]
    return (*compared, *only_here)


def planned(
    compared: Iterable[Compared], *, overwrite_newer: bool = False, exactly: bool = False
) -> Plan:
    """What is done with each file; those that are the same are in no list."""
    replaced, left, removed = [], [], []
    for each in compared:
        guarded = each.standing in GUARDED and not overwrite_newer
        if guarded or each.standing == "damaged in the backup":
            left.append(each)
        elif each.standing == "only here":
            removed.extend([each] if exactly else [])
        elif each.standing != "same":
            replaced.append(each)
    return Plan(replaced=tuple(replaced), left=tuple(left), removed=tuple(removed))


def put_in_place(home: Home, archive: Archive, plan: Plan, now: dt.datetime) -> None:
    """Carries out `plan` as one change. Raises StorageError; then no file has changed.

    The caller holds the locks and has made a backup. What stands afterwards is read back.
    """
    items = {item.path: item for item in archive.manifest.files}
    moves = [_move(home, archive, items[each.path], each) for each in plan.replaced]
    for each in plan.removed:
        moves.extend(_moves_away(home.root / each.path))
    place_together(home, moves, now)
    for each in plan.replaced:
        _read_back(home.root / each.path, items[each.path])


def locked(home: Home, plan: Plan) -> Sequence[Path]:
    """The meetings that are there and will change: they must not be open elsewhere meanwhile."""
    paths = (home.root / each.path for each in plan.changes)
    return [path for path in paths if path.is_relative_to(home.meetings_dir) and path.exists()]


def _compared(home: Home, archive: Archive, item: Item) -> Compared:
    path, kind = home.root / item.path, kind_of(item.path)
    theirs = _version(item.path, archive.read(item))
    if kind and theirs.header is None:
        return Compared(path=item.path, standing="damaged in the backup")
    with in_words("Not read", path):
        content = atomic.read(path) if path.exists() else None
        if content == theirs.content:
            return Compared(path=item.path, standing="same")
        if not kind:
            return _compared_style(path, item, content, archive.manifest.made)
        ours = None if content is None else _version(item.path, content)
        return _compared_sealed(path, item.path, ours, theirs)


def _compared_style(path: Path, item: Item, content: bytes | None, made: dt.datetime) -> Compared:
    """A house style has no log of acts: only its own time tells whether it is newer."""
    if content is None:
        return Compared(path=item.path, standing="only in the backup")
    changed = dt.datetime.fromtimestamp(path.stat().st_mtime, tz=dt.UTC)
    newer = changed >= made.astimezone(dt.UTC)
    return Compared(
        path=item.path,
        standing="newer here" if newer else "older here",
        said=f"changed here on {changed:%d %B %Y}",
    )


def _compared_sealed(path: Path, name: str, ours: _Version | None, theirs: _Version) -> Compared:
    assert theirs.header is not None
    if ours is not None and ours.header is not None:
        standing = _newer(ours, theirs)
        said = f"generation {ours.header.generation} here, {theirs.header.generation} in the backup"
        return Compared(path=name, standing=standing, said=said)
    lost: Standing = "only in the backup" if ours is None else "damaged here"
    before = _previous(path, name)
    if before is None or before.header is None:
        return Compared(path=name, standing=lost)
    said = f"the generation before it, {before.header.generation}, is sound here"
    if _newer(before, theirs) in GUARDED:
        said = f"{said} and newer than the backup's: `clerk doctor --mend` puts it in place"
        return Compared(path=name, standing="newer here", said=said)
    return Compared(path=name, standing="damaged here", said=said)


def _newer(ours: _Version, theirs: _Version) -> Standing:
    """Which came after which; "changed apart" where neither did, or where it cannot be told."""
    within = bool(ours.acts) and ours.acts[-1] in theirs.acts
    beyond = bool(theirs.acts) and theirs.acts[-1] in ours.acts
    if within != beyond:
        return "older here" if within else "newer here"
    if within or not (ours.acts or theirs.acts):
        return _by_generation(ours, theirs)
    return "changed apart"


def _by_generation(ours: _Version, theirs: _Version) -> Standing:
    assert ours.header is not None
    assert theirs.header is not None
    behind = theirs.header.generation - ours.header.generation
    return "older here" if behind > 0 else "newer here" if behind < 0 else "changed apart"


def _version(name: str, content: bytes) -> _Version:
    header = header_of(name, content) if kind_of(name) else None
    if header is None:
        return _Version(content=content, header=None)
    acts = sealed.tables(content).get("acts", {}).values()
    return _Version(
        content=content, header=header, acts=tuple(str(act.get("id", "")) for act in acts)
    )


def _previous(path: Path, name: str) -> _Version | None:
    try:
        return _version(name, atomic.read(atomic.previous(path)))
    except FileNotFoundError:
        return None


def _move(home: Home, archive: Archive, item: Item, compared: Compared) -> Move:
    path = home.root / item.path
    damaged = path.exists() and bool(kind_of(item.path)) and _is_damaged(path, item.path)
    return Move(
        path=path,
        read=lambda: archive.read(item),
        aside="damaged" if damaged or compared.standing == "damaged here" else "",
    )


def _is_damaged(path: Path, name: str) -> bool:
    return header_of(name, atomic.read(path)) is None


def _moves_away(path: Path) -> Iterator[Move]:
    """The generation before it goes too: without its file it would look like a loss."""
    for each in (path, atomic.previous(path)):
        if each.exists():
            yield Move(path=each, read=None)


def _read_back(path: Path, item: Item) -> None:
    with in_words("Not read back", path):
        content = atomic.read(path)
    if hashlib.sha256(content).hexdigest() != item.sha256:
        raise StorageError(f"{path} does not read back as it was restored. Try another disk.")
