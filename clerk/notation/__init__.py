"""What the clerk types ⇄ blocks. Any text parses; no character that is not blank is dropped."""

from clerk.notation.blocks import (
    Block,
    Bullet,
    Dates,
    Limb,
    Numbered,
    Outcome,
    Paragraph,
    Quotation,
    Resolution,
    Subheading,
    Table,
    for_council,
    numbered,
)
from clerk.notation.identity import reparse
from clerk.notation.marks import marked_runs
from clerk.notation.resolving import gap_before, resolution_line
from clerk.notation.text import parse, spans, write

__all__ = [
    "Block",
    "Bullet",
    "Dates",
    "Limb",
    "Numbered",
    "Outcome",
    "Paragraph",
    "Quotation",
    "Resolution",
    "Subheading",
    "Table",
    "for_council",
    "gap_before",
    "marked_runs",
    "numbered",
    "parse",
    "reparse",
    "resolution_line",
    "spans",
    "write",
]
