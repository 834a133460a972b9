"""What Home shows: what needs the clerk, the newest of what does not, and the committees.

It costs the same in a folder of ten years: the folders in which something changed are gone
through, and of the others only what is shown is looked at. `lists` look at every file.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, get_args

from clerk.desk.lists.meeting_lists import Held, committee_rows, held_in, meeting_rows
from clerk.desk.lists.rows import CommitteeRow, MeetingRow
from clerk.desk.office import Office
from clerk.desk.summary import Kept, Summarised
from clerk.domain.meetings import MeetingState
from clerk.store.cache_summary import Wanted

ChapterName = Literal["to come", "drafts", "published", "confirmed", "earlier"]
_CHAPTERS: tuple[ChapterName, ...] = get_args(ChapterName)
_OVER: dict[MeetingState, ChapterName] = {
    "draft": "drafts",
    "published": "published",
    "confirmed": "confirmed",
    "signed": "earlier",
    "called off": "earlier",
}
"""The chapter of a meeting that is over."""


class Chapter(NamedTuple):
    """Some meetings in the order in which they are listed, and how many there are besides."""

    name: ChapterName
    rows: tuple[MeetingRow, ...]
    more: int = 0


class Front(NamedTuple):
    """Home: the soonest meeting first; past drafts, newest first; then what waits; committees."""

    chapters: tuple[Chapter, ...] = ()
    committees: tuple[CommitteeRow, ...] = ()


def front(office: Office, most: int) -> Front:
    """At most so many meetings of each chapter. Raises StorageError."""
    today = office.today
    kept = office.kept.standing(_wanted(today, most), today)
    moved = [office.summaries(folder, mark) for folder, mark in kept.moved.items() if mark]
    fresh = _chaptered((row for each in moved for row in meeting_rows(office, each)), today)
    rows = _chaptered(meeting_rows(office, kept.found), today)
    chapters = []
    for name, total in zip(_CHAPTERS, kept.totals, strict=True):
        listed = _in_order(name, [*fresh[name], *rows[name]])[:most]
        chapters.append(Chapter(name, listed, total + len(fresh[name]) - len(listed)))
    return Front(tuple(chapters), committee_rows(office, _held(kept, moved, today)))


def whole_front(office: Office) -> Front:
    """Every meeting, each file looked at. Raises StorageError."""
    today = office.today
    found = office.summaries()
    rows = _chaptered(meeting_rows(office, found), today)
    chapters = tuple(Chapter(name, _in_order(name, rows[name])) for name in _CHAPTERS)
    held = held_in(found, today=today)
    return Front(chapters, committee_rows(office, held))


def _wanted(today: dt.date, most: int) -> list[Wanted]:
    """One for each chapter."""
    first, now, last = dt.date.min.toordinal(), today.toordinal(), dt.date.max.toordinal()
    wanted = [Wanted(tuple(_OVER), now, last, newest_first=False, most=most)]
    for name in _CHAPTERS[1:]:
        states = tuple(state for state, chapter in _OVER.items() if chapter == name)
        wanted.append(Wanted(states, first, now - 1, newest_first=True, most=most))
    return wanted


def _chaptered(rows: Iterable[MeetingRow], today: dt.date) -> dict[ChapterName, list[MeetingRow]]:
    """The rows by chapter; a meeting that another body's minutes only reproduce is in none."""
    chapters: dict[ChapterName, list[MeetingRow]] = {name: [] for name in _CHAPTERS}
    for row in rows:
        if not row.reproduced:
            chapters["to come" if row.date >= today else _OVER[row.state]].append(row)
    return chapters


def _in_order(name: ChapterName, rows: Iterable[MeetingRow]) -> tuple[MeetingRow, ...]:
    listed = sorted(rows, key=lambda row: row.ref)
    return tuple(sorted(listed, key=lambda row: row.date, reverse=name != "to come"))


def _held(kept: Kept, moved: Sequence[Summarised], today: dt.date) -> dict[str, Held]:
    held = {
        folder: Held(count, dt.date.fromordinal(coming) if coming else None)
        for folder, (count, coming) in kept.held.items()
    }
    return held | held_in(*moved, today=today)
