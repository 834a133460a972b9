"""Clock, folder, user: the world outside, read here and handed down."""

import datetime as dt
import getpass
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from clerk.clean import text_of
from clerk.desk.office import Office
from clerk.errors import ClerkError, InputError
from clerk.paths import Home, data_home
from clerk.when import read_date

if TYPE_CHECKING:  # the app opens sooner without them
    from argparse import Namespace

    from clerk.desk.meeting.meeting_desk import MeetingDesk


def office_of(asked: "Namespace") -> Office:
    """The office of the folder that was asked for, opened; what was mended is said on stderr."""
    return _opened(unopened_office(asked))


def changing_office(asked: "Namespace") -> Office:
    """The office of a command that is going to change something: the day's copy is made first."""
    office = office_of(asked)
    _keep_dated_copy(office)
    return office


def open_office(home: Home) -> Office:
    """An office in `home`, with the real clock and user; raises StorageError."""
    return _opened(_office(home))


def unopened_office(asked: "Namespace") -> Office:
    """The office of the folder that was asked for, for what must work where it cannot be read."""
    return _office(home_of(asked.home))


def home_of(named: str | None) -> Home:
    """The data folder that was named, or the clerk's own."""
    return Home(data_home(Path(named) if named else None, os.environ))


def _office(home: Home) -> Office:
    return Office(home, now=now, who=_user(), where=_machine())


def _opened(office: Office) -> Office:
    office.open()
    for notice in office.notices:
        print(f"clerk: {notice}", file=sys.stderr)
    return office


def desk_of(asked: "Namespace", *, lock: bool) -> "MeetingDesk":
    """The desk of the meeting that was asked for; `lock` where it is going to change."""
    from clerk.desk.lookup import find_meeting
    from clerk.desk.meeting.meeting_desk import MeetingDesk

    office = changing_office(asked) if lock else office_of(asked)
    return MeetingDesk(office, find_meeting(office, asked.meeting), lock=lock)


def _keep_dated_copy(office: Office) -> None:
    """The day's backup; a disk that has no room for it must not keep a clerk from working."""
    from clerk.desk.care.upkeep import dated_backup  # spares a command that only shows the import

    try:
        dated_backup(office)
    except ClerkError as error:
        print(f"clerk: {error} The day's backup was not made.", file=sys.stderr)


def now() -> dt.datetime:
    """The clock, with its zone."""
    return dt.datetime.now().astimezone()


def day_of(words: str | None, office: Office) -> dt.date | None:
    """The day that was typed, counted from today; None where none was. Raises InputError."""
    return read_date(words, today=office.today) if words else None


def typed() -> str:
    """What stands on standard input, without the line ends behind it; raises InputError."""
    if sys.stdin.isatty():
        return sys.stdin.read().rstrip("\n")
    try:  # not by the system's own reading: on Windows it would take UTF-8 for an old code page
        return text_of(sys.stdin.buffer.read()).rstrip("\n")
    except UnicodeDecodeError as error:
        raise InputError(
            "What came in on standard input is no text in UTF-8. Nothing was changed; save it as "
            "UTF-8 and try again."
        ) from error


if sys.platform == "win32":

    def _machine() -> str:
        """Its name, by which locks tell machines apart."""
        import platform  # which from Python 3.12 on asks Windows far more, and waits for it

        return os.environ.get("COMPUTERNAME") or platform.node()

else:

    def _machine() -> str:
        """Its name, by which locks tell machines apart."""
        return os.uname().nodename


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""  # a system without users: the log then names nobody
