"""A practised clerk: which keys are pressed for the words that are wanted, looking at the ghost.

The clerk looks at what is offered behind the cursor and nothing else, and takes what saves keys:
Tab where all of it is wanted, Right where its first words are. Someone who attended is named by
letters of the surname; a code is typed where its phrase is wanted; a date is typed short. A guess
that failed is taken back with a Backspace for each letter, and every key counts.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from clerk.suggest import Suggestion
from clerk.when import MONTHS, WEEKDAYS

_GIVES_WAY = " ,;:.?!)]”'’/%\n"
"""What may stand behind an accepted word: a space, or what takes the automatic one away."""
_CODE_SAVES = 10
_DAY = re.compile(
    rf"(?P<weekday>(?:{'|'.join(WEEKDAYS)}) )?(?P<day>\d{{1,2}}) "
    rf"(?P<month>{'|'.join(MONTHS)}) \d{{4}}\b"
)
_MOST_LETTERS = 5
"""Letters of a surname after which a clerk gives up."""


class Page(Protocol):
    """What the clerk sees of a text that is typed at its end."""

    @property
    def text(self) -> str:
        """All that stands there."""

    @property
    def ours(self) -> bool:
        """Whether it ends with a space that nobody typed."""

    @property
    def offered(self) -> Suggestion:
        """What is shown behind the cursor."""


@dataclass
class Watched:
    """What was seen on the way."""

    shown: int = 0
    right: int = 0


@dataclass
class Typist:
    """A clerk at a page. Each method gives the keys one by one; the page follows each."""

    page: Page
    surnames: Mapping[str, str]
    """The forms of those who attended, each with the surname."""
    codes: Mapping[str, str]
    watched: Watched = field(default_factory=Watched)
    _tried: set[int] = field(default_factory=set)

    def keys(self, wanted: str) -> Iterator[str]:
        """The keys for a text that begins with what stands on the page already."""
        self._tried = set()
        while self._done(wanted) < len(wanted):
            yield from self._next(wanted)
        assert self.page.text.rstrip(" ") == wanted.rstrip(" "), (self.page.text, wanted)

    def _done(self, wanted: str) -> int:
        """How much of what is wanted stands there; an automatic space counts where wanted."""
        text = self.page.text
        at = len(text)
        assert wanted.startswith(text.rstrip(" ")), (text[-60:], wanted[max(0, at - 60) : at + 9])
        return at - 1 if self.page.ours and text[-1] != wanted[at - 1 : at] else at

    def _next(self, wanted: str) -> Iterator[str]:
        self._watch(wanted)
        if day := self._day_wanted(wanted):
            yield from self._by_letters(day, wanted)
        elif code := self._code_wanted(wanted):
            yield from self._by_letters(code, wanted)
        elif key := self._accepting(wanted):
            yield key
        elif surname := self._surname_wanted(wanted):
            yield from self._by_surname(surname, wanted)
        else:
            yield from self._press(wanted[self._done(wanted)], wanted)

    def _watch(self, wanted: str) -> None:
        offered = self.page.offered
        if offered:
            self.watched.shown += 1
            self.watched.right += self._gain(self._accepted(offered, 1), wanted) > 0

    def _press(self, character: str, wanted: str) -> Iterator[str]:
        at, text = self._done(wanted), self.page.text
        if self.page.ours and text[-1:] == wanted[at - 1 : at] and character in _GIVES_WAY[1:]:
            yield " "  # a space is wanted before this mark: typed, so that it stays
        yield character
        if self.page.ours and not self._space_fits(wanted):
            yield "backspace"

    def _space_fits(self, wanted: str) -> bool:
        behind = wanted[len(self.page.text) - 1 :][:1]
        return not behind or behind in _GIVES_WAY

    # --- what is offered ----------------------------------------------------------------------

    def _accepting(self, wanted: str) -> str:
        """The key that takes as much as is wanted of what is shown; empty where none saves one."""
        offered = self.page.offered
        best, saved = "", 0
        for count in range(1, len(offered.parts) + 1):
            gain = self._gain(self._accepted(offered, count), wanted)
            whole = count == len(offered.parts)
            cost = 1 if whole else count
            if gain - cost > saved:
                best, saved = "tab" if whole else "right", gain - cost
        return best

    def _accepted(self, suggestion: Suggestion, count: int) -> str:
        words = "".join(suggestion.parts[:count])
        text = self.page.text
        return text[: len(text) - suggestion.replace] + words

    def _gain(self, text: str, wanted: str) -> int:
        """The wanted characters that accepting brings; 0 where it brings another."""
        if not self._fits(text, wanted):
            return 0
        body = text.rstrip(" ")
        spaced = text.endswith(" ") and wanted[len(body) : len(body) + 1] == " "
        return len(body) + spaced - self._done(wanted)

    def _fits(self, text: str, wanted: str) -> bool:
        """Whether it is what is wanted, up to the end of a word."""
        body = text.rstrip(" ")
        return wanted.startswith(body) and wanted[len(body) :][:1] in (*_GIVES_WAY, "")

    # --- what a clerk knows without looking ---------------------------------------------------

    def _by_surname(self, surname: str, wanted: str) -> Iterator[str]:
        """Someone who attended, by letters of the surname, typed until the ghost has the name."""
        self._tried.add(self._done(wanted))
        typed = 0
        for letter in surname[:_MOST_LETTERS].lower():
            yield letter
            typed += 1
            if key := self._taking(typed, wanted):
                yield key
                return
        for _ in range(typed):
            yield "backspace"

    def _by_letters(self, typed: str, wanted: str) -> Iterator[str]:
        """A phrase by its code, or a day typed short."""
        self._tried.add(self._done(wanted))
        yield from typed
        if key := self._taking(len(typed), wanted):
            yield key
            return
        for _ in typed:
            yield "backspace"

    def _taking(self, letters: int, wanted: str) -> str:
        """The key that takes what replaces just the letters typed, all or the first of it."""
        offered = self.page.offered
        if offered.replace != letters:
            return ""
        if self._fits(self._accepted(offered, len(offered.parts)), wanted):
            return "tab"
        return "right" if self._fits(self._accepted(offered, 1), wanted) else ""

    def _surname_wanted(self, wanted: str) -> str:
        at = self._done(wanted)
        if at in self._tried or at != len(self.page.text) or (at and wanted[at - 1] not in " (\n“"):
            return ""
        for form, surname in self.surnames.items():
            if wanted.startswith(form, at) and not wanted[at + len(form) :][:1].isalnum():
                return surname
        return ""

    def _day_wanted(self, wanted: str) -> str:
        """A day in words, as it is typed short: "16/4"."""
        at = self._done(wanted)
        if at in self._tried or at != len(self.page.text) or (at and wanted[at - 1] not in " (\n"):
            return ""
        found = _DAY.match(wanted, at)
        if not found or (found["weekday"] and at and wanted[at - 1] != "\n"):
            return ""
        return f"{found['day']}/{MONTHS.index(found['month']) + 1}"

    def _code_wanted(self, wanted: str) -> str:
        at = self._done(wanted)
        if at in self._tried or at != len(self.page.text) or (at and wanted[at - 1] not in " \n"):
            return ""
        for code, words in self.codes.items():
            if len(words) - len(code) > _CODE_SAVES and wanted.startswith(words, at):
                return code
        return ""
