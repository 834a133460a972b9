"""What an interest declared bars its member from, and what must follow."""

import datetime as dt
from typing import get_args

from clerk.domain.interests import Declaration, InterestKind
from clerk.law.rule import Rule, Setting, holds
from clerk.when import plain_date

PECUNIARY = Rule(code="I1", section="Localism Act 2011 s31(4)", since=dt.date(2012, 7, 1))
"""Neither discussion nor vote, without a dispensation under s33."""
NOTIFY = Rule(code="I2", section="Localism Act 2011 s31(3)", since=dt.date(2012, 7, 1))
"""An interest not on the register: the monitoring officer is told within 28 days."""
ARREARS = Rule(
    code="I3", section="Local Government Finance Act 1992 s106", since=dt.date(1992, 3, 6)
)
"""Two months of council tax unpaid: may speak, may not vote on the budget."""
PREJUDICIAL = Rule(
    code="I4",
    section="Model Code of Conduct, SI 2007/1159 para 12",
    since=dt.date(2007, 5, 3),
    until=dt.date(2012, 6, 30),
)
"""The code before the Localism Act: out of the room, no vote."""
DAYS_TO_NOTIFY = 28

_BARRING = {
    "disclosable pecuniary": PECUNIARY,
    "council tax arrears": ARREARS,
    "prejudicial": PREJUDICIAL,
}


def kinds_of_the_day(setting: Setting) -> tuple[InterestKind, ...]:
    """The kinds to choose from: without one whose rule had ended by the day of the meeting."""
    kinds: tuple[InterestKind, ...] = get_args(InterestKind)
    rules = {kind: _BARRING.get(kind) for kind in kinds}
    return tuple(
        kind
        for kind, rule in rules.items()
        if rule is None or rule.nation != setting.nation or setting.day <= rule.until
    )


def bar(declaration: Declaration, setting: Setting) -> str:
    """Why its member may not vote on the item, in words with the section; empty where they may.

    Who left or did not vote is out of the count by their own choice, whatever the kind.
    """
    rule = _BARRING.get(declaration.kind)
    if rule is not None and holds(rule, setting) and not declaration.dispensation:
        return f"{declaration.kind} interest ({rule.section})".replace(
            "arrears interest", "arrears"
        )
    if declaration.done == "left":
        return "declared an interest and left"
    if declaration.done == "did not vote":
        return "declared an interest and does not vote"
    return ""


def reminder(declaration: Declaration, setting: Setting) -> str:
    """What a member must still do about an interest not on the register; empty for nothing."""
    pecuniary = declaration.kind == "disclosable pecuniary"
    if not pecuniary or declaration.registered or not holds(NOTIFY, setting):
        return ""
    last = setting.day + dt.timedelta(days=DAYS_TO_NOTIFY)
    known = "is not" if declaration.registered is False else "may not be"
    return (
        f"This interest {known} on the register: if so, the monitoring officer must be told by "
        f"{plain_date(last)} ({NOTIFY.section})."
    )
