"""What the checks find at an open meeting, and where a clerk puts each right."""

from typing import Literal

from clerk.checks.finding import Finding
from clerk.desk.meeting.open_meeting import OpenMeeting
from clerk.domain.base import Fact

Spot = Literal["line", "votes", "declarations", "room", "roll call", ""]


class Place(Fact, frozen=True):
    """Where a fact is looked at: a screen, and on the agenda the item or minute."""

    spot: Spot = ""
    """Empty where it is about no one place."""
    item: str = ""
    """The agenda item that it belongs to; empty for none."""
    minute: str = ""


def in_order(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What is wrong before what a person should judge, else as found."""
    return tuple(sorted(found, key=lambda each: each.severity != "wrong"))


def place_of(desk: OpenMeeting, fact: str) -> Place:
    """Where the fact of a finding is looked at and put right."""
    meeting = desk.meeting
    for minute in meeting.minutes:
        if fact == minute.id or fact in minute.blocks:
            return Place(spot="line", item=next(iter(minute.items), ""), minute=minute.id)
    if meeting.item(fact) is not None:
        return Place(spot="line", item=fact)
    for motion in meeting.motions:
        if fact == motion.id or any(fact == vote.id for vote in motion.votes):
            return Place(spot="votes", item=motion.item)
    for declaration in meeting.declarations:
        if fact == declaration.id:
            return Place(spot="declarations", item=declaration.item)
    for movement in meeting.movements:
        if fact == movement.id:
            return Place(spot="room", item=movement.item)
    people = {entry.person for entry in meeting.attendance} | {*desk.context.members}
    if fact in people or any(fact == entry.id for entry in meeting.attendance):
        return Place(spot="roll call")
    return Place()
