"""`clerk rename-person`, `regroup`, `post`, `ward`, `same`, `interest`, `co-opted`."""

from argparse import Namespace

from clerk.commands.opening import changing_office
from clerk.commands.register.answers import grounds_of, say_done
from clerk.commands.say import say
from clerk.counted import counted
from clerk.desk.register import persons
from clerk.desk.register.merging import merge_people
from clerk.desk.register.who import find_person
from clerk.names import full


def rename_person(asked: Namespace) -> int:
    """Another name, title or honour from a day on."""
    office = changing_office(asked)
    person = find_person(office, asked.name)
    persons.rename_person(office, person, asked.new, grounds_of(asked, office))
    return say_done(office)


def regroup(asked: Namespace) -> int:
    """A member of another group; says what becomes of the seats."""
    office = changing_office(asked)
    person = find_person(office, asked.name)
    moved = persons.change_group(
        office,
        person,
        asked.group,
        with_seats=asked.with_seats,
        grounds=grounds_of(asked, office),
    )
    say_done(office)
    say(f"{moved} seats went along." if asked.with_seats else "The seats stay the old group's.")
    return 0


def post(asked: Namespace) -> int:
    """An officer's post from a day on."""
    office = changing_office(asked)
    persons.set_post(office, find_person(office, asked.name), asked.post, grounds_of(asked, office))
    return say_done(office)


def ward(asked: Namespace) -> int:
    """The ward or division that a member sits for from a day on."""
    office = changing_office(asked)
    persons.set_ward(office, find_person(office, asked.name), asked.ward, grounds_of(asked, office))
    return say_done(office)


def same(asked: Namespace) -> int:
    """Two people who are one; says how many drafts follow."""
    office = changing_office(asked)
    kept, gone = find_person(office, asked.name), find_person(office, asked.other)
    drafts = merge_people(office, kept, gone)
    say_done(office)
    names = f"{counted(drafts, 'draft')} {'names' if drafts == 1 else 'name'} {full(kept.name)} now"
    say(f"{names}. What was published stays as it is.")
    return 0


def interest(asked: Namespace) -> int:
    """A standing interest registered, or ended."""
    office = changing_office(asked)
    person = find_person(office, asked.name)
    grounds = grounds_of(asked, office)
    if asked.end:
        persons.end_interest(office, person, asked.subject, grounds)
    else:
        persons.keep_interest(
            office,
            person,
            asked.category,
            asked.subject,
            since=grounds.on,
            sensitive=asked.sensitive,
            source=grounds.source,
        )
    return say_done(office)


def co_opted(asked: Namespace) -> int:
    """A co-opted member, and on what they may vote."""
    office = changing_office(asked)
    persons.change_kind(office, find_person(office, asked.name), votes_on=asked.votes_on)
    return say_done(office)
