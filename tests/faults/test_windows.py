"""What a clerk at a Windows machine would lose, tried here: see `tests.faults.windows`."""

import errno
import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from clerk import paths
from clerk.cli import main
from clerk.commands.incoming.papers import _papers
from clerk.commands.opening import typed
from clerk.desk.care.upkeep import backup_to
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.errors import InputError, StorageError
from clerk.store import atomic
from clerk.store.cache_marks import folder_marks, is_settled, moved_folders
from clerk.store.trouble import in_words
from clerk.writers.files import write_whole
from tests.desk.builders import JULY, called, council, office_in
from tests.faults.windows import InUseError, Windows

_SAMPLE = (
    "store/test_lock.py store/test_restore.py store/test_journal.py store/test_cache.py "
    "desk/test_elsewhere.py"
)
"""What moves, deletes and holds files most; `python -m tests.faults windows` runs far more."""


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Windows:
    """Windows, with a scanner that looks at each new file."""
    return Windows(monkeypatch)


def test_a_meeting_is_minuted_and_backed_up_while_a_scanner_looks_at_every_file(
    windows: Windows, tmp_path: Path
) -> None:
    office, body = council(tmp_path / "home")
    meeting = called(office, body)
    with MeetingDesk(office, meeting) as desk:
        minute = desk.start_minute(desk.meeting.items[2].id)
        desk.edit(minute.id, "The report was noted.")
        desk.typed(minute.id, "The report was noted and deferred.", 34)
        desk.edit(minute.id, "The report was noted and deferred.")
        desk.undo()
    with MeetingDesk(office_in(tmp_path / "home"), meeting) as desk:
        assert desk.meeting.minutes[0].text == "The report was noted."
    backup_to(office, tmp_path / "all.zip")
    assert (tmp_path / "all.zip").exists()
    assert {why for _, why in windows.refused} == {"scanned"}, "nothing of ours was in our way"
    assert list((tmp_path / "home").rglob("*.tmp")) == []


def test_the_same_tests_pass_where_files_behave_as_on_windows() -> None:
    targets = [f"tests/{each}" for each in _SAMPLE.split()]
    words = [sys.executable, "-m", "pytest", "-q", "-p", "tests.faults.windows", *targets]
    done = subprocess.run(
        words, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-4000:]


def _refusal(number: int, winerror: int) -> OSError:
    error = OSError(number, "as Windows says it")
    error.winerror = winerror  # type: ignore[attr-defined,unused-ignore]
    return error


@pytest.mark.parametrize(
    ("number", "winerror", "said"),
    [
        (errno.EACCES, 5, "you have no permission"),
        (errno.EACCES, 32, "another program has it open"),
        (errno.EACCES, 33, "another program has it open"),
        (errno.EACCES, 19, "the disk can only be read"),
        (errno.EACCES, 21, "Look whether it was unplugged"),
        (errno.ENOENT, 206, "the name is too long"),
        (errno.ENOSPC, 112, "the disk is full"),
        (errno.EINVAL, 362, "Always keep on this device"),
    ],
)
def test_what_windows_refuses_is_said_with_a_remedy(
    monkeypatch: pytest.MonkeyPatch, number: int, winerror: int, said: str
) -> None:
    monkeypatch.setattr(paths, "ON_WINDOWS", True)
    with pytest.raises(StorageError, match=said), in_words("Not saved", Path("none/meeting.json")):
        raise _refusal(number, winerror)


@pytest.mark.parametrize(
    ("make", "error", "said"),
    [
        (lambda path: path.mkdir(parents=True), PermissionError(13, "no"), "a folder stands where"),
        (
            lambda path: path.parent.write_text("x", encoding="utf-8"),
            FileNotFoundError(2, "no"),
            "a file stands where a folder should",
        ),
        (
            lambda path: (path.parent.mkdir(), path.touch(0o444)),
            PermissionError(13, "no"),
            "marked read-only",
        ),
        (lambda path: path.parent.mkdir(), FileNotFoundError(2, "no"), "it is not there"),
    ],
)
def test_windows_own_few_words_are_told_apart_by_a_look(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    make: Callable[[Path], object],
    error: OSError,
    said: str,
) -> None:
    path = tmp_path / "cabinet" / "meeting.json"
    make(path)
    monkeypatch.setattr(paths, "ON_WINDOWS", True)
    with pytest.raises(StorageError, match=said), in_words("Not saved", path):
        raise error


def test_a_path_beyond_what_windows_can_name_is_called_too_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(paths, "ON_WINDOWS", True)
    path = Path("/", *["OneDrive – Wealdshire County Council"] * 9, "meeting.json")
    with pytest.raises(StorageError, match="the name is too long"), in_words("Not saved", path):
        raise FileNotFoundError(errno.ENOENT, "not there")


def test_a_document_marked_read_only_is_not_called_open_in_word(
    windows: Windows, tmp_path: Path
) -> None:
    target = tmp_path / "minutes.docx"
    target.write_bytes(b"as it was")
    target.chmod(0o444)
    with pytest.raises(StorageError, match="marked read-only"):
        write_whole(b"anew", target)
    assert [each.name for each in tmp_path.iterdir()] == ["minutes.docx"]
    assert windows.refused


def test_a_new_file_takes_no_others_place_and_leaves_no_second_name(
    windows: Windows, tmp_path: Path
) -> None:
    atomic.create(tmp_path / "meeting.json", b"ours")
    with pytest.raises(FileExistsError):
        atomic.create(tmp_path / "meeting.json", b"theirs")
    assert (tmp_path / "meeting.json").read_bytes() == b"ours"
    assert [each.name for each in tmp_path.iterdir()] == ["meeting.json"]
    assert windows.refused


def test_a_file_that_we_have_open_ourselves_is_refused_by_the_layer_too(
    windows: Windows, tmp_path: Path
) -> None:
    path = tmp_path / "meeting.json"
    atomic.create(path, b"ours")
    with path.open("rb"), pytest.raises(InUseError):
        path.unlink()
    assert windows.refused[-1] == (str(path), "open here")


def test_a_pattern_that_no_shell_of_windows_spells_out_imports_every_paper(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("pack [1].docx", "pack [2].docx", "notes.txt"):
        (tmp_path / name).touch()
    monkeypatch.setattr(paths, "ON_WINDOWS", True)
    found = list(_papers([f"{tmp_path}/pack [*].docx", str(tmp_path / "notes.txt")]))
    assert [each.name for each in found] == ["pack [1].docx", "pack [2].docx", "notes.txt"]
    with pytest.raises(InputError, match=r"No file in .* is called \*\.pdf"):
        list(_papers([f"{tmp_path}/*.pdf"]))


def test_a_meeting_on_a_stick_whose_folders_keep_their_time_is_in_the_lists(
    windows: Windows, tmp_path: Path
) -> None:
    office, body = council(tmp_path / "home")
    called(office, body)
    clock = 2**63 - 1
    folder = next(office.home.meetings_dir.iterdir())
    before = folder.stat()
    seen = folder_marks(office.home)
    called(office, body, JULY)
    os.utime(folder, ns=(before.st_atime_ns, before.st_mtime_ns))
    now = folder_marks(office.home)
    assert moved_folders(now, seen) == now
    assert is_settled(now[folder.name], clock), "more in a mark than times does not unsettle it"
    assert windows.refused


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16"])
def test_words_piped_by_powershell_come_in_as_they_were_typed(
    monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    stream = io.TextIOWrapper(io.BytesIO("Tŷ – noted\r\n".encode(code)), encoding="cp1252")
    monkeypatch.setattr(sys, "stdin", stream)
    assert typed() == "Tŷ – noted"


def test_a_reader_who_is_gone_is_no_fault_of_ours_on_windows_either(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def written(*_: object) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(paths, "ON_WINDOWS", True)
    monkeypatch.setattr("clerk.commands.say.shown", written)
    monkeypatch.setattr(os, "dup2", lambda *_: None)
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", nowhere)
        assert main(["--home", str(tmp_path), "committees"]) == 0
    assert capsys.readouterr().err == ""
