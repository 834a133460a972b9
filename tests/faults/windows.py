"""Linux behaving like Windows where it matters to files: as a fixture, and as a plugin of pytest.

`python -m pytest -p tests.faults.windows TARGETS` runs any tests so. What is different then:

- A file that is open anywhere in this process is not replaced, renamed or deleted (Windows allows
  it for those alone that were opened to be so shared, and Python opens none of them thus). As a
  plugin, it fails the test, though the refusal be suppressed.
- A virus scanner, a sync service or a search indexer looks at each new file for a moment: Clerk's
  first try to move or delete it is refused.
- A rename takes no other file's place, a folder cannot be opened, a read-only file is not replaced.
- Names that Windows refuses are refused, and so are two that differ in capitals alone.
- What `os`, `signal` and the standard library have on Unix alone is not there.
- What is opened as text without saying in which code would be read in an old one: it is refused.

Windows itself was asked too (its own Python, run by Wine): see the notes in CONTRIBUTING.md.
"""

import errno
import io
import os
import re
import shutil
import signal
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil  # noqa: F401 - on Linux it needs what is taken away below
import pytest

from clerk import paths, patience

_NOT_THERE = {
    os: ("O_DIRECTORY", "O_NOFOLLOW", "fchmod", "fchown", "geteuid", "getuid", "fork", "statvfs"),
    signal: ("SIGHUP", "SIGQUIT", "SIGUSR1", "SIGKILL"),
}
_NO_MODULES = ("fcntl", "pwd", "grp", "resource")
_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f]|[ .]$')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_OURS = (f"{os.sep}clerk{os.sep}", f"{os.sep}screens{os.sep}")
_BETWEEN = (__file__, "pathlib", "shutil", "tempfile")
"""Through which it is asked."""


class InUseError(PermissionError):
    """What Windows says of a file that somebody has open."""

    winerror = 32


class Windows:
    """The stand-ins. `refused` says of each try that was refused which file it was, and why."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, scanner: bool = True) -> None:
        self.refused: list[tuple[str, str]] = []
        self._scanner = scanner
        self._looked_at: set[int] = set()
        self._real: dict[str, Callable[..., Any]] = {}
        monkeypatch.setattr(paths, "ON_WINDOWS", True)
        monkeypatch.setattr(patience, "_PAUSES", (0.0,) * 6)
        for name in ("open", "replace", "rename", "unlink", "remove", "mkdir", "link"):
            self._real[name] = getattr(os, name)
            monkeypatch.setattr(os, name, getattr(self, f"_{name}"))
        self._real["io.open"] = io.open
        monkeypatch.setattr(io, "open", self._io_open)
        monkeypatch.setattr(shutil, "_use_fd_functions", False)  # a folder cannot be opened there
        for module, names in _NOT_THERE.items():
            for name in names:
                monkeypatch.delattr(module, name, raising=False)
        for name in _NO_MODULES:
            monkeypatch.setitem(sys.modules, name, None)

    # --- what is done to files -------------------------------------------------------------------

    def _open(self, path: Any, flags: int, *rest: Any, **named: Any) -> int:
        if isinstance(path, str | os.PathLike) and not _is_a_device(path):
            if Path(path).is_dir():
                raise PermissionError(errno.EACCES, "Permission denied", os.fspath(path))
            if flags & os.O_CREAT:
                _sayable(Path(path))
        opened: int = self._real["open"](path, flags, *rest, **named)
        return opened

    def _io_open(self, file: Any, mode: str = "r", *rest: Any, **named: Any) -> Any:
        if "b" not in mode and not rest and not named.get("encoding") and _asked_by_us():
            raise AssertionError(f"{file} is opened as text in the system's own old code")
        return self._real["io.open"](file, mode, *rest, **named)

    def _replace(self, source: Any, target: Any, **named: Any) -> None:
        self._free(source)
        if os.path.lexists(target):
            self._free(target)
        _sayable(Path(target))
        self._real["replace"](source, target, **named)

    def _rename(self, source: Any, target: Any, **named: Any) -> None:
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, "File exists", os.fspath(target))
        self._free(source)
        _sayable(Path(target))
        self._real["rename"](source, target, **named)

    def _unlink(self, path: Any, **named: Any) -> None:
        self._free(path, named.get("dir_fd"))
        self._real["unlink"](path, **named)

    _remove = _unlink

    def _mkdir(self, path: Any, *rest: Any, **named: Any) -> None:
        _sayable(Path(path))
        self._real["mkdir"](path, *rest, **named)

    def _link(self, source: Any, target: Any, **named: Any) -> None:
        _sayable(Path(target))
        self._real["link"](source, target, **named)

    # --- who has it open -------------------------------------------------------------------------

    def _free(self, path: Any, folder: int | None = None) -> None:
        """Raises where the file is open here, is read-only, or is being looked at by a scanner."""
        try:
            seen = os.stat(path, dir_fd=folder, follow_symlinks=False)
        except OSError:
            return
        if stat.S_ISDIR(seen.st_mode):
            return
        why = ""
        if (seen.st_dev, seen.st_ino) in set(_open_here()):
            why = "open here"
        elif not seen.st_mode & stat.S_IWRITE:
            why = "read-only"
        elif self._scanner and _asked_by_us() and seen.st_ino not in self._looked_at:
            self._looked_at.add(seen.st_ino)
            why = "scanned"
        if why:
            self.refused.append((os.fspath(path), why))
            raise InUseError(errno.EACCES, f"Permission denied ({why})", os.fspath(path))


def _open_here() -> Iterator[tuple[int, int]]:
    for handle in list(Path("/proc/self/fd").iterdir()):
        try:
            seen = handle.stat()
        except OSError:
            continue
        yield seen.st_dev, seen.st_ino


def _is_a_device(path: Any) -> bool:
    return os.fspath(path) == os.devnull or str(path).startswith(("/proc", "/dev"))


def _sayable(path: Path) -> None:
    """Raises what Windows does for a name that it does not know; two in capitals alone are ours."""
    if _FORBIDDEN.search(path.name) or _DEVICE.match(path.name):
        raise OSError(errno.EINVAL, "The filename is incorrect", str(path))
    try:
        beside = [each.name for each in path.parent.iterdir()]
    except OSError:
        return
    alike = [each for each in beside if each.casefold() == path.name.casefold()]
    assert alike in ([], [path.name]), f"{path} differs from {alike} in capitals alone"


def _asked_by_us() -> bool:
    """Whether Clerk itself asks for it, and not a test that tidies up."""
    frame = sys._getframe(1)
    while frame and any(each in frame.f_code.co_filename for each in _BETWEEN):
        frame = frame.f_back  # type: ignore[assignment]
    return bool(frame) and any(room in frame.f_code.co_filename for room in _OURS)


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Windows:
    """The stand-ins, from here to the end of the test."""
    return Windows(monkeypatch)


@pytest.fixture(autouse=True)
def as_on_windows(request: pytest.FixtureRequest) -> Iterator[None]:
    """Every test, where this module is a plugin; those beside it ask for `windows` by name."""
    if not request.config.pluginmanager.hasplugin("tests.faults.windows"):
        yield
        return
    skipped = [str(each.kwargs.get("reason")) for each in request.node.iter_markers("skipif")]
    if any("Windows" in reason for reason in skipped):
        pytest.skip("not on Windows")
    with pytest.MonkeyPatch.context() as patch:
        stand_ins = Windows(patch)
        yield
    ours = [path for path, why in stand_ins.refused if why == "open here"]
    assert not ours, "held open by us while we moved or deleted it, tried again or let go or not"
