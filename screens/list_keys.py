"""The part of the table of keys that holds in lists over all meetings: see `screens.keys`."""

LISTS = """
[imported]
open-imported | enter | - | Open *
    Opens the meeting that is marked; puts another version of a paper in the old one's place.
doubts-imported | d | doubts | Doubts *
    What the import was not sure of, to be settled or mended.
read-on-imported | pagedown | read_on(1) | Read on !
    A page of the account on.
read-back-imported | pageup | read_on(-1) | Read back !
    A page of the account back.

[doubts]
settle | enter | - | Right *
    It was read right: the doubt is settled.
settle-alike | a | settle_alike | All alike *
    Every doubt that is uncertain of the same thing was read right.
mend | e | mend | Mend *
    Opens what puts it right: a name, a title, a text, the front sheet, the members; and settles it.
jump | j | jump | Go there *
    To the minute or item in doubt; the doubt stays.
undo-doubt | u ctrl+z | undo | Undo
    Takes back the last change.

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
"""
