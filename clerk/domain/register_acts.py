"""Acts that change the register. `apply` is pure."""

from msgspec.structs import replace

from clerk.domain.base import Fact
from clerk.domain.committee_acts import (
    CommitteeAdded,
    CommitteeChanged,
    CommitteeDissolved,
    SeatAbolished,
    SeatAdded,
    SeatMoved,
    with_committee_act,
)
from clerk.domain.committees import Committee
from clerk.domain.log import Redone, Undone
from clerk.domain.merging import PeopleMerged, with_people_merged
from clerk.domain.people import Person
from clerk.domain.people_acts import (
    GroupChanged,
    InterestKept,
    NameChanged,
    NameMended,
    PersonAdded,
    PersonChanged,
    PersonLeft,
    PostSet,
    WardSet,
    departed,
    with_person_act,
)
from clerk.domain.register import Paper, Register
from clerk.domain.seat_acts import (
    Appointed,
    Left,
    RoleGiven,
    RoleLeft,
    with_seat_act,
    without_person,
)
from clerk.errors import RefusedError

__all__ = [
    "Appointed",
    "CommitteeAdded",
    "CommitteeChanged",
    "CommitteeDissolved",
    "GroupChanged",
    "InterestKept",
    "Left",
    "NameChanged",
    "NameMended",
    "PaperRead",
    "PeopleMerged",
    "PersonAdded",
    "PersonChanged",
    "PersonLeft",
    "PostSet",
    "RegisterAct",
    "RoleGiven",
    "RoleLeft",
    "SeatAbolished",
    "SeatAdded",
    "SeatMoved",
    "Several",
    "WardSet",
    "apply",
]


class PaperRead(Fact, frozen=True, tag="paper-read"):
    """What a paper said of people and committees: each fact replaces the one with its id."""

    paper: Paper
    people: tuple[Person, ...] = ()
    committees: tuple[Committee, ...] = ()


class Several(Fact, frozen=True, tag="several"):
    """Acts that are one deed, and are undone as one: a table taken in, a seat with its holder."""

    acts: tuple["OneAct", ...]


OneAct = (
    PaperRead
    | CommitteeAdded
    | CommitteeChanged
    | CommitteeDissolved
    | SeatAdded
    | SeatAbolished
    | SeatMoved
    | Appointed
    | Left
    | RoleGiven
    | RoleLeft
    | PersonAdded
    | PersonChanged
    | PersonLeft
    | NameMended
    | NameChanged
    | GroupChanged
    | PostSet
    | WardSet
    | InterestKept
    | PeopleMerged
)
RegisterAct = OneAct | Several | Undone | Redone


def apply(register: Register, act: RegisterAct) -> Register:
    """The register after the act; raises RefusedError where it does not fit."""
    match act:
        case Several(acts=acts):
            for each in acts:
                register = apply(register, each)
            return register
        case PaperRead(paper=paper, people=people, committees=committees):
            return replace(
                register,
                papers=register.papers | {paper.id: paper},
                people=register.people | {person.id: person for person in people},
                committees=register.committees | {body.id: body for body in committees},
            )
        case CommitteeAdded(committee=committee):
            return _with_committee(register, committee)
        case PersonAdded(person=person):
            return _with_person(register, person)
        case PersonLeft():
            return _left_by(register, act)
        case PeopleMerged():
            return with_people_merged(register, act)
        case Appointed() | Left() | RoleGiven() | RoleLeft():
            body = _committee(register, act.committee)
            return _with_committee(register, with_seat_act(body, act))
        case (
            CommitteeChanged() | CommitteeDissolved() | SeatAdded() | SeatAbolished() | SeatMoved()
        ):
            body = _committee(register, act.committee)
            return _with_committee(register, with_committee_act(body, act))
        case (
            NameMended()
            | NameChanged()
            | GroupChanged()
            | PostSet()
            | WardSet()
            | PersonChanged()
            | InterestKept()
        ):
            return _with_person(register, with_person_act(_person(register, act.person), act))
        case _:
            raise TypeError(f"not an act on the register: {act!r}")


def _left_by(register: Register, act: PersonLeft) -> Register:
    """The register after a person left every committee."""
    register = _with_person(register, departed(_person(register, act.person), act))
    bodies = {
        body.id: without_person(
            body,
            act.person,
            act.on,
            act.how,
            reason=act.reason,
            source=act.source,
            entered=act.entered,
        )
        for body in register.committees.values()
    }
    return replace(register, committees=bodies)


def _committee(register: Register, committee_id: str) -> Committee:
    try:
        return register.committees[committee_id]
    except KeyError:
        raise RefusedError("There is no such committee any more. Nothing was changed.") from None


def _person(register: Register, person_id: str) -> Person:
    try:
        return register.people[person_id]
    except KeyError:
        raise RefusedError("There is no such person any more. Nothing was changed.") from None


def _with_committee(register: Register, committee: Committee) -> Register:
    return replace(register, committees=register.committees | {committee.id: committee})


def _with_person(register: Register, person: Person) -> Register:
    return replace(register, people=register.people | {person.id: person})
