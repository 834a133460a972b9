"""Acts that leave the record as it is: minutes confirmed, signed, corrected; a meeting's kind."""

from typing import assert_never

from msgspec.structs import replace

from clerk.domain.base import Fact
from clerk.domain.life import Amendment, Confirmed, Signed
from clerk.domain.meetings import Meeting, MeetingKind
from clerk.domain.ordered import found
from clerk.errors import RefusedError
from clerk.when import plain_date


class MinutesConfirmed(Fact, frozen=True, tag="minutes-confirmed"):
    """Confirmed at a later meeting as they stand, or subject to amendments."""

    confirmed: Confirmed
    amendments: tuple[Amendment, ...] = ()


class MinutesSigned(Fact, frozen=True, tag="minutes-signed"):
    """Signed by whoever presided at the meeting that confirmed them."""

    signed: Signed


class MinutesCorrected(Fact, frozen=True, tag="minutes-corrected"):
    """A confirmed minute put right by a minute of a later meeting."""

    amendment: Amendment


class KindSet(Fact, frozen=True, tag="kind-set"):
    """Whether the meeting is ordinary, annual or extraordinary; its record does not change."""

    kind: MeetingKind


LifeAct = MinutesConfirmed | MinutesSigned | MinutesCorrected | KindSet


def apply_life(meeting: Meeting, act: LifeAct) -> Meeting:
    """`meeting` a step further in the life of its minutes; raises RefusedError out of turn."""
    match act:
        case MinutesConfirmed():
            return _confirmed(meeting, act)
        case MinutesSigned(signed=signed):
            return _signed(meeting, signed)
        case MinutesCorrected(amendment=amendment):
            return _corrected(meeting, amendment)
        case KindSet(kind=kind):
            return replace(meeting, kind=kind)
        case _:
            assert_never(act)


def _confirmed(meeting: Meeting, act: MinutesConfirmed) -> Meeting:
    if meeting.state == "draft":
        raise RefusedError(
            "These minutes are a draft: publish them first, so that what is confirmed is fixed."
        )
    if meeting.state != "published":
        raise RefusedError(f"These minutes are {meeting.state} already.")
    if act.confirmed.on < meeting.date:
        raise RefusedError(
            f"Minutes of {plain_date(meeting.date)} cannot be confirmed before that day, on "
            f"{plain_date(act.confirmed.on)}."
        )
    for amendment in act.amendments:
        found(meeting.minutes, amendment.minute)
    return replace(meeting, state="confirmed", confirmed=act.confirmed, amendments=act.amendments)


def _signed(meeting: Meeting, signed: Signed) -> Meeting:
    if meeting.state == "signed":
        raise RefusedError("These minutes are signed already.")
    if meeting.state != "confirmed" or meeting.confirmed is None:
        raise RefusedError(
            f"These minutes are {_a(meeting.state)}: they are signed once they are confirmed."
        )
    if signed.on < meeting.confirmed.on:
        raise RefusedError(
            f"They were confirmed on {plain_date(meeting.confirmed.on)}, and cannot be signed "
            f"before, on {plain_date(signed.on)}."
        )
    if signed.first_page and signed.last_page and signed.last_page < signed.first_page:
        raise RefusedError("The last leaf cannot come before the first. Type both again.")
    return replace(meeting, state="signed", signed=signed)


def _corrected(meeting: Meeting, amendment: Amendment) -> Meeting:
    if meeting.state not in ("confirmed", "signed"):
        raise RefusedError(
            f"These minutes are {_a(meeting.state)}: they are put right on being confirmed."
        )
    if meeting.confirmed and amendment.on < meeting.confirmed.on:
        raise RefusedError(
            f"They were confirmed on {plain_date(meeting.confirmed.on)}: a correction is made at "
            "that meeting's own confirmation, or at a later one."
        )
    found(meeting.minutes, amendment.minute)
    return replace(meeting, amendments=(*meeting.amendments, amendment))


def _a(state: str) -> str:
    return "a draft" if state == "draft" else state
