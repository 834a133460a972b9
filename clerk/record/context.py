"""What the record needs to know besides the meeting: names as they stood on its day."""

import datetime as dt

from clerk.domain.base import Fact, text_on
from clerk.domain.committees import Committee
from clerk.domain.meetings import Meeting
from clerk.domain.register import Register
from clerk.names import Name
from clerk.record.style import HouseStyle


class Known(Fact, frozen=True):
    """A person as on the meeting's day."""

    name: Name
    post: str = ""
    group: str = ""


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
    previous: tuple[dt.date, ...] = ()
    """The days of the meetings whose minutes await approval, oldest first."""


def context_of(
    register: Register,
    committee: Committee,
    meeting: Meeting,
    style: HouseStyle,
    style_name: str,
    *,
    first_number: int = 1,
    previous: tuple[dt.date, ...] = (),
) -> Context:
    """The context of `meeting`: only people who have a part in it are carried."""
    wanted = {entry.person for entry in meeting.attendance}
    wanted |= {entry.substitute_for for entry in meeting.attendance if entry.substitute_for}
    return Context(
        authority=committee.authority,
        committee=committee.name_on(meeting.date),
        chair_title=committee.chair_title,
        people={
            person_id: known_on(register, person_id, meeting.date)
            for person_id in sorted(wanted)
            if person_id in register.people
        },
        style=style,
        style_name=style_name,
        first_number=first_number,
        previous=previous,
    )


def known_on(register: Register, person_id: str, day: dt.date) -> Known:
    """The person's name, post and group as on `day`."""
    person = register.people[person_id]
    return Known(
        name=person.name_on(day),
        post=text_on(person.posts, day) or "",
        group=text_on(person.groups, day) or "",
    )
