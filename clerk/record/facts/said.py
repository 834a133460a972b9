"""What facts say in the house's words, before it takes its place among the blocks of a minute."""

from typing import NamedTuple


class Said(NamedTuple):
    """A sentence of the record: `kind` is how it stands, `id` the fact and its part."""

    id: str
    kind: str
    """"paragraph" (numbered by the house), "outcome", "displayed" or "table" (without one)."""
    text: str
    rows: tuple[tuple[str, ...], ...] = ()
    """Of a table; the first is its header."""
