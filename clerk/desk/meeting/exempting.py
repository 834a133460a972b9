"""Exempt business of an open meeting: an item, or the rest of one, and the motion that allows it.

Each gives what was done, in house wording; raises InputError or RefusedError where it cannot be.
"""

import re

from msgspec.structs import replace

from clerk.desk.meeting.room import InTheRoom, Said
from clerk.domain.base import Fact
from clerk.domain.meeting_acts import MeetingAct
from clerk.domain.meetings import Exempt
from clerk.domain.minute_acts import MinuteOpened
from clerk.domain.motions import outcome_of
from clerk.domain.room_acts import ExemptMarked
from clerk.errors import InputError
from clerk.law.exclusion import PARAGRAPHS, Power, power
from clerk.record.facts.room import setting_of
from clerk.speech.presiding import excludes, second_minute


class ExemptAsked(Fact, frozen=True, kw_only=True):
    """What a clerk says of exempt business."""

    grounds: str = ""
    """Paragraphs of Schedule 12A, "confidential"; in a parish the reason. Empty opens it again."""
    public_title: str = ""
    summary: str = ""
    motion: bool = True
    """Whether the motion to exclude the public was carried, now."""
    rest: bool = False
    """Only the rest of the item, in a minute of its own."""


def power_of(desk: InTheRoom) -> Power:
    """Under which power this meeting excludes the public."""
    return power(setting_of(desk.meeting, desk.context))


def grounds_words(desk: InTheRoom, words: str) -> str:
    """The grounds in plain words: what each paragraph is. Raises InputError."""
    exempt, reason = _read(desk, words)
    if reason:
        return f"because {reason}"
    said = [f"{each}: {PARAGRAPHS[each]}" for each in exempt.paragraphs]
    if exempt.confidential:
        said.append("confidential (LGA 1972 s100A(2)): the public must be excluded")
    return "; ".join(said)


def known(desk: InTheRoom, of: str) -> ExemptAsked:
    """What is known of an item or minute so far: the motion is asked for where none covers it."""
    meeting = desk.meeting
    fact = meeting.item(of) or meeting.minute(of)
    minute = meeting.minute_of(of) or meeting.minute(of)
    exempt = (fact.exempt if fact else None) or (minute.exempt if minute else None)
    covered = [m for m in meeting.motions if m.kind == "exclusion" and of in m.items]
    carried = any(outcome_of(motion) == "carried" for motion in covered)
    grounds = next((m.reason for m in covered if m.reason), "")
    if exempt is not None and not grounds:
        grounds = ", ".join(
            (*exempt.paragraphs, *(("confidential",) if exempt.confidential else ()))
        )
    return ExemptAsked(
        grounds=grounds,
        public_title=exempt.public_title if exempt else "",
        summary=minute.summary if minute else "",
        motion=not carried,
    )


def make_exempt(desk: InTheRoom, of: str, asked: ExemptAsked) -> Said:
    """The item, or the rest of it, is exempt, and the motion is written where it was carried.

    A summary for the public is part of the minute: it begins one that the item has not yet.
    """
    if not asked.grounds.strip():
        return _open_again(desk, of)
    exempt, reason = _read(desk, asked.grounds)
    exempt = replace(exempt, public_title=" ".join(asked.public_title.split()))
    hearing = desk.hearing(of)
    acts: list[MeetingAct] = []
    if asked.rest:
        begun = second_minute(hearing)
        acts.append(begun)
        of = begun.minute.id
        hearing = replace(hearing, item=of)
    elif asked.summary.strip() and desk.meeting.item(of) and not desk.meeting.minute_of(of):
        minute, before = desk.new_minute(of)
        acts.append(MinuteOpened(minute=minute, before=before))
    if asked.motion:
        acts += excludes((of,), exempt.paragraphs, reason, hearing)
    acts.append(ExemptMarked(of=of, exempt=exempt, summary=" ".join(asked.summary.split())))
    return desk.perform(*acts)


def _open_again(desk: InTheRoom, of: str) -> Said:
    meeting = desk.meeting
    fact = meeting.item(of) or meeting.minute(of)
    minute = meeting.minute_of(of)
    if (fact is None or fact.exempt is None) and (minute is None or minute.exempt is None):
        raise InputError("Say on which paragraphs of Schedule 12A (1 to 7) it is exempt.")
    return desk.perform(ExemptMarked(of=of, exempt=None))


def _read(desk: InTheRoom, words: str) -> tuple[Exempt, str]:
    """(the paragraphs, a parish's reason)."""
    plain = " ".join(words.split())
    if not power_of(desk).by_paragraphs:
        return Exempt(), plain.removeprefix("because ").rstrip(".")
    tokens = [token.casefold() for token in re.split(r"[\s,;]+|\band\b", plain) if token]
    paragraphs = tuple(dict.fromkeys(t for t in tokens if t in PARAGRAPHS))
    others = [t for t in tokens if t not in PARAGRAPHS]
    confidential = any(other.startswith("conf") for other in others)
    unknown = [t for t in others if not t.startswith(("conf", "para"))]
    if unknown or not (paragraphs or confidential):
        what = f"“{unknown[0]}” is no paragraph of Schedule 12A. " if unknown else ""
        raise InputError(f"{what}Type the paragraphs from 1 to 7, such as 3, 5; or confidential.")
    return Exempt(paragraphs=paragraphs, confidential=confidential), ""
