"""Every key of Clerk, once: bindings, footer, help, palette, README and tests are made from it.

Only keys that arrive from every usual terminal are used. Bare letters act only where no text is
being typed; function keys are second names; Esc always goes one step back and loses nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding, BindingType

Where = Literal[
    "everywhere",
    "home",
    "meeting",
    "agenda",
    "editor",
    "record",
    "roll call",
    "committee",
    "doubts",
    "resolutions",
    "form",
    "choice",
]

WHERE_WORDS: dict[Where, str] = {
    "everywhere": "Everywhere",
    "home": "Home",
    "meeting": "Meeting, anywhere in it",
    "agenda": "Meeting, in the agenda",
    "editor": "Meeting, while typing minutes",
    "record": "The whole record",
    "roll call": "Roll call",
    "committee": "Committee",
    "doubts": "Doubts",
    "resolutions": "Resolutions",
    "form": "Forms",
    "choice": "Choosing from a list",
}

SAFE_CHORDS = frozenset(f"ctrl+{letter}" for letter in "sfnotrglbpqz") | {"ctrl+underscore"}
"""Chords that arrive everywhere, and ctrl+z, which acts where text is edited as people expect."""
SAFE_KEYS = frozenset(
    "up down left right enter escape tab shift+tab space pageup pagedown home end backspace "
    "delete question_mark slash plus left_square_bracket right_square_bracket".split()
) | {f"f{number}" for number in range(1, 10)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One thing to do and the keys that do it, the first of them named in the footer.

    `action` empty: the widget that has the focus does it by itself; the table only tells of it.
    """

    id: str
    keys: tuple[str, ...]
    action: str
    word: str
    sentence: str
    where: Where
    footer: bool = False
    priority: bool = False
    """True where the widget with the focus has another meaning for the key."""

    @property
    def shown(self) -> str:
        """The keys as people write them: "Ctrl+N or F8"."""
        return " or ".join(key_name(key) for key in self.keys)


def _key(
    where: Where,
    id: str,
    keys: str,
    action: str,
    word: str,
    sentence: str,
    *,
    footer: bool = False,
    priority: bool = False,
) -> Key:
    return Key(
        id=id,
        keys=tuple(keys.split()),
        action=action,
        word=word,
        sentence=sentence,
        where=where,
        footer=footer,
        priority=priority,
    )


TABLE: tuple[Key, ...] = (
    # --- everywhere
    _key(
        "everywhere",
        "back",
        "escape",
        "back",
        "Back",
        "One step back; nothing typed is ever lost by it.",
    ),
    _key(
        "everywhere",
        "help",
        "f1 question_mark",
        "help",
        "Help",
        "The keys that work here. ? does it where no text is being typed.",
        footer=True,
    ),
    _key(
        "everywhere",
        "palette",
        "ctrl+p",
        "app.command_palette",
        "Palette",
        "Every command by name, and every meeting: type part of it.",
    ),
    _key(
        "everywhere",
        "find",
        "ctrl+f",
        "find",
        "Find",
        "Every resolution of every committee, found as you type.",
    ),
    _key(
        "everywhere",
        "quit",
        "ctrl+q",
        "app.quit",
        "Quit",
        "Leaves Clerk; everything is saved already.",
    ),
    # --- home
    _key("home", "open", "enter", "", "Open", "Opens the meeting or committee.", footer=True),
    _key("home", "new-meeting", "n", "new_meeting", "New", "Calls a meeting.", footer=True),
    _key(
        "home",
        "new-committee",
        "c",
        "new_committee",
        "Committee",
        "Adds a committee by hand.",
        footer=True,
    ),
    _key(
        "home",
        "import",
        "i",
        "import_paper",
        "Import",
        "Reads an agenda pack or minutes from a file.",
        footer=True,
    ),
    _key(
        "home",
        "resolutions",
        "r",
        "find",
        "Resolutions",
        "Every resolution, found as you type.",
        footer=True,
    ),
    _key(
        "home",
        "members",
        "m",
        "members",
        "Members",
        "Who sits on the committee of the line chosen.",
        footer=True,
    ),
    _key("home", "filter", "slash", "filter", "Filter", "Shows only lines with the words typed."),
    _key(
        "home",
        "undo-register",
        "u",
        "undo",
        "Undo",
        "Takes back the last change of committees and people, or the last import.",
    ),
    # --- meeting
    _key(
        "meeting",
        "next-item",
        "ctrl+n f8",
        "next_item",
        "Next",
        "The next item of the agenda, ready to type.",
        footer=True,
        priority=True,
    ),
    _key(
        "meeting",
        "previous-item",
        "ctrl+b f7",
        "previous_item",
        "Previous",
        "The item before, ready to type.",
        priority=True,
    ),
    _key(
        "meeting",
        "go-to",
        "ctrl+g f6",
        "go_to",
        "Go to",
        "Any item: type part of its reference or title.",
        footer=True,
        priority=True,
    ),
    _key(
        "meeting",
        "agenda",
        "ctrl+l f2",
        "agenda",
        "Agenda",
        "To the agenda, where bare letters act.",
        footer=True,
    ),
    _key(
        "meeting",
        "roll-call",
        "ctrl+r f4",
        "roll_call",
        "Roll call",
        "Who is here: one key a member.",
        footer=True,
    ),
    _key(
        "meeting",
        "whole-record",
        "ctrl+t f3",
        "whole_record",
        "Record",
        "The whole record as it will print.",
        footer=True,
    ),
    _key(
        "meeting",
        "export",
        "ctrl+o f9",
        "export",
        "Word",
        "Writes the minutes as a Word file and opens it.",
        footer=True,
    ),
    _key(
        "meeting",
        "save",
        "ctrl+s",
        "save",
        "Save",
        "Saves at once; it happens by itself at each pause.",
    ),
    # --- agenda
    _key("agenda", "minute", "enter", "", "Minute", "Types the minute of this item."),
    _key(
        "agenda",
        "add-items",
        "a",
        "add_items",
        "Add",
        "Adds items before this one: typed or pasted, one a line.",
        footer=True,
    ),
    _key(
        "agenda",
        "standing-items",
        "s",
        "standing_items",
        "Standing",
        "Adds the last meeting's standing items that are not there yet.",
    ),
    _key(
        "agenda",
        "rename-item",
        "r",
        "rename",
        "Rename",
        "Another title or reference for the item, and for its minute.",
        footer=True,
    ),
    _key(
        "agenda",
        "move-up",
        "left_square_bracket",
        "move_up",
        "Earlier",
        "Moves the item one place earlier.",
    ),
    _key(
        "agenda",
        "move-down",
        "right_square_bracket",
        "move_down",
        "Later",
        "Moves the item one place later.",
    ),
    _key(
        "agenda",
        "withdraw-item",
        "w",
        "withdraw",
        "Withdraw",
        "The item stays on the agenda as withdrawn; again, and it stands.",
    ),
    _key(
        "agenda",
        "remove-item",
        "delete",
        "remove",
        "Strike off",
        "Takes the item off the agenda; it must have no minute.",
    ),
    _key(
        "agenda",
        "loose-minute",
        "m",
        "loose_minute",
        "No item",
        "A minute that belongs to no item, such as announcements.",
    ),
    _key(
        "agenda",
        "details",
        "e",
        "details",
        "Details",
        "Time, place, and the first minute number where it is not the next.",
    ),
    _key("agenda", "doubts", "d", "doubts", "Doubts", "What the import was not sure of."),
    _key(
        "agenda",
        "publish",
        "p",
        "publish",
        "Publish",
        "Fixes the numbers and freezes the record; undo takes it back.",
        footer=True,
    ),
    _key(
        "agenda",
        "take-back",
        "b",
        "take_back",
        "Take back",
        "Takes a publication back, with the reason, so that the minutes can change.",
    ),
    _key(
        "agenda",
        "undo",
        "u ctrl+z",
        "undo",
        "Undo",
        "Takes back the last change of this meeting and says what it was.",
        footer=True,
    ),
    _key("agenda", "redo", "y", "redo", "Redo", "Does again what was taken back."),
    # --- editor
    _key(
        "editor",
        "undo-text",
        "ctrl+z",
        "",
        "Undo text",
        "Takes back the last typing in this minute, from earlier days too.",
    ),
    _key("editor", "leave-editor", "escape", "", "Agenda", "Back to the agenda."),
    # --- record
    _key("record", "scroll", "up down pageup pagedown", "", "Scroll", "Reads on."),
    # --- roll call
    _key(
        "roll call",
        "present",
        "p",
        "mark('present')",
        "Present",
        "Present, and on to the next line.",
        footer=True,
    ),
    _key("roll call", "apologies", "a", "mark('apologies')", "Apologies", "Apologies.", footer=True),
    _key(
        "roll call",
        "substitute",
        "s",
        "substitute",
        "Substitute",
        "Someone sits for this member: type two or three letters.",
        footer=True,
    ),
    _key("roll call", "absent", "x", "mark('absent')", "Absent", "Absent.", footer=True),
    _key("roll call", "remote", "r", "mark('remote')", "Remote", "Takes part from afar."),
    _key(
        "roll call",
        "everyone",
        "e",
        "everyone",
        "All others",
        "Everyone not marked yet is present.",
        footer=True,
    ),
    _key(
        "roll call",
        "officer",
        "o",
        "officer",
        "Officer",
        "An officer in attendance: pick, or type a name, a comma and the post.",
        footer=True,
    ),
    _key(
        "roll call",
        "other",
        "plus",
        "other",
        "Also here",
        "Another member or a guest who is also present.",
    ),
    _key(
        "roll call",
        "clear-mark",
        "backspace delete",
        "clear_mark",
        "Unmark",
        "Takes the mark away: back to expected.",
    ),
    _key("roll call", "undo-mark", "u ctrl+z", "undo", "Undo", "Takes back the last mark."),
    # --- committee
    _key(
        "committee",
        "day-before",
        "left",
        "day(-1)",
        "Day before",
        "The seats as on the day before.",
        footer=True,
        priority=True,
    ),
    _key(
        "committee",
        "day-after",
        "right",
        "day(1)",
        "Day after",
        "The seats as on the day after.",
        footer=True,
        priority=True,
    ),
    _key(
        "committee",
        "month-before",
        "pageup",
        "month(-1)",
        "Month back",
        "The seats as a month earlier.",
        priority=True,
    ),
    _key(
        "committee",
        "month-after",
        "pagedown",
        "month(1)",
        "Month on",
        "The seats as a month later.",
        priority=True,
    ),
    _key("committee", "today", "t", "today", "Today", "The seats as they stand today."),
    _key(
        "committee",
        "type-date",
        "d",
        "type_date",
        "Date",
        "The seats as on a day that you type.",
        footer=True,
    ),
    _key(
        "committee",
        "add-member",
        "a",
        "add_member",
        "Add",
        "A member takes a seat of a group from a day on.",
        footer=True,
    ),
    _key(
        "committee",
        "mend-name",
        "e",
        "mend_name",
        "Mend name",
        "Puts a misread name right, everywhere but in what is published.",
        footer=True,
    ),
    _key(
        "committee",
        "committee-meeting",
        "n",
        "new_meeting",
        "New",
        "Calls a meeting of this committee.",
        footer=True,
    ),
    _key(
        "committee",
        "undo-committee",
        "u",
        "undo",
        "Undo",
        "Takes back the last change of committees and people.",
    ),
    # --- doubts
    _key(
        "doubts",
        "settle",
        "enter",
        "",
        "Right",
        "It was read right: the doubt is settled.",
        footer=True,
    ),
    _key(
        "doubts",
        "mend",
        "e",
        "mend",
        "Mend",
        "Mends the name, title or text in doubt, and settles it.",
        footer=True,
    ),
    _key(
        "doubts",
        "jump",
        "j",
        "jump",
        "Go there",
        "To the minute or item in doubt; the doubt stays.",
        footer=True,
    ),
    _key("doubts", "undo-doubt", "u ctrl+z", "undo", "Undo", "Takes back the last change."),
    # --- resolutions
    _key(
        "resolutions",
        "open-resolution",
        "enter",
        "",
        "Open",
        "Opens the meeting at that minute.",
        footer=True,
    ),
    # --- form
    _key("form", "next-field", "tab", "", "Next", "The next field.", footer=True),
    _key(
        "form",
        "done",
        "ctrl+s",
        "done",
        "Done",
        "Does it. Enter does it from the last line, too.",
        footer=True,
    ),
    _key("form", "cancel", "escape", "cancel", "Back", "Back; what was typed is kept.", footer=True),
    # --- choice
    _key("choice", "pick", "enter", "", "Choose", "Takes the line that is marked.", footer=True),
    _key("choice", "leave-choice", "escape", "answer_none", "Back", "Back without choosing."),
)


def of(*where: Where) -> tuple[Key, ...]:
    """The entries of the table for these places, in its order."""
    return tuple(key for key in TABLE if key.where in where)


def bindings(*where: Where) -> list[BindingType]:
    """The entries as Textual's bindings; each key keeps its id, so that it can be mapped anew."""
    return list(_bindings(of(*where)))


def key_name(key: str) -> str:
    """A key as it is written on a keyboard: "Ctrl+N", "F8", "[", "Page Up"."""
    return "+".join(_NAMES.get(part, _capital(part)) for part in key.split("+"))


def keys_table() -> str:
    """The table in Markdown, for the README."""
    lines = ["| Where | Key | What it does |", "|---|---|---|"]
    for key in TABLE:
        shown = " or ".join(f"`{key_name(name)}`" for name in key.keys)
        lines.append(f"| {WHERE_WORDS[key.where]} | {shown} | {key.sentence} |")
    return "\n".join(lines) + "\n"


_NAMES = {
    "escape": "Esc",
    "question_mark": "?",
    "slash": "/",
    "plus": "+",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "pageup": "Page Up",
    "pagedown": "Page Down",
    "underscore": "_",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


def _capital(part: str) -> str:
    """A bare letter stays small, because a capital would be read as Shift."""
    return part if len(part) == 1 else part.capitalize()


def _bindings(keys: Sequence[Key]) -> Iterator[Binding]:
    for key in keys:
        for at, name in enumerate(key.keys):
            if not key.action:
                continue
            yield Binding(
                name,
                key.action,
                key.word,
                show=key.footer and at == 0,
                key_display=key_name(name),
                priority=key.priority,
                tooltip=key.sentence,
                id=key.id if at == 0 else f"{key.id}-{at + 1}",
            )
