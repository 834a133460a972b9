"""What another version of a paper says otherwise than the one that was read before."""

from collections.abc import Iterable, Iterator

from clerk.domain.meetings import AgendaItem, Meeting, Minute


def differences(before: Meeting | None, now: Meeting, title: str) -> tuple[str, ...]:
    """A sentence for each item, minute and list that differs; `title` names the meeting.

    `before` is None where the earlier version had no such meeting.
    """
    if before is None:
        return (f"{title} was not in the earlier version.",)
    said = (*_items(before, now), *_minutes(before, now), *_head(before, now))
    return tuple(f"{title}: {words}" for words in said)


def _head(before: Meeting, now: Meeting) -> Iterator[str]:
    if (before.time, before.venue) != (now.time, now.venue):
        yield "another time or place."
    if len(before.attendance) != len(now.attendance):
        yield f"{len(now.attendance)} people came, not {len(before.attendance)}."


def _items(before: Meeting, now: Meeting) -> Iterator[str]:
    earlier = {_of_item(item): item for item in before.items}
    later = {_of_item(item): item for item in now.items}
    yield from _gone_and_new("item", earlier, later)
    if not before.items and now.items:
        return
    changed = [key for key in later if key in earlier and later[key].pages != earlier[key].pages]
    if changed:
        yield f"other pages for {len(changed)} items."


def _of_item(item: AgendaItem) -> str:
    return f"{item.ref} {item.title}".strip()


def _minutes(before: Meeting, now: Meeting) -> Iterator[str]:
    earlier = {_of_minute(minute): minute for minute in before.minutes}
    later = {_of_minute(minute): minute for minute in now.minutes}
    yield from _gone_and_new("minute", earlier, later)
    for key in later:
        if key in earlier and later[key].text != earlier[key].text:
            yield f"minute {key} reads otherwise."


def _of_minute(minute: Minute) -> str:
    number = minute.number.text if minute.number else ""
    return f"{number} {minute.title}".strip()


def _gone_and_new(what: str, before: Iterable[str], now: Iterable[str]) -> Iterator[str]:
    earlier, later = list(before), list(now)
    yield from (f"no {what} “{key}” any more." for key in earlier if key not in later)
    yield from (f"{what} “{key}” is new." for key in later if key not in earlier)
