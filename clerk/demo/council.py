"""Wealdshire County Council, which does not exist: its people, committees and meetings."""

import datetime as dt
from collections.abc import Iterable, Mapping

from clerk.demo.days import calendar
from clerk.demo.identity import committee_id, meeting_id, person_id, stable_id
from clerk.demo.meetings import last_meeting, next_meeting
from clerk.demo.sheets import (
    CommitteeSheet,
    HeldSheet,
    PersonSheet,
    committee_sheets,
    people_sheet,
)
from clerk.domain.base import DatedText
from clerk.domain.committees import Committee, Role, Seat, Tenure
from clerk.domain.meetings import Meeting
from clerk.domain.people import DatedName, Person
from clerk.domain.register import Register
from clerk.names import Name

AUTHORITY = "Wealdshire County Council"

TO_PUBLISH = tuple(meeting_id(sheet.slug, "last") for sheet in committee_sheets())
"""The ids of the meetings whose minutes should be published when the council is set up.

They are built as drafts, because only the desk composes the record that publishing freezes.
"""


def build(today: dt.date) -> tuple[Register, tuple[Meeting, ...]]:
    """The register, and for each committee its last meeting and its next, as seen on `today`.

    The next meetings fall within the week after `today`, the last ones six weeks before them. Ids
    are the same whatever the day. Nothing is stored.
    """
    people = people_sheet()
    sheets = committee_sheets()
    days = {sheet.slug: calendar(sheet, today) for sheet in sheets}
    term = min(day["term"] for day in days.values())
    register = Register(
        people={person_id(key): _person(key, sheet, term) for key, sheet in people.items()},
        committees={
            committee_id(sheet.slug): _committee(sheet, days[sheet.slug]) for sheet in sheets
        },
    )
    meetings = (
        meeting
        for sheet in sheets
        for meeting in (
            last_meeting(sheet, days[sheet.slug], people),
            next_meeting(sheet, days[sheet.slug]),
        )
    )
    return register, tuple(meetings)


def _person(key: str, sheet: PersonSheet, since: dt.date) -> Person:
    name = Name(title=sheet.title, given=sheet.given, surname=sheet.surname, honours=sheet.honours)
    return Person(
        id=person_id(key),
        kind=sheet.kind,
        names=(DatedName(on=since, name=name),),
        posts=_from(since, sheet.post),
        groups=_from(since, sheet.group),
    )


def _from(since: dt.date, text: str) -> tuple[DatedText, ...]:
    return (DatedText(on=since, text=text),) if text else ()


def _committee(sheet: CommitteeSheet, days: Mapping[str, dt.date]) -> Committee:
    return Committee(
        id=committee_id(sheet.slug),
        slug=sheet.slug,
        names=(DatedText(on=days["term"], text=sheet.name),),
        authority=AUTHORITY,
        kind=sheet.kind,
        style=sheet.style,
        quorum=sheet.quorum,
        substitutes=sheet.substitutes,
        venue=sheet.venue,
        seats=tuple(
            Seat(
                id=stable_id(sheet.slug, "seat", str(at)),
                group=seat.group,
                tenures=_tenures(seat.held, days),
                created=days["term"],
            )
            for at, seat in enumerate(sheet.seats)
        ),
        roles=tuple(
            Role(
                id=stable_id(sheet.slug, "role", role.title),
                title=role.title,
                tenures=_tenures(role.held, days),
            )
            for role in sheet.roles
        ),
    )


def _tenures(held: Iterable[HeldSheet], days: Mapping[str, dt.date]) -> tuple[Tenure, ...]:
    return tuple(
        Tenure(
            person=person_id(holder.person),
            start=days[holder.since or "term"],
            end=days[holder.until] - dt.timedelta(days=1) if holder.until else None,
            ended=bool(holder.until),
        )
        for holder in held
    )
