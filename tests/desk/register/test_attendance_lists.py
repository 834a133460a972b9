"""Attendance over a period: n of m, and the six-month clock."""

import datetime as dt
from pathlib import Path

import pytest

from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.desk.register import adding, appointments
from clerk.desk.register.attendance_lists import AttendanceRow, attendance, marked_since, six_months
from clerk.desk.register.deeds import Grounds
from clerk.desk.register.who import find_person
from clerk.domain.committees import Committee
from tests.desk.builders import MARCH, called, council, office_in, person

NOW = dt.datetime(2026, 12, 1, tzinfo=dt.UTC)
DAYS = [dt.date(2026, 4, 1), dt.date(2026, 5, 6), dt.date(2026, 6, 3)]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    council(tmp_path)
    return office_in(tmp_path, NOW)


def body(office: Office) -> Committee:
    return next(iter(office.register.committees.values()))


def held(office: Office, day: dt.date, **marks: str) -> None:
    """A meeting at which these were marked: surname="present", or "for Orme" of a substitute."""
    with MeetingDesk(office, called(office, body(office), day)) as desk:
        for surname, how in marks.items():
            who = person(office, surname)
            if how.startswith("for "):
                principal = person(office, how.removeprefix("for "))
                desk.mark(who, "present", substitute_for=principal)
            else:
                desk.mark(who, how.replace("_", " "))  # type: ignore[arg-type]


def row(office: Office, surname: str, **period: dt.date) -> AttendanceRow:
    (found,) = (r for r in attendance(office, **period) if r.name.endswith(surname))  # type: ignore[arg-type]
    return found


def test_everyone_expected_is_present_substituted_apologised_or_absent(office: Office) -> None:
    adding.add_member(office, body(office).id, "Ms V Vane", "Labour", on=dt.date(2026, 5, 1))
    held(
        office, DAYS[0], Dace="present", Tolley="apologies", Orme="present", Anstey="in_attendance"
    )
    held(office, DAYS[1], Dace="present", Tolley="present", Orme="absent")
    held(office, DAYS[2], Dace="present", Tolley="present", Vane="present")
    dace, tolley, orme = (row(office, name) for name in ("Dace", "Tolley", "Orme"))
    assert (dace.of, tolley.of, orme.of) == ("3 of 3", "2 of 3", "1 of 3")
    assert (tolley.apologies, orme.absent) == (1, 2)
    assert row(office, "Anstey").in_attendance == 1
    assert row(office, "Vane").of == "1 of 2"
    for each in attendance(office):
        parts = each.present + each.remote + each.substituted + each.apologies + each.absent
        assert parts == each.expected
    assert row(office, "Dace", start=DAYS[1], end=DAYS[1]).of == "1 of 1"


def test_a_substitute_counts_apart_and_the_principal_is_not_absent(office: Office) -> None:
    roads = adding.add_committee(office, "Roads Committee")
    adding.add_member(office, roads.id, "Mr S Stand", "Labour", on=MARCH)
    held(office, DAYS[0], Dace="present", Stand="for Orme")
    stand, orme = row(office, "Stand"), row(office, "Orme")
    assert (stand.expected, stand.as_substitute) == (0, 1)
    assert (orme.substituted, orme.absent) == (1, 0)


def test_meetings_called_off_to_come_or_before_an_appointment_do_not_count(
    office: Office,
) -> None:
    held(office, DAYS[0], Dace="apologies")
    held(office, dt.date(2027, 1, 1), Dace="present")
    held(office, MARCH - dt.timedelta(days=9), Dace="present")
    assert all(each.expected == 0 for each in attendance(office))


def test_who_was_replaced_that_day_and_still_sat_is_the_one_who_was_expected(
    office: Office,
) -> None:
    tolley = find_person(office, "Tolley")
    appointments.replace_member(office, body(office).id, tolley, "Mr G Quill", Grounds(on=DAYS[0]))
    held(office, DAYS[0], Tolley="present", Dace="present")
    assert row(office, "Tolley").of == "1 of 1"
    assert not any(each.name == "Mr G Quill" for each in attendance(office))
    assert marked_since(office, body(office), tolley, DAYS[0]) == (DAYS[0],)


def test_six_months_are_counted_from_the_last_attendance_on_any_committee(
    office: Office,
) -> None:
    full_council = adding.add_committee(office, "County Council", kind="council")
    for day in (dt.date(2026, 9, 10), dt.date(2026, 10, 6), dt.date(2026, 12, 10)):
        called(office, full_council, day)
    held(office, DAYS[0], Dace="present", Tolley="present", Orme="apologies")
    held(office, DAYS[2], Dace="present")
    rows = {each.name.split()[-1]: each for each in six_months(office)}
    assert (rows["Dace"].last, rows["Dace"].ends) == (DAYS[2], dt.date(2026, 12, 3))
    assert rows["Dace"].council == dt.date(2026, 10, 6)
    assert (rows["Tolley"].ends, rows["Tolley"].council) == (
        dt.date(2026, 10, 1),
        dt.date(2026, 9, 10),
    )
    assert rows["Tolley"].words == "no attendance in Clerk since 1 April 2026"
    assert rows["Tolley"].days_left < 0 < rows["Dace"].days_left
    assert rows["Orme"].last is None and "counted from 1 April 2026" in rows["Orme"].words
    assert "Anstey" not in rows
    appointments.leave_council(office, find_person(office, "Orme"), "left")
    assert "Ms K Orme" not in [each.name for each in six_months(office)]
