"""The keys that a house style may have, read off its record types."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec


def keys_of(kind: Any, where: str = "") -> Iterator[str]:
    """Every key that a style may have, with its tables before it: "room.motions.moved"."""
    for key, of in hints_of(kind).items():
        inner = struct_within(of)
        yield f"{where}{key}"
        if inner is not None:
            yield from keys_of(inner, f"{where}{key}.")


@cache
def hints_of(kind: Any) -> dict[str, Any]:
    """The type of each key of one table."""
    return get_type_hints(kind)


def struct_within(kind: Any) -> Any:
    """The record type in a field's type: itself, or that of a tuple's members; else None."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return kind
    if get_origin(kind) in (tuple, Union):
        return next((inner for arg in get_args(kind) if (inner := struct_within(arg))), None)
    return None


def literals_of(kind: Any) -> tuple[Any, ...]:
    """The values that a fixed list allows; none where the type is no such list."""
    if get_origin(kind) is Literal:
        return get_args(kind)
    return next((found for arg in get_args(kind) if (found := literals_of(arg))), ())
