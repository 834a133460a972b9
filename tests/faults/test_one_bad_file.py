"""One bad file, whichever it is, never stops the others from being read."""

import io
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clerk.cli import main
from clerk.demo.setting import set_up
from clerk.desk.care.upkeep import dated_backup
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.paths import Home, templates_dir
from tests.commands.conftest import Answer
from tests.desk.builders import NOW

SHOWN = "standards-committee/2026-03"
"""A published meeting, which no fault below is done to."""
READING = [
    ("members", "standards-committee"),
    ("resolutions",),
    ("search", "resolved"),
    ("check", SHOWN),
    ("doctor",),
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented council with a file of every kind that a data folder can hold."""
    root = tmp_path_factory.mktemp("council") / "home"
    office = Office(Home(root), now=lambda: NOW, where="here").open()
    set_up(office)
    shutil.copytree(templates_dir() / "cabinet-2012", root / "house-styles" / "our-own")
    shutil.copy(templates_dir() / "phrases.toml", root / "phrases.toml")
    (path, *_) = office.meeting_paths("cabinet")
    with MeetingDesk(office, path) as desk:
        desk.keep_notes("For myself.")
    dated_backup(office)
    _asked(root, "search", "resolved")
    _asked(root, "resolutions")
    (root / "journal").mkdir(exist_ok=True)
    (root / "journal" / "aaaaaaaaaaaa.keys").write_bytes(b"torn")
    (root / "journal" / "bbbbbbbbbbbb.intent").write_bytes(b"torn")
    return root


def _garbled(path: Path) -> None:
    path.write_bytes(b"\xff\xfe[= {" + path.read_bytes()[:40])


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _a_link_to_nowhere(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.parent / "nowhere")


FAULTS = [_garbled, _emptied, _a_folder, _a_link_to_nowhere]


@pytest.mark.parametrize("fault", FAULTS)
def test_whichever_file_is_bad_every_other_meeting_is_shown_as_before(
    whole: Path, tmp_path: Path, fault: Callable[[Path], None], tally: Callable[[int], None]
) -> None:
    text = _asked(whole, "show", SHOWN).out
    assert "RESOLVED" in text
    tried = 0
    for name in _one_of_each(whole):
        home = tmp_path / name.as_posix().replace("/", "-")
        shutil.copytree(whole, home)
        fault(home / name)
        shown = _asked(home, "show", SHOWN)
        assert shown.out == text, (name, shown)
        refs = _asked(home, "meetings").out
        assert refs.count("standards-committee/") == 2, name
        for words in READING:
            answer = _asked(home, *words)
            assert "did not foresee" not in answer.err, (name, words, answer.err)
            assert answer.code in (0, 1), (name, words, answer.err)
        shutil.rmtree(home)
        tried += 1
    tally(tried)


def _one_of_each(home: Path) -> Iterator[Path]:
    """A file of each kind: of those in one folder whose names end alike, the first will do."""
    met = set()
    for path in sorted(home.rglob("*")):
        name = path.relative_to(home)
        kind = (name.parent, "".join(path.suffixes), name.parts[0] == "cache" and path.stem)
        if path.is_file() and kind not in met and "standards" not in str(name):
            met.add(kind)
            yield name


def _asked(home: Path, *words: str) -> Answer:
    out, err, stdout, stderr = io.StringIO(), io.StringIO(), sys.stdout, sys.stderr
    sys.stdout, sys.stderr = out, err
    try:
        code = main(["--home", str(home), *words])
    finally:
        sys.stdout, sys.stderr = stdout, stderr
    return Answer(code, out.getvalue(), err.getvalue())
