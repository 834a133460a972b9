"""What a paper brings joined to the meeting that is already here: nothing minuted is lost."""

import datetime as dt
from collections.abc import Callable

from msgspec.structs import replace

from clerk.domain.meetings import Meeting

FindMeeting = Callable[[str, dt.date], Meeting | None]
"""The meeting of a committee (its id) on a day that is already in Clerk."""


def with_agenda(existing: Meeting, read: Meeting) -> Meeting:
    """An agenda for a meeting that is already here: its minutes stay, items join by reference.

    A changed version of the same paper gives its own time, place and doubts; another paper only
    fills what is not known yet.
    """
    by_ref = {item.ref: item.id for item in existing.items if item.ref}
    renamed = {item.id: by_ref[item.ref] for item in read.items if item.ref in by_ref}
    items = tuple(replace(item, id=renamed.get(item.id, item.id)) for item in read.items)
    used = {item_id for minute in existing.minutes for item_id in minute.items}
    kept = {item.id for item in items}
    orphans = tuple(i for i in existing.items if i.id in used and i.id not in kept)
    replaced = existing.paper == read.paper
    first, second = (read, existing) if replaced else (existing, read)
    return replace(
        existing,
        time=first.time or second.time,
        venue=first.venue or second.venue,
        doubts=() if replaced else existing.doubts,
        front=read.front,
        sections=read.sections,
        items=(*items, *orphans),
        reports=tuple(replace(r, item=renamed.get(r.item, r.item)) for r in read.reports),
    )


def came_from(existing: Meeting, paper: str) -> bool:
    """Whether the minutes that are here came from an earlier version of this very paper."""
    sources = [minute.source for minute in existing.minutes if minute.source]
    if not sources:
        return existing.paper == paper
    return all(source.paper == paper for source in sources)


def without_minutes(meeting: Meeting, *, doubts: bool) -> Meeting:
    """The meeting as before its minutes: what a changed paper puts others in the place of.

    `doubts` keeps what is doubtful, where that is of the agenda of another paper.
    """
    if not meeting.minutes:
        return meeting
    kept = meeting.doubts if doubts else ()
    return replace(
        meeting, minutes=(), parts=(), attendance=(), as_printed=(), doubts=kept, published=None
    )
