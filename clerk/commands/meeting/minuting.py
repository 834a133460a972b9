"""`clerk minute`, `notes`, `mark`: what is typed while a meeting goes on."""

import sys
from argparse import Namespace
from typing import cast

from clerk.commands.opening import desk_of, typed
from clerk.commands.say import say
from clerk.desk.lookup import find_item, find_person
from clerk.domain.meetings import Capacity
from clerk.errors import InputError


def minute(asked: Namespace) -> int:
    """Puts the text of standard input as the minute of an item, begun if it has none."""
    text = typed()  # before anything is stored
    with desk_of(asked, lock=True) as desk:
        item = find_item(desk, asked.item)
        begun = desk.start_minute(item.id)
        for cleaned in desk.edit(begun.id, text):
            print(f"clerk: {cleaned}.", file=sys.stderr)
        say(f"Minuted: {item.title}")
    return 0


def notes(asked: Namespace) -> int:
    """Prints the private notes on a meeting; `--write` puts those of standard input."""
    with desk_of(asked, lock=False) as desk:
        if asked.write:
            desk.keep_notes(typed())
        else:
            say(desk.notes)
    return 0


def mark(asked: Namespace) -> int:
    """Marks how someone attends."""
    with desk_of(asked, lock=True) as desk:
        person = find_person(desk, asked.name)
        if asked.how == "expected":
            desk.clear_mark(person)
            say(f"{desk.name(person)}: expected")
            return 0
        principal = find_person(desk, asked.principal) if asked.principal else ""
        how = cast(Capacity, asked.how.replace("-", " "))
        item = find_item(desk, asked.item).id if asked.item else ""
        if item and not principal:
            raise InputError("Say with --for NAME for which member they sit at that item.")
        against = desk.substitute_warnings(person, principal, item) if principal else ()
        if against and not asked.note.strip():
            raise InputError(f"{' '.join(against)} Say with --note why it shall be so.")
        seat = {"substitute_for": principal, "for_item": item}
        desk.mark(person, how, post=asked.post, note=asked.note, **seat)
        say(desk.last_said)
    return 0
