"""What happened to a committee's membership, in sentences: derived from the register, never kept.

"Mr A has replaced Ms B as a member of this Committee" stands on the next agenda, in the history of
the seat and in the list of differences between two days.
"""

import datetime as dt
from collections.abc import Iterator

from msgspec.structs import replace

from clerk.domain.base import Fact, eve, morrow
from clerk.domain.committees import Committee, How, Role, Seat, Tenure, first_day, group_on, stands
from clerk.domain.people import Person
from clerk.domain.register import Register
from clerk.domain.tenures import is_void
from clerk.names import full
from clerk.when import plain_date


class Told(Fact, frozen=True):
    """One change, as a sentence without its full stop."""

    on: dt.date
    """The first day on which it is so; where that is not known, the first that shows it."""
    words: str
    kind: str
    """"appointed", "replaced", "left", "role", "role ended", "seat", "seats", "name", "group",
    "rules" or "committee"."""
    entered: dt.date | None = None
    """The day on which it was entered, where that was later."""
    source: str = ""
    after: dt.date | None = None
    """Where the day is not known: the last day on which it was not so yet."""
    sure: bool = True
    """Whether the day is known."""
    regret: bool = False
    """Whether it is noted with regret: a death."""

    @property
    def noted(self) -> str:
        """As the next agenda has it: "To note that …"."""
        return f"To note {'with regret ' if self.regret else ''}that {self.words}."

    @property
    def dated(self) -> str:
        """As a history has it: "5 May 2026: … (minute 12)."."""
        source = f" ({self.source})" if self.source else ""
        late = f"; entered on {plain_date(self.entered)}" if self.entered else ""
        return f"{self.when}: {self.words}{source}{late}."

    @property
    def when(self) -> str:
        """The day, or the two between which it lies."""
        if self.sure:
            return plain_date(self.on)
        if self.after is not None:
            return f"between {plain_date(self.after)} and {plain_date(self.on)}"
        return f"by {plain_date(self.on)}"


def changes_between(
    register: Register, body: Committee, after: dt.date, until: dt.date
) -> tuple[Told, ...]:
    """What changed from the day after `after` up to `until`, by day.

    A change whose day is not known is told where one of the two days between which it lies, or
    both, fall into that time.
    """
    return tuple(
        told
        for told in sorted([*_everything(register, body), *_rules(body)], key=_order)
        if after < told.on <= until
        or (not told.sure and told.after and after <= told.after < until)
    )


def since_last_meeting(
    register: Register, body: Committee, last: dt.date | None, coming: dt.date
) -> tuple[Told, ...]:
    """What the agenda of `coming` has to note: what took effect, or was entered, after `last`.

    Nothing for a first meeting. What papers show without a day is not told: they noted it then.
    """
    if last is None:
        return ()
    return tuple(
        told
        for told in _everything(register, body)
        if told.sure and last < max(told.on, told.entered or told.on) and told.on <= coming
    )


def seat_history(register: Register, body: Committee, seat: Seat) -> tuple[Told, ...]:
    """Everything known of a seat, oldest first."""
    found = [*_seat_changes(register, body, seat, first_too=True)]
    if seat.created is not None:
        found.append(Told(on=seat.created, words="the seat was added", kind="seat"))
    if seat.abolished is not None:
        found.append(Told(on=seat.abolished, words="the seat was abolished", kind="seats"))
    return tuple(sorted(found, key=_order))


def this_body(body: Committee, day: dt.date) -> str:
    """ "this Committee", "this Panel": by the last word of its name; "the Cabinet" for one."""
    name = body.name_on(day)
    last = name.split()[-1] if name.split() else ""
    if body.kind in ("executive", "council", "parish"):
        return f"the {last or 'Council'}"
    return f"this {last}" if last.casefold() in _BODIES else "this body"


_BODIES = {"committee", "sub-committee", "subcommittee", "panel", "board", "forum", "group"}
_BODIES |= {"council", "cabinet", "commission", "partnership", "assembly", "executive", "trust"}


def spoken(person: Person, day: dt.date) -> str:
    """The name inside a sentence: full, without honours."""
    return full(replace(person.name_on(day), honours=()))


def _everything(register: Register, body: Committee) -> tuple[Told, ...]:
    found = [
        told for seat in body.seats for told in _seat_changes(register, body, seat, first_too=False)
    ]
    found += _roles(register, body)
    found += _numbers(body)
    found += _names(body)
    found += _members(register, body)
    if body.dissolved is not None:
        words = f"{body.name_on(body.dissolved)} has been dissolved"
        found.append(Told(on=body.dissolved, words=words, kind="committee"))
    return tuple(sorted(found, key=_order))


_RANKS = {"seat": -1, "left": 0, "replaced": 0, "appointed": 1, "role ended": 2, "role": 3}


def _order(told: Told) -> tuple[dt.date, bool, int]:
    """By day; on one day who went and who came before who was elected to what."""
    return told.on, told.sure, _RANKS.get(told.kind, 4)


# --- seats -------------------------------------------------------------------------------------


def _seat_changes(
    register: Register, body: Committee, seat: Seat, *, first_too: bool
) -> Iterator[Told]:
    """Who came and who went; `first_too` tells as well who sat there when it was first seen."""
    tenures = [tenure for tenure in seat.tenures if not is_void(tenure)]
    for at, tenure in enumerate(tenures):
        before = tenures[at - 1] if at else None
        following = tenures[at + 1] if at + 1 < len(tenures) else None
        if tenure.start is not None:
            yield _came(register, body, seat, tenure, before)
        elif before is not None or first_too:
            yield from _seen(register, body, tenure, before)
        if tenure.end is not None and not _taken_over(tenure, following):
            yield _went(register, body, tenure, tenure.end)
        elif tenure.end is None and tenure.ended_before is not None and following is None:
            yield _gone_by(register, body, tenure, tenure.ended_before)
    for dated in seat.moved:
        was, now = (group or "no group" for group in (group_on(seat, eve(dated.on)), dated.text))
        words = f"a seat on {this_body(body, dated.on)} has gone from {was} to {now}"
        yield Told(on=dated.on, words=words, kind="group")


def _came(
    register: Register, body: Committee, seat: Seat, tenure: Tenure, before: Tenure | None
) -> Told:
    on = tenure.start or dt.date.min
    here, name = this_body(body, on), _name(register, tenure.person, on)
    kind = "appointed"
    if before is not None and _taken_over(before, tenure):
        kind = "replaced"
        gone = _name(register, before.person, eve(on))
        words = f"{name} has replaced {gone} as a member of {here}"
    elif before is not None or tenure.filled:
        group = group_on(seat, on)
        vacancy = f"the {group} vacancy" if group else "a vacancy"
        words = f"{name} has been appointed to fill {vacancy} on {here}"
    else:
        words = f"{name} has been appointed a member of {here}"
    return Told(on=on, words=words, kind=kind, entered=tenure.entered, source=tenure.source)


def _seen(
    register: Register, body: Committee, tenure: Tenure, before: Tenure | None
) -> Iterator[Told]:
    """Someone whom papers show in a seat, since a day that is not known."""
    on = first_day(tenure)
    if on is None:
        if tenure.ended_before is not None:
            name = _name(register, tenure.person, tenure.ended_before)
            words = f"{name} sat here, since a day that is not known"
            yield Told(on=tenure.ended_before, words=words, kind="left", sure=False)
        return
    name, here = _name(register, tenure.person, on), this_body(body, on)
    if before is None:
        words = f"{name} was first seen as a member of {here}"
        yield Told(on=on, words=words, kind="appointed")
        return
    gone = _name(register, before.person, on)
    last = before.end or max((seen.on for seen in before.seen), default=None)
    words = f"{name} replaced {gone} as a member of {here}, on a day that is not known"
    yield Told(on=on, after=last, words=words, kind="replaced", sure=False)


_WENT: dict[How, str] = {
    "resigned": "has resigned from {here}",
    "removed": "has been removed from {here}",
    "died": "a member of {here}, has died",
}


def _went(register: Register, body: Committee, tenure: Tenure, end: dt.date) -> Told:
    on = morrow(end)
    here, name = this_body(body, on), _name(register, tenure.person, end)
    words = _WENT.get(tenure.how, "is no longer a member of {here}").format(here=here)
    comma = "," if tenure.how == "died" else ""
    return Told(
        on=on,
        words=f"{name}{comma} {words}",
        kind="left",
        entered=tenure.end_entered,
        source=tenure.end_source,
        regret=tenure.how == "died",
    )


def _gone_by(register: Register, body: Committee, tenure: Tenure, day: dt.date) -> Told:
    """Someone whose seat a paper shows as vacant."""
    name, here = _name(register, tenure.person, day), this_body(body, day)
    words = f"{name} left {here}, on a day that is not known"
    last = max((seen.on for seen in tenure.seen), default=tenure.start)
    return Told(on=day, after=last, words=words, kind="left", sure=False)


def _taken_over(tenure: Tenure, following: Tenure | None) -> bool:
    """Whether the next holder came straight after, and not into a vacancy."""
    if following is None or tenure.how not in ("", "replaced"):
        return False
    if tenure.end is None or following.start is None:
        return True
    return following.start == morrow(tenure.end)


# --- roles -------------------------------------------------------------------------------------


def _roles(register: Register, body: Committee) -> Iterator[Told]:
    for role in body.roles:
        tenures = [tenure for tenure in role.tenures if not is_void(tenure)]
        for at, tenure in enumerate(tenures):
            following = tenures[at + 1] if at + 1 < len(tenures) else None
            if tenure.start is not None:
                yield _elected(register, body, role, tenure, tenures[at - 1] if at else None)
            if tenure.end is not None and not _taken_over(tenure, following):
                told = _gave_up(register, body, role, tenure, tenure.end)
                if told is not None:
                    yield told


def _elected(
    register: Register, body: Committee, role: Role, tenure: Tenure, before: Tenure | None
) -> Told:
    on = tenure.start or dt.date.min
    name = _name(register, tenure.person, on)
    words = f"{name} has been elected {role.title} of {this_body(body, on)}"
    if before is not None and _taken_over(before, tenure):
        words += f" in place of {_name(register, before.person, eve(on))}"
    return Told(on=on, words=words, kind="role", entered=tenure.entered, source=tenure.source)


def _gave_up(
    register: Register, body: Committee, role: Role, tenure: Tenure, end: dt.date
) -> Told | None:
    """None where the seat went with the role: that has a sentence of its own."""
    on = morrow(end)
    went_too = any(
        other.person == tenure.person and other.end == end
        for seat in body.seats
        for other in seat.tenures
    )
    if went_too or body.dissolved == on:
        return None
    words = (
        f"{_name(register, tenure.person, end)} is no longer {role.title} of {this_body(body, on)}"
    )
    return Told(
        on=on, words=words, kind="role ended", entered=tenure.end_entered, source=tenure.end_source
    )


# --- numbers of seats, names, groups --------------------------------------------------------------


def _numbers(body: Committee) -> Iterator[Told]:
    """How many seats a group has, where that changed while there were others."""
    for day in _days_of_other_numbers(body):
        groups = {group_on(seat, day): None for seat in body.seats}
        for group in groups:
            was = sum(stands(s, eve(day)) and group_on(s, day) == group for s in body.seats)
            now = sum(stands(s, day) and group_on(s, day) == group for s in body.seats)
            if was != now:
                of = f" of {group}" if group else ""
                words = (
                    f"the number of seats{of} on {this_body(body, day)} is now {now}, before {was}"
                )
                yield Told(on=day, words=words, kind="seats")


def _days_of_other_numbers(body: Committee) -> list[dt.date]:
    """When seats came or went; not when the first were made, nor when all went."""
    made = {seat.created for seat in body.seats if seat.created}
    if made and all(seat.created for seat in body.seats):
        made.discard(min(made))
    gone = {seat.abolished for seat in body.seats if seat.abolished}
    return sorted((made | gone) - {body.dissolved})


def _names(body: Committee) -> Iterator[Told]:
    for before, dated in zip(body.names, body.names[1:], strict=False):
        if before.text != dated.text:
            words = f"the {before.text} is now called the {dated.text}"
            yield Told(on=dated.on, words=words, kind="committee")


_RULES = {
    "chair_title": "the title of the chair",
    "quorum": "the quorum",
    "substitutes": "who may substitute",
    "substitutes_for_items": "whether for one item alone",
    "sits_as": "as what it sits",
}


def _rules(body: Committee) -> Iterator[Told]:
    """Other rules from a day on: told among what changed, and noted on no agenda."""
    for before, rules in zip(body.rules, body.rules[1:], strict=False):
        other = [
            words
            for field, words in _RULES.items()
            if getattr(before, field) != getattr(rules, field)
        ]
        words = f"the rules of {this_body(body, rules.on)} changed: {', '.join(other)}"
        yield Told(on=rules.on, words=words, kind="rules")


def _members(register: Register, body: Committee) -> Iterator[Told]:
    """Another name or group of someone who was a member on that day; not what papers showed."""
    for person_id in dict.fromkeys(t.person for seat in body.seats for t in seat.tenures):
        person = register.people.get(person_id)
        if person is None:
            continue
        for was, now in zip(person.names, person.names[1:], strict=False):
            if not now.paper and was.name != now.name and _sat(body, person_id, now.on):
                words = f"{full(was.name)} is now {full(now.name)}"
                yield Told(on=now.on, words=words, kind="name")
        for before, after in zip(person.groups, person.groups[1:], strict=False):
            if not after.paper and before.text != after.text and _sat(body, person_id, after.on):
                name = spoken(person, after.on)
                words = f"{name} has left {_group(before.text)} and joined {_group(after.text)}"
                if not after.text:
                    words = f"{name} has left {_group(before.text)}"
                yield Told(on=after.on, words=words, kind="group")


def _group(name: str) -> str:
    if not name:
        return "no group"
    return f"the {name}" if name.casefold().endswith("group") else f"the {name} group"


def _sat(body: Committee, person: str, day: dt.date) -> bool:
    for seat in body.seats:
        for tenure in seat.tenures:
            first = first_day(tenure)
            begun = first is not None and first <= day
            if tenure.person == person and begun and (tenure.end is None or day <= tenure.end):
                return True
    return False


def _name(register: Register, person_id: str, day: dt.date) -> str:
    person = register.people.get(person_id)
    return spoken(person, day) if person else "(name not known)"
