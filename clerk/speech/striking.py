"""`strike`: what was noted by mistake is taken away, from the timeline or from the motions."""

from msgspec.structs import replace

from clerk.domain.motions import last_motion
from clerk.domain.room_acts import (
    DeclarationCleared,
    MotionCleared,
    MotionMoved,
    MovementCleared,
    NothingDeclared,
)
from clerk.errors import InputError, NotFoundError
from clerk.speech.hearing import Acts, Hearing, item_of, split_words, who


def struck(words: str, hearing: Hearing) -> Acts:
    """ "chi" (what they did last), "doi green B1", "doi none", "vote", "motion", "adjourned"."""
    what, _, rest = words.strip().partition(" ")
    match what.casefold():
        case "":
            raise InputError("Type what is struck out: strike chi, strike doi green B1, or vote.")
        case "doi":
            return _declaration(rest, hearing)
        case "vote":
            return _vote(hearing)
        case "motion":
            return _motion(hearing)
        case _:
            return _movement(words, hearing)


def _movement(words: str, hearing: Hearing) -> Acts:
    """What a person did last, or what happened to the meeting last: "adjourned", "readmitted"."""
    movements = hearing.meeting.movements
    plain = words.strip().casefold()
    of_meeting = [m for m in movements if not m.person and plain and plain in m.kind]
    if of_meeting:
        return (MovementCleared(movement=of_meeting[-1].id),)
    person = who(words, hearing, [m.person for m in movements if m.person])
    mine = [m for m in movements if m.person == person]
    return (MovementCleared(movement=mine[-1].id),)


def _declaration(words: str, hearing: Hearing) -> Acts:
    if words.strip().casefold() in ("none", "nil", "no"):
        return (NothingDeclared(asked=False),)
    name, rest = split_words(words, hearing)
    declared = hearing.meeting.declarations
    person = who(name, hearing, [each.person for each in declared])
    item = next((found.id for token in rest if (found := item_of(token, hearing))), "")
    mine = [d for d in declared if d.person == person and (not item or d.item == item)]
    if len(mine) != 1:
        raise NotFoundError("Say in which item that declaration was made: strike doi green B1.")
    return (DeclarationCleared(declaration=mine[0].id),)


def _vote(hearing: Hearing) -> Acts:
    motion = last_motion(hearing.meeting.motions, hearing.item)
    if motion is None:
        raise NotFoundError("No vote has been taken on this item.")
    if len(motion.votes) == 1 and not (motion.words or motion.mover or motion.candidates):
        return (MotionCleared(motion=motion.id),)
    return (MotionMoved(motion=replace(motion, votes=motion.votes[:-1])),)


def _motion(hearing: Hearing) -> Acts:
    mine = [m for m in hearing.meeting.motions if m.item == hearing.item]
    if not mine:
        raise NotFoundError("Nothing has been moved on this item.")
    return (MotionCleared(motion=mine[-1].id),)
