"""Items without a minute, references used twice, a section's heading run into a title."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator

from clerk.checks.finding import Finding
from clerk.domain.meetings import AgendaItem, Meeting, Minute
from clerk.patterns import LatePattern
from clerk.record.context import Context
from clerk.record.dates import plain_date
from clerk.when import find_dates

_MINUTES_OF = LatePattern(r"\bminutes of\b[^.;]{0,80}\bmeetings?\b", re.IGNORECASE)
_ANNOUNCED = LatePattern(r"\b(?:introductions?|welcome|webcast\w*|evacuation)\b", re.IGNORECASE)
"""Announcements at the start, which many councils put on the agenda and never minute."""
_CORRECT = LatePattern(r"\bcorrect|\bconfirm|\bapprov|\bagreed\b|\bsigned\b", re.IGNORECASE)


def check_agenda(meeting: Meeting, context: Context) -> Iterator[Finding]:
    """Every item minuted, every reference once, the minutes approved those of the last meeting."""
    yield from _unminuted(meeting)
    yield from _references(meeting)
    yield from _headings(meeting)
    yield from _approved(meeting, context)


def _unminuted(meeting: Meeting) -> Iterator[Finding]:
    """Items without a minute once the meeting is over: until then they may still be taken."""
    minuted = {item for minute in meeting.minutes for item in minute.items}
    over = meeting.state != "draft" or any(sitting.closed for sitting in meeting.sittings)
    for item in meeting.items if over and minuted else ():
        listed = item.state in ("listed", "urgent") and not _ANNOUNCED.search(item.title)
        if listed and item.id not in minuted:
            yield Finding(
                code="ITEM-NO-MINUTE",
                says=f"{_called(item)} has no minute, and is neither withdrawn nor deferred",
                source="the agenda",
                fact=item.id,
            )


def _references(meeting: Meeting) -> Iterator[Finding]:
    known = {item.id for item in meeting.items}
    refs = Counter(item.ref for item in meeting.items if item.ref)
    for ref, count in refs.items():
        if count > 1:
            item = next(i for i in meeting.items if i.ref == ref)
            yield Finding(
                code="REFERENCE-TWICE",
                says=f"The reference {ref} stands at {count} items of the agenda",
                severity="wrong",
                source="the agenda",
                fact=item.id,
            )
    for minute in meeting.minutes:
        if minute.items and not known.intersection(minute.items):
            yield Finding(
                code="MINUTE-NOT-ON-AGENDA",
                says=f"“{minute.title}” is of an item that is not on the agenda",
                severity="wrong",
                source="the agenda",
                fact=minute.id,
            )


def _headings(meeting: Meeting) -> Iterator[Finding]:
    """A title that goes on into the heading of the section after it."""
    for section in meeting.sections:
        heading = " ".join(section.title.split()).casefold()
        for item in meeting.items if len(heading.split()) > 1 else ():
            title = " ".join(item.title.split()).casefold()
            if title != heading and title.endswith(heading):
                yield Finding(
                    code="HEADING-IN-TITLE",
                    says=f"The title of {_called(item)} ends in the section's heading "
                    f"“{section.title}”",
                    source="the agenda",
                    fact=item.id,
                )


def _approved(meeting: Meeting, context: Context) -> Iterator[Finding]:
    """Minutes approved of another day than those that await it."""
    if not context.previous:
        return
    for minute in meeting.minutes:
        for day in _days_approved(minute):
            if day not in context.previous:
                dates = context.style.dates
                known = " and ".join(plain_date(each, dates) for each in context.previous)
                yield Finding(
                    code="MINUTES-OF-ANOTHER-DAY",
                    says=f"“{minute.title}” approves minutes of {plain_date(day, dates)}; those "
                    f"that await approval are of {known}",
                    source="the committee's meetings",
                    fact=minute.id,
                )


def _days_approved(minute: Minute) -> Iterator[dt.date]:
    for sentence in re.split(r"(?<=[.!?])\s", minute.text):
        if _CORRECT.search(sentence) and _MINUTES_OF.search(sentence):
            yield from (day for _, day in find_dates(sentence))


def _called(item: AgendaItem) -> str:
    return f"Item {item.ref}, “{item.title}”," if item.ref else f"“{item.title}”"
