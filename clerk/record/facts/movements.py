"""Comings and goings in the house's words, under the item during which they happened."""

from collections.abc import Iterator

from clerk.domain.meetings import Meeting, Minute
from clerk.domain.movements import Movement
from clerk.domain.presence import rank_of
from clerk.domain.printed import Line, Run
from clerk.record.context import Context
from clerk.record.dates import clock
from clerk.record.facts.room import name_of
from clerk.record.wording import filled


def movement_words(movement: Movement, meeting: Meeting, context: Context) -> str:
    """ "Mr Pell left the meeting at 11.42 am"; empty where the house prints nothing of it."""
    style = context.style.room.movements
    replacing = _stood_down_for(movement, meeting)
    words = {
        "arrived": style.replaced if replacing else style.arrived,
        "left": style.left,
        "left for item": style.left_for_interest if movement.interest else style.left_for_item,
        "returned": style.returned,
        "stood down": style.stood_down,
        "took the chair": style.took_the_chair,
        "adjourned": style.adjourned,
        "resumed": style.resumed,
        "public excluded": style.public_excluded,
        "public readmitted": style.public_readmitted,
    }[movement.kind]
    other = replacing.person if replacing else movement.other
    return filled(
        words,
        {
            "name": name_of(movement.person, context, style.names) if movement.person else "",
            "other": name_of(other, context, style.names) if other else "",
            "time": clock(movement.at, context.style.dates) if movement.at else "",
        },
    )


def notes_under(meeting: Meeting, minute: Minute, context: Context) -> Iterator[Line]:
    """The notes of what happened during a minute's items."""
    for movement in meeting.movements:
        if minute_of(meeting, movement) == minute.id:
            yield from _note(movement, meeting, context)


def loose_notes(meeting: Meeting, context: Context) -> Iterator[Line]:
    """The notes of what happened before any minute, or during what has none; or all of them."""
    printed = context.style.room.movements.printed
    if printed != "never":
        for movement in meeting.movements:
            if printed == "after attendance" or not minute_of(meeting, movement):
                yield from _note(movement, meeting, context)


def opening_lines(meeting: Meeting, context: Context) -> Iterator[Line]:
    """When the meeting opened, and who presided if not the usual chair."""
    style = context.style.room.times
    opened = next((s.opened for s in meeting.sittings if s.opened), None)
    if opened and style.opened:
        closed = next((s.closed for s in reversed(meeting.sittings) if s.closed), None)
        values = {
            "time": clock(opened, context.style.dates),
            "closed": clock(closed, context.style.dates) if closed else "",
            "venue": meeting.venue,
            "chair_title": context.chair_title,
        }
        yield Line(
            kind="opening",
            runs=(Run(text=filled(style.opened, values)),),
            fact=meeting.id,
            role="opened",
        )
    chair = next((s.chair for s in meeting.sittings if s.chair), "")
    if chair and style.in_chair:
        values = {
            "name": name_of(chair, context, style.names),
            "chair_title": context.chair_title,
        }
        yield Line(
            kind="opening",
            runs=(Run(text=filled(style.in_chair, values)),),
            fact=meeting.id,
            role="in chair",
        )


def _note(movement: Movement, meeting: Meeting, context: Context) -> Iterator[Line]:
    if movement.kind == "stood down" and _arrival_of(movement, meeting) is not None:
        return  # said with the arrival of the member
    words = movement_words(movement, meeting, context)
    if words:
        text = filled(context.style.room.movements.note, {"words": words})
        yield Line(
            kind="note",
            runs=(Run(text=text),),
            fact=movement.id,
            role="movement",
            why="Somebody came or went while this item was taken.",
        )


def minute_of(meeting: Meeting, movement: Movement) -> str:
    """The minute under which a movement is told: its item's, else the last one before it."""
    if not movement.item:
        return ""
    own = meeting.minute_of(movement.item) or meeting.minute(movement.item)
    if own is not None:
        return own.id
    rank = rank_of(meeting, movement.item)
    before = [m for m in meeting.minutes if rank_of(meeting, (m.items or (m.id,))[-1]) < rank]
    return before[-1].id if before else ""


def _stood_down_for(movement: Movement, meeting: Meeting) -> Movement | None:
    """The going of the substitute whose member this is the coming of."""
    if movement.kind != "arrived":
        return None
    return next(
        (m for m in meeting.movements if m.kind == "stood down" and m.other == movement.person),
        None,
    )


def _arrival_of(movement: Movement, meeting: Meeting) -> Movement | None:
    return next(
        (m for m in meeting.movements if m.kind == "arrived" and m.person == movement.other), None
    )
