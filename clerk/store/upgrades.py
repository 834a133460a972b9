"""Files of an older format, brought to the present one as they are read.

A step is applied in memory; the file itself changes at its next save, after a copy of it as it
stood has been kept beside it (`kept_copy`). The format that this release writes is
`clerk.store.sealed.FORMAT`.
"""

from collections.abc import Callable
from pathlib import Path

import msgspec

from clerk.store.sealed import FORMAT, Tables, UnsoundError


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """From the format `before` to the next one; `change` gives new tables and keeps the old."""

    before: int
    change: Callable[[Tables], Tables]


STEPS: dict[str, tuple[Step, ...]] = {}
"""The steps of each kind of file, oldest first. None yet: the format has been 1 from the start."""


def upgraded(tables: Tables, kind: str, written: int) -> Tables:
    """The tables of a file of the format `written`, in the present format.

    A newer format is left as it is, to be read only. Raises UnsoundError where a step is missing
    or the file does not hold what a step expects.
    """
    steps = {step.before: step for step in STEPS.get(kind, ())}
    for number in range(written, FORMAT):
        if number not in steps:
            raise UnsoundError(f"is of format {number}, which this Clerk cannot read")
        try:
            tables = steps[number].change(tables)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise UnsoundError(f"does not hold what format {number} should ({error!r})") from error
    return tables


def kept_copy(path: Path, written: int) -> Path:
    """Where a file of the older format `written` is kept when it is first saved in this one."""
    return path.with_name(f"{path.name}.format-{written}")
