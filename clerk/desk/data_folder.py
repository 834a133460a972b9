"""A data folder opened: its register, the meetings in it, and the locks on both."""

import datetime as dt
import errno
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from msgspec.structs import replace

from clerk.desk.kinds import MEETING, REGISTER
from clerk.desk.late_ledger import LateLedger
from clerk.desk.ledger import Ledger, Planned
from clerk.desk.styles import Styles
from clerk.desk.summary import Summaries, Summarised
from clerk.desk.typing import left_open
from clerk.domain.committees import Committee
from clerk.domain.meetings import Meeting
from clerk.domain.register import Register
from clerk.errors import ClerkError, DamagedError, NotFoundError, RefusedError, StorageError
from clerk.paths import Home, make_private
from clerk.store.cache_search import SearchIndex
from clerk.store.elsewhere import away, of_copies
from clerk.store.files import is_stored, read_file
from clerk.store.listing import meeting_files
from clerk.store.lock import MeetingLock, is_held, register_lock
from clerk.store.together import finish_interrupted, is_interrupted
from clerk.store.trouble import in_words
from clerk.when import plain_date

if TYPE_CHECKING:
    from clerk.domain.meeting_acts import MeetingAct  # noqa: F401 – for the name in quotes below
    from clerk.domain.register_acts import RegisterAct

_LOST = (
    "{} is missing, and no generation before it is there. Look whether it was moved, or bring it "
    "back from a backup with `clerk restore`."
)
RegisterLedger = LateLedger[Register, "RegisterAct"]
MeetingLedger = Ledger[Meeting | None, "MeetingAct"]


class DataFolder:
    """What stands in a data folder, and who may write there.

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

    def open(self) -> Self:
        """Finishes what was interrupted and reads the register; an empty folder is an office too.

        A register that is damaged, lost or older keeps no meeting from being read: see `last_good`.
        Raises StorageError where the folder cannot be read.
        """
        with in_words("Not read", self.home.root):
            if self.home.root.is_dir():
                self.notices = self.finish_interrupted() + of_copies(self.home.register)
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
            from clerk.desk.astray import of_strangers  # seldom needed
            from clerk.desk.last_good import strangers  # the same, and it opens archives

            self._strangers, said = strangers(self._register.state, self.home)
            self.notices += said + of_strangers(self.home, self._register.state)

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

    def do(self, act: "RegisterAct", said: str) -> None:
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
            return ""  # as most often: then no file is looked at
        path = next((path for path, row in self.summaries() if row.id == meeting_id), None)
        if path is None or self._is_open_now(path):
            return ""
        return self.ref(path)

    def _is_open_now(self, path: Path) -> bool:
        """Whether another Clerk that is alive has the meeting open: its session was not killed."""
        try:
            return is_held(path, self.where)
        except StorageError:
            return True

    def free_path(self, body: Committee, day: dt.date) -> Path:
        """Where a new meeting of the committee on that day is kept."""
        for ordinal in range(1, 100):
            path = self.home.meeting_file(body.slug, day, ordinal)
            if not is_stored(path) or self.load(path).state is None:
                return path
        raise RefusedError(f"{body.name} has a hundred meetings on {plain_date(day)} already.")

    def call(self, meeting: Meeting) -> Path:
        """A meeting made by hand, stored; returns its file. Raises StorageError."""
        ledger, planned = self.plan_call(meeting)
        ledger.save(planned)
        return ledger.path

    def plan_call(
        self, meeting: Meeting, change: str = ""
    ) -> tuple[MeetingLedger, Planned[Meeting | None]]:
        """A meeting made by hand, not stored yet: its file, and what it is to hold.

        `change` is the id of the change of several files that its making is part of.
        """
        from clerk.domain.meeting_acts import MeetingCalled  # as what Home does not need

        body = self.committee(meeting.committee)
        ledger = self.fresh(self.free_path(body, meeting.date))
        self.prepare()
        said = f"Meeting of {body.name} on {plain_date(meeting.date)} made"
        return ledger, ledger.plan(MeetingCalled(meeting=meeting), said, change)

    # --- locks --------------------------------------------------------------------------------

    def register_lock(self) -> MeetingLock:
        """The register's lock, to be held during a write.

        Raises StorageError where the register is lost: none may take its place by chance.
        """
        self._refuse_lost_register()
        return register_lock(self.home, self.who, self.where, self.now())

    def _refuse_lost_register(self) -> None:
        if self._register_trouble and not is_stored(self.home.register):
            raise StorageError(self._register_trouble)

    def meeting_lock(self, path: Path) -> MeetingLock:
        """The lock on a meeting's file, not yet acquired."""
        return MeetingLock(path, self.who, self.where, self.now())

    def prepare(self) -> None:
        """Makes the data folder where it is missing, for the user alone; raises StorageError.

        One that was there and is away is not made anew: it may come back.
        """
        if self._register.exists and not is_stored(self.home.register):
            raise StorageError(away(self.home.root))
        with in_words("The data folder could not be made", self.home.root):
            make_private(self.home.root)


def _has_date(path: Path) -> bool:
    """Whether a file is named after a day of the calendar: Clerk's own always are."""
    try:
        dt.date.fromisoformat(path.stem[:10])
    except ValueError:
        return False
    return True
