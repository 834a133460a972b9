"""The lines of Home, cut to the width: what comes, what is to finish, what waits, what is over."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import set_cell_size

from clerk.counted import counted
from clerk.desk.lists.front import ChapterName, Front
from clerk.desk.lists.rows import CommitteeRow, MeetingRow
from clerk.when import short_date
from screens.literal import cut

if TYPE_CHECKING:
    from clerk.desk.lists.actions import ActionRow  # Home is painted sooner without them
    from clerk.desk.register.waiting import Waiting

_HEADINGS: dict[ChapterName, str] = {
    "to come": "Meetings to come",
    "drafts": "Drafts to finish and publish",
    "published": "Published, awaiting confirmation",
    "confirmed": "Confirmed, awaiting signature",
    "earlier": "Earlier",
}
_WAITS = {"published": "to be confirmed", "confirmed": "to be signed", "signed": "signed"}


@dataclass(frozen=True, slots=True)
class HomeLine:
    """A line: a meeting (`ref`), a committee, or a heading."""

    id: str
    words: str
    ref: str = ""
    committee: str = ""
    heading: bool = False
    view: str = ""
    """Which list it stands for: "vacancies", "six months" or "actions"."""


def lines_of(
    front: Front,
    today: dt.date,
    width: int,
    waiting: "Waiting | None" = None,
    actions: Sequence["ActionRow"] = (),
) -> tuple[HomeLine, ...]:
    """Every chapter under its heading, with a line that says how many meetings it has besides;
    the actions that are due; what of the members waits; committees."""
    lines: list[HomeLine] = []
    for chapter in front.chapters:
        title = _HEADINGS[chapter.name]
        if chapter.rows:
            lines.append(HomeLine(id=f"heading:{title}", words=title, heading=True))
            lines.extend(_of_meeting(row, today, width) for row in chapter.rows)
        if chapter.more:
            words = f"… and {chapter.more} more: / and some words of them"
            lines.append(HomeLine(id=f"more:{title}", words=words, heading=True))
    lines.extend(_of_actions(actions, today, width))
    if waiting is not None:
        lines.extend(_of_members(waiting, width))
    lines.extend(_of_committees(front.committees, width))
    return tuple(lines)


def _of_meeting(row: MeetingRow, today: dt.date, width: int) -> HomeLine:
    state = row.trouble or _needs(row, today)
    room = width - 17 - len(state) - 2
    name = set_cell_size(cut(row.committee_name, max(room, 10)), max(room, 10))
    return HomeLine(
        id=f"meeting:{row.ref}",
        words=cut(f"{short_date(row.date)}  {name}  {state}", width),
        ref=row.ref,
        committee=row.committee,
    )


def _needs(row: MeetingRow, today: dt.date) -> str:
    parts = []
    if row.called_off:
        return f"✗ {row.called_off}"
    if row.state == "draft":
        if row.date == today:
            parts.append("TODAY")
        parts.append(f"minutes {row.numbers}" if row.numbers else f"{row.items} items")
        if row.publish_by and row.publish_by >= today:
            day = "TODAY" if row.publish_by == today else short_date(row.publish_by)
            parts.append(f"agenda out by {day}")
    else:
        parts.append(f"{row.numbers} {_WAITS[row.state]}".strip())
    if row.doubts:
        parts.append(f"{row.doubts} doubt{'s' if row.doubts > 1 else ''}")
    return ", ".join(parts)


def _of_actions(rows: Sequence["ActionRow"], today: dt.date, width: int) -> Iterator[HomeLine]:
    """Those that are overdue or due soon, then how many are open in all."""
    if not rows:
        return
    yield HomeLine(id="heading:actions", words="Actions", heading=True)
    soon = [row for row in rows if row.due and (row.due - today).days <= _DUE_SOON]
    for row in soon[:_NEAREST]:
        assert row.due is not None
        late = row.due < today
        state = "OVERDUE" if late else "due TODAY" if row.due == today else "due"
        who = f"{row.officer} to {row.what}" if row.officer else row.what
        room = max(width - 17 - len(state) - 2, 10)
        words = f"{short_date(row.due)}  {set_cell_size(cut(who, room), room)}  {state}"
        yield HomeLine(id=f"action:{row.id}", words=cut(words, width), view="actions")
    if len(rows) > len(soon[:_NEAREST]):
        count = counted(len(rows), "action is", "actions are")
        words = f"{count} open in all: Enter or a lists them"
        yield HomeLine(id="actions:all", words=words, view="actions")


_DUE_SOON = 14
"""Days before the day on which it is due."""


def _of_members(waiting: "Waiting", width: int) -> Iterator[HomeLine]:
    if waiting.vacant or waiting.nearing:
        yield HomeLine(id="heading:members", words="Members", heading=True)
    if waiting.vacant:
        count, first = len(waiting.vacant), waiting.vacant[0]
        seats = counted(count, "vacant seat")
        words = f"{seats}: {first.committee}{f', {first.group}' if first.group else ''}"
        more = " …" if count > 1 else ""
        yield HomeLine(id="members:vacancies", words=cut(words + more, width), view="vacancies")
    for row in waiting.nearing[:_NEAREST]:
        words = f"{short_date(row.ends)}  six months end: {row.name}, {row.words}"
        line = cut(words, width)
        yield HomeLine(id=f"members:{row.person}", words=line, view="six months")
    more_members = len(waiting.nearing[_NEAREST:])
    if more_members:
        words = f"… and {more_members} more members: v lists them"
        yield HomeLine(id="more:members", words=words, heading=True)


_NEAREST = 5


def _of_committees(rows: Iterable[CommitteeRow], width: int) -> Iterator[HomeLine]:
    for at, row in enumerate(rows):
        if not at:
            yield HomeLine(id="heading:committees", words="Committees", heading=True)
        coming = f", next {short_date(row.next_meeting)}" if row.next_meeting else ""
        more = f"{counted(row.seats, 'seat')}, {counted(row.meetings, 'meeting')}{coming}"
        room = max(width - len(more) - 2, 10)
        words = f"{set_cell_size(cut(row.name, room), room)}  {more}"
        yield HomeLine(id=f"committee:{row.id}", words=cut(words, width), committee=row.id)
