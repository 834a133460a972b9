"""Where the reports and records of decision in a paper begin."""

import re
from collections.abc import Iterator

from clerk.readers.pages import labels
from clerk.readers.pages.page import Line, Page, fold, is_blank_page
from clerk.when import find_dates

# "By: A Person, Post", "Report of the Head of Planning", "To: Cabinet – 9 July"
_STRONG = re.compile(
    r"^(?:-\s*)?(?P<label>by|from|to|date of (?:meeting|decision)|meeting date|date|"
    r"subject matter|report from|decision (?:maker|taken by)|subject|classification|"
    r"decision no|decision number|"
    r"report of|report by|report to|report title|report author|cabinet member|portfolio holder|"
    r"lead officer|meeting|committee)\b\.?\s*:",
    re.IGNORECASE,
)
# "By A Person, Cabinet Member …": the colon is lost in some papers
BY = re.compile(r"^by\s+(?P<rest>(?:the\s+)?[A-Z][\w’'-]+ [A-Z].{5,})$", re.IGNORECASE)
_AUTHORSHIP = {
    "by", "from", "report of", "report by", "report from", "report author", "decision maker",
    "decision taken by",
}  # fmt: skip
_ADDRESSED = {"to", "report to", "committee", "meeting"}
_SAID = _AUTHORSHIP | _ADDRESSED
_OTHERS = {
    "date", "subject", "classification", "date of meeting", "meeting date", "date of decision",
     "report title", "subject matter", "decision no", "decision number",
}  # fmt: skip
# "REPORT OF THE HEAD OF HARBOURS", "Report by Head of Harbours", under the report's title
REPORT_BY = re.compile(
    r"^(?:joint )?reports? (?:of|by|from) (?:the )?(?P<rest>[A-Z][^.:()]{3,100})$", re.IGNORECASE
)
_BODY_BEGINS = re.compile(
    r"^(?:\d{1,2}(?:\.\d)?\.?\s+)?(?:purpose(?: of (?:the |this )?report)?|(?:executive )?summary|"
    r"introduction|recommendations?(?:\(s\))?|reasons? for (?:the )?report)\W*$",
    re.IGNORECASE,
)
_RECORD = re.compile(
    r"^(?:.{3,60} [-–—:] )?(?:(?:record|statement|notice) of (?:[\w’'()/-]+ ){0,5}decisions?|"
    r"(?:[\w’']+ ){0,3}decision (?:record|notice|form))(?: taken\b.{0,60})?$",
    re.IGNORECASE,
)
_ITEM_MARK = re.compile(
    r"^(?:agenda )?item(?: no\.?| number)?:? ?(?P<mark>[A-Z]?\d{1,3}[a-z]?)\W*$", re.IGNORECASE
)
_RESTRICTED = re.compile(r"^(?:by virtue of paragraphs?(?:\(s\))? |document is restricted)", re.I)
_A_HEAD = 8
"""Lines that are not empty of one report's head, within which no other begins."""
_NEAR = 5
"""Lines that are not empty between two fields of one report's heading, at most."""


def report_starts(page: Page, after: int | None) -> list[tuple[int, str]]:
    """Where each report begins, and the item that it says it is for."""
    found = [(at, "") for at in _heading_starts(page)]
    found += _restricted_starts(page)
    for at in sorted((*_unlabelled_starts(page), *_record_starts(page))):
        if any(start <= at and apart(page, at, start) <= _A_HEAD for start, _ in found):
            continue  # within a head that begins above
        found = [(start, m) for start, m in found if apart(page, at, start) > _A_HEAD]
        found.append((at, ""))
    marks = [
        (at, match["mark"].upper())
        for at, line in enumerate(page)
        if (match := _ITEM_MARK.match(line.text)) and (after is None or at > after + 3)
    ]
    for at, mark in marks:
        near = [place for place, _ in found if apart(page, at, place) <= 6]
        if near:
            place = min(near, key=lambda other: abs(other - at))
            found = [(p, m) for p, m in found if p != place]
            found.append((min(place, at), mark))
        elif line_starts_page(page, at):
            found.append((at, mark))
    return sorted(dict(sorted(found, reverse=True)).items())


def line_starts_page(page: Page, at: int) -> bool:
    """Whether "Agenda Item 5" heads a page: a blank page or an empty line stands before it."""
    return at == 0 or not page[at - 1].text


def _heading_starts(page: Page) -> list[int]:
    """Where the fields of a report's heading begin: by whom, to whom, date, subject …"""
    groups: list[list[tuple[int, str]]] = []
    for at, line in enumerate(page):
        label = _strong_label(labelled(line))
        if not label:
            continue
        last = groups[-1] if groups else []
        new = not last or label in {name for _, name in last}
        if new or apart(page, last[-1][0], at) > _NEAR:
            groups.append([(at, label)])
        else:
            last.append((at, label))
    return [_with_body(page, group[0][0]) for group in groups if _is_heading(page, group)]


def _strong_label(text: str) -> str:
    if len(text) > 400:
        return ""
    if match := _STRONG.match(text):
        return match["label"].lower()
    return "by" if BY.match(text) else ""


def _is_heading(page: Page, group: list[tuple[int, str]]) -> bool:
    names = {name for _, name in group}
    if len(names & (_SAID | _OTHERS)) >= 3:
        return bool(names & _SAID)
    both = names & _AUTHORSHIP and names & _ADDRESSED
    return bool(both) and apart(page, group[0][0], group[1][0]) <= 6


def _restricted_starts(page: Page) -> list[tuple[int, str]]:
    """Where the pages stand in for a document that the public may not see."""
    found: list[tuple[int, str]] = []
    for at, line in enumerate(page):
        if is_restricted(line.text):
            last = found[-1][0] if found else at
            between = page[last:at]
            if not found or len(between) > 12 or any(is_blank_page(other) for other in between):
                found.append((at, ""))
    return found


def is_restricted(text: str) -> bool:
    """Whether the line begins a page that stands in for what the public may not see."""
    return bool(_RESTRICTED.match(text))


def apart(page: Page, one: int, other: int) -> int:
    """How many lines that are not empty lie from one line to the other."""
    low, high = min(one, other), max(one, other)
    return sum(1 for line in page[low:high] if line.text) if high - low < 200 else 200


def labelled(line: Line) -> str:
    """The words of a line; "Date: 5 May" for a table's row with the label in a cell of its own."""
    label, tab, words = line.raw.strip().partition("\t")
    if not tab or not words.strip() or len(label) > 60 or label.rstrip().endswith(":"):
        return line.text
    return fold(f"{label.rstrip(' -–')}: {words}")


def _unlabelled_starts(page: Page) -> Iterator[int]:
    """Where reports begin that name their author under their title: "Report of the Head of …".

    Their body's first heading follows soon, and the committee or the day stands above: in an
    agenda's items such lines stand too, without these.
    """
    for at, line in enumerate(page):
        if REPORT_BY.match(line.text) and _body_follows(page, at):
            start = _top_of(page, at)
            above = [other.text for other in page[start:at] if other.text]
            if any(labels.names_a_body(text) or find_dates(text) for text in above):
                yield start


def _with_body(page: Page, first: int) -> int:
    """The line above the fields that says in capitals whose report it is; else the first field."""
    above = next((at for at in range(first - 1, max(first - 4, -1), -1) if page[at].text), None)
    if above is None or "\t" not in page[first].raw:
        return first
    text = page[above].text
    named = text.isupper() and (labels.names_a_body(text) or "COUNCIL" in text)
    return above if named else first


def _body_follows(page: Page, at: int) -> bool:
    later = [line.text for line in page[at + 1 : at + 30] if line.text][:10]
    return any(_BODY_BEGINS.match(text) for text in later)


def _top_of(page: Page, by: int) -> int:
    """The first line of a report's head: whose it is, when, and its title, above its author."""
    start, seen = by, 0
    for at in range(by - 1, -1, -1):
        text = page[at].text
        if not text:
            continue
        title = seen == 0 and not text.endswith((".", ")", ";"))
        of_head = text.isupper() or labels.names_a_body(text) or bool(find_dates(text)) or title
        numbered = re.match(r"\d{1,3}[.)]?\s+[A-Z]", text) and not find_dates(text)
        if len(text) > 100 or seen >= 6 or numbered:
            break
        if not of_head or text.endswith((".", ")")) or is_blank_page(page[at]):
            break
        start, seen = at, seen + 1
    return start


def _record_starts(page: Page) -> Iterator[int]:
    """Where records of decision begin: under their name two fields or more follow."""
    for at, line in enumerate(page):
        if _RECORD.match(line.text):
            later = [labelled(other) for other in page[at + 1 : at + 24] if other.text][:8]
            names = {name for text in later if (name := _strong_label(text))}
            if len(names) >= 2 and any("decision" in name for name in names):
                yield at
