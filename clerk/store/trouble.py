"""What the system refuses, said in one sentence with the remedy."""

import errno
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clerk import paths
from clerk.errors import StorageError

_SAID = {
    errno.ENOSPC: "the disk is full. Free some space and try again",
    errno.EDQUOT: "your share of the disk is used up. Free some space and try again",
    errno.EROFS: "the disk can only be read. Choose another folder with --home",
    errno.EACCES: "you have no permission. Ask for it, or choose another folder with --home",
    errno.EPERM: "the system does not allow it. Ask for it, or choose another folder with --home",
    errno.ENOENT: "it is not there. Look whether the folder was moved, renamed or unplugged",
    errno.ENOTDIR: "a file stands where a folder should. Choose another folder with --home",
    errno.EISDIR: "a folder stands where the file should. Move it away and try again",
    errno.ENAMETOOLONG: "the name is too long for this disk. Choose a folder nearer the top",
    errno.EBUSY: "another program has it open. Close it there and try again",
    errno.ENODEV: "the disk is not there. Look whether it was unplugged",
    errno.ETXTBSY: "it is marked read-only. Take the mark away in its Properties and try again",
    errno.EIO: "the disk reports a fault. Copy the folder to another disk before going on",
}


_WINDOWS = {
    19: errno.EROFS,
    21: errno.ENODEV,  # a stick that was pulled out
    32: errno.EBUSY,
    33: errno.EBUSY,
    206: errno.ENAMETOOLONG,
    225: errno.EBUSY,  # the virus scanner has taken it away, or is at it
}
"""What Windows says by numbers of its own, which Python makes "no permission" or "not there"."""
_CLOUD = range(358, 405)
"""ERROR_CLOUD_FILE_…: the file is in OneDrive's cloud alone and is not being brought down."""
_LONGEST_WINDOWS_PATH = 259


@contextmanager
def in_words(failed: str, path: Path) -> Iterator[None]:
    """Turns an OSError into a StorageError: `failed` ("Not saved"), the file, why, what to do."""
    try:
        yield
    except OSError as error:
        reason = _reason(error, path) or f"{error.strerror or error}. Try again"
        raise StorageError(f"{failed}: {path}: {reason}.") from error


def _reason(error: OSError, path: Path) -> str:
    if getattr(error, "winerror", None) in _CLOUD:
        return (
            "OneDrive keeps it in the cloud alone and does not bring it down. See that OneDrive "
            "runs, choose “Always keep on this device” for the folder, and try again"
        )
    if paths.ON_WINDOWS:
        return _SAID.get(_meant_by_windows(error, path), "")
    return _SAID.get(error.errno or 0, "")


def _meant_by_windows(error: OSError, path: Path) -> int:
    """The number by which other systems would have said it: Windows has few of its own."""
    told = _WINDOWS.get(getattr(error, "winerror", None) or 0)
    if told is not None:
        return told
    if error.errno == errno.EACCES:
        return _denied(path)
    if error.errno == errno.ENOENT:
        if any(above.is_file() for above in path.parents):
            return errno.ENOTDIR
        if len(str(path.absolute())) > _LONGEST_WINDOWS_PATH:
            return errno.ENAMETOOLONG
    return error.errno or 0


def _denied(path: Path) -> int:
    try:
        mode = path.stat().st_mode
    except OSError:
        return errno.EACCES
    if stat.S_ISDIR(mode):
        return errno.EISDIR
    return errno.EACCES if mode & stat.S_IWRITE else errno.ETXTBSY
