"""What is known of the past of a seat: who left it, since when it is vacant, what came in late."""

import datetime as dt

from clerk.desk.office import Office
from clerk.domain.base import morrow
from clerk.domain.committees import (
    Seat,
    Tenure,
    last_day,
    tenure_on,
)
from clerk.domain.tenures import is_void
from clerk.names import full
from clerk.when import plain_date


def last_tenure(seat: Seat, on: dt.date) -> Tenure | None:
    """The last that is known to be over by `on`; None where nobody is known to have left."""
    gone = [t for t in seat.tenures if (last_day(t) or dt.date.max) < on and not is_void(t)]
    return gone[-1] if gone else None


def vacant_since(seat: Seat, on: dt.date) -> dt.date | None:
    """The first day on which a seat that is vacant on `on` is known to be so."""
    last = last_tenure(seat, on)
    if last is None:
        return seat.created
    return morrow(last.end) if last.end else last.ended_before


def late_note(office: Office, seat: Seat, on: dt.date) -> str:
    """What was entered of a seat only after `on`: a list made that day may have said otherwise."""
    held = tenure_on(seat.tenures, on)
    if held and held.entered and held.start and held.start <= on < held.entered:
        name = full(office.register.people[held.person].name_on(on))
        return f"{name}, since {plain_date(held.start)}: entered on {plain_date(held.entered)}"
    for gone in seat.tenures if held is None else ():
        if gone.end_entered and gone.end and gone.end < on < gone.end_entered:
            name = full(office.register.people[gone.person].name_on(on))
            entered = plain_date(gone.end_entered)
            return f"{name} left, last day {plain_date(gone.end)}: entered on {entered}"
    return ""
