"""People of a meeting to pick by letters, in an order of the meeting's own."""

from collections.abc import Iterable

from clerk.desk.meeting.open_meeting import OpenMeeting
from screens.dialogs.choose import Choice
from screens.register.person_choices import person_choice


def people_choices(desk: OpenMeeting, people: Iterable[str]) -> list[Choice]:
    """A line for each of these people who is in the register, in the order given."""
    register, day = desk.office.register.people, desk.meeting.date
    return [person_choice(register[each], day) for each in people if each in register]
