"""An office of the invented council, and readings built by hand for what an import brings."""

import atexit
import datetime as dt
import functools
import shutil
import tempfile
from pathlib import Path
from typing import Any

from clerk.desk.meeting import calling
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.desk.register import adding
from clerk.domain.base import new_id
from clerk.domain.committees import Committee
from clerk.domain.meetings import AgendaItem
from clerk.names import parse_name
from clerk.notation import parse
from clerk.paths import Home
from clerk.readers.reading import (
    ReadAgenda,
    ReadAttendance,
    ReadMinute,
    ReadMinutes,
    ReadSeat,
)

NOW = dt.datetime(2026, 4, 20, 9, 30, tzinfo=dt.UTC)
MARCH, APRIL, JULY = dt.date(2026, 3, 12), dt.date(2026, 4, 23), dt.date(2026, 7, 9)
COMMITTEE = "Environment and Highways Committee"
AUTHORITY = "Wealdshire County Council"


def office_in(folder: Path, now: dt.datetime = NOW) -> Office:
    """The office of a data folder, read anew, as by another run of the program."""
    return Office(Home(folder), now=lambda: now, who="Clerk", where="here").open()


def council(folder: Path) -> tuple[Office, Committee]:
    """A committee with a chairman, a vice-chairman, two more members and an officer.

    It is made once and copied: a dozen saves, each made sure on the disk, are slow.
    """
    shutil.copytree(_first_council(), folder, dirs_exist_ok=True)
    office = office_in(folder)
    (body,) = office.register.committees.values()
    return office, body


@functools.cache
def _first_council() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="clerk-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    office = office_in(folder)
    body = adding.add_committee(office, COMMITTEE, authority=AUTHORITY)
    for words, group, role in (
        ("Mr J A Pell, MBE", "Conservative", "Chairman"),
        ("Mrs R Dace", "Conservative", "Vice-Chairman"),
        ("Mr F Tolley", "Labour", ""),
        ("Ms K Orme", "Labour", ""),
    ):
        adding.add_member(office, body.id, words, group, role=role, on=MARCH)
    adding.add_officer(office, "Dr B Anstey", "Head of Highways")
    return folder


def called(office: Office, body: Committee, day: dt.date = APRIL, *titles: str) -> Path:
    """The file of a meeting with these items; three usual ones unless named."""
    usual = titles or ("A1 Apologies", "A2 Minutes of the last meeting", "B1 Road safety")
    return calling.call_meeting(office, body.id, day, dt.time(10), "Council Chamber", titles=usual)


def minuted(desk: MeetingDesk, **texts: str) -> list[str]:
    """Minutes of the items with these references, in this order; returns their ids."""
    made = []
    for ref, text in texts.items():
        item = next(item for item in desk.meeting.items if item.ref == ref)
        minute = desk.start_minute(item.id)
        desk.edit(minute.id, text)
        made.append(minute.id)
    return made


def person(office: Office, surname: str) -> str:
    """The id of the one person with this surname."""
    return next(p.id for p in office.register.people.values() if p.name.surname == surname)


# --- readings -----------------------------------------------------------------------------------


def seat(words: str, group: str = "Conservative", role: str = "") -> ReadSeat:
    """A name of a membership list; a vacancy where there are no words."""
    return ReadSeat(group=group, name=parse_name(words) if words else None, role=role)


def agenda(day: dt.date = JULY, *seats: ReadSeat, **facts: Any) -> ReadAgenda:
    """A front sheet with one item, A3."""
    values: dict[str, Any] = {
        "committee": COMMITTEE,
        "items": (AgendaItem(id=new_id(), ref="A3", title="Minutes"),),
        "first": 1,
        "last": 40,
    }
    return ReadAgenda(id=new_id(), date=day, seats=seats, **(values | facts))


def came(words: str, capacity: Any = "present", **facts: Any) -> ReadAttendance:
    """One name of an attendance list."""
    return ReadAttendance(
        id=new_id(), name=parse_name(words), words=words, capacity=capacity, **facts
    )


def read_minute(number: int, text: str = "Words.", **facts: Any) -> ReadMinute:
    """A numbered minute of a paper."""
    values: dict[str, Any] = {
        "title": f"Business {number}",
        "block_lines": tuple((60, 60) for _ in parse(text)),
        "first": 60,
        "last": 61,
    }
    return ReadMinute(
        id=new_id(), number=str(number), ordinal=number, text=text, **(values | facts)
    )


def minutes(day: dt.date | None = APRIL, *found: ReadMinute, **facts: Any) -> ReadMinutes:
    """The minutes of a meeting as a paper prints them."""
    values: dict[str, Any] = {
        "authority": AUTHORITY,
        "committee": COMMITTEE,
        "attendance": (came("Mr J A Pell", role="Chairman"), came("Mrs R Dace")),
        "minutes": found or (read_minute(3), read_minute(4)),
        "first": 50,
        "last": 99,
    }
    return ReadMinutes(id=new_id(), date=day, **(values | facts))
