"""Lists of committees and meetings, from the summaries alone."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from clerk.desk.lists.public_record import PublicRecords
from clerk.desk.lists.rows import CommitteeRow, MeetingRow
from clerk.desk.office import Office
from clerk.desk.summary import Summarised, Summary
from clerk.domain.committees import Committee, stands
from clerk.errors import ClerkError
from clerk.law.notice import last_day as notice_day
from clerk.law.rule import Setting


class Held(NamedTuple):
    """How many meetings a committee has, and the day of the next."""

    meetings: int = 0
    coming: dt.date | None = None


def committees(office: Office) -> tuple[CommitteeRow, ...]:
    """Every committee by name, with its next meeting."""
    found = office.summaries()
    return committee_rows(office, held_in(found, today=office.today))


def held_in(*meetings: Summarised, today: dt.date) -> dict[str, Held]:
    """How many meetings and which is next, by the name of their folder.

    A file that cannot be read is a meeting, as far as its name tells; one that was called off is
    nobody's next.
    """
    counts: Counter[str] = Counter()
    coming: dict[str, dt.date] = {}
    for found in meetings:
        off = {path for path, summary in found if summary.called_off}
        for path in (*found.entries, *found.troubles):
            folder, day = path.parent.name, dt.date.fromisoformat(path.stem[:10])
            counts[folder] += 1
            if day >= today and path not in off:
                coming[folder] = min(day, coming.get(folder, day))
    return {folder: Held(count, coming.get(folder)) for folder, count in counts.items()}


def committee_rows(office: Office, held: Mapping[str, Held]) -> tuple[CommitteeRow, ...]:
    """Every committee by name; `held` are the meetings by the name of their folder."""
    rows = [
        CommitteeRow(
            id=body.id,
            slug=body.slug,
            name=body.name,
            kind=body.kind,
            seats=sum(stands(seat, office.today) for seat in body.seats),
            meetings=held.get(body.slug, Held()).meetings,
            next_meeting=held.get(body.slug, Held()).coming,
        )
        for body in office.register.committees.values()
    ]
    return tuple(sorted(rows, key=lambda row: row.name.casefold()))


def meetings(office: Office, slug: str = "") -> tuple[MeetingRow, ...]:
    """Every meeting, or one committee's, by date; a file that cannot be read says why."""
    rows = meeting_rows(office, office.summaries(slug))
    return tuple(sorted(rows, key=lambda row: (row.date, row.ref)))


def meeting_rows(office: Office, found: Summarised) -> Iterator[MeetingRow]:
    """The meetings that were summarised, each a row; a file that cannot be read says why."""
    yield from (_troubled(office, path, error) for path, error in found.troubles.items())
    records = PublicRecords(office, found)
    for path, summary in found:
        try:
            yield _meeting_row(office, path, summary, records)
        except ClerkError as error:
            yield _troubled(office, path, error)


def unsigned(office: Office) -> tuple[MeetingRow, ...]:
    """Meetings whose minutes nobody has signed yet, by date; another body's are no business of it.

    (LGA 1972 Sch 12 para 41: minutes are signed at the same or the next suitable meeting.)
    """
    return tuple(
        row
        for row in meetings(office)
        if row.state not in ("signed", "called off")
        and row.date <= office.today
        and not row.reproduced
    )


def _meeting_row(
    office: Office, path: Path, summary: Summary, records: PublicRecords
) -> MeetingRow:
    body = office.committee(summary.committee)
    numbers = summary.numbers
    if numbers is None:
        numbers = records.series(body.id).numbers(path) if summary.minutes else ""
    return MeetingRow(
        id=summary.id,
        ref=office.ref(path),
        committee=body.id,
        committee_name=body.name_on(summary.date),
        date=summary.date,
        time=summary.time,
        venue=summary.venue,
        state=summary.state,
        items=summary.items,
        minutes=summary.minutes,
        numbers=numbers,
        doubts=summary.doubts,
        reproduced=summary.reproduced,
        publish_by=_publish_by(office, body, summary),
        called_off=summary.called_off,
    )


def _publish_by(office: Office, body: Committee, summary: Summary) -> dt.date | None:
    out = summary.agenda_out is not None and summary.agenda_out <= office.today
    if summary.date <= office.today or out or not summary.took_place:
        return None
    return notice_day(Setting(day=summary.date, kind=body.kind))


def _troubled(office: Office, path: Path, error: ClerkError) -> MeetingRow:
    ref = office.ref(path)
    return MeetingRow(
        id="",
        ref=ref,
        committee="",
        committee_name=ref.partition("/")[0],
        date=dt.date.fromisoformat(path.stem[:10]),
        time=None,
        venue="",
        state="draft",
        items=0,
        minutes=0,
        trouble=str(error),
    )
