"""Under which power the public is excluded, and on which grounds."""

import datetime as dt
from collections.abc import Iterable

from clerk.domain.base import Fact
from clerk.law.rule import Rule, Setting, holds

PRINCIPAL = Rule(
    code="X1",
    section="Section 100A(4) of the Local Government Act 1972",
    kinds=("committee", "council"),
    since=dt.date(1986, 4, 1),
)
EXECUTIVE_BEFORE = Rule(
    code="X2",
    section="Section 100A(4) of the Local Government Act 1972",
    kinds=("executive",),
    until=dt.date(2012, 9, 9),
)
EXECUTIVE = Rule(
    code="X3",
    section="Regulation 4(2) of the Local Authorities (Executive Arrangements) (Meetings and "
    "Access to Information) (England) Regulations 2012",
    kinds=("executive",),
    since=dt.date(2012, 9, 10),
)
PARISH = Rule(
    code="X4",
    section="Section 1(2) of the Public Bodies (Admission to Meetings) Act 1960",
    kinds=("parish",),
    since=dt.date(1961, 6, 1),
)
PARAGRAPHS = {
    "1": "information about an individual",
    "2": "what is likely to reveal who an individual is",
    "3": "the financial or business affairs of any person, the authority included",
    "4": "consultations or negotiations on labour relations",
    "5": "legal professional privilege",
    "6": "a notice, order or direction that the authority proposes",
    "7": "the prevention, investigation or prosecution of crime",
}
"""Part 1 of Schedule 12A to the LGA 1972 as since March 2006, in plain words."""


class Power(Fact, frozen=True):
    """By what the public is excluded, and whether by paragraphs or with a reason."""

    section: str = ""
    """Empty where Clerk knows no rule for such a meeting."""
    by_paragraphs: bool = True


def power(setting: Setting) -> Power:
    """The power under which this meeting excludes the public."""
    if holds(PARISH, setting):
        return Power(section=PARISH.section, by_paragraphs=False)
    for rule in (PRINCIPAL, EXECUTIVE_BEFORE, EXECUTIVE):
        if holds(rule, setting):
            return Power(section=rule.section)
    return Power()


def unknown_paragraphs(paragraphs: Iterable[str]) -> tuple[str, ...]:
    """Those that Part 1 of Schedule 12A does not have."""
    return tuple(each for each in paragraphs if each not in PARAGRAPHS)
