"""Minutes confirmed at a meeting that may not, or signed by someone who did not preside there."""

import datetime as dt
from collections.abc import Iterator, Sequence

from clerk.checks.finding import Finding
from clerk.domain.committees import CommitteeKind
from clerk.domain.meetings import Meeting
from clerk.law.rule import Rule, Setting, holds
from clerk.record.wording import listed
from clerk.when import find_dates, plain_date

SIGNING = Rule(code="M1", section="LGA 1972 Sch 12 para 41(1)", since=dt.date(1974, 4, 1))
EXTRAORDINARY = Rule(
    code="M2", section="SI 1993/202 Sch 2 para 2", kinds=("council",), since=dt.date(1993, 1, 1)
)


def check_life(
    meeting: Meeting,
    kind: CommitteeKind,
    confirming: Meeting | None,
    presided: Sequence[str],
    names: Sequence[str],
    passed_over: dt.date | None,
) -> tuple[Finding, ...]:
    """What to look at in how the minutes were confirmed and signed.

    `confirming` is the meeting that confirmed them, where Clerk has it; `presided` are those who
    presided there, with their `names`; `passed_over` the day of an earlier suitable meeting.
    """
    setting = Setting(day=meeting.date, kind=kind)
    found = [*_confirmed(meeting, confirming, setting, passed_over)]
    found.extend(_signed(meeting, setting, presided, names))
    return tuple(found)


def check_approving(meeting: Meeting, days: Sequence[dt.date]) -> tuple[Finding, ...]:
    """Minutes of these days that this meeting confirmed without a minute of its own saying so."""
    told = "\n".join(f"{minute.title}\n{minute.text}" for minute in meeting.minutes)
    if not meeting.minutes or ":previous-minutes" in told:
        return ()
    return tuple(
        Finding(
            code="CONFIRMED-NO-MINUTE",
            says=f"The minutes of {plain_date(day)} were confirmed here, and no minute says so",
            source=SIGNING.section,
            fact=meeting.id,
        )
        for day in days
        if not any(found == day for _, found in find_dates(told))
    )


def _confirmed(
    meeting: Meeting, at: Meeting | None, setting: Setting, passed_over: dt.date | None
) -> Iterator[Finding]:
    if at is not None and at.kind == "extraordinary" and holds(EXTRAORDINARY, setting):
        yield Finding(
            code="CONFIRMED-EXTRAORDINARY",
            says=f"The minutes were confirmed at the extraordinary meeting of the council on "
            f"{plain_date(at.date)}, which is not a suitable one: the next ordinary meeting is",
            severity="wrong",
            source=EXTRAORDINARY.section,
            fact=meeting.id,
        )
    if passed_over is not None:
        yield Finding(
            code="CONFIRMED-LATE",
            says=f"The meeting on {plain_date(passed_over)} was the next suitable one, and the "
            "minutes were confirmed later",
            source=SIGNING.section if holds(SIGNING, setting) else "",
            fact=meeting.id,
        )


def _signed(
    meeting: Meeting, setting: Setting, presided: Sequence[str], names: Sequence[str]
) -> Iterator[Finding]:
    signed = meeting.signed
    if signed is None or not presided or signed.person in presided:
        return
    if not holds(SIGNING, setting):
        return
    yield Finding(
        code="SIGNED-NOT-PRESIDING",
        says=f"{signed.name} signed the minutes, and {listed(list(names), ', ', ' and ')} presided "
        "at the meeting that confirmed them",
        severity="wrong",
        source=SIGNING.section,
        fact=meeting.id,
    )
