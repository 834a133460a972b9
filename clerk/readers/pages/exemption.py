"""Exempt business: which minutes it is, and by which paragraphs of Schedule 12A to the 1972 Act."""

import re
from collections.abc import Sequence

import msgspec

from clerk.domain.meetings import Exempt
from clerk.readers.pages import labels
from clerk.readers.reading import ReadDoubt, ReadMinute, ReadPart

# "paragraph 3 of Part 1 of Schedule 12A", "paragraphs 1, 2 and 3 of part I of …",
# "paragraph(s) 3 of Part 1"
_NAMED = re.compile(
    r"\bparagraphs?(?:\(s\))?\s+(?P<list>\d{1,2}(?:\s*(?:,|and|&|to|or)\s*\d{1,2})*)"
    r"(?:\s*\([^()]{0,80}\))?\s+(?:of|in)\s+(?:part\s+(?:1|i|one)\b|schedule)",
    re.IGNORECASE,
)

# "… the public be excluded from the meeting during consideration of the following item"
_EXCLUDED = re.compile(
    r"(?:RESOLVED|Resolved|resolved|AGREED).{0,200}\bpublic\b.{0,40}\bexcluded\b.{0,120}?"
    r"\bfollowing (?:(?P<one>item)\b(?!s)|items|business|matters)"
)
_READMITTED = re.compile(
    r"\bre-?admitted\b|\b(?:return(?:ed)?|resumed?) (?:to|in) (?:public|open)\b"
)


def paragraphs_of(text: str) -> tuple[str, ...]:
    """The numbers of the paragraphs that the text names, each once, in its order."""
    numbers: list[str] = []
    for found in _NAMED.finditer(text):
        numbers += re.findall(r"\d+", found["list"])
    return tuple(dict.fromkeys(numbers))


def with_exempt(
    minutes: Sequence[ReadMinute], parts: Sequence[ReadPart]
) -> tuple[tuple[ReadMinute, ...], tuple[ReadDoubt, ...]]:
    """Exempt minutes, with the paragraphs that the motion names.

    They are those under a heading of exempt business, and without one, those that follow a
    resolution to exclude the public, which is a doubt.
    """
    headed = {part.before: labels.is_exempt_part(part.words) for part in parts}
    exempt, guessed = False, 0
    named: tuple[str, ...] = ()
    found: list[ReadMinute] = []
    doubts: list[ReadDoubt] = []
    for minute in minutes:
        if minute.id in headed:
            exempt, guessed = headed[minute.id], 0
        if exempt or guessed:
            doubts += _guessed_exempt(minute) if guessed else []
            found.append(msgspec.structs.replace(minute, exempt=Exempt(paragraphs=named)))
            guessed = max(guessed - 1, 0)
        else:
            found.append(minute)
        named = paragraphs_of(minute.text) or named
        if not exempt and (excluded := _EXCLUDED.search(minute.text)):
            guessed = 1 if excluded["one"] else len(minutes)
        elif guessed and _READMITTED.search(minute.text):
            guessed = 0
    return tuple(found), tuple(doubts)


def _guessed_exempt(minute: ReadMinute) -> list[ReadDoubt]:
    return [
        ReadDoubt(
            line=minute.first,
            read=f"{minute.number} {minute.title}"[:100],
            uncertain="Read as exempt, because the public had been excluded before it.",
            weight=45,
            fact=minute.id,
        )
    ]
