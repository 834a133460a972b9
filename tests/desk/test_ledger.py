"""One file's facts and acts: what is in memory is what is on disk, before and after a failure."""

import datetime as dt
from pathlib import Path
from typing import Any

import msgspec
import pytest

from clerk.demo.setting import set_up
from clerk.desk import ledger as ledgers
from clerk.desk.kinds import MEETING, REGISTER
from clerk.desk.ledger import Ledger
from clerk.desk.office import Office
from clerk.domain.meeting_acts import DetailsChanged, MeetingAct, MeetingCalled
from clerk.domain.meetings import Meeting
from clerk.errors import DamagedError, RefusedError, StorageError
from clerk.paths import Home
from clerk.store import sealed
from clerk.store.files import write_file
from tests.desk.builders import APRIL, NOW

Meetings = Ledger[Meeting | None, MeetingAct]


def fresh(path: Path) -> Meetings:
    return Ledger(path, MEETING, lambda: NOW, "Clerk")


def opened(path: Path) -> Meetings:
    return fresh(path).load()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "2026-04-23.json"
    fresh(path).do(MeetingCalled(meeting=Meeting(id="m", committee="c", date=APRIL)), "made")
    return path


def venues(ledger: Meetings, *names: str) -> None:
    for name in names:
        ledger.do(DetailsChanged(venue=name), name)


def venue(ledger: Meetings) -> str:
    assert ledger.state is not None
    return ledger.state.venue


def test_what_was_saved_is_there_when_the_file_is_opened_again(file: Path) -> None:
    ledger = opened(file)
    venues(ledger, "A", "B")
    again = opened(file)
    assert (again.state, again.entries) == (ledger.state, ledger.entries)
    assert (again.entries[-1].by, again.entries[-1].at) == ("Clerk", NOW)


def test_an_act_that_changes_nothing_writes_nothing(file: Path) -> None:
    ledger = opened(file)
    venues(ledger, "A")
    before = file.read_bytes()
    venues(ledger, "A")
    assert file.read_bytes() == before
    assert len(ledger.entries) == 2


def test_a_save_that_fails_leaves_memory_as_it_was(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = opened(file)
    before, state, entries = file.read_bytes(), ledger.state, ledger.entries

    def full(*_: Any, **__: Any) -> Any:
        raise StorageError("Not saved: the disk is full.")

    monkeypatch.setattr(ledgers, "write_file", full)
    with pytest.raises(StorageError):
        venues(ledger, "A")
    assert (ledger.state, ledger.entries, file.read_bytes()) == (state, entries, before)
    monkeypatch.undo()
    venues(ledger, "B")
    assert venue(opened(file)) == "B"


def test_undo_and_redo_walk_back_and_forth_through_a_reload(file: Path) -> None:
    venues(opened(file), "A", "B", "C")
    for wanted in ("B", "A", ""):
        ledger = opened(file)
        ledger.save(ledger.plan_undo())
        assert venue(opened(file)) == wanted
    for wanted in ("A", "B", "C"):
        ledger = opened(file)
        ledger.save(ledger.plan_redo())
        assert venue(opened(file)) == wanted
    with pytest.raises(RefusedError, match="nothing to do again"):
        opened(file).plan_redo()


def test_what_was_undone_cannot_come_back_over_newer_work(file: Path) -> None:
    ledger = opened(file)
    venues(ledger, "A")
    ledger.save(ledger.plan_undo())
    venues(ledger, "B")
    with pytest.raises(RefusedError):
        ledger.plan_redo()


def test_undoing_everything_leaves_no_meeting_and_then_says_so(file: Path) -> None:
    ledger = opened(file)
    ledger.save(ledger.plan_undo())
    assert opened(file).state is None
    with pytest.raises(RefusedError, match="nothing left to undo"):
        opened(file).plan_undo()


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledgers, "KEPT_ACTS", 5)


@pytest.mark.usefixtures("short")
def test_undo_is_right_after_old_acts_were_folded_away(file: Path) -> None:
    ledger = opened(file)
    venues(ledger, *(str(number) for number in range(40)))
    assert len(ledger.entries) <= 10
    for number in range(38, 34, -1):
        ledger = opened(file)
        ledger.save(ledger.plan_undo())
        assert venue(opened(file)) == str(number)


@pytest.mark.usefixtures("short")
def test_no_act_is_folded_away_that_a_kept_undo_takes_back(file: Path) -> None:
    ledger = opened(file)
    model: list[str] = [""]
    redo: list[str] = []
    for step in "ddddduddruuddddduuudrrrddddddduudduuuuddddrdddddddddu" * 2:
        if step == "u" and len(model) > 1:
            ledger.save(ledger.plan_undo())
            redo.append(model.pop())
        elif step == "r" and redo:
            ledger.save(ledger.plan_redo())
            model.append(redo.pop())
        elif step == "d":
            model.append(f"{len(ledger.entries)}-{len(model)}")
            redo.clear()
            venues(ledger, model[-1])
        assert venue(ledger) == model[-1]
        if ledger.last is None or isinstance(ledger.last.act, MeetingCalled):
            break
    assert venue(opened(file)) == model[-1]


def test_a_file_with_what_this_clerk_does_not_know_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "2026-04-23.json"
    state = {"id": "m", "committee": "c", "date": "2026-04-23", "telepathy": True}
    write_file(path, "meeting", base=None, state=state, acts=(), expected=None)
    before = path.read_bytes()
    with pytest.raises(DamagedError, match="newer Clerk"):
        opened(path)
    assert path.read_bytes() == before


def test_a_register_is_not_read_as_a_meeting(tmp_path: Path) -> None:
    path = tmp_path / "register.json"
    write_file(path, "register", base=None, state=None, acts=(), expected=None)
    with pytest.raises(StorageError):
        opened(path)
    assert Ledger(path, REGISTER, lambda: NOW).load().state.people == {}


def test_facts_are_written_as_their_documents_would_be_lest_a_file_change_by_being_opened(
    tmp_path: Path,
) -> None:
    office = Office(Home(tmp_path), now=lambda: NOW)
    set_up(office)
    ledgers: list[Ledger[Any, Any]] = [office.load(path) for path in office.meeting_paths()]
    for ledger in (*ledgers, office.register_ledger):
        documents = msgspec.to_builtins((ledger.state, ledger.entries))
        both = [
            sealed.body({"state": {"1": state}, "acts": sealed.Log().and_then(entries)})
            for state, entries in ((ledger.state, ledger.entries), documents)
        ]
        assert both[0] == both[1]
        assert b"".join(both[1][:4]) in ledger.path.read_bytes()


def test_times_keep_their_zone(file: Path) -> None:
    summer = dt.datetime(2026, 7, 1, 10, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    ledger: Meetings = Ledger(file, MEETING, lambda: summer).load()
    venues(ledger, "A")
    assert opened(file).entries[-1].at == summer
