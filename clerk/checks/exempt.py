"""Exempt business without the motion that lets the public be excluded; urgency without reason."""

import re
from collections.abc import Iterator

from clerk.checks.finding import Finding
from clerk.domain.meetings import AgendaItem, Meeting, Minute
from clerk.domain.motions import outcome_of
from clerk.law.exclusion import power, unknown_paragraphs
from clerk.law.rule import Setting, holds
from clerk.law.urgency import PARISH_NOTICE, URGENT
from clerk.record.context import Context
from clerk.record.facts.room import setting_of

_EXCLUDES = re.compile(
    r"\b(?:press and public|public and press|public)\b[^.]{0,60}\bexclu|\bexclu\w+ of the (?:press|"
    r"public)",
    re.IGNORECASE,
)


def check_exempt(meeting: Meeting, context: Context) -> Iterator[Finding]:
    """Every exempt minute covered by a carried motion, with paragraphs that there are."""
    setting = setting_of(meeting, context)
    for minute in meeting.minutes:
        exempt = minute.exempt or next(
            (i.exempt for each in minute.items if (i := meeting.item(each)) and i.exempt), None
        )
        if exempt is None:
            continue
        yield from _motion(minute, meeting, setting)
        yield from _paragraphs(minute, exempt.paragraphs, setting, confidential=exempt.confidential)
    for item in meeting.items:
        if item.state == "urgent":
            yield from _urgency(item, setting)


def _motion(minute: Minute, meeting: Meeting, setting: Setting) -> Iterator[Finding]:
    business = {minute.id, *minute.items}
    carried = any(
        m.kind == "exclusion" and outcome_of(m) == "carried" and business & {*m.items}
        for m in meeting.motions
    )
    told = any(_EXCLUDES.search(f"{m.title}\n{m.text}") for m in meeting.minutes)
    if not carried and not told:
        yield Finding(
            code="EXEMPT-NO-MOTION",
            says=f"“{minute.title}” is exempt, and no motion to exclude the public was carried",
            severity="wrong",
            source=power(setting).section,
            fact=minute.id,
        )


def _paragraphs(
    minute: Minute, paragraphs: tuple[str, ...], setting: Setting, *, confidential: bool
) -> Iterator[Finding]:
    by = power(setting)
    if not by.by_paragraphs or not by.section or confidential:
        return
    if not paragraphs:
        yield Finding(
            code="EXEMPT-NO-PARAGRAPH",
            says=f"“{minute.title}” is exempt without a paragraph of Schedule 12A",
            source=by.section,
            fact=minute.id,
        )
    for paragraph in unknown_paragraphs(paragraphs):
        yield Finding(
            code="EXEMPT-PARAGRAPH",
            says=f"“{minute.title}” names paragraph {paragraph}, which Part 1 of Schedule 12A to "
            "the LGA 1972 does not have",
            severity="wrong",
            fact=minute.id,
        )


def _urgency(item: AgendaItem, setting: Setting) -> Iterator[Finding]:
    if holds(PARISH_NOTICE, setting):
        yield Finding(
            code="URGENT-PARISH",
            says=f"“{item.title}” was not in the summons, so nothing can be decided on it",
            severity="wrong",
            source=PARISH_NOTICE.section,
            fact=item.id,
        )
    elif not item.reason and holds(URGENT, setting):
        yield Finding(
            code="URGENT-NO-REASON",
            says=f"“{item.title}” was taken as urgent, and the minutes do not say why",
            severity="wrong",
            source=URGENT.section,
            fact=item.id,
        )
