"""The kinds of file that a desk works on; Home shows what stands without loading their acts."""

from functools import cache
from typing import TYPE_CHECKING

from clerk.desk.ledger import Acts, Kind
from clerk.domain.meetings import Meeting
from clerk.domain.register import Register

if TYPE_CHECKING:
    from clerk.domain.meeting_acts import MeetingAct
    from clerk.domain.register_acts import RegisterAct


@cache
def _meeting_acts() -> "Acts[Meeting | None, MeetingAct]":
    from clerk.domain import meeting_acts
    from clerk.domain.forgetting import without_sensitive_nature

    return Acts(
        type=meeting_acts.MeetingAct,
        apply=meeting_acts.apply,
        may_keep=without_sensitive_nature,
    )


@cache
def _register_acts() -> "Acts[Register, RegisterAct]":
    from clerk.domain import register_acts

    return Acts(type=register_acts.RegisterAct, apply=register_acts.apply)


MEETING: "Kind[Meeting | None, MeetingAct]" = Kind(
    name="meeting", state=Meeting, empty=None, acts=_meeting_acts, below=2
)
REGISTER: "Kind[Register, RegisterAct]" = Kind(
    name="register", state=Register, empty=Register(), acts=_register_acts
)
