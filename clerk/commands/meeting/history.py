"""`clerk undo`, `redo`, `history`."""

from argparse import Namespace

from clerk.commands.opening import changing_office, office_of
from clerk.commands.say import say, say_json
from clerk.desk.history import history_of, newest_ledger
from clerk.desk.lookup import find_meeting
from clerk.desk.meeting.meeting_desk import MeetingDesk


def undo(asked: Namespace) -> int:
    """Takes back the last act of a meeting, of the register, or the newest of all."""
    office = changing_office(asked)
    if asked.of == "register":
        said = office.undo_register()
    else:
        path = find_meeting(office, asked.of) if asked.of else newest_ledger(office)
        if path is None:
            said = office.undo_register()
        else:
            with MeetingDesk(office, path) as desk:
                said = desk.undo(making=True)
    say(f"Undone: {said}")
    return 0


def redo(asked: Namespace) -> int:
    """Does again what was undone last in a meeting, in the register, or anywhere."""
    office = changing_office(asked)
    path = None
    if asked.of != "register":
        path = find_meeting(office, asked.of) if asked.of else newest_ledger(office, undone=True)
    if path is None:
        say(office.redo_register())
        return 0
    with MeetingDesk(office, path) as desk:
        say(desk.redo())
    return 0


def history(asked: Namespace) -> int:
    """What was done, oldest first; undone acts are marked so."""
    office = office_of(asked)
    path = None if asked.of == "register" else find_meeting(office, asked.of)
    rows = history_of(office, path)
    if asked.json:
        say_json(rows)
        return 0
    for row in rows:
        by = f" ({row.by})" if row.by else ""
        undone = " [undone]" if row.undone else ""
        say(f"{row.at:%Y-%m-%d %H:%M:%S}{by}  {row.said}{undone}")
    return 0
