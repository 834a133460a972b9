"""A meeting that does not take place, or on another day.

Keys, counted: o on Home, a reason, Enter, Enter: called off (3 and the words); a day before the
last Enter: postponed. u at once, or o again on its line: it takes place after all (1).
"""

from pathlib import Path
from typing import NamedTuple

from clerk.desk.lookup import find_meeting
from clerk.desk.meeting import calling_off
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.errors import ClerkError
from clerk.when import long_date, read_date
from screens.base import ClerkScreen
from screens.dialogs.form import Answers, Field, Form
from screens.forms import day_field


class Told(NamedTuple):
    """What to say of a meeting, and whether it is called off now."""

    words: str
    off: bool = False


async def call_off(screen: ClerkScreen, ref: str) -> Told | None:
    """Asks, and calls it off; one that was called off takes place again. None: nothing was done."""
    try:
        desk = MeetingDesk(screen.office, find_meeting(screen.office, ref))
    except ClerkError as error:
        screen.tell(str(error), "error")
        return None
    with desk:
        name = f"{desk.committee.name}, {long_date(desk.meeting.date)}"
        if desk.meeting.called_off is not None:
            other = screen.attempt(lambda: calling_off.stands_after_all(desk))
            stays = f" {other} stays; o on its line calls it off." if other else ""
            return None if other is None else Told(f"{name}: takes place after all.{stays}")
        made: list[Path | None] = []
        if await screen.app.push_screen_wait(_form(desk, name, made)) is None:
            return None
        off = desk.meeting.called_off
        anew = f" It is called anew: {screen.office.ref(made[0])}." if made[0] else ""
        said = f"{name}: {off.words if off else ''}.{anew} u takes it back."
        return Told(said, off=True)


def _form(desk: MeetingDesk, name: str, made: list[Path | None]) -> Form:
    def call(answers: Answers) -> None:
        words = answers["date"].strip()
        to = read_date(words, today=desk.office.today) if words else None
        made.append(calling_off.call_off(desk, answers["reason"], to))

    fields = (
        Field(id="reason", label="Why; may stay empty", hint="snow, no business"),
        day_field(desk.office, "Postponed to; empty where it is called off"),
    )
    return Form(f"{name} does not take place", fields, call)
