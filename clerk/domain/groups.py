"""The political group of a person on a day."""

import datetime as dt

from clerk.domain.base import text_on
from clerk.domain.committees import group_on, person_on
from clerk.domain.people import Person
from clerk.domain.register import Register


def group_of(register: Register, person: Person, day: dt.date) -> str:
    """The group on `day`: as recorded, else that of a seat held then; empty where not known."""
    known = text_on(person.groups, day)
    if known is not None:
        return known
    for body in register.committees.values():
        for seat in body.seats:
            if person_on(seat, day) == person.id and group_on(seat, day):
                return group_on(seat, day)
    return ""
