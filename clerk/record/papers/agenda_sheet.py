"""The agenda as the public reads it: when and where, who sits, what is taken, in which part."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from clerk.domain.base import Fact
from clerk.domain.meetings import AgendaItem, FrontSheet, Meeting, Notice, Section
from clerk.domain.printed import Edition, Line, Record, Run
from clerk.law.exclusion import power
from clerk.record.context import Context
from clerk.record.dates import clock, long_date, plain_date
from clerk.record.facts.room import setting_of
from clerk.record.numbering import year_values
from clerk.record.papers.membership import Groups, group_lines
from clerk.record.papers.shared import head_lines, labelled, paper, plain_line
from clerk.record.style.papers import AgendaPart
from clerk.record.wording import filled, paragraphs_named
from clerk.when import ordinal

PAGES = "pages"
"""The role of the words that say on which pages a report is: no line breaks within them."""


class Sheet(Fact, frozen=True):
    """What an agenda says besides its meeting."""

    front: FrontSheet = FrontSheet()
    membership: Groups = ()
    changes: tuple[str, ...] = ()
    """Sentences that note changes of membership since the last meeting."""


def agenda_record(meeting: Meeting, context: Context, sheet: Sheet, edition: Edition) -> Record:
    """The agenda of `meeting`, which is a public view of it unless the full edition is wanted."""
    style = context.style.papers.agenda
    title = filled(
        style.title,
        {
            "committee": context.committee,
            "plain_date": plain_date(meeting.date, context.style.dates),
        },
    )
    lines = _lines(meeting, context, sheet)
    return paper(lines, title, context.style, context.style_name, edition)


def by_section(meeting: Meeting) -> Iterator[tuple[Section | None, list[AgendaItem]]]:
    """The items in agenda order, with the section that begins there; empty ones in their place."""
    waiting = list(meeting.sections)
    known = {section.id: section for section in waiting}
    for section_id, items in groupby(meeting.items, key=lambda item: item.section):
        section = known.get(section_id)
        while section in waiting:
            first = waiting.pop(0)
            if first is section:
                break
            yield first, []
        yield section, list(items)
    yield from ((section, []) for section in waiting)


def _lines(meeting: Meeting, context: Context, sheet: Sheet) -> Iterator[Line]:
    style, dates = context.style.papers.agenda, context.style.dates
    yield from head_lines(context.authority, context.committee, context.style, style.heading)
    time = clock(meeting.time, dates) if meeting.time else ""
    values = {
        "date": long_date(meeting.date, dates),
        "time": time,
        "ordinal": ordinal(context.nth),
        **year_values(meeting.date, context.nth),
    }
    yield plain_line("opening", filled(style.when, values))
    if meeting.venue:
        yield plain_line("opening", filled(style.venue, {"venue": meeting.venue}))
    for part in style.order:
        yield from _part(part, meeting, context, sheet)


def _part(part: AgendaPart, meeting: Meeting, context: Context, sheet: Sheet) -> Iterator[Line]:
    style, front = context.style.papers.agenda, sheet.front
    match part:
        case "contact":
            if front.contact:
                yield labelled(style.contact, " ".join(front.contact.split()))
            if front.phone:
                yield labelled(style.phone, " ".join(front.phone.split()))
        case "membership":
            yield from group_lines(sheet.membership, context.style)
        case "notices":
            yield from _notices(tuple(n for n in front.notices if n.heading))
        case "items":
            yield from _items(meeting, context, sheet)
        case "officer":
            yield from _officer(front, context)
        case "background":
            yield from _notices(tuple(n for n in front.notices if not n.heading))


def _notices(notices: tuple[Notice, ...]) -> Iterator[Line]:
    for notice in notices:
        if notice.heading:
            yield plain_line("section", notice.heading)
        yield from (plain_line("paragraph", words) for words in notice.text.split("\n") if words)


def _officer(front: FrontSheet, context: Context) -> Iterator[Line]:
    signed = [part for part in (front.officer, front.officer_post, front.officer_phone) if part]
    if signed:
        yield plain_line("closing", "\n".join(signed))
    if front.published:
        day = long_date(front.published, context.style.dates)
        style = context.style.papers.agenda
        yield plain_line("closing", filled(style.published, {"date": day}))


# --- items ----------------------------------------------------------------------------------------


def _items(meeting: Meeting, context: Context, sheet: Sheet) -> Iterator[Line]:
    style = context.style.papers.agenda
    under = next((item.id for item in meeting.items if _on_membership(item)), "")
    now: bool | None = None
    heading: tuple[Line, ...] = ()
    note: tuple[Line, ...] = ()
    for section, items in by_section(meeting):
        for exempt, listed in _runs(section, items):
            if exempt != now:
                yield from _motion_lines(exempt, meeting, context, sheet.front)
                heading = tuple(_part_heading(exempt, section, meeting, context))
                note = tuple(_part_note(exempt, context, sheet.front))
                yield from (*heading, *(note if heading else ()))
            if listed[:1] == items[:1]:
                yield from _section(section, context)
            if exempt != now and not heading:
                yield from note
            now = exempt
            for item in listed:
                yield from _item(item, context)
                if item.id == under:
                    yield from (plain_line("note", w) for w in sheet.changes if w not in item.note)
    if not meeting.items:
        yield plain_line("paragraph", style.no_items)
    if sheet.changes and not under:
        yield plain_line("section", style.changes)
        yield from (plain_line("paragraph", words) for words in sheet.changes)


def _runs(
    section: Section | None, items: list[AgendaItem]
) -> Iterator[tuple[bool, list[AgendaItem]]]:
    """The items of a section, open and exempt ones apart; an empty section as one run."""
    whole = section is not None and section.exempt
    if not items:
        yield whole, items
    for exempt, run in groupby(items, key=lambda item: whole or item.exempt is not None):
        yield exempt, list(run)


def _part_heading(
    exempt: bool, section: Section | None, meeting: Meeting, context: Context
) -> Iterator[Line]:
    parts = context.style.parts
    kinds = {shut for each, items in by_section(meeting) for shut, _ in _runs(each, items)}
    words = parts.exempt if exempt else parts.open
    printed_as_section = section is not None and section.title.casefold() == words.casefold()
    headed = parts.printed == "always" or (parts.printed == "when both" and len(kinds) == 2)
    if headed and not printed_as_section:
        yield plain_line("part", words)


def _part_note(exempt: bool, context: Context, front: FrontSheet) -> Iterator[Line]:
    """What the public may expect; below the heading of the part, or of the section that is one."""
    style = context.style.papers.agenda
    shut, opened = front.exempt_words or style.exempt_words, front.open_words or style.open_words
    note = shut if exempt else opened
    if note and context.style.parts.printed != "never":
        yield plain_line("note", note)


def _motion_lines(
    exempt: bool, meeting: Meeting, context: Context, front: FrontSheet
) -> Iterator[Line]:
    if exempt and _exempt_items(meeting):
        yield plain_line("section", context.style.papers.agenda.motion_heading)
        yield plain_line("paragraph", front.motion or _motion(meeting, context))


def _motion(meeting: Meeting, context: Context) -> str:
    numbers = sorted(
        {p for item in _exempt_items(meeting) if item.exempt for p in item.exempt.paragraphs}
    )
    by = power(setting_of(meeting, context))
    named = paragraphs_named(numbers) if by.by_paragraphs else ""
    values = {"power": by.section, "paragraphs": named}
    return filled(context.style.papers.agenda.motion, values)


def _exempt_items(meeting: Meeting) -> Sequence[AgendaItem]:
    shut = {section.id for section in meeting.sections if section.exempt}
    return [item for item in meeting.items if item.exempt or item.section in shut]


def _section(section: Section | None, context: Context) -> Iterator[Line]:
    if section is None:
        return
    words = {"ref": section.ref, "title": section.title}
    yield plain_line("section", filled(context.style.papers.agenda.section, words))
    yield from (plain_line("note", line) for line in section.note.splitlines())


def _item(item: AgendaItem, context: Context) -> Iterator[Line]:
    behind = (Run(text=f" {words}", role=role) for words, role in _behind(item, context))
    line = plain_line("paragraph", item.title, item.ref)
    yield replace(line, runs=(*line.runs, *behind))
    yield from (plain_line("note", line) for line in item.note.splitlines() if line.strip())


def _behind(item: AgendaItem, context: Context) -> Iterator[tuple[str, str]]:
    """What stands behind the title, with its role: its pages, that it is to follow or withdrawn."""
    style = context.style.papers.agenda
    if item.pages:
        yield filled(style.pages, {"pages": item.pages}), PAGES
    said = [
        {"to follow": style.to_follow, "verbal": style.verbal}.get(item.report, ""),
        {"withdrawn": style.withdrawn, "deferred": style.deferred}.get(item.state, ""),
    ]
    if item.state == "urgent":
        urgent = filled(style.urgent, {"reason": item.reason}) if item.reason else ""
        said.append(urgent or style.urgent_unsaid)
    if item.exempt:
        named = paragraphs_named(item.exempt.paragraphs)
        said.append(filled(style.exempt, {"paragraphs": named}))
    yield from ((words, "") for words in said if words)


def _on_membership(item: AgendaItem) -> bool:
    """Whether the item is the one under which changes of membership are noted."""
    return _MEMBERSHIP.match(item.title) is not None


_MEMBERSHIP = re.compile(r"(?:changes? (?:of|in|to) )?(?:the )?(?:committee )?membership", re.I)
