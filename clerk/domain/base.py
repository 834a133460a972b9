"""What every fact is made of: a frozen record with a permanent random id, and values with dates."""

import calendar
import datetime as dt
import secrets
from collections.abc import Iterable
from typing import TypeVar

import msgspec
from msgspec.structs import replace


class Fact(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """A frozen record: change means a new value, made with `msgspec.structs.replace`."""


def new_id() -> str:
    """A permanent random id, 12 hexadecimal digits; names, dates and slugs are only labels."""
    return secrets.token_hex(6)


class Source(Fact, frozen=True):
    """Where in a paper a fact was read: the paper's id and its lines, counted from 1, inclusive."""

    paper: str
    first: int
    last: int


class Seen(Fact, frozen=True):
    """Evidence: this paper showed it as so on this day."""

    on: dt.date
    paper: str = ""
    """The paper's id; empty when a clerk entered it by hand."""


class Dated(Fact, frozen=True):
    """What holds from a day on, until a later one of its kind."""

    on: dt.date


class DatedText(Dated, frozen=True):
    """A text that holds from a day on."""

    text: str
    paper: str = ""


def text_on(texts: Iterable[DatedText], day: dt.date) -> str | None:
    """The text that held on `day`: the latest not after it, else the earliest known; None if none.

    The earliest serves for days before it because a first sighting is no first day: what a paper
    of July shows was very likely so in June.
    """
    known = sorted(texts, key=lambda dated: dated.on)
    if not known:
        return None
    held = [dated for dated in known if dated.on <= day]
    return (held[-1] if held else known[0]).text


def with_text(
    texts: tuple[DatedText, ...], day: dt.date, text: str, paper: str = ""
) -> tuple[DatedText, ...]:
    """`texts` with `text` as from `day`; unchanged where it already held then."""
    if any(dated.on <= day for dated in texts) and text_on(texts, day) == text:
        return texts
    others = [dated for dated in texts if dated.on != day]
    return tuple(sorted([*others, DatedText(on=day, text=text, paper=paper)], key=lambda d: d.on))


DatedT = TypeVar("DatedT", bound=Dated)


def changed(dated: Iterable[DatedT], new: DatedT) -> tuple[DatedT, ...]:
    """`dated` after a change to `new` on its day: what held before it is what held till then.

    The first known was seen on some day, which need not be its first: where none is dated earlier,
    it is dated the day before, so that no earlier day changes.
    """
    ordered = sorted(dated, key=lambda each: each.on)
    earlier = [each for each in ordered if each.on < new.on]
    later = [each for each in ordered if each.on > new.on]
    if not earlier and ordered:
        earlier = [replace(ordered[0], on=eve(new.on))]
        later = [each for each in later if each is not ordered[0]]
    return (*earlier, new, *later)


def changed_text(
    texts: tuple[DatedText, ...], day: dt.date, text: str, was: str = ""
) -> tuple[DatedText, ...]:
    """`texts` after a change to `text` on `day`; `was` held till then, where none is known."""
    known = texts or ((DatedText(on=eve(day), text=was),) if was else ())
    return changed(known, DatedText(on=day, text=text))


def eve(day: dt.date) -> dt.date:
    """The day before; the first day that there is has none."""
    return day - dt.timedelta(days=1) if day > dt.date.min else day


def morrow(day: dt.date) -> dt.date:
    """The day after; the last day that there is has none."""
    return day + dt.timedelta(days=1) if day < dt.date.max else day


def months_on(day: dt.date, by: int) -> dt.date:
    """The corresponding day so many months later, or earlier where `by` is below nought.

    The last day of that month where it has no such day; the calendar's first and last year bound
    it.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + by, 12)
    year = min(max(year, dt.MINYEAR), dt.MAXYEAR)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
