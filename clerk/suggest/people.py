"""Who may be named: found by title, surname or initials, those of the meeting first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from clerk.clean import letters_of
from clerk.names import full, initials, short
from clerk.names.words import TITLE_WORD
from clerk.suggest.sources import Someone, Standing
from clerk.suggest.tokens import Forms

_WEIGHT: dict[Standing, float] = {
    "present": 1.0,
    "substitute": 0.95,
    "officer": 0.9,
    "register": 0.002,
}
"""Hundreds in the register together weigh less than one who is here."""
_FRESH = 6.0
_FADING = 0.75
"""Who was named last is likeliest to be named next, the one before less so."""
_MENTION, _MOST_MENTIONS = 0.3, 10
_SOMEONE_ELSE = 0.5
"""The weight of all whom nobody has entered."""
_BY_SURNAME = 0.5
"""A clerk who means a name types the surname about as often as the title."""
_FULL_IN_PROSE = 0.02


class Named(NamedTuple):
    """A person and the forms in which prose and motions name them."""

    prose: str
    motion: str
    surname: str
    letters: str
    """Of the surname, as they are typed."""
    initials: str
    weight: float


class NameOffer(NamedTuple):
    """A form of a name that fits what is typed; accepting replaces `replace` characters."""

    form: str
    replace: int
    share: float
    """How likely it is, given that someone is named here."""


class People:
    """The people that may be offered, and who was named of late."""

    def __init__(self, people: Iterable[Someone]) -> None:
        self.all = tuple(_named(tuple(people)))
        self._of_form: dict[str, int] = {}
        for at, each in enumerate(self.all):
            for form in (each.prose, each.motion, each.motion.partition(",")[0]):
                self._of_form.setdefault(form, at)
        self._mentions: Counter[int] = Counter()

    def untitled(self) -> Forms:
        """The forms that no title betrays as a name, for cutting text."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for form in self._of_form:
            words = form.split()
            if len(words) > 1 and "." not in words[0] and not _titled(words[0]):
                found.setdefault(words[0], []).append(tuple(words))
        return {
            first: tuple(sorted(forms, key=len, reverse=True)) for first, forms in found.items()
        }

    def who(self, piece: str) -> int | None:
        """The place in `all` of whom a piece names; None for nobody that is known."""
        return self._of_form.get(piece)

    def mentioned(self, piece: str, times: int = 1) -> None:
        """Remembers that a minute of this meeting named someone; times below 0 forget it."""
        person = self.who(piece)
        if person is not None:
            self._mentions[person] += times

    def offers(self, typed: str, recent: Sequence[int], *, motion: bool) -> Iterator[NameOffer]:
        """The names that fit `typed`: by title, or by surname, which accepting replaces.

        `recent` are those named before the cursor, oldest first; `motion` asks for full names.
        """
        small = letters_of(typed)
        for each, share in zip(self.all, self._shares(recent), strict=True):
            form = each.motion if motion else each.prose
            if form.startswith(typed):
                yield NameOffer(form, 0, share * (_BY_SURNAME if typed else 1.0))
            elif _begins(each, form, small):
                yield NameOffer(form, len(typed), share * _BY_SURNAME)
            elif typed and each.motion.startswith(typed):
                yield NameOffer(each.motion, 0, share * _FULL_IN_PROSE)

    def by_initials(self, typed: str) -> Iterator[NameOffer]:
        """Whoever of the meeting has just these initials, typed small: "jap"."""
        for each in self.all:
            if each.weight > _WEIGHT["register"] and each.initials.lower() == typed:
                yield NameOffer(each.prose, len(typed), 1.0)

    def _shares(self, recent: Sequence[int]) -> list[float]:
        found = [each.weight for each in self.all]
        for person, times in self._mentions.items():
            found[person] += min(times, _MOST_MENTIONS) * _MENTION
        fresh = _FRESH
        for person in dict.fromkeys(reversed(recent)):
            found[person] += fresh
            fresh *= _FADING
        whole = sum(found) + _SOMEONE_ELSE
        return [weight / whole for weight in found]


def _named(people: Sequence[Someone]) -> Iterator[Named]:
    """Their house forms: the short one where it means one person alone, else with initials.

    Someone of the meeting is told from others of the meeting; someone else from everybody.
    """
    near = Counter(short(each.name) for each in people if each.standing != "register")
    every = Counter(short(each.name) for each in people)
    for each in people:
        name, bearers = each.name, every if each.standing == "register" else near
        yield Named(
            prose=short(name, initials=bearers[short(name)] > 1),
            motion=full(name),
            surname=name.surname,
            letters=letters_of(name.surname),
            initials=initials(name),
            weight=_WEIGHT[each.standing],
        )


def _begins(each: Named, form: str, small: str) -> bool:
    """Whether the letters, small, begin the surname, or the form behind its title's space."""
    if " " in small:
        return letters_of(form).startswith(small)
    return len(small) > 1 and each.letters.startswith(small)


def _titled(word: str) -> bool:
    return bool(TITLE_WORD.fullmatch(word))
