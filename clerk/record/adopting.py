"""A report's recommendation adopted: "Members are asked to NOTE this report" as a resolution.

English councils minute what was decided in the subjunctive ("that the report be noted"), while
reports ask in the infinitive ("to note the report"): the object goes first, the verb behind it.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

CHOOSE = "[?]"
"""Stands in an adopted recommendation where the clerk has to choose or to complete the words."""

_LEAD = "RESOLVED that"
_BODY = (
    r"(?:the )?(?:[\w&’'-]+ ){0,9}?(?:members|committee|sub-committee|cabinet|council|board|panel|"
    r"posc|executive|authority|governors|forum)(?: of (?:the |this )?[\w&,’' -]{3,70}?)?"
)
_ASKED = re.compile(
    rf"^(?:recommendations?(?:\(s\))?\s*[:.-]\s*)?(?:"
    rf"{_BODY} (?:is|are)(?: also| therefore)? (?:(?:asked|invited|recommended|requested)"
    rf"(?:\s*:|\s+(?=that\b)|\s+to\b\s*:?)|to\b\s*:?)"
    rf"|(?:it is|i|we) (?:therefore )?recommend(?:ed)?(?:\s*:|(?= that\b))"
    rf"|that {_BODY}(?= (?:note|notes|agree|approve|endorse|consider|receive|adopt|recommend)\b)"
    rf"|to\b(?!\s+follow)\s*:?)\s*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?=[A-Z(])")
_LIMB = re.compile(
    r"^\s*(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)|\d{1,2}(?:\.\d{1,2})*\.?|[-•])\s+(?=\S)"
)
_INLINE_LIMB = re.compile(r"\s*(?<!\w)\((?:[a-h]|i{1,3}|iv|vi{0,3})\)\s+(?=\S)")
_PARTICIPLES = {
    "accept": "accepted",
    "acknowledge": "acknowledged",
    "adopt": "adopted",
    "agree": "agreed",
    "allocate": "allocated",
    "appoint": "appointed",
    "approve": "approved",
    "authorise": "authorised",
    "authorize": "authorised",
    "confirm": "confirmed",
    "consider": "considered",
    "defer": "deferred",
    "delegate": "delegated",
    "endorse": "endorsed",
    "forward": "forwarded",
    "grant": "granted",
    "instruct": "instructed",
    "nominate": "nominated",
    "note": "noted",
    "ratify": "ratified",
    "receive": "received",
    "recommend": "recommended",
    "refer": "referred",
    "refuse": "refused",
    "reject": "rejected",
    "request": "requested",
    "review": "reviewed",
    "scrutinise": "scrutinised",
    "submit": "submitted",
    "support": "supported",
    "transfer": "transferred",
    "welcome": "welcomed",
}
_PASSING = {"delegate", "forward", "grant", "recommend", "refer", "submit", "transfer", "allocate"}
"""Verbs of handing over: the participle stands before the "to" of whom it goes to."""
_WEAK = {"consider", "review", "scrutinise", "discuss"}
"""What is done at the meeting and not resolved, where a stronger verb stands beside it."""
_VERB = rf"(?:{'|'.join(_PARTICIPLES)}|comment(?: up)?on|comment|discuss)s?"
_VERBS = re.compile(
    rf"^(?:to )?(?P<verbs>{_VERB}(?: upon| on)?(?:(?:,| and| or|, and)(?: to)?(?: either)? {_VERB}"
    rf"(?: upon| on)?)*) (?P<object>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_NEXT_VERB = re.compile(
    rf"(?<! on)(?<! upon)(?:,|;)? and(?: to)? (?=(?:{'|'.join(_PARTICIPLES)}|comment)s? "
    r"(?:on |upon |and |the |that |a |any |this |its |their |an |Members|£))",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r",? (?=(?:subject to|with effect from|prior to|in order to|pending|for submission to) )"
)
_CHOICE = re.compile(
    r"^(?:to )?(?:consider(?: and)? )?either (?P<verb>\w+)(?: it)? or [\w ]+? (?:on|upon) "
    r"(?P<object>(?:the |a |an |its |this |[A-Z]).+)$",
    re.IGNORECASE | re.DOTALL,
)
_OPEN = re.compile(r"\b(?:whether|either|which|one of the|options?|preferred)\b", re.IGNORECASE)
_PASSIVE = re.compile(
    r"^that (?P<who>.{3,200}?) (?:is|are|should be|will be|be) "
    r"(?P<done>(?:\w+(?:ed|en)|made|set|put|held|spent|sent)\b.*)$",
    re.DOTALL,
)


class _Limbs(NamedTuple):
    opening: str
    limbs: tuple[str, ...]


def adopted(recommendation: str) -> str:
    """The resolution, in the notation, that adopts a report's recommendation; "" for none.

    A list gives limbs. Where the report leaves a choice to the members, or asks in a way that is
    not known, the best form has the mark CHOOSE in it: it is the clerk's to settle.
    """
    text = _tidy(recommendation)
    if not text:
        return ""
    opening, limbs = _limbs(text)
    asked = _asked_for(opening)
    if not limbs:
        return f"{_LEAD} {_closed(_clause(asked))}."
    if not asked:
        lines = [_closed(_clause(_asked_for(limb))) for limb in limbs]
    else:
        lines = [_closed(_shared(asked, limb)) for limb in limbs]
    marked = [f"({_letter(at)}) {line}" for at, line in enumerate(lines)]
    return "\n".join([_LEAD, *_punctuated(marked)])


def _letter(at: int) -> str:
    """The mark of a limb, counted from 0: a to z, then aa, ab."""
    return (_letter(at // 26 - 1) if at >= 26 else "") + chr(ord("a") + at % 26)


def _tidy(words: str) -> str:
    """The recommendation by lines, without a number before it or what stands below its end."""
    lines = [" ".join(line.split()) for line in words.strip().splitlines()]
    lines = [line for line in lines if line]
    if not lines:
        return ""
    lines[0] = _NUMBER.sub("", lines[0])
    kept = [lines[0]]
    for line in lines[1:]:
        if _LIMB.match(line):
            kept.append(line)
        elif not kept[-1].endswith("."):
            kept[-1] += f" {line}"
    return "\n".join(kept)


def _limbs(text: str) -> _Limbs:
    """What stands before a list, and the list: one limb a line, or (a), (b) run in."""
    lines = text.split("\n")
    limbs = [line for line in lines if _LIMB.match(line)]
    if len(limbs) > 1:
        opening = [line for line in lines if line not in limbs]
        return _Limbs(" ".join(opening), tuple(_LIMB.sub("", limb) for limb in limbs))
    parts = _INLINE_LIMB.split(text)
    if len(parts) > 2:
        return _Limbs(parts[0], tuple(parts[1:]))
    return _Limbs(
        " ".join(_LIMB.sub("", line) if at else line for at, line in enumerate(lines)), ()
    )


def _asked_for(words: str) -> str:
    """The words without who is asked: "note this report"."""
    return _ASKED.sub("", words).strip().rstrip(":").strip()


def _clause(words: str) -> str:
    """ "note this report" as "the report be noted"."""
    words = words.strip().rstrip(".;,:").strip()
    words = re.sub(r";?,? and$", "", words)
    if choice := _CHOICE.match(words):
        verb = _base(choice["verb"])
        if verb in _PARTICIPLES:
            return _be(verb, _object(choice["object"]), f"{_PARTICIPLES[verb]} {CHOOSE}")
    parts = [part for part in _NEXT_VERB.split(words) if part]
    if len(parts) > 1 and all(_VERBS.match(part) for part in parts):
        return " and that ".join(_clause(part) for part in parts)
    found = _VERBS.match(words)
    if found is None:
        return _unknown(words)
    return _done(_verbs(found["verbs"]), found["object"])


def _done(verbs: Sequence[str], words: str) -> str:
    """What the verbs ask, done to their object."""
    strong = [verb for verb in verbs if verb in _PARTICIPLES and verb not in _WEAK]
    thing = _object(words)
    if not strong and "comment" in verbs:
        return f"the comments made by Members on {thing} be noted"
    if not strong and (verbs[0] not in _PARTICIPLES or _OPEN.match(thing)):
        return f"{CHOOSE} {words}"
    if not strong:
        return _be(verbs[0], thing, f"{_PARTICIPLES[verbs[0]]} {CHOOSE}")
    if thing.startswith("that "):
        return _that(strong, thing)
    if "comment" in verbs:
        thing += " and the comments made by Members"
    done = " and ".join(_PARTICIPLES[verb] for verb in strong)
    return _be(strong[-1], thing, f"{done} {CHOOSE}" if _OPEN.match(thing) else done)


def _that(verbs: Sequence[str], clause: str) -> str:
    """ "agree that X is spent" as "X be spent"; "note that …" as "it be noted that …"."""
    passive = _PASSIVE.match(clause)
    if passive and not {"note", "acknowledge", "confirm"}.intersection(verbs):
        return f"{passive['who']} be {passive['done']}"
    return f"it be {' and '.join(_PARTICIPLES[verb] for verb in verbs)} {clause}"


def _be(verb: str, thing: str, done: str = "") -> str:
    """The object, "be" and the participle, before a condition and before whom it goes to."""
    done = done or _PARTICIPLES[verb]
    if verb in _PASSING and (found := re.search(r" (?=to (?:the|a|an|[A-Z]))", thing)):
        return f"{thing[: found.start()]} be {done} {thing[found.end() :]}"
    if found := _CONDITION.search(thing):
        return f"{thing[: found.start()]} be {done} {thing[found.end() :]}"
    return f"{thing} be {done}"


def _object(words: str) -> str:
    """The object as a resolution names it: "this report" is "the report" to whoever reads it."""
    words = re.sub(r"^(?:on|upon) ", "", words.strip())
    words = re.sub(r"\bthis (report|paper|information|update|presentation)\b", r"the \1", words)
    return re.sub(r"\b(?:[Tt]heir|[Yy]our) (comments|views)\b", r"Members’ \1", words)


def _verbs(words: str) -> list[str]:
    found = re.findall(r"[a-z]+", words.lower())
    bases = [
        _base(word) for word in found if word not in ("and", "or", "to", "on", "upon", "either")
    ]
    return list(dict.fromkeys(bases))


def _base(verb: str) -> str:
    small = verb.lower()
    return small[:-1] if small not in _PARTICIPLES and small[:-1] in _PARTICIPLES else small


def _unknown(words: str) -> str:
    """Words that are a clause already stay; anything else needs the clerk."""
    clause = re.sub(r"^that\s+", "", words, flags=re.IGNORECASE)
    if re.search(r"\bbe \w+", clause) and not clause.startswith(CHOOSE):
        return _object(clause[:1].lower() + clause[1:] if clause[:4] == "The " else clause)
    return f"{CHOOSE} {clause}"


def _shared(asked: str, limb: str) -> str:
    """A limb under an opening that holds the verb: "note: (a) the …"."""
    if re.fullmatch(rf"(?:to )?{_VERB}(?:(?:,| and) {_VERB})*", asked, re.IGNORECASE):
        return _clause(f"{asked} {limb}")
    return _clause(_asked_for(limb)) if _VERBS.match(limb) else _clause(f"{asked} {limb}")


def _closed(clause: str) -> str:
    """Without a mark at its end, its first letter as a clause has it."""
    return clause.strip().rstrip(".;,:")


def _punctuated(lines: Sequence[str]) -> list[str]:
    """Semicolons between limbs, "and" before the last, a full stop at the end."""
    last = len(lines) - 1
    ends = ["." if at == last else "; and" if at == last - 1 else ";" for at in range(last + 1)]
    return [line + end for line, end in zip(lines, ends, strict=True)]
