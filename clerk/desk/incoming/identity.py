"""Who is who: printed names against the register's people.

An imported name is an existing person only if title, initials and surname are equal, honours
aside; anything else is another person, and a doubt where the surname is known.
"""

import datetime as dt

from msgspec.structs import replace

from clerk.domain.base import new_id, with_text
from clerk.domain.people import DatedName, Person, PersonKind
from clerk.names import Name, full, same_person


class People:
    """The register's people while a paper is taken in, with those that it adds or dates anew."""

    def __init__(self, known: dict[str, Person], paper: str) -> None:
        self._people = dict(known)
        self._known = frozenset(known)
        self._paper = paper
        self._by_surname: dict[str, list[str]] = {}
        self.touched: set[str] = set()
        for person in known.values():
            if not person.same_as:
                self._index(person)

    def changed(self) -> tuple[Person, ...]:
        """The people whom the paper added or of whom it says something new."""
        return tuple(self._people[person_id] for person_id in sorted(self.touched))

    def person(self, person_id: str) -> Person:
        """The person with this id."""
        return self._people[person_id]

    def find(self, name: Name) -> str | None:
        """The id of the person who bears this very name; None if nobody does."""
        for person_id in self._by_surname.get(_folded(name.surname), ()):
            if any(same_person(each, name) for each in self._people[person_id].every_name):
                return person_id
        return None

    def see(
        self, name: Name, day: dt.date, kind: PersonKind, *, post: str = "", group: str = ""
    ) -> str:
        """The id of the bearer of `name`, who is made if new; what the paper shows is dated."""
        person_id = self.find(name)
        person = (
            self._people[person_id]
            if person_id
            else Person(id=new_id(), kind=kind, names=(self._dated(day, name),))
        )
        # A name by which someone kept is found besides was a slip of papers: it is dated nowhere.
        borne = any(same_person(dated.name, name) for dated in person.names)
        seen = replace(
            person,
            kind="member" if kind == "member" else person.kind,
            names=self._with_name(person.names, day, name) if borne else person.names,
            posts=with_text(person.posts, day, post, self._paper) if post else person.posts,
            groups=with_text(person.groups, day, group, self._paper) if group else person.groups,
        )
        if seen != self._people.get(seen.id):
            self._people[seen.id] = seen
            self._index(seen)
            self.touched.add(seen.id)
        return seen.id

    def near(self, name: Name) -> tuple[str, ...]:
        """Others in the register who bear the surname: full names, for a doubt."""
        found = self.find(name)
        return tuple(
            full(self._people[person_id].name)
            for person_id in self._by_surname.get(_folded(name.surname), ())
            if person_id != found and person_id in self._known
        )

    def _dated(self, day: dt.date, name: Name) -> DatedName:
        return DatedName(on=day, name=name, paper=self._paper)

    def _with_name(
        self, names: tuple[DatedName, ...], day: dt.date, name: Name
    ) -> tuple[DatedName, ...]:
        """`names` with `name` on `day`; a first sighting is moved back rather than doubled."""
        held = [dated for dated in names if dated.on <= day]
        if held and held[-1].name == name:
            return names
        if any(dated.on == day for dated in names):
            return names
        later = [dated for dated in names if dated.on > day]
        if later and later[0].name == name:
            later = later[1:]
        return (*held, self._dated(day, name), *later)

    def _index(self, person: Person) -> None:
        for name in person.every_name:
            ids = self._by_surname.setdefault(_folded(name.surname), [])
            if person.id not in ids:
                ids.append(person.id)


def _folded(surname: str) -> str:
    return surname.casefold().replace("’", "'").replace(" ", "")
