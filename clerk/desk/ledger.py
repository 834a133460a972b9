"""One file as it is worked on: its facts, the log of its acts, undo, each act saved at once."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from clerk.domain.base import new_id
from clerk.domain.log import Entry, Redone, Undone, fold, standing
from clerk.errors import ChangedElsewhereError, DamagedError, RefusedError, StorageError
from clerk.store.elsewhere import away, begin_anew, keep_other, mark_of, put_back_seen
from clerk.store.files import Stored, forget_former, grown, is_stored, peek, read_file, write_file
from clerk.store.sealed import Log
from clerk.store.together import Change

StateT = TypeVar("StateT")
ActT = TypeVar("ActT")

KEPT_ACTS = 1000
"""Acts that stay undoable in a file; older ones are folded into its base when twice as many."""


class Acts(msgspec.Struct, Generic[StateT, ActT], frozen=True, kw_only=True):
    """What is done to a kind of file."""

    type: Any
    """The type of its acts, for msgspec."""
    apply: Callable[[StateT, ActT], StateT]
    """How an act changes what the file holds; raises RefusedError."""
    may_keep: (
        Callable[[StateT, StateT, tuple[Entry[Any], ...]], tuple[StateT, tuple[Entry[Any], ...]]]
        | None
    ) = None
    """What of a base and a log, the last entry done, may still be kept; None: all of it."""


class Kind(msgspec.Struct, Generic[StateT, ActT], frozen=True, kw_only=True):
    """What a kind of file holds and how an act changes it."""

    name: str
    state: Any
    """The type of its state, for msgspec."""
    empty: StateT
    acts: Callable[[], Acts[StateT, ActT]]
    """Loaded when they are first asked for: what stands can be shown without them."""
    below: int = 0
    """How many folders below the data folder its files are."""


class Planned(msgspec.Struct, Generic[StateT], frozen=True, kw_only=True):
    """What a file would hold after a change that has not been saved yet."""

    base: StateT
    state: StateT
    entries: tuple[Entry[Any], ...]
    said: str
    forgets: bool = False
    """Whether something that the file held may be kept no longer, in an older generation either."""


class Ledger(Generic[StateT, ActT]):
    """A file's facts and acts in memory, saved at each act; nothing is held open between."""

    def __init__(
        self,
        path: Path,
        kind: Kind[StateT, ActT],
        now: Callable[[], dt.datetime],
        who: str = "",
    ) -> None:
        self.path = path
        self._kind = kind
        self._now = now
        self._who = who
        self._stored: Stored | None = None
        self._home = ""
        """What tells the data folder in which the file was read from another in its place."""
        self._base = kind.empty
        self.state = kind.empty
        self.entries: tuple[Entry[Any], ...] = ()
        self._log = Log()
        """The entries as they were read or written."""
        self.notices: list[str] = []
        """What the clerk should be told of the file, in sentences."""

    @property
    def exists(self) -> bool:
        """Whether the file has been written."""
        return self._stored is not None

    @property
    def sha256(self) -> str:
        """The checksum of the generation read or written last; empty while there is none."""
        return self._stored.sha256 if self._stored else ""

    @property
    def read_only(self) -> bool:
        """Whether the file is of a newer format, which this Clerk can show but not write."""
        return self._stored is not None and self._stored.read_only

    def load(self) -> "Ledger[StateT, ActT]":
        """Reads the file; raises DamagedError where it is not what Clerk wrote."""
        self._home = self._home_now()
        self._stored = stored = read_file(self.path, self._kind.name)
        act = self._kind.acts().type
        try:
            self._base = self._read(stored.base)
            self.state = self._read(stored.state)
            self.entries = msgspec.convert(stored.acts, tuple[Entry[act], ...])  # type: ignore[valid-type]
            self._log = Log().and_then(stored.acts)
        except msgspec.ValidationError as error:
            raise DamagedError(
                f"{self.path.name} holds something that this Clerk does not know ({error}). "
                "It was left as it is; a newer Clerk may be able to read it."
            ) from error
        return self

    def do(self, act: ActT, said: str) -> None:
        """Applies the act and saves it; raises RefusedError or StorageError, then nothing changed.

        An act that changes nothing is not logged.
        """
        planned = self.plan(act, said)
        if planned.state != self.state:
            self.save(planned)

    def plan(self, act: ActT, said: str, change: str = "") -> Planned[StateT]:
        """What the file would hold after the act."""
        state = self._kind.acts().apply(self.state, act)
        return self._planned(state, self._entry(act, said, change))

    def plan_undo(self) -> Planned[StateT]:
        """What the file would hold without the last act that is in force.

        Raises RefusedError where there is nothing left to undo.
        """
        last = self.last
        if last is None:
            raise RefusedError("There is nothing left to undo.")
        entry = self._entry(Undone(entry=last.id), f"Undone: {last.said}", last.change)
        return self._planned(self._folded((*self.entries, entry)), entry)

    def plan_redo(self) -> Planned[StateT]:
        """What the file would hold with the last undoing taken back.

        Raises RefusedError where the last thing done was not an undoing.
        """
        last = self.entries[-1] if self.entries else None
        undone = self.last_undone
        if last is None or undone is None:
            raise RefusedError("There is nothing to do again.")
        entry = self._entry(Redone(entry=undone.id), f"Done again: {undone.said}", undone.change)
        return self._planned(self._folded((*self.entries, entry)), entry)

    @property
    def last(self) -> Entry[Any] | None:
        """The last act that is in force; None where none is."""
        in_force = standing(self.entries)
        return in_force[-1] if in_force else None

    def save(self, planned: Planned[StateT]) -> None:
        """Writes what was planned; raises StorageError, then memory is as it was.

        Where the file changed outside meanwhile, or was damaged there, what stands is kept aside
        and a notice names it: ours is what the clerk sees and goes on with.
        """
        try:
            stored = self._write(planned)
        except (ChangedElsewhereError, DamagedError):
            if self._stored is None and not self.path.exists():
                raise
            self._make_way()
            stored = self._write(planned)
        self.adopt(planned, stored)
        if planned.forgets:
            forget_former(self.path)

    def _make_way(self) -> None:
        """What stands in the file's place, and was not seen, is kept aside; a notice says how."""
        name = self.path.name
        if not self.path.exists():
            self._refuse_other_home()
            begin_anew(self.path, self._now())
            self._stored = None
            how = (
                "was taken away while it was open here. It was written anew, with everything in it"
            )
        else:
            how = self._keep_standing()
        self.notices.append(f"{name} {how}.")

    def _keep_standing(self) -> str:
        """Another's version or damage kept beside the file; says what became of it."""
        seen = self._stored
        try:
            self._stored, aside = keep_other(self.path, self._kind.name, self._now())
            how, what = "changed", "That version is kept"
        except DamagedError:
            if seen is None or not seen.content:
                raise
            aside = put_back_seen(self.path, seen.content, self._now())
            how, what = "damaged", "What stood there is kept"
        return (
            f"was {how} outside while it was open here. {what} as {aside.name}; "
            "what you see here was saved"
        )

    def _refuse_other_home(self) -> None:
        """Raises StorageError where not the file alone is gone, but the data folder.

        It was moved or unplugged: what is written at its place would be missed when it comes back.
        """
        if self._home and self._home_now() != self._home:
            raise StorageError(away(self._root))

    @property
    def _root(self) -> Path:
        return self.path.parents[self._kind.below]

    def _home_now(self) -> str:
        return mark_of(self._root)

    def refresh(self) -> bool:
        """Reads the file again where another has written it; whether that was so."""
        if not is_stored(self.path):
            return False
        if self._stored is not None and peek(self.path) == self._stored.header:
            return False
        self.load()
        return True

    def _write(self, planned: Planned[StateT]) -> Stored:
        return write_file(
            self.path,
            self._kind.name,
            base=self._written(planned.base),
            state=self._written(planned.state),
            acts=self._log_of(planned.entries),
            expected=self._stored,
        )

    def change(self, planned: Planned[StateT]) -> Change:
        """What was planned, as one file of a change of several."""
        return Change(
            path=self.path,
            kind=self._kind.name,
            base=self._written(planned.base),
            state=self._written(planned.state),
            acts=self._log_of(planned.entries),
            expected=self._stored,
        )

    def adopt(self, planned: Planned[StateT], stored: Stored) -> None:
        """Takes over what has been written."""
        self._stored = stored
        self._log = self._log_of(planned.entries)
        self._base, self.state, self.entries = planned.base, planned.state, planned.entries

    def _entry(self, act: Any, said: str, change: str = "") -> Entry[Any]:
        return Entry(id=new_id(), at=self._now(), act=act, said=said, by=self._who, change=change)

    def _planned(self, state: StateT, entry: Entry[Any]) -> Planned[StateT]:
        base, entries = self._base, (*self.entries, entry)
        if len(entries) > 2 * KEPT_ACTS:
            base, entries = self._checkpoint(entries)
        kept, logged = base, entries
        may_keep = self._kind.acts().may_keep
        if may_keep is not None:
            kept, logged = may_keep(base, state, entries)
        forgets = kept is not base or logged != entries
        return Planned(base=kept, state=state, entries=logged, said=entry.said, forgets=forgets)

    def _checkpoint(self, entries: tuple[Entry[Any], ...]) -> tuple[StateT, tuple[Entry[Any], ...]]:
        """Folds the oldest acts into the base, never one that a kept entry takes back."""
        kept = entries[-KEPT_ACTS:]
        reached = {entry.act.entry for entry in kept if isinstance(entry.act, Undone | Redone)}
        old = entries[:-KEPT_ACTS]
        if any(entry.id in reached for entry in old):
            return self._base, entries
        return fold(self._base, old, self._kind.acts().apply), kept

    def _folded(self, entries: tuple[Entry[Any], ...]) -> StateT:
        return fold(self._base, entries, self._kind.acts().apply)

    @property
    def last_undone(self) -> Entry[Any] | None:
        """The entry that was undone last and not done again, while nothing new came after it."""
        redone: set[str] = set()
        for entry in reversed(self.entries):
            if isinstance(entry.act, Redone):
                redone.add(entry.act.entry)
            elif isinstance(entry.act, Undone):
                if entry.act.entry not in redone:
                    return next((e for e in self.entries if e.id == entry.act.entry), None)
                redone.discard(entry.act.entry)
            else:
                return None
        return None

    def _read(self, value: Any) -> StateT:
        if value is None:
            return self._kind.empty
        return msgspec.convert(value, self._kind.state)  # type: ignore[no-any-return]

    def _written(self, state: StateT) -> Any:
        return None if state == self._kind.empty else state

    def _log_of(self, entries: tuple[Entry[Any], ...]) -> Log:
        """The entries as they are written; those that were written before are not made anew."""
        if entries[: len(self.entries)] == self.entries:
            written, fresh = self._log, entries[len(self.entries) :]
        else:
            written, fresh = Log(), entries
        return grown(self.path, written, fresh)
