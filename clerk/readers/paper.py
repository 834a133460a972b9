"""A whole paper: its front sheet, the minutes in it, and its reports."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec

from clerk.domain.base import Source, new_id
from clerk.domain.meetings import Report
from clerk.errors import InputError
from clerk.readers.agenda.front_sheet import AgendaRead, read_front_sheet
from clerk.readers.files.lines import lines
from clerk.readers.matching import item_of_minutes, match_reports
from clerk.readers.minutes.minutes import MinutesRead, read_minutes
from clerk.readers.pages.layout import tidied
from clerk.readers.pages.outline import Outline, ReportStretch, Stretch, outline
from clerk.readers.pages.page import Page, page_of
from clerk.readers.pages.web_page import plain_page
from clerk.readers.reading import ReadAgenda, Reading, ReadMinutes
from clerk.readers.reports.reports import ReportRead, read_report


def read_paper(path: Path) -> Reading:
    """All that is understood of the paper at `path`, with what is doubtful, most doubtful first.

    Sources name no paper yet: its id is given where it is taken in. Raises InputError where the
    file cannot be read or is no council paper.
    """
    return read_lines(lines(path), path.name)


def read_lines(text: Sequence[str], name: str) -> Reading:
    """`read_paper` for lines already at hand; `name` is used in messages alone.

    Raises InputError where they are no council paper.
    """
    page, left_out = plain_page(tidied(page_of(text)))
    parts = outline(page)
    front = read_front_sheet(page, parts.front) if parts.front else None
    minutes = _minutes(page, parts, front)
    if front is not None and not front.agenda.items and not front.agenda.date:
        front = None
    if front is None and not any(read.minutes.minutes for read in minutes):
        raise InputError(
            f"{name} holds neither an agenda's front sheet nor minutes that Clerk can make out; "
            "check that it is the right file, or enter the meeting by hand."
        )
    agenda = _named_as_in_minutes(front.agenda, minutes) if front else None
    reports = _reports(page, parts)
    found = tuple(read.minutes for read in minutes)
    matched, doubts = match_reports(reports, agenda.items if agenda else (), found)
    enclosed = _enclosed(page, found, agenda)
    said = [
        *(front.doubts if front else ()),
        *(doubt for read in minutes for doubt in read.doubts),
        *(doubt for report in reports for doubt in report.doubts),
        *doubts,
        *left_out,
    ]
    return Reading(
        kind=_kind(agenda, found, matched),
        agenda=agenda,
        minutes=found,
        reports=tuple(sorted((*matched, *enclosed), key=_place)),
        doubts=tuple(sorted(said, key=lambda doubt: (-doubt.weight, doubt.line or 0))),
        lines=len(text),
    )


def _minutes(page: Page, parts: Outline, front: AgendaRead | None) -> list[MinutesRead]:
    """The committee's own minutes first, then those of other bodies."""
    read = [read_minutes(page, stretch) for stretch in parts.minutes]
    own = _own(read, front)
    marked = [
        one
        if own[at]
        else one._replace(minutes=msgspec.structs.replace(one.minutes, reproduced=True))
        for at, one in enumerate(read)
    ]
    return sorted(marked, key=lambda one: one.minutes.reproduced)


def _own(read: Sequence[MinutesRead], front: AgendaRead | None) -> list[bool]:
    """Which minutes are of the committee whose paper this is."""
    if not read:
        return []
    committee = front.agenda.committee if front else read[0].minutes.committee
    same = [_same_body(one.minutes.committee, committee) for one in read]
    if not any(same) and (front is None or not read[0].minutes.committee or not committee):
        same[0] = True
    return same


def _same_body(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def _plain(name: str) -> str:
    return "".join(char for char in name.casefold().replace("&", "and") if char.isalnum())


def _named_as_in_minutes(agenda: ReadAgenda, minutes: Sequence[MinutesRead]) -> ReadAgenda:
    """The committee's name as its minutes write it, where the agenda has it in capitals."""
    for read in minutes:
        if read.minutes.committee and _same_body(read.minutes.committee, agenda.committee):
            return msgspec.structs.replace(agenda, committee=read.minutes.committee)
    return agenda


def _reports(page: Page, parts: Outline) -> list[ReportRead]:
    stretches: list[ReportStretch | Stretch] = [*parts.reports, *parts.loose]
    found = [read_report(page, stretch) for stretch in stretches]
    return sorted(found, key=lambda read: _place(read.report))


def _place(report: Report) -> int:
    return report.source.first if report.source else 0


def _enclosed(
    page: Page, minutes: Sequence[ReadMinutes], agenda: ReadAgenda | None
) -> list[Report]:
    """Another body's minutes as the paper of the item that they are enclosed with."""
    found = []
    for one in minutes:
        item = item_of_minutes(one, agenda.items) if agenda and one.reproduced else None
        if item is not None:
            lines = [line for line in page if one.first <= line.number <= one.last]
            found.append(
                Report(
                    id=new_id(),
                    item=item.id,
                    subject=one.opening_printed,
                    text="\n".join(line.raw.rstrip() for line in lines),
                    source=Source(paper="", first=one.first, last=one.last),
                )
            )
    return found


def _kind(
    agenda: ReadAgenda | None, minutes: Sequence[ReadMinutes], reports: Sequence[Report]
) -> Literal["pack", "agenda", "minutes"]:
    if agenda is None:
        return "minutes"
    return "pack" if minutes or reports else "agenda"
