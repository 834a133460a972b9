"""The real minutes of a committee set in a house style that is being tried."""

from pathlib import Path

from msgspec.structs import replace

from clerk.desk.documents.sample import sample_context, sample_meeting
from clerk.desk.office import Office
from clerk.domain.base import Fact
from clerk.domain.meetings import Meeting
from clerk.domain.printed import Line
from clerk.errors import ClerkError
from clerk.record.context import Context
from clerk.record.minutes.compose import compose
from clerk.record.style.house_style import HouseStyle
from clerk.when import plain_date


class Trial(Fact, frozen=True):
    """Minutes to try a style on, and what they are."""

    meeting: Meeting
    context: Context | None
    """None for the invented ones."""
    words: str

    def lines(self, style: HouseStyle, name: str) -> tuple[Line, ...]:
        """The minutes in that style, composed anew: what was published is not touched."""
        context = (
            sample_context(style, name)
            if self.context is None
            else replace(self.context, style=style, style_name=name)
        )
        lines = compose(self.meeting, context, "full").lines
        return tuple(
            replace(line, provisional=False) if line.provisional else line for line in lines
        )


def trial_of(office: Office, committee_id: str, path: Path | None = None) -> Trial:
    """The minutes of the meeting in `path`, else the committee's last, else invented ones."""
    body = office.committee(committee_id)
    rows = [found for found, row in office.summaries(body.slug) if row.minutes]
    for each in ([path] if path else []) + rows[::-1]:
        try:
            meeting = office.load(each).state
            if meeting is not None and meeting.minutes:
                words = f"{body.name_on(meeting.date)}, {plain_date(meeting.date)}"
                return Trial(meeting=_bare(meeting), context=office.context(meeting), words=words)
        except ClerkError:
            continue
    words = "Invented minutes, since this committee has none yet"
    return Trial(meeting=sample_meeting(), context=None, words=words)


def _bare(meeting: Meeting) -> Meeting:
    """The meeting without what no style can change: a paper's slips, numbers as published."""
    minutes = tuple(replace(minute, number=None) for minute in meeting.minutes)
    return replace(meeting, as_printed=(), minutes=minutes)


def first_change(before: tuple[Line, ...], after: tuple[Line, ...]) -> int | None:
    """The place of the first line that differs; None where none does."""
    for at, (old, new) in enumerate(zip(before, after, strict=False)):
        if (old.text, old.number, old.kind) != (new.text, new.number, new.kind) or (
            old.beside != new.beside
        ):
            return at
    return min(len(before), len(after)) if len(before) != len(after) else None
