"""An agenda as plain text: what is to be taken, in order."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from clerk.domain.meetings import AgendaItem, Meeting, Section
from clerk.record.wording import paragraphs_named
from clerk.when import clock, long_date

_MEMBERSHIP = re.compile(r"(?:changes? (?:of|in|to) )?(?:the )?(?:committee )?membership", re.I)


def agenda_text(meeting: Meeting, committee: str, notes: Sequence[str] = ()) -> str:
    """The agenda of `meeting`; exempt items carry their paragraphs of Schedule 12A.

    `notes` are changes of membership to be noted: they stand under the item on membership, or at
    the end where there is none.
    """
    at = f", at {clock(meeting.time)}" if meeting.time else ""
    lines = ["AGENDA", committee, f"{long_date(meeting.date)}{at}"]
    if meeting.venue:
        lines.append(meeting.venue)
    return "\n".join([*lines, *_items(meeting, notes)]) + "\n"


def _items(meeting: Meeting, notes: Sequence[str]) -> Iterator[str]:
    under = next((item.id for item in meeting.items if _MEMBERSHIP.match(item.title)), "")
    for section, items in _by_section(meeting):
        if section is not None:
            yield ""
            yield f"{section.ref} - {section.title}" if section.ref else section.title
            yield from (f"     {line}" for line in section.note.splitlines())
        for item in items:
            yield _item(item)
            yield from (f"     {line}" for line in item.note.splitlines())
            if item.id == under:
                yield from (f"     {note}" for note in notes if note not in item.note)
    if not meeting.items:
        yield ""
        yield "No items yet."
    if notes and not under:
        yield ""
        yield "Changes of membership since the last meeting:"
        yield from (f"     {note}" for note in notes)


def _by_section(meeting: Meeting) -> Iterator[tuple[Section | None, list[AgendaItem]]]:
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


def _item(item: AgendaItem) -> str:
    words = f"{item.ref:<4} {item.title}" if item.ref else f"     {item.title}"
    if item.pages:
        words += f" (Pages {item.pages})"
    if item.report:
        words += f" ({item.report})"
    if item.state != "listed":
        words += f" ({item.state})"
    if item.exempt:
        named = paragraphs_named(item.exempt.paragraphs)  # of Schedule 12A
        words += f" (exempt: {named})" if named else " (exempt)"
    return words
