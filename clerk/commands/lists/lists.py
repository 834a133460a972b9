"""`clerk committees`, `people`, `meetings`, `resolutions`."""

import datetime as dt
from argparse import Namespace
from collections.abc import Callable

from clerk.commands.opening import office_of
from clerk.commands.put import put_list
from clerk.commands.say import say, say_table
from clerk.desk.lists import meeting_lists, member_lists, resolution_list
from clerk.desk.lists.rows import MeetingRow
from clerk.desk.register.which import find_committee
from clerk.when import clock, plain_date


def committees(asked: Namespace) -> int:
    """Every committee, with its label for the command line."""
    rows = meeting_lists.committees(office_of(asked))
    header = ("committee", "label", "seats", "meetings", "next")

    def cells(say_day: Callable[[dt.date], str]) -> list[tuple[str, ...]]:
        return [
            (
                row.name,
                row.slug,
                str(row.seats),
                str(row.meetings),
                say_day(row.next_meeting) if row.next_meeting else "",
            )
            for row in rows
        ]

    def shown() -> None:
        if rows:
            say_table(header, cells(plain_date))
        else:
            say("There is no committee yet. `clerk import FILE` reads one from its papers.")

    put_list(asked, header, cells(dt.date.isoformat), shown, whole=rows)
    return 0


def people(asked: Namespace) -> int:
    """Everyone in the register whose name holds each of the words."""
    rows = member_lists.people(office_of(asked), " ".join(asked.words))
    header = ("name", "kind", "group or post", "ward", "seats")
    cells = [
        (row.name, row.kind, row.group or row.post, row.ward, ", ".join(row.seats)) for row in rows
    ]
    put_list(asked, header, cells, lambda: say_table(header, cells), whole=rows)
    return 0


def meetings(asked: Namespace) -> int:
    """Every meeting, or one committee's; exit code 1 where a file could not be read."""
    office = office_of(asked)
    slug = find_committee(office, asked.committee).slug if asked.committee else ""
    rows = meeting_lists.meetings(office, slug)
    troubled = [row.trouble for row in rows if row.trouble]
    header = ("meeting", "time", "state", "items", "minutes", "numbers", "doubts")

    def shown() -> None:
        if rows:
            say_table(header, [_meeting_cells(row) for row in rows])
        else:
            say("There is no meeting yet. `clerk import FILE`, or `clerk add meeting`.")
        for words in troubled:
            say(words)

    put_list(asked, header, [_meeting_cells(row) for row in rows], shown, whole=rows)
    return 1 if troubled else 0


def resolutions(asked: Namespace) -> int:
    """Every resolution in which each of the words occurs, newest first."""
    rows = resolution_list.resolutions(office_of(asked), " ".join(asked.words))
    header = (
        *("committee", "date", "minute", "title", "resolution"),
        *("mover", "seconder", "vote", "outcome"),
    )
    cells = [
        (
            *(row.committee_name, row.date.isoformat(), row.number, row.title, row.words),
            *(row.mover, row.seconder, row.vote, row.outcome),
        )
        for row in rows
    ]

    def shown() -> None:
        for row in rows:
            minute = f", minute {row.number}" if row.number else ""
            say(f"{row.committee_name}, {plain_date(row.date)}{minute}: {row.title}")
            say(f"  {row.words}")
            if row.how:
                say(f"  {row.how}")
        if not rows:
            say("No resolution was found.")

    put_list(asked, header, cells, shown, whole=rows)
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
