"""The items of an agenda, under their sections."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from clerk.domain.base import Source, new_id
from clerk.domain.meetings import AgendaItem, Exempt, Notice, Section
from clerk.names import is_name, parse_name
from clerk.readers.agenda.agenda_lines import (
    PAGES_ALONE,
    going_on,
    in_order,
    item_of,
    made,
    pages_in,
    section_of,
    span,
)
from clerk.readers.pages import labels
from clerk.readers.pages.exemption import paragraphs_of
from clerk.readers.pages.page import Line, Page, fold, is_furniture
from clerk.readers.reading import ReadChange, ReadDoubt


class Items(NamedTuple):
    """What stands between the head of a front sheet and its foot."""

    sections: tuple[Section, ...]
    items: tuple[AgendaItem, ...]
    changes: tuple[ReadChange, ...]
    notices: tuple[Notice, ...]
    open_words: str
    exempt_words: str
    motion: str
    motion_paragraphs: tuple[str, ...]
    doubts: tuple[ReadDoubt, ...]


_MOTION = re.compile(
    r"^(?:motion|resolution|proposal) to exclude\b.{0,60}$"
    r"|^exclusion of (?:the )?(?:press|public)\b.{0,40}$",
    re.I,
)
_MOTION_WORDS = re.compile(
    r"^(?:to (?:move|resolve|consider)\b.{0,30})?\bthat\b.{0,200}\b(?:press|public)\b"
    r".{0,80}\bexcluded\b"
    r"|^to move that the public be excluded",
    re.IGNORECASE,
)
# "5 Motion to Exclude the Press and Public That under Section 100A …" on one line
_MOTION_BEHIND = re.compile(
    r"^(?P<title>(?:motion|resolution|proposal) to exclude\b.{0,60}?|exclusion of .{5,40}?)[:.]?\s+"
    r"(?P<motion>(?:to (?:move|resolve) )?that\b.{40,})$",
    re.IGNORECASE,
)
COLUMN_HEADS = re.compile(
    r"^(?:items?(?: no\.?)?|pages?(?: no\.?)?|no\.?|title|wards?|agenda)"
    r"(?: (?:item|pages?(?: no\.?)?|title))*$",
    re.I,
)
# "UNRESTRICTED ITEMS (During these items …)" on one line
_WORDS_BEHIND = re.compile(r"^(?P<title>[^()]{5,60}?)\s*(?P<words>\(.{30,}\))\.?$")
_NUMBER = re.compile(r"^\s*(\d{1,2})[.)]?\s")
_NOTHING = re.compile(r"^(?:none|nil|no items|there (?:are|were) no .{0,40})\W*$", re.IGNORECASE)
# "3 - Financial/Business Affairs", "Paragraph 3"
_REASON = re.compile(r"^(?:paragraphs? )?(?P<number>[1-7])(?:$|\s*[-–—]\s*[A-Z])", re.IGNORECASE)
# "To note that A has replaced B as a member"
_REPLACED = re.compile(
    r"\bthat (?P<joined>.{3,60}?) (?:has|have|had) replaced (?P<left>.{3,60}?)"
    r"(?= as\b| on\b|[.,;]|$)"
)
_APPOINTED = re.compile(
    r"\bthat (?P<joined>.{3,60}?) (?:has been|is|was) (?:appointed|nominated)\b"
    r"(?:.{0,60}?\b(?:in place of|to replace|vice) (?P<left>.{3,60}?)(?=[.,;]| as\b|$))?"
)


def read_items(page: Page, first: int, end: int) -> Items:
    """The items in `page[first:end]`."""
    reader = _Reader()
    for at in range(first, end):
        adjacent = at > 0 and bool(page[at - 1].text)
        for line in _parted(page, at, end):
            reader.take(line, adjacent=adjacent)
            adjacent = False
    return reader.finished()


def _parted(page: Page, at: int, end: int) -> list[Line]:
    """The line, or two where the next item stands on it too: "4 Pensions 5 Motion to Exclude …".

    It does where the line's own number and the next line's leave out exactly the one within.
    """
    line = page[at]
    number = _NUMBER.match(line.text)
    following = (_NUMBER.match(other.text) for other in page[at + 1 : min(at + 30, end)])
    after = next((found for found in following if found), None)
    if not number or not after or int(after[1]) != int(number[1]) + 2:
        return [line]
    within = re.search(rf"(?<=[a-z)]) {int(number[1]) + 1}[.)]? (?=[A-Z])", line.text)
    if not within:
        return [line]
    halves = (line.text[: within.start()], line.text[within.start() :].strip())
    return [line._replace(text=half, raw=half) for half in halves]


class _Reader:
    """Takes the lines of an agenda one by one."""

    def __init__(self) -> None:
        self._sections: list[Section] = []
        self._items: list[AgendaItem] = []
        self._lines: list[Line] = []
        """The line of each item."""
        self._notices: list[Notice] = []
        self._open = self._closed = self._motion = ""
        self._exempt = False
        self._awaits = ""
        """What the next line may be: "words" of a heading, "motion", or nothing."""
        self._doubts: list[ReadDoubt] = []

    def take(self, line: Line, *, adjacent: bool) -> None:
        """Read one line."""
        text = line.text
        if not text or is_furniture(line) or COLUMN_HEADS.match(text):
            return
        if labels.part_heading(text):
            self._part(text)
        elif self._awaits == "words" and text.startswith("("):
            self._words(text)
        elif _MOTION.match(text):
            self._awaits = "motion"
        elif self._awaits == "motion" or (
            self._exempt and not self._motion and _MOTION_WORDS.match(text)
        ):
            self._motion, self._awaits = fold(f"{self._motion} {text}"), ""
        elif (
            item := item_of(line.raw, self._items[-1] if self._items else None, self._sections)
        ) is not None:
            self._item(item, line)
        elif (section := section_of(text)) is not None:
            self._sections.append(section)
            self._awaits = ""
        else:
            self._other(line, adjacent=adjacent)

    def finished(self) -> Items:
        """All that was read."""
        motion = self._motion or self._item_motion()
        paragraphs = paragraphs_of(motion)
        items = tuple(self._with_paragraphs(item, paragraphs) for item in self._items)
        used = {item.section for item in items}
        sections = tuple(s for s in self._sections if s.ref or s.id in used)
        doubts = [*self._doubts, *self._ref_doubts(items)]
        return Items(
            sections,
            items,
            tuple(_changes(items, self._lines)),
            tuple(self._notices),
            self._open,
            self._closed,
            motion,
            paragraphs,
            tuple(doubts),
        )

    def _part(self, text: str) -> None:
        behind = _WORDS_BEHIND.match(text)
        title = behind["title"] if behind else text
        self._exempt = labels.is_exempt_part(title)
        self._sections.append(Section(id=new_id(), title=title, exempt=self._exempt))
        self._awaits = "words"
        if behind:
            self._words(behind["words"])

    def _words(self, text: str) -> None:
        if self._exempt:
            self._closed = self._closed or text
        else:
            self._open = self._open or text
        self._awaits = ""

    def _item(self, item: AgendaItem, line: Line) -> None:
        if moved := _MOTION_BEHIND.match(item.title):
            item = msgspec.structs.replace(item, title=moved["title"], note=moved["motion"])
        section = self._sections[-1] if self._sections else None
        if (
            section is not None
            and section.ref
            and item.ref[:1].isalpha()
            and item.ref[0] != section.ref[0]
        ):
            section = next((s for s in self._sections if s.ref == item.ref[0]), section)
        source = Source(paper="", first=line.number, last=line.number)
        self._items.append(
            msgspec.structs.replace(
                item,
                section=section.id if section else "",
                exempt=Exempt() if self._exempt else None,
                source=source,
            )
        )
        self._lines.append(line)
        self._awaits = ""

    def _other(self, line: Line, *, adjacent: bool) -> None:
        text = line.text
        last = self._items[-1] if self._items else None
        section = self._sections[-1] if self._sections else None
        here = last is not None and (section is None or last.section == section.id)
        if last is not None and here:
            self._under_item(last, line, adjacent=adjacent)
        elif section is not None and _NOTHING.match(text):
            self._sections[-1] = msgspec.structs.replace(section, note=text)
        elif section is not None and pages_in(line.raw)[1]:
            self._item(made("", line.raw), line)
        elif section is not None and adjacent and text[0].islower():
            self._sections[-1] = msgspec.structs.replace(section, title=f"{section.title} {text}")
        else:
            self._notices.append(Notice(text=text))

    def _under_item(self, last: AgendaItem, line: Line, *, adjacent: bool) -> None:
        text = line.text
        alone = PAGES_ALONE.match(text)
        pages = pages_in(line.raw)[1]
        open_title = not last.pages and not last.note and not last.report
        if open_title and last.title.count("(") > last.title.count(")") and ")" in text:
            last = going_on(last, text)
        elif alone and not last.pages and in_order(alone["from"], alone["to"]):
            last = msgspec.structs.replace(last, pages=span(alone["from"], alone["to"]))
        elif open_title and adjacent and (pages or text[0].islower()):
            last = going_on(last, line.raw.strip())
        elif pages and not adjacent:
            self._item(made("", line.raw), line)
            return
        else:
            note = f"{last.note}\n{text}" if last.note else text
            last = msgspec.structs.replace(last, note=note)
        source = last.source
        if source is not None:
            last = msgspec.structs.replace(
                last, source=msgspec.structs.replace(source, last=line.number)
            )
        self._items[-1] = last

    def _item_motion(self) -> str:
        """The motion where it is an item of its own."""
        for item in self._items:
            if _MOTION.match(item.title) and "exclude" in item.note.lower():
                return fold(item.note)
        return ""

    def _with_paragraphs(self, item: AgendaItem, paragraphs: tuple[str, ...]) -> AgendaItem:
        if item.exempt is None:
            return item
        own = paragraphs_of(item.note) or tuple(
            found["number"] for note in item.note.split("\n") if (found := _REASON.match(note))
        )
        return msgspec.structs.replace(item, exempt=Exempt(paragraphs=own or paragraphs))

    def _ref_doubts(self, items: tuple[AgendaItem, ...]) -> Iterator[ReadDoubt]:
        for item, line in zip(items, self._lines, strict=True):
            if not item.ref:
                yield ReadDoubt(
                    line=line.number,
                    read=item.title[:120],
                    uncertain="The item has no reference.",
                    weight=70,
                    fact=item.id,
                )
        refs = [item.ref for item in items if item.ref]
        for item, line in zip(items, self._lines, strict=True):
            if item.ref and refs.count(item.ref) > 1:
                yield ReadDoubt(
                    line=line.number,
                    read=f"{item.ref} {item.title}"[:120],
                    uncertain="The reference stands at more than one item.",
                    weight=60,
                    fact=item.id,
                )


def _changes(items: tuple[AgendaItem, ...], lines: list[Line]) -> Iterator[ReadChange]:
    for item, line in zip(items, lines, strict=True):
        for note in item.note.split("\n"):
            found = _REPLACED.search(note) or _APPOINTED.search(note)
            if not found:
                continue
            joined, left = found["joined"].strip(), (found["left"] or "").strip()
            if is_name(joined) and (not left or is_name(left)):
                yield ReadChange(
                    joined=parse_name(joined),
                    left=parse_name(left) if left else None,
                    words=note,
                    line=item.source.last if item.source else line.number,
                )
