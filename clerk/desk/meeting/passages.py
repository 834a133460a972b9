"""Finding words in one open meeting: its minutes as they were typed, exempt ones among them.

What is found is shown to whoever has the meeting open, and stored nowhere.
"""

import unicodedata
from collections.abc import Iterator

from clerk.domain.base import Fact
from clerk.domain.meetings import Meeting, Minute

_AROUND = 60
"""Characters shown before and after what was found."""
_MOST = 100
"""Places found: who gets more will rather type another word."""


class Passage(Fact, frozen=True):
    """Where the words stand: in a minute's text, in its title, or in an item without a minute."""

    minute: str = ""
    item: str = ""
    title: str = ""
    at: int = -1
    """How many characters into the text; -1 for the title."""
    excerpt: str = ""
    marked: tuple[int, int] = (0, 0)
    """From where to where the words stand in the excerpt."""


def find_in(meeting: Meeting, words: str) -> tuple[Passage, ...]:
    """Every place where the words stand together, in the order of the minutes, then of the agenda.

    Capitals, accents and the shapes of apostrophes and dashes make no difference.
    """
    wanted = folded(" ".join(words.split()))
    if not wanted:
        return ()
    found = (*_in_minutes(meeting, wanted), *_in_items(meeting, wanted))
    return found[:_MOST]


def folded(text: str) -> str:
    """The text in small letters without accents, each character still in its place."""
    return text.translate(_FOLDED)


class _Folding(dict[int, str]):
    """What each character is folded to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        """One character for one: what has no plain shape of its own stays as it is."""
        letter = chr(code)
        base = unicodedata.normalize("NFKD", letter)[:1] or letter
        small = base.casefold()
        self[code] = small if len(small) == 1 else base
        return self[code]


_FOLDED = _Folding(
    {ord(letter): plain for letter, plain in zip("’‘“”–—\n\t", "''\"\"--  ", strict=True)}
)


def _in_minutes(meeting: Meeting, wanted: str) -> Iterator[Passage]:
    for minute in meeting.minutes:
        item = minute.items[0] if minute.items else ""
        if wanted in folded(minute.title):
            yield _place(minute.title, folded(minute.title).index(wanted), wanted, minute, item, -1)
        text = folded(minute.text)
        at = text.find(wanted)
        while at >= 0:
            yield _place(minute.text, at, wanted, minute, item, at)
            at = text.find(wanted, at + len(wanted))


def _in_items(meeting: Meeting, wanted: str) -> Iterator[Passage]:
    for item in meeting.items:
        if meeting.minute_of(item.id) is None and wanted in folded(item.title):
            at = folded(item.title).index(wanted)
            excerpt, marked = _excerpt(item.title, at, len(wanted))
            yield Passage(item=item.id, title=item.title, excerpt=excerpt, marked=marked)


def _place(text: str, at: int, wanted: str, minute: Minute, item: str, place: int) -> Passage:
    excerpt, marked = _excerpt(text, at, len(wanted))
    return Passage(
        minute=minute.id,
        item=item,
        title=minute.title,
        at=place,
        excerpt=excerpt,
        marked=marked,
    )


def _excerpt(text: str, at: int, length: int) -> tuple[str, tuple[int, int]]:
    """The words with some of what stands around them, on one line, and where they stand in it."""
    start, end = max(0, at - _AROUND), min(len(text), at + length + _AROUND)
    before = "…" if start else ""
    after = "…" if end < len(text) else ""
    shown = "".join(" " if letter.isspace() else letter for letter in text[start:end])
    begins = len(before) + at - start
    return f"{before}{shown}{after}", (begins, begins + length)
