"""The log of a file: acts in order, undo by folding again without what was undone."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

import msgspec

from clerk.domain.base import Fact

ActT = TypeVar("ActT")
StateT = TypeVar("StateT")


class Undone(Fact, frozen=True, tag="undone"):
    """Takes back the entry with this id."""

    entry: str


class Redone(Fact, frozen=True, tag="redone"):
    """Takes back the undoing of the entry with this id."""

    entry: str


class Entry(msgspec.Struct, Generic[ActT], frozen=True, kw_only=True, omit_defaults=True):
    """One act as it was done: when, by whom, and in which change of several files, if any."""

    id: str
    at: dt.datetime
    act: ActT
    said: str = ""
    """The act in words, for history and for what undo says."""
    by: str = ""
    change: str = ""
    """The id of a change that also touched other files; empty for an act of this file alone."""


def standing(entries: Iterable[Entry[ActT]]) -> list[Entry[ActT]]:
    """The entries that are in force: neither undone nor themselves an undoing."""
    undone: set[str] = set()
    acts: list[Entry[ActT]] = []
    for entry in entries:
        if isinstance(entry.act, Undone):
            undone.add(entry.act.entry)
        elif isinstance(entry.act, Redone):
            undone.discard(entry.act.entry)
        else:
            acts.append(entry)
    return [entry for entry in acts if entry.id not in undone]


def fold(
    base: StateT, entries: Sequence[Entry[ActT]], apply: Callable[[StateT, ActT], StateT]
) -> StateT:
    """`base` with every act that is in force applied in order."""
    state = base
    for entry in standing(entries):
        state = apply(state, entry.act)
    return state
