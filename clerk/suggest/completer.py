"""Completion: what a clerk may mean to type next, from what a clerk has at hand.

Nothing here draws or types: an editor shows the ghost and puts the words when they are accepted.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

from clerk.suggest.days import short_date
from clerk.suggest.next_words import NextWords
from clerk.suggest.offers import Offer, offers_at, what_follows
from clerk.suggest.people import People
from clerk.suggest.place import Place, place_in
from clerk.suggest.sources import Sources
from clerk.suggest.suggestion import NOTHING, Suggestion
from clerk.suggest.tokens import (
    SOMEONE,
    START,
    STARTING,
    ends_sentence,
    in_sentence_case,
    is_name,
    pieces,
)
from clerk.when import plain_date

SURE = 0.1
"""How likely the first word must be before anything is shown: one in ten."""
_CHOICES = 3
_HOUSE = Path(__file__).with_name("house_english.txt")
"""How minutes usually read: invented sentences, so that a first meeting is helped too."""
_WEIGHTS = {"house": 1.0, "papers": 0.5, "agenda": 4.0, "earlier": 1.0, "written": 2.0}
"""What each time counts, in powers of two. Halves and doubles change next to nothing, measured."""

_TOPICAL = 4.0
"""How much more a word of this meeting counts wherever it stands: what is talked of comes again."""

_Learnt = dict[tuple[str, ...], range]


class Completer:
    """Suggestions for one meeting.

    Ten years of a committee's minutes (2 MB) take under a second to learn, then a key about half
    a millisecond (see `tests.benchmarks.suggest`). It belongs to one thread at a time: make it in
    a worker, then hand it over.
    """

    def __init__(self, sources: Sources, *, sure: float = SURE) -> None:
        self.sure = sure
        self._people = People(sources.people)
        self._untitled = self._people.untitled()
        self._codes = dict(sources.phrases)
        self._day = sources.day
        self._model = NextWords()
        self._model.number(SOMEONE)
        self._known: set[str] = set()
        self._surnames = {each.surname for each in self._people.all}
        self._written: dict[str, _Learnt] = {}
        for kind, texts in _texts(sources):
            for text in texts:
                found = self._cased(text) if kind != "agenda" else pieces(text, self._untitled)
                self._count(_sentences(found), _WEIGHTS[kind])
        for text in sources.written:
            self.learn(text + "\n")
        self._model.make_ready()

    def use_phrases(self, phrases: Iterable[tuple[str, str]]) -> None:
        """Codes and words from now on; the words of new ones are not learnt, only given."""
        self._codes = dict(phrases)

    def suggest(self, text: str, cursor: int) -> Suggestion:
        """The best suggestion for the cursor's place in `text`; NOTHING where none is sure."""
        return next(self._likely(text, cursor), NOTHING)

    def choices(self, text: str, cursor: int) -> tuple[Suggestion, ...]:
        """A few suggestions, best first; none where nothing is sure enough to be looked at."""
        return tuple(islice(self._likely(text, cursor), _CHOICES))

    def learn(self, text: str, of: str = "") -> None:
        """Learns from minutes of this meeting, as they are saved.

        `of` says which minute: learnt again, what has gone from it is forgotten, and its last
        sentence is left out while it is unfinished (end `text` with a new line when it is done).
        """
        runs = _sentences(self._cased(text))
        if of and runs and not ends_sentence(runs[-1][-1]) and not text.endswith("\n"):
            runs.pop()
        before = self._written.get(of, {}) if of else {}
        wanted = dict.fromkeys(map(tuple, runs))
        for gone in before.keys() - wanted.keys():
            self._model.forget(before[gone], alone=_TOPICAL)
            self._mention(gone, -1)
        new = [list(run) for run in wanted if run not in before]
        taken = self._count(new, _WEIGHTS["written"], _TOPICAL)
        for run in new:
            self._mention(run, 1)
        kept = {run: place for run, place in before.items() if run in wanted}
        self._written[of] = kept | dict(zip(map(tuple, new), taken, strict=True))

    # --- learning -----------------------------------------------------------------------------

    def _cased(self, text: str) -> Iterator[str]:
        found = pieces(text, self._untitled)
        self._known.update(piece for piece in found if piece.islower())
        return in_sentence_case(found, self._known)

    def _count(
        self, runs: Sequence[Sequence[str]], weight: float, alone: float = 1.0
    ) -> list[range]:
        for piece in filter(is_name, chain.from_iterable(runs)):
            self._surnames.add(piece.partition(",")[0].rpartition(" ")[2])
        learn = self._model.learn
        return [learn(list(map(_piece_of, run)), weight, alone=alone) for run in runs]

    def _mention(self, run: Iterable[str], times: int) -> None:
        for piece in run:
            if is_name(piece):
                self._people.mentioned(piece, times)

    # --- telling ------------------------------------------------------------------------------

    def _likely(self, text: str, cursor: int) -> Iterator[Suggestion]:
        """What is sure enough, the most keys saved first."""
        place = place_in(text, cursor, self._known, self._untitled)
        if not place.ready:
            return
        code = self._codes.get(place.typed) if place.typed else None
        if code:
            yield _replacing(code, len(place.typed))
        if short := short_date(text[:cursor], self._day):
            yield _replacing(short.words, short.typed)
        found = offers_at(place, self._model, self._people, self._surnames)
        sure = [offer for offer in found if offer.likely >= self.sure and offer.worth > 0]
        sure.sort(key=lambda offer: -offer.worth)
        for offer in sure:
            yield self._suggestion(place, offer)

    def _suggestion(self, place: Place, offer: Offer) -> Suggestion:
        """An offer, with as many words behind it as are likelier than not."""
        said = [*map(_piece_of, place.said), *offer.pieces]
        parts = what_follows(offer.words, said, self._model)
        if not offer.replace:
            return Suggestion(ghost="".join(parts).rstrip(), parts=parts, likely=offer.likely)
        ghost = f"→ {''.join(parts).rstrip()}"
        return Suggestion(ghost=ghost, replace=offer.replace, parts=parts, likely=offer.likely)


def _texts(sources: Sources) -> Iterator[tuple[str, Iterable[str]]]:
    """What is learnt from, by kind, the least telling first: what is latest breaks a tie."""
    yield "house", [_HOUSE.read_text(encoding="utf-8"), *(words for _, words in sources.phrases)]
    yield "papers", (paper.text for paper in sources.papers)
    yield "agenda", (f"{paper.subject}\n{paper.recommendation}" for paper in sources.papers)
    yield "earlier", sources.earlier
    yield "agenda", (item.title for item in sources.agenda)
    yield "agenda", [sources.committee, sources.authority]
    yield "agenda", chain.from_iterable(_dated(plain_date(day)) for day in sources.dates)


def _dated(day: str) -> tuple[str, ...]:
    return (day, f"meeting held on {day}")


def _sentences(found: Iterable[str]) -> list[list[str]]:
    """The pieces by sentences, without the starts."""
    runs: list[list[str]] = [[]]
    run = runs[0]
    for piece in found:
        if piece != START:
            run.append(piece)
        if piece in STARTING and run:
            run = []
            runs.append(run)
    return [run for run in runs if run]


def _piece_of(piece: str) -> str:
    """Names are counted as one: who is named is another question than where."""
    return SOMEONE if is_name(piece) else piece


def _replacing(words: str, replace: int) -> Suggestion:
    return Suggestion(ghost=f"→ {words}", replace=replace, parts=(f"{words} ",), likely=1.0)
