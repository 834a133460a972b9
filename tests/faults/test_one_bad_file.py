"""One bad file, whichever it is, never stops the others from being read."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.damage import SHOWN, asked

READING = [
    ("members", "standards-committee"),
    ("resolutions",),
    ("search", "resolved"),
    ("check", SHOWN),
    ("doctor",),
]


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


FAULTS = [
    _garbled,
    pytest.param(_a_folder, marks=pytest.mark.slow),
    pytest.param(_emptied, marks=pytest.mark.slow),
    pytest.param(_a_link_to_nowhere, marks=pytest.mark.slow),
]


@pytest.mark.parametrize("fault", FAULTS)
def test_whichever_file_is_bad_every_other_meeting_is_shown_as_before(
    whole: Path, tmp_path: Path, fault: Callable[[Path], None], tally: Callable[[int], None]
) -> None:
    text = asked(whole, "show", SHOWN).out
    assert "RESOLVED" in text
    tried = 0
    for name in _one_of_each(whole):
        home = tmp_path / name.as_posix().replace("/", "-")
        shutil.copytree(whole, home)
        fault(home / name)
        shown = asked(home, "show", SHOWN)
        assert shown.out == text, (name, shown)
        refs = asked(home, "meetings").out
        assert refs.count("standards-committee/") == 2, name
        for words in READING:
            answer = asked(home, *words)
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
