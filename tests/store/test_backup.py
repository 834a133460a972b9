"""A backup holds everything that must not be lost, nothing that is private, and is proved."""

import datetime as dt
import hashlib
import os
import stat
import zipfile
from pathlib import Path
from typing import Any

import msgspec
import pytest

from clerk.errors import StorageError
from clerk.paths import Home
from clerk.store import backup as backups
from clerk.store.backup import MANIFEST, Manifest, backup
from clerk.store.files import write_file

NOW = dt.datetime(2026, 9, 3, 16, 30, 5)


def test_a_backup_holds_the_files_and_their_sums_and_not_the_private_notes(tmp_path: Path) -> None:
    home = _council(tmp_path / "home")
    path = backup(home, tmp_path / "out" / "all.zip", NOW)
    with zipfile.ZipFile(path) as archive:
        manifest = msgspec.json.decode(archive.read(MANIFEST), type=Manifest)
        names = archive.namelist()
        for item in manifest.files:
            content = (home.root / item.path).read_bytes()
            assert archive.read(item.path) == content
            assert item.sha256 == hashlib.sha256(content).hexdigest()
    assert manifest.made == NOW and all(item.sound for item in manifest.files)
    assert names == [
        "register.json",
        "meetings/cabinet/2026-09-03.json",
        "house-styles/ours/style.toml",
        MANIFEST,
    ]
    assert os.name == "nt" or stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [p.name for p in path.parent.iterdir()] == ["all.zip"]


def test_a_folder_as_target_gets_a_dated_name(tmp_path: Path) -> None:
    home = _council(tmp_path / "home")
    assert backup(home, tmp_path, NOW) == tmp_path / "clerk-2026-09-03-163005.zip"


def test_a_backup_never_takes_the_place_of_another(tmp_path: Path) -> None:
    home = _council(tmp_path / "home")
    path = backup(home, tmp_path, NOW)
    before = path.read_bytes()
    with pytest.raises(StorageError, match="is there already"):
        backup(home, tmp_path, NOW)
    assert path.read_bytes() == before
    assert not list(tmp_path.glob(".*.tmp"))


def test_a_damaged_file_is_kept_as_it_is_and_said_to_be_unsound(tmp_path: Path) -> None:
    home = _council(tmp_path / "home")
    home.register.write_bytes(b"half a regis")
    with zipfile.ZipFile(backup(home, tmp_path, NOW)) as archive:
        manifest = msgspec.json.decode(archive.read(MANIFEST), type=Manifest)
        assert archive.read("register.json") == b"half a regis"
    assert [item.path for item in manifest.files if not item.sound] == ["register.json"]


def test_a_backup_that_does_not_read_back_is_no_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = _council(tmp_path / "home")
    write = backups._write

    def on_a_failing_disk(home: Home, path: Path, now: dt.datetime) -> Manifest:
        manifest = write(home, path, now)
        content = bytearray(path.read_bytes())
        content[60] ^= 1
        path.write_bytes(content)
        return manifest

    monkeypatch.setattr(backups, "_write", on_a_failing_disk)
    with pytest.raises(StorageError, match="does not read back"):
        backup(home, tmp_path / "all.zip", NOW)
    assert [p.name for p in tmp_path.iterdir()] == ["home"]


def test_a_link_in_a_house_style_takes_no_other_file_along(tmp_path: Path) -> None:
    home = _council(tmp_path / "home")
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (home.house_styles_dir / "ours" / "link.toml").symlink_to(tmp_path / "secret")
    with zipfile.ZipFile(backup(home, tmp_path, NOW)) as archive:
        assert "house-styles/ours/link.toml" not in archive.namelist()


def test_nothing_stored_yet_is_an_empty_backup(tmp_path: Path) -> None:
    with zipfile.ZipFile(backup(Home(tmp_path / "home"), tmp_path, NOW)) as archive:
        assert archive.namelist() == [MANIFEST]


def _council(root: Path) -> Home:
    home = Home(root)
    state: dict[str, Any] = {"people": {}}
    write_file(home.register, "register", base=None, state=state, acts=[], expected=None)
    meeting = home.meeting_file("cabinet", dt.date(2026, 9, 3))
    stored = write_file(meeting, "meeting", base=None, state=state, acts=[], expected=None)
    write_file(meeting, "meeting", base=None, state={"n": 1}, acts=[], expected=stored)
    for name in ("house-styles/ours/style.toml", "notes/a1.json", "journal/b.intent", "exports/x"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x = 1", encoding="utf-8")
    return home


def test_what_a_killed_backup_left_does_not_stay_beside_the_next(tmp_path: Path) -> None:
    home, folder = Home(tmp_path / "home"), tmp_path / "stick"
    folder.mkdir()
    left = folder / ".clerk-2026-11-25-100000.zip.999999999-0a1b2c3d.tmp"
    left.write_bytes(b"the whole council")
    (folder / ".mine.tmp").write_bytes(b"not Clerk's")
    made = backup(home, folder, dt.datetime(2026, 11, 26, tzinfo=dt.UTC))
    assert sorted(folder.iterdir()) == [folder / ".mine.tmp", made]
