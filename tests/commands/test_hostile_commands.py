"""Whatever stands in any word of any command, or in any file that it reads, harms nothing.

The commands are those that the parser has: a new one is tried without being named here.
"""

import argparse
import itertools
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from clerk.commands.parser import build
from tests.commands.conftest import Answer, Clerk
from tests.hostile import FILES, MOST, WORDS

PATIENCE = 30.0
"""Seconds: no file of a few megabytes may hold a clerk up for longer, on a busy machine either."""
_STEERS = {chr(code) for code in range(32)} - {"\n"} | {
    "\x7f",
    "\x9b",
    "\u202e",
    "\u2066",
    "\udc80",
}

_KNOWN = {
    "DATE": "23 April 2026",
    "DAY": "7 May 2026",
    "time": "10.00 am",
    "style": "committee-2012",
    "ITEM": "B1",
    "OLD": "Mr F Tolley",
    "NAME": "Mr F Tolley",
    "quorum": "1/3",
}
"""What a command must know, lest it refuse before it comes to the other words."""
_SOMEONE = {"NAME", "OLD", "ITEM"}
"""Known in one round, and a hostile word in the others."""
_LONG = 1000


def _leaves(
    parser: argparse.ArgumentParser, *path: str
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    kinds = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    if not kinds:
        yield " ".join(path), parser
    for kind in kinds:
        for name, each in kind.choices.items():
            yield from _leaves(each, *path, name)


COMMANDS = dict(_leaves(build()))
del COMMANDS["demo"]  # it takes no words, and makes a council of its own
READING = [
    command
    for command, parser in COMMANDS.items()
    if any(a.metavar == "FILE" and not a.option_strings for a in parser._actions)
    and command != "backup"
]


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two folders deep, so that a path that leads out is seen where it leads."""
    (tmp_path / "here" / "and" / "there").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here" / "and" / "there")


@pytest.mark.parametrize("command", COMMANDS)
def test_hostile_words_in_any_place_of_a_command_are_words_or_refused(
    clerk: Clerk, home: Path, meeting: str, tmp_path: Path, command: str
) -> None:
    first = sum(map(ord, command)) % len(WORDS)
    some = itertools.islice(itertools.cycle(WORDS.values()), first, first + 1)
    for flags, real, word in (
        (False, meeting, MOST),
        (True, MOST, MOST),
        *((bool(at % 2), meeting, word) for at, word in enumerate(some)),
    ):
        filled = _filled(COMMANDS[command], real, word, tmp_path / "out" / "list.csv", flags)
        _is_harmless(clerk(*command.split(), *filled, typed=word), word)
    assert clerk("meetings").code == 0
    beside = {path for path in tmp_path.rglob("*") if not path.is_relative_to(home)}
    assert {path for path in beside if "out" not in path.parts} == {*_here(tmp_path)}


def _here(tmp_path: Path) -> Iterator[Path]:
    for depth in (("here",), ("here", "and"), ("here", "and", "there")):
        yield tmp_path.joinpath(*depth)


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_read_or_refused_by_every_command_that_reads_one(
    clerk: Clerk, meeting: str, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name]())
    for command in READING:
        begun = time.monotonic()
        filled = _filled(COMMANDS[command], meeting, "env", path, flags=False)
        answer = clerk(*command.split(), *filled)
        _is_harmless(answer, command)
        assert "root:" not in answer.out + answer.err, "what stands in another file"
        assert time.monotonic() - begun < PATIENCE, command
        assert clerk("meetings").code == 0


def _filled(
    parser: argparse.ArgumentParser, real: str, word: str, file: Path, flags: bool
) -> list[str]:
    """Every word that the command can take; `real` where it wants a meeting or a committee."""
    options: list[str] = []
    placed: list[str] = []
    for action in parser._actions:
        values = [_value(action, real, word, file)] * (2 if action.nargs == 2 else 1)
        if not action.option_strings:
            placed += values
        elif action.nargs == 0:
            options += action.option_strings[-1:] if flags and action.dest != "help" else []
        elif action.nargs == 2:
            options += [action.option_strings[-1], *values]
        else:
            options.append(f"{action.option_strings[-1]}={values[0]}")
    return [*options, "--", *placed]


def _value(action: argparse.Action, real: str, word: str, file: Path) -> str:
    metavar = str(action.metavar or "")
    known = _KNOWN.get(metavar) or _KNOWN.get(action.dest)
    if known and real != word and (metavar not in _SOMEONE or len(word) > _LONG):
        return known
    if action.choices:
        return str(next(iter(action.choices)))
    if action.type is not None:
        return "1"
    if metavar == "FILE":
        return str(file)
    if "MEETING" in metavar:
        return real
    return real.partition("/")[0] if "COMMITTEE" in metavar else word


def filled(parser: argparse.ArgumentParser, meeting: str, word: str) -> list[str]:
    """The words that a command wants where they must stand, and no option."""
    wanted = [action for action in parser._actions if not action.option_strings]
    return ["--", *(_value(action, meeting, word, Path("none.csv")) for action in wanted)]


def _is_harmless(answer: Answer, word: str) -> None:
    said = answer.out + answer.err
    assert answer.code in (0, 1, 2, 3)
    assert "did not foresee" not in said and "Traceback" not in said, (word, said)
    assert not set(said) & _STEERS, (word, set(said) & _STEERS)
