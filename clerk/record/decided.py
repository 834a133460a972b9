"""What a record decides: its resolutions, the words of one inside prose, motions that ended."""

import itertools
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
    """Every decision of a record's lines, in order; what stands before the first minute is none."""
    heading: Line | None = None
    for at, line in enumerate(lines):
        if line.kind == "minute":
            heading = line
        words = _words(lines, at)
        if not words or (heading is None and line.role != "exclusion"):
            continue
        children = tuple(_children(lines[at + 1 :])) if line.kind == "resolution" else ()
        above = None if line.role == "exclusion" else heading
        yield Decided(line=line, words=words, children=children, heading=above)


def _words(lines: Sequence[Line], at: int) -> str:
    line = lines[at]
    if line.kind == "resolution":
        below = [f"{each.number or '•'} {each.text}" for each in _children(lines[at + 1 :])]
        return " ".join([line.text, *below])
    marked = [run.text for run in line.runs if run.role == "resolution"]
    if marked:
        return " ".join(marked)
    ended = lines[at + 1] if at + 1 < len(lines) else None
    if line.kind == "paragraph" and ended is not None and ended.kind == "outcome":
        return f"{line.text} {ended.text}"
    return ""


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
    typed = line.kind == "resolution" and len(carried) == 1
    return printed or (carried[0] if typed else None)
