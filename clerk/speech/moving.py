"""`moved`, `amend`, `nom`, `withdrawn`, `referred`: what is put before the meeting."""

import re

from msgspec.structs import replace

from clerk.domain.base import new_id
from clerk.domain.motions import Candidate, Motion, last_motion, open_motion, outcome_of
from clerk.domain.room_acts import MotionMoved
from clerk.errors import InputError, NotFoundError
from clerk.speech.hearing import Acts, Hearing, who

_SECONDED = r"(?:\s*[,;]?\s*\b(?:sec(?:onded|onder)?|s)\.?\s+(?:by\s+)?(?P<seconder>[^:]+?))?"
_MOVED = re.compile(
    rf"(?:by\s+)?(?P<mover>[^:]*?){_SECONDED}\s*(?:(?::|\b(?=that\b))\s*(?P<words>.*))?", re.I
)
_NOMINATED = re.compile(
    r"(?P<candidate>[^,:]+?)(?:\s+as\s+(?P<office>[^,:]+?))?"
    rf"(?:\s*,?\s*\bby\s+(?P<mover>[^,:]+?))?{_SECONDED}",
    re.I,
)


def moved(words: str, hearing: Hearing) -> Acts:
    """ "ang, sec bur: that the report be noted"; before "that" the colon may be left out."""
    return (MotionMoved(motion=_read(words, hearing)),)


def amended(words: str, hearing: Hearing) -> Acts:
    """ "ang, sec bur: that “noted” become “welcomed”": to the motion that is open."""
    motions = [m for m in hearing.meeting.motions if m.item == hearing.item]
    main = [m for m in motions if m.kind == "motion" and not outcome_of(m)]
    if not main:
        raise NotFoundError("No motion is open on this item, so none can be amended. Move one.")
    amendment = replace(_read(words, hearing), kind="amendment", of=main[-1].id)
    return (MotionMoved(motion=amendment),)


def nominated(words: str, hearing: Hearing) -> Acts:
    """ "scholar as Vice-Chairman by king, sec stock": a candidate of the item's election."""
    found = _NOMINATED.fullmatch(words.strip())
    if found is None:
        raise InputError(
            "Type who is proposed, and by whom: nom pell as Chairman by dace, sec orme."
        )
    return with_candidate(
        member(found["candidate"], hearing),
        hearing,
        office=found["office"] or "",
        mover=member(found["mover"], hearing) if found["mover"] else "",
        seconder=member(found["seconder"], hearing) if found["seconder"] else "",
    )


def with_candidate(
    person: str, hearing: Hearing, *, office: str = "", mover: str = "", seconder: str = ""
) -> Acts:
    """The item's election with one more candidate; begun where none is open."""
    known = open_motion(hearing.meeting.motions, hearing.item)
    if known is None or known.kind != "election":
        known = Motion(id=new_id(), kind="election", item=hearing.item)
    others = tuple(c for c in known.candidates if c.person != person)
    candidates = (*others, Candidate(person=person, mover=mover, seconder=seconder))
    filled = (office or known.office).strip()
    return (MotionMoved(motion=replace(known, office=filled, candidates=candidates)),)


def withdrawn(_: str, hearing: Hearing) -> Acts:
    """The motion that is open is withdrawn."""
    return (MotionMoved(motion=replace(_open(hearing), outcome="withdrawn")),)


def referred(words: str, hearing: Hearing) -> Acts:
    """ "to Cabinet": the motion that is open is referred."""
    to = re.sub(r"^(?:back\s+)?to\s+", "", words.strip(), flags=re.I)
    return (MotionMoved(motion=replace(_open(hearing), outcome="referred", to=to)),)


def _open(hearing: Hearing) -> Motion:
    motion = open_motion(hearing.meeting.motions, hearing.item)
    if motion is None:
        decided = last_motion(hearing.meeting.motions, hearing.item)
        more = " The last one is decided." if decided else ""
        raise NotFoundError(f"No motion is open on this item.{more}")
    return motion


def _read(words: str, hearing: Hearing) -> Motion:
    found = _MOVED.fullmatch(words.strip())
    if found is None or not (found["mover"].strip() or found["words"]):
        raise InputError(
            "Type who moved, who seconded, and the words: moved pell, sec orme: that it be noted."
        )
    mover, seconder = found["mover"].strip(" ,"), found["seconder"]
    return Motion(
        id=new_id(),
        item=hearing.item,
        words=" ".join((found["words"] or "").split()),
        mover=member(mover, hearing) if mover else "",
        seconder=member(seconder, hearing) if seconder else "",
    )


def member(words: str, hearing: Hearing) -> str:
    """The member who is meant, those present before other seat holders."""
    room = hearing.presence
    return who(words, hearing, (*room.members, *room.remote), hearing.holders)
