"""The register: people, committees and the papers that were read."""

import datetime as dt
from typing import Literal

import msgspec

from clerk.domain.base import Fact
from clerk.domain.committees import Committee
from clerk.domain.people import Person


class Paper(Fact, frozen=True):
    """A paper that was read. It is the same paper if committee, date and kind are the same."""

    id: str
    committee: str
    date: dt.date
    kind: Literal["pack", "agenda", "minutes"]
    sha256: str
    name: str = ""
    """The file's own name, without its folder."""
    meetings: tuple[str, ...] = ()
    """The ids of the meetings that were read from it."""


class Register(Fact, frozen=True):
    """Everything that outlives a meeting. Keys are the facts' own ids."""

    people: dict[str, Person] = msgspec.field(default_factory=dict)
    committees: dict[str, Committee] = msgspec.field(default_factory=dict)
    papers: dict[str, Paper] = msgspec.field(default_factory=dict)
    style: str = ""
    """The council's default house style; empty for the one that Clerk ships as its default."""

    @property
    def everyone(self) -> tuple[Person, ...]:
        """Everybody once: whoever turned out to be another is not among them."""
        return tuple(person for person in self.people.values() if not person.same_as)

    def canonical(self, person_id: str) -> str:
        """The id of who it is: of the one kept, where two turned out to be one."""
        person = self.people.get(person_id)
        return person.same_as if person is not None and person.same_as else person_id

    def committee_by_slug(self, slug: str) -> Committee | None:
        """The committee with this label; None if there is none."""
        return next((c for c in self.committees.values() if c.slug == slug), None)
