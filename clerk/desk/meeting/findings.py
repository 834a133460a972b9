"""What the checks find at an open meeting, and where a clerk puts each right."""

from typing import Literal

from clerk.checks.finding import Finding
from clerk.checks.meeting import check_meeting
from clerk.desk.meeting.life import life_findings
from clerk.desk.meeting.open_meeting import OpenMeeting
from clerk.domain.base import Fact
from clerk.record.freeze import differs_from_published
from clerk.record.numbering import disorders

Spot = Literal["line", "votes", "declarations", "room", "roll call", ""]


class Place(Fact, frozen=True):
    """Where a fact is looked at: a screen, and on the agenda the item or minute."""

    spot: Spot = ""
    """Empty where it is about no one place."""
    item: str = ""
    """The agenda item that it belongs to; empty for none."""
    minute: str = ""


class Checked(OpenMeeting):
    """The part of a desk that says what is wrong with a meeting; it changes nothing."""

    def findings(self) -> tuple[str, ...]:
        """What a reader should look at, in sentences: see `looked_at`."""
        return tuple(each.sentence for each in self.looked_at())

    def looked_at(self) -> tuple[Finding, ...]:
        """Number trouble, what the checks find, and a published record that no longer agrees."""
        meeting, context = self.meeting, self.context
        body = self.committee
        taken = self.office.taken(body.id)
        found = [
            Finding(code="NUMBERS", says=words, severity="wrong", source="the committee's series")
            for words in disorders(meeting, context.first_number, context.style, taken, body.series)
        ]
        found.extend(check_meeting(meeting, context))
        found.extend(life_findings(self))
        if differs_from_published(meeting, context):
            found.append(
                Finding(
                    code="PUBLISHED-OTHERWISE",
                    says="Composing these minutes again gives other words than those published: "
                    "a name or the house style has changed since. The published record stands.",
                )
            )
        return tuple(found)


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
