"""What is likely to come next, learnt from text: the longest context that was seen, backed off.

Each length of context votes with what followed it, the longer ones first, by the mixture of
Witten and Bell (Bell, Cleary and Witten, "Text Compression", 1990, method C).
"""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import nlargest
from typing import NamedTuple

from clerk.suggest.tokens import START

UNKNOWN = (1 << 24) - 1
"""The number of a piece that was never seen, for a context."""
_LONGEST = 6
"""Pieces of context that are compared."""
_MOST_PLACES = 300
"""Places of one pair of pieces that are looked at, latest first: it bounds the time of a key."""
_READY = 40
"""Words kept ready for a beginning, and after a word, commonest first."""
_READY_AFTER = 200
"""Words after which others are kept ready, commonest first."""
_ESCAPE = 2.5
"""How readily a context gives way to a shorter one: measured on three packs, flat from 2 to 4."""
_UNSEEN = 0.05
"""What every known word is counted besides, so that none is impossible."""


class Context(NamedTuple):
    """What followed one length of context, and what each time counts for in the mixture."""

    counts: dict[int, float]
    part: float


class Mixture(NamedTuple):
    """How likely each piece is to come next."""

    last: int
    """The piece before the cursor."""
    contexts: tuple[Context, ...]
    """From one piece of context upwards."""
    rest: float
    """What a piece counts for by itself, wherever it stands."""


class NextWords:
    """Counts of which piece followed which; pieces are numbered as they are first seen."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.words: list[str] = []
        self._alone: list[float] = []
        self._whole = 0.0
        self._run = array("l")
        self._weights = array("f")
        self._after: dict[int, dict[int, float]] = {}
        self._after_whole: defaultdict[int, float] = defaultdict(float)
        self._after_letter: dict[int, defaultdict[str, list[int]]] = {}
        self._after_common: dict[int, list[int]] = {}
        self._places: defaultdict[int, list[int]] = defaultdict(list)
        self._by_letter: defaultdict[str, list[int]] = defaultdict(list)
        self._beginnings: dict[str, tuple[list[int], float]] = {}
        self.number(START)

    def number(self, word: str) -> int:
        """The number of a piece, a new one for a piece not seen before."""
        found = self.numbers.get(word)
        if found is None:
            found = self.numbers[word] = len(self.words)
            self.words.append(word)
            self._alone.append(0.0)
            self._by_letter[word[:1]].append(found)
        return found

    def learn(self, found: Sequence[str], weight: float, *, alone: float = 1.0) -> range:
        """Counts a run of pieces, `weight` each; returns the places it took, for `forget`.

        `alone` is how much more each counts by itself, wherever it stands. The loop is written
        out, because ten years of minutes pass through it.
        """
        by_itself = weight * alone
        run, number, counted, places = self._run, self.numbers.get, self._after, self._places
        counts, wholes, kept = self._alone, self._after_whole, self._after_letter
        first, one, two = len(run), 0, 0
        run.append(0)
        for piece in found:
            this = number(piece)
            if this is None:
                this = self.number(piece)
            counts[this] += by_itself
            wholes[one] += weight
            after = counted.get(one)
            if after is None:
                after = counted[one] = {}
            if this in after:
                after[this] += weight
            else:
                after[this] = weight
                if one in kept:
                    kept[one][piece[:1]].append(this)
            places[two << 24 | one].append(len(run))
            run.append(this)
            two, one = one, this
        self._weights.extend([weight] * (len(run) - first))
        self._counted(range(first, len(run)), by_itself)
        return range(first, len(run))

    def forget(self, taken: range, *, alone: float = 1.0) -> None:
        """Takes back what `learn` counted in these places."""
        weight = self._weights[taken[0]]
        for place in taken[1:]:
            one, this = self._run[place - 1], self._run[place]
            self._alone[this] -= weight * alone
            self._after_whole[one] -= weight
            self._after[one][this] -= weight
            if not self._after[one][this]:  # exact: weights are powers of two
                del self._after[one][this]
                self._after_letter.pop(one, None)
        for place in taken:
            self._weights[place] = 0.0
        self._counted(taken, -weight * alone)

    def _counted(self, taken: range, by_itself: float) -> None:
        """Counts all of it together, and drops what was kept ready and holds no longer."""
        self._whole += by_itself * (len(taken) - 1)
        for place in taken:
            self._after_common.pop(self._run[place], None)
        if self._beginnings:
            for piece in {self._run[place] for place in taken}:
                self._drop_beginnings(self.words[piece])

    def _drop_beginnings(self, word: str) -> None:
        """What was kept ready for each beginning of a word, since the word counts otherwise now."""
        for end in range(len(word) + 1):
            self._beginnings.pop(word[:end], None)

    def make_ready(self) -> None:
        """Keeps ready what the first keys would have to work out: it takes a while."""
        alone = self._alone
        for letter in list(self._by_letter):
            ready, _ = self._beginning(letter)
            for n in ready:
                self._beginning(self.words[n][:2])
        for n in nlargest(_READY_AFTER, range(len(alone)), key=alone.__getitem__):
            self._after_with(n, "a")
            self._common_after(n)

    # --- asking -------------------------------------------------------------------------------

    def mixture(self, context: Sequence[int]) -> Mixture:
        """How likely each piece is behind these, the last of which stands before the cursor."""
        last = context[-1]
        totals = [(self._after.get(last, {}), self._after_whole.get(last, 0.0))]
        if len(context) > 1:
            totals += self._longer(context)
        left, contexts = 1.0, list[Context]()
        for counts, total in reversed(totals):
            escape = _ESCAPE * len(counts)
            if total > 0:
                contexts.append(Context(counts, left / (total + escape)))
                left *= escape / (total + escape)
        return Mixture(last, tuple(reversed(contexts)), left / self._all())

    def share(self, mixture: Mixture, piece: int) -> float:
        """How likely the piece is, from 0 to 1."""
        if piece >= len(self._alone):
            return 0.0
        alone = mixture.rest * (self._alone[piece] + _UNSEEN)
        return alone + sum(part * counts.get(piece, 0.0) for counts, part in mixture.contexts)

    def beginning(self, mixture: Mixture, start: str) -> tuple[dict[int, float], float]:
        """The likelier words that begin with `start`, each with its share, and the share of all."""
        ready, alone = self._beginning(start)
        words = self.words
        found = {n: mixture.rest * (self._alone[n] + _UNSEEN) for n in ready}
        whole = mixture.rest * alone
        for at, (counts, part) in enumerate(mixture.contexts):
            numbers = self._after_with(mixture.last, start[:1]) if at == 0 else list(counts)
            for n in numbers:
                if words[n].startswith(start):
                    share = part * counts[n]
                    whole += share
                    found[n] = found.get(n, 0.0) + share
        return found, whole

    def likeliest(self, mixture: Mixture) -> list[tuple[float, int]]:
        """The pieces that are likeliest with nothing typed, best first; a few."""
        found = set(self._common_after(mixture.last))
        for counts, _ in mixture.contexts[1:]:
            found.update(
                counts if len(counts) <= _READY else nlargest(_READY, counts, counts.__getitem__)
            )
        return nlargest(_READY, ((self.share(mixture, n), n) for n in found))

    def followed(self, one: str, other: str) -> bool:
        """Whether `other` was seen right behind `one`."""
        numbers = self.numbers
        return numbers.get(other, UNKNOWN) in self._after.get(numbers.get(one, UNKNOWN), {})

    def _all(self) -> float:
        return self._whole + _UNSEEN * len(self.words)

    def _longer(self, context: Sequence[int]) -> Iterator[tuple[dict[int, float], float]]:
        """What followed two pieces of the context, three, and so on as far as any was seen."""
        run, weights = self._run, self._weights
        places = self._places.get(context[-2] << 24 | context[-1], ())[-_MOST_PLACES:]
        counts: list[dict[int, float]] = [{} for _ in range(_LONGEST - 1)]
        length = min(len(context), _LONGEST)
        for place in places:
            if not (weight := weights[place]):
                continue
            same, this = 2, run[place]
            while same < length and run[place - same - 1] == context[-same - 1]:
                same += 1
            for order in counts[: same - 1]:
                order[this] = order.get(this, 0.0) + weight
        return ((order, sum(order.values())) for order in counts if order)

    def _beginning(self, start: str) -> tuple[list[int], float]:
        """The commonest words that begin so, and what all that do are counted together."""
        found = self._beginnings.get(start)
        if found is None:
            alone = self._alone
            words = self.words
            numbers = [
                n for n in self._by_letter[start[:1]] if words[n].startswith(start) and alone[n]
            ]
            whole = sum(alone[n] for n in numbers) + _UNSEEN * len(numbers)
            found = nlargest(_READY, numbers, key=alone.__getitem__), whole
            self._beginnings[start] = found
        return found

    def _after_with(self, one: int, letter: str) -> list[int]:
        """What followed a piece and begins with a letter."""
        letters = self._after_letter.get(one)
        if letters is None:
            letters = self._after_letter[one] = defaultdict(list)
            for n in self._after.get(one, ()):
                letters[self.words[n][:1]].append(n)
        return letters[letter] if letter else []

    def _common_after(self, one: int) -> list[int]:
        found = self._after_common.get(one)
        if found is None:
            after = self._after.get(one, {})
            found = self._after_common[one] = nlargest(_READY, after, key=after.__getitem__)
        return found
