"""`clerk minute`, `mark`, `publish`, `withdraw`, `undo`, `redo`, `history`, `check`."""

import sys
from argparse import Namespace
from typing import cast

from clerk.commands.opening import changing_office, desk_of, office_of, typed
from clerk.commands.say import say, say_json
from clerk.desk.history import history_of, newest_ledger
from clerk.desk.lookup import find_item, find_meeting, find_person
from clerk.desk.meeting.meeting_desk import MeetingDesk
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
        against = desk.substitute_warnings(person, principal) if principal else ()
        if against and not asked.note.strip():
            raise InputError(f"{' '.join(against)} Say with --note why it shall be so.")
        desk.mark(person, how, post=asked.post, substitute_for=principal, note=asked.note)
        said = f" (substitute for {desk.name(principal)})" if principal else ""
        say(f"{desk.name(person)}: {how}{said}")
    return 0


def publish(asked: Namespace) -> int:
    """Fixes the numbers and freezes the record."""
    with desk_of(asked, lock=True) as desk:
        desk.publish()
        say(f"{desk.last_said}. They are frozen; `clerk undo {desk.ref}` takes it back.")
    return 0


def withdraw(asked: Namespace) -> int:
    """Takes the publication back."""
    with desk_of(asked, lock=True) as desk:
        desk.withdraw(asked.reason)
        say(f"{desk.last_said}.")
    return 0


def undo(asked: Namespace) -> int:
    """Takes back the last act of a meeting, of the register, or the newest of all."""
    office = changing_office(asked)
    if asked.of == "register":
        said = office.undo_register()
    else:
        path = find_meeting(office, asked.of) if asked.of else newest_ledger(office)
        if path is None:
            said = office.undo_register()
        else:
            with MeetingDesk(office, path) as desk:
                said = desk.undo()
    say(f"Undone: {said}")
    return 0


def redo(asked: Namespace) -> int:
    """Does again what was undone last."""
    with desk_of(asked, lock=True) as desk:
        say(desk.redo())
    return 0


def history(asked: Namespace) -> int:
    """What was done, oldest first; undone acts are marked so."""
    office = office_of(asked)
    path = None if asked.of == "register" else find_meeting(office, asked.of)
    rows = history_of(office, path)
    if asked.json:
        say_json(rows)
        return 0
    for row in rows:
        by = f" ({row.by})" if row.by else ""
        undone = " [undone]" if row.undone else ""
        say(f"{row.at:%Y-%m-%d %H:%M:%S}{by}  {row.said}{undone}")
    return 0


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
