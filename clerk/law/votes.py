"""Who may vote on an item of business, and which votes are taken by names."""

import datetime as dt
import re

from clerk.law.rule import Rule, Setting, holds

EDUCATION = Rule(
    code="V1",
    section="Local Government Act 2000 Sch 1 paras 7-9, since 2011 Sch A1",
    kinds=("committee",),
    since=dt.date(2000, 10, 26),
)
"""Church and parent governor representatives vote on education business only."""
BY_NAMES = Rule(code="V2", section="SI 2014/165", kinds=("council",), since=dt.date(2014, 2, 25))
"""At the council's budget meeting, votes on the council tax calculation or a precept."""
REMOTE = Rule(code="V3", section="LGA 1972 Sch 12 para 39")
"""Questions are decided by the members present and voting, which is in one place."""
REMOTE_ALLOWED = Rule(
    code="V4",
    section="SI 2020/392",
    since=dt.date(2020, 4, 4),
    until=dt.date(2021, 5, 6),
)
"""The year in which members could attend remotely."""
CASTING = Rule(code="V5", section="LGA 1972 Sch 12 para 39(2)")
"""A second or casting vote of whoever presides, where votes are equal."""

_EDUCATION = re.compile(r"educat|school|pupil|academ|admission|governor|learn", re.IGNORECASE)
_REPRESENTS = re.compile(r"church|dioces|parent|governor", re.IGNORECASE)
_TAX = re.compile(r"council tax|precept", re.IGNORECASE)


def remote_counts(setting: Setting) -> bool:
    """Whether a member who attends remotely is present in law; so too where no rule is known."""
    return not holds(REMOTE, setting) or holds(REMOTE_ALLOWED, setting)


def outside_their_vote(votes_on: str, group: str, business: str, setting: Setting) -> str:
    """Why a co-opted member may not vote on this business; empty where they may.

    `votes_on` is what they may vote on, `group` the category of their seat, `business` the item's
    words. That business is education's is told by its words, so it may be told wrongly.
    """
    subject = votes_on.strip() or ("education" if _REPRESENTS.search(group) else "")
    if not subject or (subject.casefold() == "education" and not holds(EDUCATION, setting)):
        return ""
    about = (
        _EDUCATION.search(business)
        if subject.casefold() == "education"
        else subject.casefold() in business.casefold()
    )
    if about:
        return ""
    law = f" ({EDUCATION.section})" if subject.casefold() == "education" else ""
    return f"co-opted: votes on {subject} alone{law}"


def by_names(business: str, setting: Setting) -> str:
    """Why a vote on this business is to be taken by names; empty where it need not be."""
    if holds(BY_NAMES, setting) and _TAX.search(business):
        return f"Votes on council tax and precepts are by names ({BY_NAMES.section})."
    return ""
