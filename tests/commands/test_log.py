"""The log says what happened, and nothing of what was minuted."""

import errno
import io
import sys
from pathlib import Path

import pytest

from clerk.cli import main
from clerk.commands import log
from clerk.commands.lists import lists


def test_a_command_and_its_end_are_logged_without_a_word_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = str(tmp_path / "home")
    monkeypatch.setattr(log, "log_file", lambda: tmp_path / "clerk.log")
    assert main(["--home", home, "add", "committee", "Quetzal Committee"]) == 0
    assert main(["--home", home, "show", "quetzal/2026-11-26"]) == 2
    written = (tmp_path / "clerk.log").read_text(encoding="utf-8")
    assert "add-committee exit 0" in written
    assert "show NotFoundError" in written
    assert "uetzal" not in written


def test_what_nobody_foresaw_is_a_sentence_and_a_place_never_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(_: object) -> int:
        raise KeyError("a secret word of the minutes")

    monkeypatch.setattr(lists, "committees", fails)
    monkeypatch.setattr(log, "log_file", lambda: tmp_path / "clerk.log")
    assert main(["--home", str(tmp_path / "home"), "committees"]) == 3
    told = capsys.readouterr()
    assert "did not foresee (KeyError" in told.err
    assert "Traceback" not in told.err
    written = (tmp_path / "clerk.log").read_text(encoding="utf-8")
    assert "secret" not in written + told.err


def test_a_log_that_has_grown_is_begun_anew_and_the_one_before_is_kept(tmp_path: Path) -> None:
    from clerk.commands.opening import now

    path = tmp_path / "clerk.log"
    path.write_text("x" * (log.LARGEST + 1), encoding="utf-8")
    log.note(path, now(), "show", "exit 0", 0.1)
    assert path.read_text(encoding="utf-8").count("\n") == 1
    assert path.with_name("clerk.log.1").exists()


def test_an_answer_that_cannot_be_written_is_said_and_what_was_done_is_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Full(io.StringIO):
        def write(self, _: str) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(log, "log_file", lambda: tmp_path / "clerk.log")
    home = str(tmp_path / "home")
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", Full())
        assert main(["--home", home, "add", "committee", "Parks Committee"]) == 3
    assert "the answer could not be written (No space left on device)" in capsys.readouterr().err
    assert main(["--home", home, "committees"]) == 0
    assert "Parks Committee" in capsys.readouterr().out
