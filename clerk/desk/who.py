"""Who is meant by a name that was typed, in the whole register."""

import datetime as dt
from collections.abc import Iterable

from clerk.desk.lookup import LISTED
from clerk.desk.office import Office
from clerk.desk.words import typed_name
from clerk.domain.base import DatedText, new_id, text_on
from clerk.domain.people import DatedName, Person, PersonKind
from clerk.errors import AmbiguousError, NotFoundError
from clerk.names import full, parse_name, same_person, short, sort_form


def find_person(office: Office, words: str) -> Person:
    """The person that `words` mean: a full name, a surname, or any unambiguous part of a name.

    Someone who bore the name earlier is meant too. Raises NotFoundError or AmbiguousError, which
    lists who it could be.
    """
    wanted = " ".join(words.split()).casefold()
    name = parse_name(words) if wanted else None
    people = tuple(office.register.people.values())
    tests = (
        [p for p in people if name and any(same_person(d.name, name) for d in p.names)],
        [p for p in people if any(wanted in _forms(d) for d in p.names)],
        [p for p in people if wanted and all(w in _everything(p) for w in wanted.split())],
    )
    found = next((each for each in tests if each), [])
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousError(
            f"“{words}” could be {_listed(office, found)}. Type the full name, title and all."
        )
    raise NotFoundError(f"Nobody in the register is called “{words}”. `clerk people` lists all.")


def met(
    office: Office, words: str, kind: PersonKind, day: dt.date, group: str = ""
) -> tuple[Person, bool]:
    """Who bears this very name, or a new person not stored yet; and whether they are new.

    Raises InputError where it is no name.
    """
    name = typed_name(words)
    for person in office.register.people.values():
        if any(same_person(dated.name, name) for dated in person.names):
            return person, False
    groups = (DatedText(on=day, text=group),) if group else ()
    names = (DatedName(on=day, name=name),)
    return Person(id=new_id(), kind=kind, names=names, groups=groups), True


def told_apart(office: Office, person: Person, day: dt.date) -> str:
    """The full name, with the group, post or seat where another person bears the very same."""
    name = person.name_on(day)
    words = full(name)
    twins = any(
        full(other.name_on(day)) == words
        for other in office.register.people.values()
        if other.id != person.id
    )
    more = text_on(person.groups, day) or text_on(person.posts, day) or _seat(office, person.id)
    return f"{words} ({more})" if twins and more else words


def _seat(office: Office, person_id: str) -> str:
    for body in office.register.committees.values():
        if any(t.person == person_id for seat in body.seats for t in seat.tenures):
            return body.name
    return ""


def _forms(dated: DatedName) -> tuple[str, ...]:
    name = dated.name
    forms = (name.surname, short(name), sort_form(name), full(name))
    return tuple(form.casefold() for form in forms)


def _everything(person: Person) -> str:
    return " ".join(full(dated.name) for dated in person.names).casefold()


def _listed(office: Office, found: Iterable[Person]) -> str:
    words = [told_apart(office, person, office.today) for person in found]
    if len(words) > LISTED:
        return f"{', '.join(words[:LISTED])} or {len(words) - LISTED} others"
    return f"{', '.join(words[:-1])} or {words[-1]}"
