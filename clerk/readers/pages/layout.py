"""What a printed page puts around its words: page numbers, running lines, double spacing."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from clerk.readers.pages.page import Line, Page, is_page_number

# "12" or "- 12 -" alone on its line
_FIGURE = re.compile(r"^[-–—]?\s?(\d{1,4})\s?[-–—]?$")
_PAGE = 12
"""Lines that are not empty between two pages' numbers, at least; cells of a table are nearer."""
_BESIDE = 8
"""Lines from a page's number within which a running line stands."""
_ENDED = re.compile(r"[.:;?!)”\"’']$")
A_SENTENCE = re.compile(r"[a-z)]\.$|\b(?:RESOLVED|AGREED|PRESENT|ATTENDANCE)\b")
"""What is no running line, though it stands where one would."""
_WIDEST = 150
"""Characters of a line above which it is a whole paragraph rather than a line of one."""


def tidied(page: Page) -> tuple[Line, ...]:
    """The page without page numbers and lines that every page repeats, and without the empty
    lines of double spacing. Lines that bore nothing else are empty now; a gap in the text stays.
    """
    page = single_spaced(page)
    numbers = _page_numbers(page)
    dropped = numbers | _running(page, numbers)
    return tuple(
        line._replace(text="", raw="") if at in dropped else line for at, line in enumerate(page)
    )


def single_spaced(page: Page) -> tuple[Line, ...]:
    """The page without the empty line that follows each line where it is double spaced.

    It is where hardly a line stands right below another, though many end within a sentence that
    the next one goes on with. Two empty lines or more part paragraphs, and one of them stays.
    """
    if not _double_spaced([line for line in page if line.text], page):
        return tuple(page)
    found: list[Line] = []
    gap = 0
    for line in page:
        if line.text:
            found.append(line)
            gap = 0
            continue
        gap += 1
        if gap == 2:
            found.append(line)
    return tuple(found)


def _double_spaced(said: Sequence[Line], page: Page) -> bool:
    if len(said) < 12:
        return False
    together = sum(1 for one, other in pairwise(page) if one.text and other.text)
    if together * 12 > len(said):
        return False
    broken = sum(1 for one, other in pairwise(said) if _runs_on(one, other))
    return broken * 12 > len(said)


def _runs_on(one: Line, other: Line) -> bool:
    """Whether a sentence seems to go on from a line that was broken for its length."""
    return (
        35 <= len(one.text) <= _WIDEST
        and not _ENDED.search(one.text)
        and (other.text[0].islower() or one.text.endswith(","))
    )


def _page_numbers(page: Page) -> set[int]:
    """Where pages' numbers stand: "Page 3 of 9", or figures alone that count page by page."""
    found = {at for at, line in enumerate(page) if is_page_number(line)}
    return found | set(_counted(page))


def _counted(page: Page) -> Iterable[int]:
    """Figures alone on lines, each one more than the last and a page's length below it."""
    said = 0
    figures: list[tuple[int, int, int]] = []
    for at, line in enumerate(page):
        said += bool(line.text)
        if match := _FIGURE.match(line.text):
            figures.append((at, said, int(match[1])))
    chains: dict[tuple[int, int], list[int]] = {}
    for at, place, figure in figures:
        before = [key for key in chains if key[0] == figure - 1 and place - key[1] >= _PAGE]
        chain = chains.pop(max(before, key=lambda key: key[1])) if before else []
        chains[(figure, place)] = [*chain, at]
    for chain in chains.values():
        if len(chain) >= 2:
            yield from chain


def _running(page: Page, numbers: set[int]) -> set[int]:
    """Lines that stand beside two pages' numbers or more in the same words."""
    beside: dict[str, dict[int, str]] = defaultdict(dict)
    for number in numbers:
        for at in (*_said(page, number, -1), *_said(page, number, 1)):
            text = page[at].text
            key = "".join(char for char in text.casefold() if char.isalpha())
            if key and at not in numbers and len(text) <= 120 and not A_SENTENCE.search(text):
                beside[key][at] = page[number].text
    return {
        at
        for places in beside.values()
        if min(len(places), len(set(places.values()))) >= 2
        for at in places
    }


def _said(page: Page, number: int, step: int) -> list[int]:
    """The nearest line that is not empty above or below a page's number, if it is near."""
    places = range(number + step, number + step * (_BESIDE + 1), step)
    return [at for at in places if 0 <= at < len(page) and page[at].text][:1]
