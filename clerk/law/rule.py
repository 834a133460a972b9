"""A rule of law with its reach: where, for whom, from when to when. It warns; it never blocks."""

import datetime as dt

from clerk.domain.base import Fact
from clerk.domain.committees import CommitteeKind

ENGLAND = "England"
AUTHORITIES: tuple[CommitteeKind, ...] = ("committee", "executive", "council", "parish")
"""Local authorities and what belongs to them; an outside body has rules of its own."""
PRINCIPAL: tuple[CommitteeKind, ...] = ("committee", "executive", "council")
"""A principal council, its executive and its committees."""


class Setting(Fact, frozen=True):
    """What decides which rules hold for a meeting: its day, the kind of body, the nation."""

    day: dt.date
    kind: CommitteeKind = "committee"
    nation: str = ENGLAND


class Rule(Fact, frozen=True):
    """One rule: a code to name it by, its section, and where and when it holds."""

    code: str
    section: str
    kinds: tuple[CommitteeKind, ...] = AUTHORITIES
    nation: str = ENGLAND
    since: dt.date = dt.date.min
    until: dt.date = dt.date.max
    """The last day."""


def holds(rule: Rule, setting: Setting) -> bool:
    """Whether the rule holds for a meeting: it is judged by the rules of its own day."""
    return (
        rule.nation == setting.nation
        and setting.kind in rule.kinds
        and rule.since <= setting.day <= rule.until
    )
