"""A committee system's web page of a meeting, saved or copied as text, made a paper's lines.

Such a page prints each number alone above its title, and labels what stands under it:

    No. Item                            34. Apologies
    34.
    Apologies                  →        Apologies were received from Mr A Field.
    To receive any apologies.
    Additional documents:
    Minutes:
    Apologies were received from Mr A Field.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from clerk.readers.pages import labels
from clerk.readers.pages.page import Line, Page, fold
from clerk.readers.reading import ReadDoubt
from clerk.when import find_dates


class Plain(NamedTuple):
    """The page as a paper's lines, and what was left out of them."""

    page: tuple[Line, ...]
    doubts: tuple[ReadDoubt, ...] = ()


# "Agenda, decisions and minutes", "Agendas, Meetings and Minutes - Agenda and draft minutes"
_PAGE = re.compile(
    r"^(?:.{0,60} - )?(?:agenda|meeting documents)(?:,? (?:and )?(?:draft |printed )?"
    r"(?:decisions|minutes))*$",
    re.IGNORECASE,
)
_AGENDA_ALONE = re.compile(r"^(?:.{0,60} - )?agenda$", re.IGNORECASE)
_ITEMS = re.compile(
    r"^(?:no\. ?\|? ?item ?\|?|item ?description ?resolution|items?)$", re.IGNORECASE
)
# What labels the words below it, or names a part of the system
_LABEL = re.compile(
    r"^(?P<label>additional documents|supporting documents|minutes|decisions?|media|webcast|"
    r"share this item|place)\s*:?$",
    re.IGNORECASE,
)
_SYSTEM = re.compile(
    r"^(?:[•·*-]\s*)?(?:share this item|view (?:the )?(?:webcast|background|directions|agenda).*"
    r"|media|webcast: .*|link: .*|items?|\|+|[-| ]{3,})$",
    re.IGNORECASE,
)
# "34." and "77/21", "A25", "AP2 17/36" alone on a line
_NUMBER = re.compile(r"^(?:[A-Z]{1,5}\d{0,2}[ ./]?)?\d{1,4}(?:[/.]\d{1,4})?[a-z]?\.?$")
# "Planning Committee - Thursday, 21st January, 2010 10.00 am"
_OF_MEETING = re.compile(r"^(?P<body>.{3,120}?) - (?P<when>(?:[A-Z][a-z]+day,? )?\d{1,2}.{4,60})$")
_HEAD = 60
"""Lines that are not empty within which the page says what it is."""
_RUN_IN = re.compile(r"^(?P<title>.{3,160}?) Minutes: (?P<text>\S.*)$")


class _Item(NamedTuple):
    """What stands between one number and the next."""

    number: str
    title: Line | None
    intro: tuple[Line, ...]
    decision: tuple[Line, ...]
    minutes: tuple[Line, ...]


def plain_page(page: Page) -> Plain:
    """The lines of `page` as a paper has them; as they are where it is no such web page."""
    start = _start(page)
    if start is None:
        return Plain(tuple(page))
    items_at = next((at for at in range(start, len(page)) if _ITEMS.match(page[at].text)), None)
    if items_at is None:
        documents = page[start]._replace(text="", raw="")
        return Plain((*page[:start], documents, *page[start + 1 :]))
    head = [line for line in page[start:items_at] if line.text]
    rest, attended = _attendance_apart(list(_cleared(page[items_at + 1 :])))
    items = _items(rest)
    if not items:
        return Plain((*_heading(head, agenda=False), *attended, *rest))
    agenda = not any(item.minutes or item.decision for item in items) and bool(
        _AGENDA_ALONE.match(page[start].text)
    )
    found: list[Line] = [*_heading(head, agenda=agenda), *attended]
    doubts: list[ReadDoubt] = []
    for item in items:
        found += _lines_of(item, agenda=agenda)
        doubts += [] if agenda else _left_out(item)
    return Plain(tuple(found), tuple(_one_doubt(doubts)))


def _start(page: Page) -> int | None:
    """Where the page says what it is; None if it is no such page."""
    said = [at for at, line in enumerate(page) if line.text][:_HEAD]
    starts = [at for at in said if _PAGE.match(page[at].text)]
    listed = any(_ITEMS.match(page[at].text) for at in said)
    documents = starts and page[starts[0]].text.lower() == "meeting documents"
    return starts[0 if documents else -1] if starts and (listed or documents) else None


def _cleared(lines: Sequence[Line]) -> list[Line]:
    """The lines without what the system prints; a title that runs into its minutes is parted."""
    found: list[Line] = []
    for line in lines:
        text = re.sub(r"^\|\s*|\s*\|$", "", line.text)
        if _ITEMS.match(text) or _SYSTEM.match(text):
            found.append(line._replace(text="", raw=""))
        elif run_in := _RUN_IN.match(text):
            for part in (run_in["title"], "Minutes:", run_in["text"]):
                found += [_line(line, part), _line(line, "")]
        else:
            found.append(line if text == line.text else _line(line, text))
    return found


def _attendance_apart(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The items, and the lists of who came, which some systems print below the last one."""
    at = next(
        (
            n
            for n, line in enumerate(lines)
            if re.match(r"attendance details?\W*$", line.text, re.I)
        ),
        None,
    )
    if at is None:
        return lines, []
    return lines[:at], lines[at + 1 :]


def _heading(head: Sequence[Line], *, agenda: bool) -> list[Line]:
    """Whose meeting, when and where, a line each."""
    found = [_line(head[0], "AGENDA" if agenda else "MINUTES")]
    for line in head[1:]:
        text = re.sub(r"\.? View directions$", "", line.text)
        if _SYSTEM.match(text) or _LABEL.match(text):
            continue
        of_meeting = _OF_MEETING.match(text)
        if of_meeting and find_dates(of_meeting["when"]):
            found += [_line(line, of_meeting["body"]), _line(line, "")]
            text = of_meeting["when"]
        found += [_line(line, text), _line(line, "")]
    return found


def _items(lines: Sequence[Line]) -> list[_Item]:
    starts = _starts(lines)
    ends = [*starts[1:], len(lines)][: len(starts)]
    found = []
    if starts and (before := [line for line in lines[: starts[0]] if line.text]):
        found.append(_Item("", None, tuple(before), (), ()))
    for start, end in zip(starts, ends, strict=True):
        numbered = bool(_NUMBER.match(lines[start].text))
        rest = lines[start + 1 : end] if numbered else lines[start:end]
        found.append(_item([lines[start]] if numbered else [], rest))
    return found


def _starts(lines: Sequence[Line]) -> list[int]:
    """Where items begin: at numbers alone on their lines, or where none are, at titles."""
    numbered = [
        at
        for at, line in enumerate(lines)
        if _NUMBER.match(line.text) and any(other.text for other in lines[at + 1 : at + 4])
    ]
    if len(numbered) >= 2 or (numbered and not _titles(lines)):
        return numbered
    return _titles(lines)


def _titles(lines: Sequence[Line]) -> list[int]:
    """Titles without numbers: the lines right above "Minutes:" or "Additional documents:"."""
    found: list[int] = []
    last: int | None = None
    for at, line in enumerate(lines):
        label = _LABEL.match(line.text)
        if label and label["label"].lower() in ("minutes", "additional documents"):
            if last is not None and _may_be_title(lines[last].text):
                found.append(last)
            last = None
        elif line.text:
            last = None if label else at
    return found


def _may_be_title(text: str) -> bool:
    return len(text) <= 200 and not text.endswith(".") and not text.startswith("RESOLVED")


def _item(number: Sequence[Line], lines: Sequence[Line]) -> _Item:
    title: Line | None = None
    under: dict[str, list[Line]] = {"intro": [], "decision": [], "minutes": []}
    part = "intro"
    for line in lines:
        if label := _LABEL.match(line.text):
            name = label["label"].lower()
            if name.startswith("decision"):
                part = "decision"
            elif name == "minutes" and title is not None:
                part = "minutes"
            elif name == "minutes":
                title = line  # an item of this name: "Minutes"
            continue
        if title is None and line.text:
            title = line
        else:
            under[part].append(line)
    mark = number[0].text if number else ""
    return _Item(
        mark, title, tuple(under["intro"]), tuple(under["decision"]), tuple(under["minutes"])
    )


def _lines_of(item: _Item, *, agenda: bool) -> list[Line]:
    """An item's heading and its text; of an agenda the words below the title too."""
    found: list[Line] = []
    if item.title is not None:
        words = fold(f"{item.number} {item.title.text}")
        title = _line(item.title, words)._replace(titles=not item.number)
        found += [_line(item.title, ""), title, _line(item.title, "")]
    if agenda or not (item.minutes or item.decision):
        found += item.intro
    if not _repeats(item.decision, item.minutes):
        found += item.decision
    return [*found, *item.minutes]


def _repeats(decision: Sequence[Line], minutes: Sequence[Line]) -> bool:
    """Whether the decision says only what the minutes say too."""
    return bool(minutes) and _squashed(decision) in _squashed(minutes)


def _squashed(lines: Sequence[Line]) -> str:
    return "".join(char for line in lines for char in line.text.casefold() if char.isalnum())


def _left_out(item: _Item) -> list[ReadDoubt]:
    said = [line for line in item.intro if line.text]
    headed = [line for line in said if labels.part_heading(line.text)]
    if not (item.minutes or item.decision) or len(said) == len(headed):
        return []
    words = " ".join(line.text for line in said)
    return [ReadDoubt(line=said[0].number, read=words, uncertain="", weight=10)]


def _one_doubt(found: Sequence[ReadDoubt]) -> list[ReadDoubt]:
    """One doubt for all the agenda's words that stand above minutes, because there are many."""
    if not found:
        return []
    return [
        ReadDoubt(
            line=found[0].line,
            read=" / ".join(one.read for one in found),
            uncertain=f"The agenda's words for {len(found)} items, which stand above their minutes "
            "on the page, were left out of the minutes.",
            weight=15,
        )
    ]


def _line(line: Line, text: str) -> Line:
    return Line(line.number, fold(text), text)
