"""The room of an open meeting: who is there, and acts done as they are said."""

import datetime as dt

import msgspec
from msgspec.structs import replace

from clerk.checks.attendance import substitutions
from clerk.checks.votes import findings_of
from clerk.desk.meeting.minuting import Minuting
from clerk.desk.order import place_in_list
from clerk.domain.agenda_acts import ItemChanged
from clerk.domain.base import new_id, text_on
from clerk.domain.committees import role_on
from clerk.domain.log import standing
from clerk.domain.meeting_acts import AttendanceMarked, MeetingAct, apply
from clerk.domain.meetings import Meeting
from clerk.domain.mentioned import people_in
from clerk.domain.minute_acts import MinuteOpened, TextEdited
from clerk.domain.motions import Vote
from clerk.domain.presence import Moment, until
from clerk.domain.room_acts import (
    DeclarationMade,
    MotionMoved,
    MovementNoted,
    NothingDeclared,
    PublicExcluded,
    VoteChanged,
    VoteTaken,
)
from clerk.errors import ClerkError
from clerk.law.interests import reminder
from clerk.law.urgency import urgency_refused
from clerk.law.votes import CASTING
from clerk.patterns import LatePattern
from clerk.record.context import Context, known_on
from clerk.record.echo import echo
from clerk.record.facts.room import Room, room_at, setting_of
from clerk.speech import Hearing, hear, offers
from clerk.speech.hearing import who

DECLARATIONS = LatePattern(
    r"(?i)\b(?:declar|disclos)\w*\b.{0,30}\binterests?\b|\binterests?\b.{0,30}\b(?:declar|disclos)"
)
"""The title of the item at which members are asked for their interests."""


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A line as it was understood: the acts, how they will print, and what to look at."""

    acts: tuple[MeetingAct, ...] = ()
    echo: str = ""
    warnings: tuple[str, ...] = ()
    """What the acts would bring about: a quorum lost, votes that do not add up."""
    trouble: str = ""
    """Why the line means nothing yet, in a sentence; empty where it does."""


class InTheRoom(Minuting):
    """The part of a desk that knows the room."""

    def room(self, item: str = "", moment: Moment | None = None) -> Room:
        """The room while `item` is taken, or at `moment`: see `clerk.record.facts.room.room_at`."""
        return room_at(self.meeting, self.context, moment or Moment(item=item))

    def hear(self, line: str, item: str = "") -> Said:
        """What a line would do, without doing it. Never raises: cheap enough for each stroke."""
        try:
            acts = self._understood(line, item)
            return self._said(acts, self._after(acts))
        except ClerkError as error:
            return Said(trouble=str(error))

    def offers(self, line: str, item: str = "") -> tuple[str, ...]:
        """What the last word of a line may become: see `clerk.speech.offers`."""
        return offers(line, self.hearing(item))

    def who_is(self, words: str, item: str = "") -> str:
        """The id of who is meant among those who have a part in the meeting: letters are enough.

        Raises NotFoundError, or AmbiguousError, which lists who it could be.
        """
        hearing = self.hearing(item)
        marked = [entry.person for entry in self.meeting.attendance]
        return who(words, hearing, hearing.presence.everyone, hearing.holders, marked)

    def say(self, line: str, item: str = "") -> Said:
        """Does what a line says, and says how it will print.

        Raises InputError, NotFoundError or AmbiguousError where it means nothing, RefusedError or
        StorageError where it cannot be done.
        """
        return self._perform(self._understood(line, item))

    def weigh(self, *acts: MeetingAct) -> Said:
        """What acts that a screen made would do, without doing them: see `hear`."""
        try:
            ordered = tuple(self._in_order(act) for act in acts)
            return self._said(ordered, self._after(ordered))
        except ClerkError as error:
            return Said(trouble=str(error))

    def perform(self, *acts: MeetingAct) -> Said:
        """Does acts that a screen made, and says how they will print; raises as `say` does."""
        return self._perform(tuple(self._in_order(act) for act in acts))

    def _perform(self, acts: tuple[MeetingAct, ...]) -> Said:
        after = self._after(acts)
        said, context = self._said(acts, after), self._knowing(after)
        for act in acts:
            self.do(act, _history(echo(act, self._after((act,)), context)))
            if isinstance(act, MinuteOpened) and self.taken and not self._begins_an_item(act):
                self.take(act.minute.id)  # the rest of an item in private
        return said

    def _begins_an_item(self, act: MinuteOpened) -> bool:
        begun = (self.meeting.minute_of(item) for item in act.minute.items)
        return any(minute is not None and minute.id == act.minute.id for minute in begun)

    @property
    def item_in_hand(self) -> str:
        """The business that the meeting is on, or that the newest act in force is about."""
        if self.taken:
            return self.taken
        for entry in reversed(standing(self.ledger.entries)):
            item = _item_of(entry.act, self.meeting)
            if item:
                return item
        return ""

    def hearing(self, item: str = "") -> Hearing:
        """Everybody who could be meant while `item` is taken."""
        meeting, register = self.meeting, self.office.register
        moment = Moment(item=item)
        room = room_at(meeting, self.context, moment)
        happened = until(meeting, moment)
        return Hearing(
            meeting=meeting,
            presence=room.presence,
            entitled=room.entitled,
            holders=tuple(self.context.members),
            people={p.id: p.name_on(meeting.date) for p in register.everyone},
            roles={
                person: role.title
                for role in self.committee.roles
                if (person := role_on(role, meeting.date))
            },
            officers={
                p.id: text_on(p.posts, meeting.date) or ""
                for p in register.everyone
                if p.kind == "officer"
            },
            own_kinds=self.context.style.room.declarations.kinds,
            item=item,
            last_movement=happened[-1].id if happened else "",
            now=self._time_now(),
        )

    def _time_now(self) -> dt.time | None:
        """The time to the minute, on the meeting's own day; None on any other."""
        now = self.office.now()
        if now.date() != self.meeting.date:
            return None
        return now.time().replace(second=0, microsecond=0, tzinfo=None)

    def _understood(self, line: str, item: str) -> tuple[MeetingAct, ...]:
        return tuple(self._in_order(act) for act in hear(line, self.hearing(item)))

    def _in_order(self, act: MeetingAct) -> MeetingAct:
        """The act with its attendance entry where the printed list has it, or its item's minute."""
        if isinstance(act, MotionMoved | VoteTaken):
            return self._with_minute(act)
        if isinstance(act, DeclarationMade) or (isinstance(act, NothingDeclared) and act.asked):
            return self._with_declarations(act)
        if isinstance(act, AttendanceMarked | MovementNoted) and act.attendance is not None:
            meeting = self.meeting
            before = place_in_list(
                meeting.attendance, act.attendance, self.office.register, meeting.date
            )
            return replace(act, before=before)
        return act

    def _with_minute(self, act: MotionMoved | VoteTaken) -> MotionMoved | VoteTaken:
        """The act with the minute that it begins: what is moved on an item must stand in one."""
        item = act.motion.item
        if self.meeting.item(item) is None or self.meeting.minute_of(item) is not None:
            return act
        minute, before = self.new_minute(item)
        return replace(act, begins=minute, before=before)

    def _with_declarations(
        self, act: DeclarationMade | NothingDeclared
    ) -> DeclarationMade | NothingDeclared:
        """The act with the minute that prints it, where the agenda has an item for it."""
        item = next((i.id for i in self.meeting.items if DECLARATIONS.search(i.title)), "")
        if not item or self.meeting.minute_of(item) is not None:
            return act
        minute, before = self.new_minute(item)
        printing = replace(minute, text=":declarations", blocks=(new_id(),))
        return replace(act, begins=printing, before=before)

    def _after(self, acts: tuple[MeetingAct, ...]) -> Meeting:
        meeting: Meeting | None = self.meeting
        for act in acts:
            meeting = apply(meeting, act)
        return meeting or self.meeting

    def _knowing(self, after: Meeting) -> Context:
        """The context with everyone in it whom the meeting names once the acts are done."""
        register = self.office.register
        return replace(
            self.context,
            people={
                person: known_on(register, person, after.date)
                for person in sorted(people_in(after))
                if person in register.people
            },
        )

    def _said(self, acts: tuple[MeetingAct, ...], after: Meeting) -> Said:
        context = self._knowing(after)
        echoes = [words for act in acts if (words := echo(act, after, context))]
        warnings = [words for act in acts for words in _warnings(act, after, context)]
        return Said(acts=acts, echo=" ".join(echoes), warnings=tuple(dict.fromkeys(warnings)))


def _warnings(act: MeetingAct, after: Meeting, context: Context) -> list[str]:
    if isinstance(act, VoteTaken | VoteChanged):
        motion_id = act.motion if isinstance(act, VoteChanged) else act.motion.id
        motion = next(m for m in after.motions if m.id == motion_id)
        found = [each.sentence for each in findings_of(act.vote, motion, after, context)]
        return [*found, *([_TIED] if _tied(act.vote) else [])]
    if isinstance(act, AttendanceMarked):
        rules = substitutions(after, context)
        return [each.sentence for each in rules if each.fact == act.attendance.id]
    if isinstance(act, ItemChanged) and act.item.state == "urgent":
        refused = urgency_refused(setting_of(after, context), act.item.reason)
        return [refused] if refused else []
    if isinstance(act, DeclarationMade):
        words = reminder(act.declaration, setting_of(after, context))
        return [words] if words else []
    if isinstance(act, MovementNoted):
        movement = (act.movement, *act.also)[-1]
        moment = Moment(after=movement.id, item=movement.item)
        return list(room_at(after, context, moment).warnings)
    return []


_TIED = (
    "The votes are equal: it is lost, unless whoever presides gives a casting vote "
    f"({CASTING.section})."
)


def _tied(vote: Vote) -> bool:
    """Whether it rests on a casting vote that nobody has recorded."""
    most = sorted((tally.votes or 0 for tally in vote.tallies), reverse=True)
    if vote.casting is None and len(most) > 1 and most[0] == most[1]:
        return True
    counts = vote.counted
    if vote.casting or counts is None or counts.in_favour is None:
        return False
    return counts.in_favour == counts.against


def _item_of(act: object, meeting: Meeting) -> str:
    match act:
        case MovementNoted(movement=movement) | PublicExcluded(movement=movement):
            return movement.item
        case MotionMoved(motion=motion) | VoteTaken(motion=motion):
            return motion.item
        case MinuteOpened(minute=opened):
            return _business(opened.id, meeting)
        case TextEdited(minute=minute_id):
            return _business(minute_id, meeting)
        case _:
            return ""


def _business(minute_id: str, meeting: Meeting) -> str:
    """What acts name for this minute: its item, or itself where it is loose or a second one."""
    minute = meeting.minute(minute_id)
    if minute is None:
        return ""
    first = meeting.minute_of(minute.items[0]) if minute.items else None
    return minute.items[0] if first is not None and first.id == minute_id else minute_id


def _history(words: str) -> str:
    """An echo as the history shows it: on one line, and not endless."""
    return words if len(words) <= 160 else words[:159] + "…"
