"""Paragraph numbers of a minute that are there twice or run backwards."""

from collections.abc import Iterator

from clerk.checks.finding import Finding
from clerk.domain.meetings import Meeting, Minute
from clerk.notation import Paragraph, Resolution, parse
from clerk.record.context import Context


def check_numbers(meeting: Meeting, _: Context) -> Iterator[Finding]:
    """A number set by hand that repeats one before it, or goes back."""
    for minute in meeting.minutes:
        yield from _of(minute)


def _of(minute: Minute) -> Iterator[Finding]:
    upcoming = 1
    for block in parse(minute.text, minute.blocks):
        if not isinstance(block, Paragraph | Resolution):
            continue
        restart = block.restart
        if restart is not None and restart < upcoming:
            yield Finding(
                code="PARAGRAPH-TWICE",
                says=f"Paragraph ({restart}) of “{minute.title}” is there twice: its number is "
                "set by hand",
                severity="wrong",
                source="the paragraphs before it",
                fact=block.id,
            )
        elif restart is not None and restart > upcoming:
            yield Finding(
                code="PARAGRAPH-GAP",
                says=f"Paragraph ({restart}) of “{minute.title}” follows ({upcoming - 1}): "
                "its number is set by hand",
                source="the paragraphs before it",
                fact=block.id,
            )
        upcoming = (restart or upcoming) + 1
