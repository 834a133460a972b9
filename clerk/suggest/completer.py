"""Completion: what a clerk may mean to type next, from what a clerk has at hand."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clerk.suggest.next_words import NextWords, Order
from clerk.suggest.people import People
from clerk.suggest.sources import Sources
from clerk.suggest.suggestion import NOTHING, Suggestion
from clerk.suggest.tokens import (
    CLOSERS, NAMED, SENTENCE_ENDS, SOMEONE, START, in_sentence_case, is_name, is_word, joined, pieces,
)

SURE = 0.12
GOES_ON = 0.5
W = dict(house=1.0, papers=0.5, agenda=1.0, earlier=1.0, written=2.0)
_REACH = 400
_MOST_WORDS = 8
_PARTIAL = re.compile(r"[£$€#]?[^\W_]*(?:[&/.’'-][^\W_]+)*[’'-]?$")
_TITLED = re.compile(rf"\b(?:Mr|Mrs|Miss|Ms|Dr|Cllr|Councillor|Sir|Dame|Lord|Lady|Prof|Professor|Rev|Revd)\.? (?:[A-Z]\.? )*(?:[A-Z][\w’'-]*)?$")


class _Place(NamedTuple):
    context: list[int]
    last: str
    typed: str
    starts: bool
    recent: list[int]


class _Offer(NamedTuple):
    words: str
    replace: int
    piece: int
    likely: float
    gain: float


class Completer:
    def __init__(self, sources: Sources, house: str = "") -> None:
        self.people = People(sources.people)
        self.model = NextWords()
        self.codes = dict(sources.phrases)
        self._someone = self.model.number(SOMEONE)
        self._known: set[str] = set()
        self._taken: dict[str, dict[str, range]] = {}
        self._study(house, W["house"])
        for paper in sources.papers:
            self._study(paper.text, W["papers"])
        for item in sources.agenda:
            self._study(item.title, W["agenda"])
        for text in sources.earlier:
            self._study(text, W["earlier"])
        for text in sources.written:
            self._study(text, W["written"], here=True)

    def _study(self, text: str, weight: float, here: bool = False) -> range:
        found = pieces(text)
        self._known.update(p for p in found if p.islower())
        cased = list(in_sentence_case(found, self._known))
        if here:
            for p in cased:
                self.people.mentioned(p)
        return self.model.learn([self._class(p) for p in cased], weight)

    def _class(self, piece: str) -> str:
        return SOMEONE if is_name(piece) else piece

    def learn(self, text: str, of: str = "") -> None:
        self._study(text, W["written"], here=True)

    def suggest(self, text: str, cursor: int) -> Suggestion:
        return next(iter(self.choices(text, cursor)), NOTHING)

    def choices(self, text: str, cursor: int) -> tuple[Suggestion, ...]:
        place = self._place(text[:cursor])
        if text[cursor:cursor + 1].isalnum():
            return ()
        code = self.codes.get(place.typed)
        if code:
            return (Suggestion(ghost=f" → {code}", replace=len(place.typed), parts=(code + " ",), likely=1.0),)
        orders = self.model.orders(place.context)
        offers = sorted(self._offers(place, orders), key=lambda o: -o.likely * o.gain)
        return tuple(self._suggestion(place, o) for o in offers[:3] if o.likely >= SURE and o.gain > 0)

    def _place(self, before: str) -> _Place:
        line = before[before.rfind("\n") + 1:][-_REACH:]
        titled = _TITLED.search(line)
        typed = (titled or _PARTIAL.search(line))[0]
        done = line[: len(line) - len(typed)]
        found = list(in_sentence_case(pieces(done), self._known))
        if len(line) < _REACH:
            found.insert(0, START)
        recent = [self.people.of_form[p] for p in found if p in self.people.of_form]
        last = found[-1] if found else START
        get = self.model.numbers.get
        context = [get(self._class(p), 1 << 22) for p in found[-6:]]
        return _Place(context, last, typed, last in SENTENCE_ENDS, recent)

    def _offers(self, place: _Place, orders: list[Order]) -> Iterator[_Offer]:
        model, typed = self.model, place.typed
        scored: list[tuple[int, float, str]] = []
        start = typed
        mass = 0.0
        numbers = model.followers(place.context, orders, typed)
        if place.starts and typed[:1].isupper():
            low = typed[0].lower() + typed[1:]
            numbers |= model.followers(place.context, orders, low)
        for n in numbers:
            word = model.words[n]
            if n == self._someone or not is_word(word):
                continue
            p = model.likely(orders, n)
            mass += p
            shown = word[0].upper() + word[1:] if place.starts else word
            scored.append((n, p, shown))
        someone = model.likely(orders, self._someone)
        weights = self.people.weights(place.recent)
        names: list[tuple[float, str, int]] = []
        low = typed.casefold()
        for at, each in enumerate(self.people.all):
            p = someone * weights[at]
            if each.prose.startswith(typed):
                if typed:
                    p *= 0.5
                names.append((p, each.prose, 0))
            elif len(typed) > 1 and each.surname.casefold().startswith(low):
                p *= 0.5
                names.append((p, each.prose, len(typed)))
            elif each.motion.startswith(typed):
                names.append((p * 0.02, each.motion, 0))
            else:
                continue
            mass += p
        if not typed:
            mass = 1.0 - sum(model.likely(orders, model.number(c)) for c in ",.;:)")
        mass += 1e-5
        if typed and typed in model.numbers or (place.starts and typed.lower() in model.numbers):
            yield from self._whole(place, orders, mass)
        for n, p, shown in scored:
            if shown.startswith(typed) and shown != typed:
                left = shown[len(typed):] + " "
                yield _Offer(left, 0, n, p / mass, len(left) - 1)
        for p, form, gone in names:
            if form == typed: continue
            words = form + " " if gone else form[len(typed):] + " "
            yield _Offer(words, gone, self._someone, p / mass, len(form) - len(typed))

    def _whole(self, place, orders, mass):
        m = self.model
        n = m.numbers.get(place.typed)
        if n is None or (place.starts and place.typed.lower() in m.numbers):
            n = m.numbers.get(place.typed.lower(), n)
        p = m.likely(orders, n) / mass
        context = [*place.context, n]
        after = m.orders(context)
        nxt = self._likeliest(context, after)
        if nxt:
            n2, p2 = nxt
            w = m.words[n2]
            if n2 == self._someone or not is_word(w): return
            words = joined(place.typed, w) + " "
            yield _Offer(words, 0, n2, p * p2, len(words) - 1)

    def _likeliest(self, context, orders):
        m = self.model
        top = orders[-1].counts if len(orders) > 1 else {}
        cands = sorted(top, key=lambda n: -top[n])[:5] + m._common_after(context[-1], "")[:3]
        best = max(((m.likely(orders, n), n) for n in set(cands)), default=None)
        return (best[1], best[0]) if best else None

    def _suggestion(self, place: _Place, o: _Offer) -> Suggestion:
        parts = [o.words]
        m = self.model
        context = [*place.context, o.piece]
        if place.typed and o.words[:1] == " ":
            context.insert(-1, m.numbers.get(place.typed, 1 << 22))
        total = 1.0
        while len(parts) < _MOST_WORDS:
            orders = m.orders(context)
            nxt = self._likeliest(context, orders)
            if not nxt: break
            n, p = nxt
            total *= p
            if p < GOES_ON: break
            w = m.words[n]
            if w == START: break
            if n == self._someone:
                break
            if w in CLOSERS:
                parts[-1] = parts[-1].rstrip() + w + " "
                context.append(n)
                if w in ".?!": break
                continue
            if w in ("'s", "’s"):
                parts[-1] = parts[-1].rstrip() + w + " "
                context.append(n); continue
            if not is_word(w): break
            parts.append(w + " ")
            context.append(n)
        words = "".join(parts)
        return Suggestion(ghost=f" → {words}" if o.replace else words, replace=o.replace, parts=tuple(parts), likely=o.likely)
