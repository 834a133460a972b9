"""Actions: what somebody undertook to do, noted from a minute. A house style may print them."""

import datetime as dt

from clerk.domain.base import Fact


class Action(Fact, frozen=True):
    """One thing to be done by somebody, as a minute has it."""

    id: str
    minute: str
    """The minute in which it was undertaken."""
    what: str
    """From its verb on: "provide Members with the figures"."""
    officer: str = ""
    """Who, in the words of the minute; empty where it does not say."""
    due: dt.date | None = None
    done: dt.date | None = None
    """The day on which it was said to be done; None while it is open."""
