"""An archive of invented minutes, always the same: 40 committees, ten years, ten meetings a year.

Twenty items of ten paragraphs a meeting, about 280 MB; every meeting is published and all but the
last year's are signed. Each file is sealed as the store seals it, the state alone, without acts.
"""

import datetime as dt
import hashlib
import random
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec.structs import replace

from clerk.desk.styles import Styles
from clerk.domain.base import DatedText
from clerk.domain.committees import Committee, Seat, Series, Tenure
from clerk.domain.meetings import AgendaItem, Attendance, Meeting, Minute
from clerk.domain.people import DatedName, Person
from clerk.domain.register import Register
from clerk.names import parse_name
from clerk.notation import parse
from clerk.paths import Home
from clerk.record.context import context_of
from clerk.record.freeze import freeze
from clerk.store import sealed

FIRST_YEAR, YEARS = 2016, 10
COMMITTEES = 40
_A_YEAR, _ITEMS, _PARAGRAPHS, _MEMBERS = 10, 20, 10, 12
_FORM = 1
"""Raised when the archive is made otherwise, so that one made before is not used."""


def _words_of(text: str) -> list[str]:
    return text.split()


_SUBJECTS = _words_of(
    "bridge library school bus-shelter footpath playground museum harbour verge drain lamp "
    "crossing depot orchard quay bench hall allotment ferry weir gate hedge market nursery park"
)
_PLACES = _words_of(
    "Harbourne Wealden Pellbridge Marsh-End Kingsmere Oakhanger Fairlea Stonegate Millbrook "
    "Thornbury Ashcombe Larkfield Withyham Crowhurst Eastmere Copsedale Fenwick Holmebury"
)
_DEEDS = _words_of(
    "repair renewal closure opening lighting painting survey letting sale cleaning drainage "
    "fencing resurfacing replanting insurance inspection"
)
_SAID = (
    "asked why the {deed} of the {subject} at {place} had cost £{n},000 more than was planned.",
    "said that residents of {place} had waited {n} months for the {deed} of the {subject}.",
    "thanked the officers for the {deed} of the {subject}, which {place} had long needed.",
    "hoped that the {subject} at {place} would be ready within {n} weeks of its {deed}.",
    "reported that {n} letters about the {deed} of the {subject} had come from {place}.",
)
_SURNAMES = _words_of(
    "Pell Frost Wren Marlow Kite Hazel Thorne Birch Larkin Sable Quill Rook Dunnock Heron Teal "
    "Linnet Swift Merle Finch Crake Siskin Martin Plover Bunting"
)


def archive(*, committees: int = COMMITTEES, years: int = YEARS) -> Home:
    """The data folder of such an archive, made in the system's temporary folder or found there."""
    where = Path(tempfile.gettempdir()) / f"clerk-archive-{_FORM}-{committees}x{years}"
    if not (where / "complete").exists():
        shutil.rmtree(where, ignore_errors=True)
        _make(Home(where), committees, years)
        (where / "complete").touch()
    return Home(where)


def newest(home: Home, committee: int = 0) -> str:
    """How the committee's last meeting is named on the command line."""
    folder = home.meetings_dir / _slug(committee)
    return f"{folder.name}/{max(folder.glob('*.json')).stem}"


def first_committee() -> Committee:
    """The archive's first committee."""
    return _register(1).committees[_id("committee", 0)]


def draft(day: dt.date) -> Meeting:
    """A meeting of the first committee, minuted in full and not published."""
    return _meeting(first_committee(), day, 0)


def _make(home: Home, committees: int, years: int) -> None:
    register = _register(committees)
    _seal(home.register, "register", msgspec.to_builtins(register))
    for number in range(committees):
        body = register.committees[_id("committee", number)]
        for meeting in _meetings(register, body, number, years):
            path = home.meeting_file(body.slug, meeting.date)
            _seal(path, "meeting", msgspec.to_builtins(meeting))


def _seal(path: Path, kind: str, state: sealed.Document) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    _, content = sealed.seal(sealed.body({"state": {"1": state}}), kind, 1)
    path.write_bytes(content)


def _register(committees: int) -> Register:
    people = [_person(number) for number in range(2 * _MEMBERS)]
    return Register(
        people={person.id: person for person in people},
        committees={
            _id("committee", number): _committee(number, people) for number in range(committees)
        },
    )


def _person(number: int) -> Person:
    name = parse_name(f"Mr {'ABCDEFGH'[number % 8]} {_SURNAMES[number]}")
    return Person(
        id=_id("person", number),
        kind="member",
        names=(DatedName(on=dt.date(FIRST_YEAR, 1, 1), name=name),),
    )


def _committee(number: int, people: list[Person]) -> Committee:
    start = dt.date(FIRST_YEAR, 1, 1)
    members = (people + people)[number % len(people) :][:_MEMBERS]
    return Committee(
        id=_id("committee", number),
        slug=_slug(number),
        names=(DatedText(on=start, text=f"{_PLACES[number % 18]} Committee {number + 1}"),),
        authority="Wealdshire County Council",
        series=Series(reset="never"),
        seats=tuple(
            Seat(
                id=_id("seat", number, at),
                group="Independent",
                tenures=(Tenure(person=person.id, start=start),),
            )
            for at, person in enumerate(members)
        ),
    )


def _meetings(register: Register, body: Committee, number: int, years: int) -> Iterator[Meeting]:
    styles = Styles(Path("none"))
    first = 1
    for year in range(FIRST_YEAR + YEARS - years, FIRST_YEAR + YEARS):
        for month in range(1, _A_YEAR + 1):
            day = dt.date(year, month, 1 + number % 28)
            meeting = _meeting(body, day, number)
            context = context_of(
                register, body, meeting, styles[styles.default], styles.default, first_number=first
            )
            published, numbers = freeze(meeting, context, day)
            first += len(meeting.minutes)
            yield replace(
                meeting,
                state="signed" if year < FIRST_YEAR + YEARS - 1 else "published",
                published=published,
                minutes=tuple(replace(m, number=numbers[m.id]) for m in meeting.minutes),
            )


def _meeting(body: Committee, day: dt.date, number: int) -> Meeting:
    luck = random.Random(f"{number} {day}")
    items = tuple(
        AgendaItem(id=_id("item", number, day, at), title=_title(luck), ref=str(at + 1))
        for at in range(_ITEMS)
    )
    return Meeting(
        id=_id("meeting", number, day),
        committee=body.id,
        date=day,
        time=dt.time(10),
        venue="Council Chamber, Harbourne",
        items=items,
        attendance=tuple(
            Attendance(
                id=_id("attendance", number, day, seat.id),
                person=seat.tenures[0].person,
                capacity="present" if luck.random() < 0.9 else "apologies",
            )
            for seat in body.seats
        ),
        minutes=tuple(_minute(item, luck) for item in items),
    )


def _minute(item: AgendaItem, luck: random.Random) -> Minute:
    said = [f"{luck.choice(_SURNAMES)} {_words(luck)}" for _ in range(_PARAGRAPHS - 1)]
    text = "\n\n".join([*(f"Mr {each}" for each in said), "RESOLVED that the report be noted."])
    return Minute(
        id=_id("minute", item.id),
        title=item.title,
        items=(item.id,),
        text=text,
        blocks=tuple(_id("block", item.id, at) for at in range(len(parse(text, ())))),
    )


def _title(luck: random.Random) -> str:
    return f"{luck.choice(_DEEDS).title()} of the {luck.choice(_SUBJECTS)}, {luck.choice(_PLACES)}"


def _words(luck: random.Random) -> str:
    return luck.choice(_SAID).format(
        deed=luck.choice(_DEEDS),
        subject=luck.choice(_SUBJECTS),
        place=luck.choice(_PLACES),
        n=luck.randrange(2, 90),
    )


def _slug(number: int) -> str:
    return f"committee-{number + 1:02}"


def _id(*words: object) -> str:
    """Twelve hexadecimal digits that are always the same: an archive must be made alike."""
    return hashlib.sha256(repr(words).encode()).hexdigest()[:12]
