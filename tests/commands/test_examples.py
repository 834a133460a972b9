"""The example that ends each command's help: there is one, and it is right."""

import argparse
import shlex
from collections.abc import Iterator

import pytest

from clerk.commands.examples import EXAMPLES, example_of
from clerk.commands.parser import build


def commands(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """Every command that does something: `clerk show`, `clerk add member`."""
    kinds = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    for action in kinds:
        for one in dict.fromkeys(action.choices.values()):
            yield from commands(one)
    if not kinds or parser.get_default("run"):
        yield parser


PARSER = build()
NAMES = sorted({each.prog for each in commands(PARSER)} - {"clerk"})


@pytest.mark.parametrize("name", NAMES)
def test_help_ends_with_an_example_that_clerk_understands(name: str) -> None:
    example = example_of(name)
    assert example or name == "clerk styles", f"{name} has no example"
    words = shlex.split(example.removeprefix("Example: clerk ").partition(" < ")[0])
    assert PARSER.parse_args(words).run


def test_no_example_is_of_a_command_that_is_gone() -> None:
    assert [name for name in EXAMPLES if f"clerk {name}" not in NAMES] == []
