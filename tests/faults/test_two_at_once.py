"""Two programs at one file, and programs that are really killed."""

import random
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from clerk.store.files import Stored, read_file, write_file

ROOT = Path(__file__).resolve().parents[2]
FIRST = """
import datetime as dt, sys
from pathlib import Path
from clerk.store.files import read_file, write_file
from clerk.store.lock import MeetingLock
path, rounds = Path(sys.argv[1]), int(sys.argv[2])
def save(old, count, size):
    state = {"count": count, "text": "x" * size}
    return write_file(path, "meeting", base=None, state=state, acts=[], expected=old)
"""
COUNTS_UNDER_THE_LOCK = """
for _ in range(rounds):
    with MeetingLock(path, "A clerk", "here", dt.datetime(2026, 9, 3, 10), wait=20):
        old = read_file(path, "meeting")
        save(old, old.state["count"] + 1, 10)
"""
SAVES_AND_SAYS = """
old = read_file(path, "meeting")
for turn in range(rounds):
    old = save(old, turn, 20_000 if turn % 2 else 5_000)
    print(old.generation, flush=True)
"""


def test_two_clerks_under_the_lock_lose_none_of_each_others_saves(
    tmp_path: Path, tally: Callable[[int], None]
) -> None:
    old = _create(tmp_path)
    clerks = [_start(COUNTS_UNDER_THE_LOCK, old.path, 25) for _ in range(2)]
    for clerk in clerks:
        assert clerk.communicate(timeout=60)[1] == ""
    assert read_file(old.path, "meeting").state == {"count": 50, "text": "x" * 10}
    tally(50)


def test_a_reader_beside_a_writer_never_meets_half_a_file(
    tmp_path: Path, tally: Callable[[int], None]
) -> None:
    old = _create(tmp_path)
    writer = _start(SAVES_AND_SAYS, old.path, 300)
    while writer.poll() is None:
        state = read_file(old.path, "meeting").state
        assert state is not None and len(state["text"]) in (0, 5_000, 20_000)
    writer.communicate()
    assert read_file(old.path, "meeting").generation == 301
    tally(300)


def test_a_program_killed_while_saving_loses_no_save_that_it_acknowledged(
    tmp_path: Path, tally: Callable[[int], None]
) -> None:
    chance = random.Random(1972)
    old = _create(tmp_path)
    kills = 12
    for _ in range(kills):
        writer = _start(SAVES_AND_SAYS, old.path, 100_000)
        assert writer.stdout is not None
        for _ in range(chance.randrange(1, 120)):
            acknowledged = int(writer.stdout.readline())
        writer.send_signal(signal.SIGKILL)
        # Not `communicate()`, which passes over what `readline()` has taken from the pipe already.
        rest = writer.stdout.read().split()
        writer.communicate()
        acknowledged = int(rest[-1]) if rest else acknowledged
        found = read_file(old.path, "meeting")
        assert found.generation in (acknowledged, acknowledged + 1)
    tally(kills)


def _create(folder: Path) -> Stored:
    path = folder / "2026-09-03.json"
    state = {"count": 0, "text": ""}
    return write_file(path, "meeting", base=None, state=state, acts=[], expected=None)


def _start(script: str, path: Path, rounds: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", FIRST + script, str(path), str(rounds)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
