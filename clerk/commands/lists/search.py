"""`clerk search`: minutes that hold some words."""

import sys
from argparse import Namespace

from clerk.commands.opening import desk_of, office_of
from clerk.commands.say import say, say_json
from clerk.desk.lists import search as searching
from clerk.desk.meeting.passages import find_in
from clerk.desk.register.which import find_committee
from clerk.record.public import public_view
from clerk.when import plain_date


def search(asked: Namespace) -> int:
    """The newest minutes in which all the words occur, from the public record."""
    if asked.within:
        return _search_in(asked)
    office = office_of(asked)
    committee = find_committee(office, asked.committee).id if asked.committee else ""
    searching.refresh(office, _say_progress)
    hits = searching.find(office, _as_typed(asked.words), searching.FIRST + 1, committee)
    listed = hits[: searching.FIRST]
    if asked.json:
        say_json(listed)
        return 0
    for hit in listed:
        minute = f", minute {hit.number}" if hit.number else ""
        title = f": {hit.title}" if hit.title else ""
        say(f"{hit.committee_name}, {plain_date(hit.date)}{minute}{title}")
        say(f"  {hit.snippet}")
        say(f"  clerk show {hit.meeting}")
    if not hits:
        say("No minute was found that holds these words.")
    elif len(hits) > len(listed):
        say(f"These are the newest {len(listed)}. Type more words to find fewer.")
    return 0


def _search_in(asked: Namespace) -> int:
    """Every place in one meeting where the words stand together; not in exempt business."""
    asked.meeting = asked.within
    with desk_of(asked, lock=False) as desk:
        found = find_in(public_view(desk.meeting), " ".join(asked.words))
        numbers = desk.numbers()
        if asked.json:
            say_json(found)
            return 0
        for place in found:
            number = numbers.get(place.minute, "")
            say(f"{number}. {place.title}" if number else place.title)
            say(f"  {place.excerpt}")
    if not found:
        say("These words do not stand together in this meeting.")
    return 0


def _as_typed(words: list[str]) -> str:
    """Words that the shell was told to keep together are a phrase: it has eaten their quotes."""
    together = (f'"{word}"' if " " in word and '"' not in word else word for word in words)
    return " ".join(together)


def _say_progress(done: int, of: int) -> None:
    """Where many have to be indexed, how far it is: a clerk should not think it hangs."""
    if of > searching.BATCH:
        end = "\n" if done == of or not sys.stderr.isatty() else "\r"
        print(
            f"clerk: reading the minutes for the search: {done} of {of}", end=end, file=sys.stderr
        )
