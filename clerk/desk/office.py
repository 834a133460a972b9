"""A data folder opened: the register, the meetings in it, and the acts that touch several files."""

import datetime as dt
import errno
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from clerk.desk.kinds import MEETING, REGISTER
from clerk.desk.late_ledger import LateLedger
from clerk.desk.ledger import Ledger, Planned
from clerk.desk.series import Series
from clerk.desk.styles import Styles
from clerk.desk.summary import Summaries, Summarised
from clerk.desk.typing import left_open
from clerk.domain.committees import Committee
from clerk.domain.log import Entry
from clerk.domain.meeting_acts import MeetingAct, MeetingCalled
from clerk.domain.meetings import Meeting
from clerk.domain.mentioned import people_in
from clerk.domain.register import Register
from clerk.domain.register_acts import RegisterAct
from clerk.errors import ClerkError, DamagedError, NotFoundError, RefusedError, StorageError
from clerk.paths import Home, make_private
from clerk.record.context import Context, context_of
from clerk.record.numbering import Taken
from clerk.store.cache_search import SearchIndex
from clerk.store.elsewhere import away
from clerk.store.files import Stored, is_stored, read_file
from clerk.store.listing import meeting_files
from clerk.store.lock import MeetingLock, register_lock
from clerk.store.storage import checked
from clerk.store.together import Change, finish_interrupted, is_interrupted, write_together
from clerk.store.trouble import in_words
from clerk.when import plain_date

_LOST = (
    "{} is missing, and no generation before it is there. Look whether it was moved, or bring it "
    "back from a backup with `clerk restore`."
)
RegisterLedger = LateLedger[Register, RegisterAct]
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
        self._register: RegisterLedger = LateLedger(home.register, REGISTER, now, who)
        self._register_trouble = ""
        self._strangers: dict[str, Committee] = {}  # which the register lacks
        self.kept = Summaries(home, lambda path: self.load(path).state)
        self.index = SearchIndex(home)

    def open(self) -> "Office":
        """Finishes what was interrupted and reads the register; an empty folder is an office too.

        A register that is damaged, lost or older keeps no meeting from being read: see `last_good`.
        Raises StorageError where the folder cannot be read.
        """
        with in_words("Not read", self.home.root):
            if self.home.root.is_dir():
                self.notices = self.finish_interrupted()
            elif self.home.root.exists():
                raise NotADirectoryError(errno.ENOTDIR, "not a folder")
        try:
            if is_stored(self.home.register):
                self._register.load()
                self._look_for_strangers()
            elif meeting_files(self.home):
                raise DamagedError(_LOST.format(self.home.register))
        except StorageError as error:
            self._read_with_last_good(str(error))
        return self

    def _look_for_strangers(self) -> None:
        known = {body.slug for body in self._register.state.committees.values()}
        if any(path.name not in known for path in self.home.meetings_dir.glob("*/")):
            from clerk.desk.last_good import strangers  # seldom needed, and it opens archives

            self._strangers, said = strangers(self._register.state, self.home)
            self.notices += said

    def _read_with_last_good(self, trouble: str) -> None:
        from clerk.desk.last_good import last_good  # the same

        found = last_good(self.home)
        self._register.stand_in(found.register)
        self._register_trouble = trouble
        self.notices += (found.said(trouble),)

    def finish_interrupted(self) -> tuple[str, ...]:
        """Completes a change of several files that was cut short, and says so.

        Under the lock, lest it be only under way. Raises StorageError.
        """
        if not self.home.root.is_dir() or not is_interrupted(self.home):
            return ()
        with self.register_lock():
            return finish_interrupted(self.home)

    @property
    def today(self) -> dt.date:
        """The day it is, by the clock that was handed in."""
        return self.now().date()

    # --- the register -----------------------------------------------------------------------

    @property
    def register(self) -> Register:
        """People, committees and papers as they stand."""
        state = self._register.state
        if not self._strangers:
            return state
        return replace(state, committees=self._strangers | state.committees)

    @property
    def register_ledger(self) -> RegisterLedger:
        """The register's file."""
        return self._register

    @cached_property
    def _styles_sum(self) -> str:
        return self.styles.checksum()

    def forget_style(self, name: str) -> None:
        """Has a house style read anew: its file has changed."""
        self.styles.forget(name)
        self.__dict__.pop("_styles_sum", None)

    @property
    def drafts_rest_on(self) -> str:
        """What stays the same while neither the register nor a house style changes."""
        return f"{self._register.sha256} {self._styles_sum}"

    def do(self, act: RegisterAct, said: str) -> None:
        """Does an act on the register and saves it; raises RefusedError or StorageError."""
        self.prepare()
        with self.register_lock():
            self._register.refresh()  # another clerk may have written since we read
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
        return [path for path in meeting_files(self.home, slug) if _has_date(path)]

    def summaries(self, slug: str = "", mark: str = "") -> Summarised:
        """What lists need of every meeting, or of one committee's, without opening every file.

        `mark` is that of the committee's folder, where it is known: see `Summaries.of`.
        """
        return self.kept.of(self.meeting_paths(slug), slug, mark)

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

    def paper_lines(self, paper_id: str, first: int, last: int) -> tuple[str, ...]:
        """Lines of a paper that was read, counted from 1; none where its text is not kept."""
        path = self.home.papers_dir / f"{paper_id}.json"
        if not is_stored(path):
            return ()
        state = read_file(path, "paper").state or {}
        paper = self.register.papers.get(paper_id)
        if paper is None or state.get("sha256") != paper.sha256:
            return ()  # of another version, whose lines stand elsewhere
        return tuple(str(line) for line in state.get("lines", ())[first - 1 : last])

    def left_open(self) -> str:
        """The ref of the meeting in which a killed session was typing; empty where there is none.

        Raises nothing: where it cannot be told, the app opens as ever.
        """
        meeting_id = left_open(self.home.journal_dir)
        if not meeting_id:
            return ""
        return next((self.ref(path) for path, row in self.summaries() if row.id == meeting_id), "")

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

    def context(
        self,
        meeting: Meeting,
        register: Register | None = None,
        *,
        series: Series | None = None,
    ) -> Context:
        """Names, style and first number for composing `meeting`.

        `register` is the one to take names from, where it is not yet the stored one; `series` the
        committee's, where it has been worked out already.
        """
        body = self.committee(meeting.committee)
        name = meeting.style or body.style or self.register.style or self.styles.default
        numbers = series or self.series(body, until=meeting.date)
        return context_of(
            register or self.register,
            body,
            meeting,
            self.styles[name],
            name,
            first_number=numbers.first(meeting),
            nth=numbers.nth(meeting),
            previous=numbers.awaiting_approval(meeting),
            amended=numbers.amended(meeting),
            upcoming=self._upcoming(body, meeting.date),
        )

    def taken(self, committee_id: str) -> tuple[Taken, ...]:
        """The numbers that each meeting of the committee's series uses, in order of date."""
        return self.series(self.committee(committee_id)).taken()

    def _upcoming(self, body: Committee, day: dt.date) -> tuple[dt.date, ...]:
        """The days of a committee's later meetings that are to take place."""
        later = [p for p in self.meeting_paths(body.slug) if p.stem[:10] > day.isoformat()]
        found = self.kept.of(later, body.slug) if later else ()
        return tuple(sorted({summary.date for _, summary in found if summary.took_place}))

    def series(
        self,
        body: Committee,
        *,
        until: dt.date = dt.date.max,
        meetings: Summarised | None = None,
    ) -> Series:
        """The numbers of a committee's meetings up to a day, from their summaries.

        `meetings` are those summaries where they are at hand already.
        """
        if meetings is None:
            paths = self.meeting_paths(body.slug)
            early = [path for path in paths if path.stem[:10] <= until.isoformat()]
            meetings = self.kept.of(early, body.slug)
        usual = body.style or self.register.style or self.styles.default
        return Series(body, meetings, lambda name: self.styles[name or usual])

    # --- undo of changes that touched several files --------------------------------------------

    def undo_register(self) -> str:
        """Takes back the register's last act, in every file that it changed; says what it was."""
        self._refuse_lost_register()
        self._register.refresh()
        last = self._register.last
        if last is None:
            raise RefusedError("There is nothing left to undo in the register.")
        if last.change:
            return self.undo_change(last.change)
        with self.register_lock():
            planned = self._register.plan_undo()
            self._refuse_orphans(planned.state)
            self._register.save(planned)
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
        one is open elsewhere or cannot be read.
        """
        meetings = self._meetings_of(change)
        moved = [self.ref(m.path) for m in meetings if not _stands_last(m.last, change)]
        if not _stands_last(self._register.last, change):
            moved.append("the register")
        _refuse_moved(moved, "undone")
        with self.register_lock():
            planned = self._register.plan_undo()
            self._refuse_orphans(planned.state, [m.path for m in meetings])
            plans = [(ledger, ledger.plan_undo()) for ledger in meetings]
            said = self._register.last.said if self._register.last else planned.said
            self._save_together(planned, plans, open_here)
        return said

    def redo_change(self, change: str, open_here: Path | None = None) -> str:
        """Does a change of several files again in all of them; raises as `undo_change` does."""
        meetings = self._meetings_of(change)
        moved = [self.ref(m.path) for m in meetings if not _stands_last(m.last_undone, change)]
        if not _stands_last(self._register.last_undone, change):
            moved.append("the register")
        _refuse_moved(moved, "done again")
        with self.register_lock():
            planned = self._register.plan_redo()
            plans = [(ledger, ledger.plan_redo()) for ledger in meetings]
            self._save_together(planned, plans, open_here)
        return planned.said

    def _meetings_of(self, change: str) -> list[MeetingLedger]:
        """The meetings that a change touched; a file that cannot be read might be one of them."""
        self._register.refresh()
        ledgers = [self.load(path) for path in self.meeting_paths() if _holds(path, change)]
        return [each for each in ledgers if any(e.change == change for e in each.entries)]

    def _save_together(
        self,
        register: Planned[Register],
        plans: Sequence[tuple[MeetingLedger, Planned[Meeting | None]]],
        open_here: Path | None,
    ) -> None:
        changes = [
            self._register.change(register),
            *(ledger.change(plan) for ledger, plan in plans),
        ]
        stored = self.write_together(changes, open_here)
        self._register.adopt(register, stored[0])

    def _refuse_orphans(self, register: Register, leaving: Sequence[Path] = ()) -> None:
        """Raises RefusedError where a meeting needs someone or something `register` lacks."""
        found = self.summaries()
        needing = [
            self.ref(path)
            for path, _ in found
            if path not in leaving and not _has_all(register, found.skeleton(path))
        ]
        if needing:
            raise RefusedError(
                f"This cannot be undone: {' and '.join(needing)} would be left without its "
                "committee or its people. Undo what was done there first."
            )

    def register_lock(self) -> MeetingLock:
        """The register's lock, to be held during a write.

        Raises StorageError where the register is lost: none may take its place by chance.
        """
        self._refuse_lost_register()
        return register_lock(self.home, self.who, self.where, self.now())

    def _refuse_lost_register(self) -> None:
        if self._register_trouble and not is_stored(self.home.register):
            raise StorageError(self._register_trouble)

    def prepare(self) -> None:
        """Makes the data folder where it is missing, for the user alone; raises StorageError.

        One that was there and is away is not made anew: it may come back.
        """
        if self._register.exists and not is_stored(self.home.register):
            raise StorageError(away(self.home.root))
        with in_words("The data folder could not be made", self.home.root):
            make_private(self.home.root)


def _stands_last(entry: Entry[Any] | None, change: str) -> bool:
    return entry is not None and entry.change == change


def _refuse_moved(moved: Sequence[str], what: str) -> None:
    if moved:
        raise RefusedError(
            f"This change cannot be {what}: {' and '.join(moved)} has been changed since. "
            "Undo what came after it first."
        )


def _has_all(register: Register, meeting: Meeting) -> bool:
    named = people_in(meeting)
    return meeting.committee in register.committees and named <= register.people.keys()


def _holds(path: Path, words: str) -> bool:
    """Whether the words stand in a meeting's file, which is proved and not taken apart."""
    return words.encode() in checked(path, "meeting")[0]


def _has_date(path: Path) -> bool:
    """Whether a file is named after a day of the calendar: Clerk's own always are."""
    try:
        dt.date.fromisoformat(path.stem[:10])
    except ValueError:
        return False
    return True
