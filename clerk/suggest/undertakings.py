"""Undertakings hidden in prose: "Mr Pell undertook to provide …", who is to do it, and what."""

import re
from collections.abc import Iterator

from clerk.domain.base import Fact
from clerk.suggest.tokens import NAMED


class Undertaking(Fact, frozen=True):
    """An action that a sentence holds."""

    officer: str
    """Who undertook it, in the sentence's words; empty where it does not say."""
    what: str
    """What is to be done, from its verb on: "provide Members with the figures"."""


_WHO = (
    rf"(?P<who>{NAMED}(?:,? and {NAMED})?|"
    r"(?:[Tt]he )?(?:[A-Z][\w’'-]+ (?:(?:of|for|and|the) )*){0,6}?"
    r"(?:Director|Head of [A-Z]\w+(?: [A-Z]\w+)*|Manager|Officer|Solicitor|Clerk|Chief Executive|"
    r"Chairman|Chair|Leader|Cabinet Member(?: for [A-Z]\w+(?:,? (?:and )?[A-Z]\w+)*)?)|"
    r"[Oo]fficers|[Hh]e|[Ss]he|[Tt]hey)"
)
_ALSO = r"(?: (?:also|then|therefore|further|subsequently|both))*"
_GIVING = (
    r"provide|circulate|send|supply|write|report|share|bring|forward|investigate|look|check|confirm|"
    r"arrange|ask|raise|speak|discuss|follow|prepare|submit|publish|e-?mail|email|contact|find|let"
)
_UNDERTOOK = re.compile(
    rf"\b{_WHO}{_ALSO} (?:undertook|offered|promised|volunteered|agreed|committed)"
    r"(?: that (?:he|she|they) would| to) (?P<what>.+)"
)
_WOULD = re.compile(
    rf"\b{_WHO}{_ALSO}"
    r"(?: (?:said|stated|confirmed|explained|advised|replied)(?: that)? (?:he|she|they))?"
    rf" would{_ALSO} (?P<what>(?:{_GIVING})\b.+)"
)
_DONE = {
    "provided": "provide",
    "circulated": "circulate",
    "sent": "send",
    "supplied": "supply",
    "brought": "bring",
    "forwarded": "forward",
    "reported": "report",
    "shared": "share",
    "submitted": "submit",
    "published": "publish",
    "arranged": "arrange",
    "prepared": "prepare",
}
_WOULD_BE = re.compile(
    rf"(?:\bthat )?(?P<thing>[^,;:]{{3,160}}?),? (?:would|should|could|will|to)?{_ALSO} ?\bbe "
    rf"(?P<done>{'|'.join(_DONE)})\b(?P<rest>[^;]*)"
)
_TAKEN = re.compile(r"\b(?:would|should|could|will)\b|\bagreed\b|\basked\b|\brequested\b")
_SAID = re.compile(r"^.*\b(?:agreed|asked|requested|said|stated|confirmed)(?: that)? ", re.DOTALL)
_TELLS = re.compile(
    r"\b(?:information|details?|reports?|notes?|briefing|cop(?:y|ies)|figures?|updates?|breakdown|"
    r"lists?|response|repl(?:y|ies)|answers?|letter|data|paper|presentation|slides|link|analysis|"
    r"statistics|map|timetable)\b",
    re.IGNORECASE,
)
"""What is provided to members; that places or services "would be provided" is no undertaking."""
_CLAUSE = re.compile(r"\b(?:was|were|would|had|is|are|that)\b")
_RESOLVED = re.compile(r"^\s*(?:RESOLVED|AGREED)\b|\b(?:[Cc]ommittee|Cabinet|Council) resolved\b")
_SENTENCE = re.compile(r"[^\n]+?(?:[.?!](?=\s|$)(?<!\b[A-Z]\.)|\n|$)")
_PRONOUN = re.compile(r"(?:[Hh]e|[Ss]he)$")


def undertaking(sentence: str, before: str = "") -> Undertaking | None:
    """What the sentence undertakes; None where it undertakes nothing.

    `before` is the text before it: "He" is whoever it names last. A resolution is a decision of
    the committee, and no undertaking.
    """
    if _RESOLVED.search(sentence):
        return None
    found = _UNDERTOOK.search(sentence) or _WOULD.search(sentence)
    if found:
        return Undertaking(officer=_who(found["who"], before), what=_ended(found["what"]))
    passive = _WOULD_BE.search(sentence)
    if passive is None or not _TAKEN.search(sentence):
        return None
    thing = _SAID.sub("", passive["thing"]).strip()
    if not _TELLS.search(thing) or _CLAUSE.search(thing):
        return None
    words = f"{_DONE[passive['done']]} {_small(thing)}{passive['rest']}"
    return Undertaking(officer="", what=_ended(words))


def undertaking_at(text: str, cursor: int) -> Undertaking | None:
    """What the sentence at the cursor undertakes."""
    for start, sentence in _sentences(text):
        if start <= cursor <= start + len(sentence):
            found = undertaking(sentence, text[:start])
            if found or cursor < start + len(sentence):
                return found
    return None


def undertakings(text: str) -> tuple[Undertaking, ...]:
    """Every undertaking of a minute, in order."""
    each = (undertaking(sentence, text[:start]) for start, sentence in _sentences(text))
    return tuple(found for found in each if found)


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    for found in _SENTENCE.finditer(text):
        yield found.start(), found.group()


def _who(words: str, before: str) -> str:
    if not _PRONOUN.match(words):
        return re.sub(r"^[Tt]he (?=[A-Z])", "the ", words)
    names = re.findall(rf"\b{NAMED}", before[-600:])
    return names[-1] if names else ""


def _small(words: str) -> str:
    """Without a sentence's capital, where a common word bears it."""
    first = re.match(r"(?:The|A|An|This|These|Further|More|Details|Information|Copies)\b", words)
    return words[:1].lower() + words[1:] if first else words


def _ended(words: str) -> str:
    return " ".join(words.split()).rstrip(".;,: ")
