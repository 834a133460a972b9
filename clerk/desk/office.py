"""A data folder opened: the register, the meetings in it, and the acts that touch several files."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from clerk.desk.kinds import MEETING, REGISTER
from clerk.desk.ledger import Ledger
from clerk.desk.styles import Styles
from clerk.domain.committees import Committee
from clerk.domain.log import Entry
from clerk.domain.meeting_acts import MeetingAct, MeetingCalled
from clerk.domain.meetings import Meeting
from clerk.domain.register import Register
from clerk.domain.register_acts import RegisterAct
from clerk.errors import ClerkError, NotFoundError, RefusedError
from clerk.paths import Home, make_private
from clerk.record.context import Context, context_of
from clerk.record.numbering import Taken, first_number, numbers_of
from clerk.store.files import Stored, is_stored, read_file
from clerk.store.listing import meeting_files
from clerk.store.lock import MeetingLock, register_lock
from clerk.store.together import Change, finish_interrupted, is_interrupted, write_together
from clerk.store.trouble import in_words
from clerk.when import plain_date

RegisterLedger = Ledger[Register, RegisterAct]
MeetingLedger = Ledger[Meeting | None, MeetingAct]


class Office:
    """What the command line and the screens work through; the only writer of a data folder.

    `notices` holds what was found and mended on opening, in sentences, for the user to read.
    """

    def __init__(
        self, home: Home, *, now: Callable[[], dt.datetime], who: str = "", where: str = ""
    ) -> None:
        self.home = home
        self.now = now
        self.who = who
        self.where = where
        self.styles = Styles(home.house_styles_dir)
        self.notices: tuple[str, ...] = ()
        self._register: RegisterLedger = Ledger(home.register, REGISTER, now, who)

    def open(self) -> "Office":
        """Finishes what was interrupted and reads the register; an empty folder is an office too.

        Raises StorageError where the folder or the register cannot be read.
        """
        if self.home.root.is_dir():
            self._finish_interrupted()
        if is_stored(self.home.register):
            self._register.load()
        return self

    def _finish_interrupted(self) -> None:
        """Completes a change that was cut short; under the lock, lest it be only under way."""
        if is_interrupted(self.home):
            with self.register_lock():
                self.notices = finish_interrupted(self.home)

    @property
    def today(self) -> dt.date:
        """The day it is, by the clock that was handed in."""
        return self.now().date()

    # --- the register -----------------------------------------------------------------------

    @property
    def register(self) -> Register:
        """People, committees and papers as they stand."""
        return self._register.state

    @property
    def register_ledger(self) -> RegisterLedger:
        """The register's file."""
        return self._register

    def do(self, act: RegisterAct, said: str) -> None:
        """Does an act on the register and saves it; raises RefusedError or StorageError."""
        self.prepare()
        with self.register_lock():
            self._register.do(act, said)

    def committee(self, committee_id: str) -> Committee:
        """The committee with this id; raises NotFoundError."""
        try:
            return self.register.committees[committee_id]
        except KeyError:
            raise NotFoundError("There is no such committee in the register.") from None

    # --- meetings ---------------------------------------------------------------------------

    def meeting_paths(self, slug: str = "") -> list[Path]:
        """The files of every meeting, or of one committee's, in order of date."""
        paths = meeting_files(self.home)
        return [path for path in paths if not slug or path.parent.name == slug]

    def ref(self, path: Path) -> str:
        """How a meeting's file is named on the command line: "slug/2012-04-26"."""
        return f"{path.parent.name}/{path.stem}"

    def load(self, path: Path) -> MeetingLedger:
        """A meeting's file; raises StorageError."""
        return Ledger(path, MEETING, self.now, self.who).load()

    def fresh(self, path: Path) -> MeetingLedger:
        """A file for a meeting that is not there yet, or was undone."""
        ledger: MeetingLedger = Ledger(path, MEETING, self.now, self.who)
        return ledger.load() if is_stored(path) else ledger

    def each_meeting(self, slug: str = "") -> Iterator[tuple[Path, Meeting]]:
        """Every meeting that can be read, with its file; one bad file never hides the others."""
        for path in self.meeting_paths(slug):
            try:
                meeting = self.load(path).state
            except ClerkError:
                continue
            if meeting is not None:
                yield path, meeting

    def find_on(self, committee_id: str, day: dt.date) -> tuple[Path, Meeting] | None:
        """The first meeting of a committee on a day; None if it has none."""
        body = self.committee(committee_id)
        for path in self.meeting_paths(body.slug):
            if path.stem[:10] == day.isoformat():
                meeting = self.load(path).state
                if meeting is not None:
                    return path, meeting
        return None

    def paper_lines(self, paper_id: str, first: int, last: int) -> tuple[str, ...]:
        """Lines of a paper that was read, counted from 1; none where its text is not kept."""
        path = self.home.papers_dir / f"{paper_id}.json"
        if not is_stored(path):
            return ()
        state = read_file(path, "paper").state or {}
        return tuple(str(line) for line in state.get("lines", ())[first - 1 : last])

    def free_path(self, body: Committee, day: dt.date) -> Path:
        """Where a new meeting of the committee on that day is kept."""
        for ordinal in range(1, 100):
            path = self.home.meeting_file(body.slug, day, ordinal)
            if not is_stored(path) or self.load(path).state is None:
                return path
        raise RefusedError(f"{body.name} has a hundred meetings on {plain_date(day)} already.")

    def call(self, meeting: Meeting) -> Path:
        """A meeting made by hand, stored; returns its file. Raises StorageError."""
        body = self.committee(meeting.committee)
        path = self.free_path(body, meeting.date)
        self.prepare()
        said = f"Meeting of {body.name} on {plain_date(meeting.date)} made"
        self.fresh(path).do(MeetingCalled(meeting=meeting), said)
        return path

    # --- what a meeting's record needs --------------------------------------------------------

    def context(self, meeting: Meeting, register: Register | None = None) -> Context:
        """Names, style and first number for composing `meeting`.

        `register` is the one to take names from, where it is not yet the stored one.
        """
        body = self.committee(meeting.committee)
        name = meeting.style or body.style or self.register.style or self.styles.default
        return context_of(
            register or self.register,
            body,
            meeting,
            self.styles[name],
            name,
            first_number=self.first_number(meeting),
            previous=self.awaiting_approval(meeting),
        )

    def first_number(self, meeting: Meeting) -> int:
        """The first minute number: typed, or one more than the last of the series before it."""
        if meeting.first_number is not None:
            return meeting.first_number
        if meeting.minutes and all(minute.number for minute in meeting.minutes):
            return meeting.minutes[0].number.ordinal if meeting.minutes[0].number else 1
        body = self.committee(meeting.committee)
        return first_number(meeting.date, self._last_taken(body, meeting), body.series)

    def taken(self, committee_id: str) -> tuple[Taken, ...]:
        """The numbers that each meeting of the committee's series uses, in order of date."""
        body = self.committee(committee_id)
        return tuple(
            self._taken(body, meeting)
            for _, meeting in self.each_meeting(body.slug)
            if not meeting.reproduced_in
        )

    def awaiting_approval(self, meeting: Meeting) -> tuple[dt.date, ...]:
        """The day of the last meeting before this one, if its minutes are not confirmed."""
        before = self._meetings_before(self.committee(meeting.committee), meeting)
        last = next(before, None)
        return (last.date,) if last and last.state in ("draft", "published") else ()

    def _last_taken(self, body: Committee, meeting: Meeting) -> tuple[Taken, ...]:
        """The numbers of the last meeting before `meeting` that has any.

        Reads backwards and stops there, so that a decade of meetings costs what one does.
        """
        for earlier in self._meetings_before(body, meeting):
            if earlier.minutes:
                return (self._taken(body, earlier),)
        return ()

    def _meetings_before(self, body: Committee, meeting: Meeting) -> Iterator[Meeting]:
        for path in reversed(self.meeting_paths(body.slug)):
            if path.stem[:10] > meeting.date.isoformat():
                continue
            try:
                earlier = self.load(path).state
            except ClerkError:
                continue
            if earlier is None or earlier.id == meeting.id or earlier.reproduced_in:
                continue
            if (earlier.date, path.stem) < (meeting.date, self._stem(meeting)):
                yield earlier

    def _stem(self, meeting: Meeting) -> str:
        body = self.committee(meeting.committee)
        for path in self.meeting_paths(body.slug):
            if path.stem[:10] == meeting.date.isoformat():
                held = self.load(path).state
                if held is not None and held.id == meeting.id:
                    return path.stem
        return f"{meeting.date.isoformat()}~"

    def _taken(self, body: Committee, meeting: Meeting) -> Taken:
        ordinals: list[int] = []
        if meeting.minutes:
            name = meeting.style or body.style or self.register.style or self.styles.default
            style = self.styles[name]
            numbers = numbers_of(meeting, self.first_number(meeting), style)
            ordinals = [number.ordinal for number in numbers.values()]
        return Taken(
            meeting=meeting.id,
            label=plain_date(meeting.date),
            date=meeting.date,
            first=min(ordinals, default=None),
            last=max(ordinals, default=None),
            fixed=meeting.state != "draft",
        )

    # --- undo of changes that touched several files --------------------------------------------

    def undo_register(self) -> str:
        """Takes back the register's last act, in every file that it changed; says what it was."""
        last = self._register.last
        if last is None:
            raise RefusedError("There is nothing left to undo in the register.")
        if last.change:
            return self.undo_change(last.change)
        with self.register_lock():
            self._register.save(self._register.plan_undo())
        return last.said

    def write_together(
        self, changes: Sequence[Change], open_here: Path | None = None
    ) -> tuple[Stored, ...]:
        """Saves several files as one change, none of them open elsewhere meanwhile.

        `open_here` is the meeting whose lock the caller holds. The register's lock is the
        caller's too, since what is saved was planned under it. Raises StorageError.
        """
        with ExitStack() as held:
            for change in changes:
                meeting = change.path.is_relative_to(self.home.meetings_dir)
                if meeting and change.expected is not None and change.path != open_here:
                    held.enter_context(self.meeting_lock(change.path))
            return write_together(self.home, changes)

    def meeting_lock(self, path: Path) -> MeetingLock:
        """The lock on a meeting's file, not yet acquired."""
        return MeetingLock(path, self.who, self.where, self.now())

    def undo_change(self, change: str, open_here: Path | None = None) -> str:
        """Takes back a change of several files in all of them.

        Raises RefusedError, changing nothing, where one of them has moved on; StorageError where
        one is open elsewhere.
        """
        meetings = [
            ledger
            for path in self.meeting_paths()
            if (ledger := self._readable(path)) and any(e.change == change for e in ledger.entries)
        ]
        moved = [self.ref(m.path) for m in meetings if not _stands_last(m.last, change)]
        if not _stands_last(self._register.last, change):
            moved.append("the register")
        if moved:
            raise RefusedError(
                f"This change cannot be undone: {' and '.join(moved)} has been changed since. "
                "Undo what came after it first."
            )
        return self._undo_together(meetings, open_here)

    def _undo_together(self, meetings: list[MeetingLedger], open_here: Path | None) -> str:
        with self.register_lock():
            planned = self._register.plan_undo()
            plans = [(ledger, ledger.plan_undo()) for ledger in meetings]
            changes = [
                self._register.change(planned),
                *(ledger.change(plan) for ledger, plan in plans),
            ]
            stored = self.write_together(changes, open_here)
        said = self._register.last.said if self._register.last else planned.said
        self._register.adopt(planned, stored[0])
        return said

    def _readable(self, path: Path) -> MeetingLedger | None:
        try:
            return self.load(path)
        except ClerkError:
            return None

    def register_lock(self) -> MeetingLock:
        """The register's lock, to be held during a write."""
        return register_lock(self.home, self.who, self.where, self.now())

    def prepare(self) -> None:
        """Makes the data folder where it is missing, for the user alone; raises StorageError."""
        with in_words("The data folder could not be made", self.home.root):
            make_private(self.home.root)


def _stands_last(entry: Entry[Any] | None, change: str) -> bool:
    return entry is not None and entry.change == change
