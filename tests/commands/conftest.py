"""The command line as a clerk types it: words in, exit code and both streams out."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from clerk.cli import main
from tests.desk.builders import NOW, called, council


class Answer(NamedTuple):
    """What a command gave back."""

    code: int
    out: str
    err: str


Clerk = Callable[..., Answer]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder that is not made yet."""
    return tmp_path / "home"


@pytest.fixture
def clerk(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Clerk:
    """Runs `clerk --home HOME WORDS…` on 20 April 2026, with `typed` on standard input."""
    monkeypatch.setattr("clerk.commands.opening.now", lambda: NOW)

    def run(*words: str, typed: str | bytes = "", folder: Path | None = None) -> Answer:
        content = typed if isinstance(typed, bytes) else typed.encode("utf-8", "replace")
        stream = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8")
        monkeypatch.setattr(sys, "stdin", stream)
        try:
            code = main(["--home", str(folder or home), *words])
        except SystemExit as refused:  # argparse's own way to refuse what it cannot parse
            assert isinstance(refused.code, int)
            code = refused.code
        out, err = capsys.readouterr()
        return Answer(code, out, err)

    return run


@pytest.fixture
def meeting(home: Path) -> str:
    """How a meeting of the invented committee, with three items, is named."""
    office, body = council(home)
    return office.ref(called(office, body))
