"""How many members must be there."""

from clerk.domain.base import Fact
from clerk.domain.committees import Quorum
from clerk.law.rule import Rule, Setting, holds

COUNCIL = Rule(code="Q1", section="LGA 1972 Sch 12 para 6", kinds=("council",))
"""A quarter of the whole number of members of a principal council."""
PARISH = Rule(code="Q2", section="LGA 1972 Sch 12 para 12", kinds=("parish",))
"""A third of the members of a parish council, and never fewer than three."""


class Needed(Fact, frozen=True):
    """The quorum of a body with so many seats; `number` None where nobody has said."""

    number: int | None
    source: str = ""


def needed(own: Quorum | None, seats: int, setting: Setting) -> Needed:
    """The members who must be present: as the body has set it, else as the law has it."""
    if own is not None:
        return Needed(number=own.of(seats), source="the body's own rules")
    if seats and holds(COUNCIL, setting):
        return Needed(number=-(-seats // 4), source=COUNCIL.section)
    if seats and holds(PARISH, setting):
        return Needed(number=max(3, -(-seats // 3)), source=PARISH.section)
    return Needed(number=None)
