"""Whom a meeting's facts name: those whose names its record needs from the register."""

from collections.abc import Iterator

from clerk.domain.meetings import Meeting
from clerk.domain.motions import Motion


def people_in(meeting: Meeting) -> set[str]:
    """The ids of everyone in the attendance, the timeline, the declarations and the motions."""
    return {person for person in _people(meeting) if person}


def _people(meeting: Meeting) -> Iterator[str]:
    for entry in meeting.attendance:
        yield from (entry.person, entry.substitute_for)
    yield from (sitting.chair for sitting in meeting.sittings)
    for movement in meeting.movements:
        yield from (movement.person, movement.other)
    yield from (declaration.person for declaration in meeting.declarations)
    for motion in meeting.motions:
        yield from _of_motion(motion)


def _of_motion(motion: Motion) -> Iterator[str]:
    yield from (motion.mover, motion.seconder)
    for candidate in motion.candidates:
        yield from (candidate.person, candidate.mover, candidate.seconder)
    for vote in motion.votes:
        if vote.named:
            yield from vote.named.everyone
        if vote.casting:
            yield from (vote.casting.person, vote.casting.candidate)
        yield from (own.person for own in vote.own_votes)
        yield from (tally.person for tally in vote.tallies)
