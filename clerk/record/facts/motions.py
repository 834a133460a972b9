"""Motions and votes in the house's words, each vote after the other, amendments first."""

from collections.abc import Iterator

from clerk.domain.meetings import Meeting, Minute
from clerk.domain.motions import Casting, Motion, OwnVote, Tally, Vote, outcome_of
from clerk.law.exclusion import power
from clerk.record.context import Context
from clerk.record.facts.counts import count_words, counted_values, number
from clerk.record.facts.room import name_of, setting_of
from clerk.record.facts.said import Said
from clerk.record.facts.votes_named import named_sentences
from clerk.record.style.room import MotionStyle
from clerk.record.wording import filled, listed, paragraphs_named, places


def motion_sentences(meeting: Meeting, minute: Minute, context: Context) -> Iterator[Said]:
    """Everything moved and voted on in a minute's items, but the motion to exclude the public."""
    business = business_in(meeting, minute)
    mine = [m for m in meeting.motions if m.item in business and m.kind != "exclusion"]
    for motion in mine:
        if motion.kind == "amendment" and any(motion.of == other.id for other in mine):
            continue
        amendments = [m for m in mine if m.kind == "amendment" and m.of == motion.id]
        yield from sentences_of(motion, context, amendments)


def business_in(meeting: Meeting, minute: Minute) -> set[str]:
    """What is told in a minute: itself, and the items of which it is the first minute.

    An item heard partly in private has two minutes; what happened in the second names that minute.
    """
    first = (i for i in minute.items if (own := meeting.minute_of(i)) and own.id == minute.id)
    return {minute.id, *first}


def sentences_of(
    motion: Motion, context: Context, amendments: list[Motion] | None = None
) -> Iterator[Said]:
    """One motion: who moved it, the amendments with their votes, its own votes, its end."""
    yield from _moved(motion, context)
    for amendment in amendments or ():
        yield from sentences_of(amendment, context)
    style = context.style.room.motions
    if amendments and motion.votes:
        yield from _substantive(motion, amendments, style)
    for at, vote in enumerate(motion.votes):
        if at and style.again:
            yield Said(f"{vote.id}/again", "paragraph", style.again)
        yield from vote_sentences(vote, context)
    yield from _end(motion, style)
    yield from _resolved(motion, context)


def exclusion_sentences(motion: Motion, meeting: Meeting, context: Context) -> Iterator[Said]:
    """The motion to exclude the public: the resolution where it was carried."""
    style = context.style.room.exclusion
    outcome = outcome_of(motion)
    if outcome == "lost":
        yield Said(motion.id, "paragraph", style.lost)
    elif outcome == "carried":
        yield Said(motion.id, "paragraph", exclusion_words(motion, meeting, context))


def exclusion_words(motion: Motion, meeting: Meeting, context: Context) -> str:
    """The words of the resolution to exclude the public, under the power of the day."""
    style, lists = context.style.room.exclusion, context.style.lists
    by = power(setting_of(meeting, context))
    items = [i for each in motion.items if (i := meeting.item(each)) and i.ref]
    values = {
        "power": by.section,
        "paragraphs": paragraphs_named(motion.paragraphs),
        "items": listed([item.ref for item in items], lists.separator, lists.last),
        "reason": motion.reason.rstrip("."),
    }
    if by.by_paragraphs and motion.paragraphs and by.section:
        return filled(style.text, values)
    if motion.reason and by.section:
        return filled(style.for_reason, values)
    return filled(style.unstated, values)


def vote_sentences(vote: Vote, context: Context) -> Iterator[Said]:
    """How one vote went: the outcome, the numbers or names, the casting vote, votes recorded."""
    style = context.style.room.motions
    for tally in vote.tallies:
        yield Said(f"{vote.id}/{tally.person}", "displayed", _tally(tally, context))
    result = _result(vote, style) if vote.result and not vote.tallies else ""
    if result:
        yield Said(vote.id, "outcome", filled(result, counted_values(vote, style)))
    counts = count_words(vote.counts, style) if vote.counts and not vote.named else ""
    if counts and "counts" not in places(result):
        yield Said(f"{vote.id}/counts", "outcome", counts)
    if vote.named:
        yield from named_sentences(vote, vote.named, context)
    if vote.casting:
        yield Said(f"{vote.id}/casting", "displayed", _casting(vote.casting, context))
    for own in vote.own_votes:
        yield Said(f"{vote.id}/own/{own.person}", "displayed", _own(own, context))


def _result(vote: Vote, style: MotionStyle) -> str:
    if vote.result == "lost":
        return style.lost
    return style.carried_unanimously if vote.unanimous else style.carried


def _moved(motion: Motion, context: Context) -> Iterator[Said]:
    style = context.style.room.motions
    if motion.kind == "election":
        for candidate in motion.candidates:
            words = (style.nominated, style.nominated_unseconded, style.nominated_put)
            people = (candidate.mover, candidate.seconder, candidate.person)
            text = _proposal(words, people, motion, context)
            yield Said(f"{motion.id}/{candidate.person}", "paragraph", text)
        return
    amends = motion.kind == "amendment"
    words = (
        (style.amendment, style.amendment_unseconded, style.amendment_put)
        if amends
        else (style.moved, style.unseconded, style.put)
    )
    if motion.mover or motion.words:
        text = _proposal(words, (motion.mover, motion.seconder, ""), motion, context)
        yield Said(motion.id, "paragraph", text)


def _proposal(
    words: tuple[str, str, str], people: tuple[str, str, str], motion: Motion, context: Context
) -> str:
    style = context.style.room.motions
    mover, seconder, candidate = (
        name_of(person, context, style.names) if person else "" for person in people
    )
    chosen = words[0] if mover and seconder else words[1] if mover else words[2]
    return filled(chosen, _values(motion, mover=mover, seconder=seconder, candidate=candidate))


def _values(
    motion: Motion, *, mover: str = "", seconder: str = "", candidate: str = ""
) -> dict[str, str]:
    """What the places of every sentence on a motion hold."""
    return {
        "mover": mover,
        "seconder": seconder,
        "candidate": candidate,
        "office": motion.office,
        "words": motion.words.strip().rstrip("."),
    }


def _substantive(motion: Motion, amendments: list[Motion], style: MotionStyle) -> Iterator[Said]:
    """The motion once more, now that the amendments are decided."""
    amended = any(outcome_of(amendment) == "carried" for amendment in amendments)
    words = style.substantive_amended if amended else style.substantive
    text = filled(words, _values(motion))
    if text:
        yield Said(f"{motion.id}/put", "paragraph", text)


def _end(motion: Motion, style: MotionStyle) -> Iterator[Said]:
    if motion.outcome == "withdrawn":
        yield Said(f"{motion.id}/end", "paragraph", style.withdrawn)
    elif motion.outcome == "referred":
        yield Said(f"{motion.id}/end", "paragraph", filled(style.referred, {"to": motion.to}))


def _resolved(motion: Motion, context: Context) -> Iterator[Said]:
    style = context.style.room.motions
    if motion.kind == "election":
        winner = elected(motion)
        if winner and style.elected:
            values = _values(motion, candidate=name_of(winner, context, style.names))
            yield Said(f"{motion.id}/elected", "paragraph", filled(style.elected, values))
    elif motion.kind == "motion" and motion.words and outcome_of(motion) == "carried":
        last = next(vote for vote in reversed(motion.votes) if vote.result)
        words = filled(style.resolved, {**_values(motion), **counted_values(last, style)})
        if words:
            yield Said(f"{motion.id}/resolved", "paragraph", words)


def elected(motion: Motion) -> str:
    """Who won an election: most votes, by the casting vote where two have most; empty if open."""
    if not motion.votes:
        return ""
    last = motion.votes[-1]
    if last.casting and last.casting.candidate:
        return last.casting.candidate
    if not last.tallies:
        alone = len(motion.candidates) == 1 and last.result == "carried"
        return motion.candidates[0].person if alone else ""
    ranked = sorted(last.tallies, key=lambda tally: tally.votes or 0, reverse=True)
    tied = len(ranked) > 1 and ranked[0].votes == ranked[1].votes
    return "" if tied else ranked[0].person


def _tally(tally: Tally, context: Context) -> str:
    style = context.style.room.motions
    words = style.tally_one if tally.votes == 1 else style.tally
    name = name_of(tally.person, context, style.names)
    return filled(words, {"name": name, "votes": number(tally.votes)})


def _casting(casting: Casting, context: Context) -> str:
    style = context.style.room.motions
    presiding = name_of(casting.person, context, style.names) if casting.person else ""
    candidate = name_of(casting.candidate, context, style.names) if casting.candidate else ""
    return filled(
        style.casting_candidate if candidate else style.casting,
        {
            "name": presiding or f"the {context.chair_title}",
            "way": casting.way,
            "candidate": candidate,
            "chair_title": context.chair_title,
        },
    )


def _own(own: OwnVote, context: Context) -> str:
    style = context.style.room.motions
    words = {
        "for": style.own_vote_for,
        "against": style.own_vote_against,
        "abstained": style.own_abstention,
    }[own.way]
    return filled(words, {"name": name_of(own.person, context, style.names)})
