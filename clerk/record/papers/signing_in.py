"""The attendance sheet that is laid out for signing: who is expected, and room to sign."""

from collections.abc import Iterator, Sequence

from clerk.domain.base import Fact
from clerk.domain.meetings import Meeting
from clerk.domain.printed import Line, Record
from clerk.record.context import Context
from clerk.record.dates import clock, long_date, plain_date
from clerk.record.papers.shared import head_lines, paper, plain_line
from clerk.record.wording import filled

SIGN = "sign"
"""The role of a table whose rows are high enough to sign in."""


class Expected(Fact, frozen=True):
    """Somebody who is to sign."""

    name: str
    """With the role behind it: "Mrs R Dace (Chairman)"."""
    group: str = ""
    apologies: bool = False


def signing_in_record(meeting: Meeting, context: Context, expected: Sequence[Expected]) -> Record:
    """The sheet for `meeting`; there is nothing of its business on it."""
    style = context.style.papers.signing_in
    values = {
        "committee": context.committee,
        "plain_date": plain_date(meeting.date, context.style.dates),
    }
    lines = _lines(meeting, context, expected)
    title = filled(style.title, values)
    return paper(lines, title, context.style, context.style_name, "public")


def _lines(meeting: Meeting, context: Context, expected: Sequence[Expected]) -> Iterator[Line]:
    style, dates = context.style.papers.signing_in, context.style.dates
    yield from head_lines(context.authority, context.committee, context.style, style.heading)
    time = clock(meeting.time, dates) if meeting.time else ""
    when = filled(style.when, {"date": long_date(meeting.date, dates), "time": time})
    yield plain_line("opening", when)
    if meeting.venue:
        yield plain_line("opening", filled(style.venue, {"venue": meeting.venue}))
    if style.words:
        yield plain_line("opening", style.words)
    named = [
        (each.name, each.group, style.apologies if each.apologies else "") for each in expected
    ]
    if named:
        yield _table(style.columns, named)
    if style.blank:
        yield _table(style.others, [("", "", "")] * style.blank)


def _table(header: tuple[str, str, str], rows: Sequence[tuple[str, str, str]]) -> Line:
    return Line(kind="table", rows=(header, *rows), header=True, role=SIGN)
