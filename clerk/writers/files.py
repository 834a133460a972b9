"""A whole file or none: what every writer hands over to a path."""

import contextlib
import errno
import os
import re
import secrets
import stat
import time
from pathlib import Path

from clerk import paths
from clerk.errors import InputError, StorageError
from clerk.patience import patiently

_LEFT = re.compile(r"\.clerk-[0-9a-f]{12}\.tmp")
_AGES = 3600.0
"""Seconds after which nobody writes any more."""


class OpenElsewhereError(InputError):
    """The file is held open by another program, which keeps it from being replaced."""


def write_whole(content: bytes, target: Path) -> None:
    """Put `content` at `target` in one step; what stood there before stays until that step.

    Raises InputError: `target` is a folder, its folder does not exist, its name is too long, or
    another program holds it open; StorageError: the folder is read-only, the disk is full or fails.
    """
    check_target(target)
    _clear_left(target.parent)
    beside = target.with_name(f".clerk-{secrets.token_hex(6)}.tmp")
    try:
        _write(content, beside)
        _take_place(beside, target)
    finally:
        with contextlib.suppress(OSError):  # it hides neither what went wrong nor that it went well
            patiently(lambda: beside.unlink(missing_ok=True))


def check_target(target: Path) -> None:
    """Raise InputError where nothing can be written to `target`: a folder, or in no folder.

    Or where a device or a pipe stands there: a file put in its place would take it away.
    """
    try:
        is_folder, has_folder = target.is_dir(), target.parent.is_dir()
        is_device = not is_folder and target.exists() and not target.is_file()
    except OSError as error:
        raise _refusal(error, target.parent, target.name) from error
    if is_folder:
        raise InputError(f"“{target.name}” is a folder; give a file name inside it.")
    if is_device:
        raise InputError(f"“{target}” is no ordinary file; save under another name.")
    if not has_folder:
        raise InputError(
            f"There is no folder “{target.parent}”; make it, or save in another folder."
        )


def _clear_left(folder: Path) -> None:
    """What a killed program left half-written: it may hold exempt business."""
    with contextlib.suppress(OSError):
        for left in folder.glob(".clerk-*.tmp"):
            if _LEFT.fullmatch(left.name) and time.time() - left.stat().st_mtime > _AGES:
                patiently(left.unlink)


def _write(content: bytes, beside: Path) -> None:
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except PermissionError as error:
        raise StorageError(
            f"The folder “{beside.parent}” is read-only; save in another folder."
        ) from error
    except OSError as error:
        raise _refusal(error, beside.parent) from error


def _take_place(beside: Path, target: Path) -> None:
    try:
        patiently(lambda: beside.replace(target))
    except PermissionError as error:
        if target.exists() and not target.stat().st_mode & stat.S_IWRITE:
            raise StorageError(
                f"“{target.name}” is marked read-only; take the mark away, or save it under "
                f"another name, such as “{_another_name(target)}”."
            ) from error
        # Windows keeps a file that a program has open; nothing else refuses once `beside` is there.
        program = "Word" if target.suffix.lower() == ".docx" else "another program"
        raise OpenElsewhereError(
            f"“{target.name}” is open in {program}; close it there, or save it under another name, "
            f"such as “{_another_name(target)}”."
        ) from error
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL or half a character
        raise _refusal(error, target.parent, target.name) from error


def _another_name(target: Path) -> str:
    """A name beside `target` that no file has yet."""
    for copy in range(2, 100):
        beside = target.with_stem(f"{target.stem} - copy {copy}")
        if not beside.exists():
            return beside.name
    return f"another {target.name}"


def _refusal(
    error: OSError | ValueError, folder: Path, name: str = ""
) -> InputError | StorageError:
    # Where a file has been written already beside it, "not there" is what Windows calls a name.
    unsayable = {errno.ENAMETOOLONG, errno.EINVAL, errno.ENOENT if name and paths.ON_WINDOWS else 0}
    if isinstance(error, ValueError) or error.errno in unsayable:
        return InputError(
            f"“{name[:40]}…” cannot be a file name here; save under a shorter, plainer name."
        )
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StorageError(
            f"The disk that holds “{folder}” is full; nothing was written. "
            "Free some space, or save elsewhere."
        )
    if error.errno == errno.EROFS:
        return StorageError(f"The folder “{folder}” is read-only; save in another folder.")
    return StorageError(
        f"“{name or folder}” could not be written ({error.strerror}); save elsewhere."
    )
