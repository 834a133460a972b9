"""The front sheet of an agenda: whose meeting, when, where, whom to ask, who the members are."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from clerk.domain.base import new_id
from clerk.domain.meetings import FRONT_SHEET, FrontSheet, Notice
from clerk.readers.agenda.agenda_items import Items, read_items
from clerk.readers.agenda.agenda_lines import is_item
from clerk.readers.agenda.front_top import Top, begins_with_label, is_trivial, read_top
from clerk.readers.agenda.membership import COUNTED, Membership, membership_heading, read_membership
from clerk.readers.agenda.proper_officer import ProperOfficer, find_officer
from clerk.readers.minutes.minutes_head import body_of, is_authority
from clerk.readers.pages import labels
from clerk.readers.pages.chunks import looks_like_heading
from clerk.readers.pages.outline import Stretch, is_agenda_line
from clerk.readers.pages.page import Line, Page, fold, is_furniture, last_said, unbroken
from clerk.readers.reading import ReadAgenda, ReadDoubt
from clerk.when import find_dates, weekday_clash


class AgendaRead(NamedTuple):
    """A front sheet and what is doubtful in it."""

    agenda: ReadAgenda
    doubts: tuple[ReadDoubt, ...]


class _Sheet(NamedTuple):
    """The parts of a front sheet, each read."""

    page: Page
    top: Top
    members: Membership
    items: Items
    officer: ProperOfficer


def read_front_sheet(page: Page, stretch: Stretch) -> AgendaRead:
    """The front sheet in `stretch`."""
    sheet = _sheet(unbroken(page[stretch.first : stretch.end], _begins))
    agenda = ReadAgenda(
        id=new_id(),
        committee=_committee(sheet.top.bodies),
        date=sheet.top.date,
        time=sheet.top.time,
        venue=re.sub(r"(?<=[a-z]{2})\.$", "", fold(" ".join(sheet.top.venue))),
        front=_front(sheet),
        sections=sheet.items.sections,
        items=sheet.items.items,
        seats=sheet.members.seats,
        changes=sheet.items.changes,
        first=page[stretch.first].number,
        last=page[last_said(page, stretch.first, stretch.end)].number,
    )
    return AgendaRead(agenda, tuple(_doubts(agenda, sheet)))


def _sheet(page: Page) -> _Sheet:
    end = len(page)
    agenda_at = next((at for at, line in enumerate(page) if is_agenda_line(line.text)), -1)
    members_at = next((at for at, line in enumerate(page) if membership_heading(line.text)), None)
    items_at = _items_at(page, agenda_at + 1, end, members_at)
    members = Membership()
    if members_at is not None:
        members = read_membership(page, members_at, items_at if members_at < items_at else end)
    officer = find_officer(page, _after_items(page, items_at, end), end)
    skipped = range(members_at, members.end) if members_at is not None else range(0)
    cover = [page[at] for at in range(max(agenda_at, 0)) if at not in skipped]
    below = [page[at] for at in range(agenda_at + 1, items_at) if at not in skipped]
    return _Sheet(
        page, _top(cover, below), members, read_items(page, items_at, officer.first), officer
    )


def _front(sheet: _Sheet) -> FrontSheet:
    top, members, items, officer = sheet.top, sheet.members, sheet.items, sheet.officer
    open_words, notices = _notices(top.notices)
    return FrontSheet(
        contact=top.contact,
        phone=top.phone,
        open_words=open_words or items.open_words,
        exempt_words=items.exempt_words,
        motion=items.motion,
        motion_paragraphs=items.motion_paragraphs,
        officer=officer.name,
        officer_post=officer.post,
        officer_phone=officer.phone,
        published=officer.published,
        notices=(*notices, *items.notices, *_notices(sheet.page[officer.end :])[1]),
        stated_total=members.total,
        stated_groups=members.groups,
    )


def _begins(text: str) -> bool:
    """Whether a line of a front sheet begins something, so that no line above goes on in it."""
    begun = is_item(text) or labels.part_heading(text) or membership_heading(text)
    return begun or bool(begins_with_label(text) or COUNTED.match(text) or find_dates(text[:30]))


def _items_at(page: Page, first: int, end: int, members_at: int | None) -> int:
    """Where the items begin: at the first item or lettered section, or at the heading over it.

    A heading over open business counts only where an item follows it closely: notices may stand
    between it and the first item.
    """
    after = first
    if members_at is not None and members_at >= first:
        after = read_membership(page, members_at, end).end
    for at in range(after, end):
        if not is_item(page[at].text):
            continue
        above = [n for n in range(max(after, at - 8), at) if page[n].text]
        for place in above:
            between = [page[n].text for n in above if n > place]
            if labels.part_heading(page[place].text) and all(t.startswith("(") for t in between):
                return place
        return at
    return end


def _after_items(page: Page, first: int, end: int) -> int:
    """Where the last item stands, below which the proper officer signs."""
    last = first
    for at in range(first, end):
        if is_item(page[at].text) or labels.part_heading(page[at].text):
            last = at
    return min(last + 1, end)


def _top(above: Sequence[Line], lines: Sequence[Line]) -> Top:
    """The head below "AGENDA", filled from the cover above it where it lacks something."""
    cover, below = read_top(above), read_top(lines)
    return Top(
        bodies=below.bodies or cover.bodies,
        date=below.date or cover.date,
        date_words=below.date_words if below.date else cover.date_words,
        date_line=below.date_line if below.date else cover.date_line,
        time=below.time or cover.time,
        venue=_fuller(below.venue, cover.venue),
        contact=_without_venue(below.contact, cover.venue) or cover.contact,
        contact_line=below.contact_line or cover.contact_line,
        phone=below.phone or cover.phone,
        notices=(*(line for line in cover.notices if not _repeated(line, below)), *below.notices),
    )


def _without_venue(contact: str, venue: Sequence[str]) -> str:
    """The contact without the place that stood in the column beside it: "N Quayle Room - Hall"."""
    words, place = contact.split(), " ".join(venue).split()
    same = 0
    while same < min(len(words), len(place)) and words[-1 - same] == place[-1 - same]:
        same += 1
    return " ".join(words[: len(words) - same]) if 2 <= same < len(words) else contact


def _fuller(below: tuple[str, ...], cover: tuple[str, ...]) -> tuple[str, ...]:
    """The venue under "AGENDA", unless it lacks words that the cover has."""
    return cover if len(" ".join(cover)) > len(" ".join(below)) else below


def _repeated(line: Line, below: Top) -> bool:
    """Whether the cover only says what the head below "AGENDA" says again."""
    said = " ".join([*below.bodies, *below.venue]).casefold()
    return is_trivial(line) or line.text.casefold() in said


def _committee(bodies: tuple[str, ...]) -> str:
    own = [body for body in bodies if not is_authority(body)] or list(bodies)
    return body_of(own[-1]) if own else ""


def _notices(lines: Sequence[Line]) -> tuple[str, tuple[Notice, ...]]:
    """The words under a heading of open business, and the notices with their headings."""
    open_words = ""
    notices: list[Notice] = []
    heading = ""
    texts = [
        line.text for line in lines if line.text and not (is_furniture(line) or is_trivial(line))
    ]
    for place, text in enumerate(texts):
        following = texts[place + 1] if place + 1 < len(texts) else ""
        if labels.part_heading(text):
            continue
        if text.startswith("(") and place and labels.part_heading(texts[place - 1]):
            open_words = open_words or text
        elif looks_like_heading(text) and len(following) > 60 and not text.endswith("."):
            heading = text
            notices.append(Notice(text="", heading=text))
        elif heading and notices:
            last = notices[-1]
            joined = f"{last.text}\n{text}" if last.text else text
            notices[-1] = msgspec.structs.replace(last, text=joined)
        else:
            notices.append(Notice(text=text))
    return open_words, tuple(notices)


def _doubts(read: ReadAgenda, sheet: _Sheet) -> Iterator[ReadDoubt]:
    page, top, officer = sheet.page, sheet.top, sheet.officer
    first = page[0].number if page else None
    if not read.committee:
        yield ReadDoubt(line=first, read="", uncertain="Whose agenda it is is not said.", weight=85)
    if read.date is None:
        yield ReadDoubt(line=first, read="", uncertain="The meeting's date is not said.", weight=90)
    elif clash := weekday_clash(top.date_words):
        yield ReadDoubt(line=top.date_line, read=top.date_words, uncertain=clash, weight=80)
    if officer.published and (clash := weekday_clash(officer.published_words)):
        yield ReadDoubt(
            line=officer.published_line,
            read=officer.published_words,
            uncertain=clash,
            weight=70,
            fact=FRONT_SHEET,
        )
    if top.contact_line is not None and not read.front.contact:
        yield ReadDoubt(
            line=top.contact_line,
            read="Ask for:",
            uncertain="No contact is named.",
            weight=40,
            fact=FRONT_SHEET,
        )
    if not read.items:
        yield ReadDoubt(line=first, read="AGENDA", uncertain="No item was found.", weight=95)
    yield from sheet.members.doubts
    yield from sheet.items.doubts
