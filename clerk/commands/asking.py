"""What many commands ask for in the same words: a meeting, a committee, JSON."""

import argparse
import importlib
from collections.abc import Callable
from typing import Any

from clerk.commands.examples import example_of

MEETING = (
    "a meeting: COMMITTEE/2012-04-26, COMMITTEE/last, COMMITTEE/next, or any unambiguous shortening"
)
COMMITTEE = "a committee: its label, its name, or any unambiguous part of them"


def late(module: str, function: str) -> Callable[[argparse.Namespace], int]:
    """Imports a command when it runs: `clerk show` must not pay for what `clerk import` needs."""

    def run(asked: argparse.Namespace) -> int:
        done: int = getattr(importlib.import_module(f"clerk.commands.{module}"), function)(asked)
        return done

    run.__name__ = function.replace("_", "-")
    return run


def command_of(
    words: Any, name: str, module: str, function: str, help_words: str
) -> argparse.ArgumentParser:
    """A command that `module.function` does; its help words describe it, an example ends it."""
    command: argparse.ArgumentParser = words.add_parser(
        name, help=help_words, description=f"{help_words[0].upper()}{help_words[1:]}."
    )
    command.epilog = example_of(command.prog)
    command.set_defaults(run=late(module, function))
    return command


def meeting_of(command: argparse.ArgumentParser) -> None:
    """Asks for a meeting."""
    command.add_argument("meeting", metavar="MEETING", help=MEETING)


def committee_of(command: argparse.ArgumentParser) -> None:
    """Asks for a committee."""
    command.add_argument("committee", metavar="COMMITTEE", help=COMMITTEE)


def json_of(command: argparse.ArgumentParser) -> None:
    """Offers JSON."""
    command.add_argument("--json", action="store_true", help="as JSON")
