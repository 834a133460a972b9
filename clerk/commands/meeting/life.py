"""`clerk publish`, `withdraw`, `confirm`, `correct`, `sign`."""

from argparse import Namespace

from clerk.commands.opening import day_of, desk_of
from clerk.commands.say import say
from clerk.counted import counted
from clerk.desk.lookup import find_meeting, find_person
from clerk.desk.meeting import life
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.errors import InputError, NotFoundError


def publish(asked: Namespace) -> int:
    """Fixes the numbers and freezes the record."""
    with desk_of(asked, lock=True) as desk:
        desk.publish()
        say(f"{desk.last_said}. They are frozen; `clerk undo {desk.ref}` takes it back.")
        count = len(desk.looked_at())
        if count:
            say(f"The checks find {counted(count, 'thing')} to look at: `clerk check {desk.ref}`.")
    return 0


def withdraw(asked: Namespace) -> int:
    """Takes the publication back."""
    with desk_of(asked, lock=True) as desk:
        desk.withdraw(asked.reason)
        say(f"{desk.last_said}.")
    return 0


def confirm(asked: Namespace) -> int:
    """Confirms published minutes, as they stand or subject to amendments."""
    with desk_of(asked, lock=True) as desk:
        at = _at(desk, asked) or life.suitable(desk)
        if at is None:
            raise InputError(
                "Clerk knows no later meeting of this body. Say at which one they were confirmed: "
                "--at MEETING, or --on DATE for one that is not in Clerk."
            )
        amendments = [life.Putting(number=number, words=words) for number, words in asked.amend]
        life.confirm(desk, at, amendments)
        _say_done(desk)
        if desk.notes:
            say(
                "Your private notes on this meeting are still kept. `clerk notes "
                f"{desk.ref} --write` with nothing on standard input destroys them."
            )
    return 0


def correct(asked: Namespace) -> int:
    """Puts a confirmed minute right by a minute of a later meeting."""
    with desk_of(asked, lock=True) as desk:
        at = _at(desk, asked)
        if at is None:
            raise InputError("Say which meeting corrected it: --at MEETING or --on DATE.")
        put = life.Putting(number=asked.number, words=asked.words, decided=asked.minute)
        life.correct(desk, at, put)
        _say_done(desk)
    return 0


def sign(asked: Namespace) -> int:
    """Signs confirmed minutes."""
    with desk_of(asked, lock=True) as desk:
        person, name = "", ""
        if asked.by:
            try:
                person = find_person(desk, asked.by)
            except NotFoundError:
                name = asked.by  # whoever presided need not be in the register
        on = day_of(asked.on, desk.office)
        life.sign(desk, person, name=name, on=on, pages=life.leaves(asked.leaves))
        _say_done(desk)
        for finding in life.life_findings(desk):
            say(finding.sentence)
    return 0


def _at(desk: MeetingDesk, asked: Namespace) -> life.Confirming | None:
    if asked.at:
        return life.at_meeting(desk, find_meeting(desk.office, asked.at))
    day = day_of(asked.on, desk.office)
    return life.on_day(desk, day) if day else None


def _say_done(desk: MeetingDesk) -> None:
    say(f"{desk.last_said}. `clerk undo {desk.ref}` takes it back.")
