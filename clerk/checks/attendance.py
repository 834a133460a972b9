"""Members of whom nothing is said, and people who are in two places."""

from collections.abc import Iterator

from clerk.checks.finding import Finding
from clerk.domain.meetings import Meeting
from clerk.domain.presence import Moment, business_of
from clerk.domain.room_acts import contradictions
from clerk.record.context import Context
from clerk.record.facts.room import name_of, room_at


def check_attendance(meeting: Meeting, context: Context) -> Iterator[Finding]:
    """Every seat accounted for; nobody present and absent; no member beside their substitute."""
    yield from _unmarked(meeting, context)
    yield from _without_seat(meeting, context)
    yield from _contradictory(meeting, context)
    yield from substitutions(meeting, context)
    yield from _declared_unseen(meeting, context)
    yield from _without_quorum(meeting, context)


def substitutions(meeting: Meeting, context: Context) -> Iterator[Finding]:
    """Substitutes whom the body's own rules do not allow, as far as groups and seats are known."""
    for entry in meeting.attendance:
        seat = context.members.get(entry.substitute_for)
        if not entry.substitute_for or seat is None:
            continue
        known = context.people.get(entry.person)
        group = known.group if known else ""
        pair = f"{name_of(entry.person, context)} for {name_of(entry.substitute_for, context)}"
        says = ""
        if context.substitutes == "none":
            says = f"{pair}: this body has no substitutes"
        elif entry.person in context.members:
            says = f"{pair}: the substitute holds a seat here already"
        elif context.substitutes == "same group" and group and seat.group and group != seat.group:
            says = f"{pair}: the substitute is of the group {group}, the seat of {seat.group}"
        elif entry.for_item and not context.substitutes_for_items:
            says = f"{pair}: a substitute sits here for the whole meeting"
        if says:
            yield Finding(
                code="SUBSTITUTE-RULE", says=says, source="the body's own rules", fact=entry.id
            )


def _unmarked(meeting: Meeting, context: Context) -> Iterator[Finding]:
    if not (meeting.minutes and meeting.attendance and context.members_known):
        return
    marked = {entry.person for entry in meeting.attendance}
    marked |= {entry.substitute_for for entry in meeting.attendance}
    for person in context.members:
        if person not in marked:
            yield Finding(
                code="MEMBER-NOT-MARKED",
                says=f"{name_of(person, context)} is neither present nor apologised, substituted "
                "or absent",
                source="the membership on that day",
                fact=person,
            )


def _without_seat(meeting: Meeting, context: Context) -> Iterator[Finding]:
    """Whoever is counted among the members of a body of which they are none, nor a substitute."""
    if not (context.members and context.members_known):
        return
    for entry in meeting.attendance:
        if entry.capacity not in ("present", "remote") or entry.substitute_for:
            continue
        if entry.person not in context.members:
            yield Finding(
                code="PRESENT-NO-SEAT",
                says=f"{name_of(entry.person, context)} is listed with the members and holds no "
                "seat here on that day: also present, or a substitute for somebody?",
                source="the membership on that day",
                fact=entry.person,
            )


def _contradictory(meeting: Meeting, context: Context) -> Iterator[Finding]:
    for each in sorted(contradictions(meeting), key=lambda c: (c.kind, c.person)):
        name = name_of(each.person, context)
        other = name_of(each.other, context) if each.other else ""
        code, says = {
            "twice": ("IN-TWO-LISTS", f"{name} is listed both as there and as not there"),
            "way": ("COMINGS-AND-GOINGS", f"{name} comes or goes without having been gone or come"),
            "both": ("BOTH-PRESENT", f"{name} and {other}, their substitute, are both present"),
        }[each.kind]
        yield Finding(code=code, says=says, severity="wrong", fact=each.person)


def _declared_unseen(meeting: Meeting, context: Context) -> Iterator[Finding]:
    there = {e.person for e in meeting.attendance if e.came}
    for declaration in meeting.declarations:
        if declaration.person not in there:
            yield Finding(
                code="DECLARED-NOT-THERE",
                says=f"{name_of(declaration.person, context)} declared an interest and is in no "
                "list of those who were there",
                severity="wrong",
                fact=declaration.id,
            )


def _without_quorum(meeting: Meeting, context: Context) -> Iterator[Finding]:
    """Each time that a going left too few: even without a vote the minutes must say so."""
    for movement in meeting.movements:
        room = room_at(meeting, context, Moment(after=movement.id, item=movement.item))
        went = movement.kind in ("left", "left for item", "stood down")
        if went and not room.quorate and room.present and not room.presence.adjourned:
            during = f" during “{business_of(meeting, movement.item)}”" * bool(movement.item)
            yield Finding(
                code="QUORUM-GONE",
                says=f"{len(room.present)} members were left{during}; the quorum is {room.quorum}",
                source=room.quorum_source,
                fact=movement.id,
            )
