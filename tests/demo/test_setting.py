"""The invented council in a folder: published, numbered on, never set up over a learner's work."""

import datetime as dt
from pathlib import Path

from clerk.demo.council import TO_PUBLISH
from clerk.demo.setting import set_up
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.paths import Home

NOW = dt.datetime(2026, 11, 23, 9, 30, tzinfo=dt.UTC)


def test_last_minutes_are_published_and_the_next_run_on_from_them(tmp_path: Path) -> None:
    office = _set_up(tmp_path)
    for path, meeting in office.each_meeting():
        assert meeting.state == ("published" if meeting.id in TO_PUBLISH else "draft")
        if meeting.state == "draft":
            with MeetingDesk(office, path) as desk:
                desk.start_minute(meeting.items[0].id)
    following = {
        office.committee(meeting.committee).slug: office.context(meeting).first_number
        for _, meeting in office.each_meeting()
        if meeting.id not in TO_PUBLISH
    }
    assert following == {
        "cabinet": 62,
        "environment-and-highways-committee": 33,
        "standards-committee": 16,
    }


def test_nothing_is_wrong_with_the_published_minutes(tmp_path: Path) -> None:
    office = _set_up(tmp_path)
    for path in office.meeting_paths():
        with MeetingDesk(office, path, lock=False) as desk:
            assert desk.findings() == ()


def test_exempt_minutes_are_told_to_the_public_in_a_summary_alone(tmp_path: Path) -> None:
    office = _set_up(tmp_path)
    paths = [path for path in office.meeting_paths() if "environment" in path.as_posix()]
    with MeetingDesk(office, paths[0], lock=False) as desk:
        words = "\n".join(line.text for line in desk.record("public").lines)
    assert "made a recommendation to the Cabinet Member" in words
    assert "compared the price" not in words


def test_setting_up_again_leaves_what_a_learner_did(tmp_path: Path) -> None:
    office = _set_up(tmp_path)
    coming = office.meeting_paths()[-1]
    with MeetingDesk(office, coming) as desk:
        minute = desk.start_minute(desk.meeting.items[0].id)
        desk.edit(minute.id, "The learner's own words.")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.json")}
    set_up(_office(tmp_path))
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.json")} == before


def test_a_set_up_that_was_cut_short_is_completed(tmp_path: Path) -> None:
    office = _set_up(tmp_path)
    for path in office.meeting_paths()[2:]:
        for generation in path.parent.glob(f"{path.name}*"):
            generation.unlink()
    set_up(_office(tmp_path))
    assert len(_office(tmp_path).meeting_paths()) == 6


def _set_up(folder: Path) -> Office:
    office = _office(folder)
    set_up(office)
    return office


def _office(folder: Path) -> Office:
    return Office(Home(folder / "demo"), now=lambda: NOW, who="learner", where="here").open()
