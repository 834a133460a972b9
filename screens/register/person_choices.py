"""People to choose from by two or three letters: the name as on a day, and group or post."""

import datetime as dt
from collections.abc import Container, Iterator

from clerk.desk.office import Office
from clerk.domain.base import text_on
from clerk.domain.people import Person, PersonKind
from clerk.names import full, sort_key
from screens.dialogs.choose import Choice

MEMBERS: tuple[PersonKind, ...] = ("member", "co-opted")


def person_choices(
    office: Office,
    day: dt.date,
    kinds: Container[str],
    *,
    but: Container[str] = (),
    group: str = "",
) -> Iterator[Choice]:
    """Everyone of these kinds but those of the ids `but`, by surname; those of `group` first."""

    def place(person: Person) -> tuple[bool, tuple[str, ...]]:
        theirs = bool(group) and text_on(person.groups, day) == group
        return not theirs, sort_key(person.name_on(day))

    people = [p for p in office.register.everyone if p.kind in kinds and p.id not in but]
    yield from (person_choice(person, day) for person in sorted(people, key=place))


def person_choice(person: Person, day: dt.date) -> Choice:
    """One of them, found by name, initials, group or post."""
    name = person.name_on(day)
    more = text_on(person.posts, day) or text_on(person.groups, day) or ""
    words = f"{full(name)} · {more}" if more else full(name)
    return Choice(person.id, words, f"{name.given.replace(' ', '')}{name.surname}", name.surname)
