"""`clerk committees`, `people`, `members`, `meetings`, `resolutions`."""

from argparse import Namespace

from clerk.commands.opening import office_of
from clerk.commands.say import say, say_json, say_table
from clerk.desk import lists
from clerk.desk.lookup import find_committee
from clerk.desk.rows import MeetingRow
from clerk.when import clock, plain_date, read_date


def committees(asked: Namespace) -> int:
    """Every committee, with its label for the command line."""
    rows = lists.committees(office_of(asked))
    if asked.json:
        say_json(rows)
    elif not rows:
        say("There is no committee yet. `clerk import FILE` reads one from its papers.")
    else:
        say_table(
            ("committee", "label", "seats", "meetings", "next"),
            [
                (
                    row.name,
                    row.slug,
                    str(row.seats),
                    str(row.meetings),
                    plain_date(row.next_meeting) if row.next_meeting else "",
                )
                for row in rows
            ],
        )
    return 0


def people(asked: Namespace) -> int:
    """Everyone in the register whose name holds each of the words."""
    rows = lists.people(office_of(asked), " ".join(asked.words))
    if asked.json:
        say_json(rows)
    else:
        say_table(
            ("name", "kind", "group or post", "seats"),
            [(row.name, row.kind, row.group or row.post, ", ".join(row.seats)) for row in rows],
        )
    return 0


def members(asked: Namespace) -> int:
    """The membership as at a day, in the form of a front sheet."""
    office = office_of(asked)
    on = read_date(asked.on, today=office.today) if asked.on else office.today
    found = lists.membership(office, find_committee(office, asked.committee), on)
    if asked.json:
        say_json(found)
    else:
        say(found.text)
    return 0


def meetings(asked: Namespace) -> int:
    """Every meeting, or one committee's; exit code 1 where a file could not be read."""
    office = office_of(asked)
    slug = find_committee(office, asked.committee).slug if asked.committee else ""
    rows = lists.meetings(office, slug)
    if asked.json:
        say_json(rows)
    elif not rows:
        say("There is no meeting yet. `clerk import FILE`, or `clerk add meeting`.")
    else:
        say_table(
            ("meeting", "time", "state", "items", "minutes", "numbers", "doubts"),
            [_meeting_cells(row) for row in rows],
        )
    for row in rows:
        if row.trouble and not asked.json:
            say(row.trouble)
    return 1 if any(row.trouble for row in rows) else 0


def resolutions(asked: Namespace) -> int:
    """Every resolution in which each of the words occurs, newest first."""
    rows = lists.resolutions(office_of(asked), " ".join(asked.words))
    if asked.json:
        say_json(rows)
        return 0
    for row in rows:
        say(f"{row.committee_name}, {plain_date(row.date)}, minute {row.number}: {row.title}")
        say(f"  {row.words}")
    if not rows:
        say("No resolution was found.")
    return 0


def _meeting_cells(row: MeetingRow) -> tuple[str, ...]:
    if row.trouble:
        return (row.ref, "", "cannot be read", "", "", "", "")
    return (
        row.ref,
        clock(row.time) if row.time else "",
        "reproduced" if row.reproduced else row.state,
        str(row.items),
        str(row.minutes),
        row.numbers,
        str(row.doubts) if row.doubts else "",
    )
