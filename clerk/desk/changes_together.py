"""Changes that touched several files: saved as one, taken back and done again in all of them."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from clerk.desk.data_folder import DataFolder
from clerk.desk.ledger import Ledger, Planned
from clerk.desk.words import all_of
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
        files = self._files_of(change, open_here)
        _refuse_moved([n for n, each in files if not _stands_last(each.last, change)], "undone")
        with self.register_lock():
            plans = [(each, each.plan_undo()) for _, each in files]
            for ledger, planned in plans:
                if ledger is self._register:
                    self._refuse_orphans(planned.state, [each.path for _, each in files])
            last = files[0][1].last
            self._save_together(plans, open_here)
        return last.said if last else ""

    def redo_change(self, change: str, open_here: Path | None = None) -> str:
        """Does a change of several files again in all of them; raises as `undo_change` does."""
        files = self._files_of(change, open_here)
        moved = [name for name, each in files if not _stands_last(each.last_undone, change)]
        _refuse_moved(moved, "done again")
        with self.register_lock():
            plans = [(each, each.plan_redo()) for _, each in files]
            self._save_together(plans, open_here)
        return plans[0][1].said

    def _files_of(self, change: str, open_here: Path | None) -> list[tuple[str, Ledger[Any, Any]]]:
        """What a change touched, each file by its name: the register, if it was one of them, first.

        One without the register stays within the committee of the meeting that is open, whose
        file comes first then; a file that cannot be read might be one of those meant.
        """
        self._register.refresh()
        in_register = _has_part_in(self._register, change)
        slug = "" if in_register or open_here is None else open_here.parent.name
        paths = [path for path in self.meeting_paths(slug) if _holds(path, change)]
        paths.sort(key=lambda path: path != open_here)
        meetings = [(self.ref(path), self.load(path)) for path in paths]
        found = [(name, each) for name, each in meetings if _has_part_in(each, change)]
        return [("the register", self._register), *found] if in_register else [*found]

    def _save_together(
        self, plans: Sequence[tuple[Ledger[Any, Any], Planned[Any]]], open_here: Path | None
    ) -> None:
        changes = [ledger.change(planned) for ledger, planned in plans]
        stored = self.write_together(changes, open_here)
        for (ledger, planned), written in zip(plans, stored, strict=True):
            ledger.adopt(planned, written)

    def _refuse_orphans(self, register: Register, leaving: Sequence[Path] = ()) -> None:
        """Raises RefusedError where a meeting needs someone or something `register` lacks."""
        found = self.summaries()
        needing = [
            self.ref(path)
            for path, _ in found
            if path not in leaving and not _has_all(register, found.skeleton(path))
        ]
        if needing:
            whose = "its" if len(needing) == 1 else "their"
            raise RefusedError(
                f"This cannot be undone: {all_of(needing)} would be left without {whose} committee "
                f"or {whose} people. Undo what was done there first."
            )


def _stands_last(entry: Entry[Any] | None, change: str) -> bool:
    return entry is not None and entry.change == change


def _has_part_in(ledger: Ledger[Any, Any], change: str) -> bool:
    return any(entry.change == change for entry in ledger.entries)


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
