"""Motions and votes of an open meeting, by keys: moved, amended, put, decided, corrected later.

Each gives what was done, in house wording; raises InputError or RefusedError where it cannot be.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec.structs import replace

from clerk.checks.votes import findings_of
from clerk.desk.meeting.room import InTheRoom, Said
from clerk.domain.base import Fact, new_id
from clerk.domain.meeting_acts import MeetingAct
from clerk.domain.motions import (
    Counts,
    Motion,
    Named,
    Tally,
    Vote,
    Way,
    open_motion,
    outcome_of,
)
from clerk.domain.ordered import found
from clerk.domain.presence import Moment, business_of
from clerk.domain.room_acts import MotionCleared, MotionMoved, VoteChanged, VoteTaken
from clerk.errors import InputError
from clerk.record.echo import echo
from clerk.record.facts.room import name_of
from clerk.speech.hearing import time_of, tokens_of
from clerk.speech.moving import member, with_candidate
from clerk.speech.voting import (
    Result,
    result_of,
    vote_now,
    with_casting,
    with_own_vote,
    with_tallies,
)

AFRESH = "afresh"
"""The key of the row that stands for a vote with no motion moved."""


class VoteRow(Fact, frozen=True):
    """A motion, or under it one of its votes."""

    key: str
    motion: str
    vote: str = ""
    ref: str = ""
    what: str = ""
    by: str = ""
    outcome: str = ""
    words: str = ""
    """How it prints, and what does not add up."""


class Voter(Fact, frozen=True):
    """A member at a vote by names: how they voted, or why they cannot."""

    person: str
    name: str
    more: str
    why_not: str = ""
    """Why no vote of theirs would count; empty for those entitled."""


def vote_rows(desk: InTheRoom, item: str) -> tuple[VoteRow, ...]:
    """A row for a new vote on the item in hand, its motions, then those of the other items."""
    motions = [m for m in desk.meeting.motions if m.kind != "exclusion" or m.votes]
    here = [m for m in motions if m.item == item]
    there = [m for m in motions if m.item != item]
    title = business_of(desk.meeting, item) or "the meeting"
    first = VoteRow(key=AFRESH, motion="", what=f"a new vote on “{title}”")
    return (first, *(row for motion in (*here, *there) for row in _rows_of(desk, motion)))


def in_hand(desk: InTheRoom, item: str) -> str:
    """The key of the row that a vote would be about: the motion that is open, else a new one."""
    motion = open_motion(desk.meeting.motions, item)
    return motion.id if motion else AFRESH


def motion_of(desk: InTheRoom, item: str, motion_id: str) -> Motion:
    """The motion of this id; a new one without words where nothing was moved."""
    known = next((m for m in desk.meeting.motions if m.id == motion_id), None)
    return known or Motion(id=new_id(), item=item)


def vote_of(motion: Motion, vote_id: str) -> Vote:
    """The vote of this id, or the last one; raises InputError where there is none."""
    if not motion.votes:
        raise InputError("No vote has been taken on this yet. Record the vote first.")
    return next((vote for vote in motion.votes if vote.id == vote_id), motion.votes[-1])


def member_meant(desk: InTheRoom, words: str, item: str) -> str:
    """The member who is meant by letters of the name, those present first; raises NotFoundError."""
    return member(words, desk.hearing(item))


def key_of(said: Said) -> str:
    """The key of the row to go on at after acts: of the motion or vote that they made.

    After the vote on an amendment that is its motion, which is put next. Empty for none.
    """
    for act in said.acts:
        match act:
            case VoteTaken(motion=motion, vote=vote):
                return motion.of or f"{motion.id}/{vote.id}"
            case VoteChanged(motion=motion_id, vote=vote):
                return f"{motion_id}/{vote.id}"
            case MotionMoved(motion=motion):
                return motion.id
    return ""


def move(
    desk: InTheRoom, motion: Motion, *, mover: str, seconder: str, words: str, of: str = ""
) -> Said:
    """A motion is moved, or an amendment to the motion `of`; or what was moved is corrected.

    Raises InputError where it has neither a mover nor words.
    """
    plain = " ".join(words.split())
    if not (mover or plain):
        raise InputError("Type who moved it, or its words.")
    kind: Literal["motion", "amendment"] = "amendment" if of or motion.of else "motion"
    changed = replace(motion, mover=mover, seconder=seconder, words=plain, of=of or motion.of)
    if motion.kind in ("motion", "amendment"):
        changed = replace(changed, kind=kind)
    return desk.perform(MotionMoved(motion=changed))


def nominate(
    desk: InTheRoom, item: str, candidate: str, office: str, *, mover: str = "", seconder: str = ""
) -> Said:
    """Somebody is proposed in the item's election."""
    return desk.perform(
        *with_candidate(
            candidate, desk.hearing(item), office=office, mover=mover, seconder=seconder
        )
    )


def end(
    desk: InTheRoom, motion: Motion, outcome: Literal["withdrawn", "referred"], to: str
) -> Said:
    """The motion is withdrawn or referred, without a vote."""
    return desk.perform(MotionMoved(motion=replace(motion, outcome=outcome, to=to.strip())))


def taken(
    desk: InTheRoom,
    motion: Motion,
    result: Result | None,
    *,
    counts: Counts | None = None,
    ways: Mapping[str, Way] | None = None,
    unanimous: bool = False,
    at: dt.time | None = None,
    correcting: str = "",
) -> MeetingAct:
    """The act of a vote on the motion: a further one, or the vote `correcting` written down anew.

    `ways` are the votes by names; without a result, the numbers decide. `at` is the time, where it
    is another than now.
    """
    named = _named(ways) if ways is not None else None
    counted = named.counts if named else counts
    if result is None:
        result = result_of(counted) if counted else "carried"
    known = next((v for v in motion.votes if v.id == correcting), None)
    if known is not None:
        changed = replace(known, result=result, counts=counts, named=named, unanimous=unanimous)
        return VoteChanged(motion=motion.id, vote=replace(changed, at=at or known.at))
    vote = vote_now(result, desk.hearing(motion.item))
    vote = replace(vote, at=at or vote.at)
    return VoteTaken(
        motion=motion, vote=replace(vote, counts=counts, named=named, unanimous=unanimous)
    )


def time_in(desk: InTheRoom, motion: Motion, words: str) -> dt.time | None:
    """The time among words such as "7-2-1 11.42"; None where there is none."""
    hearing = desk.hearing(motion.item)
    return next((at for each in tokens_of(words) if (at := time_of(each, hearing))), None)


def tally(desk: InTheRoom, motion: Motion, votes: Mapping[str, int]) -> Said:
    """The votes for each candidate of an election."""
    tallies = tuple(Tally(person=person, votes=count) for person, count in votes.items())
    return desk.perform(*with_tallies(motion, tallies, desk.hearing(motion.item)))


def cast(desk: InTheRoom, motion: Motion, vote_id: str, how: str) -> Said:
    """The casting vote: `how` is "for", "against", or the candidate's id."""
    vote = vote_of(motion, vote_id)
    return desk.perform(*with_casting(motion, vote, how, desk.hearing(motion.item)))


def own_vote(desk: InTheRoom, motion: Motion, vote_id: str, person: str, way: Way) -> Said:
    """One member's vote, recorded at their request."""
    return desk.perform(*with_own_vote(motion, vote_of(motion, vote_id), person, way))


def strike_out(desk: InTheRoom, motion_id: str, vote_id: str) -> str:
    """Takes a vote away, or a motion with all its votes; says what it was."""
    motion = found(desk.meeting.motions, motion_id)
    if not vote_id:
        words = echo(MotionMoved(motion=motion), desk.meeting, desk.context) or "the motion"
        desk.do(MotionCleared(motion=motion_id), f"Taken away: {words}")
        return words
    vote = found(motion.votes, vote_id)
    words = echo(VoteChanged(motion=motion_id, vote=vote), desk.meeting, desk.context)
    if not (motion.words or motion.mover or len(motion.votes) > 1 or motion.candidates):
        desk.do(MotionCleared(motion=motion_id), f"Vote taken away: {words}")
        return words
    kept = tuple(each for each in motion.votes if each.id != vote_id)
    desk.do(MotionMoved(motion=replace(motion, votes=kept)), f"Vote taken away: {words}")
    return words


def voters(desk: InTheRoom, motion: Motion, vote_id: str = "") -> tuple[Voter, ...]:
    """Every member as they stood at the vote: entitled ones, then those whose vote cannot count."""
    known = next((vote for vote in motion.votes if vote.id == vote_id), None)
    moment = Moment(item=motion.item, after=known.after if known else None)
    room, members = desk.room(moment=moment), desk.context.members
    people = dict.fromkeys((*room.entitled, *room.present, *room.presence.remote, *members))
    return tuple(
        Voter(
            person=person,
            name=desk.name(person),
            more=_group(desk, person, room.presence.substitutes),
            why_not=""
            if person in room.entitled
            else room.why_not(person) or room.presence.away.get(person, "not marked"),
        )
        for person in people
    )


def ways_of(vote: Vote | None, entitled: tuple[str, ...]) -> dict[str, Way]:
    """How each voted: as recorded, or all who are entitled for it."""
    if vote is None or vote.named is None:
        return dict.fromkeys(entitled, "for")
    ways: dict[str, Way] = dict.fromkeys(vote.named.in_favour, "for")
    ways |= dict.fromkeys(vote.named.against, "against")
    return ways | dict.fromkeys(vote.named.abstained, "abstained")


def _group(desk: InTheRoom, person: str, substitutes: Mapping[str, str]) -> str:
    seat = desk.context.members.get(substitutes.get(person, person))
    return ", ".join(part for part in (seat.role, seat.group) if part) if seat else ""


def _named(ways: Mapping[str, Way]) -> Named:
    def of(way: Way) -> tuple[str, ...]:
        return tuple(person for person, chosen in ways.items() if chosen == way)

    return Named(in_favour=of("for"), against=of("against"), abstained=of("abstained"))


def _rows_of(desk: InTheRoom, motion: Motion) -> Iterator[VoteRow]:
    meeting, context = desk.meeting, desk.context
    item = meeting.item(motion.item)
    people = [name_of(p, context, "short") for p in (motion.mover, motion.seconder) if p]
    outcome = outcome_of(motion)
    yield VoteRow(
        key=motion.id,
        motion=motion.id,
        ref=item.ref if item else "",
        what=f"{motion.kind}: {motion.words or motion.office or _candidates(desk, motion)}".rstrip(
            ": "
        ),
        by=", ".join(people),
        outcome=outcome or "open",
        words=echo(MotionMoved(motion=motion), meeting, context),
    )
    for at, vote in enumerate(motion.votes, 1):
        words = echo(VoteChanged(motion=motion.id, vote=vote), meeting, context)
        wrong = [each.sentence for each in findings_of(vote, motion, meeting, context)]
        yield VoteRow(
            key=f"{motion.id}/{vote.id}",
            motion=motion.id,
            vote=vote.id,
            what=f"  vote {at}: {words}",
            outcome="look" if wrong else vote.result,
            words=" ".join((words, *wrong)),
        )


def _candidates(desk: InTheRoom, motion: Motion) -> str:
    return ", ".join(name_of(c.person, desk.context, "short") for c in motion.candidates)
