"""`clerk usual`, `clerk actions`, `clerk action`, `clerk phrases`: what saves typing."""

import datetime as dt
from argparse import Namespace

from clerk.commands.opening import changing_office, day_of, desk_of, office_of
from clerk.commands.put import put_list
from clerk.commands.say import say, say_table
from clerk.desk import phrases
from clerk.desk.lists import actions
from clerk.desk.lookup import find_item
from clerk.desk.meeting.usual import put_usual, usual_of
from clerk.desk.register.which import find_committee
from clerk.errors import InputError
from clerk.suggest.undertakings import undertakings
from clerk.when import plain_date


def usual(asked: Namespace) -> int:
    """The usual words for an item, numbered; `--put N` puts them into its minute."""
    with desk_of(asked, lock=asked.put is not None) as desk:
        item = find_item(desk, asked.item)
        found = usual_of(desk, item.id)
        if asked.put is None:
            for at, each in enumerate(found, start=1):
                say(f"{at}  {each.what}")
                for line in each.text.splitlines():
                    say(f"     {line}")
            if not found:
                say("Nothing is usual here that is not in the minute already.")
            return 0
        if not 1 <= asked.put <= len(found):
            raise InputError(f"There are {len(found)} to choose from. Leave --put out to see them.")
        put_usual(desk, item.id, found[asked.put - 1])
        say(f"Put under “{item.title}”: {found[asked.put - 1].what}.")
    return 0


def listed(asked: Namespace) -> int:
    """What was undertaken and is open; `--done` and `--reopen` settle one."""
    office = changing_office(asked) if asked.done or asked.reopen else office_of(asked)
    if asked.done or asked.reopen:
        row = actions.find(office, asked.done or asked.reopen)
        on = (day_of(asked.on, office) or office.today) if asked.done else None
        say(f"{actions.settle(office, row, on)}.")
        return 0
    slug = find_committee(office, asked.committee).slug if asked.committee else ""
    rows = actions.listed(office, slug, every=asked.all)
    header = ("label", "due", "who", "is to", "meeting", "done")
    cells = [
        (row.id[:6], _day(row.due), row.officer, row.what, row.meeting, _day(row.done))
        for row in rows
    ]

    def shown() -> None:
        if rows:
            say_table(header, cells)
        else:
            say("No action is open. Ctrl+U in a minute keeps what its sentence undertakes.")

    put_list(asked, header, cells, shown, whole=rows)
    return 0


def noted(asked: Namespace) -> int:
    """An action of an item's minute: as typed, or each that its sentences undertake."""
    with desk_of(asked, lock=True) as desk:
        item = find_item(desk, asked.item)
        minute = desk.meeting.minute_of(item.id)
        if minute is None:
            raise InputError(f"“{item.title}” has no minute yet, so nothing was undertaken in it.")
        wanted = [(asked.who, " ".join(asked.words))] if asked.words else []
        wanted = wanted or [(each.officer, each.what) for each in undertakings(minute.text)]
        due = day_of(asked.by, desk.office)
        for who, what in wanted:
            if actions.kept_of(desk, minute.id, what) is None:
                say(actions.words_of(actions.note(desk, minute.id, who, what, due=due)))
        if not wanted:
            say("No sentence of the minute undertakes anything that Clerk knows.")
    return 0


def phrase_list(asked: Namespace) -> int:
    """The phrases by code; `--set` puts one, `--remove` takes one away."""
    if asked.set:
        code, *words = asked.set
        row = phrases.set_phrase(changing_office(asked), code, " ".join(words))
        say(f"{row.code}  {row.words}")
        return 0
    if asked.remove:
        words = phrases.take_away(changing_office(asked), asked.remove)
        say(f"{asked.remove} is no code any more: {words}")
        return 0
    rows = phrases.phrases(office_of(asked), " ".join(asked.words))
    header = ("code", "phrase", "whose")
    cells = [(row.code, row.words, "own" if row.own else "") for row in rows]
    put_list(asked, header, cells, lambda: say_table(header, cells), whole=rows)
    return 0


def _day(day: dt.date | None) -> str:
    return plain_date(day) if day else ""
