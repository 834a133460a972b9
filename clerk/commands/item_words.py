"""The words of `clerk item …`."""

from typing import Any

from clerk.commands.asking import command_of, meeting_of

_OF_ITEMS = (
    ("now", "take_now", "the meeting goes on to this item, in its turn or not"),
    ("earlier", "earlier", "its minute one place earlier in the order taken"),
    ("later", "later", "its minute one place later in the order taken"),
    ("together", "together", "one minute for several items"),
    ("apart", "apart", "an item taken together with others by itself again"),
    ("defer", "defer", "deferred to a later meeting; again, and it stands"),
    ("withdraw", "withdraw_item", "withdrawn; again, and it stands"),
    ("heading", "heading", "a heading above an item; no words take it away"),
)


def add_item_commands(words: Any) -> None:
    """Adds them to the parser's words."""
    kinds = words.add_parser(
        "item", help="an agenda item as the meeting takes it: out of order, together, urgent …"
    ).add_subparsers(metavar="WHAT", required=True)
    for name, function, sentence in _OF_ITEMS:
        command = command_of(kinds, name, "items", function, sentence)
        meeting_of(command)
        command.add_argument("item", metavar="ITEM", help="its reference or title")
        if name == "together":
            command.add_argument("others", metavar="OTHER", nargs="+", help="each other item")
        if name == "heading":
            command.add_argument("title", metavar="TITLE", help="its words")
            command.add_argument("--ref", default="", help="its letter")
    urgent = command_of(
        kinds,
        "urgent",
        "items",
        "urgent",
        "an item not on the agenda, with the reason to be stated",
    )
    meeting_of(urgent)
    urgent.add_argument("title", metavar="TITLE", help="its title")
    urgent.add_argument("reason", metavar="REASON", help="the special circumstances")
    urgent.add_argument("--ref", default="", help="its reference")
