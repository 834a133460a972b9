"""`clerk seats`, `rename-committee`, `dissolve`, `rules`."""

from argparse import Namespace

from clerk.commands.opening import changing_office, day_of, office_of
from clerk.commands.register.answers import grounds_of, say_done
from clerk.commands.say import say, say_json
from clerk.desk.lists.member_lists import membership
from clerk.desk.office import Office
from clerk.desk.register import bodies
from clerk.desk.register.register_lists import seats_told
from clerk.desk.register.which import find_committee
from clerk.desk.register.who import find_person
from clerk.domain.committees import Committee, rules_on
from clerk.when import plain_date


def seats(asked: Namespace) -> int:
    """More or fewer seats; without either, each seat's history in sentences."""
    office = changing_office(asked) if asked.add or asked.abolish or asked.of else office_of(asked)
    body = find_committee(office, asked.committee)
    grounds = grounds_of(asked, office)
    if asked.add:
        bodies.add_seats(office, body.id, asked.group, asked.add, grounds)
    elif asked.abolish or asked.of:
        holder = find_person(office, asked.of) if asked.of else None
        bodies.abolish_seats(
            office, body.id, asked.group, asked.abolish, holder=holder, grounds=grounds
        )
    else:
        return _say_seats(asked, office, body)
    say_done(office)
    say(membership(office, office.committee(body.id), grounds.on or office.today).text)
    return 0


def rename_committee(asked: Namespace) -> int:
    """Another name from a day on."""
    office = changing_office(asked)
    body = find_committee(office, asked.committee)
    bodies.rename(office, body.id, asked.name, grounds_of(asked, office))
    return say_done(office)


def dissolve(asked: Namespace) -> int:
    """A committee is no more."""
    office = changing_office(asked)
    body = find_committee(office, asked.committee)
    bodies.dissolve(office, body.id, grounds_of(asked, office))
    return say_done(office)


def rules(asked: Namespace) -> int:
    """Standing rules changed, and said as they are."""
    given = (asked.quorum, asked.chair_title, asked.substitutes, asked.for_items, asked.sits_as)
    changing = any(value is not None for value in given)
    office = changing_office(asked) if changing else office_of(asked)
    body = find_committee(office, asked.committee)
    if changing:
        body = bodies.change_rules(
            office,
            body.id,
            quorum=bodies.read_quorum(asked.quorum, asked.minimum) if asked.quorum else None,
            chair_title=asked.chair_title,
            substitutes=asked.substitutes,
            for_items=None if asked.for_items is None else asked.for_items == "yes",
            sits_as=None if asked.sits_as is None else tuple(filter(None, asked.sits_as)),
            grounds=grounds_of(asked, office),
        )
    on = day_of(asked.on, office) or office.today
    say(f"{body.name_on(on)}, {plain_date(on)}")
    for line in bodies.rule_lines(rules_on(body, on)):
        say(f"  {line}")
    for line in bodies.rules_told(body):
        say(f"  {line}")
    return 0


def _say_seats(asked: Namespace, office: Office, body: Committee) -> int:
    told = seats_told(office, body)
    if asked.json:
        say_json([{"group": group, "history": [t.dated for t in each]} for group, each in told])
        return 0
    for number, (group, history) in enumerate(told, start=1):
        say(f"Seat {number}{f', {group}' if group else ''}")
        for each in history:
            say(f"  {each.dated}")
    if not told:
        say(f"{body.name} has no seats.")
    return 0
