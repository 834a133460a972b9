"""The minutes of one meeting, read from their stretch of a paper."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from clerk.domain.base import new_id
from clerk.domain.meetings import PartKind
from clerk.errors import InputError
from clerk.readers.minutes.attendance import Lists, read_lists, read_unlabelled
from clerk.readers.minutes.closing import Closing, read_closing
from clerk.readers.minutes.minute_heads import Headings, Title, minute_headings, read_title
from clerk.readers.minutes.minute_text import read_text
from clerk.readers.minutes.minutes_doubts import head_doubts, number_doubts
from clerk.readers.minutes.minutes_head import Head, read_head, with_lines
from clerk.readers.pages import labels
from clerk.readers.pages.chunks import Lay, chunks_of, lay_of, paragraph_shape
from clerk.readers.pages.exemption import with_exempt
from clerk.readers.pages.numbers import Heading, ordinals
from clerk.readers.pages.outline import MinutesStretch
from clerk.readers.pages.page import Line, Page, last_said
from clerk.readers.reading import ReadDoubt, ReadMinute, ReadMinutes, ReadPart

MOST_MINUTES = 4000
"""Minutes of one meeting above which it is no meeting's paper; the longest have some hundred."""
_BEFORE_NUMBER = re.compile(
    r"\*?\s?(?P<words>(?:(?:agenda )?(?:item|minute)(?: no\.?)? )?\(?)", re.IGNORECASE
)


class MinutesRead(NamedTuple):
    """Minutes and what is doubtful in them."""

    minutes: ReadMinutes
    doubts: tuple[ReadDoubt, ...]


class _Plan(NamedTuple):
    """Where in the page each thing of one meeting's minutes stands."""

    page: Page
    found: Headings
    parts: tuple[int, ...]
    """The lines of headings between minutes."""
    lists_end: int
    end: int
    """Where the last minute's text ends; the closing lines follow."""


def read_minutes(page: Page, stretch: MinutesStretch) -> MinutesRead:
    """The minutes in `stretch`."""
    plan, closing = _plan(page, stretch)
    head, lists = _top(plan, stretch)
    minutes, text_doubts = _minutes(plan)
    parts, part_doubts = _parts(plan, minutes)
    minutes, exempt_doubts = with_exempt(minutes, parts)
    shape = _shape(plan)
    read = ReadMinutes(
        id=new_id(),
        authority=head.authority,
        committee=head.committee,
        date=head.date,
        time=head.time,
        venue=head.venue,
        opening_printed=head.opening,
        layout="lines" if lists.one_a_line else "run-in",
        attendance=lists.people,
        paragraphs=lists.paragraphs,
        parts=parts,
        minutes=minutes,
        closing=closing.lines,
        closed=head.closed or closing.time,
        paragraph_shape=shape,
        first=_number(page, stretch.first),
        last=_number(page, last_said(page, stretch.first, stretch.end)),
    )
    doubts = [
        *head_doubts(read, head, lists, _opening_line(page, stretch)),
        *lists.doubts,
        *text_doubts,
        *part_doubts,
        *exempt_doubts,
        *number_doubts(plan.found, minutes),
    ]
    return MinutesRead(read, tuple(doubts))


def _plan(page: Page, stretch: MinutesStretch) -> tuple[_Plan, Closing]:
    first = stretch.first if stretch.opening is None else stretch.opening + 1
    found = minute_headings(page, first, stretch.end)
    if len(found.found) > MOST_MINUTES:
        raise InputError(
            f"The paper shows more than {MOST_MINUTES:,} minutes of one meeting, from line "
            f"{_number(page, stretch.first)} on; check that it is the right file, or split it."
        )
    page = found.page
    body = found.found[0].at if found.found else first
    closing = read_closing(page, found.found[-1].at + 1 if found.found else first, stretch.end)
    taken = {heading.at for heading in found.found}
    parts = tuple(
        at
        for at in range(first, closing.first)
        if labels.part_heading(page[at].text) and at not in taken and _stands_alone(page, at, taken)
    )
    found = _with_parts(page, found, parts, closing.first)
    taken = {heading.at for heading in found.found}
    parts = tuple(at for at in parts if at not in taken)
    lists_end = min([body, *parts]) if found.found else (parts[0] if parts else closing.first)
    return _Plan(page, found, parts, lists_end, closing.first), closing


def _with_parts(page: Page, found: Headings, parts: Sequence[int], end: int) -> Headings:
    """The headings with those between minutes that have words of their own below them.

    "Exempt items" over the first exempt minute is a heading; over words it is a minute's title.
    """
    starts = sorted([*(heading.at for heading in found.found), *parts, end])
    more: list[Heading] = []
    for at in parts:
        after = starts[bisect_right(starts, at)]
        said = [line.text for line in page[at + 1 : after] if line.text]
        if not found.found or at < found.found[0].at or all(text[0] == "(" for text in said):
            continue
        before = found.found[bisect_left(found.found, at, key=lambda heading: heading.at) - 1]
        more.append(Heading(at, "", "", before.figures, page[at].text))
    if not more:
        return found
    every = sorted([*found.found, *more], key=lambda heading: heading.at)
    return found._replace(found=tuple(every))


def _stands_alone(page: Page, at: int, headings: set[int]) -> bool:
    """Whether a heading between minutes has an empty line before it, or a minute's right after."""
    above = at == 0 or not page[at - 1].text
    following = next((n for n in range(at + 1, min(at + 6, len(page))) if page[n].text), None)
    return (
        above or following in headings or bool(following and page[following].text.startswith("("))
    )


def _top(plan: _Plan, stretch: MinutesStretch) -> tuple[Head, Lists]:
    """The head and the attendance lists, which in some papers stand in the first minutes."""
    page, end = plan.page, plan.lists_end
    opened = stretch.opening
    head = read_head(page, stretch.first, opened, end)
    runs_on = labels.ends_with_present(head.opening)
    after = opened if runs_on and opened is not None else head.end
    lists = read_lists(page, max(after, stretch.first), end)
    if lists.first is not None:
        head = read_head(page, stretch.first, opened, max(lists.first, head.end))
        if runs_on:
            head = head._replace(opening=labels.before_present(head.opening))
        later = read_head(page, lists.first, None, end) if opened is None else head
        head = head._replace(
            date=head.date or later.date,
            venue=head.venue or later.venue,
            committee=head.committee or "",
        )
    head = with_lines(head, lists.loose)
    if not lists.people:
        lists = _lists_in_minutes(plan) or read_unlabelled(page, max(after, stretch.first), end)
    return head, lists


def _lists_in_minutes(plan: _Plan) -> Lists | None:
    """The lists in the first two minutes, where a council takes the roll as its first item."""
    page, found = plan.page, plan.found.found
    for place, heading in enumerate(found[:2]):
        end = found[place + 1].at if place + 1 < len(found) else plan.end
        stretch = [Line(page[heading.at].number, heading.title, heading.title)]
        stretch += page[heading.at + 1 : end]
        lists = read_lists(stretch, 0, _prose_begins(stretch))
        if any(person.capacity == "present" for person in lists.people):
            return lists
    return None


def _prose_begins(stretch: Sequence[Line]) -> int:
    """Where a roll ends and sentences begin: "Apologies … were received …"."""
    for at, line in enumerate(stretch):
        if at and re.search(r"\b(?:were|was|had been) \w+.*\.$|\bin the chair\b", line.text, re.I):
            return at
    return len(stretch)


def _minutes(plan: _Plan) -> tuple[tuple[ReadMinute, ...], tuple[ReadDoubt, ...]]:
    shape, lay = _shape(plan), _lay(plan)
    doubled = _doubled(plan.found.found)
    minutes: list[ReadMinute] = []
    doubts: list[ReadDoubt] = []
    counts = ordinals(plan.found.found)
    for (heading, end), ordinal in zip(_stretches(plan), counts, strict=True):
        title = read_title(plan.page, heading, end, lay.width, doubled=doubled)
        text = read_text(plan.page, title.body, end, shape, lay)
        minute = _minute(plan, heading, title, end)
        minutes.append(
            msgspec.structs.replace(
                minute,
                ordinal=ordinal,
                text=text.text,
                block_lines=text.lines,
                printed=text.printed,
            )
        )
        doubts += [msgspec.structs.replace(doubt, fact=minute.id) for doubt in text.doubts]
    return tuple(minutes), tuple(doubts)


def _minute(plan: _Plan, heading: Heading, title: Title, end: int) -> ReadMinute:
    return ReadMinute(
        id=new_id(),
        number=heading.number,
        ordinal=heading.figures[0],
        number_printed=_number_printed(heading, plan.page[heading.at].text),
        title=title.title,
        refs=title.refs,
        reference_printed=title.reference,
        reference_beside=title.beside,
        authors=title.authors,
        note_printed=title.note,
        present_for=title.present_for,
        first=plan.page[heading.at].number,
        last=plan.page[last_said(plan.page, heading.at, end)].number,
    )


def _number_printed(heading: Heading, line: str) -> str:
    """The number with the brackets or the point around it, where the line begins with it."""
    prefix = _BEFORE_NUMBER.match(line)
    start = prefix.end() if prefix else 0
    end = start + len(heading.number)
    if not heading.number or line[start:end] != heading.number:
        return ""
    end += line[end : end + 1] in (".", ")", ":") and bool(line[end : end + 1])
    if line[end : end + 1].isspace() or line[end : end + 1].isupper():
        return line[prefix.start("words") if prefix else 0 : end]
    return ""


def _stretches(plan: _Plan) -> Iterator[tuple[Heading, int]]:
    """Each heading with where its minute ends: at the next heading of either kind."""
    starts = [heading.at for heading in plan.found.found]
    ends = sorted([*starts, *plan.parts, plan.end])
    for heading in plan.found.found:
        yield heading, ends[bisect_right(ends, heading.at)]


def _shape(plan: _Plan) -> str:
    """How most of the minutes that number their paragraphs number them."""
    shapes = Counter(
        shape
        for heading, end in _stretches(plan)
        if (
            shape := paragraph_shape(
                chunks_of(plan.page, heading.at + 1, end, Lay(), numbered=True)
            )
        )
    )
    return shapes.most_common(1)[0][0] if shapes else ""


def _lay(plan: _Plan) -> Lay:
    first = plan.found.found[0].at if plan.found.found else 0
    return lay_of(plan.page[first : plan.end])


def _doubled(found: Iterable[Heading]) -> bool:
    """Whether most titles begin with a number of their own: the agenda's."""
    titles = [heading.title for heading in found if heading.coded]
    numbered = [title for title in titles if re.match(r"\d{1,3}[a-z]?[.)]?\s", title)]
    return len(titles) > 0 and len(numbered) * 2 > len(titles)


def _parts(
    plan: _Plan, minutes: Sequence[ReadMinute]
) -> tuple[tuple[ReadPart, ...], tuple[ReadDoubt, ...]]:
    parts: list[ReadPart] = []
    doubts: list[ReadDoubt] = []
    starts = [heading.at for heading in plan.found.found]
    for at in plan.parts:
        line = plan.page[at]
        after = next((place for place, start in enumerate(starts) if start > at), None)
        until = starts[after] if after is not None else plan.end
        said = [
            plan.page[n] for n in range(at + 1, until) if plan.page[n].text and n not in plan.parts
        ]
        if after is not None:
            kind, words = _part_kind(line.text)
            parts.append(
                ReadPart(kind=kind, words=words, before=minutes[after].id, line=line.number)
            )
        else:
            said = [line, *said]
        doubts += [
            ReadDoubt(
                line=other.number,
                read=other.text[:300],
                uncertain="It stands under a heading between minutes; it was left out.",
                weight=40,
            )
            for other in said
        ]
    return tuple(parts), tuple(doubts)


def _part_kind(words: str) -> tuple[PartKind, str]:
    match words.casefold():
        case "unrestricted items":
            return "open", words
        case "exempt items":
            return "exempt", words
    return "other", words


def _opening_line(page: Page, stretch: MinutesStretch) -> int:
    return _number(page, stretch.first if stretch.opening is None else stretch.opening)


def _number(page: Page, at: int) -> int:
    return page[min(at, len(page) - 1)].number if page else 0
