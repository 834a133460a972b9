"""`out`, `left`, `in`, `back`, `apol`, `sub`, `present`, `absent`: who comes and goes."""

import datetime as dt
import re

from msgspec.structs import replace

from clerk.domain.base import new_id
from clerk.domain.meeting_acts import AttendanceMarked
from clerk.domain.meetings import Attendance, Capacity
from clerk.domain.movements import Movement, MovementKind
from clerk.domain.privacy import health_refusal, tells_of_health
from clerk.domain.room_acts import MovementNoted
from clerk.errors import InputError
from clerk.names import full
from clerk.speech.hearing import Acts, Hearing, first_time, item_of, split_words, who


def out(words: str, hearing: Hearing) -> Acts:
    """ "chi 11.42": left the meeting; "chi B1 interest": left for that item."""
    name, rest = split_words(words, hearing)
    person = who(name, hearing, hearing.presence.everyone, hearing.presence.away)
    if hearing.presence.away.get(person, "left for this item") != "left for this item":
        raise InputError(f"{full(hearing.people[person])} is not in the room.")
    item = next((found.id for token in rest if (found := item_of(token, hearing))), "")
    interest = "interest" in [token.casefold() for token in rest]
    for_item = bool(item) or interest or "item" in rest
    about = item or hearing.item
    return goes(person, about, first_time(rest, hearing), for_item=for_item, interest=interest)


def goes(
    person: str, item: str, at: dt.time | None, *, for_item: bool = False, interest: bool = False
) -> Acts:
    """Somebody leaves the meeting, or the room for the item that is taken."""
    movement = Movement(
        id=new_id(),
        kind="left for item" if for_item else "left",
        person=person,
        at=at,
        item=item,
        interest=interest,
    )
    return (MovementNoted(movement=movement),)


def back(words: str, hearing: Hearing) -> Acts:
    """ "chi 11.55": returned after leaving; one who has not been there yet arrives."""
    name, rest = split_words(words, hearing)
    gone = [p for p, why in hearing.presence.away.items() if why.startswith("left")]
    person = who(name, hearing, gone, *_could_come(hearing))
    return comes(person, first_time(rest, hearing), hearing)


def come_in(words: str, hearing: Hearing) -> Acts:
    """ "chi 10.40": arrived, late or with apologies tendered; one who had left returns."""
    name, rest = split_words(words, hearing)
    expected = [p for p in hearing.holders if p not in hearing.presence.everyone]
    gone = list(hearing.presence.away)
    person = who(name, hearing, (*expected, *gone), *_could_come(hearing))
    return comes(person, first_time(rest, hearing), hearing)


def apologies(words: str, hearing: Hearing) -> Acts:
    """ "waters, pell", or "pell: on Council business": apologies tendered.

    The words behind a colon print; a reason of health is refused, and nowhere kept.
    """
    here = hearing.presence.everyone
    waiting = [person for person in hearing.holders if person not in here]
    names, _, said = words.partition(":")
    if tells_of_health(said):
        raise InputError(health_refusal())
    marks = [
        _marked(who(name, hearing, waiting, hearing.holders), "apologies", hearing)
        for name in _names(names)
    ]
    note = " ".join(said.split())
    return tuple(replace(act, attendance=replace(act.attendance, note=note)) for act in marks)


def stands_in(words: str, hearing: Hearing) -> Acts:
    """ "carr for Mr Oakford": here in place of another, who is no substitute and has no vote."""
    found = re.fullmatch(r"(?P<name>.+?)\s+for\s+(?P<whom>.+)", words, re.IGNORECASE)
    if found is None:
        raise InputError("Type who is here in place of whom: standin carr for Mr Oakford.")
    others = [person for person in hearing.people if person not in hearing.holders]
    person = who(found["name"], hearing, others)
    capacity: Capacity = "in attendance" if person in hearing.officers else "also present"
    act = _marked(person, capacity, hearing)
    note = f"in place of {' '.join(found['whom'].split())}"
    return (replace(act, attendance=replace(act.attendance, note=note)),)


def present(words: str, hearing: Hearing) -> Acts:
    """ "pell, dace": present from the start."""
    people = [who(name, hearing, hearing.holders, hearing.people) for name in _names(words)]
    return tuple(_marked(person, _usual(person, hearing), hearing) for person in people)


def remote(words: str, hearing: Hearing) -> Acts:
    """ "pell": attends remotely, apart from those in the room."""
    people = [who(name, hearing, hearing.holders, hearing.people) for name in _names(words)]
    return tuple(_marked(person, "remote", hearing) for person in people)


def absent(words: str, hearing: Hearing) -> Acts:
    """ "waters": neither there nor apologised."""
    return tuple(
        _marked(who(name, hearing, hearing.holders), "absent", hearing) for name in _names(words)
    )


def substitute(words: str, hearing: Hearing) -> Acts:
    """ "cole for craske": sits for that member; "cole for craske B1": for that item alone."""
    found = re.fullmatch(r"(?P<name>.+?)\s+for\s+(?P<member>.+)", words, re.IGNORECASE)
    if found is None:
        raise InputError("Type who sits for whom: sub cole for craske; sub cole for craske B1.")
    here = hearing.presence.everyone
    whom, rest = split_words(found["member"], hearing)
    item = next((of.id for token in rest if (of := item_of(token, hearing))), "")
    if not item and "item" in rest:
        item = hearing.item
    member = who(whom, hearing, [p for p in hearing.holders if p not in here], hearing.holders)
    others = [p for p in hearing.people if p not in (*hearing.holders, member)]
    person = who(found["name"], hearing, others, [p for p in hearing.people if p != member])
    marked = _marked(person, "present", hearing, substitute_for=member)
    return (replace(marked, attendance=replace(marked.attendance, for_item=item)),)


def _could_come(hearing: Hearing) -> tuple[tuple[str, ...], ...]:
    """Who is in the room before everyone else: that they are there already must be said."""
    return hearing.presence.everyone, tuple(hearing.people)


def comes(person: str, at: dt.time | None, hearing: Hearing) -> Acts:
    """Somebody arrives, or returns; a substitute who sat for them stands down at that moment.

    Raises InputError where they are in the room already.
    """
    if person in hearing.presence.everyone:
        raise InputError(f"{full(hearing.people[person])} is in the room already.")
    away = hearing.presence.away.get(person)
    kind: MovementKind = "returned" if away in ("left", "left for this item") else "arrived"
    movement = Movement(id=new_id(), kind=kind, person=person, at=at, item=hearing.item)
    sitting = [s for s, member in hearing.presence.substitutes.items() if member == person]
    down = tuple(
        Movement(id=new_id(), kind="stood down", person=s, other=person, at=at, item=hearing.item)
        for s in sitting
    )
    entry = None if kind == "returned" else _entry(person, _usual(person, hearing), hearing)
    if not down:
        return (MovementNoted(movement=movement, attendance=entry),)
    return (MovementNoted(movement=down[0], attendance=entry, also=(*down[1:], movement)),)


def _usual(person: str, hearing: Hearing) -> Capacity:
    """In which list someone belongs who is there: officers and guests are no members."""
    if person in hearing.officers:
        return "in attendance"
    known = hearing.entry_of(person)
    member = person in hearing.holders or (known is not None and bool(known.substitute_for))
    return "present" if member or not hearing.holders else "also present"


def _marked(
    person: str, capacity: Capacity, hearing: Hearing, substitute_for: str = ""
) -> AttendanceMarked:
    entry = _entry(person, capacity, hearing)
    return AttendanceMarked(attendance=replace(entry, substitute_for=substitute_for))


def _entry(person: str, capacity: Capacity, hearing: Hearing) -> Attendance:
    known = hearing.entry_of(person)
    there = capacity in ("present", "remote")
    return Attendance(
        id=known.id if known else new_id(),
        person=person,
        capacity=capacity,
        role=hearing.roles.get(person, "") if there else "",
        post=hearing.officers.get(person, "") if capacity == "in attendance" else "",
        substitute_for=known.substitute_for if known and there else "",
    )


def _names(words: str) -> list[str]:
    names = [part for part in re.split(r",|;|\band\b", words) if part.strip()]
    if not names:
        raise InputError("Type a name, or its first two or three letters.")
    return names
