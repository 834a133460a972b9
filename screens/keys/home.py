"""Keys everywhere, on Home and after an import. How a row is read: see `screens.keys`."""

HOME = """
[everywhere]
back | escape | back | Back *
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
    Takes back what was called off last, else the last change of committees and people, or import.
redo-register | y | redo | Redo
    Does again what was taken back last, an import too.

[imported]
open-imported | enter | - | Open *
    Opens the meeting that is marked; puts another version of a paper in the old one's place.
doubts-imported | d | doubts | Doubts *
    What the import was not sure of, to be settled or mended.
read-on-imported | pagedown | read_on(1) | Read on !
    A page of the account on.
read-back-imported | pageup | read_on(-1) | Read back !
    A page of the account back.
"""
