"""The room at a moment: present of seats, by group, the quorum, and who may not vote and why."""

from collections.abc import Iterable

from clerk.domain.base import Fact
from clerk.domain.meetings import Meeting
from clerk.domain.presence import Moment, Presence, business_of, presence_at
from clerk.law.interests import bar
from clerk.law.quorum import needed
from clerk.law.rule import Setting
from clerk.law.votes import REMOTE, outside_their_vote, remote_counts
from clerk.names import full
from clerk.record.context import Context, Known, Member
from clerk.record.named import NameForm, in_form

NO_GROUP = "No group"


class Barred(Fact, frozen=True):
    """Somebody in the room who may not vote on the item, and why."""

    person: str
    name: str
    why: str


class Grouped(Fact, frozen=True):
    """How many of a group are in the room, of how many seats that it has."""

    group: str
    present: int
    seats: int


class Room(Fact, frozen=True):
    """What the room strip says. Everything follows from the facts; nothing of it is stored."""

    presence: Presence
    item: str
    present: tuple[str, ...]
    """Members who count, substitutes among them."""
    seats: int
    """0 where no seat is known."""
    groups: tuple[Grouped, ...]
    quorum: int | None
    """None where neither the body nor the law says."""
    quorum_source: str
    barred: tuple[Barred, ...]

    @property
    def entitled(self) -> tuple[str, ...]:
        """Who may vote now: those present who are not barred."""
        barred = {each.person for each in self.barred}
        return tuple(person for person in self.present if person not in barred)

    @property
    def quorate(self) -> bool:
        """Whether enough are there; so too where nobody says how many that is."""
        return self.quorum is None or len(self.present) >= self.quorum

    @property
    def spare(self) -> int | None:
        """How many may leave before there is no quorum; below nought it is lost."""
        return None if self.quorum is None else len(self.present) - self.quorum

    @property
    def warnings(self) -> tuple[str, ...]:
        """What to tell the clerk of the quorum, in sentences; empty where all is well."""
        return tuple(_warnings(self))

    def why_not(self, person: str) -> str:
        """Why somebody may not vote; empty where they may, or are not there at all."""
        return next((each.why for each in self.barred if each.person == person), "")


def room_at(meeting: Meeting, context: Context, moment: Moment | None = None) -> Room:
    """The room at `moment`: at the end of what is recorded where none is given."""
    moment = moment or Moment()
    presence = presence_at(meeting, moment)
    setting = setting_of(meeting, context)
    counted = (*presence.members, *(presence.remote if remote_counts(setting) else ()))
    quorum = needed(context.quorum, context.seats, setting)
    return Room(
        presence=presence,
        item=moment.item,
        present=counted,
        seats=context.seats,
        groups=_groups(counted, presence, context),
        quorum=quorum.number,
        quorum_source=quorum.source,
        barred=tuple(_barred(meeting, context, presence, moment.item, counted)),
    )


def setting_of(meeting: Meeting, context: Context) -> Setting:
    """By which rules a meeting is judged."""
    return Setting(day=meeting.date, kind=context.kind)


def name_of(person: str, context: Context, form: NameForm = "full") -> str:
    """A person's name as on the day, in a form; initials kept where two share a surname."""
    known: Known | Member | None = context.people.get(person) or context.members.get(person)
    if known is None:
        return "(name not known)"
    if form == "full":
        return full(known.name)
    everyone: dict[str, Known | Member] = {**context.members, **context.people}
    bearers = sum(known.name.surname == other.name.surname for other in everyone.values())
    return in_form(known.name, form, shared=bearers > 1)


def _groups(present: Iterable[str], presence: Presence, context: Context) -> tuple[Grouped, ...]:
    seats: dict[str, int] = {}
    for member in context.members.values():
        seats.setdefault(member.group or NO_GROUP, 0)
        seats[member.group or NO_GROUP] += 1
    there = dict.fromkeys(seats, 0)
    for person in present:
        seat = context.members.get(presence.substitutes.get(person, person))
        known = context.people.get(person)
        group = (seat.group if seat else known.group if known else "") or NO_GROUP
        there[group] = there.get(group, 0) + 1
    return tuple(
        Grouped(group=group, present=count, seats=seats.get(group, 0))
        for group, count in there.items()
    )


def _barred(
    meeting: Meeting, context: Context, presence: Presence, item: str, counted: tuple[str, ...]
) -> Iterable[Barred]:
    setting = setting_of(meeting, context)
    business = " ".join((business_of(meeting, item), context.committee))
    for person in (*presence.members, *presence.remote):
        why = _interest(meeting, person, item, setting)
        member = context.members.get(presence.substitutes.get(person, person))
        if not why and person not in counted:
            why = f"attends remotely ({REMOTE.section})"
        if not why and member is None and context.members_known:
            why = "holds no seat on this body"
        if not why and member is not None and (member.co_opted or member.votes_on):
            why = outside_their_vote(member.votes_on, member.group, business, setting)
        if why:
            yield Barred(person=person, name=name_of(person, context), why=why)


def _interest(meeting: Meeting, person: str, item: str, setting: Setting) -> str:
    mine = (d for d in meeting.declarations if d.person == person and item and d.item == item)
    return next((why for each in mine if (why := bar(each, setting))), "")


def _warnings(room: Room) -> Iterable[str]:
    spare, count = room.spare, len(room.present)
    if spare is None or room.presence.adjourned:
        return
    if spare < 0:
        yield (
            f"There is no quorum: {count} of the {room.quorum} members who must be present "
            f"({room.quorum_source}). Nothing can be decided; the minutes must say that the "
            "meeting ended or stood adjourned for want of a quorum, and when."
        )
    elif spare == 0:
        yield f"The quorum is {room.quorum}, and {count} are present: if anyone leaves it is lost."
