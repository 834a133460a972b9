"""An agenda published too late for the clear days that the law gives the public."""

from collections.abc import Iterator

from clerk.checks.finding import Finding
from clerk.domain.meetings import Meeting
from clerk.law.notice import last_day, notice
from clerk.record.context import Context
from clerk.record.facts.room import setting_of
from clerk.when import plain_date


def check_notice(meeting: Meeting, context: Context) -> Iterator[Finding]:
    """Fewer clear days than needed; a meeting may be called at shorter notice, and says so."""
    published = meeting.front.published if meeting.front else None
    if published is None:
        return
    setting = setting_of(meeting, context)
    given = notice(published, setting)
    if given.enough:
        return
    due = last_day(setting)
    by = f"; it was due by {plain_date(due)}" if due else ""
    yield Finding(
        code="NOTICE-SHORT",
        says=f"The agenda was published on {plain_date(published)} and gives {given.given} of "
        f"{given.needed} clear days{by}",
        source=given.source,
        fact=meeting.id,
    )
