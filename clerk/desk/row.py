"""What every line of a list is."""

import msgspec


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a list; as JSON it has every key, so that other programs can rely on them."""
