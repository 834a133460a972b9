"""The words of the commands that save typing."""

from collections.abc import Callable
from typing import Any

from clerk.commands.asking import COMMITTEE, command_of, meeting_of


def aids(words: Any, list_of: Callable[[Any], None]) -> None:
    """Usual words, actions, phrases by code."""
    usual = command_of(words, "usual", "aids", "usual", "the house's usual words for an item")
    meeting_of(usual)
    usual.add_argument("item", metavar="ITEM", help="the item's reference or title")
    usual.add_argument("--put", type=int, metavar="N", help="put the Nth into the minute")
    listed = command_of(words, "actions", "aids", "listed", "list what was undertaken")
    listed.add_argument("committee", metavar="COMMITTEE", nargs="?", help=COMMITTEE)
    listed.add_argument("--all", action="store_true", help="the done ones too")
    listed.add_argument("--done", metavar="LABEL", default="", help="this one is done")
    listed.add_argument("--reopen", metavar="LABEL", default="", help="this one is not done")
    listed.add_argument("--on", metavar="DATE", help="the day on which it was done; today")
    list_of(listed)
    noted = command_of(
        words, "action", "aids", "noted", "keep what a minute undertakes, or what you say"
    )
    meeting_of(noted)
    noted.add_argument("item", metavar="ITEM", help="the item's reference or title")
    noted.add_argument("words", metavar="WORDS", nargs="*", help="what is to be done")
    noted.add_argument("--who", default="", help="by whom")
    noted.add_argument("--by", metavar="DATE", help="by when")
    phrases = command_of(words, "phrases", "aids", "phrase_list", "list or change phrases by code")
    phrases.add_argument("words", metavar="WORDS", nargs="*", help="each must occur")
    phrases.add_argument(
        "--set", nargs="+", metavar="CODE WORDS", default=[], help="the phrase of a code"
    )
    phrases.add_argument("--remove", metavar="CODE", default="", help="take a code away")
    list_of(phrases)
