"""Files that are whole, old or new, whenever the program or the power stops.

The steps of a save: a temporary file in the same folder, written and fsynced; a second name for
the file as it stands; `os.replace`; fsync of the folder; the second name becomes the previous
generation. Whatever raises has left the old file in place. Two fsyncs a save.

A file that is a link stays one: who has put a meeting on another disk by it looks for it there.
"""

import contextlib
import errno
import itertools
import os
import re
import secrets
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from clerk import paths
from clerk.paths import make_private
from clerk.patience import patiently
from clerk.store import processes

_PRIVATE = 0o600
_TEMPORARY = re.compile(r"\..+\.(\d+)-[0-9a-f]{8}\.tmp")
_NO_FOLDER_FSYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.EPERM}
"""How network and FUSE folders say that they cannot be fsynced: nothing more can be done there."""


def previous(path: Path) -> Path:
    """Where the generation before the present one is kept."""
    return path.with_name(f"{path.name}.prev")


def read(path: Path) -> bytes:
    """The whole content; no handle stays open. Raises OSError."""
    return patiently(path.read_bytes)


def missing(path: Path) -> str:
    """How a file is not there: "is missing", or what a link led to is."""
    return (
        f"is a link to {path.readlink()}, which is not there" if path.is_symlink() else "is missing"
    )


def create(path: Path, content: bytes) -> None:
    """A new file of `content`, private, with its folder.

    Raises FileExistsError, and leaves that file alone, where there is one; OSError otherwise.
    """
    make_private(path.parent)
    fresh = beside(path)
    try:
        _write(fresh, content)
        publish(fresh, path)
    finally:
        _clear(fresh)


def publish(fresh: Path, path: Path) -> None:
    """The finished temporary file `fresh` under the name of `path`, where there is none yet.

    Raises FileExistsError, and leaves that file alone, where there is one; OSError otherwise.
    """
    put_where_nothing_is(fresh, path)
    try:
        sync_folder(path.parent)
    except OSError:
        delete(path)
        raise


def replace(path: Path, content: bytes) -> None:
    """`content` in place of the file, which stays as `previous(path)`. Raises OSError.

    Its modes stay: who shares a folder with a colleague has opened the files to them on purpose.
    """
    real = _real(path)
    fresh, former = beside(real), beside(real)
    try:
        _write(fresh, content, _mode(real))
        _second_name(real, former)
        move(fresh, real)
        try:
            sync_folder(real.parent)
        except OSError:
            move(former, real)
            raise
        # An older previous generation is better than calling a save failed that has succeeded.
        with contextlib.suppress(OSError):
            _becomes(former, previous(path))
    finally:
        _clear(fresh, former)


def put_back(path: Path, content: bytes) -> None:
    """The file as it was before a `replace`: `content`, without needing room on the disk.

    The previous generation takes its place where that is `content`; else it is written again.
    """
    if _content_or_none(previous(path)) != content or path.is_symlink():
        replace(path, content)
        return
    former = beside(path)
    try:
        _second_name(previous(path), former)
        move(former, path)
        sync_folder(path.parent)
    finally:
        _clear(former)


def forget_previous(path: Path) -> None:
    """The file is its own previous generation: what that held is gone. Raises OSError."""
    former = beside(path)
    try:
        _second_name(path, former)
        move(former, previous(path))
        sync_folder(path.parent)
    finally:
        _clear(former)


def put(path: Path, content: bytes) -> None:
    """`content` in place of a file whose previous generation is to stay as it is. Raises OSError.

    What stands at `path` is lost unless it has been kept: see `keep`.
    """
    real = _real(path)
    fresh = beside(real)
    try:
        _write(fresh, content, _mode(real))
        move(fresh, real)
        sync_folder(real.parent)
    finally:
        _clear(fresh)


def keep(path: Path, aside: Path) -> Path:
    """What stands at `path` under a second name, which stays when `path` is replaced.

    That name is `aside`, or `aside` and a number where it holds something else; one that holds
    the same already serves. Raises OSError.
    """
    names = itertools.chain([aside], (aside.with_name(f"{aside.name}-{n}") for n in range(2, 1000)))
    content = read(path)
    name = next(each for each in names if _content_or_none(each) in (None, content))
    with contextlib.suppress(FileExistsError):
        try:
            name.hardlink_to(_real(path))
        except FileExistsError:
            raise
        except OSError:  # no hard links here: a copy, which is whole or not there
            create(name, content)
    sync_folder(name.parent)
    return name


def remove(path: Path) -> None:
    """The file is gone, after a power cut too; one that is not there is no error. OSError."""
    delete(path)
    sync_folder(path.parent)


def delete(path: Path) -> None:
    """The file is gone, unless the power is cut; one that is not there is no error. OSError."""
    patiently(lambda: path.unlink(missing_ok=True))


def sweep(folder: Path, name: str = "*") -> None:
    """Clears the temporary files that killed processes of this machine left of the file `name`.

    One that a colleague's machine has in hand in a shared folder may be met: that save is then
    refused there, in words, and made again.
    """
    _clear(*left_behind(folder, name))


def sweep_beside(path: Path) -> None:
    """Clears those of one file, where it is a link where the file itself is too."""
    for each in {path, _real(path)}:
        sweep(each.parent, each.name)


def left_behind(folder: Path, name: str = "*") -> list[Path]:
    """The temporary files of the file `name` whose process runs on this machine no longer."""
    return [
        left
        for left in sorted(folder.glob(f".{name}.*.tmp"))
        if (found := _TEMPORARY.fullmatch(left.name)) and not processes.is_running(int(found[1]))
    ]


def beside(path: Path) -> Path:
    """A name for a temporary file, in the same folder because a rename cannot leave its disk."""
    return path.with_name(f".{path.name}.{os.getpid()}-{secrets.token_hex(4)}.tmp")


@contextlib.contextmanager
def private_file(path: Path) -> Iterator[BinaryIO]:
    """A new file, for the user alone, to write to piece by piece; fsynced at the end. OSError."""
    with os.fdopen(_new_private(path), "w+b") as file:
        yield file
        file.flush()
        sync(file.fileno())


def put_where_nothing_is(fresh: Path, path: Path) -> None:
    """`fresh` under the name of `path`. Raises FileExistsError where there is one; OSError."""
    if paths.ON_WINDOWS:  # a rename never takes another's place there, and leaves no second name
        patiently(lambda: fresh.rename(path))
        return
    try:
        path.hardlink_to(fresh)
    except FileExistsError:
        raise
    except OSError:  # no hard links: the look and the rename are two steps, a lock stands guard
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        move(fresh, path)


if sys.platform == "win32":
    import ctypes  # which Textual has loaded there

    _KERNEL32 = ctypes.WinDLL("kernel32", use_last_error=True)
    _REPLACE_AND_WRITE_THROUGH = 0x1 | 0x8

    def _moved(source: Path, target: Path) -> None:
        # os.replace, but waiting for the disk: a folder cannot be fsynced there.
        names = (str(source.absolute()), str(target.absolute()))
        if not _KERNEL32.MoveFileExW(
            *map(ctypes.c_wchar_p, names), ctypes.c_ulong(_REPLACE_AND_WRITE_THROUGH)
        ):
            raise ctypes.WinError(ctypes.get_last_error())

else:

    def _moved(source: Path, target: Path) -> None:
        source.replace(target)


def move(source: Path, target: Path) -> None:
    """The file `source` in the place of `target`, whatever stands there. Raises OSError."""
    patiently(lambda: _moved(source, target))


def sync_folder(folder: Path) -> None:
    """What was renamed in `folder` stays renamed after a power cut. Raises OSError."""
    if paths.ON_WINDOWS:  # a folder cannot be opened there
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        sync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_FSYNC:
            raise
    finally:
        os.close(handle)


def sync(handle: int) -> None:
    """What was written to the open file is on the disk. Raises OSError."""
    os.fsync(handle)
    if sys.platform == "darwin":  # fsync alone stops there at the disk's own cache
        import fcntl  # no such module on Windows

        with contextlib.suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)


def _write(path: Path, content: bytes, mode: int = _PRIVATE) -> None:
    handle = _new_private(path)
    try:
        if mode != _PRIVATE:
            path.chmod(mode)
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(handle, rest) :]
        sync(handle)
    finally:
        os.close(handle)


def _new_private(path: Path) -> int:
    # O_BINARY, where there is one, keeps Windows from turning line feeds into two characters.
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _PRIVATE)


def _mode(path: Path) -> int:
    # Windows knows one mode alone, read-only: a file that has it is refused when it is replaced.
    return _PRIVATE if paths.ON_WINDOWS else stat.S_IMODE(path.stat().st_mode)


def _real(path: Path) -> Path:
    """The file itself, where `path` is a link to it; a rename would put itself in its place."""
    return path.resolve() if path.is_symlink() else path


def _second_name(path: Path, other: Path) -> None:
    try:
        other.hardlink_to(_real(path))
    except OSError:  # no hard links here (FAT, some network folders), or a link to another disk
        _write(other, read(path))


def _becomes(former: Path, target: Path) -> None:
    """Under the name of `target`, which may be on another disk where a link led to `former`."""
    if former.parent == target.parent:
        move(former, target)
        return
    copy = beside(target)
    try:
        _write(copy, read(former))
        move(copy, target)
    finally:
        _clear(copy)


def _content_or_none(path: Path) -> bytes | None:
    try:
        return read(path)
    except OSError:
        return None


def _clear(*left: Path) -> None:
    for each in left:
        # What cannot be cleared is swept up later; it must not hide what went wrong.
        with contextlib.suppress(OSError):
            delete(each)
