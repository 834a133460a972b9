"""`carried`, `lost`, `vote`, `names`, `votes`, `casting`, `record`: how it was decided."""

import re
from typing import Literal

from msgspec.structs import replace

from clerk.domain.base import new_id
from clerk.domain.motions import (
    Casting,
    Counts,
    Motion,
    Named,
    OwnVote,
    Tally,
    Vote,
    Way,
    last_motion,
    open_motion,
)
from clerk.domain.room_acts import VoteChanged, VoteTaken
from clerk.errors import InputError, NotFoundError
from clerk.speech.hearing import Acts, Hearing, time_of, who

Result = Literal["", "carried", "lost"]
_COUNTS = re.compile(r"(\d+)\s*[-–/]\s*(\d+)(?:\s*[-–/]\s*(\d+))?")
_UNANIMOUS = re.compile(r"\b(?:unan\w*|nem\.?\s*con\.?|una)\b", re.IGNORECASE)
_GROUP = re.compile(
    r"\b(?P<way>for|against|abst\w*)\s*:?\s+(?P<names>.+?)(?=[;,]?\s*\b(?:for|against|abst\w*)\b|$)",
    re.IGNORECASE,
)
_REST = ("rest", "all", "others", "everyone", "everybody", "the rest", "all others")


def carried(words: str, hearing: Hearing) -> Acts:
    """ "7-2-1", "unan", or nothing: carried, counted or not."""
    return _decided("carried", words, hearing)


def lost(words: str, hearing: Hearing) -> Acts:
    """ "3-5": lost, counted or not."""
    return _decided("lost", words, hearing)


def put(words: str, hearing: Hearing) -> Acts:
    """ "7-2-1": carried or lost as the numbers have it; a tie is lost without a casting vote."""
    counts = read_counts(words)
    if counts is None:
        raise InputError("Type the numbers for, against and abstaining: vote 7-2-1.")
    return _decided(result_of(counts), words, hearing)


def again(words: str, hearing: Hearing) -> Acts:
    """ "carried 6-5": a second vote on the motion decided last; the first one stays."""
    verb, _, rest = words.strip().partition(" ")
    result: Result = "lost" if verb.casefold().startswith("lost") else "carried"
    motion = last_motion(hearing.meeting.motions, hearing.item)
    if motion is None:
        raise NotFoundError("Nothing has been put to the vote on this item, so not again either.")
    return (VoteTaken(vote=_vote(result, rest, hearing), motion=motion),)


def by_names(words: str, hearing: Hearing) -> Acts:
    """ "against: craske; abstain: cole": all others who are present and entitled are for.

    With "for: a, b" as well, whoever is named nowhere did not vote; "for: rest" says all others.
    """
    groups = _groups(words)
    people = {way: _people(names, hearing) for way, names in groups.items()}
    named = [person for each in people.values() for person in each]
    rest = tuple(person for person in hearing.entitled if person not in named)
    for way in ("for", "against", "abstained"):
        if groups.get(way, "").casefold() in _REST:
            people[way] = rest
    in_favour = people.get("for", rest if "for" not in groups else ())
    vote = Named(
        in_favour=in_favour,
        against=people.get("against", ()),
        abstained=people.get("abstained", ()),
    )
    taken = replace(_vote(result_of(vote.counts), "", hearing), named=vote)
    return (VoteTaken(vote=taken, motion=_before_us(hearing)),)


def tallied(words: str, hearing: Hearing) -> Acts:
    """ "scholar 4, baldry 4": the votes for each candidate of the item's election."""
    motion = _before_us(hearing)
    if motion.kind != "election":
        raise NotFoundError("No election is open on this item. Type nom NAME for each candidate.")
    tallies = []
    for part in words.split(","):
        found = re.fullmatch(r"\s*(?P<name>.+?)[\s:]+(?P<votes>\d+)(?:\s+votes?)?\s*", part)
        if found is None:
            raise InputError("Type each candidate with the votes: votes scholar 4, baldry 4.")
        candidates = [candidate.person for candidate in motion.candidates]
        person = who(found["name"], hearing, candidates)
        tallies.append(Tally(person=person, votes=int(found["votes"])))
    return with_tallies(motion, tuple(tallies), hearing)


def with_tallies(motion: Motion, tallies: tuple[Tally, ...], hearing: Hearing) -> Acts:
    """A vote between candidates; open where two have most."""
    most = sorted((tally.votes or 0 for tally in tallies), reverse=True)
    tied = len(most) > 1 and most[0] == most[1]
    vote = replace(vote_now("" if tied else "carried", hearing), tallies=tallies)
    return (VoteTaken(vote=vote, motion=motion),)


def casting(words: str, hearing: Hearing) -> Acts:
    """ "for" or "against", or "for scholar" in an election: added to the vote taken last."""
    motion, vote = _last_vote(hearing)
    found = re.fullmatch(r"(?P<way>for|against)(?:\s+(?P<name>.+))?", words.strip(), re.I)
    if found is None:
        raise InputError("Type which way the casting vote went: casting for, casting against.")
    if motion.kind == "election":
        candidates = [candidate.person for candidate in motion.candidates]
        return with_casting(motion, vote, who(found["name"] or "", hearing, candidates), hearing)
    return with_casting(motion, vote, found["way"].casefold(), hearing)


def with_casting(motion: Motion, vote: Vote, how: str, hearing: Hearing) -> Acts:
    """The casting vote of whoever presides: `how` is "for", "against", or a candidate's id."""
    chair = hearing.presence.chair or _usual_chair(hearing)
    if motion.kind == "election":
        cast, result = Casting(person=chair, candidate=how), "carried"
    elif how == "for":
        cast, result = Casting(person=chair, way="for"), "carried"
    else:
        cast, result = Casting(person=chair, way="against"), "lost"
    return (VoteChanged(motion=motion.id, vote=replace(vote, casting=cast, result=result)),)


def recorded(words: str, hearing: Hearing) -> Acts:
    """ "bell against": that member's own vote, recorded at their request."""
    motion, vote = _last_vote(hearing)
    found = re.fullmatch(r"(?P<name>.+?)\s+(?P<way>for|against|abst\w*)", words.strip(), re.I)
    if found is None:
        raise InputError("Type whose vote, and which way: record bell against.")
    person = who(found["name"], hearing, hearing.entitled, hearing.presence.members)
    return with_own_vote(motion, vote, person, _way(found["way"]))


def with_own_vote(motion: Motion, vote: Vote, person: str, way: Way) -> Acts:
    """One member's vote, recorded at their request."""
    own = OwnVote(person=person, way=way)
    others = tuple(each for each in vote.own_votes if each.person != person)
    return (VoteChanged(motion=motion.id, vote=replace(vote, own_votes=(*others, own))),)


def _decided(result: Result, words: str, hearing: Hearing) -> Acts:
    return (VoteTaken(vote=_vote(result, words, hearing), motion=_before_us(hearing)),)


def vote_now(result: Result, hearing: Hearing) -> Vote:
    """A vote taken at this moment, not counted."""
    return Vote(id=new_id(), result=result, at=hearing.now, after=hearing.last_movement)


def _vote(result: Result, words: str, hearing: Hearing) -> Vote:
    plain = words.strip()
    counts = read_counts(plain)
    left = _UNANIMOUS.sub("", _COUNTS.sub("", plain)).replace("at ", " ").strip(" ,;.")
    at = time_of(left, hearing) if left else None
    if left and at is None:
        raise InputError(f"“{left}” is no count. Type it like carried 7-2-1, or carried alone.")
    vote = vote_now(result, hearing)
    return replace(vote, unanimous=is_unanimous(plain), counts=counts, at=at or vote.at)


def read_counts(words: str) -> Counts | None:
    """ "7-2-1": for, against, abstaining; None where the words hold no count."""
    found = _COUNTS.search(words)
    if found is None:
        return None
    return Counts(
        in_favour=int(found[1]),
        against=int(found[2]),
        abstained=int(found[3]) if found[3] is not None else None,
    )


def is_unanimous(words: str) -> bool:
    """Whether they say that nobody was against it."""
    return bool(_UNANIMOUS.search(words))


def result_of(counts: Counts) -> Result:
    """Carried or lost, as the numbers have it: a tie is lost."""
    return "carried" if (counts.in_favour or 0) > (counts.against or 0) else "lost"


def _before_us(hearing: Hearing) -> Motion:
    """The motion that is open; one without words where nothing was moved."""
    motion = open_motion(hearing.meeting.motions, hearing.item)
    return motion or Motion(id=new_id(), item=hearing.item)


def _last_vote(hearing: Hearing) -> tuple[Motion, Vote]:
    motion = last_motion(hearing.meeting.motions, hearing.item)
    if motion is None:
        raise NotFoundError("No vote has been taken on this item yet. Type the vote first.")
    return motion, motion.votes[-1]


def _groups(words: str) -> dict[str, str]:
    groups = {_way(found["way"]): found["names"].strip(" ,;") for found in _GROUP.finditer(words)}
    if not groups:
        raise InputError("Type who voted otherwise: names against: craske; abstain: cole.")
    return {str(way): names for way, names in groups.items()}


def _way(words: str) -> Way:
    plain = words.casefold()
    if plain == "for":
        return "for"
    return "against" if plain == "against" else "abstained"


def _people(names: str, hearing: Hearing) -> tuple[str, ...]:
    if names.casefold() in (*_REST, "none", "nobody"):
        return ()
    parts = [part for part in re.split(r",|\band\b", names) if part.strip()]
    return tuple(
        who(part, hearing, hearing.entitled, hearing.presence.members, hearing.holders)
        for part in parts
    )


def _usual_chair(hearing: Hearing) -> str:
    """The Chairman, or where they are not there the Vice-Chairman, if a role says so."""
    here = hearing.presence.members
    ranked = sorted((p for p in here if hearing.roles.get(p)), key=lambda p: _rank(p, hearing))
    return ranked[0] if ranked else ""


def _rank(person: str, hearing: Hearing) -> int:
    role = hearing.roles[person].casefold()
    return 0 if role.startswith("chair") else 1 if role.startswith(("vice", "deputy")) else 2
