"""Keys for the prose of debate, typed with completion by a practised clerk: no screen, no editor.

`python -m tests.keystrokes.simulate [--second] [--plain-spaces] [--sure N]` types the paragraphs,
bullets, limbs and resolutions of the packs' minutes key by key, and prints the keys per printed
character of each pack; its last line is the worst. What is counted and what is known:

* Every character typed, every Enter, every mark of the notation ("- ", "(a) "), every Tab, Right
  and Backspace is a key; shift is not. Printed characters are those of the blocks alone.
* Completion knows the people who attended, 300 invented ones, the titles and references of the
  agenda, the reports of the pack (those of the *next* meeting: the resolutions of this one are in
  none of them), the shipped phrases, and the minutes typed so far. It is taught a sentence when
  that is finished, never before.
* Left out are what fields and facts print: the approval of the last minutes, lists of dates, and
  outcomes of motions.
* The clerk looks at the ghost and nothing else. If all of it is wanted, Tab; if its first words
  are, one Right for each; both only where that saves a key. Anyone who attended is named by letters
  of the surname. A code is typed where its phrase is wanted. No key is taken back but to undo a
  guess that failed, and then each Backspace counts.
"""

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from clerk.names import parse_name
from clerk.paths import templates_dir
from clerk.readers import read_paper
from clerk.suggest import Business, Completer, Paper, Someone, Sources, Suggestion, stroke
from clerk.suggest.completer import SURE
from clerk.suggest.phrases import FILE_NAME, read_phrases
from tests.packs.truth import PACKS, pack, truth

_INVENTED = 300
_GIVES_WAY = " ,;:.?!)]”'’/%\n"
"""What may stand behind an accepted word: a space, or what takes the automatic one away."""
_CODE_SAVES = 10
_MOST_LETTERS = 5
"""Letters of a surname after which a clerk gives up."""
_FIRST = ("Ash", "Brook", "Crow", "Dun", "East", "Fair", "Grove", "Hart", "Kings", "Lang", "North")
_LAST = ("by", "den", "field", "ford", "ham", "hurst", "ley", "man", "ridge", "son", "ton", "well")
_PROSE = {"para": "", "bullet": "- ", "subpara": "{number} ", "resolution": "", "table": ""}


@dataclass
class Tally:
    """What was pressed and printed."""

    keys: int = 0
    printed: int = 0
    shown: int = 0
    """Ghosts seen, one a key."""
    right: int = 0
    """Ghosts whose first word was wanted."""

    @property
    def ratio(self) -> float:
        """Keys per printed character."""
        return self.keys / self.printed


@dataclass
class Typist:
    """A practised clerk with one minute to type."""

    completer: Completer
    surnames: dict[str, str]
    """The forms of those who attended, each with the surname."""
    codes: dict[str, str]
    tally: Tally
    second: bool = False
    """Whether a second suggestion is shown as well, accepted by a key of its own."""
    plain: bool = False
    """Whether accepting puts no space behind the words."""
    text: str = ""
    ours: bool = False
    """Whether the text ends with a space that nobody typed."""
    tried: set[int] = field(default_factory=set)

    def minute(self, wanted: str, of: str) -> None:
        """Types a whole minute; the text is then what was wanted."""
        self.text, self.ours, self.tried = "", False, set()
        learnt = ""
        while self._done(wanted) < len(wanted):
            self._next(wanted)
            if self.text.rstrip(" ")[-1:] in ".?!\n" and self.text != learnt:
                learnt = self.text
                self.completer.learn(self.text, of)
        assert self.text.rstrip(" ") == wanted.rstrip(" "), (self.text, wanted)
        self.completer.learn(self.text + "\n", of)

    def _done(self, wanted: str) -> int:
        """How much of what is wanted stands there; an automatic space counts where wanted."""
        at = len(self.text)
        return at - 1 if self.ours and self.text[-1] != wanted[at - 1 : at] else at

    def _next(self, wanted: str) -> None:
        if self._by_code(wanted) or self._accept(wanted, watch=True) or self._by_surname(wanted):
            return
        self._press(wanted[self._done(wanted)], wanted)

    def _press(self, character: str, wanted: str) -> None:
        at = self._done(wanted)
        if self.ours and self.text[-1:] == wanted[at - 1 : at] and character in _GIVES_WAY[1:]:
            self.tally.keys += 1  # a space is wanted before this mark: typed, so that it stays
            self.ours = False
        self.tally.keys += 1
        typed = stroke(self.text, character, ours=self.ours)
        self.text = self.text[: len(self.text) - typed.remove] + typed.insert
        self.ours = typed.ours
        if self.ours and not self._space_fits(wanted):
            self.tally.keys += 1  # Backspace
            self.text, self.ours = self.text[:-1], False

    def _space_fits(self, wanted: str) -> bool:
        behind = wanted[len(self.text) - 1 :][:1]
        return not behind or behind in _GIVES_WAY

    def _accept(self, wanted: str, *, watch: bool = False) -> bool:
        """Accepts as much as is wanted of what is shown, where that saves a key."""
        shown = self.completer.choices(self.text, len(self.text))[: 2 if self.second else 1]
        best, saved, words = "", 0, 0
        for suggestion in shown:
            for count in range(1, len(suggestion.parts) + 1):
                text = self._accepted(suggestion, count)
                gain = self._gain(text, wanted)
                cost = 1 if count == len(suggestion.parts) else count
                if gain - cost > saved:
                    best, saved, words = text, gain - cost, cost
        if watch and shown:
            self.tally.shown += 1
            self.tally.right += any(self._gain(self._accepted(s, 1), wanted) for s in shown)
        if not best:
            return False
        self.tally.keys += words
        self.text, self.ours = best, best.endswith(" ")
        return True

    def _accepted(self, suggestion: Suggestion, count: int) -> str:
        words = "".join(suggestion.parts[:count])
        kept = self.text[: len(self.text) - suggestion.replace]
        return kept + (words.rstrip() if self.plain else words)

    def _gain(self, text: str, wanted: str) -> int:
        """The wanted characters that accepting brings; 0 where it brings another."""
        if not self._fits(text, wanted):
            return 0
        body = text.rstrip(" ")
        spaced = not self.plain and wanted[len(body) : len(body) + 1] == " "
        return len(body) + spaced - self._done(wanted)

    def _fits(self, text: str, wanted: str) -> bool:
        """Whether it is what is wanted, up to the end of a word."""
        body = text.rstrip(" ")
        return wanted.startswith(body) and wanted[len(body) :][:1] in (*_GIVES_WAY, "")

    def _by_surname(self, wanted: str) -> bool:
        """Someone who attended, by letters of the surname, typed until the ghost has the name."""
        at = self._done(wanted)
        surname = self._named_at(wanted, at)
        if not surname or at in self.tried:
            return False
        self.tried.add(at)
        before, ours = self.text, self.ours
        for letter in surname[:_MOST_LETTERS].lower():
            self.tally.keys += 1
            self.text, self.ours = self.text + letter, False
            if self._take(len(self.text) - at, wanted):
                return True
        self.tally.keys += len(self.text) - len(before)  # Backspace
        self.text, self.ours = before, ours
        return False

    def _take(self, letters: int, wanted: str) -> bool:
        """Accepts what replaces just the letters typed, all of it or the first, where wanted."""
        suggestion = self.completer.suggest(self.text, len(self.text))
        for count in {len(suggestion.parts), 1} if suggestion.replace == letters else ():
            text = self._accepted(suggestion, count)
            if self._fits(text, wanted):
                self.tally.keys += 1
                self.text, self.ours = text, text.endswith(" ")
                return True
        return False

    def _named_at(self, wanted: str, at: int) -> str:
        if at != len(self.text) or (at and wanted[at - 1] not in " (\n“"):
            return ""
        for form, surname in self.surnames.items():
            if wanted.startswith(form, at) and not wanted[at + len(form) :][:1].isalnum():
                return surname
        return ""

    def _by_code(self, wanted: str) -> bool:
        """A phrase by its code, which the clerk knows without looking."""
        at = self._done(wanted)
        if at != len(self.text) or (at and wanted[at - 1] not in " \n"):
            return False
        for code, words in self.codes.items():
            if len(words) - len(code) > _CODE_SAVES and wanted.startswith(words, at):
                before, ours = self.text, self.ours
                self.text, self.ours = self.text + code, False
                if self._take(len(code), wanted):
                    self.tally.keys += len(code)
                    return True
                self.text, self.ours = before, ours
        return False


def simulate(name: str, *, sure: float = SURE, second: bool = False, plain: bool = False) -> Tally:
    """Types the prose of one pack's minutes."""
    minutes = truth(name, "minutes")
    sources = sources_of_pack(name, minutes)
    typist = Typist(
        Completer(sources, sure=sure),
        {form: parse_name(form).surname for form in _forms(minutes)},
        dict(sources.phrases),
        Tally(),
        second=second,
        plain=plain,
    )
    for at, item in enumerate(minutes["items"]):
        lines = list(_lines(item))
        if lines:
            typist.tally.printed += sum(len(text) for _, text in lines)
            typist.tally.keys += 1  # the next item
            typist.minute("\n".join(mark + text for mark, text in lines), of=str(at))
    return typist.tally


def sources_of_pack(name: str, minutes: dict[str, Any]) -> Sources:
    """What the clerk of the minuted meeting has at hand: nothing of its minutes."""
    people = [*_attending(minutes), *_invented(random.Random(name))]
    papers = [
        Paper(subject=r.subject, by=r.by, recommendation=r.recommendation, text=r.text)
        for r in read_paper(pack(name)).reports
    ]
    for paper in papers:
        for item in minutes["items"]:
            for _, text in _lines(item):
                assert len(text) < 100 or text not in paper.text, "a paper holds these minutes"
    return Sources(
        people=tuple(people),
        committee=minutes["committee_in_sentence"],
        authority=minutes["authority"].title(),
        agenda=tuple(
            Business(title=item["title"], ref=item["agenda_ref"] or "") for item in minutes["items"]
        ),
        papers=tuple(papers),
        phrases=read_phrases(templates_dir() / FILE_NAME),
    )


def _attending(minutes: dict[str, Any]) -> Iterator[Someone]:
    for entry in (*minutes["present"], *(minutes["also_present"] or ())):
        standing = "substitute" if entry.get("substitute_for") else "present"
        yield Someone(
            name=parse_name(entry["name"]),
            standing="substitute" if standing == "substitute" else "present",
        )
    for entry in minutes["in_attendance"] or ():
        yield Someone(name=parse_name(entry["name"]), standing="officer")


def _forms(minutes: dict[str, Any]) -> Iterator[str]:
    """How those who attended may be named, the longest form first."""
    names = [each.name for each in _attending(minutes)]
    forms = [f"{n.title} {n.given} {n.surname}" for n in names]
    yield from forms + [f"{n.title} {n.surname}" for n in names]


def _invented(chance: random.Random) -> Iterator[Someone]:
    for _ in range(_INVENTED):
        title, letter = chance.choice(("Mr", "Mrs", "Ms", "Dr")), chance.choice("ABCDEFGHJKLMPRST")
        name = f"{title} {letter} {chance.choice(_FIRST)}{chance.choice(_LAST)}"
        yield Someone(name=parse_name(name))


def _lines(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The mark and the text of each block that has to be typed."""
    for block in item["blocks"]:
        if block["kind"] in _PROSE and "correctly recorded" not in block["text"]:
            mark = _PROSE[block["kind"]].format(number=block["number"])
            yield mark, " ".join(block["text"].split())


def main() -> None:
    """Prints a line a pack, and the worst."""
    parser = argparse.ArgumentParser(prog="python -m tests.keystrokes.simulate")
    parser.add_argument("--second", action="store_true", help="show a second suggestion too")
    parser.add_argument("--plain-spaces", action="store_true", help="accepting puts no space")
    parser.add_argument("--sure", type=float, default=SURE, help="least likelihood that is shown")
    asked = parser.parse_args()
    worst = 0.0
    for name in PACKS:
        tally = simulate(name, sure=asked.sure, second=asked.second, plain=asked.plain_spaces)
        worst = max(worst, tally.ratio)
        print(
            f"{name}: {tally.keys} keys, {tally.printed} printed characters, {tally.ratio:.3f}; "
            f"ghost shown {tally.shown} times, first word right {tally.right / tally.shown:.0%}"
        )
    print(f"debate {worst:.3f}")


if __name__ == "__main__":
    main()
