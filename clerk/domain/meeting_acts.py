"""Acts that change a meeting. `apply` is pure: the same meeting and act give the same meeting."""

import datetime as dt
from typing import assert_never

import msgspec
from msgspec.structs import replace

from clerk.domain.base import Fact
from clerk.domain.life_acts import LifeAct, apply_life, why_fixed
from clerk.domain.log import Redone, Undone
from clerk.domain.meetings import (
    AgendaItem,
    Attendance,
    Author,
    Detached,
    Link,
    Meeting,
    Minute,
    Number,
    Part,
    Published,
    Section,
    Sitting,
)
from clerk.domain.merging import PersonReplaced, with_person_replaced
from clerk.domain.ordered import found, inserted, moved, put, removed, replaced
from clerk.domain.paper_acts import PaperAct, apply_paper
from clerk.domain.room_acts import RoomAct, apply_room, refuse_contradictions
from clerk.errors import RefusedError


class MeetingRead(Fact, frozen=True, tag="meeting-read"):
    """The meeting as a paper gave it; replaces what was there before."""

    meeting: Meeting


class MeetingCalled(Fact, frozen=True, tag="meeting-called"):
    """A meeting made by hand."""

    meeting: Meeting


class DetailsChanged(Fact, frozen=True, tag="details-changed"):
    """At what time, where, in which style, from which number, as which of its year; None stays."""

    time: dt.time | None = None
    venue: str | None = None
    style: str | None = None
    first_number: int | None = None
    nth: int | None = None


class SectionAdded(Fact, frozen=True, tag="section-added"):
    """A section at the end of the agenda."""

    section: Section


class SectionSet(Fact, frozen=True, tag="section-set"):
    """A section with the items that stand in it: a new one, or what stood under its id replaced.

    A new one comes before the section `before`, or last.
    """

    section: Section
    items: tuple[str, ...] = ()
    before: str = ""


class SectionRemoved(Fact, frozen=True, tag="section-removed"):
    """A section's heading taken away; its items then stand in the section `into`, or in none."""

    section: str
    into: str = ""


class ItemAdded(Fact, frozen=True, tag="item-added"):
    """An item, before the item `before`, or at the end."""

    item: AgendaItem
    before: str = ""


class ItemChanged(Fact, frozen=True, tag="item-changed"):
    """The item as it is now: renamed, withdrawn, deferred, its pages or note mended."""

    item: AgendaItem


class ItemMoved(Fact, frozen=True, tag="item-moved"):
    """The item moved before the item `before`, or to the end."""

    item: str
    before: str = ""


class ItemRemoved(Fact, frozen=True, tag="item-removed"):
    """The item struck off; refused while a minute belongs to it."""

    item: str


class AttendanceMarked(Fact, frozen=True, tag="attendance-marked"):
    """Someone's attendance: a new entry, or what stood under its id replaced.

    It comes to stand before the entry `before`, or last: the order of names is a fact.
    """

    attendance: Attendance
    before: str = ""


class AttendanceCleared(Fact, frozen=True, tag="attendance-cleared"):
    """An attendance entry taken away."""

    attendance: str


class MinuteOpened(Fact, frozen=True, tag="minute-opened"):
    """A minute begun, before the minute `before`, or as the last taken."""

    minute: Minute
    before: str = ""


class MinuteChanged(Fact, frozen=True, tag="minute-changed"):
    """A minute's heading facts: title, items, authors, number set by hand, exemption, summary.

    Its text is not changed: that is `TextEdited`.
    """

    minute: str
    title: str | None = None
    items: tuple[str, ...] | None = None
    authors: tuple[Author, ...] | None = None
    present_for: tuple[Author, ...] | None = None
    restart: int | None = None
    summary: str | None = None


class MinuteMoved(Fact, frozen=True, tag="minute-moved"):
    """A minute taken before the minute `before`, or last."""

    minute: str
    before: str = ""


class MinuteRemoved(Fact, frozen=True, tag="minute-removed"):
    """A minute struck out, with its text."""

    minute: str


class TextEdited(Fact, frozen=True, tag="text-edited"):
    """`removed` at `at` replaced by `inserted` in a minute's text; blocks and fields as then.

    The ids of the blocks are part of the act, so that folding it again gives the same ids.
    """

    minute: str
    at: int
    removed: str = ""
    inserted: str = ""
    blocks: tuple[str, ...] = ()
    same_blocks: bool = False
    """The minute has the blocks that it had, and `blocks` does not list them again.

    Most edits are within a paragraph, and all of a meeting's are saved with each.
    """
    changed: tuple[str, ...] = ()
    """The blocks that keep their id and have other words: a paper's slip in them goes."""
    links: tuple[Link, ...] = ()
    detached: tuple[Detached, ...] = ()


class PartSet(Fact, frozen=True, tag="part-set"):
    """A heading between minutes: a new one, or what stood under its id replaced."""

    part: Part


class PartRemoved(Fact, frozen=True, tag="part-removed"):
    """A heading between minutes taken away."""

    part: str


class SittingSet(Fact, frozen=True, tag="sitting-set"):
    """A stretch of the meeting: a new one, or what stood under its id replaced."""

    sitting: Sitting


class DoubtSettled(Fact, frozen=True, tag="doubt-settled"):
    """A doubt of an import looked at: `how` says what was found ("right as read", "mended")."""

    doubt: str
    how: str


class ReadingMended(Fact, frozen=True, tag="reading-mended"):
    """What was misread in a paper read right: a minute, or None where only a name changed.

    Not a correction of the record: the paper never said what was stored. The record is frozen
    anew, and only minutes that came from a paper can be mended so.
    """

    published: Published
    minute: Minute | None = None


class MinutesPublished(Fact, frozen=True, tag="minutes-published"):
    """Numbers fixed and the record frozen."""

    published: Published
    numbers: dict[str, Number]
    """By the id of the minute."""


class MinutesWithdrawn(Fact, frozen=True, tag="minutes-withdrawn"):
    """Publication taken back, with the reason; refused once confirmed."""

    reason: str


MeetingAct = (
    MeetingRead
    | MeetingCalled
    | DetailsChanged
    | SectionAdded
    | SectionSet
    | SectionRemoved
    | ItemAdded
    | ItemChanged
    | ItemMoved
    | ItemRemoved
    | AttendanceMarked
    | AttendanceCleared
    | MinuteOpened
    | MinuteChanged
    | MinuteMoved
    | MinuteRemoved
    | TextEdited
    | PartSet
    | PartRemoved
    | SittingSet
    | DoubtSettled
    | ReadingMended
    | MinutesPublished
    | MinutesWithdrawn
    | PersonReplaced
    | LifeAct
    | PaperAct
    | RoomAct
    | Undone
    | Redone
)


def apply(meeting: Meeting | None, act: MeetingAct) -> Meeting | None:
    """The meeting after the act; None where there is (again) no meeting.

    Raises RefusedError where the act does not fit: an unknown id, text that is not where the act
    says, a published record about to change.
    """
    if isinstance(act, MeetingRead | MeetingCalled):
        return act.meeting
    if meeting is None:
        raise RefusedError("There is no such meeting any more. Undo once more, or import it again.")
    if meeting.state != "draft" and isinstance(act, _CHANGES_THE_RECORD):
        raise RefusedError(why_fixed(meeting))
    if isinstance(act, PersonReplaced):
        return with_person_replaced(meeting, act)
    after = _apply_to(meeting, act)
    if isinstance(act, RoomAct | AttendanceMarked | AttendanceCleared):
        refuse_contradictions(meeting, after)
    return after


_CHANGES_THE_RECORD = (
    AttendanceMarked
    | AttendanceCleared
    | MinuteOpened
    | MinuteChanged
    | MinuteMoved
    | MinuteRemoved
    | TextEdited
    | PartSet
    | PartRemoved
    | MinutesPublished
    | DetailsChanged
    | SittingSet
    | RoomAct
)


def _apply_to(meeting: Meeting, act: MeetingAct) -> Meeting:
    match act:
        case DetailsChanged():
            return _with_details(meeting, act)
        case SectionAdded() | SectionSet() | SectionRemoved():
            return _with_sections(meeting, act)
        case ItemAdded() | ItemChanged() | ItemMoved() | ItemRemoved():
            return _with_items(meeting, act)
        case AttendanceMarked(attendance=entry, before=before):
            others = tuple(other for other in meeting.attendance if other.id != entry.id)
            kept = _without_list_slips(meeting, entry.id, entry.capacity)
            return replace(kept, attendance=inserted(others, entry, before))
        case AttendanceCleared(attendance=entry_id):
            kept = _without_list_slips(meeting, entry_id)
            return replace(kept, attendance=removed(meeting.attendance, entry_id))
        case MinuteOpened() | MinuteChanged() | MinuteMoved() | MinuteRemoved() | TextEdited():
            return _with_minutes(meeting, act)
        case PartSet(part=part):
            return replace(meeting, parts=put(meeting.parts, part))
        case PartRemoved(part=part_id):
            return replace(meeting, parts=removed(meeting.parts, part_id))
        case SittingSet(sitting=sitting):
            return replace(meeting, sittings=put(meeting.sittings, sitting))
        case DoubtSettled(doubt=doubt_id, how=how):
            doubt = found(meeting.doubts, doubt_id)
            return replace(meeting, doubts=replaced(meeting.doubts, replace(doubt, settled=how)))
        case ReadingMended(published=published, minute=mended):
            return _reread(meeting, published, mended)
        case MinutesPublished(published=published, numbers=numbers):
            return _published(meeting, published, numbers)
        case MinutesWithdrawn():
            return _withdrawn(meeting)
        case _ if isinstance(act, LifeAct):
            return apply_life(meeting, act)
        case _ if isinstance(act, PaperAct):
            return apply_paper(meeting, act)
        case _ if isinstance(act, RoomAct):
            return apply_room(meeting, act)
        case _:
            raise TypeError(f"not an act on a meeting: {act!r}")


def _with_sections(meeting: Meeting, act: SectionAdded | SectionSet | SectionRemoved) -> Meeting:
    match act:
        case SectionAdded(section=section):
            return replace(meeting, sections=(*meeting.sections, section))
        case SectionSet(section=section, items=headed, before=before):
            known = any(other.id == section.id for other in meeting.sections)
            return replace(
                meeting,
                sections=replaced(meeting.sections, section)
                if known
                else inserted(meeting.sections, section, before),
                items=tuple(
                    replace(item, section=section.id) if item.id in headed else item
                    for item in meeting.items
                ),
            )
        case SectionRemoved(section=section_id, into=into):
            return replace(
                meeting,
                sections=removed(meeting.sections, section_id),
                items=tuple(
                    replace(item, section=into) if item.section == section_id else item
                    for item in meeting.items
                ),
            )
        case _:
            assert_never(act)


def _with_items(
    meeting: Meeting, act: ItemAdded | ItemChanged | ItemMoved | ItemRemoved
) -> Meeting:
    match act:
        case ItemAdded(item=item, before=before):
            return replace(meeting, items=inserted(meeting.items, item, before))
        case ItemChanged(item=item):
            return replace(meeting, items=replaced(meeting.items, item))
        case ItemMoved(item=item_id, before=before):
            return replace(meeting, items=moved(meeting.items, item_id, before))
        case ItemRemoved(item=item_id):
            return _without_item(meeting, item_id)
        case _:
            assert_never(act)


def _with_minutes(
    meeting: Meeting,
    act: MinuteOpened | MinuteChanged | MinuteMoved | MinuteRemoved | TextEdited,
) -> Meeting:
    match act:
        case MinuteOpened(minute=minute, before=before):
            return replace(meeting, minutes=inserted(meeting.minutes, minute, before))
        case MinuteChanged():
            return _with_minute(meeting, act)
        case MinuteMoved(minute=minute_id, before=before):
            return replace(meeting, minutes=moved(meeting.minutes, minute_id, before))
        case MinuteRemoved(minute=minute_id):
            return replace(
                meeting,
                minutes=removed(meeting.minutes, minute_id),
                parts=tuple(part for part in meeting.parts if part.before != minute_id),
            )
        case TextEdited():
            return _with_text(meeting, act)
        case _:
            assert_never(act)


def _with_details(meeting: Meeting, act: DetailsChanged) -> Meeting:
    if act.first_number is not None and act.first_number < 1:
        raise RefusedError(f"Minutes are numbered from 1; {act.first_number} cannot be the first.")
    if act.nth is not None and act.nth < 1:
        raise RefusedError(f"Meetings of a year are counted from 1; none is number {act.nth}.")
    changes = {
        field: value for field, value in msgspec.structs.asdict(act).items() if value is not None
    }
    changed = replace(meeting, **changes)
    if (changed.time, changed.venue) == (meeting.time, meeting.venue):
        return changed
    kept = tuple(e for e in meeting.as_printed if (e.fact, e.role) != (meeting.id, "opening"))
    return replace(changed, as_printed=kept)


def _with_minute(meeting: Meeting, act: MinuteChanged) -> Meeting:
    minute = found(meeting.minutes, act.minute)
    changes = {
        field: value
        for field, value in msgspec.structs.asdict(act).items()
        if value is not None and field != "minute"
    }
    changed = replace(minute, **changes)
    kept = _without_as_printed(meeting, minute.id)
    return replace(kept, minutes=replaced(meeting.minutes, changed))


def _with_text(meeting: Meeting, act: TextEdited) -> Meeting:
    minute = found(meeting.minutes, act.minute)
    end = act.at + len(act.removed)
    if minute.text[act.at : end] != act.removed:
        raise RefusedError(f"The text of “{minute.title}” has changed since. Nothing was changed.")
    text = minute.text[: act.at] + act.inserted + minute.text[end:]
    blocks = minute.blocks if act.same_blocks else act.blocks
    changed = replace(minute, text=text, blocks=blocks, links=act.links, detached=act.detached)
    gone = (set(minute.blocks) - set(blocks)) | set(act.changed)
    kept = _without_as_printed(meeting, *gone)
    return replace(kept, minutes=replaced(meeting.minutes, changed))


def _without_as_printed(meeting: Meeting, *facts: str) -> Meeting:
    """Editing a fact drops what a paper printed for it: the words are ours again."""
    kept = tuple(entry for entry in meeting.as_printed if entry.fact not in facts)
    return replace(meeting, as_printed=kept)


def _without_list_slips(meeting: Meeting, entry_id: str, *capacities: str) -> Meeting:
    """Who stands in a list has changed: what a paper printed for its names holds no longer."""
    lists = {*capacities, *(e.capacity for e in meeting.attendance if e.id == entry_id)}
    names = {entry.id for entry in meeting.attendance if entry.capacity in lists}
    kept = tuple(
        entry
        for entry in meeting.as_printed
        if entry.fact not in names and not (entry.fact == meeting.id and entry.role in lists)
    )
    return replace(meeting, as_printed=kept)


def _without_item(meeting: Meeting, item_id: str) -> Meeting:
    minute = meeting.minute_of(item_id)
    if minute is not None:
        raise RefusedError(
            f"The minute “{minute.title}” belongs to this item. Withdraw the item instead, "
            "or strike out its minute first."
        )
    return replace(meeting, items=removed(meeting.items, item_id))


def _reread(meeting: Meeting, published: Published, mended: Minute | None) -> Meeting:
    if meeting.published is None or meeting.published.on is not None:
        raise RefusedError(
            "Only minutes that were read from a paper can be mended as a misreading. Withdraw the "
            "publication, or correct them at a later meeting."
        )
    minutes = meeting.minutes if mended is None else replaced(meeting.minutes, mended)
    return replace(meeting, minutes=minutes, published=published)


def _published(meeting: Meeting, published: Published, numbers: dict[str, Number]) -> Meeting:
    minutes = tuple(
        replace(minute, number=numbers.get(minute.id, minute.number)) for minute in meeting.minutes
    )
    return replace(meeting, minutes=minutes, state="published", published=published)


def _withdrawn(meeting: Meeting) -> Meeting:
    if meeting.state != "published":
        raise RefusedError(
            f"These minutes are {meeting.state}; only published ones can be withdrawn."
        )
    minutes = tuple(replace(minute, number=None) for minute in meeting.minutes)
    return replace(meeting, minutes=minutes, state="draft", published=None)
