"""A restore says what it would change, keeps what is newer, and trusts no archive."""

import datetime as dt
import hashlib
import os
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from clerk.errors import DamagedError, StorageError
from clerk.paths import Home
from clerk.store.archive import open_archive
from clerk.store.atomic import previous
from clerk.store.backup import MANIFEST, Item, Manifest, backup
from clerk.store.files import Stored, read_file, write_file
from clerk.store.naming import belongs
from clerk.store.restore import Compared, compare, planned, put_in_place
from tests.hostile import NAMES_IN_ARCHIVES

NOW = dt.datetime(2026, 11, 22, 1, 45, 0, tzinfo=dt.UTC)
CABINET = "meetings/cabinet/2026-09-03.json"


def test_an_untouched_folder_is_the_same_and_nothing_would_be_done(tmp_path: Path) -> None:
    home, archive = _backed_up(tmp_path)
    with open_archive(archive) as opened:
        compared = compare(home, opened)
    assert {each.standing for each in compared} == {"same"}
    assert planned(compared, overwrite_newer=True, exactly=True).changes == ()


def _worked_on(home: Home) -> None:
    _go_on(home, "d")


def _undone_to_the_first(home: Home) -> None:
    previous(home.root / CABINET).replace(home.root / CABINET)


def _grown_apart(home: Home) -> None:
    _undone_to_the_first(home)
    for act in ("x", "y", "z"):
        _go_on(home, act)


def _torn(home: Home) -> None:
    (home.root / CABINET).write_bytes(b"torn")
    previous(home.root / CABINET).unlink()


def _torn_with_a_newer_generation(home: Home) -> None:
    _go_on(home, "d")
    _go_on(home, "e")
    (home.root / CABINET).write_bytes(b"torn")


def _gone(home: Home) -> None:
    (home.root / CABINET).unlink()
    previous(home.root / CABINET).unlink()


@pytest.mark.parametrize(
    ("change", "standing", "replaced"),
    [
        (_worked_on, "newer here", False),
        (_undone_to_the_first, "older here", True),
        (_grown_apart, "changed apart", False),
        (_torn, "damaged here", True),
        (_torn_with_a_newer_generation, "newer here", False),
        (_gone, "only in the backup", True),
    ],
)
def test_each_file_is_told_from_the_backups_by_its_log_and_the_newer_stays(
    tmp_path: Path, change: Callable[[Home], None], standing: str, replaced: bool
) -> None:
    home, archive = _backed_up(tmp_path)
    saved = (home.root / CABINET).read_bytes()
    change(home)
    here = (home.root / CABINET).read_bytes() if (home.root / CABINET).exists() else b""
    (found,) = _restore(home, archive)
    assert (found.path, found.standing) == (CABINET, standing)
    assert (home.root / CABINET).read_bytes() == (saved if replaced else here)
    _restore(home, archive, overwrite_newer=True)
    assert (home.root / CABINET).read_bytes() == saved
    damaged = [path.read_bytes() for path in home.root.rglob("*.damaged-*")]
    assert damaged == ([here] if here == b"torn" else []), "a damaged file is kept aside"
    assert not [*home.journal_dir.glob("*")]


def test_a_restored_file_can_be_worked_on_and_the_one_it_replaced_is_the_generation_before(
    tmp_path: Path,
) -> None:
    home, archive = _backed_up(tmp_path)
    _undone_to_the_first(home)
    here = (home.root / CABINET).read_bytes()
    _restore(home, archive)
    assert previous(home.root / CABINET).read_bytes() == here
    assert _go_on(home, "d").generation == 3


def test_what_is_only_here_stays_unless_the_folder_is_to_hold_exactly_the_backup(
    tmp_path: Path,
) -> None:
    home, archive = _backed_up(tmp_path)
    path = home.meeting_file("cabinet", dt.date(2026, 10, 1))
    _save(path, "meeting", ["q"], _save(path, "meeting", [], None))
    content = path.read_bytes()
    (found,) = _restore(home, archive)
    assert found.standing == "only here" and path.exists()
    _restore(home, archive, exactly=True)
    assert not path.exists() and not previous(path).exists()
    kept = path.with_name(f"{path.name}.set-aside-2026-11-22-014500")
    assert kept.read_bytes() == content


def test_a_house_style_that_was_changed_after_the_backup_stays(tmp_path: Path) -> None:
    home, archive = _backed_up(tmp_path)
    style = home.house_styles_dir / "ours" / "style.toml"
    for day, standing in ((1, "older here"), (28, "newer here")):
        style.write_text("title = 'Changed'\n", encoding="utf-8")
        changed = NOW.replace(day=day).timestamp()
        os.utime(style, (changed, changed))
        (found,) = _restore(home, archive)
        assert found.standing == standing
    assert style.read_text(encoding="utf-8") == "title = 'Changed'\n"


def test_a_file_that_was_damaged_when_it_was_backed_up_takes_no_sound_ones_place(
    tmp_path: Path,
) -> None:
    home, _ = _backed_up(tmp_path)
    sound = (home.root / CABINET).read_bytes()
    (home.root / CABINET).write_bytes(b"torn")
    archive = backup(home, tmp_path / "torn.zip", NOW)
    (home.root / CABINET).write_bytes(sound)
    (found,) = _restore(home, archive, overwrite_newer=True)
    assert found.standing == "damaged in the backup"
    assert (home.root / CABINET).read_bytes() == sound


def test_private_notes_and_what_a_sync_service_made_are_in_no_backup(tmp_path: Path) -> None:
    home, _ = _backed_up(tmp_path)
    for name in (
        "notes/0a1b.json",
        "papers/0a1b2c3d4e5f (1).json",
        "meetings/Not a slug/2026-09-03.json",
        "meetings/cabinet/2026-09-03-PC.json",
    ):
        (home.root / name).parent.mkdir(parents=True, exist_ok=True)
        (home.root / name).write_text("secret", encoding="utf-8")
    with zipfile.ZipFile(backup(home, tmp_path / "b.zip", NOW)) as archive:
        assert not [name for name in archive.namelist() if archive.read(name) == b"secret"]


# --- hostile archives -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES_IN_ARCHIVES)
def test_a_name_that_has_no_place_in_a_data_folder_is_refused(tmp_path: Path, name: str) -> None:
    assert not belongs(name)
    archive = _hostile(tmp_path, {name: b"x"})
    _assert_refused(archive, "has no place in a data folder|is a link or a folder")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["hostile.zip"]


def test_a_link_a_double_a_password_and_a_folder_are_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("house-styles/ours/style.toml")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    _assert_refused(_hostile(tmp_path, {"house-styles/ours/style.toml": b"/etc"}, link), "a link")
    folded = {"house-styles/a/x": b"1", "house-styles/A/x": b"2"}
    _assert_refused(_hostile(tmp_path, folded), "twice")
    content = bytearray(_hostile(tmp_path, {"register.json": b"{}"}).read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + offset] |= 1
    (tmp_path / "hostile.zip").write_bytes(content)
    _assert_refused(tmp_path / "hostile.zip", "password")


def test_a_file_that_swells_beyond_measure_is_refused_before_it_is_unpacked(
    tmp_path: Path,
) -> None:
    archive = _hostile(tmp_path, {"register.json": b"0" * 40_000_000})
    assert archive.stat().st_size < 60_000
    _assert_refused(archive, "swell beyond measure")


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        (b"[]", "manifest cannot be read"),
        (b"[" * 100_000, "manifest cannot be read"),
        (b'{"made": "2026-11-22T01:45:00Z", "files": [], "format": 2}', "newer release"),
        (b'{"made": "2026-11-22T01:45:00Z", "files": []}', "the files that its manifest names"),
        (None, "no manifest"),
    ],
    ids=["a list", "lists in lists", "newer", "other files", "none"],
)
def test_a_manifest_that_is_not_the_archives_own_is_refused(
    tmp_path: Path, manifest: bytes | None, said: str
) -> None:
    archive = tmp_path / "hostile.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("register.json", b"{}")
        if manifest is not None:
            file.writestr(MANIFEST, manifest)
    _assert_refused(archive, said)


def test_content_that_is_not_what_the_manifest_says_is_refused(tmp_path: Path) -> None:
    item = Item(path="register.json", size=2, sha256=hashlib.sha256(b"[]").hexdigest())
    manifest = Manifest(made=NOW, files=(item,))
    with zipfile.ZipFile(tmp_path / "hostile.zip", "w") as file:
        file.writestr("register.json", b"{}")
        file.writestr(MANIFEST, msgspec.json.encode(manifest))
    _assert_refused(tmp_path / "hostile.zip", "is not what its manifest says")


def test_a_file_that_is_no_backup_or_not_there_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "notes.zip").write_bytes(b"not a zip file")
    _assert_refused(tmp_path / "notes.zip", "cannot be unpacked")
    with pytest.raises(StorageError, match="is not there"), open_archive(tmp_path / "no.zip"):
        pass


def _assert_refused(archive: Path, said: str) -> None:
    with pytest.raises(DamagedError, match=said), open_archive(archive):
        pass


def _hostile(folder: Path, files: dict[str, bytes], info: zipfile.ZipInfo | None = None) -> Path:
    path = folder / "hostile.zip"
    items = tuple(
        Item(path=name, size=len(content), sha256=hashlib.sha256(content).hexdigest())
        for name, content in files.items()
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            entry = info or zipfile.ZipInfo(name)
            entry.filename = name
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, content)
        file.writestr(MANIFEST, msgspec.json.encode(Manifest(made=NOW, files=items)))
    return path


def _restore(home: Home, archive: Path, **how: bool) -> list[Compared]:
    """Restores, and gives what was not the same before."""
    with open_archive(archive) as opened:
        compared = compare(home, opened)
        put_in_place(home, opened, planned(compared, **how), NOW)
    return [each for each in compared if each.standing != "same"]


def _backed_up(folder: Path) -> tuple[Home, Path]:
    """A register, a meeting in its second generation and a house style; and their backup."""
    home = Home(folder / "home")
    _save(home.register, "register", ["a"], None)
    path = home.root / CABINET
    _save(path, "meeting", ["b", "c"], _save(path, "meeting", ["b"], None))
    style = home.house_styles_dir / "ours" / "style.toml"
    style.parent.mkdir(parents=True)
    style.write_text("title = 'Ours'\n", encoding="utf-8")
    return home, backup(home, folder / "all.zip", NOW)


def _go_on(home: Home, act: str) -> Stored:
    old = read_file(home.root / CABINET, "meeting")
    return _save(old.path, "meeting", [*(each["id"] for each in old.acts), act], old)


def _save(path: Path, kind: str, acts: list[str], old: Stored | None) -> Stored:
    logged: list[dict[str, Any]] = [{"id": act} for act in acts]
    return write_file(path, kind, base=None, state={"acts": acts}, acts=logged, expected=old)
