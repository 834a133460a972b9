"""Damage at random to any file: a sentence, and every other file as before. A small sample of it.

`python -m tests.faults SECONDS` goes on with other damage for as long as it is told.
"""

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desk.builders import NOW
from tests.faults import damage

SAMPLE = 7
ASKED = 5
"""Commands asked of each damaged folder, of some forty."""


def test_whatever_happens_to_a_file_every_command_answers_in_a_sentence(
    whole: Path,
    folders: Iterator[Path],
    tally: Callable[[int], None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("clerk.commands.opening.now", lambda: NOW)
    luck = random.Random(20_261_126)
    for home in (next(folders) for _ in range(SAMPLE)):
        shutil.copytree(whole, home)
        what = damage.damaged(luck, home)
        for words in luck.sample(damage.READING, ASKED):
            answer = damage.asked(home, *words)
            assert not damage.amiss(answer), (*what, words, damage.amiss(answer))
    tally(SAMPLE)


def test_an_older_register_put_there_from_outside_keeps_no_meeting_from_being_read(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clerk.commands.opening.now", lambda: NOW)
    home = tmp_path / "home"
    shutil.copytree(whole, home)
    shown = damage.asked(home, "show", damage.SHOWN)
    shutil.copy(home / "register.json.prev", home / "register.json")
    before = (home / "register.json").read_bytes()
    answer = damage.asked(home, "show", damage.SHOWN)
    assert answer.out == shown.out
    assert "standards-committee" in answer.err and "clerk restore" in answer.err
    for words in ("search resolved", "resolutions", "meetings", "attendance"):
        answer = damage.asked(home, *words.split())
        assert answer.code in (0, 1), (words, answer.err)
        assert "tandards" in answer.out, words
    assert damage.asked(home, "dissolve", "standards-committee").code == 2
    assert (home / "register.json").read_bytes() == before


def test_a_meeting_that_lies_in_another_committees_folder_stops_no_list(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clerk.commands.opening.now", lambda: NOW)
    home = tmp_path / "home"
    shutil.copytree(whole, home)
    (draft,) = (home / "meetings" / "standards-committee").glob("*-03-10.json.prev")
    (there,) = (home / "meetings" / "cabinet").glob("*-04-27.json")
    shutil.copy(draft, there)
    for words in ("meetings", "meetings cabinet", "search resolved", "resolutions"):
        answer = damage.asked(home, *words.split())
        assert answer.code in (0, 1) and not damage.amiss(answer), words


def test_the_app_opens_on_a_folder_with_any_damage_in_it(
    whole: Path, folders: Iterator[Path], tally: Callable[[int], None]
) -> None:
    luck = random.Random(3)
    home = next(folders)
    shutil.copytree(whole, home)
    what = [damage.damaged(luck, home) for _ in range(4)]
    assert not damage.opened(home), what
    tally(4)
