"""Who may be named: found by surname, title or initials, those of the meeting first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from clerk.names import Name, full, initials, short
from clerk.suggest.sources import Someone, Standing

_WEIGHT: dict[Standing, float] = {
    "present": 1.0, "substitute": 0.9, "officer": 0.9, "register": 0.002,
}
_FRESH = 6.0
_FADING = 0.75


class Named(NamedTuple):
    """A person and the forms in which prose and motions name them."""

    prose: str
    motion: str
    surname: str
    initials: str
    weight: float


class People:
    """The people that may be offered, and who was named of late."""

    def __init__(self, people: Iterable[Someone]) -> None:
        self.all = tuple(_named(tuple(people)))
        self.of_form: dict[str, int] = {}
        for at, each in enumerate(self.all):
            for form in (each.prose, each.motion, *_untitled(each)):
                self.of_form.setdefault(form, at)
        self._mentions: Counter[int] = Counter()

    def weights(self, recent: Sequence[int]) -> list[float]:
        """How likely each person is to be named next, summing to less than 1.

        `recent` are those named in the text before the cursor, oldest first.
        """
        found = [each.weight for each in self.all]
        for person, times in self._mentions.items():
            found[person] += min(times, 10) * 0.3
        fresh = _FRESH
        for person in dict.fromkeys(reversed(recent)):
            found[person] += fresh
            fresh *= _FADING
        whole = sum(found) + 0.5
        return [weight / whole for weight in found]

    def mentioned(self, piece: str, times: int = 1) -> None:
        """Remembers that a minute of this meeting named someone; below zero to forget it."""
        person = self.of_form.get(piece)
        if person is not None:
            self._mentions[person] += times


def _named(people: Sequence[Someone]) -> Iterator[Named]:
    """The house forms: the short one where it means one person alone, else with initials."""
    near = Counter(short(each.name) for each in people if each.standing != "register")
    every = Counter(short(each.name) for each in people)
    for each in people:
        bearers = every if each.standing == "register" else near
        name = each.name
        yield Named(
            prose=short(name, initials=bearers[short(name)] > 1),
            motion=full(name),
            surname=name.surname,
            initials=initials(name),
            weight=_WEIGHT[each.standing],
        )


def _untitled(each: Named) -> Iterator[str]:
    """The motion's form without honours."""
    yield each.motion.partition(",")[0]
