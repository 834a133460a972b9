"""`clerk doctor`, `backup` and `restore` as a clerk meets them, on the invented council."""

import datetime as dt
import json
import os
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from clerk.cli import main
from clerk.demo.setting import set_up
from clerk.desk.care.accepting import accept
from clerk.desk.care.upkeep import dated_backup, examine
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.errors import InputError
from clerk.paths import Home
from clerk.store import sealed
from clerk.store.atomic import previous
from clerk.store.files import read_file

NOW = dt.datetime(2026, 11, 22, 1, 45, 0, tzinfo=dt.UTC)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """The invented council."""
    home = Home(tmp_path / "home")
    set_up(_office(home).open())
    return home


def test_the_invented_council_is_sound_to_its_last_act(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _clerk(home, "doctor") == 0
    assert "all is sound, 7 files" in capsys.readouterr().out


def test_the_doctor_shows_before_it_mends_and_works_where_the_register_cannot_be_read(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _clerk(home, "add", "officer", "Ms P Quill") == 0
    generation = read_file(home.register, "register").generation - 1
    home.register.write_bytes(b"torn")
    assert _clerk(home, "add", "officer", "Mr V Quill") == 3
    assert _clerk(home, "meetings") == 0, "one bad file never stops the others"
    assert "clerk doctor --mend" in capsys.readouterr().err
    assert _clerk(home, "doctor") == 1
    assert home.register.read_bytes() == b"torn", "looking must change nothing"
    assert f"--mend: generation {generation} is put in its place" in capsys.readouterr().out
    assert _clerk(home, "doctor", "--mend") == 0
    assert _clerk(home, "meetings") == 0
    (kept,) = home.root.glob("register.json.damaged-*")
    assert kept.read_bytes() == b"torn"


def test_what_a_lost_act_leaves_without_its_committee_is_found(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    previous(home.register).replace(home.register)
    assert _clerk(home, "doctor") == 1
    said = capsys.readouterr().out
    assert "not among the committees" in said and "clerk restore" in said


def test_findings_can_be_read_by_a_program(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    home.register.write_bytes(b"torn")
    assert _clerk(home, "doctor", "--json") == 1
    found = json.loads(capsys.readouterr().out)
    (fault,) = [each for each in found if each["state"] == "fault"]
    assert fault["path"] == "register.json" and "put in its place" in fault["remedy"]


# --- what is written whole and makes no sense -----------------------------------------------------


def test_a_state_that_its_acts_do_not_give_is_found(home: Home) -> None:
    path = _draft(home)
    _seal_by_hand(path, lambda found: found["state"]["1"].update(venue="Elsewhere"))
    assert _said(home) == [
        "does not hold together: its acts do not give what it holds: they differ in venue"
    ]


def test_people_committees_and_papers_that_the_register_does_not_know_are_found(
    home: Home,
) -> None:
    path = _draft(home)

    def change(meeting: dict[str, Any]) -> None:
        meeting["committee"], meeting["paper"] = "aaaaaaaaaaaa", "bbbbbbbbbbbb"
        marked = {"id": "d", "person": "cccccccccccc", "capacity": "present"}
        meeting["attendance"] = [marked]

    _seal_by_hand(path, lambda found: _rewritten(found, change))
    assert [said.removeprefix("does not hold together: ") for said in _said(home)] == [
        "it is a meeting of aaaaaaaaaaaa, not among the committees",
        "it names cccccccccccc, not among the people",
        "it was read from bbbbbbbbbbbb, not among the papers",
    ]


def test_a_published_record_that_is_not_what_was_published_is_found(home: Home) -> None:
    path = next(path for path in home.meetings_dir.glob("cabinet/*.json") if _published(path))

    def change(meeting: dict[str, Any]) -> None:
        meeting["published"]["record"]["lines"][0]["runs"][0]["text"] = "ANOTHER COUNCIL"

    _seal_by_hand(path, lambda found: _rewritten(found, change))
    (said,) = _said(home)
    assert "is not the one that its SHA-256 was taken of" in said


def test_one_meeting_in_two_files_is_found(home: Home) -> None:
    path = _draft(home)
    path.with_name("2030-01-01.json").write_bytes(path.read_bytes())
    (said,) = _said(home)
    assert f"it is the same meeting as meetings/cabinet/{path.name}" in said


def test_a_committees_folder_that_was_renamed_is_said_and_mended(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    """Else the next minutes begin at 1 again, and lists name meetings that nothing opens."""
    _clerk(home, "meetings")
    before = capsys.readouterr().out
    (home.meetings_dir / "cabinet").rename(home.meetings_dir / "Cabinet-old")
    assert _clerk(home, "show", f"Cabinet-old/{_stem(home)}") == 0, "listed so, it opens so"
    assert "holds meetings of cabinet" in capsys.readouterr().err
    assert _clerk(home, "doctor") == 1
    assert "--mend: it becomes meetings/cabinet/" in capsys.readouterr().out
    assert _clerk(home, "doctor", "--mend") == 0
    capsys.readouterr()
    _clerk(home, "meetings")
    assert capsys.readouterr() == (before, "")


def test_mending_puts_no_meeting_where_another_stands_and_ends_what_was_cut_short(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _draft(home)
    (home.meetings_dir / "old").mkdir()
    other = home.meetings_dir / "old" / path.name
    path.rename(other)
    path.write_bytes(other.read_bytes())  # as a kill leaves it, before the old name goes
    assert _clerk(home, "doctor", "--mend") == 0
    assert not other.parent.exists()
    other.parent.mkdir()
    other.write_bytes(path.read_bytes())
    with MeetingDesk(_office(home).open(), path) as desk:
        desk.start_minute(desk.meeting.items[-1].id)
    content = path.read_bytes()
    assert _clerk(home, "doctor", "--mend") == 1
    assert other.exists()
    other.write_bytes(content)
    previous(other).write_bytes(content)
    assert _clerk(home, "doctor", "--mend") == 1
    assert previous(other).exists(), "a generation that stands nowhere else"
    assert path.read_bytes() == content
    assert "move it out of the data folder" in capsys.readouterr().out


def test_a_meeting_put_over_anothers_file_does_not_take_its_generation_along(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    """Else mending deletes the last good minutes of the committee whose file was overwritten."""
    path = _draft(home)
    with MeetingDesk(_office(home).open(), path) as desk:
        desk.start_minute(desk.meeting.items[-1].id)
    lost = previous(path).read_bytes()
    (home.meetings_dir / "standards-committee" / path.name).write_bytes(
        other := max(home.meetings_dir.glob("standards-committee/*.json")).read_bytes()
    )
    path.write_bytes(other)
    _clerk(home, "doctor", "--mend")
    assert previous(path).read_bytes() == lost
    assert "move it out of the data folder" in capsys.readouterr().out


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_folder_that_is_another_under_a_second_name_is_not_emptied_by_mending(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    """A disk that does not tell “Cabinet” from “cabinet” has one folder: its meetings stay."""
    before = _everything(home)
    cabinet = home.meetings_dir / "cabinet"
    (home.meetings_dir / "Cabinet").symlink_to(cabinet)
    _clerk(home, "doctor", "--mend")
    (home.meetings_dir / "Cabinet").unlink()
    assert _everything(home) == before
    cabinet.rename(home.meetings_dir / "Cabinet")
    cabinet.symlink_to(home.meetings_dir / "Cabinet")
    _clerk(home, "doctor", "--mend")
    assert _everything(home).keys() >= before.keys()
    assert "lies in the folder" not in capsys.readouterr().out


def _stem(home: Home) -> str:
    return next(home.meetings_dir.glob("Cabinet-old/*.json")).stem


def _draft(home: Home) -> Path:
    return next(path for path in home.meetings_dir.glob("cabinet/*.json") if not _published(path))


def _published(path: Path) -> bool:
    return "published" in (read_file(path, "meeting").state or {})


def _said(home: Home) -> list[str]:
    return [each.said for each in examine(_office(home)) if each.state == "fault"]


# --- a file edited by hand ------------------------------------------------------------------------


def test_an_edit_by_hand_of_state_and_acts_is_taken_as_the_next_generation(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _draft(home)
    before = read_file(path, "meeting")
    by_hand = path.read_text(encoding="utf-8").replace("Weald Room", "Long Room")
    path.write_text(json.dumps(json.loads(by_hand), indent=2), encoding="utf-8")
    assert _clerk(home, "show", f"cabinet/{path.stem}") == 3
    assert _clerk(home, "doctor", "--accept", str(path)) == 0
    assert "is generation 2 now" in capsys.readouterr().out
    found = read_file(path, "meeting")
    assert found.generation == before.generation + 1
    assert "Long Room" in str(found.state) and "Weald Room" not in str(found.state)
    (kept,) = path.parent.glob("*.edited-*")
    assert "Long Room" in kept.read_text(encoding="utf-8")
    with MeetingDesk(_office(home).open(), path) as desk:
        desk.start_minute(desk.meeting.items[0].id)
    assert _clerk(home, "doctor") == 0


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (lambda f: f["state"]["1"].update(venue="Elsewhere"), "differs in venue"),
        (lambda f: f["state"]["1"].update(colour="red"), "does not know.*colour"),
        (lambda f: f["state"]["1"].update(date="31 June"), "does not know.*date"),
        (lambda f: f["acts"]["1"]["act"].update(type="nonsense"), "does not know"),
        (lambda f: f.update(extra={}), "table “extra” is not known"),
        (lambda f: f["state"].update({"2": {}}), "more than one document"),
        (lambda f: f.pop("_clerk"), "first table, _clerk"),
        (lambda f: f["_clerk"]["1"].update(kind="register"), "says that it is a meeting"),
    ],
)
def test_an_edit_that_makes_no_sense_is_refused_and_changes_nothing(
    home: Home, edit: Any, said: str
) -> None:
    path = _draft(home)
    found = json.loads(path.read_text(encoding="utf-8"))
    edit(found)
    path.write_text(json.dumps(found), encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(InputError, match=said):
        accept(_office(home), path)
    assert path.read_bytes() == before


def test_an_edit_of_the_state_alone_is_taken_where_its_history_is_given_up_by_a_word(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    """Else who has put a word right in an editor must learn how files fold their acts."""
    path = _draft(home)
    _edit(path, lambda f: f["state"]["1"].update(venue="Elsewhere"))
    assert _clerk(home, "doctor", "--accept", str(path)) == 2
    assert "differs in venue" in (said := capsys.readouterr().err) and "--without-history" in said
    assert _clerk(home, "doctor", "--accept", str(path), "--without-history") == 0
    assert (read_file(path, "meeting").state or {})["venue"] == "Elsewhere"
    assert _clerk(home, "undo", f"cabinet/{path.stem}") == 2, "there is nothing before it to undo"
    assert _said(home) == []


def test_an_edit_whose_acts_agree_keeps_them_though_they_might_have_been_given_up(
    home: Home,
) -> None:
    path = _draft(home)
    acts = read_file(path, "meeting").acts
    path.write_bytes(path.read_bytes().replace(b"Weald Room", b"Other Room"))
    accept(_office(home), path, without_history=True)
    assert [each["id"] for each in read_file(path, "meeting").acts] == [a["id"] for a in acts]


def test_a_file_that_was_put_aside_or_copied_by_a_sync_service_can_be_taken(home: Home) -> None:
    path = _draft(home)
    sound = path.read_bytes()
    for name in ("2026-11-23.json.edited-2026-11-22-014500", f"{path.stem} (1).json"):
        copy = path.with_name(name.replace("2026-11-23", path.stem))
        copy.write_bytes(sound.replace(b"Weald Room", b"Other Room"))
        accept(_office(home), copy)
        assert "Other Room" in str(read_file(path, "meeting").state)
        assert len([*path.parent.glob("*.replaced-*")]) >= 1
        copy.unlink()
    assert previous(path).exists()


def test_a_sound_file_is_left_as_it_is(home: Home) -> None:
    before = _everything(home)
    assert "is sound as it stands" in accept(_office(home), _draft(home))
    assert _everything(home) == before and not [*home.root.rglob("*.replaced-*")]


def test_a_file_outside_the_folder_is_refused(home: Home, tmp_path: Path) -> None:
    for outside in (tmp_path / "2026-09-03.json", home.root / "thoughts.txt"):
        outside.write_text("{}", encoding="utf-8")
        with pytest.raises(InputError, match=r"is no file of the data folder|holds no files"):
            accept(_office(home), outside)


# --- backups and going back -----------------------------------------------------------------------


def test_a_backup_says_where_how_many_how_large_and_that_it_was_read_back(
    home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "usb" / "all.zip"
    assert _clerk(home, "backup", str(target)) == 0
    said = capsys.readouterr().out
    assert str(target) in said and "7 files" in said and "read back" in said
    assert _clerk(home, "backup", str(target)) == 3
    home.register.write_bytes(b"torn")
    assert _clerk(home, "backup") == 1
    assert "register.json was damaged already" in capsys.readouterr().out
    assert _clerk(Home(tmp_path / "nowhere"), "backup") == 2


def test_a_restore_shows_first_and_what_it_did_can_be_taken_back_by_the_words_it_says(
    home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = str(tmp_path / "all.zip")
    _clerk(home, "backup", archive)
    path = _draft(home)
    first = _everything(home)
    _clerk(home, "change", "meeting", f"cabinet/{path.stem}", "--venue", "Long Room")
    second = _everything(home)
    capsys.readouterr()
    assert _clerk(home, "restore", archive) == 0
    assert "newer here" in capsys.readouterr().out
    assert _clerk(home, "restore", archive, "--yes") == 1
    assert _everything(home) == second, "what is newer here is not overwritten unasked"
    capsys.readouterr()
    assert _clerk(home, "restore", archive, "--yes", "--overwrite-newer") == 0
    assert _everything(home) == first
    back = capsys.readouterr().out.strip().splitlines()[-1]
    assert main(shlex.split(back)[1:]) == 0
    assert _everything(home) == second
    assert _clerk(home, "doctor") == 0


def test_one_meeting_is_taken_from_a_backup_and_what_is_newer_elsewhere_stays(
    home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Else who needs last week's minutes of one committee gives up this week's of another."""
    archive = str(tmp_path / "all.zip")
    _clerk(home, "backup", archive)
    path = _draft(home)
    first = path.read_bytes()
    other = max(home.meetings_dir.glob("standards-committee/*.json"))
    for ref in (f"cabinet/{path.stem}", f"standards-committee/{other.stem}"):
        assert _clerk(home, "change", "meeting", ref, "--venue", "Long Room") == 0
    second = _everything(home)
    assert _clerk(home, "restore", archive, "--only", "cabinte") == 2
    assert "called “cabinte”" in capsys.readouterr().err
    words = ("--only", f"cabinet/{path.stem}", "--overwrite-newer", "--yes")
    assert _clerk(home, "restore", archive, *words) == 0
    assert path.read_bytes() == first
    changed = {name for name, content in _everything(home).items() if second[name] != content}
    assert changed == {f"meetings/cabinet/{path.name}"}
    back = capsys.readouterr().out.strip().splitlines()[-1]
    assert main(shlex.split(back)[1:]) == 0
    assert _everything(home) == second


def test_a_restore_into_an_empty_folder_gives_the_council_on_another_machine(
    home: Home, tmp_path: Path
) -> None:
    archive = str(tmp_path / "all.zip")
    _clerk(home, "backup", archive)
    other = Home(tmp_path / "other")
    assert _clerk(other, "restore", archive, "--yes") == 0
    assert _everything(other) == _everything(home)
    assert not other.backups_dir.exists(), "there was nothing to be backed up"
    assert _clerk(other, "doctor") == 0


def test_files_that_a_restore_made_are_put_aside_when_it_is_taken_back(
    home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = str(tmp_path / "all.zip")
    _clerk(home, "backup", archive)
    path = _draft(home)
    path.unlink()
    before = _everything(home)
    assert _clerk(home, "restore", archive, "--yes") == 0
    assert path.exists()
    back = capsys.readouterr().out.strip().splitlines()[-1]
    assert main(shlex.split(back)[1:]) == 0
    assert _everything(home) == before


def test_a_meeting_that_is_open_is_not_replaced_under_its_clerk(
    home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = str(tmp_path / "all.zip")
    _clerk(home, "backup", archive)
    path = _draft(home)
    with MeetingDesk(_office(home).open(), path) as desk:
        desk.start_minute(desk.meeting.items[0].id)
        before = _everything(home)
        assert _clerk(home, "restore", archive, "--yes", "--overwrite-newer") == 3
        assert "is open with" in capsys.readouterr().err
    assert _everything(home) == before


def test_one_dated_backup_is_made_a_day_and_fourteen_are_kept(home: Home) -> None:
    for day in range(20):
        office = _office(home, NOW + dt.timedelta(days=day))
        made = dated_backup(office)
        assert made is not None and made.exists()
        assert dated_backup(office) is None
    names = sorted(path.name for path in home.backups_dir.iterdir())
    assert names[0] == "daily-2026-11-28.zip" and len(names) == 14


def test_dated_backups_stay_while_damage_would_push_out_the_last_good_one(home: Home) -> None:
    dated_backup(_office(home))
    home.register.write_bytes(b"torn")
    for day in range(1, 4):
        dated_backup(_office(home, NOW + dt.timedelta(days=day)), kept=1)
    assert len([*home.backups_dir.iterdir()]) == 4


def test_an_empty_folder_needs_no_dated_backup(tmp_path: Path) -> None:
    assert dated_backup(_office(Home(tmp_path / "none"))) is None
    assert not (tmp_path / "none").exists()


def _everything(home: Home) -> dict[str, bytes]:
    """Every file that a clerk's work is in."""
    return {
        path.relative_to(home.root).as_posix(): path.read_bytes()
        for path in (home.register, *home.meetings_dir.glob("*/*.json"))
        if path.exists()
    }


def _office(home: Home, now: dt.datetime = NOW) -> Office:
    return Office(home, now=lambda: now, who="Sam", where="clerk-pc")


def _clerk(home: Home, *words: str) -> int:
    said: Sequence[str] = ("--home", str(home.root), *words)
    return main(said)


def _edit(path: Path, change: Any) -> None:
    found = json.loads(path.read_text(encoding="utf-8"))
    change(found)
    path.write_text(json.dumps(found), encoding="utf-8")


def _seal_by_hand(path: Path, change: Any) -> None:
    """A file as a fault of Clerk's own would leave it: sealed, and wrong within."""
    found = json.loads(path.read_text(encoding="utf-8"))
    header = found.pop("_clerk")["1"]
    change(found)
    _, content = sealed.seal(sealed.body(found), header["kind"], header["generation"] + 1)
    path.write_bytes(content)


def _rewritten(found: dict[str, Any], change: Any) -> None:
    """The change in the state, with acts that give it."""
    change(found["state"]["1"])
    found["base"], found["acts"] = found["state"], {}
