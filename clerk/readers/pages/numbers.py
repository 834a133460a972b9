"""The numbers that minutes bear, in whatever shape a council gives them."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from clerk.readers.pages.page import Line, Page


class Heading(NamedTuple):
    """A line that could be a minute's heading."""

    at: int
    """Its place in the page."""
    number: str
    """Without the style's punctuation: "3", "24/056", "C 11/067"."""
    shape: str
    """The number with its figures as "#": "#.", "(#)", "PL#/#"."""
    figures: tuple[int, ...]
    title: str
    starred: bool = False
    counted: bool = False
    """Whether the number is a count of ours, because the paper numbers each of them 1."""

    @property
    def coded(self) -> bool:
        """Whether the number is more than a figure with punctuation: "FA02", "24/056"."""
        return self.shape not in ("#.", "#", "(#)", "Item #")


# "214.     Apologies", "*3.       Buses", "4a.  Committees", "35)  Title", and "3.Title"
_DOTTED = re.compile(r"^(\*?)\s?(\d{1,4})([a-z]?)(?:[.)]\s+|\.(?=[A-Z]))(\S.*)$")
# "(214) APOLOGIES"
_BRACKETED = re.compile(r"^(\*?)\s?\((\d{1,4})([a-z]?)\)\s+(\S.*)$")
# "89     Announcements", "772  MINUTES"
_BARE = re.compile(r"^(\*?)\s?(\d{1,4})([a-z]?)\s+([A-Z‘“\"'].*)$")
# "FA02     MINUTES", "C.45/23 Title", "PL/23/101: Title", "24/056 Title", "COFNOD 21/04.1 Title"
_CODED = re.compile(
    r"^(?P<star>\*?)\s?(?:(?i:minute|min|cofnod)\.?(?i: no\.?)? )?"
    r"(?P<code>(?:[A-Z]{1,5}\d{0,2}[ ./-]?)?\d{1,4}(?:[/.-][A-Za-z]{0,4}\d{1,4}){0,3}[A-Z]?)"
    r"(?:[.:)]|\s[-–])?\s+(?P<title>[A-Za-z‘“\"'\d].*)$",
)
# "Item 3 - Title", "Agenda Item No. 3: Title"
_ITEM = re.compile(
    r"^(\*?)\s?(?i:agenda )?(?:Item|ITEM)(?i: no\.?)? (\d{1,3})([a-z]?)(?:[.:)]|\s?[-–—])*\s+"
    r"([A-Z‘“\"'].*)$"
)
# "19.09.01 Title", "24.05 Title": every number of the paper begins alike
_POINTED = re.compile(r"^(\*?)\s?(\d{1,4}(?:\.\d{1,4}){1,3})\.?:?\s+([A-Z‘“\"'].*)$")
# "1/13" or "24/056" alone on its line; the title stands above or below it
_ALONE = re.compile(
    r"^(?:minute (?:no\.? )?)?((?:[A-Z]{1,5}\d{0,2}[ ./]?)?\d{1,4}(?:/\d{1,4})+|\d{1,4}\.)$"
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
# "12 March 2020" and "7 votes" are no minute numbers
_NO_TITLE = re.compile(
    rf"^(?:{_MONTH}\b|(?:a\.?m|p\.?m)\b|votes?\b|members?\b|%|(?:pages?|copies)\b)", re.IGNORECASE
)
# Words that make a sentence of a line; a title seldom has one.
_VERB = re.compile(
    r"\b(?:was|were|is|are|be|been|had|has|have|said|stated|asked|noted|agreed|resolved|proposed|"
    r"seconded|explained|reported|confirmed|will|would|should|must|received|declared|considered)\b",
    re.IGNORECASE,
)
_ITEM_REFERENCE = re.compile(r"^\(\W?(?:agenda )?items?\b", re.IGNORECASE)
_LONGEST_TITLE = 320
_LEAST = 0.4
"""How likely to be titles the lines of a run must be, one with another."""
_MOST, _FURTHEST = 1500, 300
"""Numbered lines looked at, and how many back from each: more than any meeting's minutes have."""


def heading_at(page: Page, index: int) -> Heading | None:
    """What the line reads as if it were a minute's heading; None if it cannot be one."""
    line = page[index]
    if not line.text or len(line.text) > _LONGEST_TITLE:
        return None
    return _plain(line, index) or _coded(line, index)


def headings(page: Page, first: int, end: int) -> tuple[Heading, ...]:
    """The headings of the minutes that stand in `page[first:end]`, in order.

    Of all lines that begin with a number, those are chosen that make the best run: minute numbers
    run on through the paper, while the numbers of paragraphs and lists begin anew in each.
    """
    found = [heading for at in range(first, end) if (heading := heading_at(page, at)) is not None]
    coded = _best_coded([heading for heading in found if heading.coded], page)
    plain = [heading for heading in found if not heading.coded]
    runs = [
        _best_run([heading for heading in plain if heading.shape == shape], page)
        for shape in ("#.", "#", "(#)", "Item #")
    ]
    runs = [run for run in runs if len(run[1]) > 1 or not run[1] or run[1][0].shape != "Item #"]
    best = max([*runs, _pointed(page, first, end)], key=lambda run: run[0], default=(0.0, ()))
    if len(coded) >= 2 or (coded and best[0] < 2):
        return coded
    if ones := _counted(plain):
        return ones
    if best[0] < _LEAST * len(best[1]):
        return ()  # the numbers of a list; the titles bear none
    return _with_odd_ones(best[1], plain)


def likeness(heading: Heading, page: Page) -> float:
    """How much the line looks like a title: more than 1 if likely, under 0.5 if a sentence."""
    title = heading.title
    score = 0.3
    letters = [letter for letter in title if letter.isalpha()]
    if letters and all(letter.isupper() for letter in letters):
        score = 2.5
    elif not title.endswith((".", ";", ",", ":")) and len(title) <= 200:
        score = 1.5 if not _VERB.search(title) else 0.6
    elif len(title) <= 70 and not _VERB.search(title):
        score = 0.8
    if re.match(r"(?:That|that|To note)\b", title):
        score = 0.1
    if "(Item" in title or _reference_follows(heading, page):
        score += 3
    if heading.at > 0 and page[heading.at - 1].text:
        score -= 0.2
    return score


def ordinals(found: Sequence[Heading]) -> tuple[int, ...]:
    """The figure of each number that runs: the minute's in "24/056" and in "C012/24" alike.

    It is the group of figures that differs most between the numbers; where there is one number
    alone, the group that is not a year's two figures.
    """
    widest = max((len(heading.figures) for heading in found), default=0)
    best, most = 0, -1
    for place in range(widest):
        values = {h.figures[place] for h in found if place < len(h.figures)}
        if len(values) > most or (len(values) == most == 1 and _is_year(found, place - 1)):
            best, most = place, len(values)
    return tuple(h.figures[min(best, len(h.figures) - 1)] for h in found)


def alone(line: Line) -> str:
    """The number that stands alone on the line, "1/13"; "" if the line is anything else."""
    match = _ALONE.match(line.text)
    return match[1].rstrip(".") if match else ""


def _plain(line: Line, index: int) -> Heading | None:
    for pattern, shape in ((_DOTTED, "#."), (_BRACKETED, "(#)"), (_BARE, "#"), (_ITEM, "Item #")):
        match = pattern.match(line.text)
        if match and not _NO_TITLE.match(match[4]) and not _is_a_year(match[2], shape):
            number = match[2] + match[3]
            return Heading(index, number, shape, (int(match[2]),), match[4], bool(match[1]))
    return None


def _is_a_year(number: str, shape: str) -> bool:
    """Whether it is a year rather than a number: "2015 Budget"; with a point it is a number."""
    return shape == "#" and 1900 <= int(number) <= 2100


def _coded(line: Line, index: int) -> Heading | None:
    match = _CODED.match(line.text)
    if not match or not (re.search(r"[A-Za-z/]", match["code"])) or _NO_TITLE.match(match["title"]):
        return None
    code = match["code"]
    if match["title"][0].islower() and "/" not in code:
        return None  # "for 2015 was noted" goes on with a sentence
    if re.search(r"\d[A-Z]$", code):  # "23/0076M" is a planning application
        return None
    figures = tuple(int(figure) for figure in re.findall(r"\d+", code))
    return Heading(
        index, code, re.sub(r"\d+", "#", code), figures, match["title"], bool(match["star"])
    )


def _counted(plain: Sequence[Heading]) -> tuple[Heading, ...]:
    """Items that bear "1." each, as a list does whose numbers were lost in copying, counted."""
    ones = [heading for heading in plain if heading.shape == "#." and heading.number == "1"]
    others = [heading for heading in plain if heading.shape == "#." and heading.number != "1"]
    if len(ones) < 3 or others:
        return ()
    return tuple(
        heading._replace(number=str(count), figures=(count,), counted=True)
        for count, heading in enumerate(ones, start=1)
    )


def _pointed(page: Page, first: int, end: int) -> tuple[float, tuple[Heading, ...]]:
    """Headings whose numbers have points and all begin alike, and their sum of likeness.

    Paragraphs are numbered "1.1", "2.1" as well, but then the minutes bear numbers of their own.
    """
    kinds: dict[tuple[int, ...], list[Heading]] = defaultdict(list)
    for at in range(first, end):
        match = _POINTED.match(page[at].text) if len(page[at].text) <= _LONGEST_TITLE else None
        if match and not _NO_TITLE.match(match[3]):
            figures = tuple(int(figure) for figure in match[2].split("."))
            shape = re.sub(r"\d+", "#", match[2])
            heading = Heading(at, match[2], shape, figures, match[3], bool(match[1]))
            kinds[figures[:-1]].append(heading)
    found = max(kinds.values(), key=len, default=[])
    likely = [heading for heading in found if likeness(heading, page) >= 0.5]
    if len(likely) < 3 or len(likely) * 2 < len(found):
        return 0.0, ()
    return sum(likeness(heading, page) for heading in likely), tuple(found)


def _best_coded(found: Sequence[Heading], page: Page) -> tuple[Heading, ...]:
    """Those of the shape that occurs most, where their lines look like titles."""
    shapes: dict[str, list[Heading]] = defaultdict(list)
    for heading in found:
        if likeness(heading, page) >= 0.5:
            # "21/04.1" belongs with "21/03", and "C 11/067" with "C11/068"
            shapes[re.sub(r"\.#$|[ .]", "", heading.shape)].append(heading)
    if not shapes:
        return ()
    commonest = max(shapes, key=lambda shape: len(shapes[shape]))
    alike = re.sub(r"[A-Za-z]+", "A", commonest)
    others = [
        heading
        for shape, kept in shapes.items()
        if shape != commonest and re.sub(r"[A-Za-z]+", "A", shape) == alike
        for heading in kept
    ]
    return _with_following(shapes[commonest], others)


def _with_following(run: Sequence[Heading], others: Sequence[Heading]) -> tuple[Heading, ...]:
    """The run with those of other letters that count on from it: "A28", "D29"."""
    chosen = list(run)
    for other in sorted(others, key=lambda heading: heading.at):
        before = [heading for heading in chosen if heading.at < other.at]
        if before and 0 < other.figures[-1] - before[-1].figures[-1] <= 2:
            chosen = sorted([*chosen, other], key=lambda heading: heading.at)
    return tuple(chosen)


def _best_run(found: Sequence[Heading], page: Page) -> tuple[float, tuple[Heading, ...]]:
    """The ascending run of headings with the best sum of likeness, gaps counted against it."""
    found = found[:_MOST]
    value = [likeness(heading, page) for heading in found]
    before = [-1] * len(found)
    for at, heading in enumerate(found):
        own = value[at]
        for earlier in range(max(0, at - _FURTHEST), at):
            cost = _cost(found[earlier], heading)
            if cost is not None and value[earlier] + own - cost > value[at]:
                value[at], before[at] = value[earlier] + own - cost, earlier
    if not found:
        return 0.0, ()
    at = max(range(len(found)), key=lambda place: value[place])
    best, run = value[at], []
    while at >= 0:
        run.append(found[at])
        at = before[at]
    return best, tuple(reversed(run))


def _cost(earlier: Heading, later: Heading) -> float | None:
    """What a step between two numbers counts against a run; None where it cannot be one."""
    step = later.figures[0] - earlier.figures[0]
    if step < 0:
        return None
    if step == 0:
        return 0.3 if earlier.number != later.number else 1.2
    return 0.0 if step == 1 else min(0.5 + 0.15 * step, 2.6)


def _with_odd_ones(run: tuple[Heading, ...], plain: Sequence[Heading]) -> tuple[Heading, ...]:
    """The run with a number that it lacks and that is printed in another shape: "36 Title"."""
    chosen = list(run)
    by_figure: dict[int, list[Heading]] = defaultdict(list)
    for other in plain:
        if other.shape != "(#)":
            by_figure[other.figures[0]].append(other)
    for earlier, later in pairwise(run):
        for figure in range(earlier.figures[0] + 1, later.figures[0]):
            odd = (h for h in by_figure[figure] if earlier.at < h.at < later.at)
            chosen += [h for h in odd if h.shape != earlier.shape][:1]
    return tuple(sorted(chosen, key=lambda heading: heading.at))


def _reference_follows(heading: Heading, page: Page) -> bool:
    for line in page[heading.at + 1 : heading.at + 5]:
        if line.text:
            return bool(_ITEM_REFERENCE.match(line.text))
    return False


def _is_year(found: Sequence[Heading], place: int) -> bool:
    return place >= 0 and all(10 <= h.figures[place] <= 99 for h in found if place < len(h.figures))
