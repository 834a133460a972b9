"""The agenda of an open meeting: items added, renamed, moved, withdrawn, struck off."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from clerk.clean import clean_text
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.meeting.mending import mend_title
from clerk.desk.words import one_line
from clerk.domain.agenda_acts import ItemAdded, ItemChanged, ItemMoved, ItemRemoved
from clerk.domain.base import new_id
from clerk.domain.meetings import AgendaItem
from clerk.errors import NotFoundError

_COUNTED = re.compile(r"\s*(?P<ref>\d{1,3})\s+(?P<title>\S.*)")
_ITEM = re.compile(
    r"^\s*[-•]?\s*(?P<ref>[A-Z]{1,2}\.?\d{1,3}[a-z]?(?=[.)\]:]?\s)|\d{1,3}[a-z]?(?=[.)\]:]\s|\t|\s\s))"
    r"[.)\]:]?\s+(?P<title>\S.*)$"
)


def item_lines(text: str) -> tuple[AgendaItem, ...]:
    """Items typed or pasted, one a line: "A1 Title", "1. Title", or a plain title.

    A bare number is a reference before a tab or a wide gap, or where every line has one and they
    count up: "20 mph limits" by itself is a title.
    Raises InputError where a title is too long to keep.
    """
    lines = clean_text(text)[0].splitlines()
    form = _COUNTED if _count_up(lines) else _ITEM
    items = []
    for line in lines:
        found = form.match(line)
        title = found["title"] if found else line.strip().lstrip("-•")
        if title.strip():
            ref = found["ref"].replace(".", "") if found else ""
            items.append(AgendaItem(id=new_id(), title=one_line(title, "item"), ref=ref))
    return tuple(items)


def _count_up(lines: Sequence[str]) -> bool:
    """Whether each line that says anything begins with a bare number, one more than the last."""
    found = [_COUNTED.match(line) for line in lines if line.strip()]
    numbers = [int(each["ref"]) for each in found if each]
    first = numbers[0] if numbers else 0
    return len(found) > 1 and numbers == list(range(first, first + len(found)))


def add_items(desk: MeetingDesk, items: Sequence[AgendaItem], before: str = "") -> None:
    """Items put on the agenda, before the item `before` or at its end."""
    for item in items:
        desk.do(ItemAdded(item=item, before=before), f"Item “{item.title}” added")


def rename_item(desk: MeetingDesk, item_id: str, title: str, ref: str | None = None) -> None:
    """Another title, and another reference if one is given; the item's minute goes along."""
    item = _item(desk, item_id)
    words = one_line(title, "item")
    changed = replace(item, title=words, ref=item.ref if ref is None else ref.strip())
    desk.do(ItemChanged(item=changed), f"Item “{item.title}” renamed “{words}”")
    minute = desk.meeting.minute_of(item_id)
    if minute is not None and minute.title == item.title and desk.meeting.state == "draft":
        mend_title(desk, minute.id, words)


def move_item(desk: MeetingDesk, item_id: str, up: bool) -> None:
    """One place up or down the agenda; nothing happens at its ends."""
    items = desk.meeting.items
    at = items.index(_item(desk, item_id))
    if up and at > 0:
        before = items[at - 1].id
    elif not up and at < len(items) - 1:
        before = items[at + 2].id if at + 2 < len(items) else ""
    else:
        return
    desk.do(ItemMoved(item=item_id, before=before), f"Item “{items[at].title}” moved")


def withdraw_or_restore(desk: MeetingDesk, item_id: str) -> None:
    """The item stays on the agenda as withdrawn; done again, it stands."""
    item = _item(desk, item_id)
    if item.state == "withdrawn":
        restore_item(desk, item_id)
        return
    desk.do(ItemChanged(item=replace(item, state="withdrawn")), f"Item “{item.title}” withdrawn")


def restore_item(desk: MeetingDesk, item_id: str) -> None:
    """A withdrawn item stands again."""
    item = _item(desk, item_id)
    desk.do(ItemChanged(item=replace(item, state="listed")), f"Item “{item.title}” restored")


def remove_item(desk: MeetingDesk, item_id: str) -> None:
    """The item struck off; refused while it has a minute."""
    item = _item(desk, item_id)
    desk.do(ItemRemoved(item=item_id), f"Item “{item.title}” struck off")


def _item(desk: MeetingDesk, item_id: str) -> AgendaItem:
    item = desk.meeting.item(item_id)
    if item is None:
        raise NotFoundError("The agenda has no such item any more.")
    return item
