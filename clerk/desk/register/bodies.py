"""Committees over time: renamed, dissolved, more or fewer seats, other rules."""

import datetime as dt
import re

from msgspec.structs import replace

from clerk.counted import counted
from clerk.desk.office import Office
from clerk.desk.register.appointments import is_vacant, seat_held
from clerk.desk.register.deeds import Dated, Grounds, do_all, settled
from clerk.desk.words import one_line, tidied
from clerk.domain.base import new_id
from clerk.domain.committees import (
    Committee,
    Quorum,
    Reset,
    Rules,
    Seat,
    SubstituteRule,
    group_on,
    person_on,
)
from clerk.domain.people import Person
from clerk.domain.register_acts import (
    CommitteeChanged,
    CommitteeDissolved,
    OneAct,
    SeatAbolished,
    SeatAdded,
)
from clerk.domain.seat_acts import seat_of
from clerk.errors import InputError
from clerk.names import full
from clerk.when import plain_date

_FRACTION = re.compile(r"(?P<top>\d{1,3})\s*/\s*(?P<bottom>\d{1,3})")
_IN_WORDS = {"a third": "1/3", "one third": "1/3", "a quarter": "1/4", "one quarter": "1/4"}
_IN_WORDS |= {"a half": "1/2", "half": "1/2", "two thirds": "2/3", "a fifth": "1/5"}


def rename(
    office: Office, committee_id: str, name: str, grounds: Grounds | None = None
) -> Committee:
    """Another name from a day on; papers of days before keep the old one.

    Its label stays: files and scripts hang on it. Raises InputError where the name is taken.
    """
    when = settled(office, grounds or Grounds())
    body = office.committee(committee_id)
    words = one_line(name, "committee")
    if words == body.name_on(when.on):
        raise InputError(f"{words} is its name on {plain_date(when.on)} already.")
    for other in office.register.committees.values():
        taken = any(dated.text.casefold() == words.casefold() for dated in other.names)
        if taken and other.id != body.id and other.dissolved is None:
            raise InputError(f"There is a committee “{words}” already: {other.slug}.")
    act = CommitteeChanged(
        committee=body.id, name=words, on=when.on, reason=when.reason, source=when.source
    )
    do_all(office, [act], f"{body.name} renamed {words}{when.words}")
    return office.committee(body.id)


def dissolve(office: Office, committee_id: str, grounds: Grounds | None = None) -> None:
    """The committee is no more from a day on: every seat and role ends the day before."""
    when = settled(office, grounds or Grounds())
    body = office.committee(committee_id)
    act = CommitteeDissolved(
        committee=body.id,
        on=when.on,
        reason=when.reason,
        source=when.source,
        entered=when.entered,
    )
    do_all(office, [act], f"{body.name} dissolved{when.words}")


def add_seats(
    office: Office, committee_id: str, group: str, count: int = 1, grounds: Grounds | None = None
) -> None:
    """So many more seats of a group, vacant, from a day on. Raises InputError."""
    when = settled(office, grounds or Grounds())
    body = office.committee(committee_id)
    if not 1 <= count <= _MOST_SEATS:
        raise InputError(f"Between 1 and {_MOST_SEATS} seats can be added at once.")
    acts: list[OneAct] = [
        SeatAdded(
            committee=body.id,
            seat=Seat(id=new_id(), group=tidied(group), created=when.on),
            reason=when.reason,
            source=when.source,
        )
        for _ in range(count)
    ]
    seats = counted(count, "seat")
    said = f"{seats} of {tidied(group) or 'no group'} added to {body.name}{when.words}"
    do_all(office, acts, said)


def abolish_seats(
    office: Office,
    committee_id: str,
    group: str,
    count: int = 1,
    *,
    holder: Person | None = None,
    grounds: Grounds | None = None,
) -> None:
    """So many fewer seats of a group from a day on: the vacant ones, or that of `holder`.

    Raises InputError where fewer are vacant: then it must be said whose seat goes.
    """
    when = settled(office, grounds or Grounds())
    body = office.committee(committee_id)
    if holder is not None:
        going = [seat_held(body, holder, when.on)]
        said = f"The seat of {full(holder.name)} on {body.name} abolished{when.words}"
    else:
        going = _vacant(body, tidied(group), when.on)[:count]
        said = f"{counted(count, 'seat')} of {tidied(group)} on {body.name} abolished{when.words}"
        if len(going) < max(count, 1):
            raise InputError(
                f"{body.name} has {len(going)} vacant seats of “{tidied(group)}” on "
                f"{plain_date(when.on)}, fewer than {count}. Name whose seat is abolished."
            )
    do_all(office, [_abolished(body, seat, when) for seat in going], said)


def abolish_seat(
    office: Office, committee_id: str, seat_id: str, grounds: Grounds | None = None
) -> None:
    """This very seat is no more from a day on; whoever holds it leaves it."""
    when = settled(office, grounds or Grounds())
    body = office.committee(committee_id)
    seat = seat_of(body, seat_id)
    holder = person_on(seat, when.on)
    group = group_on(seat, when.on)
    whose = f"The vacant seat{f' of {group}' if group else ''}"
    if holder is not None:
        whose = f"The seat of {full(office.register.people[holder].name_on(when.on))}"
    said = f"{whose} on {body.name} abolished{when.words}"
    do_all(office, [_abolished(body, seat, when)], said)


def change_rules(
    office: Office,
    committee_id: str,
    *,
    quorum: Quorum | None = None,
    chair_title: str | None = None,
    substitutes: SubstituteRule | None = None,
    for_items: bool | None = None,
    sits_as: tuple[str, ...] | None = None,
    reset: Reset | None = None,
    grounds: Grounds | None = None,
) -> Committee:
    """Other standing rules; what is None stays. `reset` is when minute numbers begin anew."""
    when = settled(office, grounds or Grounds())
    body = office.committee(committee_id)
    act = CommitteeChanged(
        committee=body.id,
        quorum=quorum,
        chair_title=None if chair_title is None else one_line(chair_title, "chair's title"),
        substitutes=substitutes,
        substitutes_for_items=for_items,
        sits_as=None if sits_as is None else tuple(one_line(name, "body") for name in sits_as),
        series=None if reset is None else replace(body.series, reset=reset),
        on=when.on,
        reason=when.reason,
        source=when.source,
    )
    do_all(office, [act], f"Rules of {body.name} changed{when.words}")
    return office.committee(body.id)


def rules_told(body: Committee) -> tuple[str, ...]:
    """The rules over time, a line each; none where they never changed."""
    changes = body.rules[1:] and body.rules
    return tuple(
        f"{'before' if not at else 'from'} "
        f"{plain_date(body.rules[1].on if not at else rules.on)}: {'; '.join(rule_lines(rules))}"
        for at, rules in enumerate(changes)
    )


def rule_lines(rules: Rules) -> tuple[str, ...]:
    """Chair, quorum, substitutes, and as which bodies it sits, in words."""
    span = "one item or the whole meeting" if rules.substitutes_for_items else "the whole meeting"
    kinds = {"same group": "of the same group", "any member": "any member", "none": "none"}
    more = "" if rules.substitutes == "none" else f", for {span}"
    lines = [
        f"chair: {rules.chair_title}",
        f"quorum: {quorum_words(rules.quorum) if rules.quorum else 'not set'}",
        f"substitutes: {kinds[rules.substitutes]}{more}",
    ]
    return (*lines, f"sits as: {', '.join(rules.sits_as)}") if rules.sits_as else tuple(lines)


def read_quorum(words: str, minimum: int = 0) -> Quorum:
    """A quorum as typed: "4", "1/3", "a quarter", "1/3 of the seats, at least 3".

    `minimum` bounds a fraction from below, where the words do not. Raises InputError.
    """
    typed, _, least = tidied(words).casefold().partition("at least")
    typed = typed.rstrip(" ,").removesuffix("of the seats").rstrip()
    minimum = int(least) if least.strip().isdigit() else minimum
    typed = _IN_WORDS.get(typed, typed)
    if typed.isdigit() and 1 <= int(typed) <= _MOST_SEATS:
        return Quorum(number=int(typed))
    found = _FRACTION.fullmatch(typed)
    if found and 0 < int(found["top"]) <= int(found["bottom"]):
        return Quorum(
            numerator=int(found["top"]), denominator=int(found["bottom"]), minimum=max(minimum, 0)
        )
    raise InputError(f"“{tidied(words)[:40]}” is no quorum; type it like 4, 1/3 or a quarter.")


def quorum_words(quorum: Quorum) -> str:
    """ "4", or "1/3 of the seats, at least 3"."""
    if quorum.number is not None:
        return str(quorum.number)
    least = f", at least {quorum.minimum}" if quorum.minimum else ""
    return f"{quorum.numerator}/{quorum.denominator} of the seats{least}"


_MOST_SEATS = 200


def _vacant(body: Committee, group: str, day: dt.date) -> list[Seat]:
    """The vacant seats of a group, those that were added last first."""
    return [
        seat
        for seat in reversed(body.seats)
        if is_vacant(seat, day) and group_on(seat, day) == group
    ]


def _abolished(body: Committee, seat: Seat, when: Dated) -> OneAct:
    return SeatAbolished(
        committee=body.id,
        seat=seat.id,
        on=when.on,
        reason=when.reason,
        source=when.source,
        entered=when.entered,
    )
