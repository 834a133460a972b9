"""What was moved, by whom, and how each vote on it went. A later vote never replaces an earlier."""

import datetime as dt
from typing import Literal

from clerk.domain.base import Fact

MotionKind = Literal["motion", "amendment", "election", "exclusion"]
Outcome = Literal["", "carried", "lost", "withdrawn", "referred"]
Way = Literal["for", "against", "abstained"]


class Counts(Fact, frozen=True):
    """A show of hands; None where that number was not given."""

    in_favour: int | None = None
    against: int | None = None
    abstained: int | None = None

    @property
    def cast(self) -> int:
        """Votes and abstentions together, as far as given."""
        return (self.in_favour or 0) + (self.against or 0) + (self.abstained or 0)


class Named(Fact, frozen=True):
    """A vote by names, which are people's ids."""

    in_favour: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    abstained: tuple[str, ...] = ()

    @property
    def counts(self) -> Counts:
        """How many of each."""
        return Counts(
            in_favour=len(self.in_favour),
            against=len(self.against),
            abstained=len(self.abstained),
        )

    @property
    def everyone(self) -> tuple[str, ...]:
        """All who are named, in that order; who is named twice comes twice."""
        return (*self.in_favour, *self.against, *self.abstained)


class OwnVote(Fact, frozen=True):
    """One member's vote recorded at their own request (SI 1993/202 Sch 2 para 1)."""

    person: str
    way: Way


class Tally(Fact, frozen=True):
    """The votes for one candidate of an election."""

    person: str
    votes: int | None = None


class Casting(Fact, frozen=True):
    """The second or casting vote of whoever presided (LGA 1972 Sch 12 para 39(2))."""

    person: str = ""
    way: Literal["for", "against"] = "for"
    candidate: str = ""
    """For whom, in an election."""


class Vote(Fact, frozen=True):
    """One vote on a motion: by consent, by a count, by names, or between candidates."""

    id: str
    result: Literal["", "carried", "lost"] = ""
    unanimous: bool = False
    counts: Counts | None = None
    """None where it was not counted: "Carried"."""
    named: Named | None = None
    tallies: tuple[Tally, ...] = ()
    casting: Casting | None = None
    own_votes: tuple[OwnVote, ...] = ()
    at: dt.time | None = None
    after: str = ""
    """The last movement before it: so the room as it was then is known. Empty for the first."""

    @property
    def counted(self) -> Counts | None:
        """The numbers, counted from the names where there are names."""
        return self.named.counts if self.named else self.counts


class Candidate(Fact, frozen=True):
    """Somebody proposed in an election."""

    person: str
    mover: str = ""
    seconder: str = ""


class Motion(Fact, frozen=True):
    """A motion, an amendment to one, an election, or the motion to exclude the public."""

    id: str
    kind: MotionKind = "motion"
    item: str = ""
    """The agenda item, or the minute where that belongs to none."""
    words: str = ""
    """ "that …", without a full stop of its own if it had none."""
    mover: str = ""
    seconder: str = ""
    of: str = ""
    """The motion that an amendment would change."""
    votes: tuple[Vote, ...] = ()
    outcome: Literal["", "withdrawn", "referred"] = ""
    """How it ended without a vote; else see `outcome_of`."""
    to: str = ""
    """Where it was referred to."""
    office: str = ""
    """What is filled by an election: "Vice-Chairman"."""
    candidates: tuple[Candidate, ...] = ()
    items: tuple[str, ...] = ()
    """For which items the public is to be excluded."""
    paragraphs: tuple[str, ...] = ()
    """On which paragraphs of Part 1 of Schedule 12A to the LGA 1972 that rests."""
    reason: str = ""
    """Why a parish council excludes the public (1960 Act s1(2))."""


def outcome_of(motion: Motion) -> Outcome:
    """How it ended: withdrawn or referred, else as its last vote went; empty while open."""
    if motion.outcome:
        return motion.outcome
    return next((vote.result for vote in reversed(motion.votes) if vote.result), "")


def outcome_words(motion: Motion) -> str:
    """How it ended, and where it was referred to: "referred to Cabinet"; empty while open."""
    outcome = outcome_of(motion)
    return f"referred to {motion.to}" if outcome == "referred" and motion.to else outcome


def open_motion(motions: tuple[Motion, ...], item: str) -> Motion | None:
    """What is before the meeting on an item: its last motion or amendment not yet decided."""
    waiting = [m for m in motions if m.item == item and not outcome_of(m)]
    amendments = [m for m in waiting if m.kind == "amendment"]
    return (amendments or waiting)[-1] if waiting else None


def last_motion(motions: tuple[Motion, ...], item: str) -> Motion | None:
    """The motion of an item on which a vote was taken last; None if there was none.

    A motion is put after the amendments to it.
    """
    voted = [m for m in motions if m.item == item and m.votes]
    if not voted:
        return None
    return next((m for m in voted if m.id == voted[-1].of), voted[-1])
