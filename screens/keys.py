"""Every key of Clerk, once: bindings, footer, help, palette, README and tests are made from it.

Only keys that arrive from every usual terminal are used. Bare letters act only where no text is
being typed; function keys are second names; Esc always goes one step back and loses nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast, get_args

from textual.binding import Binding, BindingType

from screens.list_keys import LISTS
from screens.room_keys import ROOM
from screens.workspace_keys import WORKSPACE

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

_TABLE = """
[everywhere]
back | escape | back | Back
    One step back; nothing typed is ever lost by it.
help | f1 question_mark | help | Help *
    The keys that work here. ? does it where no text is being typed.
palette | ctrl+p | app.command_palette | Palette
    Every command by name, and every meeting: type part of it.
find | ctrl+f | find | Find
    Every resolution of every committee, found as you type.
quit | ctrl+q | app.quit | Quit
    Leaves Clerk; everything is saved already.

[home]
open | enter | - | Open *
    Opens the meeting or committee.
new-meeting | n | new_meeting | New *
    Calls a meeting.
new-committee | c | new_committee | Committee *
    Adds a committee by hand.
import | i | import_paper | Import *
    Reads an agenda pack or minutes from a file, or members from a CSV table.
resolutions | r | find | Resolutions *
    Every resolution, found as you type.
members | m | members | Members *
    Who sits on the committee of the line chosen.
doubts-home | d | doubts | Doubts
    What the import of the meeting was not sure of.
call-off | o | call_off | Call off
    The meeting does not take place, or on another day; again, and it takes place after all.
house-style-home | h | house_style | House style
    The words, numbers and order of the committee's minutes: choose, and see them change.
people | p | people | People *
    Everyone in the register, found as you type.
vacancies | v | vacancies | Vacancies
    Vacant seats, chairs, and members nearing six months without attendance.
actions | a | actions | Actions
    What was undertaken in all meetings and is not done yet.
phrases | w | phrases | Phrases
    Phrases by code: what Tab puts for irq or rn; add and change them here.
filter | slash | filter | Filter
    Shows only lines with the words typed.
undo-register | u | undo | Undo
    Takes back the last change of committees and people, or the last import.

[meeting]
next-item | ctrl+n f8 | next_item | Next *!
    The next item of the agenda, ready to type.
previous-item | ctrl+b f7 | previous_item | Previous !
    The item before, ready to type.
usual | ctrl+e | usual | Usual *!
    The house's usual words for this item; of selected words, the resolution that prose holds.
go-to | ctrl+g f6 | go_to | Go to !
    Any item: type part of its reference or title, or its minute's number.
agenda | ctrl+l f2 | agenda | Agenda *!
    To the agenda, where bare letters act.
roll-call | ctrl+r f4 | roll_call | Roll *
    Who is here: one key a member.
whole-record | ctrl+t f3 | whole_record | Record *
    The whole record as it will print.
export | ctrl+o f9 | export | Word *
    Writes the minutes as a Word file and opens it.
why | ctrl+underscore | why | Why !
    Why a line prints as it does: the fact, the act, the style; arrows go to other lines.
save | ctrl+s | save | Save
    Saves at once; it happens by itself at each pause.
action | ctrl+u | undertake | Action !
    Keeps what the sentence under the cursor undertakes as an action: who, what, by when.

[agenda]
minute | enter | - | Minute
    Types the minute of this item.
add-items | a | add_items | Add *
    Adds items before this one: typed or pasted, one a line.
standing-items | s | standing_items | Standing
    Adds the last meeting's standing items that are not there yet.
rename-item | r | rename | Rename *
    Another title or reference for the item, and for its minute.
move-up | left_square_bracket | move_up | Earlier
    Moves the item one place earlier.
move-down | right_square_bracket | move_down | Later
    Moves the item one place later.
withdraw-item | w | withdraw | Withdraw
    The item stays on the agenda as withdrawn; again, and it stands.
take-now | n | take_now | Now *
    The meeting goes on to this item, in its turn or not; the order taken is kept.
taken-earlier | comma | taken_earlier | Took before
    This minute one place earlier in the order taken.
taken-later | full_stop | taken_later | Took after
    This minute one place later in the order taken.
together | l | take_together | Together
    One minute for this item and another; on the second of them, each by itself again.
urgent | z | urgent_item | Urgent
    Adds an item as urgent, with the reason that the minutes must state.
defer-item | f | defer | Defer
    The item stays on the agenda as deferred; again, and it stands.
heading | h | heading | Heading
    A heading above this item, or other words for the one that is there.
why-here | q | why | Why
    Why a line prints as it does, as Ctrl+_ while typing.
copy | k | copy | Copy
    The minute as plain text, public words alone, on the clipboard and in a file.
phrases-here | slash | phrases | Phrases
    Phrases by code: what Tab puts for irq or rn; a new one is offered at once.
remove-item | delete | remove | Strike off
    Takes the item off the agenda; it must have no minute.
loose-minute | m | loose_minute | No item
    A minute that belongs to no item, such as announcements.
details | e | details | Details
    Time, place, and the first minute number where it is not the next.
room | o | room | The room *
    Everyone where they are, who may not vote, comings and goings by one key a row.
declarations | i | declarations | Interests *
    Declarations of interest: none, or who, in which item, of what kind.
votes | v | votes | Votes *
    Motions and votes of this item, and every earlier one.
check | c | check | Check *
    What the minutes contradict, themselves or the law, with a jump to each.
exempt | x | exempt | Exempt *
    Exempt business: the paragraphs, the motion, what the public is told; or the rest of an item.
decisions | equals_sign | decisions | Decisions
    What the meeting decided, on a page.
doubts | d | doubts | Doubts
    What the import was not sure of.
publish | p | publish | Publish *
    The next step of the minutes: publish (which freezes the record), confirm, sign.
last-minutes | plus | last_minutes | Last ones
    The next step of the last meeting's minutes from here: confirmed at this meeting, then signed.
house-style | g | house_style | House style
    Words, numbers and order of the minutes: choose, and see these minutes change.
documents | j | documents | Documents
    Any document of the meeting: agenda, attendance sheet, decisions; opened, printed, as PDF.
mend-text | t | mend_text | Mend text
    Mends what was misread in a paper; of confirmed minutes, enters a later meeting's correction.
take-back | b | take_back | Take back
    Takes a publication back, with the reason, so that the minutes can change.
undo | u ctrl+z | undo | Undo *
    Takes back the last change of this meeting and says what it was.
redo | y | redo | Redo
    Does again what was taken back.

[editor]
take-all | tab | - | Take
    Takes the words offered behind the cursor: a name, a code's phrase, what comes next.
take-word | right | - | Take word
    Takes one word of them; where nothing is offered, goes on as ever.
undo-text | ctrl+z | - | Undo text
    Takes back the last typing in this minute, from earlier days too.
leave-editor | escape | - | Agenda
    Back to the agenda.

[committee]
day-before | left | day(-1) | Day before *!
    The seats as on the day before.
day-after | right | day(1) | Day after *!
    The seats as on the day after.
month-before | pageup | month(-1) | Month back !
    The seats as a month earlier.
month-after | pagedown | month(1) | Month on !
    The seats as a month later.
today | t | today | Today
    The seats as they stand today.
type-date | d | type_date | Date
    The seats as on a day that you type.
replace-member | r | replace | Replace *
    Someone takes the seat: type two or three letters of the name, or a new name.
add-member | a | add_member | Add *
    A member takes a seat of a group from a day on.
paste-list | p | paste_list | Paste list
    Many members at once, from a printed list: "Labour (2): Mr A Pell, Vacancy".
leave-seat | l | leave | Leave *
    The member has resigned, was removed, has died: the seat is vacant from the day shown.
elect | c | elect | Chair *
    The member becomes chair, vice-chair or something else, or gives it up.
open-member | enter | - | Person *
    Everything about the member; on a vacancy: who fills it.
seat-history | h | history | History *
    Who held this seat, when, why and by what source.
differences | b | differences | Between *
    What changed between a day that you type and the day shown.
committee-attendance | m | attendance | Attendance
    Who came how often to this committee's meetings.
add-seat | plus | add_seat | Add seat
    One more seat of a group, vacant, from the day shown.
abolish-seat | delete | abolish_seat | Abolish
    The seat is no more from the day shown; u takes it back.
source | s | source | Source
    The minute, letter or election on which the changes that follow rest.
rules | q | rules | Rules
    Quorum, substitutes, the chair's title, numbering.
rename-committee | w | rename | Rename
    Another name of the committee from a day on.
dissolve | x | dissolve | Dissolve
    The committee is no more from a day on.
mend-name | e | mend_name | Mend name
    Puts a misread name right, everywhere but in what is published.
committee-meeting | n | new_meeting | Meeting
    Calls a meeting of this committee.
export-members | ctrl+o f9 | export | Word
    The membership list of this day as a Word file.
undo-committee | u | undo | Undo *
    Takes back the last change of committees and people.

[people]
open-person | enter | - | Open *
    Everything about one person, and what can change about them.
new-person | ctrl+n | new_person | New *
    Adds a member, an officer or someone else.

[person]
new-name | n | rename | New name *
    Another name, title or honour from a day on; older papers keep the old one.
mend-person | e | mend_name | Mend name *
    Puts a misread name right, everywhere but in what is published.
group | g | group | Group *
    Another political group from a day on; the seats go along or stay.
post | o | post | Post *
    Another post of an officer from a day on.
ward | w | ward | Ward
    The ward or division that a member sits for, from a day on.
interest | i | interest | Interest *
    A standing interest, pointed out where an item names it.
end-interest | x | end_interest | Ended
    An interest that stands no longer.
votes-on | v | votes | Co-opted
    A co-opted member, and on what they may vote.
appoint | a | appoint | Seat *
    A seat on a committee: type letters of its name.
leave-council | l | leave | Leave
    Resigned, died or left the council: every seat and role is vacant.
same-person | s | same | Same as
    Someone else in the register is this very person: drafts follow, records stay.
to-committee | c | committees | Committee
    To a committee on which they sit or sat.
undo-person | u | undo | Undo *
    Takes back the last change of committees and people.

[vacancies]
open-line | enter | - | Fill, open *
    Fills the vacancy; opens the chair's committee, or the page of a member.
show-vacancies | v | view('vacancies') | Vacancies *
    Every vacant seat.
show-chairs | c | view('chairs') | Chairs *
    Every chair, vice-chair and other role.
show-six-months | s | view('six months') | Six months *
    Every councillor, the one whose six months end first at the top.
to-seats | m | members | Seats *
    The committee of the line.
undo-vacancy | u | undo | Undo
    Takes back the last change of committees and people.

[table]
take-in | enter | - | Take in *
    Takes all rows in, as one change; none where one is at fault.
table-committee | c | committee | Committee *
    The committee of rows that name none.
table-day | d | day | From *
    The day of rows that say none.
undo-table | u | undo | Undo *
    Takes the whole table back.

[page]
read-on | up down pageup pagedown | - | Read on
    Reads on.

[house style]
change-style | enter | - | Change *
    The next value, or the words typed anew; the minutes beside change at once.
find-style | slash | find_choice | Find *
    Any choice: type part of what it is about.
usual-style | d | usual | As before
    This choice as it was in the style that you began from.
begin-style | b | begin_from | Begin with *
    Begins from another house style; its minutes are shown.
save-style | s | save | Save *
    Saves it as a style of the council's own, for this committee or this meeting.
undo-style | u ctrl+z | undo | Undo *
    Takes back the last choice.

[form]
next-field | tab | - | Next *
    The next field.
take-offered | right | - | Take
    Takes the words offered behind the cursor.
done | ctrl+s | done | Done *
    Does it. Enter does it from the last line, too.
cancel | escape | cancel | Back *
    Back; what was typed is kept.

[choice]
pick | enter | - | Choose *
    Takes the line that is marked.
leave-choice | escape | answer_none | Back *
    Back without choosing.
"""
"""A place in brackets; then for each thing to do: id | keys | action | word, its sentence below.

`*` puts it in the footer; `!` lets it act though the widget with the focus knows the key otherwise.
An action "-" is done by that widget itself: the table only tells of it.
"""

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
        word=word.rstrip("*! "),
        sentence=sentence.strip(),
        where=cast(Where, where),
        footer="*" in word,
        priority="!" in word,
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

TABLE: tuple[Key, ...] = tuple(_read(_TABLE + ROOM + WORKSPACE + LISTS))
"""Everything there is to do, in the order in which help tells it."""
