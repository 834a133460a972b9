"""The nature of a sensitive interest, taken out of what was done before it was known to be one.

Nobody has to disclose it, and no record of the meeting may hold it (Localism Act 2011 s32(3)): an
act that stays in the log for undo and history is such a record too.
"""

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from clerk.domain.interests import Declaration
from clerk.domain.log import Entry, Redone, Undone
from clerk.domain.meeting_acts import MeetingCalled, MeetingRead
from clerk.domain.meetings import Meeting
from clerk.domain.room_acts import DeclarationCleared, DeclarationMade

_SAID = "A sensitive interest"
Entries = tuple[Entry[Any], ...]


def without_sensitive_nature(
    base: Meeting | None, state: Meeting | None, entries: Entries
) -> tuple[Meeting | None, Entries]:
    """The checkpoint and the log as they may be kept, once the last entry has been done.

    Where that declares a sensitive interest, what an earlier entry said of its nature is gone:
    under the same id, or declared by the same member on the same item and withdrawn since.
    Undoing gives back a declaration without its nature. Otherwise both are as they were.
    """
    act = entries[-1].act if entries else None
    if not isinstance(act, DeclarationMade) or not act.declaration.sensitive or state is None:
        return base, entries
    gone = {*_same_interest(act.declaration, state, base, entries)}
    cleaned = tuple(_without_nature(entry, gone) for entry in entries)
    told = {entry.id for entry, was in zip(cleaned, entries, strict=True) if entry is not was}
    return _bare(base, gone), tuple(_silent(entry, told) for entry in cleaned)


def _same_interest(
    declared: Declaration, state: Meeting, base: Meeting | None, entries: Entries
) -> Iterator[str]:
    """The ids under which the interest may have been declared before."""
    yield declared.id
    others = {each.id for each in state.declarations}
    made = [e.act.declaration for e in entries if isinstance(e.act, DeclarationMade)]
    for each in (*made, *(base.declarations if base else ())):
        same = (each.person, each.item) == (declared.person, declared.item)
        if same and each.id not in others:
            yield each.id


def _without_nature(entry: Entry[Any], gone: set[str]) -> Entry[Any]:
    match entry.act:
        case DeclarationMade(declaration=made) if made.id in gone and not made.sensitive:
            act = replace(entry.act, declaration=replace(made, nature=""))
            return replace(entry, act=act, said=f"{_SAID} declared")
        case DeclarationCleared(declaration=cleared) if cleared in gone:
            return replace(entry, said=f"{_SAID} taken away")
        case MeetingRead(meeting=meeting) | MeetingCalled(meeting=meeting):
            bare = _bare(meeting, gone)
            return (
                entry if bare is meeting else replace(entry, act=replace(entry.act, meeting=bare))
            )
        case _:
            return entry


def _silent(entry: Entry[Any], told: set[str]) -> Entry[Any]:
    """An undoing quotes what it took back."""
    if isinstance(entry.act, Undone | Redone) and entry.act.entry in told:
        how = "Undone" if isinstance(entry.act, Undone) else "Done again"
        return replace(entry, said=f"{how}: {_SAID} declared")
    return entry


def _bare(meeting: Meeting | None, gone: set[str]) -> Meeting | None:
    if meeting is None or not any(d.id in gone and d.nature for d in meeting.declarations):
        return meeting
    declarations = tuple(
        replace(each, nature="") if each.id in gone else each for each in meeting.declarations
    )
    return replace(meeting, declarations=declarations)
