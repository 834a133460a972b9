"""People over time: another name, group or post from a day on; their standing interests."""

import datetime as dt

from msgspec.structs import replace

from clerk.desk.office import Office
from clerk.desk.register.deeds import Grounds, do_all, settled
from clerk.desk.words import one_line, tidied, typed_name
from clerk.domain.base import eve, new_id
from clerk.domain.committees import group_on, person_on
from clerk.domain.groups import group_of
from clerk.domain.people import Interest, Person
from clerk.domain.register import Register
from clerk.domain.register_acts import (
    GroupChanged,
    InterestKept,
    NameChanged,
    OneAct,
    PersonChanged,
    PostSet,
    SeatMoved,
    WardSet,
)
from clerk.errors import InputError, NotFoundError
from clerk.names import Name, full
from clerk.when import plain_date


def rename_person(
    office: Office, person: Person, words: str, grounds: Grounds | None = None
) -> Name:
    """Another name, title or honour from a day on: a marriage, a knighthood. Raises InputError.

    Papers of days before keep the old one, and so does whatever was published.
    """
    when = settled(office, grounds or Grounds())
    name = typed_name(words)
    before = person.name_on(when.on)
    if name == before:
        raise InputError(f"{full(name)} is the name on {plain_date(when.on)} already.")
    act = NameChanged(
        person=person.id, name=name, on=when.on, reason=when.reason, source=when.source
    )
    do_all(office, [act], f"{full(before)} is {full(name)}{when.words}")
    return name


def change_group(
    office: Office,
    person: Person,
    group: str,
    *,
    with_seats: bool = False,
    grounds: Grounds | None = None,
) -> int:
    """A member of another group from a day on; returns how many seats went along.

    The seats stay the old group's, which may give them to another, unless `with_seats`. Raises
    InputError where they are of that group already.
    """
    when = settled(office, grounds or Grounds())
    words = tidied(group)
    was = group_of(office.register, person, eve(when.on))
    if group_of(office.register, person, when.on) == words:
        raise InputError(f"{full(person.name)} is of that group on {plain_date(when.on)} already.")
    acts: list[OneAct] = [
        GroupChanged(
            person=person.id,
            group=words,
            on=when.on,
            was=was,
            reason=when.reason,
            source=when.source,
        )
    ]
    if with_seats:
        acts += _seats_moved(office.register, person, words, when.on, when.reason, when.source)
    said = f"{full(person.name)} goes from {was or 'no group'} to {words or 'no group'}"
    do_all(office, acts, f"{said}{when.words}")
    return len(acts) - 1


def set_post(office: Office, person: Person, post: str, grounds: Grounds | None = None) -> None:
    """What an officer is called from a day on; nothing where they leave the post."""
    when = settled(office, grounds or Grounds())
    words = tidied(post)
    act = PostSet(person=person.id, post=words, on=when.on, reason=when.reason, source=when.source)
    do_all(office, [act], f"{full(person.name)}: {words or 'no post'}{when.words}")


def set_ward(office: Office, person: Person, ward: str, grounds: Grounds | None = None) -> None:
    """The ward or division that a member sits for from a day on; nothing where none."""
    when = settled(office, grounds or Grounds())
    words = tidied(ward)
    act = WardSet(person=person.id, ward=words, on=when.on, reason=when.reason, source=when.source)
    do_all(office, [act], f"{full(person.name)}: {words or 'no ward'}{when.words}")


def change_kind(office: Office, person: Person, *, votes_on: str) -> None:
    """A co-opted member, and on what they may vote (church representatives: education)."""
    act = PersonChanged(person=person.id, kind="co-opted", votes_on=tidied(votes_on))
    said = f"{full(person.name)}: co-opted, votes on {tidied(votes_on) or 'everything'}"
    do_all(office, [act], said)


def keep_interest(
    office: Office,
    person: Person,
    category: str,
    subject: str,
    *,
    since: dt.date | None = None,
    sensitive: bool = False,
    source: str = "",
) -> Interest:
    """An interest put into the member's register; `said` never tells a sensitive subject."""
    interest = Interest(
        id=new_id(),
        category=one_line(category, "category"),
        subject=one_line(subject, "subject"),
        since=since or office.today,
        sensitive=sensitive,
        source=tidied(source),
    )
    said = f"{full(person.name)}: interest registered, {interest_words(interest)}"
    do_all(office, [InterestKept(person=person.id, interest=interest)], said)
    return interest


def end_interest(
    office: Office, person: Person, subject: str, grounds: Grounds | None = None
) -> Interest:
    """An interest that stands no longer from a day on; `subject`: part of its words, or its id.

    Raises NotFoundError, naming those that stand, where that means none or several.
    """
    when = settled(office, grounds or Grounds())
    wanted = tidied(subject).casefold()
    found = [
        each
        for each in person.interests
        if each.until is None
        and (each.id == subject or wanted in f"{each.category} {each.subject}".casefold())
    ]
    if len(found) != 1:
        known = "; ".join(interest_words(i) for i in person.interests if i.until is None)
        raise NotFoundError(
            f"“{tidied(subject)}” means {len(found)} of the interests of {full(person.name)}. "
            f"There are: {known or 'none'}."
        )
    ended = replace(found[0], until=eve(when.on))
    said = f"{full(person.name)}: interest ended, {interest_words(ended)}{when.words}"
    do_all(office, [InterestKept(person=person.id, interest=ended)], said)
    return ended


def interest_words(interest: Interest) -> str:
    """ "Employment: Harbourne Docks Ltd"; of a sensitive one nothing but that it is one."""
    if interest.sensitive:
        return "a sensitive interest"
    return f"{interest.category}: {interest.subject}"


def interest_stands(interest: Interest, day: dt.date) -> bool:
    """Whether the interest stands on `day`, as far as is known."""
    begun = interest.since is None or interest.since <= day
    return begun and (interest.until is None or day <= interest.until)


def _seats_moved(
    register: Register, person: Person, group: str, day: dt.date, reason: str, source: str
) -> list[OneAct]:
    return [
        SeatMoved(
            committee=body.id, seat=seat.id, group=group, on=day, reason=reason, source=source
        )
        for body in register.committees.values()
        for seat in body.seats
        if person_on(seat, day) == person.id and group_on(seat, day) != group
    ]
