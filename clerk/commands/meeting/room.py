"""`clerk act`, `clerk room`, `clerk decisions`."""

import sys
from argparse import Namespace

from clerk.commands.opening import desk_of
from clerk.commands.say import say, say_json
from clerk.desk.lists.decisions import decisions as decisions_of
from clerk.desk.lists.decisions import decisions_csv, decisions_text
from clerk.desk.lookup import find_item
from clerk.domain.presence import business_of
from clerk.record.facts.room import Room


def act(asked: Namespace) -> int:
    """Does an act as it is said, and says how it will print."""
    with desk_of(asked, lock=not asked.dry_run) as desk:
        item = find_item(desk, asked.item).id if asked.item else desk.item_in_hand
        line = " ".join(asked.words)
        if asked.dry_run:
            said = desk.hear(line, item)
            if said.trouble:
                print(f"clerk: {said.trouble}", file=sys.stderr)
                return 2
        else:
            said = desk.say(line, item)
        say(said.echo)
        for warning in said.warnings:
            say(f"! {warning}")
    return 0


def room(asked: Namespace) -> int:
    """Who is there, by group, the quorum, and who may not vote on the item."""
    with desk_of(asked, lock=False) as desk:
        item = find_item(desk, asked.item).id if asked.item else desk.item_in_hand
        found = desk.room(item)
        if asked.json:
            say_json(found)
            return 0
        title = business_of(desk.meeting, item)
        if title:
            say(f"Item: {title}")
        seats = f" of {found.seats} seats" if found.seats else ""
        say(f"Present: {len(found.present)}{seats}. {_groups(found)}".rstrip())
        say(f"Quorum: {found.quorum or 'not known'}.")
        for barred in found.barred:
            say(f"No vote: {barred.name}, {barred.why}.")
        for person, why in found.presence.away.items():
            say(f"Away: {desk.name(person)}, {why}.")
        for warning in found.warnings:
            say(f"! {warning}")
    return 0


def decisions(asked: Namespace) -> int:
    """What a meeting decided, on one page, from the public record."""
    with desk_of(asked, lock=False) as desk:
        rows = decisions_of(desk)
        if asked.json:
            say_json(rows)
        elif asked.csv:
            sys.stdout.write(decisions_csv(rows))
        else:
            say(decisions_text(desk, rows))
    return 0


def _groups(found: Room) -> str:
    seated = [each for each in found.groups if each.seats]
    return ", ".join(f"{each.group} {each.present}/{each.seats}" for each in seated)
