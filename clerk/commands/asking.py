"""What many commands ask for in the same words: a meeting, a committee, JSON, a day and why."""

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
    """A command that `function` does, in a module such as "meeting.room".

    Its help words describe it, an example ends it.
    """
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


def list_of(command: argparse.ArgumentParser) -> None:
    """Offers a list as JSON or CSV, and in a file."""
    json_of(command)
    command.add_argument("--csv", action="store_true", help="as CSV")
    command.add_argument("-o", "--output", metavar="FILE", help="into a .csv, .json or .txt file")


def grounds_of(command: argparse.ArgumentParser) -> None:
    """From when, why, and on what it rests: the same for every act on the register."""
    command.add_argument("--on", metavar="DATE", help="the first day on which it is so; else today")
    command.add_argument("--reason", default="", help="why")
    command.add_argument("--source", default="", help="a minute's number, a letter, an election")


def number_from_one(words: str) -> int:
    """The number of a minute. Raises what argparse makes a refusal of."""
    number = int(words)
    if number < 1:
        raise argparse.ArgumentTypeError("minutes are numbered from 1")
    return number
