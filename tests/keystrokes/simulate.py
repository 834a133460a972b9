"""Keys for the prose of debate alone, typed on a bare page: no screen, no register, no file.

`python -m tests.keystrokes.simulate [--sure N] [--papers]` types the paragraphs, bullets, limbs and
resolutions of the packs' minutes with the clerk of `tests.keystrokes.typist`, and prints the keys
per printed character of each pack; its last line is the worst. It is the quick way to try a change
of completion; the measure is `python -m tests.keystrokes`.

Completion knows the people who attended, 300 invented ones, the titles and references of the
agenda, the shipped phrases, and the minutes typed so far; with `--papers` the reports of the pack
as well, which are those of the *next* meeting. Left out is what fields and facts print: the
approval of the last minutes, lists of dates, outcomes of motions.
"""

import argparse
import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from clerk.names import parse_name
from clerk.paths import templates_dir
from clerk.readers import read_paper
from clerk.store.phrases import FILE_NAME, read_phrases
from clerk.suggest import (
    NOTHING,
    Business,
    Completer,
    Paper,
    Someone,
    Sources,
    Suggestion,
    ends_here,
    stroke,
)
from clerk.suggest.completer import SURE
from tests.keystrokes.given import invented_names
from tests.keystrokes.typist import Typist
from tests.packs.truth import PACKS, pack, truth

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


class BarePage:
    """What the editor does with a key, without an editor."""

    def __init__(self, completer: Completer) -> None:
        self.completer = completer
        self.of = ""
        self.text = ""
        self.ours = False
        self.offered: Suggestion = NOTHING

    def begin(self, of: str) -> None:
        """An empty page for another minute."""
        if self.of:
            self.completer.learn(self.text + "\n", self.of)
        self.of, self.text, self.ours, self.offered = of, "", False, NOTHING

    def press(self, key: str) -> None:
        """One key at the end of the text."""
        if key in ("tab", "right"):
            words = self.offered.words if key == "tab" else self.offered.first
            self.text = self.text[: len(self.text) - self.offered.replace] + words
            self.ours = words.endswith(" ")
        elif key == "backspace":
            self.text, self.ours = self.text[:-1], False
        else:
            typed = stroke(self.text, key, ours=self.ours)
            self.text = self.text[: len(self.text) - typed.remove] + typed.insert
            self.ours = typed.ours
        if ends_here(self.text):
            self.completer.learn(self.text, self.of)
        line = self.text.rpartition("\n")[2]
        self.offered = self.completer.suggest(line, len(line))


def simulate(name: str, *, sure: float = SURE, papers: bool = False) -> Tally:
    """Types the prose of one pack's minutes."""
    minutes, tally = truth(name, "minutes"), Tally()
    sources = sources_of_pack(name, minutes, papers=papers)
    page = BarePage(Completer(sources, sure=sure))
    surnames = {form: parse_name(form).surname for form in _forms(minutes)}
    typist = Typist(page, surnames, dict(sources.phrases))
    for at, item in enumerate(minutes["items"]):
        lines = list(_lines(item))
        if not lines:
            continue
        tally.printed += sum(len(text) for _, text in lines)
        tally.keys += 1  # the next item
        page.begin(str(at))
        for key in typist.keys("\n".join(mark + text for mark, text in lines)):
            tally.keys += 1
            page.press(key)
    tally.shown, tally.right = typist.watched.shown, typist.watched.right
    return tally


def sources_of_pack(name: str, minutes: dict[str, Any], *, papers: bool) -> Sources:
    """What the clerk of the minuted meeting has at hand: nothing of its minutes."""
    people = [
        *_attending(minutes),
        *(Someone(name=parse_name(words)) for words in invented_names(random.Random(name))),
    ]
    reports = [
        Paper(subject=r.subject, by=r.by, recommendation=r.recommendation, text=r.text)
        for r in (read_paper(pack(name)).reports if papers else ())
    ]
    for paper in reports:
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
        papers=tuple(reports),
        day=dt.date.fromisoformat(minutes["date_iso"]),
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


def _lines(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The mark and the text of each block that has to be typed."""
    for block in item["blocks"]:
        if block["kind"] in _PROSE and "correctly recorded" not in block["text"]:
            mark = _PROSE[block["kind"]].format(number=block["number"])
            yield mark, " ".join(block["text"].split())


def main() -> None:
    """Prints a line a pack, and the worst."""
    parser = argparse.ArgumentParser(prog="python -m tests.keystrokes.simulate")
    parser.add_argument("--sure", type=float, default=SURE, help="least likelihood that is shown")
    parser.add_argument("--papers", action="store_true", help="give the next meeting's reports")
    asked = parser.parse_args()
    worst = 0.0
    for name in PACKS:
        tally = simulate(name, sure=asked.sure, papers=asked.papers)
        worst = max(worst, tally.ratio)
        print(
            f"{name}: {tally.keys} keys, {tally.printed} printed characters, {tally.ratio:.3f}; "
            f"ghost shown {tally.shown} times, first word right {tally.right / tally.shown:.0%}"
        )
    print(f"debate {worst:.3f}")


if __name__ == "__main__":
    main()
