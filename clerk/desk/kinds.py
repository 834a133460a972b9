"""The kinds of file that a desk works on."""

from clerk.desk.ledger import Kind
from clerk.domain import meeting_acts, register_acts
from clerk.domain.forgetting import without_sensitive_nature
from clerk.domain.meetings import Meeting
from clerk.domain.register import Register

MEETING: Kind[Meeting | None, meeting_acts.MeetingAct] = Kind(
    name="meeting",
    state=Meeting,
    act=meeting_acts.MeetingAct,
    apply=meeting_acts.apply,
    empty=None,
    may_keep=without_sensitive_nature,
    below=2,
)
REGISTER: Kind[Register, register_acts.RegisterAct] = Kind(
    name="register",
    state=Register,
    act=register_acts.RegisterAct,
    apply=register_acts.apply,
    empty=Register(),
)
