"""`clerk check`."""

from argparse import Namespace

from clerk.commands.opening import desk_of
from clerk.commands.say import say, say_json


def check(asked: Namespace) -> int:
    """What a reader should look at; exit code 1 where there is anything."""
    with desk_of(asked, lock=False) as desk:
        found = desk.findings()
    if asked.json:
        say_json(found)
    else:
        for words in found:
            say(words)
        if not found:
            say("Nothing was found.")
    return 1 if found else 0
