"""Every check of a meeting, in the order in which a clerk would go through the minutes."""

from clerk.checks.agenda import check_agenda
from clerk.checks.attendance import check_attendance
from clerk.checks.exempt import check_exempt
from clerk.checks.finding import Finding
from clerk.checks.membership import check_membership
from clerk.checks.notice import check_notice
from clerk.checks.numbers import check_numbers
from clerk.checks.votes import check_votes
from clerk.checks.words import check_words
from clerk.domain.meetings import Meeting
from clerk.record.context import Context

_CHECKS = (
    check_membership,
    check_attendance,
    check_agenda,
    check_notice,
    check_votes,
    check_exempt,
    check_words,
    check_numbers,
)


def check_meeting(meeting: Meeting, context: Context) -> tuple[Finding, ...]:
    """What there is to look at; nothing is changed. Reproduced minutes are another body's."""
    if meeting.reproduced_in:
        return ()
    return tuple(found for check in _CHECKS for found in check(meeting, context))
