"""Acts on the agenda: its sections and items."""

from typing import assert_never

from msgspec.structs import replace

from clerk.domain.base import Fact
from clerk.domain.meetings import (
    AgendaItem,
    Meeting,
    Section,
)
from clerk.domain.ordered import inserted, moved, removed, replaced
from clerk.errors import RefusedError


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


AgendaAct = (
    SectionAdded | SectionSet | SectionRemoved | ItemAdded | ItemChanged | ItemMoved | ItemRemoved
)


def apply_agenda(meeting: Meeting, act: AgendaAct) -> Meeting:
    """`meeting` with another agenda; raises RefusedError: an unknown id, an item with a minute."""
    match act:
        case SectionAdded() | SectionSet() | SectionRemoved():
            return _with_sections(meeting, act)
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


def _without_item(meeting: Meeting, item_id: str) -> Meeting:
    minute = meeting.minute_of(item_id)
    if minute is not None:
        raise RefusedError(
            f"The minute “{minute.title}” belongs to this item. Withdraw the item instead, "
            "or strike out its minute first."
        )
    return replace(meeting, items=removed(meeting.items, item_id))
