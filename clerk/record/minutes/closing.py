"""How the minutes end: when the meeting closed, what is said below, and the lines to be signed."""

from collections.abc import Iterator

from clerk.domain.meetings import Meeting
from clerk.domain.printed import Line, Run
from clerk.record.context import Context
from clerk.record.dates import clock
from clerk.record.wording import filled


def closing_lines(meeting: Meeting, context: Context) -> Iterator[Line]:
    """When the meeting closed, where that is known and the house says it, and the last words."""
    style = context.style.closing
    closed = next((s.closed for s in reversed(meeting.sittings) if s.closed), None)
    values = {
        "time": clock(closed, context.style.dates) if closed else "",
        "chair_title": context.chair_title,
    }
    said = filled(style.closed, values) if closed and style.closed else ""
    if words := said or _as_printed(meeting):
        yield Line(
            kind="closing",
            runs=(Run(text=words),),
            fact=meeting.id,
            role="closing",
            case="upper" if style.capitals else None,
        )
    for at, words in enumerate(style.after):
        text = filled(words, _values(context))
        if text:
            yield Line(
                kind="closing", runs=(Run(text=text),), fact=meeting.id, role=f"closing/{at}"
            )


def _as_printed(meeting: Meeting) -> str:
    """How a paper says that the meeting closed, where the house says nothing."""
    entries = meeting.as_printed
    return next((e.text for e in entries if (e.fact, e.role) == (meeting.id, "closing")), "")


def signature_lines(context: Context) -> tuple[Line, ...]:
    """Where the person presiding at the next suitable meeting signs (LGA 1972 Sch 12 para 41)."""
    return tuple(
        Line(
            kind="signature",
            runs=(Run(text=filled(words, _values(context))),),
            role="signature",
        )
        for words in context.style.closing.signature
    )


def _values(context: Context) -> dict[str, str]:
    return {
        "authority": context.authority,
        "committee": context.committee,
        "chair_title": context.chair_title,
    }
