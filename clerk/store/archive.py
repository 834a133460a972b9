"""A backup read: proved against its manifest before a byte of it is used.

An archive may come from anywhere. Names that lead out of the data folder, links, names that stand
twice, files that swell beyond what the manifest says: each is refused in a sentence.
"""

import errno
import hashlib
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import msgspec

from clerk.errors import DamagedError
from clerk.store.backup import MANIFEST, Item, Manifest
from clerk.store.looking import judge
from clerk.store.naming import belongs
from clerk.store.sealed import Header
from clerk.store.trouble import in_words

FORMAT = 1
"""The form of the manifest that this release reads."""

_LARGEST_MANIFEST = 64 * 1024 * 1024
_MOST_FILES = 200_000
_SWELLS_AT_MOST = 400
"""Times: what Clerk stores shrinks to a tenth; a bomb swells more than a thousandfold."""
_SMALL = 16 * 1024 * 1024
"""Bytes that are no danger, however small the archive was."""
_PIECE = 1024 * 1024
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    KeyError,
    IndexError,
    OverflowError,
)
"""What `zipfile` raises for bytes that are no zip file, or one that it cannot unpack."""


class Archive:
    """A backup whose every file has been read and found as its manifest says."""

    def __init__(self, path: Path, file: zipfile.ZipFile, manifest: Manifest) -> None:
        self.path = path
        self.manifest = manifest
        self._file = file

    def read(self, item: Item) -> bytes:
        """The content of a file, proved again. Raises DamagedError, StorageError."""
        with in_words("Not read", self.path), _refused(self.path):
            content = b"".join(_pieces(self._file, item))
        if hashlib.sha256(content).hexdigest() != item.sha256:
            raise _bad(self.path, f"{item.path} is not what its manifest says")
        return content


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    """The backup at `path`, proved; closed at the end.

    Raises DamagedError where it is no backup or not as it was made, StorageError where the system
    refuses it.
    """
    with ExitStack() as opened:
        with in_words("Not read", path), _refused(path):
            raw = opened.enter_context(path.open("rb"))
            file = opened.enter_context(zipfile.ZipFile(raw))
            manifest = _manifest(path, file)
            _look_at_entries(path, file, manifest)
            for item in manifest.files:
                _prove(path, file, item)
        yield Archive(path, file, manifest)


def kind_of(path: str) -> str:
    """The kind of Clerk's file that has this path; empty for a file of a house style."""
    if path == "register.json":
        return "register"
    folder = path.partition("/")[0]
    return {"meetings": "meeting", "papers": "paper"}.get(folder, "")


def header_of(path: str, content: bytes) -> Header | None:
    """What a sound file of Clerk's says of itself; None for a damaged one and a house style's."""
    found = judge(content, kind_of(path))
    return found.header if found.sound else None


@contextmanager
def _refused(path: Path) -> Iterator[None]:
    try:
        yield
    except _UNREADABLE as error:
        raise _bad(path, f"it cannot be unpacked ({error})") from error
    except OSError as error:
        if error.errno != errno.EINVAL:  # a place before the beginning or beyond every end
            raise
        raise _bad(path, "it cannot be unpacked (its directory is damaged)") from error


def _bad(path: Path, fault: str) -> DamagedError:
    return DamagedError(
        f"{path} is no sound backup of Clerk's: {fault}. Nothing was changed; use another backup."
    )


def _manifest(path: Path, file: zipfile.ZipFile) -> Manifest:
    infos = file.infolist()
    if len(infos) > _MOST_FILES:
        raise _bad(path, f"it holds {len(infos)} files")
    info = next((each for each in infos if each.filename == MANIFEST), None)
    if info is None:
        raise _bad(path, "it has no manifest")
    _refuse_odd(path, info)
    with file.open(info) as entry:
        content = entry.read(_LARGEST_MANIFEST + 1)
    if len(content) > _LARGEST_MANIFEST:
        raise _bad(path, "its manifest is too large")
    try:
        manifest = msgspec.json.decode(content, type=Manifest)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise _bad(path, f"its manifest cannot be read ({error})") from error
    if manifest.format > FORMAT:
        raise _bad(path, "a newer release of Clerk made it, which is needed to restore it")
    return manifest


def _look_at_entries(path: Path, file: zipfile.ZipFile, manifest: Manifest) -> None:
    infos = file.infolist()
    for info in infos:
        _refuse_odd(path, info)
    listed = [item.path for item in manifest.files]
    for names in ([info.filename for info in infos], listed):
        # Folded, because a disk may not tell "Style.toml" from "style.toml".
        twice = [name for name, times in Counter(map(str.casefold, names)).items() if times > 1]
        if twice:
            raise _bad(path, f"it holds {twice[0]} twice")
    for name in listed:
        if not belongs(name):
            raise _bad(path, f"it holds “{name}”, which has no place in a data folder")
    if {info.filename for info in infos} != {*listed, MANIFEST}:
        raise _bad(path, "it does not hold the files that its manifest names")
    _refuse_swelling(path, infos, manifest)


def _refuse_odd(path: Path, info: zipfile.ZipInfo) -> None:
    mode = info.external_attr >> 16
    if info.is_dir() or (stat.S_IFMT(mode) and not stat.S_ISREG(mode)):
        raise _bad(path, f"“{info.filename}” is a link or a folder and no file")
    if info.flag_bits & 0x1:
        raise _bad(path, f"“{info.filename}” is locked with a password")


def _refuse_swelling(path: Path, infos: list[zipfile.ZipInfo], manifest: Manifest) -> None:
    sizes = {item.path: item.size for item in manifest.files}
    for info in infos:
        if info.filename in sizes and info.file_size != sizes[info.filename]:
            raise _bad(path, f"{info.filename} is not of the size that its manifest says")
    most = max(_SMALL, path.stat().st_size * _SWELLS_AT_MOST)
    if min(sizes.values(), default=0) < 0 or sum(sizes.values()) > most:
        raise _bad(path, "it would swell beyond measure when unpacked")


def _prove(path: Path, file: zipfile.ZipFile, item: Item) -> None:
    digest, size = hashlib.sha256(), 0
    for piece in _pieces(file, item):
        digest.update(piece)
        size += len(piece)
    if size != item.size or digest.hexdigest() != item.sha256:
        raise _bad(path, f"{item.path} is not what its manifest says")


def _pieces(file: zipfile.ZipFile, item: Item) -> Iterator[bytes]:
    """The content, never more than a piece beyond the size that the manifest gives."""
    left = item.size + 1
    with file.open(item.path) as entry:
        while left > 0 and (piece := entry.read(min(_PIECE, left))):
            left -= len(piece)
            yield piece
