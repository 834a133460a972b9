"""The head of the minutes, their title, and the words on each page."""

from collections.abc import Iterator

from clerk.domain.meetings import Meeting
from clerk.domain.printed import Case, Line, LineKind, PageWords
from clerk.record.context import Context
from clerk.record.dates import clock, long_date, plain_date
from clerk.record.minutes.bilingual import runs_of
from clerk.record.numbering import year_values
from clerk.record.wording import Value, filled
from clerk.when import ordinal


def head_lines(meeting: Meeting, context: Context) -> Iterator[Line]:
    """Authority, committee and opening, with the lines that the house sets over and under them."""
    heading, values = context.style.heading, heading_values(meeting, context)
    case: Case | None = "upper" if heading.capitals else None
    opening: Case | None = "upper" if heading.opening_capitals else None
    wanted: list[tuple[LineKind, str, str, Case | None]] = [
        *(("opening", f"above/{at}", words, None) for at, words in enumerate(heading.above)),
        ("authority", "authority", heading.authority, case),
        ("committee", "committee", heading.committee, case),
        ("opening", "opening", heading.opening, opening),
        *(("opening", f"below/{at}", words, None) for at, words in enumerate(heading.below)),
    ]
    for kind, role, words, in_case in wanted:
        text = filled(words, values)
        if text:
            runs = runs_of(text, context.style)
            yield Line(kind=kind, runs=runs, fact=meeting.id, role=role, case=in_case)


def document_title(meeting: Meeting, context: Context) -> str:
    """The title that the file bears."""
    return filled(context.style.heading.title, heading_values(meeting, context))


def page_words(meeting: Meeting, context: Context) -> PageWords:
    """What the house sets on each page."""
    page = context.style.page
    head = heading_values(meeting, context)
    values = {key: head[key] for key in ("authority", "committee", "date", "plain_date")}
    values["title"] = document_title(meeting, context)
    return PageWords(
        header=filled(page.header, values),
        footer=filled(page.footer, values),
        number=page.number,
        draft=page.draft,
        initials=page.initials,
    )


def heading_values(meeting: Meeting, context: Context) -> dict[str, Value]:
    """What the places of the head hold."""
    dates = context.style.dates
    opened = next((s.opened for s in meeting.sittings if s.opened), None)
    closed = next((s.closed for s in reversed(meeting.sittings) if s.closed), None)
    return {
        "authority": context.authority,
        "committee": context.committee,
        "venue": meeting.venue,
        "date": long_date(meeting.date, dates),
        "plain_date": plain_date(meeting.date, dates),
        "time": clock(meeting.time, dates) if meeting.time else "",
        "opened": clock(opened, dates) if opened else "",
        "closed": clock(closed, dates) if closed else "",
        "kind": "" if meeting.kind in ("ordinary", "reproduced") else meeting.kind,
        "chair_title": context.chair_title,
        "ordinal": ordinal(context.nth),
        **year_values(meeting.date, context.nth),
    }
