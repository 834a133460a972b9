"""Acts that leave the record as it is: minutes confirmed, signed, corrected; actions; its kind."""

from typing import assert_never

from msgspec.structs import replace

from clerk.domain.action_acts import ActionAct, apply_action
from clerk.domain.base import Fact
from clerk.domain.life import Amendment, CalledOff, Confirmed, Signed
from clerk.domain.meetings import Meeting, MeetingKind, MeetingState, Number, Published
from clerk.domain.ordered import found
from clerk.errors import RefusedError
from clerk.when import plain_date


class MinutesPublished(Fact, frozen=True, tag="minutes-published"):
    """Numbers fixed and the record frozen."""

    published: Published
    numbers: dict[str, Number]
    """By the id of the minute."""


class MinutesWithdrawn(Fact, frozen=True, tag="minutes-withdrawn"):
    """Publication taken back, with the reason; refused once confirmed."""

    reason: str


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


class MeetingCalledOff(Fact, frozen=True, tag="meeting-called-off"):
    """The meeting does not take place, or is put off; None: it takes place after all."""

    called_off: CalledOff | None = None


LifeAct = (
    MinutesPublished
    | MinutesWithdrawn
    | MinutesConfirmed
    | MinutesSigned
    | MinutesCorrected
    | KindSet
    | MeetingCalledOff
    | ActionAct
)


def apply_life(meeting: Meeting, act: LifeAct) -> Meeting:
    """`meeting` a step further in the life of its minutes; raises RefusedError out of turn."""
    match act:
        case MinutesPublished(published=published, numbers=numbers):
            return _published(meeting, published, numbers)
        case MinutesWithdrawn():
            return _withdrawn(meeting)
        case MinutesConfirmed():
            return _confirmed(meeting, act)
        case MinutesSigned(signed=signed):
            return _signed(meeting, signed)
        case MinutesCorrected(amendment=amendment):
            return _corrected(meeting, amendment)
        case KindSet(kind=kind):
            return replace(meeting, kind=kind)
        case MeetingCalledOff(called_off=called_off):
            return _called_off(meeting, called_off)
        case _ if isinstance(act, ActionAct):
            return apply_action(meeting, act)
        case _:
            assert_never(act)


def why_fixed(meeting: Meeting) -> str:
    """Why the record cannot change, and what to do."""
    if meeting.called_off is not None:
        return (
            f"This meeting was {meeting.called_off.words}: it has no minutes. If it takes place "
            "after all, take that back first."
        )
    way_out = "A correction is a minute of a later meeting."
    if meeting.state == "published":
        way_out = "Withdraw the publication first, or correct them at a later meeting."
    return f"These minutes are {meeting.state}: their words and numbers are fixed. {way_out}"


def _called_off(meeting: Meeting, called_off: CalledOff | None) -> Meeting:
    if meeting.state not in ("draft", "called off"):
        raise RefusedError(
            f"The minutes of this meeting are {meeting.state}, so that it took place. "
            "Nothing was changed."
        )
    if called_off is not None and any(entry.came for entry in meeting.attendance):
        raise RefusedError(
            "Somebody is marked as present, so that the meeting took place. Take the marks away "
            "first; a meeting that began and broke off was adjourned."
        )
    state: MeetingState = "draft" if called_off is None else "called off"
    return replace(meeting, called_off=called_off, state=state)


def _published(meeting: Meeting, published: Published, numbers: dict[str, Number]) -> Meeting:
    minutes = tuple(
        replace(minute, number=numbers.get(minute.id, minute.number)) for minute in meeting.minutes
    )
    return replace(meeting, minutes=minutes, state="published", published=published)


def _withdrawn(meeting: Meeting) -> Meeting:
    if meeting.state != "published":
        raise RefusedError(
            f"These minutes are {meeting.state}; only published ones can be withdrawn."
        )
    minutes = tuple(replace(minute, number=None) for minute in meeting.minutes)
    return replace(meeting, minutes=minutes, state="draft", published=None)


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
