"""`clerk appoint`, `replace`, `leave`, `elect`."""

from argparse import Namespace

from clerk.commands.opening import changing_office
from clerk.commands.register.answers import grounds_of, say_done
from clerk.commands.say import say
from clerk.desk.office import Office
from clerk.desk.register import appointments
from clerk.desk.register.attendance_lists import marked_since
from clerk.desk.register.deeds import Grounds
from clerk.desk.register.which import find_committee
from clerk.desk.register.who import find_person
from clerk.domain.committees import Committee
from clerk.domain.people import Person
from clerk.names import full
from clerk.when import plain_date


def appoint(asked: Namespace) -> int:
    """Into a vacant seat of the group, else into a new one."""
    office = changing_office(asked)
    body = find_committee(office, asked.committee)
    appointments.appoint(
        office,
        body.id,
        asked.name,
        asked.group,
        role=asked.role,
        kind="co-opted" if asked.co_opted else "member",
        grounds=grounds_of(asked, office),
    )
    return say_done(office)


def replace(asked: Namespace) -> int:
    """One member in the seat of another."""
    office = changing_office(asked)
    body = find_committee(office, asked.committee)
    old = find_person(office, asked.old)
    grounds = grounds_of(asked, office)
    appointments.replace_member(office, body.id, old, asked.new, grounds)
    say_done(office)
    return _say_marked(office, body, old, grounds)


def leave(asked: Namespace) -> int:
    """Out of one committee, or off the council."""
    office = changing_office(asked)
    person = find_person(office, asked.name)
    grounds = grounds_of(asked, office)
    if asked.committee:
        body = find_committee(office, asked.committee)
        appointments.leave_seat(office, body.id, person, asked.how, grounds)
        say_done(office)
        return _say_marked(office, body, person, grounds)
    appointments.leave_council(office, person, asked.how, grounds)
    return say_done(office)


def elect(asked: Namespace) -> int:
    """Chair, vice-chair or another role; or out of it."""
    office = changing_office(asked)
    body = find_committee(office, asked.committee)
    person = find_person(office, asked.name)
    grounds = grounds_of(asked, office)
    if asked.end:
        appointments.give_up_role(office, body.id, person, asked.role, grounds=grounds)
    else:
        appointments.elect(office, body.id, person, asked.role, grounds)
    return say_done(office)


def _say_marked(office: Office, body: Committee, person: Person, grounds: Grounds) -> int:
    """Says where someone who has left is marked as present afterwards."""
    days = marked_since(office, body, person, grounds.on or office.today)
    if days:
        named = ", ".join(plain_date(day) for day in days)
        say(f"Look at it: {full(person.name)} is marked as present on {named}.")
    return 0
