"""Everything in one file: a zip with a manifest of SHA-256, proved by reading it back."""

import datetime as dt
import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from clerk.errors import StorageError
from clerk.paths import Home, make_private
from clerk.store import atomic, sealed
from clerk.store.listing import meeting_files
from clerk.store.naming import belongs, name_in
from clerk.store.trouble import in_words

MANIFEST = "manifest.json"
_TRIES = 3
_UNPROVED = "No backup made: what was written does not read back as it was. Try another disk"


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One file of a backup. `sound` is False for a file of Clerk's that fails its own checksum."""

    path: str
    size: int
    sha256: str
    sound: bool = True


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a backup holds and when it was made."""

    format: int = 1
    made: dt.datetime
    files: tuple[Item, ...]


def backup(home: Home, target: Path, now: dt.datetime) -> Path:
    """The backup's path, once it has been read back: `target`, or a dated name in that folder.

    It holds the register, the meetings, the papers read and the house styles; not the private
    notes, the journal or exports. A damaged file goes in as it is, and the manifest says so.
    Raises StorageError; then there is no file of that name, and one that was there before is
    untouched.
    """
    path = target / f"clerk-{now:%Y-%m-%d-%H%M%S}.zip" if target.is_dir() else target
    fresh = atomic.beside(path)
    with in_words("No backup made", path):
        try:
            make_private(path.parent)
            atomic.sweep(path.parent)  # a killed one would keep the whole council there
            manifest = _write_settled(home, fresh, now)
            _prove(fresh, manifest)
            atomic.publish(fresh, path)
        except FileExistsError:
            raise StorageError(
                f"No backup made: {path} is there already. Nothing was overwritten; "
                "choose another name."
            ) from None
        finally:
            atomic.delete(fresh)
    return path


def contents(path: Path) -> Manifest:
    """What the manifest of a backup that `backup` has just proved says. Raises StorageError."""
    with in_words("Not read", path), zipfile.ZipFile(path) as archive:
        return msgspec.json.decode(archive.read(MANIFEST), type=Manifest)


def backed_up(home: Home) -> list[Path]:
    """The files that a backup of `home` holds, as they stand now. Raises StorageError.

    Copies that a sync service made beside them are not: `clerk doctor` names those.
    """
    with in_words("Not read", home.root):
        return [path for path in _sources(home) if belongs(name_in(home, path))]


def _write_settled(home: Home, path: Path, now: dt.datetime) -> Manifest:
    """The backup written while no change of several files was made: each touches the register.

    Else it might hold the register of before such a change and a meeting of after it.
    """
    for _ in range(_TRIES):
        before = _register_mark(home)
        manifest = _write(home, path, now)
        if _register_mark(home) == before:
            return manifest
        atomic.delete(path)
    raise StorageError(
        f"No backup made: {home.register} is being changed at this moment. Try again."
    )


def _register_mark(home: Home) -> tuple[object, ...]:
    intents = sorted(path.name for path in home.journal_dir.glob("*.intent"))
    try:
        seen = home.register.stat()
    except FileNotFoundError:
        return (intents,)
    return (seen.st_mtime_ns, seen.st_size, seen.st_ino, intents)


def _write(home: Home, path: Path, now: dt.datetime) -> Manifest:
    items: list[Item] = []
    with atomic.private_file(path) as file, zipfile.ZipFile(file, "w") as archive:
        for source in backed_up(home):
            content = atomic.read(source)
            name = name_in(home, source)
            archive.writestr(_entry(name, now), content)
            items.append(_item(name, content))
        manifest = Manifest(made=now, files=tuple(items))
        archive.writestr(_entry(MANIFEST, now), msgspec.json.encode(manifest))
    return manifest


def _sources(home: Home) -> Iterator[Path]:
    if home.register.exists():
        yield home.register
    yield from (path for path in meeting_files(home) if path.exists())
    yield from sorted(home.papers_dir.glob("*.json"))
    if home.house_styles_dir.exists():
        # A link might lead out of the folder, to what is none of the council's.
        found = home.house_styles_dir.rglob("*")
        yield from sorted(path for path in found if path.is_file() and not path.is_symlink())


def _entry(name: str, now: dt.datetime) -> zipfile.ZipInfo:
    # A zip file knows the years from 1980 to 2107; a clock without a battery begins in 1970.
    year, month, day, hour, minute, second = now.timetuple()[:6]
    sayable = min(max(year, 1980), 2107)
    entry = zipfile.ZipInfo(name, date_time=(sayable, month, day, hour, minute, second))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry


def _item(name: str, content: bytes) -> Item:
    return Item(
        path=name,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        sound=not name.endswith(".json") or name.startswith("house-styles/") or _is_sound(content),
    )


def _is_sound(content: bytes) -> bool:
    try:
        sealed.proved(content)
    except sealed.UnsoundError:
        return False
    return True


def _prove(path: Path, manifest: Manifest) -> None:
    """Read the whole backup back from the disk. Raises StorageError where a byte differs."""
    try:
        with zipfile.ZipFile(path) as archive:
            kept = msgspec.json.decode(archive.read(MANIFEST), type=Manifest)
            read = tuple(_item(item.path, archive.read(item.path)) for item in kept.files)
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError) as error:
        raise StorageError(f"{_UNPROVED} ({error}).") from error
    if kept != manifest or read != manifest.files:
        raise StorageError(f"{_UNPROVED}.")
