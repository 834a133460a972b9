"""The headings of minutes: number, title, reference, authors, and who came for the item."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from clerk.names import split_people
from clerk.readers.minutes.minutes_head import times_in
from clerk.readers.pages import labels
from clerk.readers.pages.chunks import looks_like_heading
from clerk.readers.pages.numbers import Heading, alone, headings
from clerk.readers.pages.page import Line, Page, fold, was_full
from clerk.readers.reading import ReadAuthor


class Headings(NamedTuple):
    """The headings found in a stretch of minutes."""

    page: Page
    """The page without lines that held a number alone."""
    found: tuple[Heading, ...]
    numbered: bool = True


class Title(NamedTuple):
    """A minute's heading, read to its end."""

    title: str
    refs: tuple[str, ...]
    reference: str
    beside: bool
    authors: tuple[ReadAuthor, ...]
    note: str
    present_for: tuple[ReadAuthor, ...]
    body: int
    """Where in the page the minute's text begins."""


# "(Item A3)", "(Item 4– Report by …)", "(Agenda Items 5 and 6)", "(Report No. 12)"
_ITEM = re.compile(r"\(\s*(?:agenda )?items?\b\s*(?:nos?\.?)?\s*", re.IGNORECASE)
_REFS = re.compile(
    r"^(?P<refs>[A-Z]{0,2}\d{1,3}[a-z]?(?:\s*(?:,|and|&|to)\s*[A-Z]{0,2}\d{1,3}[a-z]?)*)(?!\d)",
    re.I,
)
_REPORT_BY = re.compile(
    r"[-–—,:]?\s*\b(?:joint )?reports? (?:by|of|from) (?P<who>.+)$", re.IGNORECASE
)
# "(Mr A Field, Performance Officer was present for this item)"
_PRESENT_FOR = re.compile(
    r"^\((?P<who>.+?),? (?:was|were) (?:also )?(?:present|in attendance)"
    r" (?:for|during|at) (?:this|the|these|consideration)\b.*\)\.?$",
    re.IGNORECASE,
)
_AGENDA_NUMBER = re.compile(r"^(\d{1,3}[a-z]?)[.)]?\s+(?=\S)")


def minute_headings(page: Page, first: int, end: int) -> Headings:
    """The headings of the minutes in `page[first:end]`.

    Numbers are looked for before titles, then alone on lines beside them, and at last titles
    without any number.
    """
    found = headings(page, first, end)
    margin = _margin(page, first, end)
    if margin is not None and len(margin.found) > len(found):
        return margin
    if found:
        return Headings(page, found)
    return Headings(page, _unnumbered(page, first, end), numbered=False)


def read_title(page: Page, heading: Heading, end: int, width: int, *, doubled: bool) -> Title:
    """The heading that begins at `heading`, its minute ending at `end`.

    `doubled` says that the paper prints the agenda's number behind the minute's own.
    """
    words, at = _whole_title(page, heading, end, width)
    refs: tuple[str, ...] = ()
    reference, note = "", ""
    if doubled and (number := _AGENDA_NUMBER.match(words)):
        refs, reference, words = (number[1],), number[0].strip(), words[number.end() :]
    beside = bool(reference)
    if opened := _ITEM.search(words):
        bracket, at = _closed(page, words[opened.start() :], at, end)
        words, beside = words[: opened.start()].strip(), True
        reference, note = _parted(bracket)
    while (later := _next_line(page, at, end)) is not None:
        bracket, after = _closed(page, page[later].text, later + 1, end)
        if _ITEM.match(bracket) and not reference:
            reference, rest = _parted(bracket)
            note = note or rest
        elif _PRESENT_FOR.match(bracket) and not note:
            note = bracket
        else:
            break
        at = after
    inner = _ITEM.sub("", reference).removesuffix(")")
    refs = refs or _refs(inner)
    return Title(words, refs, reference, beside, _authors(inner), note, _present_for(note), at)


def people_with_posts(words: str) -> tuple[ReadAuthor, ...]:
    """ "Mr A Field, Head of Roads and Ms B Lane, Clerk" → each name with its post, as printed."""
    found: list[ReadAuthor] = []
    before = ""
    for piece in split_people(words):
        printed = fold(piece.words)
        if "may not be a person" in piece.doubt and found:
            last = found[-1]
            post = f"{last.post}{before}{printed}"
            found[-1] = ReadAuthor(name=last.name, post=fold(post))
        else:
            at = printed.find(piece.bracket) if piece.bracket else -1
            name = printed[:at].strip(" ,–—-(") if at > 0 else printed
            found.append(ReadAuthor(name=name, post=piece.bracket if at > 0 else ""))
        before = piece.separator
    return tuple(found)


def _whole_title(page: Page, heading: Heading, end: int, width: int) -> tuple[str, int]:
    """The title over as many lines as it was broken into, and where the next line stands."""
    words, at = heading.title, heading.at + 1
    last = page[heading.at]
    while at < end and page[at].text and len(words) < 300 and not _ITEM.search(words):
        line = page[at]
        capitals = words.isupper() and line.text.isupper() and len(last.text) >= 30
        full = width > 0 and was_full(last, line.text, width)
        sentence_goes_on = len(last.text) >= 40 and line.text[0].islower()
        to_reference = len(last.text) >= 40 and _reference_ends(page, at, end)
        goes_on = capitals or full or to_reference or sentence_goes_on
        if not goes_on or _begins_text(line):
            break
        words, last, at = f"{words} {line.text}", line, at + 1
    return fold(words), at


def _reference_ends(page: Page, at: int, end: int) -> bool:
    """Whether the lines from here go on, without a gap, to one that begins with the reference."""
    for line in page[at : min(at + 3, end)]:
        if not line.text or line.text.endswith("."):
            return False
        if _ITEM.search(line.text):
            return not _ITEM.match(page[at].text)
    return False


def _begins_text(line: Line) -> bool:
    if line.text.endswith(".") and not line.text.isupper():
        return True
    return bool(re.match(r"\(|-\s|•|\d+[.)]\s|.*\b(?:RESOLVED|Resolved|AGREED)\b", line.text))


def _closed(page: Page, words: str, at: int, end: int) -> tuple[str, int]:
    """Words that open a bracket, with the lines below until it closes (five at most)."""
    if not words.startswith("("):
        return words, at
    start = at
    while words.count("(") > words.count(")") and at < end and at - start < 5 and page[at].text:
        words, at = f"{words} {page[at].text}", at + 1
    return fold(words), at


def _next_line(page: Page, at: int, end: int) -> int | None:
    return next((n for n in range(at, min(end, at + 4)) if page[n].text), None)


def _parted(bracket: str) -> tuple[str, str]:
    """The reference's own bracket, and what stands behind it: a note on who was present."""
    depth = 0
    for place, char in enumerate(bracket):
        depth += (char == "(") - (char == ")")
        if depth == 0:
            return bracket[: place + 1], bracket[place + 1 :].strip()
    return bracket, ""


def _refs(inner: str) -> tuple[str, ...]:
    found = _REFS.match(inner)
    return tuple(re.findall(r"[A-Z]{0,2}\d+[a-z]?", found["refs"], re.I)) if found else ()


def _authors(inner: str) -> tuple[ReadAuthor, ...]:
    found = _REPORT_BY.search(inner)
    return people_with_posts(found["who"]) if found else ()


def _present_for(note: str) -> tuple[ReadAuthor, ...]:
    found = _PRESENT_FOR.match(note)
    return people_with_posts(found["who"]) if found else ()


def _margin(page: Page, first: int, end: int) -> Headings | None:
    """Numbers that stand alone, above their titles or (where they end the paper) below the text."""
    places = [at for at in range(first, end) if "/" in alone(page[at])]
    places = places if len(places) >= 2 else _ascending(page, first, end)
    if len(places) < 2:
        return None
    cleared = [
        line if at not in places else line._replace(text="", raw="") for at, line in enumerate(page)
    ]
    below = not any(line.text for line in cleared[places[-1] : end])
    starts = [_title_before(cleared, first, places[0]), *places[:-1]] if below else places
    found = []
    for start, place in zip(starts, places, strict=True):
        at = next((n for n in range(start, end) if cleared[n].text), None)
        if at is not None:
            number = alone(page[place])
            figures = tuple(int(figure) for figure in re.findall(r"\d+", number))
            shape = re.sub(r"\d+", "#", number)
            found.append(Heading(at, number, shape, figures, cleared[at].text))
    return Headings(cleared, tuple(found))


def _ascending(page: Page, first: int, end: int) -> list[int]:
    """Lines that hold "34.", "35." and so on, each a little more than the last."""
    places: list[int] = []
    last = 0
    for at in range(first, end):
        number = alone(page[at])
        if number.isdigit() and (not places or last < int(number) <= last + 5):
            places.append(at)
            last = int(number)
    return places


def _title_before(page: Page, first: int, place: int) -> int:
    """The first line in capitals below the attendance lists."""
    last_label = max(
        (at for at in range(first, place) if labels.attendance_label(page[at].text, inside=True)),
        default=first - 1,
    )
    capitals = (at for at in range(last_label + 1, place) if page[at].text.isupper())
    return next(capitals, last_label + 1)


def _unnumbered(page: Page, first: int, end: int) -> tuple[Heading, ...]:
    """Titles without numbers: lines alone, in capitals if the paper has three such or more."""
    known = [at for at in range(first, end) if page[at].titles]
    if known:
        return tuple(
            Heading(at, "", "", (count,), page[at].text) for count, at in enumerate(known, start=1)
        )
    alone_lines = [at for at in range(first, end) if _may_be_title(page, at, end)]
    capitals = [at for at in alone_lines if page[at].text.isupper()]
    chosen: Sequence[int] = capitals if len(capitals) >= 3 else alone_lines
    return tuple(
        Heading(at, "", "", (count,), page[at].text.rstrip(":"))
        for count, at in enumerate(chosen, start=1)
    )


def _may_be_title(page: Page, at: int, end: int) -> bool:
    """Whether a line alone reads as a title, with words below it."""
    text = page[at].text
    return (
        bool(text)
        and (at == 0 or not page[at - 1].text)
        and looks_like_heading(text)
        and not labels.part_heading(text)
        and not times_in(text)
        and labels.attendance_label(text, inside=True) is None
        and any(line.text for line in page[at + 1 : min(at + 4, end)])
    )
