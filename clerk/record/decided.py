"""What a record decides: its resolutions, the words of one inside prose, motions that ended."""

import itertools
import re
from collections.abc import Iterator, Sequence

from clerk.domain.base import Fact
from clerk.domain.meetings import Meeting
from clerk.domain.motions import Motion, outcome_of
from clerk.domain.printed import Line

EXCLUSION = "Exclusion of the public"
"""How lists name the resolution that stands between open and exempt minutes."""


class Decided(Fact, frozen=True):
    """A line that decides, with its limbs and bullets in `words`."""

    line: Line
    words: str
    children: tuple[Line, ...]
    """Its limbs and bullets, as lines."""
    heading: Line | None
    """The minute's; None for the exclusion of the public, which stands between minutes."""
    ended: bool = False
    """Whether how it ended stands on a line of its own: a motion that was carried or lost."""

    @property
    def number(self) -> str:
        """The minute's and the paragraph's, "36 (2)", with "~" while provisional."""
        if self.heading is None:
            return ""
        mark = "~" if self.heading.provisional else ""
        minute = f"{mark}{(self.heading.number or '').rstrip('.')}"
        return f"{minute} {self.line.number}" if self.line.number else minute

    @property
    def for_council(self) -> bool:
        """Whether the council itself must decide it, or one of its limbs."""
        return any(line.for_council for line in (self.line, *self.children))

    @property
    def title(self) -> str:
        """The minute's title."""
        return self.heading.text if self.heading else EXCLUSION


def decided_in(lines: Sequence[Line]) -> Iterator[Decided]:
    """Every decision of a record's lines, in order; what stands before the first minute is none.

    A motion whose words the minute then resolves is one decision: its resolution.
    """
    found = list(_each(lines))
    resolved = {
        (each.heading.fact, body)
        for each in found
        if each.heading and each.line.kind == "resolution" and (body := _body(each.words))
    }
    for each in found:
        moved = each.heading and each.line.kind == "paragraph" and each.ended
        if not (moved and _resolved(each, resolved)):
            yield each


def _resolved(moved: Decided, resolved: set[tuple[str, str]]) -> bool:
    said = _letters(moved.line.text)
    here = moved.heading.fact if moved.heading else ""
    return any(minute == here and said.endswith(body) for minute, body in resolved)


def _body(words: str) -> str:
    """What is resolved, behind the first "that", as letters alone; empty where there is no that."""
    return _letters(re.split(r"\bthat\b", words, maxsplit=1, flags=re.IGNORECASE)[-1]) * (
        "that" in words.casefold()
    )


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))


def _each(lines: Sequence[Line]) -> Iterator[Decided]:
    heading: Line | None = None
    for at, line in enumerate(lines):
        if line.kind == "minute":
            heading = line
        words = _words(lines, at)
        if not words or (heading is None and line.role != "exclusion"):
            continue
        children = tuple(_children(lines[at + 1 :])) if line.kind == "resolution" else ()
        above = None if line.role == "exclusion" else heading
        yield Decided(
            line=line, words=words, children=children, heading=above, ended=_ends(lines, at)
        )


def _words(lines: Sequence[Line], at: int) -> str:
    line = lines[at]
    if line.kind == "resolution":
        below = [f"{each.number or '•'} {each.text}" for each in _children(lines[at + 1 :])]
        return " ".join([line.text, *below])
    marked = [run.text for run in line.runs if run.role == "resolution"]
    if marked:
        return " ".join(marked)
    if line.kind == "paragraph" and _ends(lines, at):
        return f"{line.text} {lines[at + 1].text}"
    return ""


def _ends(lines: Sequence[Line], at: int) -> bool:
    return at + 1 < len(lines) and lines[at + 1].kind == "outcome"


def _children(lines: Sequence[Line]) -> Iterator[Line]:
    return itertools.takewhile(lambda line: line.kind in ("limb", "bullet"), lines)


def motion_behind(line: Line, business: Sequence[str], meeting: Meeting) -> Motion | None:
    """The motion that a line prints; of words typed by hand, the one carried in that minute."""
    printed = next((m for m in meeting.motions if line.fact.split("/")[0] == m.id), None)
    carried = [
        m
        for m in meeting.motions
        if m.item in business and m.kind != "amendment" and outcome_of(m) == "carried"
    ]
    if printed or line.kind != "resolution":
        return printed
    body = _body(line.text)
    same = [m for m in carried if body and _letters(m.words).endswith(body)] or carried
    return same[0] if len(same) == 1 else None
