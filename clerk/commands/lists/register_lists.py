"""`clerk members`, `member`, `vacancies`, `chairs`, `changes`, `attendance`, `six-months`, …"""

import datetime as dt
from argparse import Namespace

from clerk.commands.opening import day_of, desk_of, office_of
from clerk.commands.put import put_bytes, put_list
from clerk.commands.say import say, say_json, say_table
from clerk.desk.lists.member_lists import membership
from clerk.desk.office import Office
from clerk.desk.register import attendance_lists, register_lists
from clerk.desk.register.agenda_notes import interests_named
from clerk.desk.register.attendance_lists import AttendanceRow
from clerk.desk.register.person_page import MemberPage, member_page, sections, with_attendance
from clerk.desk.register.which import find_committee
from clerk.desk.register.who import find_person
from clerk.domain.people import Person
from clerk.errors import NotFoundError
from clerk.paths import typed_path
from clerk.when import plain_date, read_date
from clerk.writers.data import Cell


def members(asked: Namespace) -> int:
    """The membership as at a day, in the form of a front sheet."""
    office = office_of(asked)
    body = find_committee(office, asked.committee)
    on = day_of(asked.on, office) or office.today
    if asked.popolo:
        from clerk.writers.popolo import popolo_json  # for this form alone

        whole = None if asked.on is None else on
        content = popolo_json(office.register, [body], whole)
        put_bytes(content, typed_path(asked.output) if asked.output else None)
        return 0
    found = membership(office, body, on)
    rows = [
        (found.name, on.isoformat(), group, _held(row.name, row.known), row.role, row.note)
        for group, each in found.groups
        for row in each
    ]
    header = ("committee", "as at", "group", "name", "role", "note")
    put_list(asked, header, rows, lambda: say(found.text), text=found.text, whole=found)
    return 0


def member(asked: Namespace) -> int:
    """Everything about one person: names, groups, posts, seats, roles, interests."""
    office = office_of(asked)
    page = with_attendance(office, member_page(office, find_person(office, asked.name)))
    header = ("name", "committee", "kind", "place", "from", "to", "first seen", "how", "source")
    rows = [
        (
            page.name,
            row.committee,
            row.kind,
            row.place,
            _iso(row.start),
            _iso(row.end),
            _iso(row.first_seen),
            row.how,
            row.source,
        )
        for row in page.held
    ]
    put_list(asked, header, rows, lambda: _say_page(page), whole=page)
    return 0


def vacancies(asked: Namespace) -> int:
    """Every vacant seat on a day."""
    office = office_of(asked)
    on = day_of(asked.on, office) or office.today
    slug = find_committee(office, asked.committee).slug if asked.committee else ""
    found = register_lists.vacancies(office, on, slug)
    header = ("committee", "group", "vacant since", "last holder", "how", "note")
    rows = [
        (row.committee, row.group, _iso(row.since), row.last_holder, row.how, row.note)
        for row in found
    ]

    def shown() -> None:
        if not found:
            say(f"No seat is vacant on {plain_date(on)}, as far as is known.")
            return
        cells = [
            (row.committee, row.group, _plain(row.since), row.last_holder, row.how) for row in found
        ]
        say_table(header[:5], cells)

    put_list(asked, header, rows, shown)
    return 0


def chairs(asked: Namespace) -> int:
    """Every chair, vice-chair and other role on a day."""
    office = office_of(asked)
    on = day_of(asked.on, office) or office.today
    found = register_lists.chairs(office, on)
    header = ("committee", "role", "name", "since")
    rows = [(row.committee, row.role, row.printed, _iso(row.since)) for row in found]
    cells = [(row.committee, row.role, row.printed, _plain(row.since)) for row in found]
    put_list(asked, header, rows, lambda: say_table(header, cells))
    return 0


def changes(asked: Namespace) -> int:
    """How a committee's membership differs between two days."""
    office = office_of(asked)
    body = find_committee(office, asked.committee)
    start = read_date(asked.start, today=office.today)
    end = day_of(asked.end, office) or office.today
    found = register_lists.differences(office, body, start, end)
    header = ("day", "known", "change", "entered", "source")
    rows = [
        (
            told.on.isoformat(),
            "yes" if told.sure else "no",
            told.words,
            _iso(told.entered),
            told.source,
        )
        for told in found.told
    ]

    def shown() -> None:
        say(f"{found.committee}, {plain_date(start)} to {plain_date(end)}")
        for line in found.lines:
            say(f"  {line}")

    put_list(asked, header, rows, shown, whole=found)
    return 0


def attendance(asked: Namespace) -> int:
    """Who came how often: n of m."""
    office = office_of(asked)
    slug, person = _of(office, asked.of) if asked.of else ("", None)
    found = attendance_lists.attendance(
        office,
        slug=slug,
        person=person,
        start=day_of(asked.start, office),
        end=day_of(asked.end, office),
    )
    header = (
        "committee",
        "name",
        "present of expected",
        "expected",
        "present",
        "remote",
        "substituted",
        "apologies",
        "absent",
        "as substitute",
        "in attendance",
    )
    rows = [_attendance_cells(row) for row in found]

    def shown() -> None:
        if not found:
            say("No meeting with anybody present was found in that time.")
            return
        say_table(header, [[str(cell) for cell in row] for row in rows])

    put_list(asked, header, rows, shown)
    return 0


def six_months(asked: Namespace) -> int:
    """When each councillor's six months end; exit code 1 where some have."""
    office = office_of(asked)
    found = attendance_lists.six_months(office)
    header = ("name", "attendance", "six months end", "last council meeting before", "days left")
    rows = [
        (row.name, row.words, row.ends.isoformat(), _iso(row.council), row.days_left)
        for row in found
    ]

    def shown() -> None:
        none = "none in Clerk"
        cells = [
            (
                row.name,
                row.words,
                plain_date(row.ends),
                _plain(row.council) or none,
                str(row.days_left),
            )
            for row in found
        ]
        say_table(header, cells)
        say("Clerk knows only of meetings that are in it (Local Government Act 1972 s85).")

    put_list(asked, header, rows, shown)
    return 1 if any(row.days_left < 0 for row in found) else 0


def interests(asked: Namespace) -> int:
    """The standing interests that a meeting's items name."""
    with desk_of(asked, lock=False) as desk:
        found = interests_named(desk.office, desk.meeting)
    if asked.json:
        say_json(found)
        return 0
    say_table(
        ("item", "member", "interest"),
        [(f"{row.ref} {row.title}".strip(), row.name, row.interest) for row in found],
    )
    return 0


def _of(office: Office, words: str) -> tuple[str, Person | None]:
    """A committee's label, or else a person."""
    try:
        return find_committee(office, words).slug, None
    except NotFoundError:
        pass
    try:
        return "", find_person(office, words)
    except NotFoundError:
        raise NotFoundError(f"“{words}” is no committee and nobody in the register.") from None


def _attendance_cells(row: AttendanceRow) -> tuple[Cell, ...]:
    return (
        row.committee,
        row.name,
        row.of,
        row.expected,
        row.present,
        row.remote,
        row.substituted,
        row.apologies,
        row.absent,
        row.as_substitute,
        row.in_attendance,
    )


def _say_page(page: MemberPage) -> None:
    say(f"{page.name} ({page.kind})")
    for title, lines in sections(page):
        say(title)
        for line in lines:
            say(f"  {line}")


def _held(name: str, known: bool) -> str:
    return name or ("Vacancy" if known else "not known")


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _plain(day: dt.date | None) -> str:
    return plain_date(day) if day else ""
