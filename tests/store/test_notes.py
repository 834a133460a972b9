"""Private notes: the clerk's alone, and gone when they are struck out."""

import datetime as dt
import zipfile
from pathlib import Path

import pytest

from clerk.desk.typing import Typing
from clerk.paths import Home
from clerk.store.backup import backup
from clerk.store.notes import notes_file, notes_journal, read_notes, recover_notes, write_notes
from tests.systems import private_modes


def test_notes_come_back_as_typed(tmp_path: Path) -> None:
    home = Home(tmp_path)
    assert read_notes(home, "m") == ""
    write_notes(home, "m", "Cllr Bell was cross – check the tape.\n")
    write_notes(home, "m", "Check the tape.\n")
    assert read_notes(home, "m") == "Check the tape.\n"


def test_what_was_struck_out_is_nowhere_in_the_folder(tmp_path: Path) -> None:
    home = Home(tmp_path)
    write_notes(home, "m", "zeal-of-a-secret")
    write_notes(home, "m", "kept")
    everything = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"zeal-of-a-secret" not in everything


def test_no_notes_leave_no_file(tmp_path: Path) -> None:
    home = Home(tmp_path)
    write_notes(home, "m", "something")
    write_notes(home, "m", "")
    assert not notes_file(home, "m").exists()
    assert list(home.notes_dir.iterdir()) == []


@private_modes
def test_notes_are_for_the_user_alone_and_in_no_backup(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    write_notes(home, "m", "private")
    assert notes_file(home, "m").stat().st_mode & 0o077 == 0
    made = backup(home, tmp_path / "copy.zip", dt.datetime(2026, 11, 22, tzinfo=dt.UTC))
    with zipfile.ZipFile(made) as archive:
        assert not any("notes" in name for name in archive.namelist())


def test_keys_typed_on_notes_that_were_changed_meanwhile_come_behind_them(tmp_path: Path) -> None:
    home = Home(tmp_path)
    write_notes(home, "m", "One.")
    typing = Typing(notes_journal(home, "m"))
    typing.typed("notes", "One.", "One. Two.", 9)
    assert read_notes(home, "m") == "One. Two."
    notes_file(home, "m").write_text("Changed elsewhere.", encoding="utf-8")
    assert read_notes(home, "m") == "Changed elsewhere.\n\nOne. Two."
    typing.close()
    recover_notes(home, "m")
    assert read_notes(home, "m") == "Changed elsewhere.\n\nOne. Two."
    assert list(home.notes_dir.iterdir()) == [notes_file(home, "m")]


def test_what_was_struck_out_of_the_notes_leaves_their_journal_with_the_next_save(
    tmp_path: Path,
) -> None:
    home = Home(tmp_path)
    typing = Typing(notes_journal(home, "m"))
    typing.typed("notes", "", "zeal-of-a-secret", 16)
    typing.typed("notes", "", "kept", 4)
    write_notes(home, "m", "kept")
    typing.discard()
    everything = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"zeal-of-a-secret" not in everything


@pytest.mark.parametrize("code", ["utf-8-sig", "utf-16", "cp1252"])
def test_notes_that_another_editor_has_saved_keep_every_letter(tmp_path: Path, code: str) -> None:
    write_notes(Home(tmp_path), "m", "x")
    notes_file(Home(tmp_path), "m").write_bytes("£9 for café\r\n".encode(code))
    assert read_notes(Home(tmp_path), "m") == "£9 for café\n"
