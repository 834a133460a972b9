"""`clerk appoint`, `replace`, `leave`, `elect`, `seats`, `dissolve`, … : acts on the register."""

from argparse import Namespace
from pathlib import Path

from clerk.commands.opening import changing_office, day_of, office_of
from clerk.commands.say import say, say_json
from clerk.desk.lists.lists import membership
from clerk.desk.lookup import find_committee
from clerk.desk.office import Office
from clerk.desk.register import appointments, bodies, persons
from clerk.desk.register.attendance_lists import marked_since
from clerk.desk.register.deeds import Grounds
from clerk.desk.register.merging import merge_people
from clerk.desk.register.register_lists import seats_told
from clerk.desk.register.table_in import TablePlan, plan_table, take_table_in
from clerk.desk.register.who import find_person
from clerk.domain.committees import Committee, rules_on
from clerk.domain.people import Person
from clerk.errors import InputError
from clerk.names import full
from clerk.readers.table_file import Table, read_table, text_of
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
        grounds=_grounds(asked, office),
    )
    return _said(office)


def replace(asked: Namespace) -> int:
    """One member in the seat of another."""
    office = changing_office(asked)
    body = find_committee(office, asked.committee)
    old = find_person(office, asked.old)
    grounds = _grounds(asked, office)
    appointments.replace_member(office, body.id, old, asked.new, grounds)
    _said(office)
    return _say_marked(office, body, old, grounds)


def leave(asked: Namespace) -> int:
    """Out of one committee, or off the council."""
    office = changing_office(asked)
    person = find_person(office, asked.name)
    grounds = _grounds(asked, office)
    if asked.committee:
        body = find_committee(office, asked.committee)
        appointments.leave_seat(office, body.id, person, asked.how, grounds)
        _said(office)
        return _say_marked(office, body, person, grounds)
    appointments.leave_council(office, person, asked.how, grounds)
    return _said(office)


def elect(asked: Namespace) -> int:
    """Chair, vice-chair or another role; or out of it."""
    office = changing_office(asked)
    body = find_committee(office, asked.committee)
    person = find_person(office, asked.name)
    grounds = _grounds(asked, office)
    if asked.end:
        appointments.give_up_role(office, body.id, person, asked.role, grounds=grounds)
    else:
        appointments.elect(office, body.id, person, asked.role, grounds)
    return _said(office)


def regroup(asked: Namespace) -> int:
    """A member of another group; says what becomes of the seats."""
    office = changing_office(asked)
    person = find_person(office, asked.name)
    moved = persons.change_group(
        office,
        person,
        asked.group,
        with_seats=asked.with_seats,
        grounds=_grounds(asked, office),
    )
    _said(office)
    say(f"{moved} seats went along." if asked.with_seats else "The seats stay the old group's.")
    return 0


def seats(asked: Namespace) -> int:
    """More or fewer seats; without either, each seat's history in sentences."""
    office = changing_office(asked) if asked.add or asked.abolish or asked.of else office_of(asked)
    body = find_committee(office, asked.committee)
    grounds = _grounds(asked, office)
    if asked.add:
        bodies.add_seats(office, body.id, asked.group, asked.add, grounds)
    elif asked.abolish or asked.of:
        holder = find_person(office, asked.of) if asked.of else None
        bodies.abolish_seats(
            office, body.id, asked.group, asked.abolish, holder=holder, grounds=grounds
        )
    else:
        return _say_seats(asked, office, body)
    _said(office)
    say(membership(office, office.committee(body.id), grounds.on or office.today).text)
    return 0


def rename_committee(asked: Namespace) -> int:
    """Another name from a day on."""
    office = changing_office(asked)
    body = find_committee(office, asked.committee)
    bodies.rename(office, body.id, asked.name, _grounds(asked, office))
    return _said(office)


def dissolve(asked: Namespace) -> int:
    """A committee is no more."""
    office = changing_office(asked)
    body = find_committee(office, asked.committee)
    bodies.dissolve(office, body.id, _grounds(asked, office))
    return _said(office)


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
            grounds=_grounds(asked, office),
        )
    on = day_of(asked.on, office) or office.today
    say(f"{body.name_on(on)}, {plain_date(on)}")
    for line in bodies.rule_lines(rules_on(body, on)):
        say(f"  {line}")
    for line in bodies.rules_told(body):
        say(f"  {line}")
    return 0


def rename_person(asked: Namespace) -> int:
    """Another name, title or honour from a day on."""
    office = changing_office(asked)
    person = find_person(office, asked.name)
    persons.rename_person(office, person, asked.new, _grounds(asked, office))
    return _said(office)


def same(asked: Namespace) -> int:
    """Two people who are one; says how many drafts follow."""
    office = changing_office(asked)
    kept, gone = find_person(office, asked.name), find_person(office, asked.other)
    drafts = merge_people(office, kept, gone)
    _said(office)
    say(f"{drafts} drafts name {full(kept.name)} now. What was published stays as it is.")
    return 0


def post(asked: Namespace) -> int:
    """An officer's post from a day on."""
    office = changing_office(asked)
    persons.set_post(office, find_person(office, asked.name), asked.post, _grounds(asked, office))
    return _said(office)


def interest(asked: Namespace) -> int:
    """A standing interest registered, or ended."""
    office = changing_office(asked)
    person = find_person(office, asked.name)
    grounds = _grounds(asked, office)
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
    return _said(office)


def co_opted(asked: Namespace) -> int:
    """A co-opted member, and on what they may vote."""
    office = changing_office(asked)
    persons.change_kind(office, find_person(office, asked.name), votes_on=asked.votes_on)
    return _said(office)


def import_members(asked: Namespace) -> int:
    """A table of people and appointments; exit code 1 where a dry run finds faults."""
    office = office_of(asked) if asked.dry_run else changing_office(asked)
    path = Path(asked.file)
    on = day_of(asked.on, office)
    table = _listed(path, asked) if asked.list else read_table(path)
    plan = plan_table(office, table, committee=asked.committee, on=on)
    if asked.json:
        say_json({"rows": plan.rows, "unused": plan.unused})
    else:
        _say_plan(plan)
    if asked.dry_run:
        if not asked.json:
            say("Nothing was stored: this was a dry run.")
        return 1 if plan.faulty else 0
    take_table_in(office, plan, path.name)
    if not asked.json:
        taken = f"{plan.changed} of {len(plan.rows)} rows taken in; `clerk undo register` takes all"
        say(f"{taken} back." if plan.changed else "Everything was so already: nothing was changed.")
    return 0


def _listed(path: Path, asked: Namespace) -> Table:
    """The table that a printed list is; says what of it is doubtful."""
    from clerk.desk.register.printed_list import printed_list  # with readers of papers

    read = printed_list(text_of(path))
    for doubt in read.doubts if not asked.json else ():
        say(f"{doubt.rstrip('.')}.")
    return read.table


def _grounds(asked: Namespace, office: Office) -> Grounds:
    on = day_of(asked.on, office)
    return Grounds(on=on, reason=asked.reason, source=asked.source)


def _said(office: Office) -> int:
    """Reads back what was done, as the history has it."""
    last = office.register_ledger.last
    if last is None:
        raise InputError("Nothing was changed.")
    say(f"{last.said}.")
    return 0


def _say_marked(office: Office, body: Committee, person: Person, grounds: Grounds) -> int:
    """Says where someone who has left is marked as present afterwards."""
    days = marked_since(office, body, person, grounds.on or office.today)
    if days:
        named = ", ".join(plain_date(day) for day in days)
        say(f"Look at it: {full(person.name)} is marked as present on {named}.")
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


def _say_plan(plan: TablePlan) -> None:
    for row in plan.rows:
        for fault in row.faults:
            column = f", column “{fault.column}”" if fault.column else ""
            say(f"line {row.line}{column}: {fault.said}.")
        if row.does:
            say(f"line {row.line}: {row.name}: {'; '.join(row.does)}")
    same = sum(not row.does and not row.faults for row in plan.rows)
    if same:
        say(f"{same} rows change nothing.")
    if plan.unused:
        say(f"Not used: the columns {', '.join(f'“{name}”' for name in plan.unused)}.")
