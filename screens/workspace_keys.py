"""The part of the table of keys about notes, finding and the whole record: see `screens.keys`."""

WORKSPACE = """
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
"""
