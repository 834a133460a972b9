"""What the commands on papers that are read in are asked with."""

from typing import Any

from clerk.commands.asking import (
    command_of,
    json_of,
    meeting_of,
)


def add(words: Any) -> None:
    """Reading papers, and what is doubtful in them."""
    read = command_of(
        words, "import", "incoming.papers", "import_papers", "read papers and store them"
    )
    read.add_argument("files", metavar="FILE", nargs="+", help=".txt, .docx or .pdf with text")
    read.add_argument(
        "--dry-run", action="store_true", help="say what would be stored, store nothing"
    )
    read.add_argument(
        "--committee", metavar="NAME", default="", help="whose paper it is, where it does not say"
    )
    read.add_argument("--date", help="the meeting's day, where the paper does not say")
    read.add_argument("--strict", action="store_true", help="exit 1 where there are doubts")
    read.add_argument(
        "--replace", action="store_true", help="put a changed paper in the place of the one before"
    )
    json_of(read)
    doubts = command_of(
        words, "doubts", "incoming.papers", "doubts", "list the doubts of an import"
    )
    meeting_of(doubts)
    doubts.add_argument("--settle", metavar="NUMBER", type=int, help="settle the doubt so numbered")
    doubts.add_argument(
        "--alike", action="store_true", help="with --settle: all that are uncertain of the same"
    )
    doubts.add_argument("--how", default="right as read", help="how it was settled")
    json_of(doubts)
