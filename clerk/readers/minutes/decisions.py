"""Decisions that stand inside a paragraph rather than as a resolution of their own."""

import re

_BODY = (
    r"(?:Cabinet|Committee|Sub-Committee|Council|Board|Panel|Commission|Authority|Members|Executive|"
    r"Governors|Forum|Group|Meeting|meeting)"
)
# "… after which the Panel resolved to accept the tender", "… and it was RESOLVED that …"
_RESOLVED = re.compile(
    rf"(?:\b(?:[Tt]he )?(?:[A-Z][\w’'&-]* ){{0,5}}?{_BODY} (?:unanimously |then |therefore |also )?"
    r"[Rr]esolved|\b[Ii]t was (?:unanimously |then |therefore |further )?(?:resolved|RESOLVED)"
    rf"|\b(?:[Tt]he )?(?:[A-Z][\w’'&-]* ){{0,5}}?{_BODY} RESOLVED|\bRESOLVED)"
    r",? (?:that|to|That)\b",
)
# "The minutes of the meeting held on 5 May were agreed as a true record and signed by the Chair."
_MINUTES = re.compile(
    r"^The [Mm]inutes? of (?:the |a )?(?:[\w’'-]+ ){0,6}?(?:[Mm]eetings?|[Pp]roceedings)\b.{0,160}?"
    r"\b(?:were|was|be)\b.{0,40}?\b(?:agreed|approved|confirmed|accepted|signed|adopted)\b"
)
_EARLIER = re.compile(
    r"(?:\b(?:had|has|have|where|when|previously|previous)"
    r"|(?<!following )(?<!after )(?<!upon )\bwhich)\b[^.]{0,40}$"
)
_SENTENCE_END = re.compile(r"[.?!](?=\s+[A-Z“‘(\[]|\s*$)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Cllr|St|No|Nos|para|paras|p|pp|e\.g|i\.e)|\b[A-Z])$"
)


def marked(text: str) -> tuple[str, str]:
    """A paragraph with the words of its decision in `[[ … ]]`, and those words; "" if none.

    What it tells of an earlier meeting ("which had been resolved") is no decision of this one.
    """
    if "[[" in text:
        return text, ""
    span = _minutes_span(text) or _resolved_span(text)
    if span is None:
        return text, ""
    start, end = span
    return f"{text[:start]}[[{text[start:end]}]]{text[end:]}", text[start:end]


def _minutes_span(text: str) -> tuple[int, int] | None:
    """The sentence that approves the minutes, with its full stop."""
    start = 0
    for end in [*_ends(text), len(text)]:
        sentence = text[start:end].strip()
        if _MINUTES.match(sentence):
            at = text.index(sentence, start)
            return at, at + len(sentence)
        start = end
    return None


def _resolved_span(text: str) -> tuple[int, int] | None:
    """The clause that resolves, without the full stop that ends its sentence."""
    for found in _RESOLVED.finditer(text):
        if _EARLIER.search(text[: found.start()]):
            continue
        end = next((end for end in _ends(text) if end > found.end()), len(text))
        clause = text[found.start() : end].rstrip()
        return found.start(), found.start() + len(clause.rstrip(".").rstrip())
    return None


def _ends(text: str) -> list[int]:
    """Where each sentence of the text ends, the full stop within it."""
    return [
        found.end()
        for found in _SENTENCE_END.finditer(text)
        if not _ABBREVIATION.search(text[max(found.start() - 12, 0) : found.start()])
    ]
