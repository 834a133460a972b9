"""The measure: `python -m tests.keystrokes [PACK…] [--no-terminal]`.

Each meeting of the packs is minuted from Home to the saved Word file by the keys of a practised
clerk, and its printed minutes must be those of the truth. The shortest is then done once more
through a pseudo-terminal by the same keys. The last line is the worst of the meetings.
"""

import argparse
import asyncio
import sys
import tempfile
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from clerk.readers.files.lines import lines
from tests.keystrokes.given import Given, given
from tests.keystrokes.replay import DEBATE, ELSE, Pressed, Replay, desk_of, replayed
from tests.keystrokes.terminal import press_again
from tests.keystrokes.wanted import wanted_minutes, wanted_print
from tests.packs.truth import PACKS, Printed, folded, from_record, truth

_THROUGH_A_TERMINAL = PACKS[1]
"""The Cabinet's: the shortest, with tables, a loose minute and nobody seated beforehand."""


@dataclass(frozen=True)
class Measured:
    """What one meeting cost, and what was printed of it."""

    debate_keys: int
    other_keys: int
    debate_printed: int
    other_printed: int
    lines: int

    @property
    def overall(self) -> float:
        """Keys per printed character."""
        return (self.debate_keys + self.other_keys) / (self.debate_printed + self.other_printed)

    @property
    def other(self) -> float:
        """The same for all but debate."""
        return self.other_keys / self.other_printed

    @property
    def debate(self) -> float:
        """The same for debate."""
        return self.debate_keys / self.debate_printed


async def minuted(name: str, folder: Path) -> tuple[Measured, list[Pressed]]:
    """Minutes the meeting of a pack in a data folder made for it, and tells what was seen."""
    minutes, at_hand = truth(name, "minutes"), given(name, folder)
    print(f"\n{name}: {at_hand.ref}")
    for line in at_hand.told:
        print(f"  given: {line}")
    replay = await replayed(at_hand, minutes)
    compare(name, at_hand)
    return _measured(replay, name), replay.pressed


def compare(name: str, at_hand: Given) -> None:
    """Exits in words where the printed minutes or the Word file differ from the truth."""
    printed, slips = wanted_print(truth(name, "minutes"))
    found = from_record(desk_of(at_hand).record("full"))
    if found != printed:
        pairs = zip_longest(found, printed)
        differ = [f"{one} instead of {other}" for one, other in pairs if one != other]
        sys.exit(f"{name}: not the minutes of the truth: {differ[:3]}")
    word = next(at_hand.office.home.exports_dir.glob("*.docx"))
    if missing := not_in_word(printed, word):
        sys.exit(f"{name}: the Word file lacks “{missing}”")
    print("  the printed minutes and the Word file are equal to the truth", end="")
    if slips:
        print(f", but for {len(slips)} references whose punctuation the house style mends", end="")
    print(f": {word.name}")


def not_in_word(printed: list[Printed], word: Path) -> str:
    """The first printed words that the Word file does not have behind those before them."""
    whole, at = folded(" ".join(lines(word)).replace(" | ", " ")).casefold(), 0
    for _, _, text in printed:
        words = text.replace(" | ", " ").casefold()
        place = whole.find(words, at)
        if place < 0:
            return text
        at = place + len(words)
    return ""


def _measured(replay: Replay, name: str) -> Measured:
    keys = replay.counted()
    record = desk_of(replay.given).record("full").lines
    whole = sum(len(line.text) + len(line.number or "") for line in record)
    debate = sum(m.debate for m in wanted_minutes(truth(name, "minutes")))
    return Measured(
        debate_keys=keys[DEBATE],
        other_keys=keys[ELSE],
        debate_printed=debate,
        other_printed=whole - debate,
        lines=len(record),
    )


def _tell(cost: Measured) -> None:
    printed = cost.debate_printed + cost.other_printed
    print(
        f"  keys {cost.debate_keys + cost.other_keys}: debate {cost.debate_keys}, all else "
        f"{cost.other_keys}. Printed characters {printed}: debate {cost.debate_printed}, all else "
        f"{cost.other_printed}."
    )
    print(
        f"  overall {cost.overall:.3f}, debate {cost.debate:.3f}, other {cost.other:.3f}; "
        f"in a word processor {printed + cost.lines} keys, {(printed + cost.lines) / printed:.3f}"
    )


def main() -> int:
    """Prints what each meeting was given and what it cost."""
    parser = argparse.ArgumentParser(prog="python -m tests.keystrokes")
    parser.add_argument("packs", nargs="*", default=PACKS, help="names of packs; all of them")
    parser.add_argument("--no-terminal", action="store_true", help="leave the terminal out")
    asked = parser.parse_args()
    costs = []
    with tempfile.TemporaryDirectory(prefix="clerk-keys-") as room:
        for name in asked.packs:
            cost, pressed = asyncio.run(minuted(name, Path(room) / name))
            _tell(cost)
            costs.append(cost)
            if name == _THROUGH_A_TERMINAL and not asked.no_terminal:
                again = given(name, Path(room) / f"{name}-again")
                press_again(again, pressed)
                print("  the same keys through a pseudo-terminal of 120 by 40:")
                compare(name, again)
    print(f"\noverall {max(c.overall for c in costs):.3f} other {max(c.other for c in costs):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
