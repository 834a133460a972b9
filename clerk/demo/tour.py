"""First steps on the invented council, in plain text."""

_WORDS = """\
Wealdshire County Council does not exist, and nothing you do here can do harm:
its people, papers and meetings are kept in a folder of their own.

Three committees are set up. Each met about five weeks ago, and meets again
within a week.

1. Look.     Choose a last meeting with the arrow keys and Enter. Its minutes
             are complete.
2. Minute.   Choose the next meeting of the Environment and Highways Committee.
             Its agenda is on the left. Pick an item and type: the preview shows
             the minute as it will print, numbered on from the last meeting's.
3. Resolve.  Begin a line with RESOLVED that, and it is a resolution; with -
             and it is a bullet; with (a) and it is a limb; with ## and it is
             a sub-heading.
4. Attend.   Mark who is present. One seat is vacant, and one member is new.
5. Finish.   Export the minutes to Word, and open the file.

Everything is saved as you type, and everything can be undone.
"""


def tour() -> str:
    """The steps, for a terminal of 80 columns by 24 rows."""
    return _WORDS
