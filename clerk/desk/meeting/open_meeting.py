"""A meeting with its file: what there is, acts, undo, and who else has it open."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from clerk.desk.data_folder import MeetingLedger
from clerk.desk.letting_go import let_go
from clerk.desk.office import Office
from clerk.domain.base import new_id
from clerk.domain.committees import Committee
from clerk.domain.life_acts import why_fixed
from clerk.domain.meeting_acts import MeetingAct, MeetingCalled, MeetingRead
from clerk.domain.meetings import (
    Meeting,
    Minute,
    Report,
)
from clerk.domain.minute_acts import TextEdited
from clerk.domain.printed import Edition, Line, Record
from clerk.errors import ClerkError, NotFoundError, RefusedError, StorageError
from clerk.names import full
from clerk.record.context import Context
from clerk.record.freeze import lines_of_minute, standing_record
from clerk.record.minutes.compose import compose, minute_lines
from clerk.record.numbering import numbers_of
from clerk.record.public import withheld
from clerk.store.lock import HeldError, MeetingLock, is_held
from clerk.when import plain_date


class OpenMeeting:
    """A meeting with its file. Every change is an act, saved before the call returns.

    `held` says who else has the meeting open, `unwritable` why its folder takes no lock; it can
    then be read, and acts are refused.
    """

    def __init__(self, office: Office, path: Path, *, lock: bool = True) -> None:
        self.office = office
        self.path = path
        self._ledger: MeetingLedger = office.load(path)
        self._known = self._ledger.state
        self._context: Context | None = None
        self._lock: MeetingLock | None = None
        self.held = ""
        self.holder = ""
        """The same in a few words: "open with Ann Hale on office-2 since 10.42"."""
        self.held_here = ""
        """The same where the meeting is before the clerk's eyes."""
        self.unwritable = ""
        if lock:
            self._acquire()

    def _acquire(self) -> None:
        lock = self.office.meeting_lock(self.path)
        try:
            lock.acquire()
        except HeldError as error:
            self.held, self.holder = str(error), error.holder.shown
            self.held_here = error.on_screen
        except StorageError as error:
            self.unwritable = str(error)
        else:
            self._lock = lock
            try:
                self._ledger.refresh()  # whoever had it until now may have written since
                self._opened_for_writing()
            except ClerkError:
                self.close()  # nobody holds a desk that was not made, to close it
                raise

    def _opened_for_writing(self) -> None:
        """What is to be done once the lock is ours; nothing here."""

    def close(self, *, left: bool = True) -> None:  # noqa: ARG002
        """Gives the meeting free for others; `left` where the clerk has left it on purpose."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- what there is ------------------------------------------------------------------------

    @property
    def ref(self) -> str:
        """How the meeting is named on the command line: "slug/2012-04-26"."""
        return self.office.ref(self.path)

    @property
    def meeting(self) -> Meeting:
        """The meeting as it stands; one whose making is undone while it is open, as it stood.

        Raises NotFoundError where its making had been undone before.
        """
        self._known = self._ledger.state or self._known
        if self._known is None:
            raise NotFoundError(self._is_no_more())
        return self._known

    @property
    def is_gone(self) -> bool:
        """Whether its making was undone, here or by whoever has it open."""
        return self._ledger.state is None

    def _is_no_more(self) -> str:
        return f"There is no meeting {self.ref} any more: its making was undone."

    @property
    def committee(self) -> Committee:
        """The committee as the register has it."""
        return self.office.committee(self.meeting.committee)

    @property
    def read_only(self) -> str:
        """Why nothing can be changed here, in a sentence; empty where it can."""
        if self.is_gone:
            return self._is_no_more()
        if self.held or self.unwritable:
            return self.held or self.unwritable
        if self._ledger.read_only:
            return "A newer Clerk wrote this meeting: it can be read here, and changed only there."
        return ""

    @property
    def fixed(self) -> str:
        """Why the words of the minutes cannot change, in a sentence; empty where they can."""
        if self.read_only or self.meeting.state == "draft":
            return self.read_only
        return why_fixed(self.meeting)

    @property
    def context(self) -> Context:
        """What composing needs besides the meeting; kept until an act may have changed it."""
        if self._context is None:
            self._context = self.office.context(self.meeting)
        return self._context

    def record(self, edition: Edition = "full") -> Record:
        """The printed record: the published one where there is one, else composed now."""
        published = standing_record(self.meeting, edition)
        if published is not None:  # neither register nor other meetings have a say in it any more
            return published
        return compose(self.meeting, self.context, edition)

    def lines_of(self, minute_id: str) -> tuple[Line, ...]:
        """The lines of one minute, as they stand in the full record."""
        published = standing_record(self.meeting, "full")
        minute = self._minute(minute_id)
        if published is not None:
            return lines_of_minute(published.lines, minute)
        return minute_lines(self.meeting, minute, self.context)

    @property
    def taken(self) -> str:
        """The business that the meeting is on; nothing is known of it here."""
        return ""

    def take(self, business: str, *, out_of_turn: bool = False) -> None:
        """The meeting goes on to this business; where nothing is typed, that is not kept."""

    def numbers(self) -> dict[str, str]:
        """Each minute's number as it prints by itself: fixed, or as it will be."""
        meeting, context = self.meeting, self.context
        found = numbers_of(meeting, context.first_number, context.style, context.nth)
        return {minute: number.text for minute, number in found.items()}

    @property
    def last_said(self) -> str:
        """The last act that is in force, in words; empty where there is none."""
        last = self._ledger.last
        return last.said if last else ""

    @property
    def ledger(self) -> MeetingLedger:
        """The meeting's file, for its history."""
        return self._ledger

    def forget_context(self) -> None:
        """Has the context made anew: another meeting or the register has changed."""
        self._context = None

    def report_of(self, item_id: str) -> Report | None:
        """The report of an agenda item; None where the papers hold none."""
        return next((r for r in self.meeting.reports if item_id and r.item == item_id), None)

    def report_text(self, report: Report) -> str:
        """A report as plain text, from the paper that it was read in; empty where none is kept."""
        if report.source is None:
            return report.text
        place = report.source
        return "\n".join(self.office.paper_lines(place.paper, place.first, place.last))

    def follow(self) -> bool:
        """Reads the meeting again where whoever has it open has written; whether that was so."""
        if not self.read_only:
            return False
        changed = self._ledger.refresh()
        if changed and not self.is_gone:
            self._context = None
        return changed

    def take_over(self) -> bool:
        """Whether the meeting is ours to change now: who had it open has closed it, or its folder,
        which took no lock, takes one again.

        Raises StorageError where that cannot be told.
        """
        if not (self.held or self.unwritable) or is_held(self.path, self.office.where):
            return False
        self.held = self.holder = self.held_here = self.unwritable = ""
        self._acquire()
        self._context = None
        return self._lock is not None

    def notices(self) -> tuple[str, ...]:
        """What happened to the file since this was last asked, in sentences for the clerk."""
        said = tuple(self._ledger.notices)
        self._ledger.notices.clear()
        return said

    def name(self, person_id: str) -> str:
        """The person's full name as on the meeting's day."""
        person = self.office.register.people.get(person_id)
        return full(person.name_on(self.meeting.date)) if person else "(name not known)"

    def label(self) -> str:
        """How to name the meeting to a reader: "Environment Committee, 26 April 2012"."""
        return f"{self.committee.name_on(self.meeting.date)}, {plain_date(self.meeting.date)}"

    # --- acts ---------------------------------------------------------------------------------

    def do(self, act: MeetingAct, said: str) -> None:
        """Does an act and saves it.

        Raises RefusedError where it does not fit or the meeting is open elsewhere, StorageError
        where it cannot be saved; then nothing has changed.
        """
        self._refuse_read_only()
        if isinstance(act, TextEdited):
            self._ledger.do(act, said)
            return
        with self._changing():
            self._ledger.do(act, said)

    def do_with_call(self, act: MeetingAct, said: str, called: Meeting) -> Path:
        """Does an act and calls another meeting of the committee, as one change of both files.

        Returns the file of the other; raises as `do` does.
        """
        self._refuse_read_only()
        change = new_id()
        with self._changing(), self.office.register_lock():
            planned = self._ledger.plan(act, said, change)
            other, made = self.office.plan_call(called, change)
            changes = (self._ledger.change(planned), other.change(made))
            stored = self.office.write_together(changes, self.path)
            self._ledger.adopt(planned, stored[0])
        return other.path

    def undo(self, *, making: bool = False) -> str:
        """Takes back the last act and says what it was; the meeting's own `making` only if asked.

        An act that changed other files too is undone in all of them, or refused in a sentence.
        """
        self._refuse_read_only()
        last = self._ledger.last
        if last is None:
            raise RefusedError("There is nothing left to undo in this meeting.")
        if not making and self.only_making_is_left:
            raise RefusedError(
                f"Nothing is left to undo in this meeting but its making ({last.said}): "
                "u in its agenda, twice, takes that back."
            )
        with self._changing():
            if last.change:
                self.office.undo_change(last.change, self.path)
                self._ledger.load()
            else:
                self._ledger.save(self._ledger.plan_undo())
        return last.said

    @property
    def only_making_is_left(self) -> bool:
        """Whether undo would take back the making of the meeting itself."""
        last = self._ledger.last
        begun = last is not None and isinstance(last.act, MeetingCalled | MeetingRead)
        return begun and self._ledger.plan_undo().state is None

    def redo(self) -> str:
        """Does again what was undone last, and says what it was; raises RefusedError."""
        self._refuse_read_only()
        planned = self._ledger.plan_redo()
        with self._changing():
            if planned.entries[-1].change:
                self.office.redo_change(planned.entries[-1].change, self.path)
                self._ledger.load()
            else:
                self._ledger.save(planned)
        return planned.said

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Around a change of more than words: the context is made anew, and what is withheld now
        leaves what was kept for speed."""
        before = self._withheld()
        yield
        if not self.is_gone:
            self._context = None
        if self._withheld() - before:
            let_go(self.office, self.path)

    def _withheld(self) -> set[str]:
        return set(withheld(self._ledger.state)) if self._ledger.state else set()

    def _refuse_read_only(self) -> None:
        if self.unwritable:
            raise StorageError(self.unwritable)
        if self.read_only:
            raise RefusedError(self.read_only)

    def _minute(self, minute_id: str) -> Minute:
        minute = self.meeting.minute(minute_id)
        if minute is None:
            raise NotFoundError("That minute is not there any more.")
        return minute


def meeting_on(office: Office, committee_id: str, day: dt.date) -> tuple[Path, Meeting] | None:
    """The first meeting of a committee on a day; None if it has none."""
    body = office.committee(committee_id)
    for path in office.meeting_paths(body.slug):
        if path.stem[:10] == day.isoformat():
            meeting = office.load(path).state
            if meeting is not None:
                return path, meeting
    return None
