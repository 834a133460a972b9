"""Keys in a meeting: its agenda, minutes and doubts. How a row is read: see `screens.keys`."""

MEETING = """
[meeting]
next-item | ctrl+n f8 | next_item | Next *!
    The next item of the agenda, ready to type.
previous-item | ctrl+b f7 | previous_item | Previous !
    The item before, ready to type.
usual | ctrl+e | usual | Usual *!~
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
save | ctrl+s | save | Save ~
    Saves at once; it happens by itself at each pause.
action | ctrl+u | undertake | Action !~
    Keeps what the sentence under the cursor undertakes as an action: who, what, by when.

[agenda]
minute | enter | - | Type *
    Types the minute of this item.
add-items | a | add_items | Add *~
    Adds items before this one: typed or pasted, one a line.
standing-items | s | standing_items | Standing ~
    Adds the last meeting's standing items that are not there yet.
rename-item | r | rename | Rename *~
    Another title or reference for the item, and for its minute.
move-up | left_square_bracket | move_up | Earlier ~
    Moves the item one place earlier.
move-down | right_square_bracket | move_down | Later ~
    Moves the item one place later.
withdraw-item | w | withdraw | Withdraw ~
    The item stays on the agenda as withdrawn; again, and it stands.
take-now | n | take_now | Now *~
    The meeting goes on to this item, in its turn or not; the order taken is kept.
taken-earlier | comma | taken_earlier | Took before ~
    This minute one place earlier in the order taken.
taken-later | full_stop | taken_later | Took after ~
    This minute one place later in the order taken.
together | l | take_together | Together ~
    One minute for this item and another; on the second of them, each by itself again.
urgent | z | urgent_item | Urgent ~
    Adds an item as urgent, with the reason that the minutes must state.
defer-item | f | defer | Defer ~
    The item stays on the agenda as deferred; again, and it stands.
heading | h | heading | Heading ~
    A heading above this item, or other words for the one that is there.
why-here | q | why | Why
    Why a line prints as it does, as Ctrl+_ while typing.
copy | k | copy | Copy
    The minute as plain text, public words alone, on the clipboard and in a file.
phrases-here | slash | phrases | Phrases
    Phrases by code: what Tab puts for irq or rn; a new one is offered at once.
remove-item | delete | remove | Strike off ~
    Takes the item off the agenda; it must have no minute.
loose-minute | m | loose_minute | No item ~
    A minute that belongs to no item, such as announcements.
details | e | details | Details ~
    Time, place, and the first minute number where it is not the next.
room | o | room | The room *
    Everyone where they are, who may not vote, comings and goings by one key a row.
declarations | i | declarations | Interests *
    Declarations of interest: none, or who, in which item, of what kind.
votes | v | votes | Votes *
    Motions and votes of this item, and every earlier one.
check | c | check | Check *
    What the minutes contradict, themselves or the law, with a jump to each.
exempt | x | exempt | Exempt *~
    Exempt business: the paragraphs, the motion, what the public is told; or the rest of an item.
decisions | equals_sign | decisions | Decisions
    What the meeting decided, on a page.
doubts | d | doubts | Doubts
    What the import was not sure of.
publish | p | publish | Publish *~
    The next step of the minutes: publish (which freezes the record), confirm, sign.
last-minutes | plus | last_minutes | Last ones
    The next step of the last meeting's minutes from here: confirmed at this meeting, then signed.
house-style | g | house_style | House style
    Words, numbers and order of the minutes: choose, and see these minutes change.
documents | j | documents | Documents
    Any document of the meeting: agenda, attendance sheet, decisions; opened, printed, as PDF.
mend-text | t | mend_text | Mend text ~
    Mends what was misread in a paper; of confirmed minutes, enters a later meeting's correction.
take-back | b | take_back | Take back ~
    Takes a publication back, with the reason, so that the minutes can change.
undo | u ctrl+z | undo | Undo *~
    Takes back the last change of this meeting and says what it was; its making if asked twice.
redo | y | redo | Redo ~
    Does again what was taken back.

[editor]
take-all | tab | - | Take
    Takes the words offered behind the cursor: a name, a code's phrase, what comes next.
take-word | right | - | Take word
    Takes one word of them; where nothing is offered, goes on as ever.
undo-text | ctrl+z | - | Undo text ~
    Takes back the last typing in this minute, from earlier days too.
leave-editor | escape | - | Agenda
    Back to the agenda.

[in meeting]
say | ctrl+k f5 | say | Say it *!~
    Says in a line what happened: out chi 11.42, moved ang, sec bur, carried 7-2-1.
notes | ctrl+d | notes | Notes *!
    Your private notes on the meeting, no part of the record; again, and back.

find-here | ctrl+f | find | Find *!
    Finds words in this meeting as you type them; again in the field, in all meetings.

[say line]
do-line | enter | - | Do it *
    Does it. Above the line stands how it will print, and what to look at.
take-name | tab | take | Take *
    Takes the word offered behind the cursor; → does so too.
earlier-line | up | turn_back(1) | Earlier *
    The line said before.
later-line | down | turn_back(-1) | Later
    The line said after it.
leave-line | escape | leave | Back *
    Back to where the cursor was; what was typed waits in the line.

[notes]
leave-notes | ctrl+d escape | leave | Back *!
    Back; the notes are saved as they are typed.

[find]
go-to-passage | enter | - | Go there *
    To the place that is marked, with the cursor in it; ↑ and ↓ mark another.
all-meetings | ctrl+f | everywhere | Everywhere *!
    Looks in the minutes of all meetings, or in this meeting again.
leave-find | escape | leave | Back *!
    Back; the words wait for the next time, at the next place.

[record]
line | up down | - | Line *
    From line to line; below stands why it prints as it does.
next-minute | n | minute(1) | Next *
    The next minute.
minute-before | b | minute(-1) | Before *
    The minute before.
jump-record | ctrl+g f6 | jump | Go to *
    Any minute by its number or title, and any section.
type-minute | enter | - | Type *
    To the typing of this minute.
copy-minute | c | copy | Copy
    This minute as plain text, public words alone, on the clipboard and in a file.
copy-record | k | copy_record | Copy all
    The whole public record as plain text, on the clipboard and in a file.
page | pageup pagedown | - | Page
    A page back or on.

[doubts]
settle | enter | - | Right *~
    It was read right: the doubt is settled.
settle-alike | a | settle_alike | All alike *~
    Every doubt that is uncertain of the same thing was read right.
mend | e | mend | Mend *~
    Opens what puts it right: a name, a title, a text, the front sheet, the members; and settles it.
jump | j | jump | Go there *
    To the minute or item in doubt; the doubt stays.
undo-doubt | u ctrl+z | undo | Undo ~
    Takes back the last change.
"""
