"""A count of votes in the house's words."""

from clerk.domain.motions import Counts, Vote
from clerk.record.style.room import MotionStyle
from clerk.record.wording import filled


def count_words(counts: Counts, style: MotionStyle) -> str:
    """ "For 7, Against 2, Abstentions 1"; what was not counted is left out."""
    return filled(style.counts, _values(counts, style)).strip(" ,;")


def _values(counts: Counts | None, style: MotionStyle) -> dict[str, str]:
    """What the places of a count hold; nothing where none was taken."""
    given = counts or Counts()
    one, several = style.abstentions
    return {
        "in_favour": number(given.in_favour),
        "against": number(given.against),
        "abstained": number(given.abstained),
        "abstentions": one if given.abstained == 1 else several,
    }


def counted_values(vote: Vote, style: MotionStyle) -> dict[str, str]:
    """What the places of a sentence on a vote hold: its numbers, and all of them in words."""
    counts = vote.counted
    said = count_words(counts, style) if counts else ""
    return {**_values(counts, style), "counts": said}


def number(count: int | None) -> str:
    """The number; nothing where none was given."""
    return "" if count is None else str(count)
