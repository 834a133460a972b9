"""People to pick by letters: each with what they are, found by initials too."""

from collections.abc import Iterable

from clerk.desk.open_meeting import OpenMeeting
from clerk.domain.base import text_on
from clerk.domain.people import Person
from clerk.names import full
from screens.dialogs.choose import Choice


def people_choices(desk: OpenMeeting, people: Iterable[str]) -> list[Choice]:
    """A line for each of these people who is in the register, in the order given."""
    register = desk.office.register.people
    return [_choice(desk, register[each]) for each in people if each in register]


def _choice(desk: OpenMeeting, person: Person) -> Choice:
    day = desk.meeting.date
    more = text_on(person.posts, day) or text_on(person.groups, day) or ""
    name = person.name_on(day)
    words = f"{full(name)} · {more}" if more else full(name)
    return Choice(person.id, words, f"{name.given.replace(' ', '')}{name.surname}")
