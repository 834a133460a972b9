"""Acts on the minutes and the headings between them: begun, typed, moved, struck out."""

from typing import assert_never

import msgspec
from msgspec.structs import replace

from clerk.domain.base import Fact
from clerk.domain.meetings import (
    Author,
    Detached,
    Link,
    Meeting,
    Minute,
    Part,
)
from clerk.domain.ordered import found, inserted, moved, put, removed, replaced
from clerk.errors import RefusedError


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


MinuteAct = (
    MinuteOpened | MinuteChanged | MinuteMoved | MinuteRemoved | TextEdited | PartSet | PartRemoved
)


def apply_minute(meeting: Meeting, act: MinuteAct) -> Meeting:
    """`meeting` with other minutes; raises RefusedError: an unknown id, text that is another."""
    match act:
        case TextEdited():
            return _with_text(meeting, act)
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
        case PartSet(part=part):
            return replace(meeting, parts=put(meeting.parts, part))
        case PartRemoved(part=part_id):
            return replace(meeting, parts=removed(meeting.parts, part_id))
        case _:
            assert_never(act)


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
