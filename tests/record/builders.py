"""A small invented meeting of Wealdshire County Council, and the context to compose it in."""

import datetime as dt
from typing import Any

from clerk.domain.meetings import AgendaItem, Attendance, Meeting, Minute
from clerk.domain.printed import Edition, Line, Record
from clerk.names import parse_name
from clerk.notation import parse
from clerk.record.context import Context, Known
from clerk.record.minutes.compose import compose
from clerk.record.style.house_style import HouseStyle, style_from

DAY = dt.date(2026, 4, 23)
PEOPLE = {
    "pell": "Mr J A Pell, MBE",
    "dace": "Mrs R Dace",
    "tolley": "Mr F Tolley",
    "tolley2": "Mr B Tolley",
    "orme": "Ms K Orme",
}


def style(toml: str = "") -> HouseStyle:
    """A style that says only what `toml` says."""
    return style_from(toml, "test")


def context(toml: str = "", **facts: Any) -> Context:
    """A context with everybody of `PEOPLE` in it."""
    values: dict[str, Any] = {
        "authority": "Wealdshire County Council",
        "committee": "Environment and Highways Committee",
        "chair_title": "Chairman",
        "people": {key: Known(name=parse_name(words)) for key, words in PEOPLE.items()},
        "style": style(toml),
        "style_name": "test",
    }
    return Context(**(values | facts))


def minute(name: str, text: str = "", **facts: Any) -> Minute:
    """A minute whose blocks have the ids "name/0", "name/1" and so on."""
    blocks = tuple(f"{name}/{at}" for at in range(len(parse(text))))
    values: dict[str, Any] = {"title": name.title(), "text": text, "blocks": blocks}
    return Minute(id=name, **(values | facts))


def item(name: str, ref: str = "", **facts: Any) -> AgendaItem:
    """An agenda item whose title is its name."""
    return AgendaItem(id=name, ref=ref, **({"title": name.title()} | facts))


def entry(person: str, capacity: Any = "present", **facts: Any) -> Attendance:
    """An attendance entry whose id is the person's with an "a" before it."""
    return Attendance(id=f"a-{person}", person=person, capacity=capacity, **facts)


def meeting(*minutes: Minute, **facts: Any) -> Meeting:
    """A meeting on `DAY` with these minutes."""
    values: dict[str, Any] = {"venue": "Council Chamber, Harbourne", "minutes": minutes}
    return Meeting(id="m", committee="c", date=DAY, **(values | facts))


def record(of: Meeting, toml: str = "", edition: Edition = "full", **facts: Any) -> Record:
    """The record of a meeting in the style of `toml`."""
    return compose(of, context(toml, **facts), edition)


def printed(lines: tuple[Line, ...], *kinds: str) -> list[tuple[str, str | None, str]]:
    """(kind, number, words) of the lines of these kinds; of all but the head where none is named.

    The head is authority, committee, opening and the headings of parts.
    """
    head = {"authority", "committee", "opening", "part"}
    return [
        (line.kind, line.number, line.text)
        for line in lines
        if (line.kind in kinds if kinds else line.kind not in head)
    ]


def body(text: str, toml: str = "") -> list[tuple[str, str | None, str]]:
    """The lines under the heading of a minute with this text."""
    return printed(record(meeting(minute("one", text)), toml).lines)[1:]
