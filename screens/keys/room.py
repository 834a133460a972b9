"""Keys for what happens in the room of a meeting. How a row is read: see `screens.keys`."""

ROOM = """
[roll call]
present | p | mark('present') | Present *~
    Present, and on to the next line; who sat for them stands down.
apologies | a | mark('apologies') | Apologies *~
    Apologies.
substitute | s | substitute | Substitute *~
    Someone sits for this member: type two or three letters.
absent | x | mark('absent') | Absent *~
    Absent.
remote | r | mark('remote') | Remote ~
    Takes part from afar.
everyone | e | everyone | All others *~
    Everyone not marked yet is present.
apology-words | w | words | With words ~
    Apologies with words that print behind the name; never a reason of health.
chair-at-roll | c | chair | Chair ~
    Took the chair from the start, because the usual chair did not.
stand-in | i | stand_in | In place ~
    Somebody here in place of another who is no substitute: without a vote.
times | t | times | Times ~
    When the meeting opened and closed.
officer | o | officer | Officer *~
    An officer in attendance: pick, or type a name, a comma and the post.
other | plus | other | Also here ~
    Another member or a guest who is also present.
mend-name-here | n | mend_name | Mend name ~
    Puts a misread name right.
clear-mark | backspace delete | clear_mark | Unmark ~
    Takes the mark away: back to expected.
undo-mark | u ctrl+z | undo | Undo ~
    Takes back the last mark.

[room]
out | o | out | Out *~
    Left the meeting, at the time it is now.
back-in | b | back_in | Back, in *~
    Returned, or arrived; who sat for them stands down.
out-for-item | l | out_for_item(False) | This item *~
    Left the room for this item; back by itself with the next.
out-for-interest | i | out_for_item(True) | Interest *~
    Left the room for this item, having declared an interest.
takes-chair | c | chair | Chair ~
    Presides from now on; from the start where nothing has happened yet.
adjourn | a | adjourn | Adjourn ~
    The meeting is adjourned; again, and it resumes.
readmit | p | readmit | Public in ~
    The public, which was excluded, may come in again.
correct-event | t enter | correct | Time *~
    Another time or item for the event that is marked, or for the one noted last.
strike-event | delete | strike_out | Strike out ~
    Takes the marked event away; Tab goes to what happened.
find-name | slash | jump | Find name
    To a row, by letters of the name.
undo-room | u ctrl+z | undo | Undo *~
    Takes back the last change.

[declarations]
none-declared | n | none | None *~
    Members were asked and nobody declared anything; again, and it is taken back.
declare | a | add | Add *~
    Somebody declares an interest: letters of the name, then the kind's first letter.
accept | enter | - | Take, mend *~
    Accepts what the register offers; corrects what was declared.
stayed | s | did('stayed') | Stayed *~
    Remained in the room; again, and it is taken away.
spoke | p | did('spoke') | Spoke ~
    Spoke on the item.
went-out | l | did('left') | Left *~
    Left the room for the item.
no-vote | v | did('did not vote') | No vote ~
    Stayed and did not vote.
dispensation | d | dispensation | Dispensed ~
    A dispensation had been granted; again, and none had.
sensitive | y | sensitive | Sensitive ~
    A sensitive interest: its nature is dropped, and nowhere kept.
registered | r | registered | Register ~
    On the register already, not on it, or nobody looked: in turn.
withdraw-it | delete | withdraw | Withdraw ~
    Takes the declaration away.
undo-declared | u ctrl+z | undo | Undo *~
    Takes back the last change.

[votes]
move | m | move | Moved *~
    A motion: by whom, seconded by whom, its words.
amend | a | amend | Amend *~
    An amendment to the motion that is marked.
nominate | n | nominate | Nominate ~
    A candidate of an election.
carried | c | decide('carried') | Carried *~
    Carried, without a count.
unanimous | e | decide('carried', True) | Unanimous ~
    Carried unanimously.
lost | l | decide('lost') | Lost ~
    Lost, without a count.
count | k | count | Count *~
    A count, 7-2-1; in an election the votes for each candidate.
by-names | v | names | By names *~
    By names: everyone entitled begins as for, exceptions by a key a row.
casting | g | casting | Casting ~
    The casting vote of whoever presides, added to the vote.
own-vote | r | own_vote | My vote ~
    A member's own vote, recorded at their request.
motion-withdrawn | w | withdrawn | Withdrawn ~
    The motion is withdrawn.
motion-referred | f | refer | Referred ~
    The motion is referred elsewhere.
correct-vote | enter | - | Correct *~
    Corrects the motion or the vote that is marked.
strike-vote | delete | strike_out | Strike out ~
    Takes the marked vote away, or the motion with its votes.
see-decisions | d | decisions | Decisions
    What the meeting decided, on a page.
undo-vote | u ctrl+z | undo | Undo *~
    Takes back the last change.

[vote by names]
vote-for | f | vote('for') | For *~
    For, and on to the next row.
vote-against | a | vote('against') | Against *~
    Against.
vote-abstained | b | vote('abstained') | Abstained *~
    Abstained.
vote-none | n | vote('') | Not voting *~
    Present, and did not vote.
all-for | e | all_for | All for ~
    Everyone present and entitled is for.
record-vote | enter | - | Record *~
    Records the vote; what does not add up stays as a finding.

[decisions]
decisions-word | w | word | Word *
    Writes the list as a Word document in the house style and opens it.
save-decisions | s | save | CSV *
    Writes the list as a CSV file.

[check]
go-there | enter | - | Go there *
    To the minute, the vote or the list that the finding is about.
"""
