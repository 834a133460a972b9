"""What papers beside the minutes print and the minutes do not: records of executive decisions."""

from clerk.domain.base import Fact


class DecisionRecord(Fact, frozen=True):
    """What the record of an executive decision says besides the minute (SI 2012/2089 reg 12).

    An empty part prints as "none", the reasons excepted, which are required. Interests and the
    decision itself come from the minute where they are empty here.
    """

    minute: str
    """The id of the minute that it records."""
    number: str = ""
    """"12/01905"."""
    taker: str = ""
    """Empty for the body."""
    subject: str = ""
    """Empty for the minute's title."""
    decision: str = ""
    """Empty for the minute's resolution."""
    reasons: str = ""
    alternatives: str = ""
    """Alternatives considered and rejected."""
    interests: str = ""
    """Conflicts of interest declared; empty for the declarations of the meeting."""
    dispensations: str = ""
    """Granted by the head of paid service."""
    background: str = ""
    """Background documents, one a line."""
