"""What a line of an agenda is: the beginning of an item or a section, pages, a report to follow."""

import re

import msgspec

from clerk.domain.base import new_id
from clerk.domain.meetings import AgendaItem, Section
from clerk.names import is_name
from clerk.readers.pages.page import fold
from clerk.when import find_dates

# "A1 Title", "- A3 Title", "B10. Title"
_LETTERED = re.compile(r"^(?:[-•]\s*)?(?P<ref>[A-Z]{1,2}\d{1,3}[a-z]?)[.):]?\s+(?P<title>\S.*)$")
# "1. Title", "12 Title", "Item 3: Title", "4a) Title"
_NUMBERED = re.compile(
    r"^(?:[-•]\s*)?(?:Item\s+)?(?P<ref>\d{1,3}[a-z]?)(?:[.):]\s*|\s+)(?P<title>[A-Z‘“\"'(\d].*)$"
)
# "A - Committee Business", "C- Monitoring", "B. ITEMS FOR CONSIDERATION"
_SECTION = re.compile(r"^(?:[-•]\s*)?(?P<ref>[A-Z])\s*[-–—.:)]\s*(?P<title>\S.*)$")
_PAGES = (
    # "(Pages 1 - 4)", "(Pages 1 4)" (the dash was lost), "Pages 5 to 6", "(Page 7)"
    re.compile(
        r"\s*\(?\bpages?\s+(?P<from>\d{1,4})(?:(?:\s*[-–—]\s*|\s+to\s+|\s+)(?P<to>\d{1,4}))?\)?$",
        re.I,
    ),
    # "(1 - 10)"
    re.compile(r"\s*\((?P<from>\d{1,4})\s*[-–—]\s*(?P<to>\d{1,4})\)$"),
    # "Title          5 - 16" in columns
    re.compile(r"(?:\t| {3,})(?P<from>\d{1,4})\s*[-–—]\s*(?P<to>\d{1,4})$"),
)
PAGES_ALONE = re.compile(
    r"^\(?(?:pages? )?(?P<from>\d{1,4})(?:\s*[-–—]\s*(?P<to>\d{1,4}))?\)?$", re.I
)
_TO_FOLLOW = re.compile(r"\s*[-–—]?\s*\(?\bto follow\b\)?\W*$", re.IGNORECASE)
_VERBAL = re.compile(
    r"\s*(?:[-–—]\s*|\()(?:verbal|oral)(?: (?:report|update|item|presentation))?\)?\W*$", re.I
)


def is_item(text: str) -> bool:
    """Whether the line begins an item or a lettered section."""
    return item_of(text, None, None) is not None or section_of(text) is not None


def item_of(raw: str, last: AgendaItem | None, sections: list[Section] | None) -> AgendaItem | None:
    """The item that the line begins; None where its number does not follow the last one's."""
    text = fold(raw)
    if found := _LETTERED.match(text):
        letters = found["ref"].rstrip("0123456789")
        if sections is not None and any(s.ref for s in sections) and len(letters) > 2:
            return None
    elif found := _NUMBERED.match(text):
        if _is_no_title(found["title"], text) or not _follows(found["ref"], last, sections):
            return None
    else:
        return None
    return made(found["ref"], raw.strip()[_title_at(raw, found["title"]) :])


def going_on(item: AgendaItem, words: str) -> AgendaItem:
    """The item with a title that runs on in these words, and what stands behind it."""
    anew = made(item.ref, f"{item.title} {words}")
    return msgspec.structs.replace(item, title=anew.title, pages=anew.pages, report=anew.report)


def section_of(text: str) -> Section | None:
    """The lettered section that the line begins; None where it begins none."""
    found = _SECTION.match(text)
    if not found or len(text) > 200 or is_name(text) or re.match(r"[A-Z]\. ?[A-Z]\b", text):
        return None
    return Section(id=new_id(), ref=found["ref"], title=found["title"])


def made(ref: str, raw: str) -> AgendaItem:
    """An item with this title, pages and the word on its report taken off its end."""
    title, pages = pages_in(raw)
    item = AgendaItem(id=new_id(), ref=ref, title=title, pages=pages)
    if found := _TO_FOLLOW.search(title):
        return msgspec.structs.replace(
            item, title=title[: found.start()].strip(), report="to follow"
        )
    if found := _VERBAL.search(title):
        return msgspec.structs.replace(item, title=title[: found.start()].strip(), report="verbal")
    return item


def pages_in(raw: str) -> tuple[str, str]:
    """The words without the pages at their end, and the pages: "5 - 16"; "" if none."""
    words = raw.strip()
    for pattern in _PAGES:
        found = pattern.search(words)
        if found and found.start() > 0 and in_order(found["from"], found["to"]):
            return fold(words[: found.start()]), span(found["from"], found["to"])
    return fold(words), ""


def in_order(first: str, last: str | None) -> bool:
    """Whether these can be the first and the last page."""
    return last is None or int(first) <= int(last)


def span(first: str, last: str | None) -> str:
    """ "5 - 16", or the one page."""
    return first if last is None else f"{first} - {last}"


def _follows(ref: str, last: AgendaItem | None, sections: list[Section] | None) -> bool:
    """Whether a number can be the next item's: low at the beginning, then a little higher each."""
    number = int(re.findall(r"\d+", ref)[0])
    if last is None or not last.ref:
        return sections is None or number <= 3
    if not last.ref[0].isdigit():
        return False
    before = int(re.findall(r"\d+", last.ref)[0])
    return before <= number <= before + 4 and not (number == before and ref.isdigit())


def _title_at(raw: str, title: str) -> int:
    """Where the title begins in the unfolded line, so that columns in it are still seen."""
    return max(raw.strip().find(title.split()[0], 1), 0)


def _is_no_title(title: str, text: str) -> bool:
    """Whether no item's number begins it: "6 July 2012", "10.00 am", "5 - 16", "3 - Finance"."""
    dates = find_dates(text)
    if dates and text.startswith(dates[0][0]):
        return True
    return bool(re.match(r"(?:[ap]\.?m\b|\d{2}\b(?!/)|[-–—])", title)) or bool(
        PAGES_ALONE.match(text)
    )
