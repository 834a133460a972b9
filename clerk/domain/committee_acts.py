"""Acts on committees: made, renamed, their rules, the number of their seats, dissolved."""

import datetime as dt

from msgspec.structs import replace

from clerk.domain.base import DatedText, Fact, changed_text, eve, with_text
from clerk.domain.committees import (
    RULES,
    Committee,
    How,
    Quorum,
    Seat,
    Series,
    SubstituteRule,
    Tenure,
    first_day,
    group_on,
    rules_on,
    stands,
    tenure_on,
)
from clerk.domain.seat_acts import seat_of, with_seat
from clerk.domain.tenures import without_holder
from clerk.errors import RefusedError


class CommitteeAdded(Fact, frozen=True, tag="committee-added"):
    """A committee made by hand."""

    committee: Committee


class CommitteeChanged(Fact, frozen=True, tag="committee-changed"):
    """A committee's name or rules; what is None stays.

    Seats and roles are not changed by this act. A name or rule given with a day holds from that
    day on and keeps the old one for days before; one given without was always so.
    """

    committee: str
    name: str | None = None
    on: dt.date | None = None
    style: str | None = None
    series: Series | None = None
    venue: str | None = None
    chair_title: str | None = None
    quorum: Quorum | None = None
    substitutes: SubstituteRule | None = None
    substitutes_for_items: bool | None = None
    sits_as: tuple[str, ...] | None = None
    reason: str = ""
    source: str = ""


class CommitteeDissolved(Fact, frozen=True, tag="committee-dissolved"):
    """A committee is no more from a day on: its seats and roles end the day before."""

    committee: str
    on: dt.date
    reason: str = ""
    source: str = ""
    entered: dt.date | None = None


class SeatAdded(Fact, frozen=True, tag="seat-added"):
    """A seat on a committee; vacant until someone is appointed, unless it comes with a holder."""

    committee: str
    seat: Seat
    reason: str = ""
    source: str = ""


class SeatAbolished(Fact, frozen=True, tag="seat-abolished"):
    """A seat is no more from a day on; whoever held it leaves it the day before."""

    committee: str
    seat: str
    on: dt.date
    reason: str = ""
    source: str = ""
    entered: dt.date | None = None


class SeatMoved(Fact, frozen=True, tag="seat-moved"):
    """A seat goes over to another group from a day on."""

    committee: str
    seat: str
    group: str
    on: dt.date
    reason: str = ""
    source: str = ""


CommitteeAct = CommitteeChanged | CommitteeDissolved | SeatAdded | SeatAbolished | SeatMoved


def with_committee_act(body: Committee, act: CommitteeAct) -> Committee:
    """The committee after the act; raises RefusedError where it does not fit."""
    match act:
        case CommitteeChanged():
            return _changed(body, act)
        case CommitteeDissolved():
            return _dissolved(body, act)
        case SeatAdded(seat=seat):
            if any(each.id == seat.id for each in body.seats):
                raise RefusedError(f"{body.name} has that seat already. Nothing was changed.")
            return replace(body, seats=(*body.seats, seat))
        case SeatAbolished():
            return _abolished(body, seat_of(body, act.seat), act.on, act)
        case SeatMoved():
            return _moved(body, act)


def _changed(body: Committee, act: CommitteeChanged) -> Committee:
    names = body.names
    if act.name is not None and act.on is not None:
        names = changed_text(names, act.on, act.name)
    elif act.name is not None:
        names = with_text(names, names[-1].on, act.name)
    given = {
        field: value
        for field in ("style", "series", "venue")
        if (value := getattr(act, field)) is not None
    }
    return _ruled(replace(body, names=names, **given), act)


def _ruled(body: Committee, act: CommitteeChanged) -> Committee:
    """The committee with other rules: from the day of the act on, or ever since without one.

    Rules that hold from a later day keep what they changed, and take over the rest.
    """
    given = {field: value for field in RULES if (value := getattr(act, field)) is not None}
    if not given:
        return body
    rules = body.rules
    if act.on is not None:
        before = rules_on(body, act.on)
        given = {f: value for f, value in given.items() if value != getattr(before, f)}
        if not given:
            return body
        later = tuple(
            replace(
                each, **{f: v for f, v in given.items() if getattr(each, f) == getattr(before, f)}
            )
            for each in rules
            if each.on > act.on
        )
        earlier = tuple(each for each in rules if each.on < act.on)
        known = earlier or (replace(before, on=eve(act.on)),)
        rules = (*known, replace(before, on=act.on, **given), *later)
        given = {field: getattr(rules[-1], field) for field in RULES}
    else:
        rules = tuple(replace(each, **given) for each in rules)
    return replace(body, rules=rules, **given)


def _dissolved(body: Committee, act: CommitteeDissolved) -> Committee:
    if body.dissolved is not None:
        raise RefusedError(f"{body.name} is dissolved already. Nothing was changed.")
    roles = tuple(
        replace(role, tenures=_closed(role.tenures, act.on, "dissolved", act))
        for role in body.roles
    )
    body = replace(body, dissolved=act.on, roles=roles)
    for seat in body.seats:
        if stands(seat, act.on):
            body = _abolished(body, seat, act.on, act)
    return body


def _abolished(
    body: Committee, seat: Seat, on: dt.date, act: SeatAbolished | CommitteeDissolved
) -> Committee:
    if not stands(seat, on):
        raise RefusedError(f"{body.name} does not have that seat on that day.")
    how: How = "dissolved" if isinstance(act, CommitteeDissolved) else "abolished"
    holder = tenure_on(seat.tenures, on)
    tenures = _closed(seat.tenures, on, how, act)
    body = with_seat(body, replace(seat, abolished=on, tenures=tenures))
    if holder is None:
        return body
    roles = tuple(
        replace(role, tenures=_closed(role.tenures, on, how, act))
        if (held := tenure_on(role.tenures, on)) and held.person == holder.person
        else role
        for role in body.roles
    )
    return replace(body, roles=roles)


def _closed(
    tenures: tuple[Tenure, ...],
    on: dt.date,
    how: How,
    act: SeatAbolished | CommitteeDissolved,
) -> tuple[Tenure, ...]:
    """`tenures` of a place that is no more: its holder leaves, whoever was to come never does."""
    held = tenure_on(tenures, on)
    if held is not None and held.how in ("", "replaced"):
        tenures = without_holder(
            tenures, held.person, on, how, reason=act.reason, source=act.source, entered=act.entered
        )
    return tuple(
        replace(t, end=eve(t.start), ended=True, how=how) if t.start and t.start > on else t
        for t in (_cut(tenure, on) for tenure in tenures)
    )


def _cut(tenure: Tenure, on: dt.date) -> Tenure:
    """A tenure that was recorded to end later: the place is no more by then."""
    first = first_day(tenure)
    if tenure.end is not None and tenure.end >= on and first is not None and first <= on:
        return replace(tenure, end=eve(on))
    return tenure


def _moved(body: Committee, act: SeatMoved) -> Committee:
    seat = seat_of(body, act.seat)
    if group_on(seat, act.on) == act.group:
        raise RefusedError(f"That seat is {act.group or 'no group'}’s already.")
    kept = tuple(dated for dated in seat.moved if dated.on != act.on)
    moved = sorted([*kept, DatedText(on=act.on, text=act.group)], key=lambda dated: dated.on)
    return with_seat(body, replace(seat, moved=tuple(moved)))
