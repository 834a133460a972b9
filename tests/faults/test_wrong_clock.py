"""A clock that runs backwards, stands still or is years off loses no save and no good copy."""

import datetime as dt
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from clerk.desk.care.upkeep import backup_to, dated_backup
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.register import adding
from clerk.store.archive import open_archive
from tests.desk.builders import called, council, office_in

TODAY = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)
CLOCKS = [
    dt.datetime(1, 1, 1, tzinfo=dt.UTC),
    dt.datetime(1970, 1, 1, tzinfo=dt.UTC),  # a machine whose battery is empty
    TODAY - dt.timedelta(days=365),
    TODAY + dt.timedelta(days=365),
    dt.datetime(9999, 12, 31, 23, 59, tzinfo=dt.UTC),
]


@pytest.mark.parametrize("wrong", CLOCKS, ids=str)
def test_words_typed_at_any_hour_are_kept_and_taken_back_in_the_order_of_their_typing(
    tmp_path: Path, wrong: dt.datetime, tally: Callable[[int], None]
) -> None:
    office, body = council(tmp_path)
    path = called(office, body)
    for number, now in enumerate((TODAY, wrong, TODAY, wrong)):
        office = office_in(tmp_path, now)
        with MeetingDesk(office, path) as desk:
            minute = desk.start_minute(desk.meeting.items[0].id)
            desk.edit(minute.id, f"{minute.text} {number}".strip())
            desk.typed(minute.id, f"{desk.meeting.minutes[0].text} more", 3)
            desk.close(left=False)  # as a kill does
        assert dated_backup(office) is not None or number > 1
        assert backup_to(office, tmp_path / f"{number}.zip").unsound == ()
    with MeetingDesk(office_in(tmp_path, TODAY), path) as desk:
        typed = "0 more 1 more 2 more 3 more"
        assert desk.meeting.minutes[0].text == typed
        for words in ("0 more 1 more 2 more 3", "0 more 1 more 2 more", "0 more 1 more 2"):
            desk.undo()
            assert desk.meeting.minutes[0].text == words
    tally(4)


def test_the_newest_copies_stay_whatever_days_a_wrong_clock_gave_them(
    tmp_path: Path, tally: Callable[[int], None]
) -> None:
    luck = random.Random(3)
    for tried in range(3):
        home = tmp_path / str(tried)
        council(home)
        made: list[tuple[str, str]] = []
        day = TODAY
        for number in range(16):
            day += dt.timedelta(days=1)
            now = luck.choice([day, day, *CLOCKS[1:4]]) + dt.timedelta(days=number)
            office = office_in(home, now)
            adding.add_committee(office, f"Committee {number}")
            path = dated_backup(office, kept=3)
            assert path is None or path.exists(), "today's was dropped as soon as it was made"
            if path is not None:
                made.append((path.name, office.register_ledger.sha256))
            kept = sorted(home.glob("backups/daily-*.zip"))
            assert made[-1][0] in [each.name for each in kept], "the newest good copy is gone"
            assert len(kept) <= 6
        for each in home.glob("backups/daily-*.zip"):
            with open_archive(each) as opened:
                assert all(item.sound for item in opened.manifest.files)
    tally(3 * 16)


def test_with_a_right_clock_as_many_stay_as_were_asked_for(tmp_path: Path) -> None:
    council(tmp_path)
    for number in range(6):
        dated_backup(office_in(tmp_path, TODAY + dt.timedelta(days=number)), kept=3)
    names = sorted(path.name for path in tmp_path.glob("backups/daily-*.zip"))
    assert names == [f"daily-2026-11-{day}.zip" for day in (25, 26, 27)]


def test_versions_from_outside_in_the_same_second_are_all_kept(tmp_path: Path) -> None:
    office, body = council(tmp_path)
    path = called(office, body)
    with MeetingDesk(office, path) as desk:
        minute = desk.start_minute(desk.meeting.items[0].id)
        for number in range(3):
            with_it = MeetingDesk(office_in(tmp_path), path, lock=False)
            with_it.edit(minute.id, f"Written outside {number}")
            desk.edit(minute.id, f"Typed in the room {number}")
        for number in range(2):
            path.unlink()
            desk.edit(minute.id, f"Taken away {number}")
            desk.edit(minute.id, f"And typed in again {number}")
    kept = [each.read_text(encoding="utf-8") for each in path.parent.glob("*.elsewhere-*.json")]
    for number in range(3):
        assert any(f"Written outside {number}" in text for text in kept)
    assert len(list(path.parent.glob("*before-it-was-gone*"))) == 2
