"""The agenda at the left of the workspace: reference, title and state, by sign and by word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rich.cells import set_cell_size
from textual.content import Content
from textual.events import Resize
from textual.widgets.option_list import Option

from clerk.domain.meetings import AgendaItem, Meeting, Minute
from screens.literal import cut, plain
from screens.widgets.listed import Listed

State = Literal["open", "minuted", "withdrawn", "deferred", "together", "heading"]
_SIGNS: dict[State, str] = {
    "open": "·",
    "minuted": "■",
    "withdrawn": "×",
    "deferred": "→",
    "together": "└",
    "heading": "",
}
_NOW = "▶"
"""Before what the meeting is on, wherever the clerk is typing."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the agenda: an item with its minute if it has one, a minute without an item, or a
    section's heading."""

    key: str
    title: str
    ref: str = ""
    state: State = "open"
    item: str = ""
    minute: str = ""
    number: str = ""
    """Its minute's number as it will print; with "~" while it may still move."""
    urgent: bool = False
    exempt: bool = False
    """Whether what is typed here is left out of the public edition."""
    now: bool = False
    """Whether the meeting is on it."""

    @property
    def business(self) -> str:
        """What acts name for it."""
        return self.item or self.minute

    @property
    def label(self) -> str:
        """How the strip and messages name it."""
        return f"Item {self.ref}" if self.ref else self.title


def entries_of(
    meeting: Meeting, numbers: Mapping[str, str] | None = None, taken: str = ""
) -> tuple[Entry, ...]:
    """The lines of a meeting's agenda; a minute without an item stands where it is taken.

    `numbers` are those of the minutes; `taken` is the business that the meeting is on.
    """
    lines: list[Entry] = []
    waiting = {each.id: each for each in meeting.sections}
    first = {minute.id for item in meeting.items if (minute := meeting.minute_of(item.id))}
    for item in meeting.items:
        head = waiting.pop(item.section, None)
        if head is not None:
            words = f"{head.ref} – {head.title}" if head.ref else head.title
            lines.append(Entry(key=f"section:{head.id}", title=words, state="heading"))
        lines.append(_of_item(item, meeting.minute_of(item.id)))
    behind = ""
    for minute in meeting.minutes:
        if minute.id not in first:
            _put_behind(lines, behind, _of_minute(minute))
        behind = minute.id
    draft = "~" if meeting.state == "draft" else ""
    return tuple(
        replace(
            line,
            number=f"{draft}{numbers[line.minute]}" if numbers and line.minute in numbers else "",
            now=bool(taken) and line.business == taken,
        )
        for line in lines
    )


def _of_item(item: AgendaItem, minute: Minute | None) -> Entry:
    state: State = "minuted" if minute is not None and minute.text.strip() else "open"
    if minute is not None and minute.items[:1] != (item.id,):
        state = "together"
    if item.state in ("withdrawn", "deferred"):
        state = "withdrawn" if item.state == "withdrawn" else "deferred"
    return Entry(
        key=f"item:{item.id}",
        title=item.title,
        ref=item.ref,
        state=state,
        item=item.id,
        minute=minute.id if minute else "",
        urgent=item.state == "urgent",
        exempt=bool(item.exempt or (minute and minute.exempt)),
    )


def _of_minute(minute: Minute) -> Entry:
    state: State = "minuted" if minute.text.strip() else "open"
    return Entry(
        key=f"minute:{minute.id}",
        title=minute.title,
        state=state,
        minute=minute.id,
        exempt=minute.exempt is not None,
    )


def _put_behind(lines: list[Entry], minute_id: str, entry: Entry) -> None:
    """Behind the line of the minute taken before; the first of all stands first."""
    at = next((at for at, line in enumerate(lines) if minute_id and line.minute == minute_id), None)
    lines.insert(0 if at is None else at + 1, entry)


class AgendaList(Listed):
    """The lines, cut to the width; the state stands there as a word where there is room."""

    _ROOM_FOR_WORDS = 34

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.entries: tuple[Entry, ...] = ()

    def show(self, entries: Sequence[Entry], key: str = "") -> None:
        """Shows these lines, with the one of this key marked."""
        self.entries = tuple(entries)
        at = self.place(key)
        self.set_options(
            Option(self._words(entry), id=entry.key, disabled=entry.state == "heading")
            for entry in self.entries
        )
        self.highlighted = at if at is not None else self._first()

    def choose(self, key: str) -> None:
        """Marks the line of this key."""
        at = self.place(key)
        if at is not None:
            self.highlighted = at

    def place(self, key: str) -> int | None:
        """Where the line of this key stands; None where there is none."""
        return next((at for at, entry in enumerate(self.entries) if entry.key == key), None)

    @property
    def chosen(self) -> Entry | None:
        """The line that is marked."""
        return self.entries[self.highlighted] if self.highlighted is not None else None

    def on_resize(self, _: Resize) -> None:
        """Cuts the lines anew."""
        for at, entry in enumerate(self.entries):
            self.replace_option_prompt_at_index(at, self._words(entry))

    def _first(self) -> int | None:
        return next((at for at, entry in enumerate(self.entries) if entry.state != "heading"), None)

    def _words(self, entry: Entry) -> Content:
        width = max(self.scrollable_content_region.width, 18)
        if entry.state == "heading":
            return plain(cut(entry.title, width), "bold")
        state = _state_words(entry, short=width < self._ROOM_FOR_WORDS)
        room = width - (len(state) + 1 if state else 0)
        sign = _NOW if entry.now else _SIGNS[entry.state]
        head = f"{sign} {entry.ref} " if entry.ref else f"{sign} "
        title = cut(head + " ".join(entry.title.split()), room)
        style = "bold" if entry.now else ""
        if not state:
            return plain(title, style)
        return Content.assemble(plain(set_cell_size(title, room), style), (f" {state}", "dim"))


def _state_words(entry: Entry, *, short: bool) -> str:
    """What stands at the end of a line: its state as a word, or its minute's number."""
    if entry.state in ("withdrawn", "deferred"):
        return entry.state
    said = (("now", entry.now), ("urgent", entry.urgent), ("exempt", entry.exempt))
    words = [] if short else [word for word, holds in said if holds]
    if entry.number and not (short and entry.state == "open"):
        words.append(entry.number)
    return " ".join(words)
