"""`opened`, `closed`, `chair`, `here`, `adjourned`, `exclude`, `readmit`, `exempt`, `urgent`."""

import datetime as dt
import re

from msgspec.structs import replace

from clerk.domain.agenda_acts import ItemChanged
from clerk.domain.base import new_id
from clerk.domain.meetings import AgendaItem, Author, Exempt, Minute
from clerk.domain.minute_acts import MinuteChanged, MinuteOpened
from clerk.domain.motions import Motion, Vote
from clerk.domain.movements import Movement, MovementKind
from clerk.domain.room_acts import ExemptMarked, MovementNoted, PublicExcluded, TimesSet
from clerk.errors import InputError
from clerk.names import full
from clerk.speech.hearing import (
    Acts,
    Hearing,
    first_time,
    item_of,
    split_words,
    time_of,
    tokens_of,
    who,
)


def opened(words: str, hearing: Hearing) -> Acts:
    """ "10.02"."""
    return times(hearing, opened=_needed_time(words, hearing))


def times(hearing: Hearing, opened: dt.time | None = None, closed: dt.time | None = None) -> Acts:
    """When the meeting opened and closed; None leaves one as it is."""
    return (TimesSet(sitting=_sitting(hearing), opened=opened, closed=closed),)


def presided(person: str, hearing: Hearing) -> Acts:
    """Somebody took the chair from the start."""
    return (TimesSet(sitting=_sitting(hearing), chair=person),)


def closed(words: str, hearing: Hearing) -> Acts:
    """ "12.40"."""
    return times(hearing, closed=_needed_time(words, hearing))


def chair(words: str, hearing: Hearing) -> Acts:
    """ "bell": presided from the start; once anything has happened, took the chair then.

    "bell start" says from the start whatever has happened since.
    """
    name, rest = split_words(words, hearing)
    room = hearing.presence
    person = who(name, hearing, (*room.members, *room.remote), hearing.holders)
    at = next((time for token in rest if (time := time_of(token, hearing))), None)
    if "start" in [token.casefold() for token in rest]:
        return presided(person, hearing)
    return takes_chair(person, at, hearing)


def takes_chair(person: str, at: dt.time | None, hearing: Hearing) -> Acts:
    """Somebody presides: from the start, or from now on once anything has happened."""
    if at is None and not hearing.item and not hearing.meeting.movements:
        return presided(person, hearing)
    return (noted("took the chair", at or hearing.now, hearing, person),)


def adjourned(words: str, hearing: Hearing) -> Acts:
    """ "11.00 to 11.15", "11.00", or nothing."""
    times = [at for token in tokens_of(words) if (at := time_of(token, hearing))]
    first = times[0] if times else hearing.now
    act = noted("adjourned", first, hearing)
    if len(times) > 1:
        resumption = Movement(id=new_id(), kind="resumed", at=times[1], item=hearing.item)
        return (replace(act, also=(resumption,)),)
    return (act,)


def resumed(words: str, hearing: Hearing) -> Acts:
    """ "11.15", or nothing."""
    return (noted("resumed", first_time(tokens_of(words), hearing), hearing),)


def readmitted(words: str, hearing: Hearing) -> Acts:
    """ "12.10", or nothing: the public may come in again."""
    return (noted("public readmitted", first_time(tokens_of(words), hearing), hearing),)


def excluded(words: str, hearing: Hearing) -> Acts:
    """ "3", "3, 5 C1", or ": a reason" in a parish: carried, and the item is exempt."""
    plain, _, reason = words.partition(":")
    tokens = tokens_of(plain)
    paragraphs = tuple(token for token in tokens if re.fullmatch(r"[1-7]", token))
    items = [item.id for t in tokens if t not in paragraphs and (item := item_of(t, hearing))]
    unknown = [t for t in tokens if t not in paragraphs and item_of(t, hearing) is None]
    if unknown and time_of(unknown[-1], hearing) is None:
        raise InputError(
            f"“{unknown[0]}” is no paragraph of Schedule 12A and no item here. Type the paragraphs "
            "from 1 to 7, then the items if others than this one: exclude 3 C1."
        )
    if not (paragraphs or reason.strip()):
        raise InputError("Type on which paragraphs of Schedule 12A: exclude 3; or exclude: reason.")
    covered = tuple(items) or ((hearing.item,) if hearing.item else ())
    if not covered:
        raise InputError("Say for which items: exclude 3 C1.")
    return excludes(covered, paragraphs, reason, hearing, first_time(tokens_of(plain), hearing))


def excludes(
    covered: tuple[str, ...],
    paragraphs: tuple[str, ...],
    reason: str,
    hearing: Hearing,
    at: dt.time | None = None,
) -> Acts:
    """The motion to exclude the public for these items is carried, and the public goes."""
    motion = Motion(
        id=new_id(),
        kind="exclusion",
        item=hearing.item or covered[0],
        items=covered,
        paragraphs=paragraphs,
        reason=" ".join(reason.split()),
        votes=(Vote(id=new_id(), result="carried", after=hearing.last_movement),),
    )
    movement = Movement(
        id=new_id(), kind="public excluded", at=at or hearing.now, item=hearing.item
    )
    return (PublicExcluded(motion=motion, movement=movement, exempt=Exempt(paragraphs=paragraphs)),)


def private(words: str, hearing: Hearing) -> Acts:
    """ "3": the rest of this item in private, in a second minute that is exempt."""
    opening = second_minute(hearing)
    return (opening, *excluded(words, replace(hearing, item=opening.minute.id)))


def second_minute(hearing: Hearing) -> MinuteOpened:
    """A second minute of the item, behind its open one; raises InputError where it has none."""
    begun = hearing.meeting.minute_of(hearing.item)
    if begun is None:
        raise InputError(
            "This item has no open minute yet. To hear all of it in private: exclude 3."
        )
    rest = Minute(id=new_id(), title=begun.title, items=begun.items)
    order = [minute.id for minute in hearing.meeting.minutes]
    after = order[order.index(begun.id) + 1 :]
    return MinuteOpened(minute=rest, before=after[0] if after else "")


def exempt(words: str, hearing: Hearing) -> Acts:
    """ "C1 3": an item marked exempt, before or without the motion."""
    item, rest = _item_first(words, hearing, "exempt C1 3")
    paragraphs = tuple(t for t in tokens_of(rest) if re.fullmatch(r"[1-7]", t))
    title = item.exempt.public_title if item.exempt else ""
    exempted = Exempt(
        paragraphs=paragraphs, confidential="confidential" in rest.casefold(), public_title=title
    )
    return (ExemptMarked(of=item.id, exempt=exempted),)


def opened_up(words: str, hearing: Hearing) -> Acts:
    """ "C1": an item marked exempt is open again."""
    item, _ = _item_first(words, hearing, "unexempt C1")
    return (ExemptMarked(of=item.id),)


def public_title(words: str, hearing: Hearing) -> Acts:
    """ "C1: Contract award": what the public edition calls an exempt item."""
    item, rest = _item_first(words, hearing, "title C1: Contract award")
    if item.exempt is None:
        raise InputError(f"Item {item.ref} is not exempt, so its own title is public. Exempt it.")
    title = " ".join(rest.split())
    return (ExemptMarked(of=item.id, exempt=replace(item.exempt, public_title=title)),)


def summarised(words: str, hearing: Hearing) -> Acts:
    """ "C1: words": the written summary of an exempt item's minute (LGA 1972 s100C(2))."""
    item, rest = _item_first(words, hearing, "summary C1: The contract was awarded.")
    if hearing.meeting.minute_of(item.id) is None:
        raise InputError(f"Item {item.ref} has no minute yet, so there is nothing to summarise.")
    return (ExemptMarked(of=item.id, exempt=item.exempt, summary=" ".join(rest.split())),)


def here(words: str, hearing: Hearing) -> Acts:
    """ "tilson" or "Mr B Field, Performance Manager": was present for this item alone.

    Someone of the register by letters of the name; anyone else by the name and post as printed.
    """
    minute = hearing.meeting.minute_of(hearing.item) or hearing.meeting.minute(hearing.item)
    if minute is None:
        raise InputError("This item has no minute yet: type its first word, then say who came.")
    name, _, post = (part.strip() for part in words.partition(","))
    if not name:
        raise InputError("Say who was here for this item: here Mr B Field, Performance Manager.")
    if len(name.split()) > 1:
        author = Author(name=name, post=post)
    else:
        person = who(name, hearing, hearing.officers, hearing.people)
        known = full(hearing.people[person])
        author = Author(name=known, post=post or hearing.officers.get(person, ""), person=person)
    return (MinuteChanged(minute=minute.id, present_for=(*minute.present_for, author)),)


def urgent(words: str, hearing: Hearing) -> Acts:
    """ "B3: the bridge closed on Monday": taken as urgent, with the chair's reason."""
    item, reason = _item_first(words, hearing, "urgent B3: the bridge closed on Monday")
    return (ItemChanged(item=replace(item, state="urgent", reason=" ".join(reason.split()))),)


def _item_first(words: str, hearing: Hearing, example: str) -> tuple[AgendaItem, str]:
    first, _, rest = words.strip().replace(":", " ", 1).partition(" ")
    item = item_of(first, hearing)
    if item is None:
        raise InputError(f"Begin with an item's reference: {example}.")
    return item, rest.strip()


def noted(
    kind: MovementKind, at: dt.time | None, hearing: Hearing, person: str = ""
) -> MovementNoted:
    """An event of the meeting itself, while the item that is taken is."""
    movement = Movement(id=new_id(), kind=kind, person=person, at=at, item=hearing.item)
    return MovementNoted(movement=movement)


def _sitting(hearing: Hearing) -> str:
    sittings = hearing.meeting.sittings
    return sittings[-1].id if sittings else new_id()


def _needed_time(words: str, hearing: Hearing) -> dt.time:
    at = first_time(tokens_of(words), hearing)
    if at is None or (words.strip() and not any(time_of(t, hearing) for t in tokens_of(words))):
        raise InputError("Type the time: opened 10.02, closed 12.40.")
    return at
