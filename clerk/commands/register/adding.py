"""`clerk add …`: what comes from no paper."""

from argparse import Namespace

from clerk.commands.opening import changing_office, day_of, desk_of, typed
from clerk.commands.say import say
from clerk.desk.meeting import agenda, calling
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.register import adding
from clerk.desk.register.which import find_committee
from clerk.domain.meeting_acts import DetailsChanged
from clerk.names import full
from clerk.when import clock, long_date, plain_date, read_date, read_time


def add_committee(asked: Namespace) -> int:
    """A committee; says its label."""
    office = changing_office(asked)
    body = adding.add_committee(
        office, asked.name, authority=asked.authority, kind=asked.kind, style=asked.style
    )
    say(f"{body.name}: {body.slug}")
    return 0


def add_member(asked: Namespace) -> int:
    """A member in a seat; says who, where and from when."""
    office = changing_office(asked)
    body = find_committee(office, asked.committee)
    on = day_of(asked.on, office) or office.today
    person = adding.add_member(office, body.id, asked.name, asked.group, role=asked.role, on=on)
    say(f"{full(person.name)}: {body.name} from {plain_date(on)}")
    return 0


def add_officer(asked: Namespace) -> int:
    """An officer with a post."""
    office = changing_office(asked)
    person = adding.add_officer(office, asked.name, asked.post)
    say(f"{full(person.name)}: {asked.post}" if asked.post else full(person.name))
    return 0


def add_meeting(asked: Namespace) -> int:
    """A meeting; reads the date back with its weekday, the time and the place."""
    office = changing_office(asked)
    body = find_committee(office, asked.committee)
    day = read_date(asked.date, today=office.today)
    time = read_time(asked.time) if asked.time else None
    path = calling.call_meeting(office, body.id, day, time, asked.venue, standing=asked.standing)
    with MeetingDesk(office, path) as desk:
        if asked.first_number is not None:
            desk.do(
                DetailsChanged(first_number=asked.first_number),
                f"First minute number set to {asked.first_number}",
            )
        meeting = desk.meeting
    at = f", {clock(meeting.time)}" if meeting.time else ""
    place = f", {meeting.venue}" if meeting.venue else ""
    say(f"{body.name}, {long_date(meeting.date)}{at}{place}")
    say(f"  {office.ref(path)}")
    return 0


def add_items(asked: Namespace) -> int:
    """Agenda items from standard input, one a line."""
    items = agenda.item_lines(typed())
    with desk_of(asked, lock=True) as desk:
        agenda.add_items(desk, items)
    for item in items:
        say(f"{item.ref} {item.title}".strip())
    return 0
