"""Keys in lists over all meetings, and in what is read. How a row is read: see `screens.keys`."""

LISTS = """
[resolutions]
open-resolution | enter | - | Open *
    Opens the meeting at that minute.

[actions]
settle-action | enter | - | Done *
    Done today; among the done ones, open again.
with-done | d | with_done | Done ones *
    Shows the done ones too, or the open ones alone.
go-to-action | j | go_there | Go there *
    Opens the minute in which it was undertaken.

[phrases]
change-phrase | enter | - | Change *
    Another code or other words for the marked phrase.
new-phrase | ctrl+n | new_phrase | New *!
    A phrase with a code of its own.
remove-phrase | ctrl+d | remove_phrase | Take away *!
    Takes the marked code away; a shipped one, too.

[page]
read-on | up down pageup pagedown | - | Read on
    Reads on.
"""
