"""Which lines of a paper are its front sheet, which are minutes, which are reports."""

import re
from typing import NamedTuple

from clerk.readers.pages import labels
from clerk.readers.pages.numbers import headings
from clerk.readers.pages.page import Page, is_blank_page
from clerk.readers.pages.report_starts import apart, report_starts


class Stretch(NamedTuple):
    """`page[first:end]`."""

    first: int
    end: int


class MinutesStretch(NamedTuple):
    """The lines of one meeting's minutes."""

    first: int
    opening: int | None
    """Where "MINUTES of a meeting of …" stands; None where no such line was found."""
    end: int


class ReportStretch(NamedTuple):
    """The lines of one report, with whatever is appended to it."""

    first: int
    end: int
    mark: str
    """The agenda item that it says it is for: "12" of "Agenda Item 12"; "" if it does not say."""


class Outline(NamedTuple):
    """The parts of a paper; all empty where it is no council paper."""

    front: Stretch | None
    minutes: tuple[MinutesStretch, ...]
    reports: tuple[ReportStretch, ...]
    loose: tuple[Stretch, ...]
    """Pages between minutes and the first report that bear no heading of their own."""


# "AGENDA" alone, "Agenda – Part 1", "SUMMONS"
_AGENDA = re.compile(
    r"^(?:agenda front ?sheet\b.{0,40}"
    r"|(?:public |supplementary |draft )?agenda(?: template| items)?"
    r"(?: [-–—] .{0,40}| for .{3,60})?|a g e n d a|summons|business to be transacted|"
    r"order of business|notice (?:of meeting|and agenda))$",
    re.IGNORECASE,
)
# "The next meeting will be held on", "NOTICE IS HEREBY GIVEN", "You are summoned to attend"
_NOTICE = re.compile(
    r"\b(?:to be held|will be held|takes? place|hereby given|summoned|invited to attend)\b", re.I
)
# "4. Budget (Pages 5 - 72)": three such lines make an agenda that lacks its heading
_PAGED = re.compile(r"\(pages? \d{1,4}(?: ?[-–—]? ?\d{1,4})?\)$", re.IGNORECASE)
_OPENINGS = (
    # "MINUTES of a meeting of the Cabinet held in …", "MINUTE of MEETING of the …",
    # "Minutes of Proceedings at the Annual Meeting of the Council …"
    re.compile(
        r"^(?:draft |unconfirmed |public |confirmed |the )?(?:minutes?|notes|record) (?:of|from) "
        r"(?:(?:the )?proceedings (?:of|at|in) )?"
        r"(?:(?:a|an|the|our) )?(?:[\w’'-]+ ){0,5}?meetings?\b",
        re.IGNORECASE,
    ),
    # "Minutes of the Cabinet held at …", "Minutes of Parish Council 15 May 2024"
    re.compile(
        rf"^(?:draft )?minutes of (?:the )?.{{0,100}}\b{labels.BODY}\b.{{0,60}}"
        r"(?:\bheld\b|\d{4}\W*$)",
        re.IGNORECASE,
    ),
    # "Minutes of the Improvement Board" over "Meeting held: 7 June 2012"
    re.compile(rf"^(?:draft )?minutes of the .{{0,80}}\b{labels.BODY}\W*$", re.IGNORECASE),
    # "At a meeting of the Council held on …", "A Meeting of the Governing Board … was held in"
    re.compile(r"^at an? (?:[\w-]+ ){0,3}meeting of (?:the )?\S", re.IGNORECASE),
    re.compile(r"^an? (?:[\w-]+ ){0,3}meeting of (?:the )?\S.*", re.IGNORECASE),
)
# "The minutes of the meeting held on 2 July had been circulated": what minutes say of others
_NO_OPENING = re.compile(
    r"\b(?:were|was|be|been|are|is)\b(?! held\b| convened\b| present\b)|\(pages? \d"
    r"|\b(?:attached|circulated|resolved|agreed)\b",
    re.IGNORECASE,
)
_MINUTES_ALONE = re.compile(r"^(?:draft |the )?minutes(?: template)?$", re.IGNORECASE)
# What only minutes say below their headings; an agenda tells of nothing that is past
_DECIDED = re.compile(
    r"\b(?:resolved|agreed|noted|received|declared|moved|approved|reported|proposed|seconded|were"
    r"|was|had|decision)\b"
)


def outline(page: Page) -> Outline:
    """The parts of the paper in `page`."""
    agenda = _agenda_line(page)
    starts = report_starts(page, after=agenda)
    minutes = _minutes(page, [start for start, _ in starts], agenda)
    taken = [(stretch.first, stretch.end) for stretch in minutes]
    starts = [
        (start, mark)
        for start, mark in starts
        if not any(a <= start < b or _heads(page, start, a) for a, b in taken)
    ]
    begins = sorted([start for start, _ in starts] + [first for first, _ in taken])
    front = None
    if agenda is not None:
        front = Stretch(0, next((begin for begin in begins if begin > agenda), len(page)))
    reports = tuple(
        ReportStretch(start, _next(begins, start, len(page)), mark)
        for start, mark in starts
        if front is None or start >= front.end
    )
    return Outline(front, minutes, reports, tuple(_loose(page, minutes, begins)))


def _heads(page: Page, start: int, minutes: int) -> bool:
    """Whether "Agenda Item 3" stands at the top of the page on which minutes begin."""
    return start < minutes and apart(page, start, minutes) <= 3


def is_agenda_line(text: str) -> bool:
    """Whether the line is "AGENDA" or the like, which heads a front sheet."""
    return bool(_AGENDA.match(text))


def has_attendance_label(page: Page, first: int, end: int) -> bool:
    """Whether an attendance list begins on one of the next sixty lines that are not empty."""
    seen = 0
    for line in page[first:end]:
        if not line.text:
            continue
        seen += 1
        label = labels.attendance_label(line.text)
        if label and label.capacity in ("present", "in attendance", "remote"):
            return True
        if labels.ends_with_present(line.text) or seen > 60:
            return seen <= 60
    return False


def _agenda_line(page: Page) -> int | None:
    """Where "AGENDA" stands; None if the paper begins with minutes or has no such line."""
    paged: list[int] = []
    for at, line in enumerate(page[:400]):
        if is_agenda_line(line.text):
            return at
        if _is_opening(page, at) and has_attendance_label(page, at, len(page)):
            break
        if _PAGED.search(line.text):
            paged.append(at)
    if len(paged) >= 3:
        return paged[0]
    return _unheaded_agenda(page)


def _unheaded_agenda(page: Page) -> int | None:
    """Where items begin under a notice of a meeting that has no heading "AGENDA"."""
    said = [line for line in page if line.text]
    if len(said) > 120 or _bare_start(page, None) is not None or has_attendance_label(page, 0, 400):
        return None
    found = headings(page, 0, len(page))
    notice = any(_NOTICE.search(line.text) for line in said[:30])
    if len(found) < 4 or not (notice or any("agenda" in line.text.lower() for line in said[:30])):
        return None
    return max(found[0].at - 1, 0)


def _minutes(page: Page, reports: list[int], agenda: int | None) -> tuple[MinutesStretch, ...]:
    openings = _openings(page, agenda)
    begins: list[tuple[int, int | None]] = [(_head_of(page, at, agenda), at) for at in openings]
    if not begins and (bare := _bare_start(page, agenda)) is not None:
        begins = [bare]
    found: list[MinutesStretch] = []
    for place, (first, opening) in enumerate(begins):
        after = begins[place + 1][0] if place + 1 < len(begins) else len(page)
        body = opening if opening is not None else first
        end = min([start for start in reports if body < start] + [after])
        found.append(MinutesStretch(first, opening, _until_blank_page(page, body, end)))
    return tuple(found)


def _openings(page: Page, agenda: int | None) -> list[int]:
    """The lines that open minutes, each with an attendance list before the next."""
    candidates = [at for at in range(len(page)) if _is_opening(page, at)]
    found: list[int] = []
    for place, at in enumerate(candidates):
        end = candidates[place + 1] if place + 1 < len(candidates) else len(page)
        if agenda is not None and at <= agenda:
            continue
        if has_attendance_label(page, at, end) or _lone_opening(page, at, end, found, agenda):
            found.append(at)
    return found


def _lone_opening(page: Page, at: int, end: int, found: list[int], agenda: int | None) -> bool:
    """Whether a line opens minutes that have no attendance list: it stands at the head."""
    if found or at > 400:
        return False
    head = sum(1 for line in page[:at] if line.text) <= 12
    if not (head or agenda is not None):
        return False
    held = re.search(r"\bheld\b", " ".join(line.text for line in page[at : at + 4]), re.I)
    return bool(held) and len(headings(page, at + 1, min(end, at + 200))) >= 2


def _is_opening(page: Page, at: int) -> bool:
    text = page[at].text
    if not text or len(text) > 600 or _NO_OPENING.search(_sentence(page, at)):
        return False
    for place, pattern in enumerate(_OPENINGS):
        if pattern.match(text):
            if place == 2:
                return "held" in _following(page, at, 2).lower()
            if place == 4:
                return "held" in (text + _following(page, at, 2)).lower()
            return True
    return False


def _sentence(page: Page, at: int) -> str:
    """The line with those right below it, as far as "present" or the end of the sentence."""
    words = page[at].text
    for line in page[at + 1 : at + 5]:
        if not line.text or words.endswith((".", ":")) or labels.attendance_label(line.text):
            break
        words = f"{words} {line.text}"
    return re.split(r"\b(?:present|when)\b", words, maxsplit=1, flags=re.IGNORECASE)[0]


def _following(page: Page, at: int, count: int) -> str:
    """The next `count` lines that are not empty, joined."""
    later = [line.text for line in page[at + 1 : at + 12] if line.text]
    return " ".join(later[:count])


def _head_of(page: Page, opening: int, agenda: int | None) -> int:
    """Where the heading over an opening sentence begins: authority and committee."""
    if agenda is None and all(len(line.text) < 160 for line in page[:opening]):
        nonblank = sum(1 for line in page[:opening] if line.text)
        if nonblank <= 14:
            return 0
    first, seen = opening, 0
    for at in range(opening - 1, -1, -1):
        text = page[at].text
        if not text:
            continue
        capital = text.isupper() or (labels.names_a_body(text) and text[:1].isupper())
        if not capital or len(text) > 120 or text.endswith(".") or seen >= 6:
            break
        if labels.part_heading(text) or is_blank_page(page[at]):
            break
        first, seen = at, seen + 1
    return first


def _bare_start(page: Page, agenda: int | None) -> tuple[int, int | None] | None:
    """Minutes without an opening sentence: a "PRESENT:" list, or numbered minutes alone."""
    if agenda is not None:
        return None
    for line in page[:200]:
        if _MINUTES_ALONE.match(line.text):
            return 0, None
        label = labels.attendance_label(line.text)
        if label and label.capacity == "present":
            return 0, None
    found = headings(page, 0, len(page))
    if len(found) < 2:
        return None
    taken = {heading.at for heading in found}
    below = [line.text for at, line in enumerate(page) if at > found[0].at and at not in taken]
    told = " ".join(text.lower() for text in below[:600])
    return (0, None) if len(set(_DECIDED.findall(told))) >= 2 else None


def _until_blank_page(page: Page, first: int, end: int) -> int:
    """Where minutes end: at a page left blank, unless numbered minutes go on after it."""
    for at in range(first, end):
        if is_blank_page(page[at]):
            return at
    return end


def _loose(page: Page, minutes: tuple[MinutesStretch, ...], begins: list[int]) -> list[Stretch]:
    """What stands between a blank page after minutes and the next document."""
    found = []
    for stretch in minutes:
        end = _next(begins, stretch.first, len(page))
        first = stretch.end + 1
        if any(line.text and not is_blank_page(line) for line in page[first:end]):
            found.append(Stretch(first, end))
    return found


def _next(begins: list[int], after: int, default: int) -> int:
    return next((begin for begin in begins if begin > after), default)
