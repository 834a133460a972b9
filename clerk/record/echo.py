"""An act in the house's words, as it will print: what a clerk reads before pressing Enter."""

from clerk.domain.agenda_acts import ItemChanged
from clerk.domain.meeting_acts import AttendanceMarked, MeetingAct
from clerk.domain.meetings import Attendance, Exempt, Meeting
from clerk.domain.minute_acts import MinuteChanged
from clerk.domain.motions import Motion
from clerk.domain.movements import Movement
from clerk.domain.presence import business_of
from clerk.domain.room_acts import (
    DeclarationCleared,
    DeclarationMade,
    ExemptMarked,
    MotionCleared,
    MotionMoved,
    MovementCleared,
    MovementNoted,
    NothingDeclared,
    PublicExcluded,
    TimesSet,
    VoteChanged,
    VoteTaken,
)
from clerk.record.context import Context
from clerk.record.dates import clock
from clerk.record.facts.declarations import declaration_words
from clerk.record.facts.motions import exclusion_words, sentences_of, vote_sentences
from clerk.record.facts.movements import movement_words
from clerk.record.facts.room import name_of
from clerk.record.minutes.entries import principal_words
from clerk.record.minutes.minute_head import present_lines
from clerk.record.wording import paragraphs_named


def echo(act: MeetingAct, after: Meeting, context: Context) -> str:
    """The act in words; `after` is the meeting with it done."""
    match act:
        case MovementNoted(movement=movement, also=also):
            said = (movement_echo(each, after, context) for each in (movement, *also))
            return ". ".join(each for each in said if each) + "."
        case AttendanceMarked(attendance=entry):
            return _attendance(entry, after, context)
        case DeclarationMade(declaration=declaration):
            return declaration_words(declaration, after, context)
        case NothingDeclared(asked=asked):
            return context.style.room.declarations.none if asked else "Not asked yet."
        case MotionMoved(motion=motion):
            return _motion(motion, context)
        case VoteTaken(vote=vote) | VoteChanged(vote=vote):
            return _joined([said.text for said in vote_sentences(vote, context)])
        case PublicExcluded(motion=motion):
            return exclusion_words(motion, after, context)
        case TimesSet():
            return _times(act, context)
        case ExemptMarked(of=of, exempt=exempt):
            how = "open" if exempt is None else _exempt(exempt)
            return f"“{business_of(after, of)}”: {how}."
        case MinuteChanged(minute=minute, present_for=people) if people:
            return _present_for(minute, after, context)
        case MovementCleared() | DeclarationCleared() | MotionCleared():
            return "Taken away: it prints no more."
        case ItemChanged(item=item):
            return f"“{item.title}”: {item.state}{f', because {item.reason}' * bool(item.reason)}."
        case _:
            return ""


def movement_echo(movement: Movement, after: Meeting, context: Context) -> str:
    """A coming or going as it prints, or in plain words where the house prints nothing of it.

    Empty for a standing down that is said with the arrival of the member.
    """
    if movement.kind == "stood down" and any(
        m.kind == "arrived" and m.person == movement.other for m in after.movements
    ):
        return ""
    words = movement_words(movement, after, context)
    if words:
        return words
    name = f"{name_of(movement.person, context, 'short')} " if movement.person else ""
    at = f" at {clock(movement.at, context.style.dates)}" if movement.at else ""
    return f"{name}{movement.kind}{at}"


def _attendance(entry: Attendance, meeting: Meeting, context: Context) -> str:
    name = name_of(entry.person, context)
    if entry.substitute_for:
        return f"{name} (Substitute for {principal_words(entry, meeting, context)})."
    return f"{name}: {entry.capacity}."


def _motion(motion: Motion, context: Context) -> str:
    if motion.outcome:
        return [said.text for said in sentences_of(motion, context)][-1]
    return _joined([said.text for said in sentences_of(motion, context)])


def _present_for(minute_id: str, after: Meeting, context: Context) -> str:
    minute = after.minute(minute_id)
    lines = present_lines(after, minute, context) if minute else ()
    return " ".join(line.text for line in lines)


def _times(act: TimesSet, context: Context) -> str:
    dates = context.style.dates
    said = []
    if act.opened:
        said.append(f"Opened at {clock(act.opened, dates)}.")
    if act.closed:
        said.append(f"Closed at {clock(act.closed, dates)}.")
    if act.chair:
        said.append(f"{name_of(act.chair, context)} in the chair.")
    return " ".join(said)


def _exempt(exempt: Exempt) -> str:
    named = paragraphs_named(exempt.paragraphs)
    return f"exempt, {named}" if named else "exempt"


def _joined(sentences: list[str]) -> str:
    """Sentences in one line, each with a full stop."""
    return " ".join(each if each.endswith((".", "?", "!")) else f"{each}." for each in sentences)
