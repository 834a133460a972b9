"""How items were taken: several together, as urgent with the reason, out of their turn."""

from collections.abc import Iterator, Sequence

from clerk.domain.meetings import Meeting, Minute
from clerk.domain.printed import Line, Run
from clerk.record.context import Context
from clerk.record.wording import filled, listed


def taken_lines(meeting: Meeting, minute: Minute, context: Context) -> Iterator[Line]:
    """Under a heading: why an item was taken as urgent, and that it was not taken in its turn."""
    for item in (meeting.item(each) for each in minute.items):
        if item is None or item.state != "urgent" or not item.reason:
            continue
        words = urgent_words(item.reason, context)
        if words:
            yield Line(kind="note", runs=(Run(text=words),), fact=item.id, role="urgent")
    style = context.style.minute
    before = out_of_order(meeting).get(minute.id) if style.out_of_order else None
    taken = next((m for m in meeting.minutes if m.id == before), None)
    if taken is not None:
        label = items_label(meeting, taken, context) or taken.title
        words = filled(style.out_of_order, {"item": label})
        yield Line(kind="note", runs=(Run(text=words),), fact=minute.id, role="out of order")


def urgent_words(reason: str, context: Context) -> str:
    """How the minutes state why an item was taken as urgent (LGA 1972 s100B(4)(b))."""
    values = {"reason": reason.strip().rstrip("."), "chair_title": context.chair_title}
    return filled(context.style.minute.urgent, values)


def items_label(meeting: Meeting, minute: Minute, context: Context) -> str:
    """ "Item A3", "Items 5 and 6"; empty where no item has a reference."""
    style, lists = context.style.minute, context.style.lists
    items = [item for item_id in minute.items if (item := meeting.item(item_id))]
    refs = [item.ref for item in items if item.ref]
    if len(refs) == 1:
        return filled(style.item, {"ref": refs[0]})
    return filled(style.items, {"refs": listed(refs, lists.separator, lists.last)}) if refs else ""


def out_of_order(meeting: Meeting) -> dict[str, str]:
    """The minutes whose items were not taken in agenda order: id → id of the minute before.

    Of two ways to see it the one with fewer such minutes; empty for the first of all.
    """
    places = {item.id: at for at, item in enumerate(meeting.items)}
    own = [
        (min(places[i] for i in minute.items if i in places), minute.id, before)
        for minute, before in zip(
            meeting.minutes, ("", *(m.id for m in meeting.minutes)), strict=False
        )
        if any(i in places for i in minute.items)
    ]
    in_order = set(_longest_rise([place for place, _, _ in own]))
    return {minute: before for at, (_, minute, before) in enumerate(own) if at not in in_order}


def _longest_rise(places: Sequence[int]) -> list[int]:
    """Where the longest run of places that rises stands, the earliest of several."""
    best: list[list[int]] = []
    for at, place in enumerate(places):
        before = [run for run in best if places[run[-1]] <= place]
        best.append([*max(before, key=len, default=[]), at])
    return max(best, key=len, default=[])
