"""What could be meant at a place: words, names, what stands behind a finished word."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from clerk.suggest.next_words import UNKNOWN, Mixture, NextWords
from clerk.suggest.people import People
from clerk.suggest.place import Place
from clerk.suggest.tokens import (
    CLOSERS,
    POSSESSIVES,
    SENTENCE_ENDS,
    SOMEONE,
    START,
    beside,
    is_name,
    is_word,
)

GOES_ON = 0.6
"""How likely a further word must be to be shown as well."""
_MOST_WORDS = 8
_UNKNOWN_SHARE = 1e-5
"""Of a beginning that no known word has: so that one rare word is not taken for certain."""
_AGAINST_CASE = 0.5
"""A clerk who types a small letter means a word with a capital about half as often."""
_CAPITAL_ALL_THE_SAME = 0.05
"""A capital inside a sentence seldom begins a word that is known without one: in a title."""
_INITIALS_MEANT = 0.5


class Offer(NamedTuple):
    """One thing that could be meant."""

    words: str
    """What accepting it puts, with the space behind it."""
    replace: int
    """Characters before the cursor that go."""
    pieces: tuple[str, ...]
    """What is then said, from the word begun."""
    likely: float

    @property
    def worth(self) -> float:
        """The keys that it is likely to save: its letters, less the one that accepts it."""
        return self.likely * (len(self.words) - self.replace - 1)


class _Start(NamedTuple):
    """One way to read the letters typed."""

    letters: str
    capital: bool
    """Whether the word is shown with a capital."""
    replaces: bool
    """Whether accepting changes the letters typed."""
    share: float


def offers_at(
    place: Place, model: NextWords, people: People, surnames: set[str]
) -> Iterator[Offer]:
    """Every offer for a place. `surnames` are words never offered but where they were read."""
    mixture = model.mixture(_numbers(place.said, model))
    names = _names(place, model, people, mixture)
    words, whole = (_words_begun if place.typed else _words_next)(place, model, mixture)
    if place.typed:
        whole += sum(offer.likely for offer in names)
    allowed = [offer for offer in words if _may_stand(place, offer, model, surnames)]
    for offer in (*names, *allowed):
        yield offer._replace(likely=min(offer.likely / whole, 1.0))
    if place.typed:
        if not (names and is_name(place.typed)):  # else "mr pe" would be taken for a whole name
            yield from _behind(place, model, mixture, whole)
        if not words:
            for by in people.by_initials(place.typed):
                yield Offer(f"{by.form} ", by.replace, (SOMEONE,), _INITIALS_MEANT)


def what_follows(first: str, said: Sequence[str], model: NextWords) -> tuple[str, ...]:
    """`first` and the words behind it, as long as each is likelier than GOES_ON.

    `said` are the pieces of the sentence so far, `first` among them. Marks close up to the word
    before them; a sentence's end is the last.
    """
    parts = [first]
    said = list(said)
    while len(parts) < _MOST_WORDS:
        likeliest = model.likeliest(model.mixture(_numbers(said, model)))
        if not likeliest or likeliest[0][0] < GOES_ON:
            break
        piece = model.words[likeliest[0][1]]
        if piece in CLOSERS or piece in POSSESSIVES:
            parts[-1] = f"{parts[-1].rstrip()}{piece} "
        elif is_word(piece):
            parts.append(f"{piece} ")
        else:
            break
        said.append(piece)
        if piece in SENTENCE_ENDS:
            break
    return tuple(parts)


def _names(place: Place, model: NextWords, people: People, mixture: Mixture) -> list[Offer]:
    """The names that fit, with their shares."""
    named = model.share(mixture, model.number(SOMEONE))
    recent = [who for piece in place.named if (who := people.who(piece)) is not None]
    found: list[Offer] = []
    for form, replace, share in people.offers(place.typed, recent, motion=place.motion):
        if form != place.typed:
            rest = form if replace else form[len(place.typed) :]
            found.append(Offer(f"{place.gap}{rest} ", replace, (SOMEONE,), named * share))
    return found


def _may_stand(place: Place, offer: Offer, model: NextWords, surnames: set[str]) -> bool:
    """Whether it is no surname, or one that was read right behind the word before."""
    word = offer.pieces[0]
    return word not in surnames or model.followed(place.said[-1], word)


def _words_begun(place: Place, model: NextWords, mixture: Mixture) -> tuple[list[Offer], float]:
    """The words that begin as is typed, with their shares, and the share of all that do.

    One that is known with a capital and without is one offer where both would look alike.
    """
    found: dict[tuple[str, int], Offer] = {}
    whole = _UNKNOWN_SHARE
    for start in _starts(place):
        numbers, share = model.beginning(mixture, start.letters)
        whole += share * start.share
        gone = len(place.typed) if start.replaces else 0
        for n, likely in numbers.items():
            word = model.words[n]
            shown = _capital(word) if start.capital else word
            if not is_word(word) or shown == place.typed:
                continue
            rest = f"{shown[len(place.typed) - gone :]} "
            same = found.get((rest, gone), Offer(rest, gone, (word,), 0.0))
            found[rest, gone] = same._replace(likely=same.likely + likely * start.share)
    return list(_without_capital_twins(found.values(), place)), whole


def _without_capital_twins(found: Iterable[Offer], place: Place) -> Iterator[Offer]:
    """Whoever types a small letter means the small word where there is one."""
    offers = list(found)
    small = set() if place.starts else {offer.pieces[0] for offer in offers if not offer.replace}
    return (o for o in offers if not o.replace or o.pieces[0].lower() not in small)


def _starts(place: Place) -> Iterator[_Start]:
    typed = place.typed
    small, large = typed[0].lower() + typed[1:], _capital(typed)
    if typed != small:
        yield _Start(typed, False, False, 1.0)
        yield _Start(small, True, False, 1.0 if place.starts else _CAPITAL_ALL_THE_SAME)
    elif place.starts and not place.limb and typed[0].isalpha():
        yield _Start(small, True, True, 1.0)
        yield _Start(large, False, True, 1.0)
    else:
        yield _Start(small, False, False, 1.0)
        if len(typed) > 1 and typed.isalpha():
            yield _Start(large, False, True, _AGAINST_CASE)


def _words_next(place: Place, model: NextWords, mixture: Mixture) -> tuple[list[Offer], float]:
    """The words that may come behind a space: no mark can, since nobody types a space before."""
    found: list[Offer] = []
    whole = 1.0
    for likely, n in model.likeliest(mixture):
        word = model.words[n]
        if is_word(word):
            shown = _capital(word) if place.starts and not place.limb else word
            found.append(Offer(f"{place.gap}{shown} ", 0, (word,), likely))
        elif n != model.numbers[SOMEONE]:
            whole -= likely
    return found, max(whole, _UNKNOWN_SHARE)


def _behind(place: Place, model: NextWords, mixture: Mixture, whole: float) -> Iterator[Offer]:
    """What is likeliest behind the word typed, should it be finished."""
    word = place.typed
    if is_name(word):
        word = SOMEONE
    elif place.starts and word.lower() in model.numbers:
        word = word.lower()
    if word not in model.numbers:
        return
    likely = model.share(mixture, model.numbers[word]) / whole
    said = (*place.said, word)
    following = model.likeliest(model.mixture(_numbers(said, model)))
    if following and (is_word(model.words[following[0][1]])):
        next_share, n = following[0]
        piece = model.words[n]
        yield Offer(f"{beside(word, piece)} ", 0, (word, piece), min(likely, 1.0) * next_share)


def _numbers(said: Sequence[str], model: NextWords) -> list[int]:
    last = said[-6:]
    return [0 if p == START else model.numbers.get(_class(p), UNKNOWN) for p in last]


def _class(piece: str) -> str:
    return SOMEONE if is_name(piece) else piece


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
