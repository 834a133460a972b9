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
    if closed and style.closed:
        values = {"time": clock(closed, context.style.dates), "chair_title": context.chair_title}
        yield Line(
            kind="closing",
            runs=(Run(text=filled(style.closed, values)),),
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
