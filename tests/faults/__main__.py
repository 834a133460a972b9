"""`python -m tests.faults SECONDS [SEED]`: damage at random to any file, for as long as is told.

`python -m tests.faults windows [TARGETS]`: the tests of all that touches files, or those named,
where files behave as on Windows (`tests.faults.windows`); a quarter of an hour.

Each damaged folder is asked everything that looks at one, and the app is opened on some; beside
them it is told to end at a random moment on a sound one. Prints
what was not answered in a sentence, and at the end how much was tried and lost; 1 where anything
was.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

import pytest

from clerk.commands import opening
from tests.desk.builders import NOW
from tests.faults import damage
from tests.faults.told_to_end import told_to_end

_APP_EVERY = 5
"""Folders from one opening of the app to the next: that takes a second or two."""


_ON_WINDOWS = ("store", "desk", "commands", "writers", "screens", "test_paths.py")


def main() -> int:
    """Damages and asks until the time is up; or tries all as on Windows."""
    if sys.argv[1:2] == ["windows"]:
        named = sys.argv[2:] or [f"tests/{each}" for each in _ON_WINDOWS]
        return int(pytest.main(["-q", "-p", "tests.faults.windows", *named]))
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("seconds", type=float)
    parser.add_argument("seed", type=int, nargs="?", default=None)
    asked = parser.parse_args()
    opening.now = lambda: NOW
    tried = lost = 0
    with tempfile.TemporaryDirectory(prefix="clerk-faults-") as scratch:
        os.chdir(scratch)
        os.environ["XDG_STATE_HOME"] = scratch
        whole = damage.make_whole(Path(scratch) / "whole")
        sound = Path(shutil.copytree(whole, Path(scratch) / "sound"))
        unusual = {" ".join(each) for each in damage.READING if damage.asked(sound, *each).code > 1}
        assert unusual <= {"show cabinet/2026-03 --minute 1", "undo register"}, unusual
        shown = damage.asked(whole, "show", damage.SHOWN).out
        luck, end = random.Random(asked.seed), time.monotonic() + asked.seconds
        while time.monotonic() < end:
            home = Path(scratch) / "home"
            if sys.platform != "win32" and (said := told_to_end(luck, sound)):
                print(f"told to end: {said}", flush=True)
                lost += 1
            shutil.copytree(whole, home)
            lost += _tried(luck, home, shown, app=tried % _APP_EVERY == 0)
            shutil.rmtree(home)
            tried += 1
    print(f"faults tried: {tried}; lost or unsaid: {lost}")
    return 1 if lost else 0


def _tried(luck: random.Random, home: Path, shown: str, *, app: bool) -> int:
    path, how = damage.damaged(luck, home)
    found = []
    if "standards-committee" not in path.parts:
        answer = damage.asked(home, "show", damage.SHOWN)
        if answer.out != shown:
            found.append(f"show {damage.SHOWN}: {answer.err or answer.out}")
    for words in luck.sample(damage.READING, len(damage.READING)):
        said = damage.amiss(damage.asked(home, *words))
        found += [f"{' '.join(words)}: {said}"] if said else []
    if app and (said := damage.opened(home)):
        found.append(f"the app: {said}")
    for each in found:
        print(f"{path} ({how}): {each}", flush=True)
    return len(found)


if __name__ == "__main__":
    sys.exit(main())
