"""What every fact is made of: a frozen record with a permanent random id, and values with dates."""

import datetime as dt
import secrets
from collections.abc import Iterable

import msgspec


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


class DatedText(Fact, frozen=True):
    """A text that holds from a day on, until a later one of its kind."""

    on: dt.date
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
