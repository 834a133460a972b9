"""A disk that refuses in mid-meeting: what was typed is in the journal, or in memory until it is.

At the desk, refused at any step; and the installed program in a terminal, whose folder is closed to
it, or taken away and put back.
"""

import errno
import itertools
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from clerk.desk.meeting import calling
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.register import adding
from clerk.errors import StorageError
from screens.meeting.drafting import Drafting
from screens.widgets.agenda import entries_of
from tests.desk.builders import office_in
from tests.faults.terminal import Terminal, drop_roots_privileges
from tests.faults.test_killed_while_typing import office_in as office_now

REFUSALS = [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO]
FIRST, SECOND = "Benches were discussed. RESOLVED that", "Trees: words of a minute not begun"
"""Typed into an item with a minute, and into one that has none yet."""


@pytest.mark.parametrize(("refusal", "lasting"), [(errno.EIO, False), (errno.ENOSPC, True)])
def test_what_was_typed_while_the_disk_refused_is_lost_by_no_kill_after_it_took_words_again(
    faults: Any,
    folders: Iterator[Path],
    whole: Path,
    tally: Callable[[int], None],
    refusal: int,
    lasting: bool,
) -> None:
    for number in itertools.count(lasting, 2):
        home = next(folders)
        shutil.copytree(whole, home)
        desk, drafting = _desk(home)
        with faults.at(number, refusal, lasting=lasting):
            _type(drafting)
            refused = bool(drafting.trouble)
            assert drafting.saved is not refused, "the strip must say so, and say no more"
        assert not refused or drafting.words.startswith("NOT SAVED: ")
        if number // 2 % 2:  # typed in again, without a save; or else looked after by itself
            entries = _entries(desk)
            drafting.typed(entries[1], f"{SECOND}.", 5)
            expected = [FIRST, f"{SECOND}."]
        else:
            drafting.save()
            assert (drafting.saved, drafting.trouble) == (True, "")
            expected = [FIRST, SECOND]
        _killed(desk)
        with MeetingDesk(office_in(home), desk.path) as again:
            assert [minute.text for minute in again.meeting.minutes] == expected, number
        if not faults.met:
            break
    tally(faults.tried)


@pytest.mark.parametrize("refusal", REFUSALS, ids=errno.errorcode.get)
def test_a_meeting_that_takes_no_save_loses_nothing_to_a_kill_while_its_journal_does(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusal: int
) -> None:
    home = tmp_path / "home"
    shutil.copytree(whole, home)
    desk, drafting = _desk(home)

    def refuse(*_: Any, **__: Any) -> None:
        raise StorageError(os.strerror(refusal))

    with monkeypatch.context() as patched:
        patched.setattr("clerk.desk.ledger.write_file", refuse)
        _type(drafting)
        assert drafting.words == f"NOT SAVED: {os.strerror(refusal)}"
        _killed(desk)
    with MeetingDesk(office_in(home), desk.path) as again:
        assert [minute.text for minute in again.meeting.minutes] == [FIRST, SECOND]
        assert len(again.recovered) == 2


def test_a_journal_that_was_taken_away_is_begun_anew_with_all_that_is_not_saved(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    shutil.copytree(whole, home)
    desk, drafting = _desk(home)
    monkeypatch.setattr("clerk.desk.ledger.write_file", _refused)
    first, second = _entries(desk)
    drafting.typed(first, FIRST, 5)
    drafting.typed(second, SECOND, 5)
    shutil.rmtree(home / "journal")
    drafting.typed(second, f"{SECOND}.", 6)
    monkeypatch.undo()
    _killed(desk)
    with MeetingDesk(office_in(home), desk.path) as again:
        assert [minute.text for minute in again.meeting.minutes] == [FIRST, f"{SECOND}."]


def test_a_data_folder_that_is_away_is_not_made_anew_in_the_place_where_it_will_come_back(
    whole: Path, tmp_path: Path
) -> None:
    home, away = tmp_path / "home", tmp_path / "away"
    shutil.copytree(whole, home)
    desk, drafting = _desk(home)
    drafting.typed(_entries(desk)[0], FIRST, 5)
    drafting.save()
    for empty in (False, True):  # a stick that is pulled out leaves the folder on which it stood
        home.rename(away)
        if empty:
            home.mkdir()
        drafting.typed(_entries(desk)[0], f"{FIRST} {empty}", 5)
        drafting.save()
        assert "moved, renamed or unplugged" in drafting.words
        with pytest.raises(StorageError, match="unplugged"):
            adding.add_committee(desk.office, "Roads Committee")
        assert not (home / "meetings").exists() and not (home / "register.json").exists()
        shutil.rmtree(home, ignore_errors=True)
        away.rename(home)
        drafting.save()
        assert (drafting.saved, desk.notices()) == (True, ())
    desk.close()
    with MeetingDesk(office_in(home), desk.path) as again:
        assert again.meeting.minutes[0].text == f"{FIRST} True"


def test_a_meeting_in_a_folder_that_takes_no_lock_can_be_read_all_the_same(
    whole: Path, tmp_path: Path, faults: Any
) -> None:
    home = tmp_path / "home"
    shutil.copytree(whole, home)
    with faults.at(0, errno.EROFS, lasting=True):
        desk, _ = _desk(home)
    assert "the disk can only be read" in desk.read_only
    assert desk.meeting.minutes[0].text == FIRST[:20]
    with pytest.raises(StorageError, match="can only be read"):
        desk.edit(desk.meeting.minutes[0].id, FIRST)
    assert not desk.follow()
    desk.close()


def _can_drop() -> bool:
    """Tried in a child: what is dropped does not come back."""
    if sys.platform != "linux":
        return False
    child = os.fork()
    if child == 0:
        try:
            drop_roots_privileges()
        except OSError:
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal")
def test_a_folder_closed_in_mid_meeting_loses_nothing_and_the_strip_says_so(
    tmp_path: Path, tally: Callable[[int], None]
) -> None:
    if not _can_drop():
        pytest.skip("root, whom no mode keeps out, and who cannot be made an ordinary user here")
    home = tmp_path / "home"
    office = office_now(home)
    body = adding.add_committee(office, "Parks Committee")
    path = calling.call_meeting(office, body.id, office.today, titles=["B1 Benches", "B2 Trees"])
    terminal = Terminal("--home", str(home), ordinary=True)
    terminal.wait_for("Parks Committee")
    terminal.press("\r")
    terminal.wait_for("Benches")
    terminal.read(0.3)
    terminal.press("\r")
    terminal.read(0.3)
    terminal.press("before\x13")
    terminal.wait_for("Saved.")
    path.parent.chmod(0o500)
    terminal.press(" during\x13")
    terminal.wait_for("NOT SAVED")
    path.parent.chmod(0o700)
    terminal.drawn = ""
    terminal.wait_for("· saved")  # by itself
    assert "before during" in path.read_text()
    home.rename(tmp_path / "away")
    terminal.press("\x0enever\x13")
    terminal.wait_for("unplugged")
    (tmp_path / "away").rename(home)
    for each in (path.parent, home / "backups", home):
        each.chmod(0o500)
    terminal.drawn = ""
    terminal.press(" begun\x13")
    terminal.wait_for("you have no")
    terminal.end("kill")
    for each in (home, home / "backups", path.parent):
        each.chmod(0o700)
    with MeetingDesk(office_now(home), path) as desk:
        assert [minute.text for minute in desk.meeting.minutes] == ["before during", "never begun"]
    tally(3)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A meeting with two items, the first of which has a minute."""
    home = tmp_path_factory.mktemp("refused") / "home"
    office = office_in(home)
    body = adding.add_committee(office, "Parks Committee")
    path = calling.call_meeting(office, body.id, office.today, titles=["B1 Benches", "B2 Trees"])
    with MeetingDesk(office, path) as desk:
        desk.edit(desk.start_minute(desk.meeting.items[0].id).id, FIRST[:20])
    return home


def _desk(home: Path) -> tuple[MeetingDesk, Drafting]:
    office = office_in(home)
    desk = MeetingDesk(office, office.meeting_paths()[0])
    return desk, Drafting(desk)


def _entries(desk: MeetingDesk) -> Any:
    return entries_of(desk.meeting)


def _type(drafting: Drafting) -> None:
    """Key by key where it matters, with a pause and another look at it, as the screen does."""
    for at, text in enumerate((FIRST, SECOND)):
        for length in range(len(text) - 3, len(text) + 1):
            drafting.typed(_entries(drafting.desk)[at], text[:length], length)
        drafting.save()


def _killed(desk: MeetingDesk) -> None:
    """Leaves the desk as a kill would: nothing is saved on the way."""
    desk.close(left=False)


def _refused(*_: Any, **__: Any) -> None:
    raise StorageError("The disk can only be read.")
