"""Who is meant by a name that was typed, in the whole register."""

import datetime as dt
from collections.abc import Sequence

from clerk.clean import letters_of
from clerk.desk.office import Office
from clerk.desk.words import one_of, typed_name
from clerk.domain.base import DatedText, new_id, text_on
from clerk.domain.people import DatedName, Person, PersonKind
from clerk.errors import AmbiguousError, NotFoundError
from clerk.names import Name, full, parse_name, same_person, short, sort_form


def find_person(office: Office, words: str) -> Person:
    """The person that `words` mean: a full name, a surname, or any unambiguous part of a name.

    Someone who bore the name earlier is meant too. Raises NotFoundError or AmbiguousError, which
    lists who it could be.
    """
    wanted = letters_of(" ".join(words.split()))
    people = office.register.everyone
    tests = (
        bearers(office, parse_name(words)) if wanted else [],
        [p for p in people if is_called(p, words)],
        [p for p in people if wanted and all(w in _everything(p) for w in wanted.split())],
    )
    found = next((each for each in tests if each), [])
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousError(
            f"“{words}” could be {which(office, found)}. Type the full name, title and all."
        )
    raise NotFoundError(f"Nobody in the register is called “{words}”. `clerk people` lists all.")


def bearers(office: Office, name: Name) -> list[Person]:
    """Everybody who bears this very name, or bore it once."""
    people = office.register.everyone
    return [p for p in people if any(same_person(each, name) for each in p.every_name)]


def is_called(person: Person, words: str) -> bool:
    """Whether the words are one of the person's names, or its surname alone."""
    wanted = letters_of(" ".join(words.split()))
    return any(wanted in _forms(name) for name in person.every_name)


def which(office: Office, found: Sequence[Person]) -> str:
    """ "Mr A Pell or Mr B Pell", told apart where they bear the same name."""
    return one_of([told_apart(office, person, office.today) for person in found])


def met(
    office: Office, who: Person | str, kind: PersonKind, day: dt.date, group: str = ""
) -> tuple[Person, bool]:
    """Who is meant, or a new person not stored yet; and whether they are new.

    By a name whoever bears this very name is meant: of two who bear it the one that was there
    first, so that where they can be told apart the person is given. Raises InputError where it is
    no name.
    """
    if isinstance(who, Person):
        return who, False
    name = typed_name(who)
    known = bearers(office, name)
    if known:
        return known[0], False
    groups = (DatedText(on=day, text=group),) if group else ()
    names = (DatedName(on=day, name=name),)
    return Person(id=new_id(), kind=kind, names=names, groups=groups), True


def told_apart(office: Office, person: Person, day: dt.date) -> str:
    """The full name, with the group, post or seat where another person bears the very same."""
    name = person.name_on(day)
    words = full(name)
    twins = any(
        full(other.name_on(day)) == words
        for other in office.register.everyone
        if other.id != person.id
    )
    more = text_on(person.groups, day) or text_on(person.posts, day) or _seat(office, person.id)
    return f"{words} ({more})" if twins and more else words


def _seat(office: Office, person_id: str) -> str:
    for body in office.register.committees.values():
        if any(t.person == person_id for seat in body.seats for t in seat.tenures):
            return body.name
    return ""


def _forms(name: Name) -> tuple[str, ...]:
    forms = (name.surname, short(name), sort_form(name), full(name))
    return tuple(map(letters_of, forms))


def _everything(person: Person) -> str:
    return letters_of(" ".join(map(full, person.every_name)))
