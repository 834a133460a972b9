"""Actions of meetings: noted from a minute, mended, done; and the list of what is open."""

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.desk.row import Row
from clerk.desk.words import one_line, tidied
from clerk.domain.action_acts import ActionChanged, ActionNoted, ActionRemoved
from clerk.domain.actions import Action
from clerk.domain.base import new_id
from clerk.domain.meetings import Meeting
from clerk.errors import AmbiguousError, ClerkError, InputError, NotFoundError
from clerk.when import find_dates, plain_date, read_date

_BY = re.compile(r"\bby (?P<day>\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+(?: \d{4})?)\b")
_MARK = b'"actions"'
"""What stands in the file of a meeting that has any: other files are not read."""


class ActionRow(Row, frozen=True):
    """An action in a list."""

    id: str
    meeting: str
    """The meeting's ref."""
    committee_name: str
    date: dt.date
    title: str
    """Of the minute."""
    minute: str
    officer: str
    what: str
    due: dt.date | None = None
    done: dt.date | None = None


def note(
    desk: MeetingDesk, minute_id: str, officer: str, what: str, *, due: dt.date | None = None
) -> Action:
    """An action of a minute, stored; its day from the words where none is given."""
    words = one_line(what, "action")
    action = Action(
        id=new_id(),
        minute=minute_id,
        what=words,
        officer=tidied(officer),
        due=due or _due_in(words, desk.meeting.date),
    )
    desk.do(ActionNoted(action=action), words_of(action).rstrip("."))
    return action


def change(
    desk: MeetingDesk, action: Action, officer: str, what: str, due: dt.date | None
) -> Action:
    """The action with other words, officer or day."""
    changed = replace(action, officer=tidied(officer), what=one_line(what, "action"), due=due)
    desk.do(ActionChanged(action=changed), words_of(changed).rstrip("."))
    return changed


def strike_out(desk: MeetingDesk, action: Action) -> None:
    """It was no action."""
    desk.do(ActionRemoved(action=action.id), f"Struck out: {words_of(action).rstrip('.')}")


def done(desk: MeetingDesk, action: Action, on: dt.date | None) -> None:
    """Done on a day; None: open again."""
    said = "Done" if on else "Open again"
    desk.do(
        ActionChanged(action=replace(action, done=on)), f"{said}: {words_of(action).rstrip('.')}"
    )


def kept_of(desk: MeetingDesk, minute_id: str, what: str) -> Action | None:
    """The action that was noted of these words of the minute already."""
    return next((a for a in desk.meeting.actions if (a.minute, a.what) == (minute_id, what)), None)


def words_of(action: Action) -> str:
    """ "Action: Mr Pell to provide Members with the figures, by 5 May 2026." """
    who = f"{action.officer} to {action.what}" if action.officer else action.what
    by = f", by {plain_date(action.due)}" if action.due and not _BY.search(action.what) else ""
    return f"Action: {who}{by}."


def listed(office: Office, committee: str = "", *, every: bool = False) -> tuple[ActionRow, ...]:
    """The open actions, those due first before the others; with `every` the done ones as well.

    `committee` is a slug. A file that cannot be read hides no other.
    """
    rows = (row for path in office.meeting_paths(committee) for row in _of_file(office, path))
    kept = [row for row in rows if every or row.done is None]
    return tuple(sorted(kept, key=_when))


class OpenActions:
    """The open actions of every meeting; only files that have changed are read again."""

    def __init__(self) -> None:
        self._kept: dict[Path, tuple[tuple[int, int], tuple[ActionRow, ...]]] = {}

    def listed(self, office: Office) -> tuple[ActionRow, ...]:
        """Those due first before the others, as `listed` has them."""
        kept = {path: self._of(office, path) for path in office.meeting_paths()}
        self._kept = kept
        rows = (row for _, each in kept.values() for row in each)
        return tuple(sorted(rows, key=_when))

    def _of(self, office: Office, path: Path) -> tuple[tuple[int, int], tuple[ActionRow, ...]]:
        with suppress(OSError):
            stat = path.stat()
            mark = (stat.st_mtime_ns, stat.st_size)
            if path in self._kept and self._kept[path][0] == mark:
                return self._kept[path]
            return mark, tuple(row for row in _of_file(office, path) if row.done is None)
        return (0, 0), ()


def find(office: Office, start: str) -> ActionRow:
    """The action whose id begins so; raises NotFoundError or AmbiguousError."""
    found = [row for row in listed(office, every=True) if start and row.id.startswith(start)]
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousError(f"“{start}” begins {len(found)} actions' labels. Type more of it.")
    raise NotFoundError(f"There is no action “{start}”. `clerk actions --all` lists them.")


def settle(office: Office, row: ActionRow, on: dt.date | None) -> str:
    """Marks an action done, or open again where `on` is None; returns what was done in words.

    Raises NotFoundError where it was undone meanwhile.
    """
    path = next(path for path in office.meeting_paths() if office.ref(path) == row.meeting)
    with MeetingDesk(office, path) as desk:
        action = next((each for each in desk.meeting.actions if each.id == row.id), None)
        if action is None:
            raise NotFoundError("That action is not there any more.")
        done(desk, action, on)
        return desk.last_said


def _when(row: ActionRow) -> tuple[dt.date, dt.date, str]:
    return row.due or dt.date.max, row.date, row.meeting


def _of_file(office: Office, path: Path) -> tuple[ActionRow, ...]:
    with suppress(ClerkError, OSError):
        if _MARK in path.read_bytes():
            return tuple(_rows(office, path))
    return ()


def _rows(office: Office, path: Path) -> Iterator[ActionRow]:
    meeting = office.load(path).state
    if meeting is None:
        return
    name = office.committee(meeting.committee).name_on(meeting.date)
    for action in meeting.actions:
        if _hidden(meeting, action):
            continue
        minute = meeting.minute(action.minute)
        yield ActionRow(
            id=action.id,
            meeting=office.ref(path),
            committee_name=name,
            date=meeting.date,
            title=minute.title if minute else "",
            minute=action.minute,
            officer=action.officer,
            what=action.what,
            due=action.due,
            done=action.done,
        )


def _hidden(meeting: Meeting, action: Action) -> bool:
    """Whether it is of exempt business, which no list shows."""
    minute = meeting.minute(action.minute)
    if minute is None:
        return False
    items = [meeting.item(item) for item in minute.items]
    return minute.exempt is not None or any(item and item.exempt for item in items)


def _due_in(words: str, meeting_day: dt.date) -> dt.date | None:
    """The day that the words name behind "by"."""
    said = _BY.search(words)
    if said is None:
        return None
    found = [day for _, day in find_dates(said["day"])]
    if found:
        return found[0]
    try:
        return read_date(said["day"], today=meeting_day)
    except InputError:
        return None
