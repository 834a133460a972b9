"""What ten years of minutes add to what a clerk waits for: saving, numbers, lists, search, show."""

import datetime as dt
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec.structs import replace

from clerk.desk.lists import meeting_lists, search
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.desk.register.attendance_lists import attendance
from clerk.domain.register_acts import CommitteeAdded
from clerk.paths import Home
from clerk.store import atomic
from tests.benchmarks.archive import FIRST_YEAR, YEARS, archive, draft, first_committee, newest
from tests.benchmarks.line import Line, ratio
from tests.benchmarks.running import clerk, python

_FLAT = 1.2
_LONG = 2.0
"""What is read, proved and written for a save is the whole file, here three times as long; nothing
is made anew. (1.5 while the rest of a save cost half as much again.)"""
_ACTS = 1500
_FROM_FILES = 0.15
"""A list from the summary, in parts of reading every file: it looks at each file's times only."""
_SEARCH = 10.0
_VERSION = 4.0
_QUERIES = {
    "bridge": "bridge*",
    "ferry harbourne letters": "ferry harbourne letters*",
    '"repair of the bench"': '"repair of the bench"',
    "orchard wit": "orchard wit*",
}
"""What is typed, and the same as FTS5 itself would be asked."""
_TODAY = dt.datetime(FIRST_YEAR + YEARS, 1, 9, 10, tzinfo=dt.UTC)


def measure(quick: bool) -> Iterator[Line]:
    """The archive beside one committee's ten years of it, or beside an empty folder."""
    large = archive(committees=10, years=2) if quick else archive()
    small = archive(committees=1, years=2 if quick else YEARS)
    rounds = 5 if quick else 21
    with tempfile.TemporaryDirectory() as folder:
        yield from _saving(large, Home(Path(folder) / "empty"), 60 if quick else 400)
        yield from _long_meeting(Path(folder), 60 if quick else 400)
    yield from _numbers(large, small, rounds)
    yield from _lists(large, rounds)
    yield from _search(large, rounds)
    yield from _commands(large, small, rounds)


def _saving(large: Home, empty: Home, rounds: int) -> Iterator[Line]:
    with _at_a_desk(large) as full, _at_a_desk(empty) as alone:
        times = ratio(_typing(full), _typing(alone), rounds)
    yield Line("save_a_paragraph_in_the_archive_beside_an_empty_folder", times, _FLAT)


def _long_meeting(folder: Path, rounds: int) -> Iterator[Line]:
    """A meeting in which 1,500 things were done beside one in which few were."""
    with _at_a_desk(Home(folder / "long")) as long, _at_a_desk(Home(folder / "short")) as short:
        _typing(long)(0)
        ledger = long.ledger
        (done,) = ledger.entries[-1:]
        acts = [replace(done, id=f"{number:012x}") for number in range(_ACTS)]
        ledger.save(replace(ledger.plan_undo(), state=ledger.state, entries=tuple(acts)))
        times = ratio(_typing(long), _typing(short), rounds)
    yield Line(f"save_a_paragraph_after_{_ACTS}_acts_beside_a_few", times, _LONG)


def _numbers(large: Home, small: Home, rounds: int) -> Iterator[Line]:
    """A new meeting's first number needs the committee's other meetings, and no other's."""
    offices = [_office(home) for home in (large, small)]
    meeting = draft(_TODAY.date())
    assert offices[0].context(meeting).first_number == offices[1].context(meeting).first_number > 1
    yield Line(
        "next_number_in_the_archive_beside_its_committee_alone",
        ratio(
            lambda _: offices[0].context(meeting).first_number,
            lambda _: offices[1].context(meeting).first_number,
            5 * rounds,
        ),
        _FLAT,
    )


def _lists(large: Home, rounds: int) -> Iterator[Line]:
    office = _office(large)
    person = next(iter(office.register.people.values()))
    from_summary: dict[str, Callable[[int], object]] = {
        "meetings_list": lambda _: meeting_lists.meetings(office),
        "unsigned_minutes": lambda _: meeting_lists.unsigned(office),
        "attendance_of_a_member": lambda _: attendance(office, person=person),
        "committees_list": lambda _: meeting_lists.committees(office),
    }
    for name, way in from_summary.items():
        way(0)  # the summary is there
        times = ratio(way, lambda _: _all_read(office), max(3, rounds // 4))
        yield Line(f"{name}_beside_reading_every_file", times, _FROM_FILES)


def _search(large: Home, rounds: int) -> Iterator[Line]:
    office = _office(large)
    search.refresh(office)
    (index,) = large.cache_dir.glob("search-*.sqlite")
    bare = sqlite3.connect(index)
    for number, (words, asked) in enumerate(_QUERIES.items(), start=1):
        assert search.find(office, words)
        times = ratio(
            lambda _, words=words: search.find(office, words),  # type: ignore[misc]
            lambda _, asked=asked: bare.execute(_BARE, (asked,)).fetchall(),  # type: ignore[misc]
            10 * rounds,
        )
        yield Line(f"search_{number}_first_50_beside_a_bare_fts5_query", times, _SEARCH)
    bare.close()


_BARE = """
SELECT rowid, title, snippet(minute, 2, '<', '>', '…', 24) FROM minute
WHERE minute MATCH ? ORDER BY rowid DESC LIMIT 50
"""


def _commands(large: Home, small: Home, rounds: int) -> Iterator[Line]:
    yield Line(
        "clerk_show_in_the_archive_beside_its_committee_alone",
        ratio(
            lambda _: clerk(large, "show", newest(large)),
            lambda _: clerk(small, "show", newest(small)),
            rounds,
        ),
        _FLAT,
    )
    yield Line(
        "clerk_version_beside_bare_python",
        ratio(lambda _: clerk(small, "--version"), lambda _: python("-c", "print()"), rounds),
        _VERSION,
    )


@contextmanager
def _at_a_desk(home: Home) -> Iterator[MeetingDesk]:
    """A meeting of twenty minutes of ten paragraphs, called for the time of the measure."""
    office = _office(home)
    body = first_committee()
    if body.id not in office.register.committees:
        seatless = replace(body, seats=())
        office.do(CommitteeAdded(committee=seatless), "Committee added")
    path = office.call(replace(draft(_TODAY.date()), attendance=()))
    try:
        with MeetingDesk(office, path) as desk:
            yield desk
    finally:
        for each in (path, atomic.previous(path)):
            each.unlink(missing_ok=True)


def _typing(desk: MeetingDesk) -> Callable[[int], object]:
    minute = desk.meeting.minutes[3]
    return lambda number: desk.edit(minute.id, f"{minute.text} And {number} more words.")


def _all_read(office: Office) -> int:
    return sum(1 for _ in office.each_meeting())


def _office(home: Home) -> Office:
    return Office(home, now=lambda: _TODAY).open()
