"""The register as it grows while a paper is taken in: people, committees, and what is doubtful."""

import datetime as dt
from typing import TypeVar

from msgspec.structs import replace

from clerk.clean import slug
from clerk.desk.incoming.identity import People
from clerk.domain.base import DatedText, new_id
from clerk.domain.committees import Committee, CommitteeKind
from clerk.domain.meetings import (
    AgendaItem,
    Doubt,
    Meeting,
    Report,
)
from clerk.domain.people import PersonKind
from clerk.domain.register import Paper, Register
from clerk.names import Name, full

EXECUTIVES = ("cabinet", "executive", "the executive", "executive board")

PlacedT = TypeVar("PlacedT", AgendaItem, Report)


class GrowingRegister:
    """Each part of a paper finds it as the part before has left it."""

    def __init__(self, register: Register, paper: Paper) -> None:
        self.paper = paper
        self.people = People(register.people, paper.id)
        self.committees = dict(register.committees)
        self.left_out: list[str] = []
        """What the paper holds and Clerk already had, in sentences."""
        self._register = register
        self._doubts: dict[str, list[Doubt]] = {}

    def register(self) -> Register:
        """The register with all that the paper has brought so far."""
        people = {person.id: person for person in self.people.changed()}
        return replace(
            self._register,
            people=self._register.people | people,
            committees=self._register.committees | self.committees,
        )

    def changed(self) -> tuple[Committee, ...]:
        """The committees that the paper added or of which it says something new."""
        return tuple(
            body
            for body in self.committees.values()
            if body != self._register.committees.get(body.id)
        )

    def committee(
        self, name: str, day: dt.date, *, authority: str = "", kind: CommitteeKind | None = None
    ) -> Committee:
        """The committee that bears or bore the name, made if there is none."""
        folded = name.casefold()
        found = next(
            (
                body
                for body in self.committees.values()
                if any(dated.text.casefold() == folded for dated in body.names)
            ),
            None,
        )
        body = found or Committee(
            id=new_id(),
            slug=self._free_slug(name),
            names=(DatedText(on=day, text=name, paper=self.paper.id),),
            kind=kind or ("executive" if folded in EXECUTIVES else "committee"),
        )
        if authority and not body.authority:
            body = replace(body, authority=authority)
        self.committees[body.id] = body
        return body

    def met(
        self,
        name: Name,
        day: dt.date,
        kind: PersonKind,
        meeting_id: str,
        line: int,
        *,
        post: str = "",
        group: str = "",
    ) -> str:
        """The person of that name, with a doubt where another bears the same surname."""
        near = self.people.near(name)
        known = self.people.find(name) is not None
        person_id = self.people.see(name, day, kind, post=post, group=group)
        if near and not known:
            self.doubt(
                meeting_id,
                line,
                full(name),
                f"kept apart from {' and '.join(near)}: title, initials and surname are not all "
                "equal. Mend the name if they are one person.",
                40,
                person_id,
            )
        return person_id

    def placed(self, fact: PlacedT) -> PlacedT:
        """The fact with its source in this paper: a reader does not know the paper's id."""
        if fact.source is None:
            return fact
        return replace(fact, source=replace(fact.source, paper=self.paper.id))

    def doubt(
        self, meeting_id: str, line: int | None, read: str, uncertain: str, weight: int, fact: str
    ) -> None:
        """Keeps a doubt of a meeting; `line` is where in the paper, `weight` how doubtful it is."""
        doubt = Doubt(
            id=new_id(), line=line, read=read, uncertain=uncertain, weight=weight, fact=fact
        )
        self._doubts.setdefault(meeting_id, []).append(doubt)

    def with_doubts(self, meeting: Meeting) -> Meeting:
        """The meeting with its doubts, the most doubtful first."""
        doubts = sorted(
            self._doubts.get(meeting.id, []), key=lambda doubt: (-doubt.weight, doubt.line or 0)
        )
        return replace(meeting, doubts=(*meeting.doubts, *doubts))

    def _free_slug(self, name: str) -> str:
        label = slug(name)
        taken = {body.slug for body in self.committees.values()}
        if label not in taken:
            return label
        return next(f"{label}-{n}" for n in range(2, len(taken) + 3) if f"{label}-{n}" not in taken)
