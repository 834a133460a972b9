"""Changes that touched several files: saved as one, taken back and done again in all of them."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from clerk.desk.data_folder import DataFolder, MeetingLedger
from clerk.desk.ledger import Planned
from clerk.domain.log import Entry
from clerk.domain.meetings import Meeting
from clerk.domain.mentioned import people_in
from clerk.domain.register import Register
from clerk.errors import RefusedError
from clerk.store.files import Stored
from clerk.store.storage import checked
from clerk.store.together import Change, write_together


class ChangesTogether(DataFolder):
    """A data folder in which a change of several files is one."""

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

    def redo_register(self) -> str:
        """Does again what was taken back last of the register, in every file; says what it was.

        Raises RefusedError where the last thing done was not an undoing.
        """
        self._refuse_lost_register()
        self._register.refresh()
        undone = self._register.last_undone
        if undone is not None and undone.change:
            return self.redo_change(undone.change)
        with self.register_lock():
            planned = self._register.plan_redo()
            self._register.save(planned)
        return planned.said

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


def _stands_last(entry: Entry[Any] | None, change: str) -> bool:
    return entry is not None and entry.change == change


def _refuse_moved(moved: Sequence[str], what: str) -> None:
    if moved:
        have = "has" if len(moved) == 1 else "have"
        raise RefusedError(
            f"This change cannot be {what}: {' and '.join(moved)} {have} been changed since. "
            "Undo what came after it first."
        )


def _has_all(register: Register, meeting: Meeting) -> bool:
    named = people_in(meeting)
    return meeting.committee in register.committees and named <= register.people.keys()


def _holds(path: Path, words: str) -> bool:
    """Whether the words stand in a meeting's file, which is proved and not taken apart."""
    return words.encode() in checked(path, "meeting")[0]
