"""Home shows what the files say, though it looks at few of them."""

import datetime as dt
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from clerk.desk.data_folder import DataFolder
from clerk.desk.lists.front import Front, front, whole_front
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.domain.committees import Committee
from clerk.store.cache import Cache
from tests.desk.builders import called, council, minuted, office_in

YEARS = range(2015, 2026)
MOST = 3


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Eleven years of minutes, published but for the last, and all of it long settled."""
    monkeypatch.setattr(Cache, "clock_ns", lambda _: time.time_ns() + 10**10)
    made, body = council(tmp_path / "home")
    for year in YEARS:
        path = called(made, body, dt.date(year, 5, 4))
        with MeetingDesk(made, path) as desk:
            minuted(desk, A1="None.", B1="RESOLVED that it be done.")
            desk.publish()
    called(made, body, dt.date(2026, 7, 9))
    assert front(made, MOST) == _cut(whole_front(made))
    return office_in(made.home.root)


def test_home_lists_no_folder_in_which_nothing_changed(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = whole_front(office)
    front(office, MOST)
    monkeypatch.delattr(DataFolder, "meeting_paths")
    assert front(office, MOST) == _cut(whole)
    assert [chapter.more for chapter in front(office, MOST).chapters] == [
        0,
        0,
        len(YEARS) - 3,
        0,
        0,
    ]


def _publish_another(office: Office, body: Committee) -> None:
    with MeetingDesk(office, called(office, body, dt.date(2019, 9, 9))) as desk:
        minuted(desk, B1="RESOLVED that it be done.")
        desk.publish()


def _take_back(office: Office, _: Committee) -> None:
    with MeetingDesk(office, office.meeting_paths()[2]) as desk:
        desk.withdraw("A slip.")


def _call(office: Office, body: Committee) -> None:
    called(office, body, dt.date(2027, 5, 4))


def _overwrite_in_place(office: Office, _: Committee) -> None:
    office.meeting_paths()[-2].write_bytes(b"{}")


def _lose(office: Office, _: Committee) -> None:
    for name in ("", ".prev"):
        path = office.meeting_paths()[4]
        path.with_name(f"{path.name}{name}").unlink()


def _lose_all(office: Office, body: Committee) -> None:
    shutil.rmtree(office.home.meetings_dir / body.slug)


@pytest.mark.parametrize(
    "deed", [_publish_another, _take_back, _call, _overwrite_in_place, _lose, _lose_all]
)
def test_home_shows_at_once_what_was_done(
    office: Office, deed: Callable[[Office, Committee], None]
) -> None:
    (body,) = office.register.committees.values()
    deed(office, body)
    assert front(office, MOST) == _cut(whole_front(office))
    assert front(office, MOST) == _cut(whole_front(office)), "looked at a second time"


def _cut(whole: Front) -> Front:
    chapters = tuple(
        each._replace(rows=each.rows[:MOST], more=len(each.rows[MOST:])) for each in whole.chapters
    )
    return whole._replace(chapters=chapters)
