"""Confirming in words: the minute that approves earlier minutes, and notes under amended ones."""

import datetime as dt
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from clerk.domain.life import Amendment
from clerk.domain.meetings import Meeting
from clerk.domain.printed import Edition, Line, Record, Run
from clerk.record.context import Context
from clerk.record.dates import plain_date
from clerk.record.public import exempt_minutes
from clerk.record.style.house_style import HouseStyle
from clerk.record.wording import filled, listed, places

ENDS_A_MINUTE = ("minute", "part", "closing", "signature")
"""Lines that no longer belong to the minute before them, as does the exclusion of the public."""


def approval_words(day: dt.date, context: Context) -> str:
    """The minute that approves the minutes of `day`, with what was amended in them here."""
    style = context.style.previous
    amended = [
        filled(style.amendment, {"number": each.number, "words": each.words})
        for each in context.amended
        if each.date == day
    ]
    values = {
        "date": plain_date(day, context.style.dates),
        "chair_title": context.chair_title,
        "amendments": listed(amended, context.style.lists.separator, context.style.lists.last),
    }
    words = filled(style.text, values)
    if amended and "amendments" not in places(style.text):
        return words.removesuffix(".") + filled(style.subject_to, values) + "."
    return words


def approval_of_several(days: Sequence[dt.date], context: Context) -> str:
    """The minute that approves the minutes of several meetings: "held on 5 and 6 April 2011"."""
    dates = context.style.dates
    said = [plain_date(day, dates) for day in days]
    last = said[-1].partition(" ")[2]
    if all(each.partition(" ")[2] == last for each in said):
        said = [*(each.partition(" ")[0] for each in said[:-1]), said[-1]]
    values = {
        "dates": listed(said, context.style.lists.separator, context.style.lists.last),
        "chair_title": context.chair_title,
    }
    return filled(context.style.previous.several, values)


def amendment_note(amendment: Amendment, style: HouseStyle) -> str:
    """What stands under a minute that was put right."""
    words = style.previous.correction if amendment.late else style.previous.note
    return filled(
        words,
        {
            "date": plain_date(amendment.on, style.dates),
            "number": amendment.number,
            "words": amendment.words,
        },
    )


def with_amendments(record: Record, meeting: Meeting, edition: Edition) -> Record:
    """The published record with a note under each minute that was put right since.

    The frozen lines stay as they are. What an exempt minute was to read is no public business.
    """
    if not meeting.amendments:
        return record
    hidden = exempt_minutes(meeting) if edition in ("draft", "public") else frozenset()
    notes: dict[str, list[Line]] = {}
    for amendment in meeting.amendments:
        if amendment.minute not in hidden:
            notes.setdefault(amendment.minute, []).append(_note(amendment))
    return replace(record, lines=tuple(_with_notes(record.lines, notes)))


def _note(amendment: Amendment) -> Line:
    return Line(
        kind="note",
        runs=(Run(text=amendment.note),),
        fact=amendment.id,
        role="amendment",
        why="A later meeting put this minute right; the record as published stands above.",
    )


def _with_notes(lines: tuple[Line, ...], notes: dict[str, list[Line]]) -> Iterator[Line]:
    waiting: list[Line] = []
    for line in lines:
        if waiting and (line.kind in ENDS_A_MINUTE or line.role == "exclusion"):
            yield from waiting
            waiting = []
        if line.kind == "minute":
            waiting = notes.get(line.fact, [])
        yield line
    yield from waiting
