"""One writer a meeting: others are told who has it, and a dead one keeps nobody out."""

import datetime as dt
import os
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from clerk.errors import StorageError
from clerk.paths import Home
from clerk.store import atomic, processes
from clerk.store.lock import HeldError, Holder, MeetingLock, held_by, is_held, register_lock
from clerk.store.processes import is_running

NOW = dt.datetime(2026, 9, 3, 10, 2)
HERE = "HARBOURNE-12"


def test_a_second_opener_is_told_who_has_the_meeting_and_where(tmp_path: Path) -> None:
    path = tmp_path / "2026-09-03.json"
    with MeetingLock(path, "Jane Frost", HERE, NOW):
        with pytest.raises(HeldError) as refused:
            MeetingLock(path, "Tom Wren", "HARBOURNE-7", NOW).acquire()
        holder = held_by(path)
    assert holder is not None and (holder.who, holder.where) == ("Jane Frost", HERE)
    assert refused.value.holder == holder
    assert "Jane Frost on HARBOURNE-12 since 10:02 on 03 September 2026" in str(refused.value)


def test_a_meeting_that_was_closed_is_free(tmp_path: Path) -> None:
    path = tmp_path / "2026-09-03.json"
    with MeetingLock(path, "Jane Frost", HERE, NOW) as lock:
        assert lock.is_ours()
    assert held_by(path) is None
    assert not list(tmp_path.iterdir())
    MeetingLock(path, "Tom Wren", HERE, NOW).acquire()


def test_two_meetings_are_minuted_at_once(tmp_path: Path) -> None:
    with (
        MeetingLock(tmp_path / "a.json", "Jane Frost", HERE, NOW),
        MeetingLock(tmp_path / "b.json", "Tom Wren", HERE, NOW),
    ):
        assert held_by(tmp_path / "a.json") != held_by(tmp_path / "b.json")


def test_a_meeting_is_held_while_its_holder_lives_and_of_another_machine_always(
    tmp_path: Path,
) -> None:
    path = tmp_path / "2026-09-03.json"
    assert not is_held(path, HERE)
    with MeetingLock(path, "Jane Frost", HERE, NOW):
        assert is_held(path, HERE)
    _left_behind(path, pid=_pid_of_the_dead())
    assert not is_held(path, HERE)
    assert is_held(path, "HARBOURNE-7"), "of another machine nothing is known"


def test_a_killed_clerk_of_this_machine_keeps_nobody_out(tmp_path: Path) -> None:
    path = tmp_path / "2026-09-03.json"
    _left_behind(path, pid=_pid_of_the_dead())
    with MeetingLock(path, "Tom Wren", HERE, NOW):
        holder = held_by(path)
        assert holder is not None and holder.who == "Tom Wren"
    assert not list(tmp_path.iterdir())


@pytest.fixture(params=["as here", "as where the system has no file for it"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Linux tells of processes in a file; Windows and macOS are asked through psutil."""
    if request.param != "as here":
        monkeypatch.setattr(processes, "_fields", lambda _: [])


@pytest.mark.usefixtures("system")
def test_another_process_of_the_dead_ones_number_is_not_taken_for_it(tmp_path: Path) -> None:
    path = tmp_path / "2026-09-03.json"
    _left_behind(path, pid=os.getpid(), began="1")
    MeetingLock(path, "Tom Wren", HERE, NOW).acquire()


@pytest.mark.usefixtures("system")
def test_a_clerk_who_is_at_work_keeps_the_meeting_whatever_the_system_tells(tmp_path: Path) -> None:
    path = tmp_path / "2026-09-03.json"
    at_work = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        began = processes.began(at_work.pid)
        assert began and processes.began(at_work.pid) == began
        _left_behind(path, pid=at_work.pid, began=began)
        with pytest.raises(HeldError, match="Jane Frost"):
            MeetingLock(path, "Tom Wren", HERE, NOW).acquire()
    finally:
        at_work.communicate(b"\n")
    MeetingLock(path, "Tom Wren", HERE, NOW).acquire()


def test_a_clerk_on_another_machine_is_never_taken_for_dead(tmp_path: Path) -> None:
    path = tmp_path / "2026-09-03.json"
    _left_behind(path, pid=_pid_of_the_dead(), where="HARBOURNE-7")
    with pytest.raises(HeldError, match=r"delete .*2026-09-03.json.lock"):
        MeetingLock(path, "Tom Wren", HERE, NOW).acquire()


@pytest.mark.parametrize("content", [b"", b"{", b'{"who": 1}', b"\xff\0"])
def test_a_lock_that_cannot_be_understood_keeps_nobody_out(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "2026-09-03.json"
    path.with_name("2026-09-03.json.lock").write_bytes(content)
    assert held_by(path) is None
    MeetingLock(path, "Tom Wren", HERE, NOW).acquire()


def test_of_two_that_see_a_dead_lock_only_one_gets_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "2026-09-03.json"
    _left_behind(path, pid=_pid_of_the_dead())
    first, second = (MeetingLock(path, who, HERE, NOW) for who in ("Jane Frost", "Tom Wren"))
    real = processes.is_running

    def while_the_first_is_quicker(pid: int, since: str = "") -> bool:
        monkeypatch.setattr(processes, "is_running", real)
        running = real(pid, since)
        first.acquire()
        return running

    monkeypatch.setattr(processes, "is_running", while_the_first_is_quicker)
    with pytest.raises(HeldError, match="Jane Frost"):
        second.acquire()
    assert first.is_ours() and not second.is_ours()


def test_closing_leaves_the_lock_of_one_who_has_taken_it_since(tmp_path: Path) -> None:
    path = tmp_path / "2026-09-03.json"
    old = MeetingLock(path, "Jane Frost", HERE, NOW)
    old.acquire()
    path.with_name("2026-09-03.json.lock").unlink()
    with MeetingLock(path, "Tom Wren", HERE, NOW) as new:
        old.release()
        assert new.is_ours()


def test_the_registers_lock_waits_a_little_for_the_others_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home(tmp_path)
    first = register_lock(home, "Jane Frost", HERE, NOW)
    first.acquire()
    waited = []

    def wait(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) == 3:
            first.release()

    monkeypatch.setattr("time.sleep", wait)
    with register_lock(home, "Tom Wren", HERE, NOW) as second:
        assert second.is_ours() and len(waited) == 3


def test_opening_clears_what_a_killed_save_left_and_not_what_a_running_one_has(
    tmp_path: Path,
) -> None:
    path = tmp_path / "2026-09-03.json"
    dead = tmp_path / f".2026-09-03.json.{_pid_of_the_dead()}-0123abcd.tmp"
    running, strange = atomic.beside(path), tmp_path / ".notes.tmp"
    for file in (dead, running, strange):
        file.write_bytes(b"x")
    with MeetingLock(path, "Jane Frost", HERE, NOW):
        assert not dead.exists() and running.exists() and strange.exists()


def test_a_folder_that_is_none_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "cabinet").write_text("x", encoding="utf-8")
    with pytest.raises(StorageError, match="a file stands where a folder should"):
        MeetingLock(tmp_path / "cabinet" / "x.json", "Jane Frost", HERE, NOW).acquire()


@pytest.mark.parametrize("pid", [0, -1, 10**12])
def test_a_number_that_no_process_has_is_of_none_that_runs(pid: int) -> None:
    assert not processes.is_running(pid)
    assert processes.is_running(os.getpid(), processes.began(os.getpid()))


def _left_behind(path: Path, pid: int, where: str = HERE, began: str = "") -> None:
    holder = Holder(who="Jane Frost", where=where, pid=pid, since=NOW, began=began)
    path.with_name(f"{path.name}.lock").write_bytes(msgspec.json.encode(holder))


def _pid_of_the_dead() -> int:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return ended.pid


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the state of a process")
def test_a_killed_program_that_nobody_collected_holds_nothing() -> None:
    dead = subprocess.Popen([sys.executable, "-c", "pass"])
    deadline = time.monotonic() + 10
    while is_running(dead.pid) and time.monotonic() < deadline:
        time.sleep(0.02)  # it has ended, and is not waited for: a zombie
    assert not is_running(dead.pid)
    dead.wait()
