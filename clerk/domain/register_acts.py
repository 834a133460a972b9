"""Acts that change the register. `apply` is pure."""

import datetime as dt

from msgspec.structs import replace

from clerk.domain.base import Fact, Seen, with_text
from clerk.domain.committees import Committee, Role, Seat, Series, Tenure
from clerk.domain.log import Redone, Undone
from clerk.domain.people import Person
from clerk.domain.register import Paper, Register
from clerk.errors import RefusedError
from clerk.names import Name, same_person


class PaperRead(Fact, frozen=True, tag="paper-read"):
    """What a paper said of people and committees: each fact replaces the one with its id."""

    paper: Paper
    people: tuple[Person, ...] = ()
    committees: tuple[Committee, ...] = ()


class CommitteeAdded(Fact, frozen=True, tag="committee-added"):
    """A committee made by hand."""

    committee: Committee


class CommitteeChanged(Fact, frozen=True, tag="committee-changed"):
    """A committee's rules: series, style, quorum, chair title, substitutes, usual venue.

    Seats and roles are not changed by this act; renaming keeps the old name for old days.
    """

    committee: str
    name: str | None = None
    on: dt.date | None = None
    style: str | None = None
    series: Series | None = None
    venue: str | None = None
    chair_title: str | None = None


class PersonAdded(Fact, frozen=True, tag="person-added"):
    """A person made by hand."""

    person: Person


class NameMended(Fact, frozen=True, tag="name-mended"):
    """A name as it should always have been: a misreading, not a marriage."""

    person: str
    name: Name
    was: Name | None = None
    """What was misread; None for the name last seen."""


class PostSet(Fact, frozen=True, tag="post-set"):
    """What an officer is called, as from a day."""

    person: str
    post: str
    on: dt.date


class SeatAdded(Fact, frozen=True, tag="seat-added"):
    """A seat on a committee; vacant until someone is appointed."""

    committee: str
    seat: Seat


class Appointed(Fact, frozen=True, tag="appointed"):
    """A person takes a seat from a day on; whoever held it leaves it the day before."""

    committee: str
    seat: str
    person: str
    on: dt.date
    source: str = ""


class RoleGiven(Fact, frozen=True, tag="role-given"):
    """A person takes a role ("Chairman") from a day on."""

    committee: str
    role: str
    title: str
    person: str
    on: dt.date
    source: str = ""


RegisterAct = (
    PaperRead
    | CommitteeAdded
    | CommitteeChanged
    | PersonAdded
    | NameMended
    | PostSet
    | SeatAdded
    | Appointed
    | RoleGiven
    | Undone
    | Redone
)


def apply(register: Register, act: RegisterAct) -> Register:
    """The register after the act; raises RefusedError where an id is not known."""
    match act:
        case PaperRead(paper=paper, people=people, committees=committees):
            return replace(
                register,
                papers=register.papers | {paper.id: paper},
                people=register.people | {person.id: person for person in people},
                committees=register.committees | {body.id: body for body in committees},
            )
        case CommitteeAdded(committee=committee):
            return _with_committee(register, committee)
        case CommitteeChanged():
            return _with_committee(register, _changed(_committee(register, act.committee), act))
        case PersonAdded(person=person):
            return _with_person(register, person)
        case NameMended(person=person_id, name=name, was=was):
            return _with_person(register, _mended(_person(register, person_id), name, was))
        case PostSet(person=person_id, post=post, on=on):
            person = _person(register, person_id)
            return _with_person(register, replace(person, posts=with_text(person.posts, on, post)))
        case SeatAdded(committee=committee_id, seat=seat):
            body = _committee(register, committee_id)
            return _with_committee(register, replace(body, seats=(*body.seats, seat)))
        case Appointed():
            return _with_committee(register, _appointed(_committee(register, act.committee), act))
        case RoleGiven():
            return _with_committee(register, _role_given(_committee(register, act.committee), act))
        case _:
            raise TypeError(f"not an act on the register: {act!r}")


def _changed(committee: Committee, act: CommitteeChanged) -> Committee:
    names = committee.names
    if act.name is not None:
        names = with_text(names, act.on or names[-1].on, act.name)
    return replace(
        committee,
        names=names,
        style=committee.style if act.style is None else act.style,
        series=committee.series if act.series is None else act.series,
        venue=committee.venue if act.venue is None else act.venue,
        chair_title=committee.chair_title if act.chair_title is None else act.chair_title,
    )


def _mended(person: Person, name: Name, was: Name | None) -> Person:
    """The name `was`, or the last one seen, replaced wherever it stands.

    Where it stands with other honours, those stay: they are of their day.
    """
    wrong = was or person.names[-1].name

    def mended(borne: Name) -> Name:
        if borne == wrong:
            return name
        return replace(name, honours=borne.honours) if same_person(borne, wrong) else borne

    names = tuple(replace(dated, name=mended(dated.name)) for dated in person.names)
    return replace(person, names=names)


def _appointed(committee: Committee, act: Appointed) -> Committee:
    seats = tuple(
        replace(seat, tenures=_succeeded(seat.tenures, act.person, act.on))
        if seat.id == act.seat
        else seat
        for seat in committee.seats
    )
    if seats == committee.seats:
        raise RefusedError(f"{committee.name} has no such seat. Nothing was changed.")
    return replace(committee, seats=seats)


def _role_given(committee: Committee, act: RoleGiven) -> Committee:
    held = next((role for role in committee.roles if role.title == act.title), None)
    role = held or Role(id=act.role, title=act.title)
    changed = replace(role, tenures=_succeeded(role.tenures, act.person, act.on))
    others = tuple(other for other in committee.roles if other.id != role.id)
    return replace(committee, roles=(*others, changed))


def _succeeded(tenures: tuple[Tenure, ...], person: str, on: dt.date) -> tuple[Tenure, ...]:
    """`tenures` with the last one closed the day before, and a new one from `on`."""
    eve = on - dt.timedelta(days=1)
    closed = tuple(
        tenure if tenure.ended else replace(tenure, end=eve, ended=True) for tenure in tenures
    )
    return (*closed, Tenure(person=person, start=on, seen=(Seen(on=on),)))


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
