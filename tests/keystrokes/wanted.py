"""What the minutes of a pack want typed: item by item, in the notation, debate apart from the rest.

Standing minutes (the approval of the last minutes, dates of meetings) and headings are what a
clerk should not have to type; everything else of a minute is debate, and so are resolutions, since
no report of the meeting is among the papers, and the decision record that a minute reproduces.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.packs.truth import Printed, folded, from_truth

_MARKS = {"bullet": "- ", "heading": "## ", "subpara": "{number} "}
_MARK = re.compile(r"^(?:- |## |\([a-z]\) |\(\d+\)= |\| )|\[\[|\]\]| \|$")
_APPROVAL = re.compile(r"(?:RESOLVED that )?[Tt]he minutes of the meetings? held on [^.]*\.")


@dataclass(frozen=True)
class Piece:
    """Words of a minute; `standing` where they follow from the facts."""

    words: str
    standing: bool = False


@dataclass(frozen=True)
class WantedMinute:
    """A minute to be typed. `ref` is empty where the agenda does not have it."""

    ref: str
    title: str
    pieces: tuple[Piece, ...]
    note: str = ""
    """Who was present for the item, as printed; empty for nobody."""

    @property
    def text(self) -> str:
        """All of it, in the notation."""
        return "".join(piece.words for piece in self.pieces)

    @property
    def approves(self) -> bool:
        """Whether it begins with the approval of the last minutes."""
        return bool(_APPROVAL.match(self.text.removeprefix("[[")))

    @property
    def debate(self) -> int:
        """The characters of it that print and are debate: marks and ends of lines do not."""
        words = "".join(piece.words for piece in self.pieces if not piece.standing)
        return sum(len(_MARK.sub("", line)) for line in words.split("\n"))


def wanted_minutes(minutes: dict[str, Any]) -> Iterator[WantedMinute]:
    """The minutes of a truth file, in order."""
    for item in minutes["items"]:
        yield WantedMinute(
            ref=(item["agenda_ref"] or "").removeprefix("Item "),
            title=item["title"],
            pieces=tuple(_pieces(item)),
            note=item.get("officers_note") or "",
        )


def _pieces(item: dict[str, Any]) -> Iterator[Piece]:
    upcoming, gap = 1, ""
    for block in item["blocks"]:
        number = re.fullmatch(r"\((\d+)\)", block["number"] or "")
        restart = number and block["kind"] in ("para", "resolution") and int(number[1]) != upcoming
        if number:
            upcoming = int(number[1]) + 1
        mark = f"{block['number']}= " if restart else _MARKS.get(block["kind"], "")
        if gap:
            yield Piece(gap)
        yield from _words(block, mark.format(number=block["number"]))
        # Two tables need an empty line between them.
        gap = "\n\n" if block["kind"] == "table" else "\n"


def _words(block: dict[str, Any], mark: str) -> Iterator[Piece]:
    if block["kind"] == "table":
        rows = block.get("rows") or [[block["text"]]]
        yield Piece("\n".join(_row(row) for row in rows))
        return
    if block["kind"] == "dates":
        yield Piece("\n".join(block["dates"]), standing=True)
        return
    text = folded(block["text"])
    decided = folded(block.get("contains_resolution") or "")
    if approved := _APPROVAL.match(text):
        opening = f"[[{approved[0]}]]" if decided else approved[0]
        yield Piece(opening, standing=True)
        if rest := text[approved.end() :]:
            yield Piece(rest)
    elif decided:
        yield Piece(mark + text.replace(decided, f"[[{decided}]]"))
    else:
        yield Piece(mark + text)


def _row(row: Any) -> str:
    cells = row["cells"] if isinstance(row, dict) else row
    return "| " + " | ".join(folded(cell) for cell in cells) + " |"


# --- the paper's own slips ------------------------------------------------------------------------

_SLIPS = (
    (re.compile(r"^\(Item (\d+) ?[–-] ?Report by"), r"(Item \1 – Report by"),
    (re.compile(r"Mr A Wood the Corporate"), "Mr A Wood, the Corporate"),
    (re.compile(r"Mr David Cockburn – Corporate"), "Mr David Cockburn, Corporate"),
    (re.compile(r"Mr Peter Sass Head"), "Mr Peter Sass, Head"),
)
"""Punctuation in the references of the Cabinet's paper, which changes from item to item: the house
style prints one form. The commas that POSC's attendance lists lack are not compared, since the
truth has the names one by one."""


def wanted_print(minutes: dict[str, Any]) -> tuple[list[Printed], list[str]]:
    """What must be printed, and the lines where the house style mends a slip of the paper's."""
    printed, slips = [], []
    for kind, number, text in from_truth(minutes):
        mended = text
        if kind == "reference":
            for slip, right in _SLIPS:
                mended = slip.sub(right, mended)
        if mended != text:
            slips.append(text)
        printed.append((kind, number, mended))
    return printed, slips
