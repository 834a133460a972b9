"""What is likely to come next, learnt from text: the longest contexts seen, backed off."""

from array import array
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from clerk.suggest.tokens import START

_LONGEST = 6
"""Pieces of context that are compared."""
_MOST_PLACES = 300
"""Places of one pair of pieces that are looked at, latest first: a bound on the time of a key."""
_MANY = 40
"""Words kept ready for a beginning, and after a word, commonest first."""


class Order(NamedTuple):
    """What followed a context of one length."""

    counts: dict[int, float]
    total: float


class NextWords:
    """Counts of what followed what, by pieces; pieces are numbered as they are first seen."""

    def __init__(self, escape: float = 1.0) -> None:
        self.escape = escape
        self.numbers: dict[str, int] = {}
        self.words: list[str] = []
        self.alone: list[float] = []
        self._total = 0.0
        self._run = array("l")
        self._weights = array("f")
        self._after: dict[int, dict[int, float]] = {}
        self._places: defaultdict[int, list[int]] = defaultdict(list)
        self._beginnings: dict[str, list[int]] = {}
        self._commonest: dict[int, list[int]] = {}
        self._by_letter: defaultdict[str, list[int]] = defaultdict(list)
        self.number(START)

    def number(self, word: str) -> int:
        """The number of a piece, a new one for a piece not seen before."""
        found = self.numbers.get(word)
        if found is None:
            found = self.numbers[word] = len(self.words)
            self.words.append(word)
            self.alone.append(0.0)
            self._by_letter[word[:1]].append(found)
        return found

    def learn(self, found: Sequence[str], weight: float) -> range:
        """Counts a run of pieces, each `weight` times; returns the places it took."""
        first = len(self._run)
        number, after, places = self.number, self._after, self._places
        one, two = 0, 0
        self._run.append(0)
        self._weights.append(0.0)
        for piece in found:
            this = number(piece)
            self.alone[this] += weight
            followers = after.get(one)
            if followers is None:
                followers = after[one] = {}
            followers[this] = followers.get(this, 0.0) + weight
            places[two << 24 | one].append(len(self._run))
            self._run.append(this)
            self._weights.append(weight)
            two, one = one, this
        self._total += weight * (len(self._run) - first - 1)
        self._beginnings.clear()
        self._commonest.clear()
        return range(first, len(self._run))

    def forget(self, taken: range) -> None:
        """Takes back what `learn` counted in these places."""
        for place in taken[1:]:
            weight, this, one = self._weights[place], self._run[place], self._run[place - 1]
            self.alone[this] -= weight
            self._after[one][this] -= weight
            self._total -= weight
            self._weights[place] = 0.0

    def orders(self, context: Sequence[int]) -> list[Order]:
        """What followed the last piece of `context`, the last two, and so on as far as seen."""
        if not context:
            return []
        after = self._after.get(context[-1], {})
        found = [Order(after, sum(after.values()) if len(after) < 2000 else self.alone[context[-1]])]
        if len(context) < 2:
            return found
        places = self._places.get(context[-2] << 24 | context[-1])
        if not places:
            return found
        return found + self._longer(context, places[-_MOST_PLACES:])

    def _longer(self, context: Sequence[int], places: list[int]) -> list[Order]:
        run, weights = self._run, self._weights
        counts: list[dict[int, float]] = [{} for _ in range(_LONGEST - 1)]
        deepest = 0
        length = min(len(context), _LONGEST)
        for place in places:
            weight = weights[place]
            if not weight:
                continue
            same = 2
            while same < length and run[place - same - 1] == context[-same - 1]:
                same += 1
            this = run[place]
            deepest = max(deepest, same)
            for order in counts[: same - 1]:
                order[this] = order.get(this, 0.0) + weight
        return [Order(order, sum(order.values())) for order in counts[: max(deepest - 1, 0)]]

    def likely(self, orders: Sequence[Order], word: int) -> float:
        """How likely the piece is, from 0 to 1: Witten and Bell's mixture of all orders."""
        p = (self.alone[word] + 0.05) / (self._total + 0.05 * len(self.words) + 1)
        for counts, total in orders:
            escape = self.escape * len(counts)
            p = (counts.get(word, 0.0) + escape * p) / (total + escape) if total + escape else p
        return p

    def beginning(self, start: str) -> list[int]:
        """The words that begin with `start`, commonest first, not more than forty."""
        found = self._beginnings.get(start)
        if found is None:
            words, alone = self.words, self.alone
            matching = [n for n in self._by_letter[start[:1]] if words[n].startswith(start)]
            matching.sort(key=lambda n: -alone[n])
            found = self._beginnings[start] = matching[:_MANY]
        return found

    def followers(self, context: Sequence[int], orders: Sequence[Order], start: str) -> set[int]:
        """The words beginning with `start` that may follow `context`; with "" the commonest."""
        words = self.words
        found: set[int] = set(self.beginning(start)) if start else set()
        if orders:
            found.update(
                n for n in self._common_after(context[-1], start) if words[n].startswith(start)
            )
        for counts, _ in orders[1:]:
            found.update(n for n in counts if words[n].startswith(start))
        return found

    def _common_after(self, one: int, start: str) -> list[int]:
        after = self._after.get(one, {})
        if start:
            return list(after)
        found = self._commonest.get(one)
        if found is None:
            found = self._commonest[one] = sorted(after, key=lambda n: -after[n])[:_MANY]
        return found
