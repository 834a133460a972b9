"""One line of the benchmark, and how two ways are timed beside each other."""

import time
from collections.abc import Callable
from statistics import median
from typing import NamedTuple


class Line(NamedTuple):
    """A measured ratio, and the one that it should not pass."""

    name: str
    ratio: float
    limit: float

    def __str__(self) -> str:
        return f"{self.name} {self.ratio:.2f} {self.limit:.2f}"


def ratio(ours: Callable[[int], object], bare: Callable[[int], object], rounds: int) -> float:
    """The median time of `ours` in parts of that of `bare`, taken in turns in one loop.

    In turns, because a shared machine's speed drifts. Each is given the number of the round.
    """
    times: dict[Callable[[int], object], list[float]] = {ours: [], bare: []}
    for way in times:
        way(0)  # what only the first time costs is no part of it
    for number in range(rounds):
        for way, taken in times.items():
            start = time.perf_counter()
            way(number)
            taken.append(time.perf_counter() - start)
    return median(times[ours]) / median(times[bare])
