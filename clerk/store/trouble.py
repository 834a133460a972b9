"""What the system refuses, said in one sentence with the remedy."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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
    errno.EIO: "the disk reports a fault. Copy the folder to another disk before going on",
}


@contextmanager
def in_words(failed: str, path: Path) -> Iterator[None]:
    """Turns an OSError into a StorageError: `failed` ("Not saved"), the file, why, what to do."""
    try:
        yield
    except OSError as error:
        reason = _SAID.get(error.errno or 0) or f"{error.strerror or error}. Try again"
        raise StorageError(f"{failed}: {path}: {reason}.") from error
