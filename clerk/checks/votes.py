"""Votes that do not add up, names that could not vote, decisions without a quorum."""

from collections import Counter
from collections.abc import Iterator

from clerk.checks.finding import Finding
from clerk.counted import counted
from clerk.domain.meetings import Meeting
from clerk.domain.motions import Counts, Motion, Vote
from clerk.domain.presence import Moment, business_of
from clerk.law.votes import BY_NAMES, CASTING, by_names
from clerk.record.context import Context
from clerk.record.facts.room import Room, name_of, room_at, setting_of


def check_votes(meeting: Meeting, context: Context) -> Iterator[Finding]:
    """Every vote of the meeting, judged by who was in the room when it was taken."""
    for motion in meeting.motions:
        for vote in motion.votes:
            yield from findings_of(vote, motion, meeting, context)


def findings_of(
    vote: Vote, motion: Motion, meeting: Meeting, context: Context
) -> Iterator[Finding]:
    """What is wrong with one vote; nothing where nothing is known of the room."""
    room = room_at(meeting, context, Moment(item=motion.item, after=vote.after))
    about = business_of(meeting, motion.item) or "the meeting"
    if room.present:
        yield from _quorum(room, vote, about)
        yield from _adds_up(room, vote, about)
    yield from _names(room, vote, context, about)
    yield from _result(vote, about)
    needs = by_names(f"{about} {motion.words}", setting_of(meeting, context))
    if needs and vote.named is None and motion.kind == "motion":
        yield Finding(
            code="VOTE-NAMES-NEEDED",
            says=f"The vote on “{about}” was not taken by names",
            severity="wrong",
            source=BY_NAMES.section,
            fact=vote.id,
        )


def _quorum(room: Room, vote: Vote, about: str) -> Iterator[Finding]:
    if vote.result and not room.quorate:
        yield Finding(
            code="QUORUM-LOST",
            says=f"“{about}” was decided with {len(room.present)} members present; the quorum is "
            f"{room.quorum}",
            severity="wrong",
            source=room.quorum_source,
            fact=vote.id,
        )


def _adds_up(room: Room, vote: Vote, about: str) -> Iterator[Finding]:
    counts = vote.counted
    tallied = sum(tally.votes or 0 for tally in vote.tallies)
    cast = counts.cast if counts else tallied
    entitled = len(room.entitled)
    if cast > entitled:
        members = counted(entitled, "member")
        yield Finding(
            code="VOTE-TOO-MANY",
            says=f"{cast} votes are recorded on “{about}”, and {members} could vote",
            severity="wrong",
            source="members present and entitled",
            fact=vote.id,
        )
    elif counts and _complete(counts) and cast < entitled:
        yield Finding(
            code="VOTE-TOO-FEW",
            says=f"{cast} votes and abstentions are recorded on “{about}”, and "
            f"{counted(entitled, 'member')} could vote: {entitled - cast} did not vote",
            source="members present and entitled",
            fact=vote.id,
        )


def _names(room: Room, vote: Vote, context: Context, about: str) -> Iterator[Finding]:
    named = list(vote.named.everyone) if vote.named else []
    named += [own.person for own in vote.own_votes]
    twice = Counter(vote.named.everyone) if vote.named else Counter()
    for person in dict.fromkeys(named):
        name = name_of(person, context)
        why = room.why_not(person)
        if person not in room.present and not why:
            why = f"was not there ({room.presence.away.get(person, 'no member of it')})"
        if why:
            yield Finding(
                code="VOTE-NOT-ENTITLED",
                says=f"{name} is recorded as voting on “{about}”: {why}",
                severity="wrong",
                fact=vote.id,
            )
        if twice[person] > 1:
            yield Finding(
                code="VOTE-TWICE",
                says=f"{name} is recorded {twice[person]} times in the vote on “{about}”",
                severity="wrong",
                fact=vote.id,
            )


def _result(vote: Vote, about: str) -> Iterator[Finding]:
    counts = vote.counted
    if counts is None or counts.in_favour is None or counts.against is None or not vote.result:
        return
    ahead = counts.in_favour - counts.against
    carried = ahead > 0 or (ahead == 0 and vote.casting is not None and vote.casting.way == "for")
    if carried != (vote.result == "carried"):
        tie = " A tie without a casting vote is lost." if ahead == 0 else ""
        yield Finding(
            code="VOTE-RESULT",
            says=f"“{about}” is recorded as {vote.result} with {counts.in_favour} for and "
            f"{counts.against} against.{tie}",
            severity="wrong",
            source=CASTING.section if ahead == 0 else "",
            fact=vote.id,
        )
    if vote.casting and ahead != 0:
        yield Finding(
            code="VOTE-CASTING",
            says=f"A casting vote is recorded on “{about}”, and the votes were not equal",
            severity="wrong",
            source=CASTING.section,
            fact=vote.id,
        )


def _complete(counts: Counts) -> bool:
    """Whether abstentions were counted too, so that whoever is missing did not vote."""
    return None not in (counts.in_favour, counts.against, counts.abstained)
