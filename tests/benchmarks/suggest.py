"""A suggestion for a key: the whole engine beside a plain search for words that begin so.

Ten years of a committee's minutes, about 2 MB of invented text, and 500 names.
"""

import random
import time
from collections.abc import Callable
from itertools import accumulate
from statistics import median

from clerk.names import parse_name
from clerk.suggest import Completer, Someone, Sources
from tests.benchmarks.line import Line, ratio

_LIMIT = 2.0
"""Times what it takes to run through the vocabulary once for the words that begin so."""
_FRAME = 1.0
"""A median key within 2 ms on the machine at hand: an eighth of a frame at 60 a second."""
_KEY = 0.002
_TEXT = 2_000_000
_WORDS, _PEOPLE = 12_000, 500


def measure(quick: bool) -> list[Line]:
    """The ratio, and the median key in parts of 2 ms."""
    chance = random.Random(5)
    words = _vocabulary(chance)
    weights = list(accumulate(1 / (at + 3) for at in range(len(words))))
    sources = Sources(people=_people(chance, words), earlier=_minutes(chance, words, weights))
    completer = Completer(sources)
    typed = " ".join(chance.choices(words, cum_weights=weights, k=60 if quick else 300))
    places = range(1, len(typed))

    def ours(number: int) -> object:
        at = places[number % len(places)]
        return completer.suggest(typed[:at], at)

    def bare(number: int) -> object:
        start = typed[: places[number % len(places)]].rpartition(" ")[2]
        return [word for word in words if word.startswith(start)]

    rounds = min(len(places), 300 if quick else 1500)
    return [
        Line("suggest_beside_a_plain_search", ratio(ours, bare, rounds), _LIMIT),
        Line("suggest_median_in_parts_of_2_ms", _median(ours, rounds) / _KEY, _FRAME),
    ]


def _median(way: Callable[[int], object], rounds: int) -> float:
    taken = []
    for number in range(rounds):
        start = time.perf_counter()
        way(number)
        taken.append(time.perf_counter() - start)
    return median(taken)


def _vocabulary(chance: random.Random) -> list[str]:
    starts, vowels, ends = "bcdfghlmnprstvw", "aeiou", ("", "n", "s", "t", "ing", "ed", "tion")
    return [
        "".join(chance.choice(starts) + chance.choice(vowels) for _ in range(chance.randint(1, 5)))
        + chance.choice(ends)
        for _ in range(_WORDS)
    ]


def _minutes(chance: random.Random, words: list[str], weights: list[float]) -> tuple[str, ...]:
    """Sentences of words as common as words are: the third is met a third as often as the first."""
    minutes, size = [], 0
    while size < _TEXT:
        said = chance.choices(words, cum_weights=weights, k=80)
        text = f"{' '.join(said[:30]).capitalize()}. {' '.join(said[30:]).capitalize()}."
        minutes.append(text)
        size += len(text)
    return tuple(minutes)


def _people(chance: random.Random, words: list[str]) -> tuple[Someone, ...]:
    names = (f"Mr {chance.choice('ABCDEFG')} {word.capitalize()}son" for word in words[:_PEOPLE])
    return tuple(
        Someone(name=parse_name(name), standing="present" if at < 13 else "register")
        for at, name in enumerate(names)
    )
