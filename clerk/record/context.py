"""What the record needs to know besides the meeting: names as they stood on its day."""

import datetime as dt

from clerk.domain.base import Fact, text_on
from clerk.domain.committees import (
    Committee,
    CommitteeKind,
    Quorum,
    SubstituteRule,
    holder_on,
    role_on,
    rules_on,
    stands,
)
from clerk.domain.meetings import Meeting
from clerk.domain.mentioned import people_in
from clerk.domain.register import Register
from clerk.names import Name
from clerk.record.style.house_style import HouseStyle


class Known(Fact, frozen=True):
    """A person as on the meeting's day."""

    name: Name
    post: str = ""
    group: str = ""
    ward: str = ""


class Member(Fact, frozen=True):
    """Who holds a seat on the meeting's day, there or not."""

    name: Name
    group: str = ""
    """The group or category of the seat."""
    role: str = ""
    co_opted: bool = False
    votes_on: str = ""


class Amended(Fact, frozen=True):
    """A minute of an earlier meeting that was confirmed here in other words."""

    date: dt.date
    """The day of that meeting."""
    number: str
    words: str = ""
    """Empty where they are no public business."""


class Context(Fact, frozen=True):
    """A frozen answer made from the register for one meeting. Every default is settled here."""

    authority: str
    committee: str
    chair_title: str
    people: dict[str, Known]
    style: HouseStyle
    style_name: str
    first_number: int = 1
    """The ordinal of the meeting's first minute, provisional until published."""
    nth: int = 1
    """Which meeting of its year it is, counted from 1: for numbers such as 26.03.01."""
    previous: tuple[dt.date, ...] = ()
    """The days of the meetings whose minutes await approval, or were confirmed here, in order."""
    amended: tuple[Amended, ...] = ()
    """What was put right in them on confirming them here."""
    upcoming: tuple[dt.date, ...] = ()
    """The days of the body's meetings after this one, as far as they are called."""
    kind: CommitteeKind = "committee"
    seats: int = 0
    """How many there are, vacant ones included; 0 where no seat is known."""
    members: dict[str, Member] = {}
    """Who holds a seat."""
    members_known: bool = False
    """Whether it is known of each seat who holds it, or that nobody does."""
    quorum: Quorum | None = None
    substitutes: SubstituteRule = "any member"
    substitutes_for_items: bool = True
    """Who may sit for a member of the body."""


def context_of(
    register: Register,
    committee: Committee,
    meeting: Meeting,
    style: HouseStyle,
    style_name: str,
    *,
    first_number: int = 1,
    nth: int = 1,
    previous: tuple[dt.date, ...] = (),
    amended: tuple[Amended, ...] = (),
    upcoming: tuple[dt.date, ...] = (),
) -> Context:
    """The context of `meeting`: only people who have a part in it are carried."""
    wanted = people_in(meeting)
    rules = rules_on(committee, meeting.date)
    holders = [
        holder_on(seat, meeting.date) for seat in committee.seats if stands(seat, meeting.date)
    ]
    return Context(
        authority=committee.authority,
        committee=committee.name_on(meeting.date),
        chair_title=style.chair_title or rules.chair_title,
        people={
            person_id: known_on(register, person_id, meeting.date)
            for person_id in sorted(wanted)
            if person_id in register.people
        },
        style=style,
        style_name=style_name,
        first_number=first_number,
        nth=nth,
        previous=previous,
        amended=amended,
        upcoming=upcoming,
        kind=committee.kind,
        seats=len(holders),
        members={
            holder.person: _member(register, committee, holder.person, holder.group, meeting.date)
            for holder in holders
            if holder.person in register.people
        },
        members_known=bool(holders) and all(holder.known for holder in holders),
        quorum=rules.quorum,
        substitutes=rules.substitutes,
        substitutes_for_items=rules.substitutes_for_items,
    )


def _member(
    register: Register, committee: Committee, person_id: str, group: str, day: dt.date
) -> Member:
    person = register.people[person_id]
    return Member(
        name=person.name_on(day),
        group=group,
        role=next((r.title for r in committee.roles if role_on(r, day) == person_id), ""),
        co_opted=person.kind == "co-opted",
        votes_on=person.votes_on,
    )


def known_on(register: Register, person_id: str, day: dt.date) -> Known:
    """The person's name, post and group as on `day`."""
    person = register.people[person_id]
    return Known(
        name=person.name_on(day),
        post=text_on(person.posts, day) or "",
        group=text_on(person.groups, day) or "",
        ward=text_on(person.wards, day) or "",
    )
