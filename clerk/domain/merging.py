"""Two people who turned out to be one: whoever is kept takes over the seats, roles and drafts.

What was published names the other still, so that they stay in the register as the same person.
"""

from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from clerk.domain.base import DatedText, Fact, morrow
from clerk.domain.committees import Committee, Role, Seat, Tenure, first_day
from clerk.domain.meetings import Meeting
from clerk.domain.people import Person
from clerk.domain.register import Register
from clerk.domain.tenures import overlap
from clerk.errors import RefusedError

FactT = TypeVar("FactT", bound=Fact)


class PeopleMerged(Fact, frozen=True, tag="people-merged"):
    """`gone` is the same person as `kept`: seats, roles, groups and posts are those of one."""

    kept: str
    gone: str


class PersonReplaced(Fact, frozen=True, tag="person-replaced"):
    """A draft names `kept` wherever it named `gone`."""

    kept: str
    gone: str


def with_people_merged(register: Register, act: PeopleMerged) -> Register:
    """The register after the act; raises RefusedError where both hold seats on one committee."""
    people = register.people
    if act.kept not in people or act.gone not in people or act.kept == act.gone:
        raise RefusedError("Two people who are in the register are needed. Nothing was changed.")
    if people[act.gone].same_as or people[act.kept].same_as:
        raise RefusedError("One of them is known to be the same as another already.")
    bodies = {
        body.id: _one_holder(body, act) if _sat(body, act.gone) else body
        for body in register.committees.values()
    }
    gone = replace(people[act.gone], same_as=act.kept)
    both = {act.kept: _of_both(people[act.kept], gone), act.gone: gone}
    return replace(register, people=people | both, committees=bodies)


def with_person_replaced(meeting: Meeting, act: PersonReplaced) -> Meeting:
    """The meeting after the act; where both are in the lists of names, `kept` stays as marked.

    Raises RefusedError where the record is fixed: what was published names `gone` still.
    """
    if meeting.state not in ("draft", "called off"):
        raise RefusedError(f"These minutes are {meeting.state}: they name whom they named.")
    if any(entry.person == act.kept for entry in meeting.attendance):
        others = tuple(entry for entry in meeting.attendance if entry.person != act.gone)
        meeting = replace(meeting, attendance=others)
    return _naming(meeting, act.kept, act.gone)


def _naming(fact: FactT, kept: str, gone: str) -> FactT:
    """The fact with one id in place of another, wherever it stands: ids are random, and unlike
    anything that is typed."""

    def named(value: Any) -> Any:
        match value:
            case str():
                return kept if value == gone else value
            case dict():
                return {named(key): named(each) for key, each in value.items()}
            case list() | tuple():
                return [named(each) for each in value]
            case _:
                return value

    return msgspec.convert(named(msgspec.to_builtins(fact)), type=type(fact))


def _sat(body: Committee, person: str) -> bool:
    places: tuple[Seat | Role, ...] = (*body.seats, *body.roles)
    return any(tenure.person == person for place in places for tenure in place.tenures)


def _one_holder(body: Committee, act: PeopleMerged) -> Committee:
    body = _naming(body, act.kept, act.gone)
    seats = tuple(replace(s, tenures=tuple(_runs(s.tenures))) for s in body.seats)
    roles = tuple(replace(r, tenures=tuple(_runs(r.tenures))) for r in body.roles)
    held = [(seat.id, t) for seat in seats for t in seat.tenures if t.person == act.kept]
    for at, (seat, tenure) in enumerate(held):
        if any(seat != other and overlap(tenure, t) for other, t in held[at + 1 :]):
            raise RefusedError(
                f"Both hold a seat on {body.name} in one time. Abolish or leave one of the two "
                "first, so that it stays nobody's twice."
            )
    return replace(body, seats=seats, roles=roles)


def _runs(tenures: Iterable[Tenure]) -> Iterable[Tenure]:
    """Tenures of one person that follow each other, as one."""
    held: Tenure | None = None
    for tenure in tenures:
        if held is None:
            held = tenure
        elif held.person == tenure.person and _goes_on(held, tenure):
            held = _joined(held, tenure)
        else:
            yield held
            held = tenure
    if held is not None:
        yield held


def _goes_on(one: Tenure, other: Tenure) -> bool:
    """Whether nothing is known to lie between: no vacancy, and no leaving."""
    if one.how not in ("", "replaced"):
        return False
    first = first_day(other)
    return one.end is None or first is None or first <= morrow(one.end)


def _joined(one: Tenure, other: Tenure) -> Tenure:
    seen = tuple(sorted({*one.seen, *other.seen}, key=lambda each: (each.on, each.paper)))
    return replace(
        other,
        start=one.start,
        seen=seen,
        reason=one.reason,
        source=one.source,
        entered=one.entered,
        filled=one.filled,
    )


def _of_both(kept: Person, gone: Person) -> Person:
    """`kept` with what is known of `gone`; their names are found, and printed no more."""
    names = tuple(dict.fromkeys((*kept.also, *(n.name for n in gone.names), *gone.also)))
    return replace(
        kept,
        kind=gone.kind if kept.kind == "other" else kept.kind,
        also=names,
        groups=_together(kept.groups, gone.groups),
        posts=_together(kept.posts, gone.posts),
        wards=_together(kept.wards, gone.wards),
        interests=(*kept.interests, *gone.interests),
        votes_on=kept.votes_on or gone.votes_on,
    )


def _together(kept: tuple[DatedText, ...], gone: tuple[DatedText, ...]) -> tuple[DatedText, ...]:
    """Both in order of date, those of `kept` where a day has two; no text twice in a row."""
    days = {dated.on for dated in kept}
    both = sorted((*kept, *(d for d in gone if d.on not in days)), key=lambda d: d.on)
    return tuple(d for at, d in enumerate(both) if not at or both[at - 1].text != d.text)
