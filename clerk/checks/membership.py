"""Numbers of the membership list that differ from the names under them; slips between names."""

from collections.abc import Iterator

from clerk.checks.finding import Finding
from clerk.domain.meetings import Meeting
from clerk.record.context import Context
from clerk.record.facts.room import name_of


def check_membership(meeting: Meeting, context: Context) -> Iterator[Finding]:
    """The stated numbers of a front sheet against its names; names that run into one another."""
    yield from _stated(meeting)
    yield from _separators(meeting, context)


def _stated(meeting: Meeting) -> Iterator[Finding]:
    front = meeting.front
    if front is None or not front.stated_groups:
        return
    for group in front.stated_groups:
        if group.stated is not None and group.stated != len(group.members):
            yield Finding(
                code="GROUP-COUNT",
                says=f"{group.name or 'Members'} ({group.stated}) names {len(group.members)}",
                source="the front sheet's membership",
                fact=meeting.id,
            )
    stated = [group.stated for group in front.stated_groups]
    total = sum(each or 0 for each in stated)
    if front.stated_total is not None and None not in stated and front.stated_total != total:
        yield Finding(
            code="MEMBERSHIP-TOTAL",
            says=f"Membership ({front.stated_total}), and the groups under it add up to {total}",
            source="the front sheet's membership",
            fact=meeting.id,
        )


def _separators(meeting: Meeting, context: Context) -> Iterator[Finding]:
    """A paper that printed nothing between two names; the last name is set off by "and"."""
    entries = {entry.id: entry for entry in meeting.attendance}
    for slip in meeting.as_printed:
        entry = entries.get(slip.fact)
        if slip.role == "separator" and entry is not None and not slip.text.strip():
            yield Finding(
                code="NAMES-RUN-TOGETHER",
                says=f"A comma or “and” is missing behind {name_of(entry.person, context)}",
                source="the paper",
                fact=entry.id,
            )
