"""An office with the invented council, built once and copied for each test; a clock that stands."""

import asyncio
import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from clerk.demo.setting import set_up
from clerk.desk.office import Office
from clerk.paths import Home

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=dt.UTC)
"""A Monday morning: every committee of the invented council meets within the week after it."""


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")


@pytest.fixture(autouse=True)
def _brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys follow each other as fast as they are handled.

    Textual's Pilot waits after each key until the process has been idle for 20 ms, which it is not
    while a worker gathers words; that every message was handled is awaited besides, and is enough.
    """

    async def briefly(_least: float = 0, _most: float = 1) -> None:
        await asyncio.sleep(0.002)

    monkeypatch.setattr("textual.app.wait_for_idle", briefly)
    monkeypatch.setattr("textual.pilot.wait_for_idle", briefly)


@pytest.fixture(scope="session")
def council(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of the invented council as it is set up, to be copied and never changed."""
    root = tmp_path_factory.mktemp("council") / "home"
    set_up(Office(Home(root), now=lambda: NOW).open())
    return root


@pytest.fixture
def office(council: Path, tmp_path: Path) -> Office:
    """An office with the invented council that a test may change."""
    root = tmp_path / "home"
    shutil.copytree(council, root)
    return Office(Home(root), now=lambda: NOW).open()


@pytest.fixture
def empty_office(tmp_path: Path) -> Office:
    """An office in which nothing was ever done."""
    return Office(Home(tmp_path / "home"), now=lambda: NOW).open()


@pytest.fixture
def reopened() -> Callable[[Office], Office]:
    """The same folder as another run of Clerk would find it."""
    return lambda office: Office(office.home, now=lambda: NOW).open()
