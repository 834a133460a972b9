"""Acts on people: added, another name, group or post from a day on, interests, leaving for good."""

import datetime as dt

from msgspec.structs import replace

from clerk.domain.base import Fact, changed, changed_text, with_text
from clerk.domain.committees import How
from clerk.domain.people import DatedName, Interest, Person, PersonKind
from clerk.errors import RefusedError
from clerk.names import Name, same_person


class PersonAdded(Fact, frozen=True, tag="person-added"):
    """A person made by hand."""

    person: Person


class NameMended(Fact, frozen=True, tag="name-mended"):
    """A name as it should always have been: a misreading, not a marriage."""

    person: str
    name: Name
    was: Name | None = None
    """What was misread; None for the name last seen."""


class NameChanged(Fact, frozen=True, tag="name-changed"):
    """Another name from a day on: a marriage, a title, an honour. Earlier days keep the old one."""

    person: str
    name: Name
    on: dt.date
    reason: str = ""
    source: str = ""


class GroupChanged(Fact, frozen=True, tag="group-changed"):
    """A member of another political group from a day on; their seats stay with the old one."""

    person: str
    group: str
    on: dt.date
    was: str = ""
    """The group till then, where the register knows it only from a seat."""
    reason: str = ""
    source: str = ""


class PostSet(Fact, frozen=True, tag="post-set"):
    """What an officer is called, as from a day; nothing where they have left the post."""

    person: str
    post: str
    on: dt.date
    reason: str = ""
    source: str = ""


class WardSet(Fact, frozen=True, tag="ward-set"):
    """The ward or division that a member sits for, as from a day; nothing where none."""

    person: str
    ward: str
    on: dt.date
    reason: str = ""
    source: str = ""


class PersonChanged(Fact, frozen=True, tag="person-changed"):
    """What kind of person it is, and on what a co-opted member may vote; None stays."""

    person: str
    kind: PersonKind | None = None
    votes_on: str | None = None


class InterestKept(Fact, frozen=True, tag="interest-kept"):
    """An interest put into the member's register, or in place of the one with its id."""

    person: str
    interest: Interest


class PersonLeft(Fact, frozen=True, tag="person-left"):
    """A person leaves the council, or dies: from `on` every seat and role they held is vacant."""

    person: str
    on: dt.date
    how: How = "left"
    reason: str = ""
    source: str = ""
    entered: dt.date | None = None


PersonAct = (
    NameMended | NameChanged | GroupChanged | PostSet | WardSet | PersonChanged | InterestKept
)


def with_person_act(person: Person, act: PersonAct) -> Person:
    """The person after the act; raises RefusedError where it does not fit."""
    match act:
        case NameMended(name=name, was=was):
            return _mended(person, name, was)
        case NameChanged(name=name, on=on):
            return replace(person, names=changed(person.names, DatedName(on=on, name=name)))
        case GroupChanged():
            groups = changed_text(person.groups, act.on, act.group, act.was)
            return replace(person, groups=groups)
        case PostSet(post=post, on=on):
            return replace(person, posts=with_text(person.posts, on, post))
        case WardSet(ward=ward, on=on):
            return replace(person, wards=with_text(person.wards, on, ward))
        case PersonChanged(kind=kind, votes_on=votes_on):
            return replace(
                person,
                kind=person.kind if kind is None else kind,
                votes_on=person.votes_on if votes_on is None else votes_on,
            )
        case InterestKept(interest=interest):
            others = tuple(each for each in person.interests if each.id != interest.id)
            return replace(person, interests=(*others, interest))


def departed(person: Person, act: PersonLeft) -> Person:
    """The person after leaving the council; raises RefusedError where they have left before."""
    if person.left is not None:
        raise RefusedError("This person has left already. Undo that first, to change it.")
    return replace(person, left=act.on, left_how=act.how)


def _mended(person: Person, name: Name, was: Name | None) -> Person:
    """The name `was`, or the last one seen, replaced wherever it stands.

    Where it stands with other honours, those are of their day and stay.
    """
    wrong = was or person.names[-1].name

    def right(seen: Name) -> Name:
        if seen == wrong:
            return name
        return replace(name, honours=seen.honours) if same_person(seen, wrong) else seen

    names = tuple(replace(dated, name=right(dated.name)) for dated in person.names)
    return replace(person, names=names)
