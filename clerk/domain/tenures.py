"""Who holds a place from when to when: taking it over, leaving it, late entries between others."""

import datetime as dt

from msgspec.structs import replace

from clerk.domain.base import Seen, eve
from clerk.domain.committees import How, Tenure, first_day, last_day
from clerk.errors import RefusedError
from clerk.when import plain_date

Tenures = tuple[Tenure, ...]


def with_holder(tenures: Tenures, new: Tenure) -> Tenures:
    """`tenures` with `new`, which has a start, in its place in time.

    Whoever held the place that day leaves it the day before; where another follows later, `new`
    ends the day before that one begins. What papers show of the same person becomes part of `new`.
    Raises RefusedError where the person holds the place already, or someone is recorded to have
    left it later.
    """
    on = _start(new)
    rest, new = _joined(tenures, new, on)
    before = tuple(_given_up(tenure, on) for tenure in rest if _begins(tenure) <= on)
    after = tuple(tenure for tenure in rest if _begins(tenure) > on)
    if after:
        new = _until(new, after[0])
    return (*before, new, *after)


def without_holder(
    tenures: Tenures,
    person: str,
    on: dt.date,
    how: How,
    *,
    reason: str = "",
    source: str = "",
    entered: dt.date | None = None,
) -> Tenures:
    """`tenures` after `person` left the place: from `on` they hold it no longer.

    Raises RefusedError where they do not hold it then, or have left it already.
    """
    at = _held_at(tenures, person, on)
    if at is None:
        raise RefusedError(
            f"The seat or role was not held by this person on {plain_date(on)}, as far as is "
            "known. Nothing was changed."
        )
    held = tenures[at]
    if held.end is not None and held.how not in ("", "replaced"):
        raise RefusedError(
            f"This is recorded already: {held.how}, last day {plain_date(held.end)}. "
            "Undo that first, to change it."
        )
    gone = replace(
        held,
        end=eve(on),
        ended=True,
        ended_before=None,
        how=how,
        end_reason=reason,
        end_source=source,
        end_entered=entered,
    )
    return (*tenures[:at], gone, *tenures[at + 1 :])


def overlap(one: Tenure, other: Tenure) -> bool:
    """Whether two tenures are known to run on one day."""
    first, last = first_day(one), last_day(one)
    begun, over = first_day(other), last_day(other)
    if first is None or begun is None or is_void(one) or is_void(other):
        return False
    return (over is None or first <= over) and (last is None or begun <= last)


def is_void(tenure: Tenure) -> bool:
    """Whether it holds on no day: begun, and over or taken back, on one and the same."""
    return tenure.start is not None and tenure.end is not None and tenure.end < tenure.start


def holds(tenures: Tenures, person: str, on: dt.date) -> bool:
    """Whether `person` can leave the place on `on`: holds it, or may, as far as papers show."""
    return _held_at(tenures, person, on) is not None


def _joined(tenures: Tenures, new: Tenure, on: dt.date) -> tuple[Tenures, Tenure]:
    """`tenures` without what becomes part of `new`: the same person's, seen or begun later."""
    for at, tenure in enumerate(tenures):
        if tenure.person != new.person or is_void(tenure):
            continue
        begins, over = _begins(tenure), last_day(tenure)
        if begins < on and (over is None or over >= on):
            since = plain_date(tenure.start) if tenure.start else f"{plain_date(begins)} or before"
            raise RefusedError(f"This person holds the place since {since}. Nothing was changed.")
        follows = begins >= on and all(
            _begins(t) > begins or _begins(t) < on for t in _but(tenures, at)
        )
        if follows and tenure.start == on:
            raise RefusedError(
                f"This person holds the place since {plain_date(on)}. Nothing was changed."
            )
        if follows:
            joined = replace(
                tenure,
                start=on,
                seen=tuple(sorted({*tenure.seen, *new.seen}, key=lambda s: (s.on, s.paper))),
                reason=new.reason or tenure.reason,
                source=new.source or tenure.source,
                entered=new.entered,
                filled=new.filled,
            )
            return _but(tenures, at), joined
    return tenures, new


def _given_up(tenure: Tenure, on: dt.date) -> Tenure:
    """A tenure that began before: it ends the day before `on`, unless it was over by then."""
    if tenure.ended_before is not None and tenure.end is None and tenure.ended_before < on:
        return tenure
    if tenure.end is not None and tenure.end < on:
        return tenure
    if tenure.end is not None and tenure.how not in ("", "replaced"):
        raise RefusedError(
            f"Whoever held this place on {plain_date(on)} is recorded to have left it later, "
            f"last day {plain_date(tenure.end)}. Undo that first."
        )
    return replace(tenure, end=eve(on), ended=True, ended_before=None, how="replaced")


def _until(new: Tenure, following: Tenure) -> Tenure:
    """`new`, over when the next one begins; on a day not known where that is not."""
    if new.end is not None and new.end < _begins(following):
        return new
    if following.start is not None:
        return replace(new, end=eve(following.start), ended=True, how=new.how or "replaced")
    return replace(new, ended=True, ended_before=first_day(following), how=new.how or "replaced")


def _held_at(tenures: Tenures, person: str, on: dt.date) -> int | None:
    for at in reversed(range(len(tenures))):
        tenure = tenures[at]
        if tenure.person != person or _begins(tenure) > on or is_void(tenure):
            continue
        if not tenure.ended or (tenure.end is not None and tenure.end >= on):
            return at
        if tenure.end is None and (tenure.ended_before is None or on <= tenure.ended_before):
            return at
    return None


def _begins(tenure: Tenure) -> dt.date:
    return first_day(tenure) or dt.date.min


def _start(new: Tenure) -> dt.date:
    if new.start is None:
        raise RefusedError("A day is needed from which the place is held.")
    return new.start


def _but(tenures: Tenures, at: int) -> Tenures:
    return (*tenures[:at], *tenures[at + 1 :])


def begun(
    person: str,
    on: dt.date,
    *,
    source: str = "",
    reason: str = "",
    entered: dt.date | None = None,
    filled: bool = False,
) -> Tenure:
    """A tenure from a day on, entered by hand."""
    return Tenure(
        person=person,
        start=on,
        seen=(Seen(on=on),),
        source=source,
        reason=reason,
        entered=entered,
        filled=filled,
    )
