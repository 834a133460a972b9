"""Keys where something is asked for or chosen. How a row is read: see `screens.keys`."""

CHOICES = """
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
