"""`doi`: an interest declared, or that nobody declared any."""

import re

from clerk.domain.base import new_id
from clerk.domain.interests import Declaration, Done, InterestKind
from clerk.domain.meeting_acts import MeetingAct
from clerk.domain.room_acts import DeclarationMade, NothingDeclared
from clerk.errors import InputError
from clerk.speech.hearing import Hearing, item_of, split_words, who

KINDS: dict[str, InterestKind] = {
    "dpi": "disclosable pecuniary",
    "pecuniary": "disclosable pecuniary",
    "other": "other significant",
    "osi": "other significant",
    "significant": "other significant",
    "personal": "personal",
    "voluntary": "personal",
    "prejudicial": "prejudicial",
    "arrears": "council tax arrears",
    "s106": "council tax arrears",
}
"""Short words for the kinds of interest."""
DEEDS: dict[str, Done] = {
    "stays": "stayed",
    "stayed": "stayed",
    "speaks": "spoke",
    "spoke": "spoke",
    "leaves": "left",
    "left": "left",
    "out": "left",
    "novote": "did not vote",
}
"""Short words for what was done."""
_QUOTED = re.compile(r"[\"“](?P<nature>[^\"”]*)[\"”]?|:\s*(?P<rest>.*)$")
_AS = re.compile(r"\b(?:as|because)\s+\S.*$", re.IGNORECASE)


def declared(words: str, hearing: Hearing) -> tuple[MeetingAct, ...]:
    """ "green B1 other stays “as governor of the school”", or "none".

    The nature of a sensitive interest is dropped here, before anything is kept.
    """
    if words.strip().casefold() in ("none", "nil", "no"):
        return (NothingDeclared(),)
    plain, nature = _nature(words)
    name, rest = split_words(plain, hearing)
    tokens = [token.casefold() for token in rest]
    item = next((found.id for token in rest if (found := item_of(token, hearing))), "")
    own = hearing.kinds_as_typed
    said = [own[t] if t in own else t[1:].replace("-", " ") for t in tokens if t in own or _own(t)]
    own_kind = next(iter(said), "")
    known = (*_KNOWN, *own)
    unknown = [t for t in tokens if not (t in known or _own(t) or item_of(t, hearing))]
    if unknown:
        raise InputError(
            f"“{unknown[0]}” is no item, kind or deed here. Kinds: dpi, other, personal, "
            "prejudicial, arrears, or the council's own as =registrable; deeds: stays, spoke, "
            "left, novote; the nature in “…”."
        )
    sensitive = "sensitive" in tokens
    kinds = [KINDS[token] for token in tokens if token in KINDS]
    return (
        DeclarationMade(
            declaration=Declaration(
                id=new_id(),
                person=who(name, hearing, hearing.presence.everyone, hearing.holders),
                item=item,
                kind=kinds[0] if kinds else _usual(sensitive),
                own_kind=own_kind,
                nature="" if sensitive else nature,
                sensitive=sensitive,
                done=next((DEEDS[token] for token in tokens if token in DEEDS), ""),
                dispensation="granted" if {"dispensation", "disp"} & {*tokens} else "",
                registered=_registered(tokens),
            )
        ),
    )


_KNOWN = frozenset(
    {*KINDS, *DEEDS, "sensitive", "dispensation", "disp", "registered", "unregistered", "item"}
)


def _own(token: str) -> bool:
    return token[:1] == "="


def _usual(sensitive: bool) -> InterestKind:
    """The kind where none was said: only a pecuniary one can be sensitive in law."""
    return "disclosable pecuniary" if sensitive else "personal"


def _registered(tokens: list[str]) -> bool | None:
    if "unregistered" in tokens:
        return False
    return True if "registered" in tokens else None


def _nature(words: str) -> tuple[str, str]:
    found = _QUOTED.search(words)
    if found:
        nature = (found["nature"] or found["rest"] or "").strip()
        return words[: found.start()] + " " + words[found.end() :], nature
    said = _AS.search(words)
    if said:
        return words[: said.start()], said[0].strip()
    return words, ""
