"""What the last word of a line may become: an act, a person who could be meant, an item, a word."""

from collections.abc import Callable, Iterable, Iterator

from clerk.clean import letters_of
from clerk.domain.motions import open_motion
from clerk.speech.hearing import Hearing

Pool = Callable[[Hearing], Iterable[str]]


def completions(line: str, hearing: Hearing) -> Iterator[str]:
    """What the last word may become; those who could be meant come first, in the room's order.

    Nothing is offered inside the words of a motion, a nature or a summary.
    """
    head, _, last = line.rpartition(" ")
    said, wanted = head.split(), letters_of(last)
    if any(mark in head for mark in (":", "“", '"')) and not _between_votes(said):
        return
    for each in dict.fromkeys(_candidates(said, hearing)):
        if letters_of(each).startswith(wanted) and letters_of(each) != wanted:
            yield each


def _between_votes(said: list[str]) -> bool:
    """In a vote by names a colon is before each list of them, and ends nothing."""
    return bool(said) and said[0].casefold() == "names"


def _candidates(said: list[str], hearing: Hearing) -> Iterator[str]:
    if not said:
        return
    verb, behind = said[0].casefold().rstrip(":"), said[1:]
    before = said[-1].casefold()
    if verb == "sub":
        pool: Pool = _away if "for" in behind else _others
        yield from _surnames(pool(hearing), hearing)
        if behind and "for" not in behind:
            yield "for"
        return
    follow = (*(hearing.kinds_as_typed if verb == "doi" else ()), *_FOLLOW.get(verb, ()))
    if before not in _TAKES_NAME and behind:
        yield from follow
    if verb in _ITEMS and (behind or verb not in _POOLS):
        yield from (item.ref for item in hearing.meeting.items if item.ref)
    pools = _POOLS.get(verb, ()) if not behind or before in _TAKES_NAME or verb in _MANY else ()
    for pool in pools:
        yield from _surnames(pool(hearing), hearing)
    if not behind:
        yield from follow


def _surnames(people: Iterable[str], hearing: Hearing) -> Iterator[str]:
    for person in people:
        if person in hearing.people:
            yield hearing.people[person].surname


def _here(hearing: Hearing) -> Iterable[str]:
    return hearing.presence.everyone


def _members(hearing: Hearing) -> Iterable[str]:
    return (*hearing.presence.members, *hearing.presence.remote)


def _entitled(hearing: Hearing) -> Iterable[str]:
    return hearing.entitled


def _holders(hearing: Hearing) -> Iterable[str]:
    return hearing.holders


def _away(hearing: Hearing) -> Iterable[str]:
    return (person for person in hearing.holders if person not in hearing.presence.everyone)


def _gone(hearing: Hearing) -> Iterable[str]:
    return (p for p, why in hearing.presence.away.items() if why.startswith("left"))


def _expected(hearing: Hearing) -> Iterable[str]:
    return dict.fromkeys((*_away(hearing), *hearing.presence.away))


def _others(hearing: Hearing) -> Iterable[str]:
    return (person for person in hearing.people if person not in hearing.holders)


def _moved(hearing: Hearing) -> Iterable[str]:
    return (movement.person for movement in hearing.meeting.movements)


def _candidates_of(hearing: Hearing) -> Iterable[str]:
    motion = open_motion(hearing.meeting.motions, hearing.item)
    return (each.person for each in motion.candidates) if motion else ()


_POOLS: dict[str, tuple[Pool, ...]] = {
    **dict.fromkeys(("out", "left"), (_here,)),
    **dict.fromkeys(("back", "returned"), (_gone,)),
    **dict.fromkeys(("in", "arrived"), (_expected,)),
    **dict.fromkeys(("apol", "apologies", "absent"), (_away, _holders)),
    **dict.fromkeys(("present", "remote"), (_away,)),
    **dict.fromkeys(("moved", "m", "proposed", "amend", "nom", "chair"), (_members, _holders)),
    "doi": (_here, _holders),
    **dict.fromkeys(("names", "record"), (_entitled,)),
    "votes": (_candidates_of,),
    "standin": (_others,),
    "strike": (_moved,),
}
"""Whose surnames each act offers, pool after pool."""
_MANY = ("apol", "apologies", "absent", "present", "remote", "votes", "names")
"""Acts in which one name may follow another."""
_TAKES_NAME = ("by", "s", "sec", "sec.", "seconded", "and", "against:", "for:", "abstain:")
"""Words behind which a name comes."""
_ITEMS = ("out", "left", "doi", "exclude", "private", "exempt", "unexempt", "title", "summary",
          "urgent")  # fmt: skip
_FOLLOW: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("out", "left"), ("interest",)),
    **dict.fromkeys(("moved", "m", "proposed", "amend"), ("sec",)),
    "nom": ("as", "by", "sec"),
    "doi": (
        "none", "stays", "left", "spoke", "novote", "other", "dpi", "personal", "prejudicial",
        "arrears", "sensitive", "dispensation", "registered", "unregistered",
    ),
    "names": ("against:", "abstain:", "for:"),
    "record": ("for", "against", "abstain"),
    "casting": ("for", "against"),
    **dict.fromkeys(("carried", "lost"), ("unanimously",)),
    "again": ("carried", "lost"),
    "referred": ("to",),
    "strike": ("vote", "motion", "doi"),
    "standin": ("for",),
}  # fmt: skip
"""Words that may come next."""
