"""Every key of Clerk, once: bindings, footer, help, palette, README and tests are made from it.

The table lies in the modules beside this one, a part for each room: a place in brackets; then for
each thing to do a line `id | keys | action | word`, with its sentence below. `*` puts it in the
footer; `!` lets it act though the widget with the focus knows the key otherwise; `~` says that it
changes the meeting, so that it is refused where the meeting can only be read. An action "-" is done
by the widget itself: the table only tells of it.

Only keys that arrive from every usual terminal are used. Bare letters act only where no text is
being typed; function keys are second names; Esc always goes one step back and loses nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast, get_args

from textual.binding import Binding, BindingType

from screens.keys.choices import CHOICES
from screens.keys.home import HOME
from screens.keys.lists import LISTS
from screens.keys.meeting import MEETING
from screens.keys.register import REGISTER
from screens.keys.room import ROOM

Where = Literal[
    "everywhere",
    "home",
    "imported",
    "meeting",
    "agenda",
    "editor",
    "in meeting",
    "notes",
    "find",
    "say line",
    "room",
    "declarations",
    "votes",
    "vote by names",
    "decisions",
    "check",
    "record",
    "roll call",
    "committee",
    "people",
    "person",
    "vacancies",
    "table",
    "page",
    "house style",
    "doubts",
    "resolutions",
    "actions",
    "phrases",
    "form",
    "choice",
]

WHERE_WORDS: dict[Where, str] = {
    "everywhere": "Everywhere",
    "home": "Home",
    "imported": "After an import",
    "meeting": "Meeting, anywhere in it",
    "agenda": "Meeting, in the agenda",
    "editor": "Meeting, while typing minutes",
    "in meeting": "Meeting, on each of its screens",
    "notes": "Private notes, over another screen",
    "find": "Finding in a meeting",
    "say line": "The line in which an act is said",
    "room": "The room",
    "declarations": "Declarations of interest",
    "votes": "Motions and votes",
    "vote by names": "A vote by names",
    "decisions": "Decisions of a meeting",
    "check": "Check",
    "record": "The whole record",
    "roll call": "Roll call",
    "committee": "Committee",
    "people": "People",
    "person": "A person",
    "vacancies": "Vacancies, chairs, six months",
    "table": "Importing a table",
    "house style": "House style",
    "page": "A page or table to read",
    "doubts": "Doubts",
    "resolutions": "Resolutions",
    "actions": "Actions",
    "phrases": "Phrases by code",
    "form": "Forms",
    "choice": "Choosing from a list",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One thing to do and the keys that do it, the first of them named in the footer."""

    id: str
    keys: tuple[str, ...]
    action: str
    """Empty where the widget that has the focus does it by itself."""
    word: str
    sentence: str
    where: Where
    footer: bool = False
    priority: bool = False
    changes: bool = False
    """Whether it changes the meeting."""

    @property
    def shown(self) -> str:
        """The keys as people write them: "Ctrl+N or F8"."""
        return " or ".join(key_name(key) for key in self.keys)


def of(*where: Where) -> tuple[Key, ...]:
    """The entries of the table for these places, in its order."""
    return tuple(key for key in TABLE if key.where in where)


def bindings(*where: Where) -> list[BindingType]:
    """The entries as Textual's bindings; each key keeps its id, so that it can be mapped anew."""
    return [
        Binding(
            name,
            key.action,
            key.word,
            show=key.footer and not at,
            key_display=key_name(name),
            priority=key.priority,
            tooltip=key.sentence,
            id=f"{key.id}-{at + 1}" if at else key.id,
        )
        for key in of(*where)
        for at, name in enumerate(key.keys)
        if key.action
    ]


def key_name(key: str) -> str:
    """A key as it is written on a keyboard: "Ctrl+N", "F8", "[", "Page Up".

    A bare letter stays small, because a capital would be read as Shift.
    """
    return "+".join(
        _NAMES.get(part) or (part if key == part and len(part) == 1 else part.capitalize())
        for part in key.split("+")
    )


def keys_table() -> str:
    """The table in Markdown, for the README."""
    lines = ["| Where | Key | What it does |", "|---|---|---|"]
    for key in TABLE:
        shown = " or ".join(f"`{key_name(name)}`" for name in key.keys)
        lines.append(f"| {WHERE_WORDS[key.where]} | {shown} | {key.sentence} |")
    return "\n".join(lines) + "\n"


def _read(table: str) -> Iterator[Key]:
    where = ""
    lines = iter(table.strip().splitlines())
    for line in lines:
        if line.startswith("["):
            where = line.strip("[]")
        elif line:
            yield _key(where, line, next(lines))


def _key(where: str, line: str, sentence: str) -> Key:
    id, keys, action, word = (part.strip() for part in line.split("|"))
    assert where in get_args(Where), where
    return Key(
        id=id,
        keys=tuple(keys.split()),
        action="" if action == "-" else action,
        word=word.rstrip("*!~ "),
        sentence=sentence.strip(),
        where=cast(Where, where),
        footer="*" in word,
        priority="!" in word,
        changes="~" in word,
    )


_NAMES = {
    "escape": "Esc",
    "question_mark": "?",
    "slash": "/",
    "equals_sign": "=",
    "plus": "+",
    "comma": ",",
    "underscore": "_",
    "full_stop": ".",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "pageup": "Page Up",
    "pagedown": "Page Down",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}

TABLE: tuple[Key, ...] = tuple(_read(HOME + MEETING + ROOM + REGISTER + LISTS + CHOICES))
"""Everything there is to do, in the order in which help tells it."""
