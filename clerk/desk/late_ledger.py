"""A file of which most readers want only what stands: its acts are read when they are asked for.

The register of a large council holds as much in its acts and its checkpoint as in what stands.
"""

from typing import Any

import msgspec

from clerk.desk.ledger import ActT, Ledger, StateT
from clerk.domain.log import Entry
from clerk.errors import DamagedError, StorageError
from clerk.store import sealed
from clerk.store.cache_marks import state_in
from clerk.store.files import stored
from clerk.store.sealed import Log, UnsoundError
from clerk.store.storage import checked


class LateLedger(Ledger[StateT, ActT]):
    """A ledger that reads the state first, and the rest of the file at the first need of it.

    Where the file has changed between the two, the state is read again with the rest: whoever
    changes a file refreshes it before, under its lock.
    """

    _late = False

    def load(self) -> "LateLedger[StateT, ActT]":
        """Reads what stands; raises DamagedError where it is not what Clerk wrote."""
        self._home = self._home_now()
        content, header = checked(self.path, self._kind.name)
        try:
            found = state_in(content, header)
            state = msgspec.json.decode(found, type=self._kind.state) if found else None
        except UnsoundError as error:
            raise StorageError(f"Not read: {self.path}: it {error}.") from error
        except msgspec.MsgspecError as error:
            if header.format <= sealed.FORMAT:
                super().load()  # says what is wrong with it, as of any file
                self._late = False
                return self
            raise DamagedError(f"{self.path.name} is of a newer Clerk ({error}).") from error
        self._stored = stored(self.path, header)
        self.state = self._kind.empty if state is None else state
        self._late = True
        return self

    def stand_in(self, state: StateT) -> None:
        """A state to read with while the file cannot be read; nothing can be saved from it."""
        self.state = state

    def _load_whole(self) -> None:
        if self._late:
            super().load()
            self._late = False

    @property
    def entries(self) -> tuple[Entry[Any], ...]:
        """Every act of the file, with those that were undone."""
        self._load_whole()
        return self._entries

    @entries.setter
    def entries(self, entries: tuple[Entry[Any], ...]) -> None:
        self._entries = entries

    @property
    def _base(self) -> StateT:
        self._load_whole()
        return self._checkpointed

    @_base.setter
    def _base(self, base: StateT) -> None:
        self._checkpointed = base

    @property
    def _log(self) -> Log:
        self._load_whole()
        return self._written_log

    @_log.setter
    def _log(self, log: Log) -> None:
        self._written_log = log
