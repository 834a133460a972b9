"""Keys for committees and people. How a row is read: see `screens.keys`."""

REGISTER = """
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
redo-committee | y | redo | Redo
    Does again what was taken back last.

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
redo-person | y | redo | Redo
    Does again what was taken back last.

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
redo-vacancy | y | redo | Redo
    Does again what was taken back last.

[table]
take-in | enter | - | Take in *
    Takes all rows in, as one change; none where one is at fault.
table-whole | w | whole | Whole list *
    It lists everybody: whoever sits there besides leaves; again, and they stay.
table-again | r | read_again | Read again *
    Reads the file again, once it is mended; of a pasted list, goes back to what was pasted.
table-committee | c | committee | Committee *
    The committee of rows that name none.
table-day | d | day | From *
    The day of rows that say none.
undo-table | u | undo | Undo *
    Takes the whole table back.
"""
