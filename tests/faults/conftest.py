"""Faults on purpose: the system calls of a save, killed or refused one after the other."""

import contextlib
import itertools
import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

STEPS = ("mkdir", "open", "write", "fsync", "link", "replace", "unlink")
"""Every function of `os` by which the store touches a disk."""


class Killed(BaseException):
    """Stands for the end of the process: no code of ours may run after it and reach the disk."""


class Faults:
    """Lets a block run until its n-th step on the disk, and then does what `manner` says.

    Of a kill: "before" the step, "half" of what a write holds, "after" it; every later step is
    then impossible, as in a dead process. Of a refusal: an errno, once or (`lasting`) from then on
    for that kind of step.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.tried = 0
        self._at = -1
        self._manner: str | int = ""
        self._lasting = False
        self._count = 0
        self._met = ""
        self._handles: dict[int, Path] = {}
        self._unsynced: set[int] = set()
        """Inodes, because a file keeps its torn content when it is renamed."""
        self._undo: list[Callable[[], None]] = []
        for step in STEPS:
            monkeypatch.setattr(os, step, self._wrapped(step, getattr(os, step)))
        monkeypatch.setattr(time, "sleep", lambda _: None)

    @contextlib.contextmanager
    def at(self, number: int, manner: str | int, *, lasting: bool = False) -> Iterator[None]:
        """Runs the block with the fault at its step `number`; a kill ends the block quietly."""
        self._at, self._manner, self._lasting = number, manner, lasting
        self._count, self._met = 0, ""
        self._handles.clear()
        self._unsynced.clear()
        self._undo.clear()
        try:
            yield
        except Killed:
            pass
        finally:
            self._at = -1
            self.tried += bool(self._met)

    @property
    def met(self) -> bool:
        """Whether the block came as far as the step that was to fail."""
        return bool(self._met)

    def power_cut(self, renames: int) -> bool:
        """What was not fsynced is torn, and the last `renames` not fsynced are undone.

        False where there were fewer.
        """
        for folder in {path.parent for path in self._handles.values()}:
            for path in folder.iterdir():
                if path.stat().st_ino in self._unsynced:
                    content = path.read_bytes()
                    path.write_bytes(content[: len(content) // 2])
        self._unsynced.clear()
        if renames > len(self._undo):
            return False
        for undo in list(reversed(self._undo))[:renames]:
            undo()
        self._undo.clear()
        return True

    def _wrapped(self, step: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def stand_in(*args: Any, **named: Any) -> Any:
            if self._at < 0 or threading.current_thread() is not threading.main_thread():
                return real(*args, **named)  # the journal's syncing is not the save's
            number, self._count = self._count, self._count + 1
            if number == self._at:
                self._met = step
                self._fail(step, real, args, named)
            elif number > self._at and isinstance(self._manner, str):
                raise Killed
            elif number > self._at and self._lasting and step == self._met:
                raise OSError(self._manner, "injected")
            return self._noted(step, real, args, named)

        return stand_in

    def _fail(
        self, step: str, real: Callable[..., Any], args: tuple[Any, ...], named: dict[str, Any]
    ) -> None:
        if isinstance(self._manner, int):
            raise OSError(self._manner, "injected")
        if self._manner == "half" and step == "write":
            self._noted(step, real, (args[0], args[1][: len(args[1]) // 2]), named)
        if self._manner == "after":
            self._noted(step, real, args, named)
        raise Killed

    def _noted(
        self, step: str, real: Callable[..., Any], args: tuple[Any, ...], named: dict[str, Any]
    ) -> Any:
        """Does the step, and notes what a power cut would do to it."""
        if step == "replace":
            self._undo.append(_undoing(Path(args[0]), Path(args[1])))
        result = real(*args, **named)
        if step == "open":
            self._handles[result] = Path(args[0])
        elif step == "write":
            self._unsynced.add(os.fstat(args[0]).st_ino)
        elif step == "link":
            self._undo.append(lambda: Path(args[1]).unlink(missing_ok=True))
        elif step == "fsync":
            self._unsynced.discard(os.fstat(args[0]).st_ino)
            if args[0] in self._handles and self._handles[args[0]].is_dir():
                self._undo.clear()
        return result


def _undoing(source: Path, target: Path) -> Callable[[], None]:
    """What takes back a rename: both names hold again what they held."""
    before = {path: path.read_bytes() if path.exists() else None for path in (source, target)}

    def undo() -> None:
        for path, content in before.items():
            path.unlink(missing_ok=True)
            if content is not None:
                path.write_bytes(content)

    return undo


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> Faults:
    """The injector; see `Faults.at`."""
    return Faults(monkeypatch)


@pytest.fixture
def folders(tmp_path: Path) -> Iterator[Path]:
    """A new empty folder for each fault: `next(folders)`."""
    return (tmp_path / str(number) for number in itertools.count())


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented council with a file of every kind that a data folder can hold: to be copied."""
    from tests.faults.damage import make_whole  # the command line and the demo: not for every test

    return make_whole(tmp_path_factory.mktemp("council") / "home")


@pytest.fixture
def tally(record_property: Callable[[str, object], None]) -> Callable[[int], None]:
    """Notes how many faults a test tried; it fails at the first loss, so that losses are none."""

    def note(tried: int) -> None:
        record_property("faults tried", tried)

    return note


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints how many faults were tried and in how many tests something was lost."""
    reports = [
        report
        for outcome in ("passed", "failed")
        for report in terminalreporter.getreports(outcome)
        if "tests/faults/" in report.nodeid and report.when == "call"
    ]
    tried = sum(
        int(value)
        for report in reports
        for name, value in report.user_properties
        if name == "faults tried"
    )
    lost = sum(report.failed for report in reports)
    if reports:
        terminalreporter.write_line(f"faults tried: {tried}; tests that lost something: {lost}")
