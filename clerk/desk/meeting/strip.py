"""The room in two lines, for the foot of a screen: it is made anew whenever an act is done."""

from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.domain.base import Fact
from clerk.record.facts.room import NO_GROUP, Room, name_of
from clerk.when import clock


class Strip(Fact, frozen=True):
    """What the strip says of the room while an item is taken."""

    here: str
    """ "present 11 of 13 · quorum 4 ✓ 7 may leave"."""
    detail: str = ""
    """By group, who may not vote and why, who presides if another does, the public excluded."""
    warning: str = ""
    """What to tell the clerk of the quorum; empty while all is well."""


def strip_of(desk: MeetingDesk, item: str) -> Strip:
    """The room while `item` is taken; says so where nobody was marked yet."""
    turnout, room = desk.turnout(), desk.room(item)
    of_seats = f" of {turnout.seats}" if turnout.seats else ""
    if not turnout.begun:
        return Strip(here=f"nobody marked{of_seats}")
    waiting = f", {turnout.waiting} not marked" if turnout.waiting else ""
    here = f"present {len(room.present)}{of_seats}{waiting}"
    closed = next((s.closed for s in reversed(desk.meeting.sittings) if s.closed), None)
    if closed is not None:  # what held for the room holds no longer: not the quorum, not the door
        return Strip(here=f"{here} · closed at {clock(closed)}")
    calling = bool(turnout.waiting) and not desk.meeting.movements
    return Strip(
        here=" · ".join(part for part in (here, _quorum(room, calling)) if part),
        detail=" · ".join(_details(desk, room)),
        warning="" if calling else " ".join(room.warnings),
    )


def _quorum(room: Room, calling: bool) -> str:
    """While the roll is being called too few are marked, and that means nothing."""
    spare = room.spare
    if spare is None:
        return ""
    if calling:
        return f"quorum {room.quorum}"
    if spare < 0:
        return f"NO QUORUM: {room.quorum} needed"
    return f"quorum {room.quorum} ✓ {spare if spare else 'NONE'} may leave"


def _details(desk: MeetingDesk, room: Room) -> list[str]:
    found = []
    presence = room.presence
    if presence.adjourned:
        found.append("ADJOURNED")
    if presence.public_excluded:
        found.append("PUBLIC EXCLUDED")
    if presence.chair:
        found.append(f"in the chair: {name_of(presence.chair, desk.context, 'short')}")
    groups = [each for each in room.groups if each.seats or each.present]
    if len(groups) > 1 or (groups and groups[0].group != NO_GROUP):
        found.append(", ".join(f"{each.group} {each.present}/{each.seats}" for each in groups))
    barred = [
        f"{name_of(each.person, desk.context, 'short')} ({each.why.partition(' (')[0]})"
        for each in room.barred
    ]
    if barred:
        found.append(f"no vote: {', '.join(barred)}")
    return found
