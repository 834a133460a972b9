"""Facts in an ordered tuple, each with an id: found, put, replaced, moved, taken away."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from clerk.errors import RefusedError


class HasId(Protocol):
    """A fact with a permanent id."""

    @property
    def id(self) -> str:
        """The id."""


FactT = TypeVar("FactT", bound=HasId)


def found(facts: Iterable[FactT], fact_id: str) -> FactT:
    """The fact with this id; raises RefusedError where it is gone."""
    for fact in facts:
        if fact.id == fact_id:
            return fact
    raise RefusedError("That is no longer there; it was changed meanwhile. Nothing was changed.")


def replaced(facts: tuple[FactT, ...], fact: FactT) -> tuple[FactT, ...]:
    """`facts` with `fact` in the place of the one with its id; raises RefusedError."""
    found(facts, fact.id)
    return tuple(fact if other.id == fact.id else other for other in facts)


def put(facts: tuple[FactT, ...], fact: FactT) -> tuple[FactT, ...]:
    """`facts` with `fact` in the place of the one with its id, or at the end."""
    if any(other.id == fact.id for other in facts):
        return replaced(facts, fact)
    return (*facts, fact)


def removed(facts: tuple[FactT, ...], fact_id: str) -> tuple[FactT, ...]:
    """`facts` without the one with this id; raises RefusedError."""
    found(facts, fact_id)
    return tuple(fact for fact in facts if fact.id != fact_id)


def inserted(facts: tuple[FactT, ...], fact: FactT, before: str) -> tuple[FactT, ...]:
    """`facts` with `fact` before the one with the id `before`, or at the end."""
    if not before:
        return (*facts, fact)
    at = facts.index(found(facts, before))
    return (*facts[:at], fact, *facts[at:])


def moved(facts: tuple[FactT, ...], fact_id: str, before: str) -> tuple[FactT, ...]:
    """`facts` with one moved before `before`, or to the end; raises RefusedError."""
    fact = found(facts, fact_id)
    if before == fact_id:
        return facts
    return inserted(removed(facts, fact_id), fact, before)
