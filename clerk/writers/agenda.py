"""An agenda as plain text: what is to be taken, in order."""

import re
from collections.abc import Iterator, Sequence

from clerk.domain.meetings import AgendaItem, Meeting
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
    sections = {section.id: section for section in meeting.sections}
    printed = ""
    for item in meeting.items:
        section = sections.get(item.section)
        if section is not None and section.id != printed:
            printed = section.id
            yield ""
            yield f"{section.ref} - {section.title}" if section.ref else section.title
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


def _item(item: AgendaItem) -> str:
    words = f"{item.ref:<4} {item.title}" if item.ref else f"     {item.title}"
    if item.pages:
        words += f" (Pages {item.pages})"
    if item.report:
        words += f" ({item.report})"
    if item.state != "listed":
        words += f" ({item.state})"
    if item.exempt:
        words += _exempt_words(item.exempt.paragraphs)
    return words


def _exempt_words(paragraphs: tuple[str, ...]) -> str:
    """ "(exempt: paragraphs 3 and 5)", of Schedule 12A."""
    if not paragraphs:
        return " (exempt)"
    if len(paragraphs) == 1:
        return f" (exempt: paragraph {paragraphs[0]})"
    return f" (exempt: paragraphs {', '.join(paragraphs[:-1])} and {paragraphs[-1]})"
