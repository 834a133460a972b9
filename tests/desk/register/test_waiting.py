"""What Home says of the members: seats to fill, and six months that end about now."""

import datetime as dt
from pathlib import Path

from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.register import bodies
from clerk.desk.register.waiting import members_waiting
from tests.desk.builders import MARCH, called, council, office_in


def test_vacancies_wait_and_so_does_whoever_nears_six_months(tmp_path: Path) -> None:
    office, body = council(tmp_path)
    bodies.add_seats(office, body.id, "Labour")
    with MeetingDesk(office, called(office, body, MARCH)) as desk:
        desk.everyone_present()
    assert [row.group for row in members_waiting(office).vacant] == ["Labour"]
    assert members_waiting(office).nearing == (), "six months end on 12 September"
    near = office_in(tmp_path, dt.datetime(2026, 8, 1, tzinfo=dt.UTC))
    assert len(members_waiting(near).nearing) == 4
    later = office_in(tmp_path, dt.datetime(2026, 10, 1, tzinfo=dt.UTC))
    assert len(members_waiting(later).nearing) == 4, "it is said a while longer"
    long_after = office_in(tmp_path, dt.datetime(2028, 1, 1, tzinfo=dt.UTC))
    assert members_waiting(long_after).nearing == (), "of an old pack Home says nothing"
