"""The words of the command line. What each does is imported only when it is asked for."""

import argparse

from clerk import __version__
from clerk.commands.asking import command_of, late
from clerk.commands.care import words as care
from clerk.commands.documents import words as documents
from clerk.commands.incoming import words as incoming
from clerk.commands.lists import words as lists
from clerk.commands.meeting import words as meeting
from clerk.commands.register import words as register


def build() -> argparse.ArgumentParser:
    """The parser of every command; without a command, the app opens."""
    parser = argparse.ArgumentParser(
        prog="clerk",
        description="Minutes, membership and resolutions of committees. Without a command, "
        "opens the app.",
        epilog="Exit codes: 0 done, 1 findings, 2 wrong use or input, 3 storage.",
    )
    parser.add_argument("--home", metavar="DIR", help="the data folder (else CLERK_HOME)")
    parser.add_argument("-V", "--version", action="version", version=f"clerk {__version__}")
    parser.set_defaults(run=late("app", "open_app"))
    words = parser.add_subparsers(metavar="COMMAND", title="commands")
    command_of(
        words, "demo", "app", "demo", "the app on an invented council, in a folder of its own"
    )
    for chapter in (incoming, documents, meeting, lists, register, care):
        chapter.add(words)
    return parser
